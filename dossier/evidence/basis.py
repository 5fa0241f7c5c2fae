"""Derives how a claim is known: its basis, the first that fits of a fixed order.

Words for readers are left to `pages`. How many independent origins a claim has is left to `origins`.

| basis | when |
|---|---|
| `independent` | two or more independent origins |
| `on-record` | a named person said or holds it, and a passage goes back to that person's own statement or interview |
| `document` | a passage goes back to a document |
| `party-account` | what happened, as told in somebody's statement or interview |
| `public-record` | common knowledge that any reference work has |
| `one-report` | one newsroom's report |
| `outlet` | the outlet in its own voice |
| `unattributed` | the source gives no origin |

Passages that support a claim in full decide before those that support it in part; passages that deny it never decide.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from dossier.evidence.origins import independence, is_stated, roots
from dossier.model import SPOKEN, Claim, Evidence, Origin

BasisKind = Literal[
    "independent",
    "on-record",
    "document",
    "party-account",
    "public-record",
    "one-report",
    "outlet",
    "unattributed",
]
BASES: tuple[BasisKind, ...] = get_args(BasisKind)
"""All kinds of basis, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class Basis:
    """How a claim is known. `passages` are the pieces of evidence that decide it, counted from 0.

    `count` is the number of independent origins. `is_inferred` says that the sources of the passages do not name the
    origin themselves.
    """

    kind: BasisKind
    passages: tuple[int, ...]
    count: int
    is_inferred: bool = False


def basis(claim: Claim, evidence: Sequence[Evidence], origins: Mapping[str, Origin]) -> Basis | None:
    """Return how a claim is known by this evidence, or None where no passage supports it."""
    count = independence(evidence, origins).count
    if count > 1:
        return Basis("independent", tuple(_independent(evidence, origins)), count)
    for support in ("full", "partial"):
        passages = [number for number, each in enumerate(evidence) if each.support == support]
        for kind, fits in _TESTS.items():
            deciding = [number for number in passages if fits(claim, origins.get(evidence[number].origin))]
            if deciding:
                stated = [number for number in deciding if evidence[number].origin_basis == "stated"]
                return Basis(kind, tuple(stated or deciding), count, is_inferred=not stated)
    return None


def _independent(evidence: Sequence[Evidence], origins: Mapping[str, Origin]) -> Iterator[int]:
    for number, each in enumerate(evidence):
        if is_stated(each) and roots((each.origin,), origins):
            yield number


def _is_on_record(claim: Claim, origin: Origin | None) -> bool:
    return (
        origin is not None
        and claim.kind != "event"
        and claim.said_by is not None
        and origin.kind in SPOKEN
        and origin.speaker == claim.said_by
    )


def _of_kind(*kinds: str) -> Callable[[Claim, Origin | None], bool]:
    return lambda _, origin: origin is not None and origin.kind in kinds


_TESTS: dict[BasisKind, Callable[[Claim, Origin | None], bool]] = {
    "on-record": _is_on_record,
    "document": _of_kind("document"),
    "party-account": _of_kind(*SPOKEN),
    "public-record": _of_kind("public-record"),
    "one-report": _of_kind("report"),
    "outlet": _of_kind("background"),
    "unattributed": lambda _, origin: origin is None or origin.kind == "unattributed",
}
