"""Faults of structure: keys unknown or missing, texts for lists, lists for texts, empty lists.

Never blames a line that is right for one that is indented wrongly, where that can be told.
"""

import re
from collections.abc import Iterator
from typing import Any

from dossier.binding.expected import called, is_record, noun, one_of, wanted, words_of
from dossier.binding.mismatch import Misfit, Said, cut
from dossier.binding.values import ONE_PARAGRAPH
from dossier.model.words import CLAIM_REF_PATTERN, Record
from dossier.problem import Place, Problem, suggest
from dossier.problem.place import KeyPath
from dossier.yamlfile import BODY, Tree

_IDS = ("topics", "claims", "depends_on", "supersedes", "contradicts", "opposes", "responds_to", "qualifies")
_ONE = {
    "party": "name one; what two parties hold or do is two claims, one for each",
    "said_by": "name one; what two people said is two claims, one for each",
    "paragraph": ONE_PARAGRAPH,
    "origin": "name one; a passage that goes back to two origins is two pieces of evidence",
}


def unknown_key(misfit: Misfit, given: Tree) -> Said:
    """A key that the model does not know. `given` is the mapping that holds it."""
    key = str(misfit.path[-1])
    who = called(misfit.owner)
    message = f'"{cut(key)}" is not a key of {who}'
    fields = [name for name in misfit.owner.model_fields if name != BODY]
    meant = meant_key(key, misfit.owner, given)
    if meant:
        hint = f'did you mean "{meant}"?'
    elif key.startswith("-"):
        hint = f'write a space behind the dash: "- {key.lstrip("-")}:"'
    elif elsewhere := _elsewhere(key, misfit.model, misfit.owner):
        hint = f'"{key}" is a key of {called(elsewhere)}: look how far the line is indented'
    else:
        hint = f"its keys are: {', '.join(fields)}"
    return Said("unknown-key", message, hint, on_key=True)


def in_wrong_list(belongs: str, path: KeyPath, model: type[Record], tree: Tree, file: str) -> Problem:
    """A record in the list of another kind, as `belongs` is the key of the list where it belongs."""
    kind = noun(wanted(model, (belongs,)).kind)
    records = tree.get(str(path[0])) if isinstance(tree, dict) else None
    record = records[int(path[1])] if isinstance(records, list) else None
    known = record.get("id") if isinstance(record, dict) else None
    who = f'"{cut(known)}"' if isinstance(known, str) else f"element {int(path[1]) + 1}"
    message = f"{who} has the keys of {called(wanted(model, (belongs,)).kind)}, but stands under `{path[0]}`"
    return Problem("wrong-list", message, Place(file, path), f"move this {kind} to the end of `{belongs}`")


def meant_key(key: str, owner: type[Record], given: Tree) -> str | None:
    """Return the key that was probably meant by one that a record does not know; never one that it has already."""
    taken = given if isinstance(given, dict) else {}
    meant = suggest(key.replace("-", "_"), [name for name in owner.model_fields if name != BODY])
    return meant if meant not in taken else None


def missing_key(misfit: Misfit) -> Said:
    """A key that must be there and is not, or has nothing behind it."""
    if misfit.path == (BODY,):
        message = "the source record has no abstract"
        return Said("missing-key", message, "write it below the front matter, in our own words")
    key = misfit.key
    if misfit.is_empty:
        return Said("missing-key", f'"{key}" of {misfit.holder} is empty', _to_fill(misfit))
    message = f'{misfit.holder} has no "{key}"'
    if is_record(misfit.kind) and misfit.listed:
        hint = f'add "{key}:" and below it each {one_of(misfit.kind)}, begun with "- "'
    elif is_record(misfit.kind):
        hint = f'add "{key}:" and below it, indented, {_keys(misfit.kind)}'
    else:
        hint = f'add "{key}: {"[…]" if misfit.listed else "…"}": {misfit.description}'
        if words := words_of(misfit.kind):
            hint += f" ({', '.join(words)})"
    return Said("missing-key", message, hint)


def _to_fill(misfit: Misfit) -> str:
    if is_record(misfit.kind) and misfit.listed:
        return f'write each {one_of(misfit.kind)} below it, indented and begun with "- "'
    if is_record(misfit.kind):
        return f"write below it, indented, {_keys(misfit.kind)}"
    words = words_of(misfit.kind)
    listed = f" ({', '.join(words)})" if words else ""
    return f"write behind the colon{', in brackets' if misfit.listed else ''}: {misfit.description}{listed}"


