"""Words for mismatches of structure: keys unknown or missing, a text for a list, a list for a text, empty lists.

Mismatches of single values are left to `values`.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from dossier.binding.expected import allowed_words, element_noun, expected_at, is_record, noun, with_article
from dossier.binding.mismatch import Explanation, Mismatch
from dossier.binding.values import ONE_PARAGRAPH
from dossier.model import RELATIONS, is_stub
from dossier.model.keys import is_allowed
from dossier.model.moved import FORWARD_KEYS
from dossier.model.words import CLAIM_REF_PATTERN, Record
from dossier.problem import Area, Code, Place, Problem, suggest
from dossier.problem.place import KeyPath
from dossier.wording.english import cut
from dossier.yamlfile import BODY, Tree

UNKNOWN_KEY = Code(
    "unknown-key",
    Area.VALUES,
    "error",
    "A key is not one that the format knows.",
    "Look for a typing error, or for a line that is indented too little or too much.",
)
MISSING_KEY = Code(
    "missing-key",
    Area.VALUES,
    "error",
    "A required key is missing, or has nothing behind its colon.",
    "Add the key; the schema in your editor says what it is for.",
)
WRONG_LIST = Code(
    "wrong-list",
    Area.VALUES,
    "error",
    "A record is in the wrong list: a claim under `updates`, or an update under `claims`.",
    "Move it to the end of the list of its kind.",
)
NO_KEYS = Code(
    "no-keys",
    Area.VALUES,
    "error",
    "A text or a list is where a set of keys is expected.",
    "Write the keys on lines of their own, indented below the one they belong to.",
)
NOT_A_LIST = Code(
    "not-a-list",
    Area.VALUES,
    "error",
    "A text is where a list is expected.",
    "Write `key: [one, two]`, or each element on a line of its own behind `- `.",
)
NOT_A_TEXT = Code(
    "not-a-text",
    Area.VALUES,
    "error",
    "A list or a set of keys is where one text is expected.",
    "Write the text behind the colon; put it in quotes if it begins with a bracket.",
)
EMPTY_LIST = Code(
    "empty-list",
    Area.VALUES,
    "error",
    "A list that needs at least one element has none.",
    "Add an element.",
)
LIST_TOO_LONG = Code(
    "list-too-long",
    Area.VALUES,
    "error",
    "A list has more elements than its place on the page can show.",
    "Leave out what matters least.",
)

# What stands around a key that was written as a word of a text.
_MARKS = " *_`\"'“”„‘’«»?#"
_IDS = ("topics", "claims", "depends_on", *RELATIONS)
_ONE_ONLY = {
    "party": "name one; what two parties hold or do is two claims, one for each",
    "said_by": "name one; what two people said is two claims, one for each",
    "paragraph": ONE_PARAGRAPH,
    "origin": "name one; a passage that goes back to two origins is two pieces of evidence",
}


def unknown_key(mismatch: Mismatch, siblings: Tree, missing: str = "") -> Explanation:
    """A key that the model does not know. `siblings` is the mapping that holds it.

    `missing` is the one key that the mapping lacks, where this is the one that it has too many.
    """
    key = str(mismatch.path[-1])
    who = with_article(mismatch.owner)
    message = f'"{cut(key)}" is not a key of {who}'
    fields = [name for name in mismatch.owner.model_fields if name != BODY]
    guess = guess_key(key, mismatch.owner, siblings)
    first, _, value = key.partition(" ")
    if guess and first == guess and value.strip():
        hint = f'write the colon behind "{guess}", not at the end of the line'
    elif guess:
        hint = f'did you mean "{guess}"?'
    elif missing:
        hint = f'"{missing}" is missing: write "{missing}" here if that is meant, else add it'
    elif key.startswith("-"):
        hint = f'write a space behind the dash: "- {key.lstrip("-")}:"'
    elif elsewhere := _owner_of(key, mismatch.model, mismatch.owner):
        hint = f'"{key}" is a key of {with_article(elsewhere)}: look how far the line is indented'
    else:
        hint = f"its keys are: {', '.join(fields)}"
    return Explanation(UNKNOWN_KEY, message, hint, on_key=True)


def stub_keys(mismatch: Mismatch) -> Explanation:
    """A record that says that it is elsewhere now, and is still there."""
    others = mismatch.limits["others"]
    message = f"{mismatch.subject} says that it is elsewhere now, and is still here in part"
    which = ", ".join(f'"{cut(key)}"' for key in others)
    return Explanation(UNKNOWN_KEY, message, f"delete {'its key' if len(others) == 1 else 'these keys'}: {which}")


def wrong_list(belongs: str, path: KeyPath, model: type[Record], tree: Tree, file: str) -> Problem:
    """Return the problem of a record that stands in the wrong list. `belongs` is the key of the right one."""
    kind = noun(expected_at(model, (belongs,)).type)
    records = tree.get(str(path[0])) if isinstance(tree, dict) else None
    record = records[int(path[1])] if isinstance(records, list) else None
    known = record.get("id") if isinstance(record, dict) else None
    who = f'"{cut(known)}"' if isinstance(known, str) else f"element {int(path[1]) + 1}"
    message = f"{who} has the keys of {with_article(expected_at(model, (belongs,)).type)}, but stands under `{path[0]}`"
    return Problem(WRONG_LIST, message, Place(file, path), f"move this {kind} to the end of `{belongs}`")


def guess_key(key: str, owner: type[Record], siblings: Tree) -> str | None:
    """Return the key that a contributor probably meant by an unknown one, unless it is there already."""
    taken = siblings if isinstance(siblings, dict) else {}
    names = [name for name in owner.model_fields if name != BODY]
    names += FORWARD_KEYS if is_stub(siblings) else ()
    written = unicodedata.normalize("NFKC", key).strip(_MARKS).replace("-", "_")
    guess = suggest(written, names) or suggest(written.replace(" ", "_"), names)
    if guess is None and (first := written.partition(" ")[0]) in names:
        guess = first
    return guess if guess not in taken else None


def missing_key(mismatch: Mismatch) -> Explanation:
    """A required key that is missing or has nothing behind it."""
    if mismatch.path == (BODY,):
        message = "the source record has no abstract"
        return Explanation(MISSING_KEY, message, "write it below the front matter, in our own words")
    key = mismatch.key
    if mismatch.is_empty:
        return Explanation(MISSING_KEY, f'"{key}" of {mismatch.holder} is empty', _how_to_fill(mismatch))
    message = f'{mismatch.holder} has no "{key}"'
    if is_record(mismatch.expected_type) and mismatch.expects_list:
        hint = f'add "{key}:" and below it each {element_noun(mismatch.expected_type)}, begun with "- "'
    elif is_record(mismatch.expected_type):
        hint = f'add "{key}:" and below it, indented, {_required_keys(mismatch.expected_type)}'
    else:
        hint = f'add "{key}: {"[…]" if mismatch.expects_list else "…"}": {mismatch.description}'
        if words := allowed_words(mismatch.expected_type):
            hint += f" ({', '.join(words)})"
    return Explanation(MISSING_KEY, message, hint)


def _how_to_fill(mismatch: Mismatch) -> str:
    if is_record(mismatch.expected_type) and mismatch.expects_list:
        return f'write each {element_noun(mismatch.expected_type)} below it, indented and begun with "- "'
    if is_record(mismatch.expected_type):
        return f"write below it, indented, {_required_keys(mismatch.expected_type)}"
    words = allowed_words(mismatch.expected_type)
    listed = f" ({', '.join(words)})" if words else ""
    return f"write behind the colon{', in brackets' if mismatch.expects_list else ''}: {mismatch.description}{listed}"


def not_a_text(mismatch: Mismatch) -> Explanation:
    """A list or a mapping where one text is expected."""
    message = f"{mismatch.subject} must be one text, but is {_type_name(mismatch.value)}"
    hint = ""
    if isinstance(mismatch.value, list) and len(mismatch.value) == 1 and isinstance(mismatch.value[0], str):
        hint = f"write {_written(mismatch, mismatch.value[0])}"
    elif isinstance(mismatch.value, list) and mismatch.value:
        hint = _ONE_ONLY.get(mismatch.key, "write one of them")
    elif isinstance(mismatch.value, dict):
        hint = _in_place_of(mismatch, mismatch.value)
    return Explanation(NOT_A_TEXT, message, hint)


def _in_place_of(mismatch: Mismatch, keys: dict[str, Tree]) -> str:
    """Return the hint for a set of keys in the place of a text: the one word in it, or quotes around all."""
    if is_record(mismatch.expected_type):
        return ""
    if is_allowed(mismatch.key, "{a: b}") and not allowed_words(mismatch.expected_type):
        return 'put the text in quotes if it begins with "{" or has a colon in it'
    ((key, value), *more) = keys.items() or [("", "")]
    meant = [word for word in (value, key) if isinstance(word, str) and word and is_allowed(mismatch.key, word)]
    return f"write {_written(mismatch, meant[0])}" if meant and not more else ""


def not_a_list(mismatch: Mismatch) -> Explanation:
    """A text or a mapping where a list is expected."""
    message = f"{mismatch.subject} must be a list, but is {_type_name(mismatch.value)}"
    if isinstance(mismatch.value, dict):
        one = element_noun(mismatch.expected_type) if is_record(mismatch.expected_type) else "element"
        glued = next((key for key in mismatch.value if key.startswith("-")), None)
        hint = f'begin each {one} with "- "' if glued is None else f'write a space behind the dash: "- {glued[1:]}:"'
        return Explanation(NOT_A_LIST, message, hint)
    value = mismatch.value.strip()
    if value.startswith("-"):
        hint = f'write a space behind each dash: "- {cut(value.lstrip("-").split(" -")[0].strip())}"'
    elif is_record(mismatch.expected_type):
        hint = f'begin each {element_noun(mismatch.expected_type)} on a line of its own with "- "'
    elif "\n" in value or len(value) > 50 or any(sign in value for sign in "[]{}#:\"'"):
        hint = 'begin each element on a line of its own with "- "'
    else:
        parts = [part.strip() for part in value.split(",")] if mismatch.key != "left_out" else [value]
        if mismatch.key in _IDS:
            ids = [part for part in re.split(r"[\s,;&()]+", value) if part and part != "and"]
            parts = ids if all(re.fullmatch(CLAIM_REF_PATTERN, part) for part in ids) else parts
        hint = f'write "{mismatch.key}: [{", ".join(part for part in parts if part)}]"'
    return Explanation(NOT_A_LIST, message, hint)


def no_keys(mismatch: Mismatch) -> Explanation:
    """A text or a list where a record is expected."""
    thing = _type_name(mismatch.value)
    record: type[Record] = mismatch.expected_type
    if not mismatch.path:
        return _whole_file(record, mismatch.value)
    hint = f"write, on lines of their own and indented, {_required_keys(record)}"
    if isinstance(mismatch.value, list):
        hint = f'delete the "- " before the keys: {_required_keys(record)}'
    return Explanation(NO_KEYS, f"{mismatch.subject} must have keys of its own, but is {thing}", hint)


def list_short(mismatch: Mismatch) -> Explanation:
    """An empty list that needs an element."""
    one = element_noun(mismatch.expected_type) if is_record(mismatch.expected_type) else mismatch.key.removesuffix("s")
    return Explanation(EMPTY_LIST, f"{mismatch.subject} is an empty list, but needs at least one {one}")


def paragraphs_many(mismatch: Mismatch) -> Explanation:
    """Paragraphs named over and over."""
    message = f"{mismatch.subject} names more than {mismatch.limits['most']:,} paragraphs"
    return Explanation(LIST_TOO_LONG, message, "name each paragraph once")


def list_long(mismatch: Mismatch) -> Explanation:
    """A list with too many elements."""
    most = mismatch.limits["max_length"]
    return Explanation(LIST_TOO_LONG, f"{mismatch.subject} has {len(mismatch.value)} elements; {most} are the most")


def _whole_file(record: type[Record], value: Any) -> Explanation:
    fields = list(record.model_fields)
    if isinstance(value, list) and len(fields) == 1:
        message = "the file must begin with a key, but begins with a list"
        return Explanation(NO_KEYS, message, f'write "{fields[0]}:" as a line of its own above the list')
    first = ", ".join(f'"{name}:"' for name in fields[:3])
    message = f"the file must consist of keys such as {first}, but is {_type_name(value)}"
    if isinstance(value, list):
        return Explanation(NO_KEYS, message, 'delete the "- " before the keys')
    return Explanation(NO_KEYS, message, "write a space behind each colon" if ":" in value else "")


def _required_keys(record: type[Record]) -> str:
    fields = record.model_fields
    # Of a small record all keys are named: somebody who writes it has something to say in each.
    return ", ".join(f'"{name}:"' for name, field in fields.items() if field.is_required() or len(fields) < 3)


def _type_name(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    return "a set of keys" if isinstance(value, dict) else "a text"


def _written(mismatch: Mismatch, value: str) -> str:
    return (
        f'"{mismatch.key}: {cut(value)}"' if isinstance(mismatch.path[-1], str) else f'"{cut(value)}" without brackets'
    )


def _owner_of(key: str, model: type[Record], owner: type[Record]) -> type[Record] | None:
    """Return the one other record in the same kind of file that has a key of this name, or None."""
    found = {record for record in _records(model) if record is not owner and key in record.model_fields}
    return found.pop() if len(found) == 1 else None


def _records(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for name in model.model_fields:
        expected = expected_at(model, (name,)).type
        if is_record(expected):
            yield from _records(expected)
