"""Updates: in order, about something, and corrections that show what was wrong.

Comparing two revisions is left to `changes`.
"""

import datetime
import re
from collections.abc import Iterator

from dossier.library import Library
from dossier.library.linking import full_id
from dossier.linked import LinkedUpdate
from dossier.model import CORRECTIVE_KINDS, is_after
from dossier.problem import Area, Code, Problem
from dossier.wording import english

UPDATE_NAMES_NOTHING = Code(
    "update-names-nothing",
    Area.CORPUS,
    "error",
    "An update of a brief tells of a development, correction or retraction but names no claim and no topic.",
    "List the claims that changed under `claims`.",
)
UPDATE_ORDER = Code(
    "update-order",
    Area.CORPUS,
    "error",
    "An update is dated before the one that stands above it.",
    "Updates are appended, oldest first: correct the time, or move it to its place.",
)
UPDATE_FAR_FROM_ID = Code(
    "update-far-from-id",
    Area.CORPUS,
    "warning",
    "The time of an update is a year or so away from the day at the start of its id.",
    "Correct `at`: feeds sort by it.",
)
UPDATE_IN_FUTURE = Code(
    "update-in-future",
    Area.CORPUS,
    "warning",
    "An update is dated years after everything else in the dossier, so it would stay on top of every feed.",
    "Correct `at`.",
)
UPDATE_BEFORE_BRIEF = Code(
    "update-before-brief",
    Area.CORPUS,
    "error",
    "An update was published before the development that its brief tells of.",
    "Correct the time of the update or the date of the brief.",
)
UPDATE_BEFORE_CLAIM = Code(
    "update-before-claim",
    Area.CORPUS,
    "error",
    "An update names a claim that was reported only after the update.",
    "Correct `at`, or `reported` in the claim.",
)
UPDATE_AFTER_CLOSED = Code(
    "update-after-closed",
    Area.CORPUS,
    "warning",
    "A brief or topic that was closed has a later update that is neither a correction nor a retraction.",
    "Tell of it in a brief of its own, or take the `closed` update out if it was never published.",
)
BRIEF_WITHOUT_UPDATE = Code(
    "brief-without-update",
    Area.CORPUS,
    "warning",
    "A brief has no update, so neither feeds nor the change log mention it.",
    "Add one with `python build.py new update`.",
)
CORRECTION_WITHOUT_WORDING = Code(
    "correction-without-wording",
    Area.CORPUS,
    "error",
    "A correction does not show the wrong and the right wording.",
    "Write both: in `changes` for each claim, as `before` and `after` for anything else.",
)
CORRECTION_CHANGES_NOTHING = Code(
    "correction-changes-nothing",
    Area.CORPUS,
    "error",
    "The wording before and after a correction is the same.",
    "Show what was wrong in `before` and what is right in `after`.",
)
MINOR_CORRECTION = Code(
    "minor-correction",
    Area.CORPUS,
    "error",
    "A correction or retraction is marked `minor`, though subscribers must hear of every one.",
    "Write `significance: major`.",
)
RETRACTED_NOT_WITHDRAWN = Code(
    "retracted-not-withdrawn",
    Area.CORPUS,
    "error",
    "A retraction names a claim that is not withdrawn, so that subscribers are told one thing and readers another.",
    "Withdraw the claim with its reason, or tell of its new wording in a correction.",
)
CORRECTS_LATER = Code(
    "corrects-later",
    Area.CORPUS,
    "error",
    "An update is said to correct itself or a later update.",
    "Name the update whose words were wrong.",
)
CORRECTS_MISPLACED = Code(
    "corrects-misplaced",
    Area.CORPUS,
    "error",
    "An update that is neither a correction nor a retraction is said to correct another.",
    "Set its kind to `correction` or `retraction`, or take `corrects` out.",
)

