"""Sentences that sum claims up, each with small references to the claims that it rests on.

Which sentences a page shows is left to it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dossier.linked import LinkedClaim
from dossier.model import Sentence
from dossier.pages.claim_line import Addresser, permalink


@dataclass(frozen=True, slots=True)
class Ref:
    """A small reference from a sentence to a claim that it rests on."""

    number: int
    address: str
    title: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence, in Markdown, with its references."""

    text: str
    refs: tuple[Ref, ...]


def numbers_of(claims: Iterable[LinkedClaim]) -> dict[str, int]:
    """Return the numbers by which sentences refer to claims, by the claims' ids."""
    return {linked.id: number for number, linked in enumerate(claims, start=1)}


def sentence_views(
    sentences: Iterable[Sentence], claims: Mapping[str, LinkedClaim], addressed: Addresser = permalink
) -> tuple[SentenceView, ...]:
    """Return sentences with references to those of the claims, given by id in the order of their numbers."""
    numbers = numbers_of(claims.values())
    return tuple(
        SentenceView(
            sentence.text,
            tuple(
                Ref(
                    numbers[ref],
                    addressed(claims[ref]),
                    claims[ref].claim.text,
                )
                for ref in sentence.claims
                if ref in numbers
            ),
        )
        for sentence in sentences
    )
