"""How a text came by its story: the source as evidence shows it, and the chain of origins behind it.

It draws only links that a record states. A source's own report has no chain.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from dossier.linked import LinkedOrigin, LinkedSource, address
from dossier.model import Origin, Source
from dossier.pages.page import Link
from dossier.wording import remarks
from dossier.wording.labels import GRADES, NOBODYS
from dossier.wording.translation import cached


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source as far as a claim's evidence shows it, the same for every claim that cites it.

    `doubtful` sources are graded D or below: links to them are marked `nofollow`.
    """

    id: str
    address: str
    outlet: str
    title: str
    url: str
    published: str
    language: str
    grade: str
    grade_words: str
    grade_reason: str
    judged: str
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a chain: those who had the story at that stage, side by side."""

    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """How a story reached a source, first origin first and the source last.

    `is_own` says that the source is its own origin; `nobodys` says what it is that is nobody's report, `rests_on`
    what the origin itself rests on, in its record's words, and `status` what became of it; each may be empty.
    """

    key: str
    steps: tuple[Step, ...]
    is_own: bool
    nobodys: str
    rests_on: str
    status: str


@cached(4096)
def card(linked: LinkedSource) -> SourceCard:
    """Return a source as evidence shows it."""
    source_id, source = linked.id, linked.record
    grade = source.reliability.grade
    return SourceCard(
        id=source_id,
        address=address.source(source_id),
        outlet=source.outlet,
        title=source.title,
        url=source.url,
        published=source.dated,
        language=source.language,
        grade=grade,
        grade_words=GRADES[grade],
        grade_reason=source.reliability.reason,
        judged=source.reliability.judged,
        doubtful=grade >= "D",
    )


@cached(16384)
def chain(linked: LinkedOrigin, cited: LinkedSource) -> Chain:
    """Return the chain from the roots of an origin to a source."""
    origin_id, origin, origins = linked.id, linked.record, linked.lineage
    source_id, source = cited.id, cited.record
    stages = _stages(origin_id, origins)
    is_own = len(stages) == 1 and _is_of(origin, source)
    if _is_of(origin, source):
        stages = stages[:-1] if len(stages) > 1 else stages
    steps = [Step(tuple(_link(each, origins[each]) for each in stage)) for stage in stages]
    if not is_own:
        steps.append(Step((Link(address.source(source_id), source.outlet),)))
    status = ""
    if origin.status != "current":
        status = remarks.origin_became(origin.name, origin.status, origin.status_reason)
    return Chain(
        key=f"{origin_id} {source_id}",
        steps=tuple(steps),
        is_own=is_own,
        nobodys=NOBODYS.get(origin.kind, ""),
        rests_on=origin.rests_on or "",
        status=status,
    )


def _stages(origin_id: str, origins: Mapping[str, Origin]) -> list[list[str]]:
    """Return the origins behind one, by how many steps they lie behind it at most, farthest first."""
    depth = {origin_id: 0}
    queue = [origin_id]
    while queue:
        here = queue.pop()
        for behind in origins[here].depends_on:
            # More steps than origins means a circle, which `check` names.
            if behind in origins and depth.get(behind, -1) < depth[here] + 1 < len(origins):
                depth[behind] = depth[here] + 1
                queue.append(behind)
    stages: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for each, steps in sorted(depth.items()):
        stages[steps].append(each)
    return [stage for stage in reversed(stages) if stage]


def _is_of(origin: Origin, source: Source) -> bool:
    return origin.kind == "report" and (origin.publisher or "").casefold() == source.outlet.casefold()


def _link(origin_id: str, origin: Origin) -> Link:
    words = origin.publisher if origin.kind == "report" and origin.publisher else origin.name
    return Link(address.origin(origin_id), words)
