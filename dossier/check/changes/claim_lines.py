"""Lines of a report for published claims that changed: what nobody is told of first, and of that the words before all else.

Claims that changed alike are one line, so that a change of many does not bury the others.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

from dossier.check.changes.difference import ATTRIBUTION, ChangedClaim
from dossier.check.changes.fields import evidence_lines, told
from dossier.check.changes.problems import problems_of_claim
from dossier.check.changes.report_line import Part, Phrase, Ref, ReportLine, Strong, Wordings, Words
from dossier.library.linking import full_id
from dossier.model import RELATIONS
from dossier.wording.english import count

Announced = Literal["untold", "minor", "major"]
"""Who is told of a change: nobody, readers of the history, or subscribers, too."""
_HEADINGS: dict[Announced, str] = {
    "untold": "Claims changed, and no update says so",
    "minor": "Claims changed with a minor update, of which subscribers are not told",
    "major": "Claims changed, as subscribers are told",
}
_SAYS = ("status", "short", "status_reason", "note", *ATTRIBUTION)
_Body = tuple[Phrase | Wordings, ...]


def changed_claims(changed: Iterable[ChangedClaim], announced: Announced) -> Iterator[ReportLine]:
    """Yield the claims that changed and were announced so: those at fault first, and of these the texts."""
    alike: dict[tuple[_Body, Phrase], list[ChangedClaim]] = {}
    for one in changed:
        if _announced(one) == announced:
            alike.setdefault((tuple(_body(one)), _told_by(one)), []).append(one)
    for (body, told_by), claims in sorted(alike.items(), key=lambda pair: _gravity(pair[1][0])):
        refs: list[Part] = [part for one in claims for part in (", ", Ref(one.id, one.head.place()))]
        number: Phrase = (f"{count(len(claims), 'claim')}: ",) if len(claims) > 1 else ()
        yield ReportLine("told", _HEADINGS[announced], (*number, *refs[1:], *told_by), body)


def _announced(one: ChangedClaim) -> Announced:
    return "major" if one.reaches_feeds else "minor" if one.new_updates else "untold"


def _gravity(one: ChangedClaim) -> tuple[int, int, str]:
    severities = {problem.severity for problem in problems_of_claim(one)}
    fault = 0 if "error" in severities else 1 if "warning" in severities else 2
    if "text" in one.fields:
        what = 0
    elif any(name in _SAYS for name in one.fields):
        what = 1
    else:
        what = 2 if "evidence" in one.fields or one.has_other_origins or one.has_other_basis else 3
    return fault, what, one.id


def _told_by(one: ChangedClaim) -> Phrase:
    """Return which updates tell of the change, and what is wrong with it, as the end of its line."""
    named = ", ".join(linked.id for linked in one.new_updates)
    said: Phrase = (" – told by ", Words(named))
    if not one.new_updates:
        said = (" – ", Strong("no update says so"))
    elif not one.reaches_feeds:
        said = (" – ", Strong("minor update"), ": ", Words(named), " says so in the history, subscribers are not told")
    wrong: list[Part] = [
        part for problem in problems_of_claim(one) for part in (", ", Strong(problem.severity), f" {problem.code.name}")
    ]
    return (*said, *wrong)


def _body(one: ChangedClaim) -> Iterator[Phrase | Wordings]:
    before, after = one.base.claim, one.head.claim
    # What readers of the page see first is told first.
    order = ("text", *_SAYS)
    for name in sorted(one.fields, key=lambda name: order.index(name) if name in order else len(order)):
        if name == "evidence":
            yield from evidence_lines(one.lost, one.gained)
        elif name in RELATIONS:
            old, new = (
                tuple(sorted(full_id(ref, linked.brief_id) for ref in getattr(linked.claim, name)))
                for linked in (one.base, one.head)
            )
            yield from told(name, old, new)
        else:
            yield from told(name, getattr(before, name), getattr(after, name))
    if one.has_other_basis:
        kinds = (linked.basis.kind if linked.basis else "none" for linked in (one.base, one.head))
        yield ("basis: ", " → ".join(kinds))
    if one.has_other_origins:
        counts = (str(linked.independence.count) for linked in (one.base, one.head))
        roots = (", ".join(linked.independence.roots) or "∅" for linked in (one.base, one.head))
        yield ("independent origins: ", " → ".join(counts), ", ", Words(next(roots)), " → ", Words(next(roots)))
    if "text" not in one.fields and any(name in ("status", "status_reason") for name in one.fields):
        yield ("text: ", Words(after.text))
