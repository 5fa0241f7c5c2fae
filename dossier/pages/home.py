"""The first page: what the site covers, how fresh it is, what changed, and where each topic stands.

Details are left to the pages that it leads to.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from dossier.linked import LinkedUpdate, address
from dossier.model import Settings
from dossier.pages.matrix import Matrix, MatrixMatter, matrix
from dossier.pages.page import Page, Toc, feed_links
from dossier.pages.topic_summary import Teaser, TeaserMatter, teaser
from dossier.pages.update_line import Change, change
from dossier.wording import phrase

CHANGES = 6
"""Changes that have room on the page."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page. `written` tells which hand-written pages there are to link to."""

    name: str
    description: str
    evidence: str
    counts: str
    changed: str
    change_address: str
    changes: tuple[Change, ...]
    more_changes: bool
    topics: tuple[Teaser, ...]
    matrix: Matrix
    more_rows: bool
    written: frozenset[str]
    repository: str
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class HomeMatter:
    """What the first page shows. `published` are the dates of the sources that claims cite.

    `updates` are the newest major ones, one more than have room; `all_updates` counts every update. `newest_major` is
    the newest of those that subscribers were told. `publishers` counts those that stand behind claims independently.
    `written` are the addresses of hand-written pages.
    """

    topics: tuple[TeaserMatter, ...]
    matrix: MatrixMatter
    updates: tuple[LinkedUpdate, ...]
    all_updates: int
    published: tuple[str, ...]
    claims: int
    origins: int
    publishers: int
    modified: datetime | None
    written: frozenset[str]

    @property
    def address(self) -> str:
        """The page's address."""
        return address.HOME


def home_page(matter: HomeMatter, settings: Settings) -> Page:
    """Return the first page."""
    return Page(
        address=matter.address,
        kind="home",
        template="pages/home.html",
        title=settings.name,
        description=settings.description,
        build=partial(_view, matter, settings),
        feeds=feed_links(settings),
        modified=phrase.moment_or_empty(matter.modified),
    )


def _view(matter: HomeMatter, settings: Settings) -> HomeView:
    newest = matter.updates[0] if matter.updates else None
    rows = matter.matrix.topics
    return HomeView(
        name=settings.name,
        description=settings.description,
        evidence=phrase.span(matter.published),
        counts=_counts(matter),
        changed=phrase.day_of(newest.update.at) if newest else "",
        change_address=newest.address if newest else "",
        changes=tuple(change(linked) for linked in matter.updates[:CHANGES]),
        more_changes=matter.all_updates > CHANGES,
        topics=tuple(teaser(each) for each in matter.topics),
        matrix=matrix(matter.matrix),
        more_rows=len(matter.topics) > len(rows),
        written=matter.written,
        repository=settings.repository or "",
        toc=(
            *((Toc("changes", "What changed"),) if matter.updates else ()),
            Toc("topics", "Topics"),
            *((Toc("positions", "Positions"),) if rows else ()),
            Toc("more", "How to use this site"),
        ),
    )


def _counts(matter: HomeMatter) -> str:
    return (
        f"{phrase.count(matter.claims, 'claim')} on {phrase.count(len(matter.published), 'source')}, "
        f"{phrase.count(matter.origins, 'origin')} with {phrase.count(matter.publishers, 'independent publisher')} behind "
        f"{'it' if matter.origins == 1 else 'them'}"
    )
