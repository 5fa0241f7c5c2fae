"""How texts differ from what their origins said, in words.

A text that leaves something out does not bend its origin: the two are kept apart.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.linked import LinkedOrigin, address
from dossier.model import Drift, Evidence
from dossier.pages.page import Link
from dossier.wording import phrase


@dataclass(frozen=True, slots=True)
class Difference:
    """One way in which the source differs from what an origin said, and the paragraphs where it does."""

    kind: str
    drift: str
    paragraphs: tuple[int, ...]
    origin: Link


def differences(
    evidence: Iterable[Evidence], origins: Mapping[str, LinkedOrigin]
) -> Iterator[tuple[Drift, Difference]]:
    """Yield how a source differs from its origins, each way once, in the order of the paragraphs where it first does."""
    found: dict[tuple[Drift, str], dict[int, None]] = {}
    for each in evidence:
        if each.drift and each.origin in origins:
            found.setdefault((each.drift, each.origin), {})[each.paragraph] = None
    for (drift, origin), paragraphs in found.items():
        link = Link(address.origin(origin), origins[origin].record.name)
        yield drift, Difference(phrase.DRIFT[drift.kind or ""], drift.note, tuple(paragraphs), link)


def drift_words(drifts: Iterable[Drift]) -> str:
    """Return how a text differs from what its origin said: "bends its origin"; empty where it does not."""
    found = tuple(drifts)
    if any(each.is_bend for each in found):
        return "bends its origin"
    if any(each.kind == "omits" for each in found):
        return "leaves out part of what its origin said"
    return "differs from its origin" if found else ""
