"""Codes of values that do not fit the model: missing keys, wrong words, impossible dates.

Never lists faults that need a second file to be seen.
"""

from dossier.problem.catalogue.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "unknown-key",
        "error",
        "A key stands where the format knows none of that name.",
        "Look for a slip of the keyboard, or for a line that is indented too little or too much.",
    ),
    Code(
        "missing-key",
        "error",
        "A key that must be given is not there, or has nothing behind its colon.",
        "Add the key; the schema in your editor says what it is for.",
    ),
    Code(
        "wrong-list",
        "error",
        "A record stands in the list of another kind: a claim under `updates`, or an update under `claims`.",
        "Move it to the end of the list of its kind.",
    ),
    Code(
        "no-keys",
        "error",
        "A text or a list stands where keys of their own are wanted.",
        "Write the keys on lines of their own, indented below the one they belong to.",
    ),
    Code(
        "not-a-list",
        "error",
        "A text stands where a list is wanted.",
        "Write `key: [one, two]`, or each element on a line of its own behind `- `.",
    ),
    Code(
        "not-a-text",
        "error",
        "A list, or keys, stand where one text is wanted.",
        "Write the text behind the colon; put it in quotes if it begins with a bracket.",
    ),
    Code(
        "empty-list",
        "error",
        "A list that needs at least one element has none.",
        "Add an element.",
    ),
    Code(
        "list-too-long",
        "error",
        "A list has more elements than its place on the page can show.",
        "Leave out what matters least.",
    ),
    Code(
        "empty-text",
        "error",
        "A text is there but empty.",
        "Write the text, or delete the line if the key may be left out.",
    ),
    Code(
        "text-too-long",
        "error",
        "A text is longer than its place on the page can show.",
        "Shorten it; longer explanations belong into a note or a summary.",
    ),
    Code(
        "several-lines",
        "error",
        "A text that must be one line has several.",
        "Write it on one line, or begin it with `>-` so that its lines are joined.",
    ),
    Code(
        "wrong-word",
        "error",
        "A word stands where only certain words can.",
        "Use one of the words that the problem lists.",
    ),
    Code(
        "wrong-id",
        "error",
        "An id is not lower-case words joined by hyphens, such as `harbour-route`.",
        "Use only the letters a to z, digits and single hyphens.",
    ),
    Code(
        "wrong-claim-name",
        "error",
        "The name of a claim is neither `<brief>/<claim>` nor `<claim>`.",
        "Copy the name from the end of the claim's address on the site, or from its brief.",
    ),
    Code(
        "wrong-date",
        "error",
        "A date is written in another form than `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.",
        "Write the year first, with hyphens, and no more than is known: `2025-04` if the day is not.",
    ),
    Code(
        "no-such-date",
        "error",
        "A date or time has the right form but is in no calendar.",
        "Look the date up again.",
    ),
    Code(
        "wrong-time",
        "error",
        "A time is written in another form than `2025-04-25T14:30:00+00:00`.",
        "Write date, T, time of day and offset from UTC; `new update` writes it for you.",
    ),
    Code(
        "time-without-offset",
        "error",
        "A time does not say how far its clock is from UTC, so that it could be any of several moments.",
        "Add the offset: +00:00 for UTC, +02:00 where clocks are two hours ahead of it, and so on.",
    ),
    Code(
        "not-a-number",
        "error",
        "Something else than a whole number in digits stands where a number is wanted.",
        "Write the number in digits, without signs, points or words.",
    ),
    Code(
        "number-too-small",
        "error",
        "A number is smaller than it can be.",
        "Count again; paragraphs are counted from 1.",
    ),
    Code(
        "wrong-address",
        "error",
        "A web address is not a complete http or https address.",
        "Copy the address from the address bar of a browser.",
    ),
    Code(
        "wrong-hash",
        "error",
        "A SHA-256 hash is not 64 characters from 0 to 9 and a to f.",
        "Let `source add` write it, or make it with `sha256sum`.",
    ),
    Code(
        "wrong-language",
        "error",
        "A language is not named by a tag such as `en` or `pt-BR`.",
        "Use the tag of BCP 47: the two or three letters of the language.",
    ),
)
