"""What each file of a dossier is, told by where it lies; for a file in a wrong place, by the keys in it.

A record in a wrong place is read all the same, so that nobody is told that it is missing. Reading is left to `read_records`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from dossier.disk.scan import FILE_NAME
from dossier.library.corpus import RecordKind
from dossier.model.ids import ID_WORDS, id_of, is_id
from dossier.problem import Area, Code, Problem, Span

FILE_MISPLACED = Code(
    "file-misplaced",
    Area.FILES,
    "warning",
    "A file is in a place where no files are read, so its content is not on the site.",
    "Move it to the folder of its kind, with the ending that files there have.",
)
CONTENT_MISPLACED = Code(
    "content-misplaced",
    Area.FILES,
    "error",
    "A record is in a place where nothing of its kind is read, or its file has another ending: its content would be lost.",
    "Move it to the folder of its kind, and let it end as files there do; what names it needs no change.",
)

_SHARED: dict[str, RecordKind] = {
    "briefings/overview.yaml": "overview",
    "briefings/parties.yaml": "party",
    "briefings/people.yaml": "person",
    "briefings/origins.yaml": "origin",
    "briefings/reviews.yaml": "review",
}
_PLACES: dict[RecordKind, re.Pattern[str]] = {
    "topic": re.compile(r"briefings/topics/([^/]+)\.yaml"),
    "brief": re.compile(r"briefings/[0-9]{4}/([^/]+)\.yaml"),
    "source": re.compile(r"sources/([^/]+)\.md"),
    "fingerprint": re.compile(r"sources/fingerprints/([^/]+)\.txt"),
    "verification": re.compile(r"sources/verified/([^/]+)\.txt"),
}
_WHERE = (
    "briefs lie in briefings/<year>/, topics in briefings/topics/, both ending in .yaml; "
    "source records lie in sources/ and end in .md"
)
_THINGS: dict[RecordKind, str] = {
    "brief": "a brief",
    "topic": "a topic",
    "source": "the record of a source",
    "fingerprint": "a fingerprint",
    "verification": "the record of a verification",
    "party": "the list of parties",
    "person": "the list of people",
    "origin": "the list of origins",
    "review": "the list of reviews",
}
# What only files of one kind have at the start of a line.
_SIGNS: tuple[tuple[RecordKind, re.Pattern[bytes]], ...] = (
    ("fingerprint", re.compile(rb"\A(?:\xef\xbb\xbf)?dossier-fingerprint ")),
    ("verification", re.compile(rb"\A(?:\xef\xbb\xbf)?dossier-verification ")),
    ("source", re.compile(rb"^(?:outlet|text_sha256|archive_file):", re.MULTILINE)),
    ("brief", re.compile(rb"^claims:", re.MULTILINE)),
    ("topic", re.compile(rb"^(?:question|scope|bottom_line|review_by):", re.MULTILINE)),
    ("party", re.compile(rb"^parties:", re.MULTILINE)),
    ("person", re.compile(rb"^people:", re.MULTILINE)),
    ("origin", re.compile(rb"^origins:", re.MULTILINE)),
    ("review", re.compile(rb"^reviews:", re.MULTILINE)),
)
_DATE = re.compile(rb"^date:[ ]*[\"']?(\d{4})\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file that holds something: its kind, and its id, which is empty for the overview and the files of parties, people, origins, reviews."""

    kind: RecordKind
    id: str
    file: str


def classify_files(files: Mapping[str, bytes]) -> tuple[list[ContentFile], list[Problem]]:
    """Return what the files below `briefings/` and `sources/` are, in their order, and what lies or is named wrong.

    A record in a wrong place or of a wrong name is among them, unless one of its id lies where it should.
    """
    content: list[ContentFile] = []
    astray: list[str] = []
    for path, text in files.items():
        if PurePosixPath(path).stem.lower() == "readme":
            continue
        found = _at_its_place(path)
        if found is None or (found.kind in ("brief", "topic") and _kind(text) not in (found.kind, None)):
            astray.append(path)
        else:
            content.append(found)
    known = {(one.kind, one.id) for one in content}
    problems: list[Problem] = []
    for path in astray:
        kind = _kind_astray(path, files[path])
        if kind is None:
            problems.append(_misplaced(path))
            continue
        record_id = _id_astray(path, kind)
        problems.append(_astray(path, kind, record_id, files))
        if (kind, record_id) not in known:
            known.add((kind, record_id))
            content.append(ContentFile(kind, record_id, path))
    order = {path: number for number, path in enumerate(files)}
    return sorted(content, key=lambda one: order[one.file]), problems


