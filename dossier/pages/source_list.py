"""The lists of sources: each with its grade, how it came by its story and how much of it is accounted for.

The newest source comes first; a grade is told in words beside it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from dossier.linked import address
from dossier.model import Settings, Source
from dossier.pages.listing import Listing, listing_page
from dossier.pages.page import Link, Page, Toc
from dossier.pages.pagination import PeriodLink
from dossier.wording import counted, remarks
from dossier.wording.labels import DIRECTNESS, GRADES


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in a list."""

    source: Link
    outlet: str
    published: str
    directness: str
    grade: str
    counts: str
    verified: str


@dataclass(frozen=True, slots=True)
class SourcesView:
    """All sources, newest first; `periods` are empty unless they are too many for one page.

    `has_method` says that there is a page on how evidence is checked.
    """

    title: str
    words: str
    sources: tuple[SourceLine, ...]
    cut: str
    periods: tuple[PeriodLink, ...]
    here: str
    has_method: bool
    toc: tuple[Toc, ...] = ()


class ListedSource(NamedTuple):
    """A source in a list, with what cites it.

    `bends` counts the pieces of evidence in which it bends what its origin said, `omissions` those in which it leaves
    something out, `unread` the paragraphs that nobody has read yet;
    `quotes` counts its quotes, and `held` are the days on which those were last held against the archive that were.
    """

    id: str
    source: Source
    claims: int
    bends: int
    omissions: int
    unread: int
    quotes: int
    held: tuple[str, ...]
    changed: datetime | None


@dataclass(frozen=True, slots=True)
class SourcesMatter:
    """A page of the list of sources. `has_method` says that there is a page on how evidence is checked."""

    listing: Listing[ListedSource]
    has_method: bool

    @property
    def address(self) -> str:
        """The page's address."""
        return self.listing.address

    @property
    def modified(self) -> datetime | None:
        """When the newest change that it may show was published."""
        return self.listing.modified


def sources_page(matter: SourcesMatter, settings: Settings) -> Page:
    """Return a page of the list of sources."""
    return listing_page(matter.listing, settings, lambda *_: _list_view(matter))


def _list_view(matter: SourcesMatter) -> SourcesView:
    listing = matter.listing
    return SourcesView(
        title=listing.title,
        words=counted.sources(listing.total),
        sources=tuple(_source_line(each) for each in listing.shown),
        cut=listing.cut,
        periods=listing.links(counted.sources),
        here=listing.address,
        has_method=matter.has_method,
    )


def _source_line(entry: ListedSource) -> SourceLine:
    source = entry.source
    counts = [counted.cited_by(entry.claims) if entry.claims else remarks.not_cited()]
    if entry.bends:
        counts.append(counted.bends(entry.bends))
    if entry.omissions:
        counts.append(counted.omissions(entry.omissions))
    if entry.unread:
        counts.append(counted.unread(entry.unread))
    return SourceLine(
        source=Link(address.source(entry.id), source.title),
        outlet=source.outlet,
        published=source.dated,
        directness=DIRECTNESS[source.directness],
        grade=remarks.graded(source.reliability.grade, GRADES[source.reliability.grade]),
        counts=" · ".join(counts),
        verified=remarks.held(len(entry.held), entry.quotes, entry.held[-1]) if entry.held else "",
    )
