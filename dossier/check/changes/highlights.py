"""What a maintainer should look at first: what readers are told differently than before.

The rest of the report is left to `markdown`. Each kind of change has a limit of its own, so that none crowds out others.
"""

from collections.abc import Iterable, Iterator

from dossier.check.changes.difference import (
    ATTRIBUTION,
    ChangedClaim,
    ChangedPosition,
    ChangedRecord,
    Changes,
    Vanished,
)
from dossier.check.changes.links import Links
from dossier.check.changes.markup import announced, code, evidence, truncated, value
from dossier.library.linking import full_id
from dossier.linked import LinkedClaim, LinkedUpdate
from dossier.model import RELATIONS, Topic
from dossier.model.topic import Sentence
from dossier.problem import Span
from dossier.wording.phrase import count

_MOST_OF_A_KIND = 12
# The text of a claim has a section of its own, right below.
_SAYS = ("short", *ATTRIBUTION)
_WORDS = {"said_by": "Speaker", "short": "Short text"}


def highlights(changes: Changes, links: Links) -> list[str]:
    """Return the items of the list, the gravest kind first. An item may have indented lines below it."""
    changed = changes.changed
    kinds: tuple[Iterable[str], ...] = (
        (_position(one) for one in changes.positions),
        (_status(one, links) for one in changed if "status" in one.fields),
        (_basis(one, links) for one in changed if _has_other_basis(one)),
        (_less_evidence(one, links) for one in changed if one.removed),
        (_origins(one, links) for one in changed if one.base.independence.count > one.head.independence.count),
        (_origins(one, links) for one in changed if one.base.independence.count < one.head.independence.count),
        (_other_roots(one, links) for one in changed if _has_other_roots(one)),
        *([_field(one, name, links) for one in changed if name in one.fields] for name in _SAYS),
        (line for one in changed for line in _relations(one, links)),
        (line for linked in changes.really_added for line in _against(changes, linked, links)),
        (_title(one, name, links) for one in changes.records for name in ("title", "name") if name in one.fields),
        (_bottom_line(one, links) for one in changes.records if "bottom_line" in one.fields),
        (_gone(changes, one) for one in changes.vanished if not one.with_brief),
        (_edited(before, now, links) for before, now in changes.edited),
    )
    return [line for kind in kinds for line in truncated(kind, _MOST_OF_A_KIND)]


def _position(one: ChangedPosition) -> str:
    both = (one.base, one.head)
    before, after = (code(linked.claim.short or linked.claim.text) if linked else "none" for linked in both)
    old, new = (code(linked.id) if linked else "none" for linked in both)
    return f"- **Position** of {code(one.party)} on {code(one.topic)}: {before} → {after}\n  - {old} → {new}"


def _status(one: ChangedClaim, links: Links) -> str:
    before, after = (linked.claim.status or "none" for linked in (one.base, one.head))
    line = f"- **Status** {before} → {after}: {links.to_claim(one.head)}{announced(one)}"
    return f"{line}\n  - {code(one.head.claim.text)}"


def _basis(one: ChangedClaim, links: Links) -> str:
    return f"- **Basis** {_kind(one.base)} → {_kind(one.head)}: {links.to_claim(one.head)}{announced(one)}"


def _has_other_basis(one: ChangedClaim) -> bool:
    # Where the number of independent origins changed, that is told.
    return _kind(one.base) != _kind(one.head) and one.base.independence.count == one.head.independence.count


def _kind(linked: LinkedClaim) -> str:
    return linked.basis.kind if linked.basis else "none"


def _less_evidence(one: ChangedClaim, links: Links) -> str:
    lines = [f"- **Evidence removed**: {links.to_claim(one.head)}{announced(one)}"]
    return "\n".join([*lines, *(f"  - {evidence(lost)}" for lost in one.removed)])


def _origins(one: ChangedClaim, links: Links) -> str:
    before, after = one.base.independence.count, one.head.independence.count
    return f"- **Independent origins** {before} → {after}: {links.to_claim(one.head)}{announced(one)}"


def _has_other_roots(one: ChangedClaim) -> bool:
    return one.has_other_origins and one.base.independence.count == one.head.independence.count


def _other_roots(one: ChangedClaim, links: Links) -> str:
    before, after = (value(linked.independence.roots) for linked in (one.base, one.head))
    return f"- **Independent origins** {before} → {after}: {links.to_claim(one.head)}{announced(one)}"


def _field(one: ChangedClaim, name: str, links: Links) -> str:
    before, after = (value(getattr(linked.claim, name)) for linked in (one.base, one.head))
    return f"- **{_WORDS.get(name, name.capitalize())}** {before} → {after}: {links.to_claim(one.head)}{announced(one)}"


def _relations(one: ChangedClaim, links: Links) -> Iterator[str]:
    for name in RELATIONS:
        if name in one.fields:
            before, after = (
                {full_id(ref, linked.brief_id) for ref in getattr(linked.claim, name)}
                for linked in (one.base, one.head)
            )
            verb = name.replace("_", " ")
            for word, those in ((f"No longer {verb}", before - after), (f"Now {verb}", after - before)):
                if those:
                    yield f"- **{word}** {value(tuple(sorted(those)))}: {links.to_claim(one.head)}{announced(one)}"


def _against(changes: Changes, linked: LinkedClaim, links: Links) -> Iterator[str]:
    """Yield the published claims that a new one supersedes or contradicts: their pages change, though not their text."""
    for verb, those in (("supersedes", linked.supersedes), ("contradicts", linked.contradicts)):
        for other in those:
            if other in changes.base.claims:
                line = f"- **New claim {verb}** {code(other)}: {links.to_claim(linked)}"
                yield f"{line}\n  - {code(changes.base.claims[other].claim.text)}"


def _title(one: ChangedRecord, name: str, links: Links) -> str:
    before, after = (value(getattr(record, name)) for record in (one.base, one.head))
    return f"- **{name.capitalize()}** {before} → {after}: {one.kind} {links.to(one.id, Span(one.file))}"


def _bottom_line(one: ChangedRecord, links: Links) -> str:
    lines = [f"- **Bottom line** of {one.kind} {links.to(one.id, Span(one.file))}"]
    if isinstance(one.base, Topic) and isinstance(one.head, Topic):
        before, after = one.base.bottom_line, one.head.bottom_line
        if before.as_of != after.as_of:
            lines.append(f"  - as of {code(before.as_of)} → {code(after.as_of)}")
        lines += [f"  - before: {_sentence(one)}" for one in before.sentences if one not in after.sentences]
        lines += [f"  - after: {_sentence(one)}" for one in after.sentences if one not in before.sentences]
    return "\n".join(lines)


def _sentence(sentence: Sentence) -> str:
    return f"{code(sentence.text)} on {value(sentence.claims)}"


def _gone(changes: Changes, gone: Vanished) -> str:
    renamed = f", now {code(gone.renamed)}" if gone.renamed else ""
    if gone.renamed and gone.kind == "brief":
        renamed += f" with the same {count(len(changes.base.claims_by_brief[gone.id]), 'claim')}"
    return f"- **Gone**: {gone.kind} {code(gone.id)} from {code(gone.file)}{renamed}"


def _edited(before: LinkedUpdate, now: LinkedUpdate, links: Links) -> str:
    lines = [f"- **Published update edited**: {links.to(now.id, now.place())}"]
    for name in type(now.update).model_fields:
        was, is_now = getattr(before.update, name), getattr(now.update, name)
        if was != is_now:
            lines.append(f"  - {name}: {value(was)} → {value(is_now)}")
    return "\n".join(lines)
