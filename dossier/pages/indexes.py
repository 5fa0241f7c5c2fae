"""The lists of topics, briefs and parties.

Never leaves one out: what is in the library stands in its list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from dossier.library import address
from dossier.pages import phrase
from dossier.pages.desk import Desk
from dossier.pages.page import Link, Page, Toc
from dossier.pages.period import LINES, Period, PeriodLink, links, split
from dossier.pages.stance import count_words
from dossier.pages.teaser import Teaser, teaser


@dataclass(frozen=True, slots=True)
class TopicsView:
    """All topics, in their order."""

    topics: tuple[Teaser, ...]
    toc: tuple[Toc, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefLine:
    """A brief in a list."""

    brief: Link
    date: str
    counts: str
    topics: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class BriefMonth:
    """Briefs of one month, newest first."""

    words: str
    briefs: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True)
class BriefsView:
    """Briefs by month, newest first. `periods` are empty unless the briefs are too many for one page."""

    title: str
    words: str
    months: tuple[BriefMonth, ...]
    periods: tuple[PeriodLink, ...]
    here: str
    toc: tuple[Toc, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party in a list."""

    party: Link
    about: str
    counts: str
    topics: str


@dataclass(frozen=True, slots=True)
class PartiesView:
    """All parties, in their order."""

    parties: tuple[PartyLine, ...]
    toc: tuple[Toc, ...] = ()


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the lists of topics, of parties and of briefs, the last one in several pages where it is long."""
    about = desk.library.settings.description
    yield Page(
        address=address.TOPICS,
        kind="topics",
        template="pages/topics.html",
        title="Topics",
        description=phrase.clipped(f"Every topic with its bottom line and how fresh it is. {about}", 200),
        build=lambda: TopicsView(tuple(teaser(desk, each) for each in desk.library.topics)),
        feeds=desk.feeds(),
        label="Topics",
        modified=desk.newest_change,
    )
    yield Page(
        address=address.PARTIES,
        kind="parties",
        template="pages/parties.html",
        title="Parties",
        description=phrase.clipped(f"Everybody whose positions are followed here. {about}", 200),
        build=lambda: PartiesView(tuple(_party_line(desk, each) for each in desk.library.parties)),
        feeds=desk.feeds(),
        label="Parties",
        modified=desk.newest_change,
    )
    yield from _brief_pages(desk, about)


def _party_line(desk: Desk, party_id: str) -> PartyLine:
    library = desk.library
    held = sum(1 for _, party in library.positions if party == party_id)
    return PartyLine(
        party=desk.parties[party_id],
        about=library.parties[party_id].about or "",
        counts=count_words(library.claims_by_party[party_id]),
        topics=f"positions on {phrase.count(held, 'topic')}" if held else "no position found",
    )


def _brief_pages(desk: Desk, about: str) -> Iterator[Page]:
    briefs = tuple(desk.library.briefs)
    periods = split(briefs, lambda brief_id: desk.library.briefs[brief_id].date, LINES)
    # A brief may be called "2025", so the pages of years stand one step deeper.
    base = f"{address.BRIEFS}year/"
    page = Page(
        address=address.BRIEFS,
        kind="briefs",
        template="pages/briefs.html",
        title="Briefs",
        description=phrase.clipped(f"Dated digests of what happened, newest first. {about}", 200),
        build=partial(_briefs_view, desk, "Briefs", address.BRIEFS, briefs, periods),
        feeds=desk.feeds(),
        label="Briefs",
        modified=desk.newest_change,
    )
    yield page
    for link, period in zip(links(periods, base, "brief"), periods, strict=True):
        yield replace(
            page,
            address=link.address,
            kind="briefs-period",
            title=f"Briefs: {period.words}",
            description=f"Dated digests of what happened: {period.words}.",
            build=partial(_briefs_view, desk, f"Briefs: {period.words}", link.address, period.members, periods),
        )


def _briefs_view(
    desk: Desk, title: str, here: str, brief_ids: Sequence[str], periods: Sequence[Period[str]]
) -> BriefsView:
    library = desk.library
    months = groupby(brief_ids[:LINES], key=lambda brief_id: library.briefs[brief_id].date[:7])
    return BriefsView(
        title=title,
        words=phrase.count(len(brief_ids), "brief"),
        months=tuple(
            BriefMonth(phrase.date_words(month), tuple(_brief_line(desk, each) for each in members))
            for month, members in months
        ),
        periods=links(periods, f"{address.BRIEFS}year/", "brief", near=here),
        here=here,
    )


def _brief_line(desk: Desk, brief_id: str) -> BriefLine:
    brief = desk.library.briefs[brief_id]
    return BriefLine(
        brief=Link(address.brief(brief_id), brief.title),
        date=brief.date,
        counts=count_words(desk.library.claims_by_brief[brief_id]),
        topics=desk.topic_links(desk.library.topics_of(brief_id)),
    )
