"""Counts the independent origins of a claim, and finds what a withdrawn or corrected origin takes with it.

Showing them is left to `pages`. Where the graph of origins is broken, fewer are counted, never more.

What counts are the origins of evidence that supports a claim in full and whose source names the origin itself. Each is
followed along `depends_on` to its roots: origins that go back to no other. Roots are counted by publisher, compared as
`publisher_key` does, and statements and interviews by speaker. So ten pages that relay one report, a report and the report
it relays, two reports of one newsroom, or two interviews with one person are one origin. A claim that has only evidence of
partial support or inferred origin has one origin at most; a denial supports nothing.

* Public record, background and what has no origin never count, neither as a root nor where they stand between.
* A withdrawn origin never counts, and neither does what is reached only through it: a relay of a report that was taken
  back has nothing left to relay. A corrected origin counts, and taints.
* A circle has no root; an origin from which only circles are reached does not count. `check` refuses circles.
* An id in `depends_on` that leads nowhere is ignored; `check` refuses it too.
* A root without a publisher and without a speaker does not count.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dossier.evidence.words import words
from dossier.model import SPOKEN, Evidence, Origin


@dataclass(frozen=True, slots=True)
class Independence:
    """The independent origins of a claim: how many, and the origins at their roots, sorted by id.

    There can be more roots than `count`, as two roots of one publisher count once.
    """

    count: int
    roots: tuple[str, ...]


def independence(
    evidence: Iterable[Evidence], origins: Mapping[str, Origin], without: frozenset[str] = frozenset()
) -> Independence:
    """Return the independent origins of a claim's evidence.

    `without` names origins to take as withdrawn: what would be left if they were wrong.
    """
    supporting = [each for each in evidence if each.support != "denies"]
    named = {each.origin for each in supporting}
    if len(named) == 1:
        (only,) = named
        origin = origins.get(only)
        # A shortcut for nearly every claim of a large dossier: one origin that goes back to no other.
        if origin is not None and not origin.depends_on and only not in without:
            return Independence(1, (only,)) if _counts(origin) else _NONE
    found = roots((each.origin for each in supporting if is_stated(each)), origins, without)
    if found:
        return Independence(len({independence_key(origins[root]) for root in found}), found)
    found = roots(named, origins, without)
    return Independence(1, found) if found else _NONE


def is_stated(evidence: Evidence) -> bool:
    """Return whether evidence supports its claim in full and its source itself names the origin."""
    return evidence.support == "full" and evidence.origin_basis == "stated"


def is_supported(
    evidence: Iterable[Evidence], origins: Mapping[str, Origin], without: frozenset[str] = frozenset()
) -> bool:
    """Return whether a passage supports a claim, in full or in part, whose origin was not withdrawn.

    `without` names origins to take as withdrawn. What is nobody's report supports a claim, although it never counts.
    """
    return any(each.support != "denies" and _stands(each.origin, origins, without) for each in evidence)


def _stands(origin_id: str, origins: Mapping[str, Origin], without: frozenset[str]) -> bool:
    origin = origins.get(origin_id)
    if origin is None or origin_id in without or origin.status == "withdrawn":
        return False
    return origin.is_nobodys or not origin.depends_on or bool(roots((origin_id,), origins, without))


def independence_key(origin: Origin) -> tuple[str, str]:
    """Return a key that is equal for origins that are not independent: of one speaker, or of one publisher."""
    if origin.kind in SPOKEN and origin.speaker:
        return "speaker", origin.speaker
    return "publisher", publisher_key(origin.publisher or "")


_NONE = Independence(0, ())


def roots(
    origin_ids: Iterable[str], origins: Mapping[str, Origin], without: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Return the ids of the roots that count among those reached from these origins, sorted. Circles do no harm."""
    seen: set[str] = set()
    queue = [each for each in origin_ids if each in origins]
    found: list[str] = []
    while queue:
        here = queue.pop()
        if here in seen:
            continue
        seen.add(here)
        origin = origins[here]
        if here in without or origin.status == "withdrawn" or origin.is_nobodys:
            continue
        beneath = [each for each in origin.depends_on if each in origins]
        if beneath:
            queue.extend(beneath)
        elif _counts(origin):
            found.append(here)
    return tuple(sorted(found))


def _counts(origin: Origin) -> bool:
    return not origin.is_nobodys and origin.status != "withdrawn" and bool(origin.publisher or origin.speaker)


@cache
def publisher_key(publisher: str) -> str:
    """Return a key that is equal for spellings of one publisher: its words without case, typography and leading article.

    "The Wall Street Journal" and "wall street journal" are one publisher.
    """
    found = words(publisher)
    if len(found) > 1 and found[0] == "the":
        del found[0]
    return " ".join(found) or publisher


def lineage(origin_id: str, origins: Mapping[str, Origin]) -> Iterator[str]:
    """Yield an origin and everything it goes back to at any depth, each id once, nearest first. Circles do no harm."""
    layer = [origin_id]
    seen: set[str] = set()
    while layer:
        here = [each for each in dict.fromkeys(layer) if each in origins and each not in seen]
        seen.update(here)
        yield from here
        layer = [beneath for each in here for beneath in origins[each].depends_on]


def tainted_origins(origin_ids: Iterable[str], origins: Mapping[str, Origin]) -> tuple[str, ...]:
    """Return the corrected and withdrawn origins among these and all they go back to, sorted by id."""
    reached = dict.fromkeys(each for origin_id in dict.fromkeys(origin_ids) for each in lineage(origin_id, origins))
    return tuple(sorted(each for each in reached if origins[each].status != "current"))
