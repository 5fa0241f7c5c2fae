"""Updates: in order, about something, and corrections that show what was wrong.

Never compares two revisions; `changes` does.
"""

import datetime
import re
from collections.abc import Iterator

from dossier.library import Library
from dossier.library.linking import full_id
from dossier.linked import LinkedUpdate
from dossier.model import is_after
from dossier.problem import Problem

_ONE_DAY = datetime.timedelta(days=1)
# A slip in the year is about a year; nobody writes an update so long before it is published.
_FAR = datetime.timedelta(days=300)
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:-|$)")
_MENDS = ("correction", "retraction")
_NEEDS_CLAIMS = ("development", *_MENDS)


def check(library: Library) -> Iterator[Problem]:
    """Yield faults of updates, and briefs that have none."""
    by_id = {linked.id: linked for linked in library.updates}
    for linked in library.updates:
        yield from _subject(linked)
        yield from _correction(linked, by_id)
        if linked.update.kind == "retraction":
            yield from _retraction(linked, library)
        yield from _minted(linked)
        yield from _times(linked, library)
    yield from _order(library)
    for brief_id, brief in library.corpus.briefs.items():
        dropped = library.corpus.dropped.get(("brief", brief_id), ())
        if not brief.updates and not any(one.key == "updates" for one in dropped):
            yield Problem(
                "brief-without-update",
                f'brief "{brief_id}" has no update, so no subscriber hears of it',
                library.corpus.place("brief", brief_id),
                f"add one with: python build.py new update {brief_id}",
            )


def _subject(linked: LinkedUpdate) -> Iterator[Problem]:
    update = linked.update
    if linked.owner_kind == "brief" and update.kind in _NEEDS_CLAIMS and not update.claims and not update.topics:
        yield Problem(
            "update-names-nothing",
            f'update "{linked.id}" tells of a {update.kind} but names no claim',
            linked.place(),
            "list the claims that changed under `claims`",
        )


def _retraction(linked: LinkedUpdate, library: Library) -> Iterator[Problem]:
    # A retraction that was itself mended may have been the mistake.
    if linked.corrected_by:
        return
    brief_id = linked.owner_id if linked.owner_kind == "brief" else ""
    for number, ref in enumerate(linked.update.claims):
        claim = library.claims.get(full_id(ref, brief_id))
        if claim is not None and claim.claim.status != "withdrawn":
            yield Problem(
                "retracted-not-withdrawn",
                f'retraction "{linked.id}" names "{ref}", which is not withdrawn: its status is {claim.claim.status}',
                linked.place("claims", number),
                "write `status: withdrawn` there, and why in `status_reason`; of a claim that stands in other words, tell in a correction",
            )


def _correction(linked: LinkedUpdate, by_id: dict[str, LinkedUpdate]) -> Iterator[Problem]:
    update = linked.update
    who = f'{update.kind} "{linked.id}"'
    if update.kind == "correction" and not (update.before and update.after):
        lacks = [key for key in ("before", "after") if not getattr(update, key)]
        which = "neither the wrong nor the right wording" if len(lacks) == 2 else f"no `{lacks[0]}`"
        yield Problem(
            "correction-without-wording",
            f"{who} shows {which}",
            linked.place(),
            f"add {' and '.join(f'`{key}`' for key in lacks)}",
        )
    if update.before and update.after and update.before.split() == update.after.split():
        yield Problem(
            "correction-changes-nothing", f"{who} has the same wording before and after", linked.place("after")
        )
    if update.kind in _MENDS and update.significance == "minor":
        yield Problem(
            "minor-correction",
            f"{who} is marked minor, and subscribers must hear of every {update.kind}",
            linked.place("significance"),
            "write `significance: major`",
        )
    if update.corrects is None:
        return
    if update.kind not in _MENDS:
        yield Problem(
            "corrects-misplaced",
            f'update "{linked.id}" is a {update.kind} and yet corrects "{update.corrects}"',
            linked.place("corrects"),
        )
    other = by_id.get(update.corrects)
    if other is not None and (other is linked or other.update.at > update.at):
        what = "itself" if other is linked else f'"{update.corrects}", which came later'
        yield Problem("corrects-later", f"{who} corrects {what}", linked.place("corrects"))


def _minted(linked: LinkedUpdate) -> Iterator[Problem]:
    found = _DAY.match(linked.id)
    if not found:
        return
    try:
        minted = datetime.date(*map(int, found.groups()))
    except ValueError:  # an id is no date, though it may look like one
        return
    day = linked.update.at.date()
    if abs(day - minted) > _FAR:
        yield Problem(
            "update-far-from-id",
            f'update "{linked.id}" is of {day}, far from the day in its id, {minted}',
            linked.place("at"),
            "correct `at`",
        )


def _times(linked: LinkedUpdate, library: Library) -> Iterator[Problem]:
    day = linked.update.at.date()
    # A day's grace: dates of things and reports are local to where they happened.
    latest = (day + _ONE_DAY).isoformat()
    if linked.owner_kind == "brief":
        brief = library.corpus.briefs[linked.owner_id]
        if is_after(brief.date, latest):
            yield Problem(
                "update-before-brief",
                f'update "{linked.id}" is of {day}, yet its brief tells of {brief.date}',
                linked.place("at"),
            )
            return
    for claim_id in linked.claims:
        reported = library.claims[claim_id].claim.reported
        if reported > latest and is_after(reported, latest):
            yield Problem(
                "update-before-claim",
                f'update "{linked.id}" is of {day}, yet names "{claim_id}", reported {reported}',
                linked.place("at"),
            )


def _order(library: Library) -> Iterator[Problem]:
    above: LinkedUpdate | None = None
    closed = False
    for linked in sorted(library.updates, key=lambda linked: (linked.file, linked.owner_id, linked.index)):
        if above is None or (above.owner_kind, above.owner_id) != (linked.owner_kind, linked.owner_id):
            above, closed = None, False
        if above is not None and linked.update.at < above.update.at:
            yield Problem(
                "update-order",
                f'update "{linked.id}" is of {linked.update.at.isoformat()}, earlier than "{above.id}" above it',
                linked.place("at"),
                "updates are appended, oldest first",
            )
        if closed and linked.update.kind not in _MENDS:
            yield Problem(
                "update-after-closed",
                f'update "{linked.id}" follows one that closed this {linked.owner_kind}',
                linked.place("kind"),
            )
        closed = closed or linked.update.kind == "closed"
        above = linked