_ONE_DAY = datetime.timedelta(days=1)
# A mistyped year is about a year off; nobody writes an update so long before it is published.
_TOO_FAR = datetime.timedelta(days=300)
_YEARS_AHEAD = 3
_DAY = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:-|$)")
_NEEDS_CLAIMS = ("development", *CORRECTIVE_KINDS)


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of updates, and of briefs without any."""
    by_id = {linked.id: linked for linked in library.updates}
    for linked in library.updates:
        yield from _subject(linked)
        yield from _correction(linked, by_id)
        if linked.update.kind == "retraction":
            yield from _retraction(linked, library)
        yield from _far_from_id(linked)
        yield from _times(linked, library)
    yield from _in_future(library)
    yield from _order(library)
    for brief_id, brief in library.corpus.briefs.items():
        rejected = library.corpus.rejected.get(("brief", brief_id), ())
        if not brief.updates and not any(one.key == "updates" for one in rejected):
            yield Problem(
                BRIEF_WITHOUT_UPDATE,
                f'brief "{brief_id}" has no update, so no subscriber hears of it',
                library.corpus.place("brief", brief_id),
                f"add one with: python build.py new update {brief_id}",
            )


def _subject(linked: LinkedUpdate) -> Iterator[Problem]:
    update = linked.update
    if linked.owner_kind == "brief" and update.kind in _NEEDS_CLAIMS and not update.claims and not update.topics:
        yield Problem(
            UPDATE_NAMES_NOTHING,
            f'update "{linked.id}" tells of a {update.kind} but names no claim',
            linked.place(),
            "list the claims that changed under `claims`",
        )


def _retraction(linked: LinkedUpdate, library: Library) -> Iterator[Problem]:
    # A retraction that was itself corrected may have been the mistake.
    if linked.corrected_by:
        return
    brief_id = linked.owner_id if linked.owner_kind == "brief" else ""
    for number, ref in enumerate(linked.update.claims):
        claim = library.claims.get(full_id(ref, brief_id))
        if claim is not None and claim.claim.status != "withdrawn":
            yield Problem(
                RETRACTED_NOT_WITHDRAWN,
                f'retraction "{linked.id}" names "{ref}", which is not withdrawn: its status is {claim.claim.status or "not set"}',
                linked.place("claims", number),
                "write `status: withdrawn` there, and why in `status_reason`; of a claim that stands in other words, tell in a correction",
            )


def _correction(linked: LinkedUpdate, by_id: dict[str, LinkedUpdate]) -> Iterator[Problem]:
    update = linked.update
    who = f'{update.kind} "{linked.id}"'
    if update.kind == "correction" and not (update.before and update.after) and not update.changes:
        lacks = [key for key in ("before", "after") if not getattr(update, key)]
        which = "neither the wrong nor the right wording" if len(lacks) == 2 else f"no `{lacks[0]}`"
        yield Problem(
            CORRECTION_WITHOUT_WORDING,
            f"{who} shows {which}",
            linked.place(),
            f"add {english.listed(f'`{key}`' for key in lacks)}, or `changes` with the claims that it changed",
        )
    for number, change in enumerate(update.changes):
        if change.before.split() == change.after.split():
            at = linked.place("changes", number, "after")
            yield Problem(CORRECTION_CHANGES_NOTHING, f"{who} has the same wording before and after", at)
    if update.before and update.after and update.before.split() == update.after.split():
        yield Problem(CORRECTION_CHANGES_NOTHING, f"{who} has the same wording before and after", linked.place("after"))
    if update.kind in CORRECTIVE_KINDS and update.significance == "minor":
        yield Problem(
            MINOR_CORRECTION,
            f"{who} is marked minor, and subscribers must hear of every {update.kind}",
            linked.place("significance"),
            "write `significance: major`",
        )
    if update.corrects is None:
        return
    if update.kind not in CORRECTIVE_KINDS:
        yield Problem(
            CORRECTS_MISPLACED,
            f'update "{linked.id}" is a {update.kind} and yet corrects "{update.corrects}"',
            linked.place("corrects"),
        )
    other = by_id.get(update.corrects)
    if other is not None and (other is linked or other.update.at > update.at):
        what = "itself" if other is linked else f'"{update.corrects}", which came later'
        yield Problem(CORRECTS_LATER, f"{who} corrects {what}", linked.place("corrects"))


def _far_from_id(linked: LinkedUpdate) -> Iterator[Problem]:
    found = _DAY.match(linked.id)
    if not found:
        return
    try:
        day_in_id = datetime.date(*map(int, found.groups()))
    except ValueError:  # an id that only looks like a date
        return
    day = linked.update.at.date()
    if abs(day - day_in_id) > _TOO_FAR:
        yield Problem(
            UPDATE_FAR_FROM_ID,
            f'update "{linked.id}" is of {day}, far from the day in its id, {day_in_id}',
            linked.place("at"),
            "correct `at`",
        )


def _in_future(library: Library) -> Iterator[Problem]:
    """Tell of an update far behind all others and all sources: what day it is today, no check may depend on."""
    if len(library.updates) < 2:
        return
    newest, before = library.updates[:2]
    accessed = max((linked.accessed or "" for linked in library.sources.values()), default="")
    last = max(before.update.at.date().isoformat(), accessed)
    if newest.update.at.year - int(last[:4]) >= _YEARS_AHEAD:
        yield Problem(
            UPDATE_IN_FUTURE,
            f'update "{newest.id}" is of {newest.update.at.date()}, years after everything else, {last}',
            newest.place("at"),
            "correct `at`",
        )


def _times(linked: LinkedUpdate, library: Library) -> Iterator[Problem]:
    day = linked.update.at.date()
    # One day of tolerance: dates of events and reports are local to where they happened.
    latest = (day + min(_ONE_DAY, datetime.date.max - day)).isoformat()
    if linked.owner_kind == "brief":
        brief = library.corpus.briefs[linked.owner_id]
        if is_after(brief.date, latest):
            yield Problem(
                UPDATE_BEFORE_BRIEF,
                f'update "{linked.id}" is of {day}, yet its brief tells of {brief.date}',
                linked.place("at"),
            )
            return
    for claim_id in linked.claims:
        reported = library.claims[claim_id].claim.reported
        if reported > latest and is_after(reported, latest):
            yield Problem(
                UPDATE_BEFORE_CLAIM,
                f'update "{linked.id}" is of {day}, yet names "{claim_id}", reported {reported}',
                linked.place("at"),
            )


def _order(library: Library) -> Iterator[Problem]:
    previous: LinkedUpdate | None = None
    closed = False
    for linked in sorted(library.updates, key=lambda linked: (linked.file, linked.owner_id, linked.index)):
        if previous is None or (previous.owner_kind, previous.owner_id) != (linked.owner_kind, linked.owner_id):
            previous, closed = None, False
        if previous is not None and linked.update.at < previous.update.at:
            yield Problem(
                UPDATE_ORDER,
                f'update "{linked.id}" is of {linked.update.at.isoformat()}, earlier than "{previous.id}" above it',
                linked.place("at"),
                "updates are appended, oldest first",
            )
        if closed and linked.update.kind not in CORRECTIVE_KINDS:
            yield Problem(
                UPDATE_AFTER_CLOSED,
                f'update "{linked.id}" follows one that closed this {linked.owner_kind}',
                linked.place("kind"),
            )
        closed = closed or linked.update.kind == "closed"
        previous = linked
