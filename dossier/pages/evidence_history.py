"""How the evidence of a claim came in: what could be said of it from each day on.

A source counts from the day on which it is certain to have been published.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dossier.evidence import Basis
from dossier.linked import LinkedClaim, LinkedEvidence
from dossier.pages.basis_words import basis_by, label_of, words_of
from dossier.wording import phrase


@dataclass(frozen=True, slots=True)
class Step:
    """A day on which evidence came in, and what a claim rested on from then until the next step."""

    day: str
    basis: Basis | None
    evidence: tuple[LinkedEvidence, ...]


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
    reported = linked.claim.reported
    return {source_id: phrase.known_since(source.dated or reported) for source_id, source in sources.items()}


def _step(linked: LinkedClaim, day: str, published: dict[str, str]) -> Step:
    there = tuple(each for each in linked.evidence if published.get(each.record.source, "9999") <= day)
    return Step(day, basis_by(linked, there), there)


@lru_cache(maxsize=8192)
def basis_steps(linked: LinkedClaim) -> str:
    """Return for the reader's script how a claim was known from each day on: `2025-03-13 One report: Reuters|…`."""
    return joined((step.day, words_of(linked, step.basis, step.evidence)) for step in growth(linked))


@lru_cache(maxsize=8192)
def label_steps(linked: LinkedClaim) -> str:
    """Return the same in a word or two a step, for a cell."""
    return joined((step.day, label_of(step.basis)) for step in growth(linked))


def evidence_steps(linked: LinkedClaim) -> str:
    """Return for the reader's script how much evidence a claim had from each day on."""
    steps = growth(linked)
    return joined((step.day, evidence_words(step.evidence)) for step in steps)


def evidence_words(evidence: Sequence[LinkedEvidence]) -> str:
    """Return how much evidence there is: "3 quotes from 2 sources, 1 for and 2 against"."""
    against = sum(1 for each in evidence if each.record.support == "denies")
    return phrase.quotes(len(evidence), len({each.record.source for each in evidence}), against)


def joined(steps: Iterable[tuple[str, str]]) -> str:
    """Return days and words in the one form that the reader's script takes apart; empty where nothing ever changed."""
    kept: list[tuple[str, str]] = []
    for day, words in steps:
        # The script takes steps apart at what no words may hold.
        plain = words.replace("|", "/")
        if not kept or kept[-1][1] != plain:
            kept.append((day, plain))
    return "|".join(f"{day} {words}" for day, words in kept) if len(kept) > 1 else ""
