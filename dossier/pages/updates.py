"""The change log by day, and a page for each update: what changed, what it said before, and the claims concerned.

Never hides what was wrong: a correction shows the old words beside the new ones for good.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from dossier.library import FiledUpdate, address
from dossier.pages import phrase
from dossier.pages.change import Change, change
from dossier.pages.cite import Cite, cite
from dossier.pages.desk import ClaimHandle, Desk
from dossier.pages.listing import Stretch, listing
from dossier.pages.page import Link, Page, Toc
from dossier.pages.period import PeriodLink
from dossier.pages.plain import plain

_MOST_CLAIMS = 40


@dataclass(frozen=True, slots=True)
class Day:
    """The updates of one day, newest first."""

    date: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class UpdatesView:
    """The change log, newest first; `periods` are empty unless it is too long for one page."""

    title: str
    words: str
    days: tuple[Day, ...]
    cut: str
    periods: tuple[PeriodLink, ...]
    here: str
    toc: tuple[Toc, ...] = ()


@dataclass(frozen=True, slots=True)
class UpdateView:
    """One update. `time` is its authored time in UTC, in words; `topics` are those beside its own page.

    `claims` are shown in full, `more` of them only counted.
    """

    change: Change
    time: str
    topics: tuple[Link, ...]
    claims: tuple[ClaimHandle, ...]
    more: int
    cite: Cite
    toc: tuple[Toc, ...]


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the change log, in several pages where it is long, and the page of each update."""
    yield from _logs(desk)
    for filed in desk.library.updates:
        note = plain(filed.update.note)
        claims = [desk.library.claims[claim].claim for claim in filed.claims]
        parties = {claim.party for claim in claims}
        yield Page(
            address=filed.address,
            kind="update",
            template="pages/update.html",
            title=_title(filed),
            description=phrase.clipped(note, 200),
            build=partial(_view, desk, filed),
            feeds=desk.feeds(filed.topics),
            label="Update",
            topics=tuple(link.words for link in desk.topic_links(filed.topics)),
            parties=tuple(link.words for party, link in desk.parties.items() if party in parties),
            modified=phrase.moment(filed.update.at),
            published=phrase.moment(filed.update.at),
            date=max((claim.date for claim in claims), default=""),
        )


def _title(filed: FiledUpdate) -> str:
    kind = filed.update.kind
    return filed.title if kind in ("new", "development") else f"{phrase.UPDATE_KIND[kind]}: {filed.title}"


def _logs(desk: Desk) -> Iterator[Page]:
    told = "What was added, changed and corrected, day by day"
    view = partial(_log_view, desk)
    yield from listing(desk, address.UPDATES, told, desk.library.updates, _date, "update", view)


def _date(filed: FiledUpdate) -> str:
    return phrase.moment(filed.update.at)[:10]


def _log_view(desk: Desk, stretch: Stretch[FiledUpdate]) -> UpdatesView:
    return UpdatesView(
        title=stretch.title,
        words=stretch.words,
        days=tuple(
            Day(day, tuple(change(desk, filed) for filed in group)) for day, group in groupby(stretch.shown, key=_date)
        ),
        cut=stretch.cut,
        periods=stretch.links,
        here=stretch.here,
    )


def _view(desk: Desk, filed: FiledUpdate) -> UpdateView:
    library = desk.library
    claims = [library.claims[each] for each in filed.claims]
    at = phrase.moment(filed.update.at)
    toc = [Toc("wording", "Before and after")] if filed.update.before or filed.update.after else []
    if claims:
        toc.append(Toc("claims", "The claims concerned"))
    shown = change(desk, filed)
    return UpdateView(
        change=shown,
        time=f"{phrase.date_words(at[:10])}, {at[11:16]} UTC",
        topics=tuple(topic for topic in shown.topics if topic.address != shown.owner.address),
        claims=desk.claims(claims[:_MOST_CLAIMS]),
        more=max(len(claims) - _MOST_CLAIMS, 0),
        cite=cite(library, _title(filed), filed.address, at),
        toc=(*toc, Toc("cite", "Cite this page")) if toc else (),
    )
