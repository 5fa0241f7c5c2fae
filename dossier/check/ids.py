"""Ids: no two records have the same one, and none has one that the site needs itself.

The form of an id is left to `binding`, ids that lead nowhere to `references`.
"""

from collections.abc import Iterable, Iterator

from dossier.library import Library
from dossier.library.corpus import RecordKind
from dossier.library.linking import doubled_updates
from dossier.linked import address
from dossier.model import Brief
from dossier.model.ids import is_reserved_name
from dossier.problem import Area, Code, Place, Problem

DUPLICATE_ID = Code(
    "duplicate-id",
    Area.CORPUS,
    "error",
    "Two records have the same id, so an address or a reference could mean either.",
    "Give the newer one an id of its own.",
)
RESERVED_ID = Code(
    "reserved-id",
    Area.CORPUS,
    "error",
    "An id, or the name of a page, is one that the site needs for itself, as `all` is the feed of everything, or that Windows gives to a device, as `con`.",
    "Choose another one.",
)
BRIEF_YEAR = Code(
    "brief-year",
    Area.CORPUS,
    "warning",
    "A brief lies in the folder of another year than its date.",
    "Move the file to the folder of its year; its address does not change by that.",
)

_LONGEST_RESERVED = 7


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of duplicate and reserved ids, and of briefs in the folder of another year."""
    yield from _duplicates(library)
    yield from _claims(library)
    yield from _updates(library)
    yield from _files(library)
    yield from _reserved(library)


def _duplicates(library: Library) -> Iterator[Problem]:
    for duplicate in library.corpus.duplicates:
        if duplicate.kind in ("fingerprint", "verification", "settings"):
            continue
        where = f" in {duplicate.first.file}" if duplicate.first.file != duplicate.second.file else ""
        yield Problem(
            DUPLICATE_ID,
            f'the id "{duplicate.id}" belongs to another {duplicate.kind}{where}',
            duplicate.second,
            related=(("the other one", duplicate.first),),
        )


def _claims(library: Library) -> Iterator[Problem]:
    for brief_id, brief in library.corpus.briefs.items():
        if len({claim.id for claim in brief.claims}) < len(brief.claims):
            yield from _duplicate_claims(brief_id, brief, library)


def _duplicate_claims(brief_id: str, brief: Brief, library: Library) -> Iterator[Problem]:
    file = library.corpus.files.get(("brief", brief_id), "")
    first: dict[str, int] = {}
    for index, claim in library.corpus.numbered("brief", brief_id, "claims", brief.claims):
        earlier = first.setdefault(claim.id, index)
        if earlier != index:
            yield Problem(
                DUPLICATE_ID,
                f'the id "{claim.id}" belongs to another claim of this brief',
                Place(file, ("claims", index, "id")),
                related=(("the other one", Place(file, ("claims", earlier, "id"))),),
            )


def _updates(library: Library) -> Iterator[Problem]:
    for update_id, first, second in doubled_updates(library.corpus):
        where = f" in {first.file}" if first.file != second.file else ""
        yield Problem(
            DUPLICATE_ID,
            f'the id "{update_id}" belongs to another update{where}',
            second,
            "an update gets its id from `python build.py new update`, once; never copy one",
            related=(("the other one", first),),
        )


def _files(library: Library) -> Iterator[Problem]:
    for topic_id in sorted(address.NO_TOPICS & library.topics.keys()):
        yield Problem(
            RESERVED_ID,
            f'"{topic_id}" stands in the addresses of other feeds than those of topics, so no topic can bear it',
            library.corpus.place("topic", topic_id),
        )
    for brief_id, brief in library.corpus.briefs.items():
        file = library.corpus.files.get(("brief", brief_id), "")
        parts = file.split("/")
        if len(parts) > 1 and parts[-2].isdecimal() and parts[-2] != brief.date[:4]:
            yield Problem(
                BRIEF_YEAR,
                f"the brief is dated {brief.date} and lies in the folder {parts[-2]}",
                Place(file, ("date",)),
                f"if the date is right, move the file to {'/'.join((*parts[:-2], brief.date[:4], parts[-1]))}",
            )


def _reserved(library: Library) -> Iterator[Problem]:
    """Yield ids that make a file or folder which cannot be on Windows."""
    corpus = library.corpus
    files: dict[RecordKind, Iterable[str]] = {"brief": corpus.briefs, "topic": corpus.topics, "source": corpus.sources}
    listed: dict[RecordKind, Iterable[str]] = {
        "party": corpus.parties,
        "person": corpus.people,
        "origin": corpus.origins,
    }
    places = [(str(kind), one, corpus.place(kind, one)) for kind, those in files.items() for one in those]
    places += [(kind, one, corpus.place(kind, one, "id")) for kind, those in listed.items() for one in those]
    places += [("update", one.id, one.place("id")) for one in library.updates]
    places += [("claim", one.claim.id, one.place("id")) for one in library.claims.values()]
    for kind, record_id, place in places:
        # Every such name is short, and asking of each id costs much more.
        if len(record_id) <= _LONGEST_RESERVED and is_reserved_name(record_id):
            yield Problem(
                RESERVED_ID,
                f'Windows reserves the name "{record_id}", so that no file or folder of this {kind} could be there',
                place,
                "choose another id",
            )
