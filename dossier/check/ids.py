"""Ids: one record each, and none that the site needs itself.

Never follows a reference, and never judges an id's form: that is seen before the corpus is whole.
"""

from collections.abc import Iterator

from dossier.library import Library
from dossier.linked import address
from dossier.model import Brief
from dossier.problem import Place, Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield ids that two records bear or that the site needs itself, and briefs in the folder of another year."""
    yield from _doubles(library)
    yield from _claims(library)
    yield from _updates(library)
    yield from _files(library)


def _doubles(library: Library) -> Iterator[Problem]:
    for double in library.corpus.duplicates:
        if double.kind in ("fingerprint", "verification", "settings"):
            continue
        where = f" in {double.kept.file}" if double.kept.file != double.dropped.file else ""
        yield Problem(
            "duplicate-id",
            f'the id "{double.id}" belongs to another {double.kind}{where}',
            double.dropped,
            related=(("the other one", double.kept),),
        )


def _claims(library: Library) -> Iterator[Problem]:
    for brief_id, brief in library.corpus.briefs.items():
        if len({claim.id for claim in brief.claims}) < len(brief.claims):
            yield from _doubled_claims(brief_id, brief, library)


def _doubled_claims(brief_id: str, brief: Brief, library: Library) -> Iterator[Problem]:
    file = library.corpus.files.get(("brief", brief_id), "")
    first: dict[str, int] = {}
    for index, claim in library.corpus.numbered("brief", brief_id, "claims", brief.claims):
        kept = first.setdefault(claim.id, index)
        if kept != index:
            yield Problem(
                "duplicate-id",
                f'the id "{claim.id}" belongs to another claim of this brief',
                Place(file, ("claims", index, "id")),
                related=(("the other one", Place(file, ("claims", kept, "id"))),),
            )


def _updates(library: Library) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for linked in sorted(library.updates, key=lambda linked: (linked.file, linked.index)):
        place = linked.place("id")
        kept = first.setdefault(linked.id, place)
        if kept is not place:
            where = f" in {kept.file}" if kept.file != place.file else ""
            yield Problem(
                "duplicate-id",
                f'the id "{linked.id}" belongs to another update{where}',
                place,
                "an update gets its id from `python build.py new update`, once; never copy one",
                related=(("the other one", kept),),
            )


def _files(library: Library) -> Iterator[Problem]:
    if address.ALL_FEED in library.topics:
        yield Problem(
            "reserved-id",
            f'"{address.ALL_FEED}" is the name of the feed of all topics, so no topic can bear it',
            library.corpus.place("topic", address.ALL_FEED),
        )
    for brief_id, brief in library.corpus.briefs.items():
        file = library.corpus.files.get(("brief", brief_id), "")
        parts = file.split("/")
        if len(parts) > 1 and parts[-2] != brief.date[:4]:
            yield Problem(
                "brief-year",
                f"the brief is dated {brief.date} and lies in the folder {parts[-2]}",
                Place(file, ("date",)),
                f"if the date is right, move the file to {'/'.join((*parts[:-2], brief.date[:4], parts[-1]))}",
            )
