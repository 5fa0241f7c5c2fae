"""Updates: in order, about something, and corrections that show what was wrong.

Never compares two revisions; `changes` does.
"""

import datetime
import re
from collections.abc import Iterator

from dossier.library import FiledUpdate, Library
from dossier.library.filing import full_id
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
    by_id = {filed.id: filed for filed in library.updates}
    for filed in library.updates:
        yield from _subject(filed)
        yield from _correction(filed, by_id)
        if filed.update.kind == "retraction":
            yield from _retraction(filed, library)
        yield from _minted(filed)
        yield from _times(filed, library)
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


def _subject(filed: FiledUpdate) -> Iterator[Problem]:
    update = filed.update
    if filed.owner_kind == "brief" and update.kind in _NEEDS_CLAIMS and not update.claims and not update.topics:
        yield Problem(
            "update-names-nothing",
            f'update "{filed.id}" tells of a {update.kind} but names no claim',
            filed.place(),
            "list the claims that changed under `claims`",
        )


def _retraction(filed: FiledUpdate, library: Library) -> Iterator[Problem]:
    # A retraction that was itself mended may have been the mistake.
    if filed.corrected_by:
        return
    brief_id = filed.owner_id if filed.owner_kind == "brief" else ""
    for number, ref in enumerate(filed.update.claims):
        claim = library.claims.get(full_id(ref, brief_id))
        if claim is not None and claim.claim.status != "withdrawn":
            yield Problem(
                "retracted-not-withdrawn",
                f'retraction "{filed.id}" names "{ref}", which is not withdrawn: its status is {claim.claim.status}',
                filed.place("claims", number),
                "write `status: withdrawn` there, and why in `status_reason`; of a claim that stands in other words, tell in a correction",
            )


def _correction(filed: FiledUpdate, by_id: dict[str, FiledUpdate]) -> Iterator[Problem]:
    update = filed.update
    who = f'{update.kind} "{filed.id}"'
    if update.kind == "correction" and not (update.before and update.after):
        lacks = [key for key in ("before", "after") if not getattr(update, key)]
        which = "neither the wrong nor the right wording" if len(lacks) == 2 else f"no `{lacks[0]}`"
        yield Problem(
            "correction-without-wording",
            f"{who} shows {which}",
            filed.place(),
            f"add {' and '.join(f'`{key}`' for key in lacks)}",
        )
    if update.before and update.after and update.before.split() == update.after.split():
        yield Problem(
            "correction-changes-nothing", f"{who} has the same wording before and after", filed.place("after")
        )
    if update.kind in _MENDS and update.significance == "minor":
        yield Problem(
            "minor-correction",
            f"{who} is marked minor, and subscribers must hear of every {update.kind}",
            filed.place("significance"),
            "write `significance: major`",
        )
    if update.corrects is None:
        return
    if update.kind not in _MENDS:
        yield Problem(
            "corrects-misplaced",
            f'update "{filed.id}" is a {update.kind} and yet corrects "{update.corrects}"',
            filed.place("corrects"),
        )
    other = by_id.get(update.corrects)
    if other is not None and (other is filed or other.update.at > update.at):
        what = "itself" if other is filed else f'"{update.corrects}", which came later'
        yield Problem("corrects-later", f"{who} corrects {what}", filed.place("corrects"))


def _minted(filed: FiledUpdate) -> Iterator[Problem]:
    found = _DAY.match(filed.id)
    if not found:
        return
    try:
        minted = datetime.date(*map(int, found.groups()))
    except ValueError:  # an id is no date, though it may look like one
        return
    day = filed.update.at.date()
    if abs(day - minted) > _FAR:
        yield Problem(
            "update-far-from-id",
            f'update "{filed.id}" is of {day}, far from the day in its id, {minted}',
            filed.place("at"),
            "correct `at`",
        )


def _times(filed: FiledUpdate, library: Library) -> Iterator[Problem]:
    day = filed.update.at.date()
    # A day's grace: dates of things and reports are local to where they happened.
    latest = (day + _ONE_DAY).isoformat()
    if filed.owner_kind == "brief":
        brief = library.corpus.briefs[filed.owner_id]
        if is_after(brief.date, latest):
            yield Problem(
                "update-before-brief",
                f'update "{filed.id}" is of {day}, yet its brief tells of {brief.date}',
                filed.place("at"),
            )
            return
    for claim_id in filed.claims:
        reported = library.claims[claim_id].claim.reported
        if reported > latest and is_after(reported, latest):
            yield Problem(
                "update-before-claim",
                f'update "{filed.id}" is of {day}, yet names "{claim_id}", reported {reported}',
                filed.place("at"),
            )


def _order(library: Library) -> Iterator[Problem]:
    above: FiledUpdate | None = None
    closed = False
    for filed in sorted(library.updates, key=lambda filed: (filed.file, filed.owner_id, filed.index)):
        if above is None or (above.owner_kind, above.owner_id) != (filed.owner_kind, filed.owner_id):
            above, closed = None, False
        if above is not None and filed.update.at < above.update.at:
            yield Problem(
                "update-order",
                f'update "{filed.id}" is of {filed.update.at.isoformat()}, earlier than "{above.id}" above it',
                filed.place("at"),
                "updates are appended, oldest first",
            )
        if closed and filed.update.kind not in _MENDS:
            yield Problem(
                "update-after-closed",
                f'update "{filed.id}" follows one that closed this {filed.owner_kind}',
                filed.place("kind"),
            )
        closed = closed or filed.update.kind == "closed"
        above = filed
