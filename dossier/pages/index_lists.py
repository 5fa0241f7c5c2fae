"""The lists of topics, briefs and parties.

Never leaves one out: what is in the library stands in its list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from dossier.linked import address
from dossier.pages.context import Context
from dossier.pages.listing import Stretch, listing
from dossier.pages.page import Link, Page, Toc
from dossier.pages.pagination import PeriodLink
from dossier.pages.party_position import count_words
from dossier.pages.topic_summary import Teaser, teaser
from dossier.wording import phrase


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
    cut: str
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


def pages(context: Context) -> Iterator[Page]:
    """Yield the lists of topics, of parties and of briefs, the last one in several pages where it is long."""
    about = context.library.settings.description
    yield Page(
        address=address.TOPICS,
        kind="topics",
        template="pages/topics.html",
        title="Topics",
        description=phrase.clipped(f"Every topic with its bottom line and how fresh it is. {about}", 200),
        build=lambda: TopicsView(tuple(teaser(context, each) for each in context.library.topics)),
        feeds=context.feeds(),
        modified=context.newest_change,
    )
    yield Page(
        address=address.PARTIES,
        kind="parties",
        template="pages/parties.html",
        title="Parties",
        description=phrase.clipped(f"Everybody whose positions are followed here. {about}", 200),
        build=lambda: PartiesView(tuple(_party_line(context, each) for each in context.library.parties)),
        feeds=context.feeds(),
        modified=context.newest_change,
    )
    briefs = context.library.briefs
    told = "Dated digests of what happened"
    view = partial(_briefs_view, context)
    yield from listing(context, address.BRIEFS, told, tuple(briefs), lambda each: briefs[each].date, "brief", view)


def _party_line(context: Context, party_id: str) -> PartyLine:
    library = context.library
    held = sum(1 for _, party in library.positions if party == party_id)
    return PartyLine(
        party=context.parties[party_id],
        about=library.parties[party_id].about or "",
        counts=count_words(library.claims_by_party[party_id]),
        topics=f"positions on {phrase.count(held, 'topic')}" if held else "no position found",
    )


def _briefs_view(context: Context, stretch: Stretch[str]) -> BriefsView:
    library = context.library
    months = groupby(stretch.shown, key=lambda brief_id: library.briefs[brief_id].date[:7])
    return BriefsView(
        title=stretch.title,
        words=stretch.words,
        months=tuple(
            BriefMonth(phrase.date_words(month), tuple(_brief_line(context, each) for each in members))
            for month, members in months
        ),
        cut=stretch.cut,
        periods=stretch.links,
        here=stretch.here,
    )


def _brief_line(context: Context, brief_id: str) -> BriefLine:
    brief = context.library.briefs[brief_id]
    return BriefLine(
        brief=Link(address.brief(brief_id), brief.title),
        date=brief.date,
        counts=count_words(context.library.claims_by_brief[brief_id]),
        topics=context.topic_links(context.library.topics_of(brief_id)),
    )
