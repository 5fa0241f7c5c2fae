"""Dates that cannot be: nothing is reported before it happened or read before it was published.

Never compares more of two dates than both of them say: `2025-04` and `2025-04-24` are no conflict.
"""

from collections.abc import Iterator

from dossier.library import FiledClaim, Library
from dossier.model import is_after
from dossier.problem import Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield dates of claims, sources and origins that contradict each other."""
    for filed in library.claims.values():
        yield from _claim(filed, library)
        yield from _origins(filed, library)
    yield from _sources(library)


def _claim(filed: FiledClaim, library: Library) -> Iterator[Problem]:
    claim = filed.claim
    who = f'claim "{claim.id}"'
    if is_after(claim.date, claim.reported):
        yield Problem(
            "reported-before-date",
            f"{who} is about {claim.date} but was reported in {claim.reported}, before that"
            if len(claim.reported) < 10
            else f"{who} is about {claim.date} but was reported on {claim.reported}, before that",
            filed.place("reported"),
            "for a thing announced ahead, `date` is the day of the announcement",
        )
        return
    sources = [library.sources.get(evidence.source) for evidence in claim.evidence]
    known = [source for source in sources if source is not None]
    if known and len(known) == len(sources) and all(is_after(claim.reported, source.published) for source in known):
        newest = max(known, key=lambda source: source.published)
        which = "the newest of its sources" if len(known) > 1 else "its source"
        yield Problem(
            "reported-after-sources",
            f"{who} is said to be reported {claim.reported}, yet {which} was published {newest.published}",
            filed.place("reported"),
        )
        return
    for number, (evidence, cited) in enumerate(zip(claim.evidence, sources, strict=True)):
        if cited is not None and is_after(claim.date, cited.published):
            yield Problem(
                "source-before-thing",
                f'{who} is about {claim.date}, yet "{evidence.source}" was published {cited.published}, before that',
                filed.place("evidence", number, "source"),
            )


def _origins(filed: FiledClaim, library: Library) -> Iterator[Problem]:
    for number, evidence in enumerate(filed.claim.evidence):
        origin = library.origins.get(evidence.origin)
        source = library.sources.get(evidence.source)
        if origin is None or source is None or origin.date is None:
            continue
        if is_after(origin.date, source.published):
            yield Problem(
                "origin-after-source",
                f'"{evidence.origin}" is dated {origin.date}, yet "{evidence.source}", which is said to carry it, '
                f"was published {source.published}",
                filed.place("evidence", number, "origin"),
            )


def _sources(library: Library) -> Iterator[Problem]:
    for source_id, source in library.sources.items():
        if source.accessed and is_after(source.published, source.accessed):
            yield Problem(
                "accessed-before-published",
                f'source "{source_id}" was published {source.published} but is said to have been read '
                f"{source.accessed}",
                library.corpus.place("source", source_id, "accessed"),
            )