def not_a_text(misfit: Misfit) -> Said:
    """A list or keys where one text is wanted."""
    message = f"{misfit.what} must be one text, but is {_thing(misfit.value)}"
    hint = ""
    if isinstance(misfit.value, list) and len(misfit.value) == 1 and isinstance(misfit.value[0], str):
        hint = f"write {_bare(misfit, misfit.value[0])}"
    elif isinstance(misfit.value, list) and misfit.value:
        hint = _ONE.get(misfit.key, "write one of them")
    elif isinstance(misfit.value, dict):
        hint = 'put the text in quotes if it begins with "{" or has a colon in it'
    return Said("not-a-text", message, hint)


def not_a_list(misfit: Misfit) -> Said:
    """A text or keys where a list is wanted."""
    message = f"{misfit.what} must be a list, but is {_thing(misfit.value)}"
    if isinstance(misfit.value, dict):
        one = one_of(misfit.kind) if is_record(misfit.kind) else "element"
        glued = next((key for key in misfit.value if key.startswith("-")), None)
        hint = f'begin each {one} with "- "' if glued is None else f'write a space behind the dash: "- {glued[1:]}:"'
        return Said("not-a-list", message, hint)
    value = misfit.value.strip()
    if value.startswith("-"):
        hint = f'write a space behind each dash: "- {cut(value.lstrip("-").split(" -")[0].strip())}"'
    elif is_record(misfit.kind):
        hint = f'begin each {one_of(misfit.kind)} on a line of its own with "- "'
    elif "\n" in value or len(value) > 50 or any(sign in value for sign in "[]{}#:\"'"):
        hint = 'begin each element on a line of its own with "- "'
    else:
        parted = [part.strip() for part in value.split(",")] if misfit.key != "left_out" else [value]
        if misfit.key in _IDS:
            ids = [part for part in re.split(r"[\s,;&()]+", value) if part and part != "and"]
            parted = ids if all(re.fullmatch(CLAIM_REF_PATTERN, part) for part in ids) else parted
        hint = f'write "{misfit.key}: [{", ".join(part for part in parted if part)}]"'
    return Said("not-a-list", message, hint)


def no_keys(misfit: Misfit) -> Said:
    """A text or list where a record with keys of its own is wanted."""
    thing = _thing(misfit.value)
    record: type[Record] = misfit.kind
    if not misfit.path:
        return _whole_file(record, misfit.value)
    hint = f"write, on lines of their own and indented, {_keys(record)}"
    if isinstance(misfit.value, list):
        hint = f'delete the "- " before the keys: {_keys(record)}'
    return Said("no-keys", f"{misfit.what} must have keys of its own, but is {thing}", hint)


def list_short(misfit: Misfit) -> Said:
    """A list with nothing in it that needs something."""
    one = one_of(misfit.kind) if is_record(misfit.kind) else misfit.key.removesuffix("s")
    return Said("empty-list", f"{misfit.what} is an empty list, but needs at least one {one}")


def list_long(misfit: Misfit) -> Said:
    """A list beyond its limit."""
    most = misfit.limits["max_length"]
    return Said("list-too-long", f"{misfit.what} has {len(misfit.value)} elements; {most} are the most")


def _whole_file(record: type[Record], value: Any) -> Said:
    fields = list(record.model_fields)
    if isinstance(value, list) and len(fields) == 1:
        message = "the file must begin with a key, but begins with a list"
        return Said("no-keys", message, f'write "{fields[0]}:" as a line of its own above the list')
    first = ", ".join(f'"{name}:"' for name in fields[:3])
    message = f"the file must consist of keys such as {first}, but is {_thing(value)}"
    if isinstance(value, list):
        return Said("no-keys", message, 'delete the "- " before the keys')
    return Said("no-keys", message, "write a space behind each colon" if ":" in value else "")


def _keys(record: type[Record]) -> str:
    return ", ".join(f'"{name}:"' for name, field in record.model_fields.items() if field.is_required())


def _thing(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    return "a set of keys" if isinstance(value, dict) else "a text"


def _bare(misfit: Misfit, value: str) -> str:
    return f'"{misfit.key}: {cut(value)}"' if isinstance(misfit.path[-1], str) else f'"{cut(value)}" without brackets'


def _elsewhere(key: str, model: type[Record], owner: type[Record]) -> type[Record] | None:
    """Return the one other record of the same kind of file that knows a key."""
    found = {record for record in _records(model) if record is not owner and key in record.model_fields}
    return found.pop() if len(found) == 1 else None


def _records(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for name in model.model_fields:
        kind = wanted(model, (name,)).kind
        if is_record(kind):
            yield from _records(kind)
