"""The change log by day, and a page for each update: what changed, what it said before, and the claims concerned.

A correction shows the old words beside the new ones.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import groupby

from dossier.linked import LinkedClaim, LinkedUpdate, Names
from dossier.model import Settings
from dossier.pages.cite import Cite, cite
from dossier.pages.counts import names_of_parties
from dossier.pages.listing import Listing, listing_page
from dossier.pages.page import Link, Page, Toc, feed_links
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
    claims: tuple[LinkedClaim, ...]
    more: int
    cite: Cite
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class UpdateMatter:
    """An update with the claims that it names, in its order. `parties` are all there are, in their order."""

    update: LinkedUpdate
    claims: tuple[LinkedClaim, ...]
    parties: Names

    @property
    def address(self) -> str:
        """The page's address."""
        return self.update.address

    @property
    def date(self) -> str:
        """The date of its newest claim, or an empty string."""
        return max((each.claim.date for each in self.claims), default="")

    @property
    def modified(self) -> datetime | None:
        """When it was published."""
        return self.update.update.at


def update_page(matter: UpdateMatter, settings: Settings) -> Page:
    """Return the page of an update."""
    linked = matter.update
    return Page(
        address=matter.address,
        kind="update",
        template="pages/update.html",
        title=_title(linked),
        description=phrase.clipped(plain(linked.update.note), 200),
        build=partial(_view, matter, settings),
        feeds=feed_links(settings, linked.named_topics),
        label="Update",
        topics=tuple(topic.name for topic in linked.named_topics),
        parties=names_of_parties(matter.claims, matter.parties),
        modified=phrase.moment(linked.update.at),
        published=phrase.moment(linked.update.at),
    )


def log_page(matter: Listing[LinkedUpdate], settings: Settings) -> Page:
    """Return a page of the change log."""
    return listing_page(matter, settings, "What was added, changed and corrected, day by day", _log_view)


def _title(linked: LinkedUpdate) -> str:
    kind = linked.update.kind
    return linked.title if kind in ("new", "development") else f"{phrase.UPDATE_KIND[kind]}: {linked.title}"


def date_of_update(linked: LinkedUpdate) -> str:
    """Return the day of an update in UTC."""
    return phrase.moment(linked.update.at)[:10]


def _log_view(matter: Listing[LinkedUpdate], _: Settings) -> UpdatesView:
    return UpdatesView(
        title=matter.title,
        words=matter.words("update"),
        days=tuple(
            Day(day, tuple(change(linked) for linked in group))
            for day, group in groupby(matter.shown, key=date_of_update)
        ),
        cut=matter.cut,
        periods=matter.links("update"),
        here=matter.address,
    )


def _view(matter: UpdateMatter, settings: Settings) -> UpdateView:
    linked, claims = matter.update, matter.claims
    at = phrase.moment(linked.update.at)
    toc = [Toc("wording", "Before and after")] if linked.update.before or linked.update.after or linked.changes else []
    if claims:
        toc.append(Toc("claims", "The claims concerned"))
    shown = change(linked)
    return UpdateView(
        change=shown,
        time=f"{phrase.date_words(at[:10])}, {at[11:16]} UTC",
        topics=tuple(topic for topic in shown.topics if topic.address != shown.owner.address),
        claims=claims[:_MOST_CLAIMS],
        more=max(len(claims) - _MOST_CLAIMS, 0),
        cite=cite(settings, _title(linked), linked.address, at),
        toc=(*toc, Toc("cite", "Cite this page")) if toc else (),
    )
