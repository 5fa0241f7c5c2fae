"""Begins briefs, topics and source records, and adds updates to what is there.

Never writes over a file that somebody wrote, and never changes a letter of it but to add.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dossier.authoring import fill_forms
from dossier.authoring.fill_forms import Given
from dossier.binding import shape_brief
from dossier.disk import write_file
from dossier.linked.address import ALL_FEED
from dossier.model.words import ID_PATTERN
from dossier.pipeline.load import Loaded
from dossier.problem import Place, UserError, suggest
from dossier.yamlfile import Tree, read

What = Literal["brief", "topic", "source"]

_LONGEST = 80
_CHECK = "mend it first: python build.py check"


@dataclass(frozen=True, slots=True)
class Owner:
    """A brief or topic that an update can be added to: its kind and id, its file, and its claims, as it names them."""

    kind: Literal["brief", "topic"]
    id: str
    file: str
    claims: tuple[str, ...]
    has_updates: bool


def id_of(words: str) -> str:
    """Return an id made of the words of a title, or an empty one where they make none."""
    joined = "-".join(re.findall(r"[a-z0-9]+", words.casefold()))
    return joined[:_LONGEST].rstrip("-")


def misfit(key: str, value: str) -> str:
    """Return what is wrong with a value for a brief's `title` or `date`, or nothing."""
    tree: dict[str, Tree] = {"title": "A", "date": "2000", "summary": "A", "claims": [], key: value}
    _, problems = shape_brief(tree, "")
    told = [one for one in problems if isinstance(one.at, Place) and one.at.path == (key,)]
    return "; ".join(f"{one.message}; {one.hint}" if one.hint else one.message for one in told)


def begin(loaded: Loaded, what: What, new_id: str, given: Given) -> str:
    """Write a blank brief, topic or source record with what is given filled in, and return its path.

    A brief needs a `date`. Raises `UserError` where the id does not do or is taken, `WriteError` where nothing can be written.
    """
    if not re.match(ID_PATTERN, new_id) or len(new_id) > _LONGEST:
        better = id_of(new_id)
        raise UserError(
            f'"{new_id}" cannot be an id: lower-case words joined by hyphens, at most {_LONGEST} characters',
            f'"{better}" can' if better else "",
        )
    corpus = loaded.library.corpus
    taken = corpus.files.get((what, new_id))
    if taken is not None:
        raise UserError(f'there already is a {what} "{new_id}": {taken}', "choose another id")
    if what == "topic" and new_id == ALL_FEED:
        raise UserError(f'"{new_id}" is the name of the feed of all topics', "choose another id")
    match what:
        case "brief":
            path, text = f"briefings/{given['date'][:4]!s}/{new_id}.yaml", fill_forms.brief(new_id, given)
        case "topic":
            path, text = f"briefings/topics/{new_id}.yaml", fill_forms.topic(new_id, given)
        case _:
            path, text = f"sources/{new_id}.md", fill_forms.source(given, "")
    write_file(loaded.root, path, text)
    return path


def owner(loaded: Loaded, named: str) -> Owner:
    """Return the brief or topic that somebody named by its id or by its file. Raises `UserError` where it is not clear."""
    library, corpus = loaded.library, loaded.library.corpus
    wanted = named.removeprefix("./")
    kinds: tuple[Literal["brief", "topic"], ...] = ("brief", "topic")
    found = [key for key in corpus.files if key[0] in kinds and wanted in (key[1], corpus.files[key])]
    if not found:
        known = [record_id for kind, record_id in corpus.files if kind in kinds]
        meant = suggest(wanted, known)
        hint = f'did you mean "{meant}"?' if meant else "name it by its id or by its file"
        raise UserError(f'there is no brief and no topic "{named}"', hint)
    if len(found) > 1:
        files = " and ".join(corpus.files[key] for key in found)
        raise UserError(f'"{named}" is a brief and a topic', f"name it by its file: {files}")
    kind, record_id = found[0]
    file = corpus.files[kind, record_id]
    if (kind, record_id) in corpus.unread:
        raise UserError(f"{file} has faults, and an update cannot be added to it", _CHECK)
    if kind == "brief":
        brief = corpus.briefs[record_id]
        claims = tuple(claim.id for claim in brief.claims)
        return Owner("brief", record_id, file, claims, bool(brief.updates))
    about = library.claims_by_topic[record_id]
    return Owner("topic", record_id, file, tuple(linked.id for linked in about), bool(corpus.topics[record_id].updates))


def known_updates(loaded: Loaded) -> set[str]:
    """Return the ids of all updates there are."""
    return {linked.id for linked in loaded.library.updates}


def add_update(loaded: Loaded, to: Owner, given: Given) -> int:
    """Add an update to the end of a brief's or topic's own, and return the line at which it begins.

    Everything else stays byte for byte. Raises `UserError` where `updates` stands in a form that cannot be added to.
    """
    before = loaded.scan.files[to.file].decode()
    after = fill_forms.append_update(before, fill_forms.update(given))
    _refuse_disturbance(before, after, str(given["id"]), to.file)
    write_file(loaded.root, to.file, after, replace=True)
    # Nothing else bears the id yet; it stands in quotation marks where it could be taken for a number.
    return 1 + next(number for number, line in enumerate(after.splitlines()) if str(given["id"]) in line)


def _refuse_disturbance(before: str, after: str, update_id: str, file: str) -> None:
    was, _ = read(before if before.endswith("\n") else before + "\n", file)
    now, problems = read(after, file)
    if not problems and isinstance(was, dict) and isinstance(now, dict):
        updates, rest = _parted(now)
        if (
            _parted(was) == (updates[:-1], rest)
            and isinstance(updates[-1], dict)
            and updates[-1].get("id") == update_id
        ):
            return
    raise UserError(
        f"`updates` in {file} is written in a form that cannot be added to",
        "write it as a list, each update from a line that begins with a hyphen",
    )


def _parted(tree: Mapping[str, Tree]) -> tuple[list[Tree], dict[str, Tree]]:
    updates = tree.get("updates")
    return (updates if isinstance(updates, list) else []), {key: tree[key] for key in tree if key != "updates"}
