"""The change log by day, and a page for each update: what changed, what it said before, and the claims concerned.

Never hides what was wrong: a correction shows the old words beside the new ones for good.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from dossier.linked import LinkedUpdate, address
from dossier.pages.cite import Cite, cite
from dossier.pages.context import ClaimHandle, Context
from dossier.pages.listing import Stretch, listing
from dossier.pages.page import Link, Page, Toc
from dossier.pages.pagination import PeriodLink
from dossier.pages.update_line import Change, change
from dossier.wording import phrase
from dossier.wording.strip_markdown import plain

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


def pages(context: Context) -> Iterator[Page]:
    """Yield the change log, in several pages where it is long, and the page of each update."""
    yield from _logs(context)
    for linked in context.library.updates:
        note = plain(linked.update.note)
        claims = [context.library.claims[claim].claim for claim in linked.claims]
        parties = {claim.party for claim in claims}
        yield Page(
            address=linked.address,
            kind="update",
            template="pages/update.html",
            title=_title(linked),
            description=phrase.clipped(note, 200),
            build=partial(_view, context, linked),
            feeds=context.feeds(linked.topics),
            label="Update",
            topics=tuple(link.words for link in context.topic_links(linked.topics)),
            parties=tuple(link.words for party, link in context.parties.items() if party in parties),
            modified=phrase.moment(linked.update.at),
            published=phrase.moment(linked.update.at),
            date=max((claim.date for claim in claims), default=""),
        )


def _title(linked: LinkedUpdate) -> str:
    kind = linked.update.kind
    return linked.title if kind in ("new", "development") else f"{phrase.UPDATE_KIND[kind]}: {linked.title}"


def _logs(context: Context) -> Iterator[Page]:
    told = "What was added, changed and corrected, day by day"
    view = partial(_log_view, context)
    yield from listing(context, address.UPDATES, told, context.library.updates, _date, "update", view)


def _date(linked: LinkedUpdate) -> str:
    return phrase.moment(linked.update.at)[:10]


def _log_view(context: Context, stretch: Stretch[LinkedUpdate]) -> UpdatesView:
    return UpdatesView(
        title=stretch.title,
        words=stretch.words,
        days=tuple(
            Day(day, tuple(change(context, linked) for linked in group))
            for day, group in groupby(stretch.shown, key=_date)
        ),
        cut=stretch.cut,
        periods=stretch.links,
        here=stretch.here,
    )


def _view(context: Context, linked: LinkedUpdate) -> UpdateView:
    library = context.library
    claims = [library.claims[each] for each in linked.claims]
    at = phrase.moment(linked.update.at)
    toc = [Toc("wording", "Before and after")] if linked.update.before or linked.update.after else []
    if claims:
        toc.append(Toc("claims", "The claims concerned"))
    shown = change(context, linked)
    return UpdateView(
        change=shown,
        time=f"{phrase.date_words(at[:10])}, {at[11:16]} UTC",
        topics=tuple(topic for topic in shown.topics if topic.address != shown.owner.address),
        claims=context.claims(claims[:_MOST_CLAIMS]),
        more=max(len(claims) - _MOST_CLAIMS, 0),
        cite=cite(library, _title(linked), linked.address, at),
        toc=(*toc, Toc("cite", "Cite this page")) if toc else (),
    )
