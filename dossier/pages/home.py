"""The first page: what the site covers, how fresh it is, what changed, and where each topic stands.

Never greets and never advertises: a reader is one line away from what they came for.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.evidence import publisher_key
from dossier.library import address
from dossier.pages import phrase
from dossier.pages.change import Change, change, newest_major
from dossier.pages.desk import Desk
from dossier.pages.matrix import Matrix, matrix, positioned
from dossier.pages.page import Page, Toc
from dossier.pages.teaser import Teaser, teaser

_CHANGES = 6
_ROWS = 5


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


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the first page."""
    settings = desk.library.settings
    yield Page(
        address=address.HOME,
        kind="home",
        template="pages/home.html",
        title=settings.name,
        description=settings.description,
        build=lambda: _view(desk),
        feeds=desk.feeds(),
        modified=desk.newest_change,
    )


def _view(desk: Desk) -> HomeView:
    library = desk.library
    published = [
        source.published for source_id, source in library.sources.items() if library.cited_by_source[source_id]
    ]
    major = newest_major(library.updates)
    shown = [filed for filed in library.updates if filed.is_major][: _CHANGES + 1]
    # The topics that have most to compare make the small matrix.
    held = dict.fromkeys(library.topics, 0)
    for topic_id, _ in library.positions:
        if topic_id in held:
            held[topic_id] += 1
    best = sorted(held, key=lambda topic_id: -held[topic_id])[:_ROWS]
    rows = [topic_id for topic_id in library.topics if topic_id in best and held[topic_id]]
    return HomeView(
        name=library.settings.name,
        description=library.settings.description,
        evidence=phrase.span(published),
        counts=_counts(desk, len(published)),
        changed=phrase.day_of(major.update.at) if major else "",
        change_address=major.address if major else "",
        changes=tuple(change(desk, filed) for filed in shown[:_CHANGES]),
        more_changes=len(library.updates) > _CHANGES,
        topics=tuple(teaser(desk, topic_id) for topic_id in library.topics),
        matrix=matrix(desk, rows, positioned(desk)),
        more_rows=len(library.topics) > len(rows),
        written=desk.written,
        repository=library.settings.repository or "",
        toc=(
            *((Toc("changes", "What changed"),) if shown else ()),
            Toc("topics", "Topics"),
            *((Toc("positions", "Positions"),) if rows else ()),
            Toc("more", "How to use this site"),
        ),
    )


def _counts(desk: Desk, sources: int) -> str:
    library = desk.library
    roots = {root for filed in library.claims.values() for root in filed.independence.roots}
    publishers = {publisher_key(library.origins[root].publisher or "") for root in roots}
    # The same origins as in their list; what is independent of each other are their publishers.
    origins = sum(1 for origin in library.origins.values() if origin.kind != "bucket")
    return (
        f"{phrase.count(len(library.claims), 'claim')} on {phrase.count(sources, 'source')}, "
        f"{phrase.count(origins, 'origin')} with {phrase.count(len(publishers), 'independent publisher')} behind "
        f"{'it' if origins == 1 else 'them'}"
    )
