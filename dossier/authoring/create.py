"""Creates briefs, topics and source records from forms, and adds updates to briefs and topics.

It overwrites no file; where it adds an update, everything else stays byte for byte. The forms and the layout of YAML are
left to `fill_forms`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dossier.authoring import fill_forms
from dossier.authoring.fill_forms import FieldValues
from dossier.binding import bind
from dossier.disk import has_any, write_file
from dossier.linked.address import NO_TOPICS
from dossier.model import Brief
from dossier.model.ids import ID_WORDS, LONGEST_ID, id_of, is_id, is_reserved_name
from dossier.pipeline.load import Loaded
from dossier.problem import Place, UserError, suggest
from dossier.yamlfile import Tree, read

RecordKind = Literal["brief", "topic", "source"]

_CHECK_HINT = "correct it first: python build.py check"


@dataclass(frozen=True, slots=True)
class Owner:
    """A brief or topic that an update can be added to. `claims` are the ids by which its updates name claims."""

    kind: Literal["brief", "topic"]
    id: str
    file: str
    claims: tuple[str, ...]
    has_updates: bool


def find_fault(key: str, value: str) -> str:
    """Return what is wrong with the `title` or `date` of a brief, or an empty text."""
    tree: dict[str, Tree] = {"title": "A", "date": "2000", "summary": "A", "claims": [], key: value}
    _, problems = bind(Brief, tree, "")
    faults = [one for one in problems if isinstance(one.at, Place) and one.at.path == (key,)]
    return "; ".join(f"{one.message}; {one.hint}" if one.hint else one.message for one in faults)


def create_record(loaded: Loaded, kind: RecordKind, new_id: str, values: FieldValues) -> str:
    """Write a form for a brief, topic or source record with these values filled in, and return its path.

    A brief needs a `date`. Raises `UserError` where the id is not valid or is taken, `WriteError` where the file cannot be
    written.
    """
    if not is_id(new_id):
        better = id_of(new_id)
        raise UserError(
            f'"{new_id}" cannot be an id: {ID_WORDS}, at most {LONGEST_ID} characters',
            f'use "{better}"' if better else f"give one: python build.py new {kind} ID",
        )
    refuse_reserved(new_id)
    corpus = loaded.library.corpus
    taken = corpus.files.get((kind, new_id))
    if taken is not None:
        raise UserError(f'there already is a {kind} "{new_id}": {taken}', "choose another id")
    if kind == "topic" and new_id in NO_TOPICS:
        raise UserError(f'"{new_id}" stands in the addresses of other feeds than those of topics', "choose another id")
    match kind:
        case "brief":
            path, text = f"briefings/{values['date'][:4]!s}/{new_id}.yaml", fill_forms.brief(new_id, values)
        case "topic":
            path, text = f"briefings/topics/{new_id}.yaml", fill_forms.topic(new_id, values)
        case _:
            path, text = f"sources/{new_id}.md", fill_forms.source(values, "")
    # A dossier in a clone is built by its `build.py`, any other one by the installed command.
    write_file(
        loaded.root, path, text if has_any(loaded.root, ["build.py"]) else text.replace("python build.py", "dossier")
    )
    return path


def refuse_reserved(new_id: str) -> None:
    """Raise `UserError` if an id is the name of a device of Windows, where no file can have it."""
    if is_reserved_name(new_id):
        raise UserError(f'Windows reserves the name "{new_id}", so no file there can have it', "choose another id")


def find_owner(loaded: Loaded, name: str) -> Owner:
    """Return the brief or topic with this id or file. Raises `UserError` where there is none, or more than one."""
    library, corpus = loaded.library, loaded.library.corpus
    wanted = name.removeprefix("./")
    kinds: tuple[Literal["brief", "topic"], ...] = ("brief", "topic")
    keys = [key for key in corpus.files if key[0] in kinds and wanted in (key[1], corpus.files[key])]
    if not keys:
        known = [record_id for kind, record_id in corpus.files if kind in kinds]
        meant = suggest(wanted, known)
        hint = f'did you mean "{meant}"?' if meant else "name it by its id or by its file"
        raise UserError(f'there is no brief and no topic "{name}"', hint)
    if len(keys) > 1:
        files = " and ".join(corpus.files[key] for key in keys)
        raise UserError(f'"{name}" is a brief and a topic', f"name it by its file: {files}")
    kind, record_id = keys[0]
    file = corpus.files[kind, record_id]
    if (kind, record_id) in corpus.unread:
        raise UserError(f"{file} has errors, so no update can be added to it", _CHECK_HINT)
    if kind == "brief":
        claims = tuple(linked.claim.id for linked in library.claims_by_brief[record_id])
        return Owner("brief", record_id, file, claims, bool(corpus.briefs[record_id].updates))
    if record_id not in corpus.topics:
        into = corpus.current("topic", record_id)
        raise UserError(f'the topic "{record_id}" was merged into "{into}"', f"python build.py new update {into}")
    claims_about = library.claims_by_topic[record_id]
    return Owner(
        "topic", record_id, file, tuple(linked.id for linked in claims_about), bool(corpus.topics[record_id].updates)
    )


def known_update_ids(loaded: Loaded) -> set[str]:
    """Return the ids of all updates of the dossier."""
    return {linked.id for linked in loaded.library.updates}


def add_update(loaded: Loaded, owner: Owner, values: FieldValues) -> int:
    """Add an update at the end of those of a brief or topic, and return the number of its first line.

    Everything else stays byte for byte. Raises `UserError` where `updates` is written in a form that cannot be extended.
    """
    before = loaded.scan.files[owner.file].decode()
    after = fill_forms.append_update(before, fill_forms.update(values))
    _check_only_added(before, after, str(values["id"]), owner.file)
    write_file(loaded.root, owner.file, after, replace=True)
    # The id is new, so it is only in the update; there it may be in quotation marks.
    return 1 + next(number for number, line in enumerate(after.splitlines()) if str(values["id"]) in line)


def _check_only_added(before: str, after: str, update_id: str, file: str) -> None:
    old, _ = read(before if before.endswith("\n") else before + "\n", file)
    new, problems = read(after, file)
    if not problems and isinstance(old, dict) and isinstance(new, dict):
        updates, rest = _split_updates(new)
        if (
            _split_updates(old) == (updates[:-1], rest)
            and isinstance(updates[-1], dict)
            and updates[-1].get("id") == update_id
        ):
            return
    raise UserError(
        f"`updates` in {file} is written in a form that cannot be extended",
        "write it as a list, in which each update begins with a hyphen on a new line",
    )


def _split_updates(tree: Mapping[str, Tree]) -> tuple[list[Tree], dict[str, Tree]]:
    updates = tree.get("updates")
    return (updates if isinstance(updates, list) else []), {key: tree[key] for key in tree if key != "updates"}