def _at_its_place(path: str) -> ContentFile | None:
    if path in _SHARED:
        return ContentFile(_SHARED[path], "", path)
    for kind, place in _PLACES.items():
        found = place.fullmatch(path)
        if found and is_id(found[1]):
            return ContentFile(kind, found[1], path)
    return None


def _kind(text: bytes) -> RecordKind | None:
    """Return what a file is by the keys in it, or None where they are of no kind or of several."""
    found = [kind for kind, sign in _SIGNS if sign.search(text)]
    return found[0] if len(found) == 1 else None


def _kind_astray(path: str, text: bytes) -> RecordKind | None:
    return _kind(text) or next((kind for kind, place in _PLACES.items() if place.fullmatch(path)), None)


def _stem(path: str) -> str:
    """Return a file's name without its endings, of which there may be several: `april-plan.yaml.txt`."""
    return re.sub(r"(?i)(?:\.(?:ya?ml|md|markdown|txt|json))+$", "", PurePosixPath(path).name)


def _id_astray(path: str, kind: RecordKind) -> str:
    if kind in _SHARED.values():
        return ""
    stem = _stem(path)
    return stem if is_id(stem) else id_of(stem)


def _astray(path: str, kind: RecordKind, record_id: str, files: Mapping[str, bytes]) -> Problem:
    """Return the problem of a record whose place or name is wrong, with the place where it belongs as the hint."""
    stem = _stem(path)
    place = _PLACES.get(kind)
    if place and place.fullmatch(path):
        hint = f'rename it "{record_id}{PurePosixPath(path).suffix}"' if record_id else "rename it"
        return Problem(FILE_NAME, f'"{stem}" cannot be an id: {ID_WORDS}', Span(path), hint)
    right = _right_place(path, kind, record_id, files[path])
    message = f"this is {_THINGS[kind]}, and none is read here"
    if not right:
        return Problem(CONTENT_MISPLACED, message, Span(path), _WHERE)
    if right in files:
        hint = f"delete it if {right} says the same, or move what it has more to that file"
    elif PurePosixPath(right).parent == PurePosixPath(path).parent:
        hint = f'rename it "{PurePosixPath(right).name}"'
    else:
        hint = f"move it to {right}"
    return Problem(CONTENT_MISPLACED, message, Span(path), hint)


def _right_place(path: str, kind: RecordKind, record_id: str, text: bytes) -> str:
    shared = next((place for place, one in _SHARED.items() if one == kind), "")
    if shared or not record_id:
        return shared
    match kind:
        case "topic":
            return f"briefings/topics/{record_id}.yaml"
        case "source":
            return f"sources/{record_id}.md"
        case "fingerprint":
            return f"sources/fingerprints/{record_id}.txt"
        case "verification":
            return f"sources/verified/{record_id}.txt"
        case _:
            beside = str(PurePosixPath(path).with_name(f"{record_id}.yaml"))
            if _PLACES["brief"].fullmatch(beside):
                return beside
            year = _DATE.search(text)
            return f"briefings/{year[1].decode()}/{record_id}.yaml" if year else ""


def _misplaced(path: str) -> Problem:
    lying = PurePosixPath(path)
    if lying.parts[0] == "briefings" and lying.suffix.lower() in (".yaml", ".yml"):
        return Problem(CONTENT_MISPLACED, "nothing in this file is on the site", Span(path), _WHERE)
    return Problem(FILE_MISPLACED, "nothing is read here, so this file is not on the site", Span(path), _WHERE)
