"""Codes of faults in the YAML text itself, before anything of its meaning is known.

Never lists faults of meaning.
"""

from dossier.problem.catalogue.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "not-utf-8",
        "error",
        "The file is saved in another encoding than UTF-8.",
        "Save the file again with the encoding UTF-8; every editor offers it under “Save as”.",
    ),
    Code(
        "empty-file",
        "error",
        "There is nothing in the file but blank lines and comments.",
        "Fill the file in, or delete it.",
    ),
    Code(
        "bidi-character",
        "error",
        "An invisible character turns the direction of the text, so that it may read as something else than it says.",
        "Delete the character; text in right-to-left scripts needs none.",
    ),
    Code(
        "invisible-character",
        "error",
        "A character that takes no room, such as a zero-width space, hides in the text and spoils search and comparison.",
        "Delete the character: delete what stands around it and type it again.",
    ),
    Code(
        "control-character",
        "error",
        "A control character stands in the text; feeds and pages cannot hold it.",
        "Delete the character.",
    ),
    Code(
        "private-character",
        "error",
        "A character of the private-use areas of Unicode stands in the text; it means nothing to readers.",
        "Delete the character, or type the one that was meant.",
    ),
    Code(
        "damaged-character",
        "error",
        "A character was lost when the text was copied or converted, and a stand-in took its place.",
        "Look the character up in the original and type it again.",
    ),
    Code(
        "odd-space",
        "error",
        "A non-breaking or other unusual space stands where YAML needs an ordinary one.",
        "Type ordinary spaces instead; such spaces often come with text copied from a web page.",
    ),
    Code(
        "merge-conflict",
        "error",
        "Git's marks of a conflict stand in the file: two versions of some lines that could not be joined.",
        "Keep the right version and delete the marks.",
    ),
    Code(
        "tab-indent",
        "error",
        "A tab stands where YAML allows only spaces.",
        "Indent with spaces; most editors can turn tabs into spaces.",
    ),
    Code(
        "needs-quotes",
        "error",
        "A text holds or begins with a character that means something to YAML, so it must stand in quotes.",
        "Put the whole text in quotes: `\"…\"`, or `'…'` if there are double quotes in it.",
    ),
    Code(
        "unclosed-quote",
        "error",
        "A quote opens a text and nothing closes it, or something far below does.",
        "Close the quote at the end of the text; write an apostrophe inside `'…'` twice.",
    ),
    Code(
        "unclosed-bracket",
        "error",
        "A bracket opens a list or a mapping and nothing closes it.",
        "Close the bracket, or put the text in quotes if the bracket belongs to it.",
    ),
    Code(
        "bad-escape",
        "error",
        "A backslash in double quotes stands before a character with which it means nothing.",
        "Write `\\\\` for a backslash, or put the text in single quotes.",
    ),
    Code(
        "missing-space",
        "error",
        "The colon behind a key, or the dash before a list element, has no space behind it.",
        "Write a space behind it.",
    ),
    Code(
        "indentation",
        "error",
        "A line is indented in a way that makes it belong to nothing above it, or to the wrong thing.",
        "Indent the line as far as the lines it belongs with; list elements begin with `- `.",
    ),
    Code(
        "syntax",
        "error",
        "The text is not valid YAML for a reason that no other code names.",
        "Compare the line with the same place in another file of its kind.",
    ),
    Code(
        "duplicate-key",
        "error",
        "A key stands twice in the same mapping, so one of its values would be lost.",
        "Keep one of the two; to give several values, write a list under one key.",
    ),
    Code(
        "empty-key",
        "error",
        "There is a colon with no key before it.",
        "Write the key before the colon, or put the text in quotes.",
    ),
    Code(
        "complex-key",
        "error",
        "A list or mapping stands where a key must stand.",
        "Write a plain word as the key; put a text that begins with a bracket in quotes.",
    ),
    Code(
        "empty-element",
        "error",
        "A list has an element with nothing in it.",
        "Write a value behind the dash, or delete the line.",
    ),
    Code(
        "null-value",
        "error",
        "The word `null`, or `~`, stands where a value is wanted.",
        "Delete the line if there is nothing to say; put the word in quotes if it is meant.",
    ),
    Code(
        "comment-in-text",
        "warning",
        "What stands behind ` #` is a comment to YAML, and here it looks like part of a text, which would be lost.",
        "Put the text in quotes; write a comment on a line of its own.",
    ),
    Code(
        "comment-shown",
        "warning",
        "A line that begins with `# ` stands in a text begun with `>-` or `|`, where nothing is a comment: readers see it.",
        "Delete it, or put it on a line above the key of the text.",
    ),
    Code(
        "stray-quote",
        "error",
        "Curly quotes stand around a text, or a straight one only at its end: readers would see them, as YAML does not take them for quotes.",
        "Put one straight quote before the text and one behind it; put straight quotes around curly ones that belong to the text.",
    ),
    Code(
        "alias",
        "error",
        "YAML's anchors (`&name`) and aliases (`*name`) are not allowed: they hide what a file says.",
        "Write the value out; put a text that begins with `&` or `*` in quotes.",
    ),
    Code(
        "tag",
        "error",
        "YAML's tags (`!name`) are not allowed: every value is read as text.",
        "Delete the tag; put a text that begins with `!` in quotes.",
    ),
    Code(
        "merge-key",
        "error",
        "YAML's merge key (`<<`) is not allowed: it hides what a file says.",
        "Write the keys out.",
    ),
    Code(
        "directive",
        "error",
        "A line that begins with `%` gives orders to the YAML reader, which is not allowed.",
        "Delete the line.",
    ),
    Code(
        "several-documents",
        "error",
        "A line `---` begins a second document in one file, and what stands in it would be lost.",
        "Delete the line, or move what follows to a file of its own.",
    ),
    Code(
        "too-deep",
        "error",
        "More lists and mappings stand inside one another than any file of ours needs.",
        "Check the indentation and the brackets here.",
    ),
    Code(
        "front-matter-missing",
        "error",
        "The file does not begin with front matter: keys between two lines `---`.",
        "Write a line `---`, the keys, and a line `---` before the text.",
    ),
    Code(
        "front-matter-unclosed",
        "error",
        "The line `---` that begins the front matter has no counterpart that ends it.",
        "Write a line `---` behind the last key, before the text.",
    ),
)
