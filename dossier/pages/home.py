"""The first page: what the site covers, how fresh it is, what changed, and where each topic stands.

Details are left to the pages that it leads to.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from dossier.linked import LinkedClaim, LinkedUpdate, address
from dossier.model import Sentence, Settings
from dossier.pages.age import Age
from dossier.pages.matrix import Matrix, MatrixMatter, matrix
from dossier.pages.page import Page, Toc, feed_links
from dossier.pages.sentences import SentenceView, sentence_views
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
    state: tuple[SentenceView, ...]
    age: Age | None
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

    `state` is the overview, `named` are the claims that it rests on, in the order of its sentences. `age` is that of the
    overview, or of the topics. `updates` are the newest major ones, one more than have room; `all_updates` counts every update. `newest_major` is
    the newest of those that subscribers were told. `newsrooms`, `documents` and `people` count what stands behind
    claims independently: newsrooms by publisher, people by who speaks.
    `written` are the addresses of hand-written pages.
    """

    state: tuple[Sentence, ...]
    named: tuple[LinkedClaim, ...]
    age: Age | None
    topics: tuple[TeaserMatter, ...]
    matrix: MatrixMatter
    updates: tuple[LinkedUpdate, ...]
    all_updates: int
    published: tuple[str, ...]
    claims: int
    newsrooms: int
    documents: int
    people: int
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
        state=sentence_views(matter.state, {linked.id: linked for linked in matter.named}),
        age=matter.age,
        evidence=phrase.span([date for date in matter.published if date]),
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
            *((Toc("state", "State of play"),) if matter.state else ()),
            Toc("topics", "Topics"),
            *((Toc("positions", "Positions"),) if rows else ()),
            *((Toc("changes", "What changed"),) if matter.updates else ()),
            Toc("more", "How to use this site"),
        ),
    )


def _counts(matter: HomeMatter) -> str:
    words = f"{phrase.count(matter.claims, 'claim')} on {phrase.count(len(matter.published), 'source')}"
    behind = (
        (matter.newsrooms, phrase.count(matter.newsrooms, "newsroom")),
        (matter.documents, phrase.count(matter.documents, "document")),
        (matter.people, f"{phrase.count(matter.people, 'person', 'people')} on the record"),
    )
    told = ", ".join(each for number, each in behind if number)
    return f"{words}; behind {'it' if len(matter.published) == 1 else 'them'} {told}" if told else words
