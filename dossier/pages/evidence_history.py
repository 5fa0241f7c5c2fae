"""How the evidence of a claim came in: what could be said of it from each day on.

A source counts from the day on which it is certain to have been published.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dossier.evidence import independence
from dossier.linked import LinkedClaim
from dossier.wording import phrase


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which evidence came in, and what a claim rested on from then until the next step."""

    day: str
    origins: int
    reports: int
    quotes: int
    sources: int


def arrivals(linked: LinkedClaim) -> dict[str, str]:
    """Return the day from which the evidence from each source counts; the first counts from the claim's own report."""
    published = _published(linked)
    first = min(published.values(), default="")
    start = min(first, phrase.known_since(linked.claim.reported))
    return {source_id: start if day == first else day for source_id, day in published.items()}


@lru_cache(maxsize=8192)
def growth(linked: LinkedClaim) -> tuple[Step, ...]:
    """Return the steps in which a claim's evidence came in, oldest first; none where it came in all at once."""
    published = _published(linked)
    days = sorted(set(published.values()))
    return tuple(_step(linked, day, published) for day in days) if len(days) > 1 else ()


def _published(linked: LinkedClaim) -> dict[str, str]:
    sources = {source.id: source.record for source in linked.sources}
    return {source_id: phrase.known_since(source.published) for source_id, source in sources.items()}


def _step(linked: LinkedClaim, day: str, published: dict[str, str]) -> Step:
    there = [each for each in linked.claim.evidence if published.get(each.source, "9999") <= day]
    supporting = [each for each in there if each.support != "denies"]
    return Step(
        day=day,
        origins=independence(there, linked.origins).count,
        reports=len({each.source for each in supporting}),
        quotes=len(there),
        sources=len({each.source for each in there}),
    )


@lru_cache(maxsize=8192)
def sourcing_steps(linked: LinkedClaim) -> str:
    """Return for the reader's script how well a claim was sourced from each day on: `2025-03-13 1 origin, 1 report|…`."""
    steps = growth(linked)
    return joined((step.day, phrase.sourcing(step.origins, step.reports)) for step in steps)


def evidence_steps(linked: LinkedClaim) -> str:
    """Return for the reader's script how much evidence a claim had from each day on."""
    steps = growth(linked)
    return joined((step.day, phrase.quotes(step.quotes, step.sources)) for step in steps)


def joined(steps: Iterable[tuple[str, str]]) -> str:
    """Return days and words in the one form that the reader's script takes apart; empty where nothing ever changed."""
    kept: list[tuple[str, str]] = []
    for day, words in steps:
        if not kept or kept[-1][1] != words:
            kept.append((day, words))
    return "|".join(f"{day} {words}" for day, words in kept) if len(kept) > 1 else ""
