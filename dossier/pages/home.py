"""The first page: what the site covers, how fresh it is, what changed, and where each topic stands.

Never greets and never advertises: a reader is one line away from what they came for.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.evidence import publisher_key
from dossier.linked import address
from dossier.pages.context import Context
from dossier.pages.matrix import Matrix, matrix, positioned
from dossier.pages.page import Page, Toc
from dossier.pages.topic_summary import Teaser, teaser
from dossier.pages.update_line import Change, change, newest_major
from dossier.wording import phrase

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


def pages(context: Context) -> Iterator[Page]:
    """Yield the first page."""
    settings = context.library.settings
    yield Page(
        address=address.HOME,
        kind="home",
        template="pages/home.html",
        title=settings.name,
        description=settings.description,
        build=lambda: _view(context),
        feeds=context.feeds(),
        modified=context.newest_change,
    )


def _view(context: Context) -> HomeView:
    library = context.library
    published = [
        source.published for source_id, source in library.sources.items() if library.cited_by_source[source_id]
    ]
    major = newest_major(library.updates)
    shown = [linked for linked in library.updates if linked.is_major][: _CHANGES + 1]
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
        counts=_counts(context, len(published)),
        changed=phrase.day_of(major.update.at) if major else "",
        change_address=major.address if major else "",
        changes=tuple(change(context, linked) for linked in shown[:_CHANGES]),
        more_changes=len(library.updates) > _CHANGES,
        topics=tuple(teaser(context, topic_id) for topic_id in library.topics),
        matrix=matrix(context, rows, positioned(context)),
        more_rows=len(library.topics) > len(rows),
        written=context.written,
        repository=library.settings.repository or "",
        toc=(
            *((Toc("changes", "What changed"),) if shown else ()),
            Toc("topics", "Topics"),
            *((Toc("positions", "Positions"),) if rows else ()),
            Toc("more", "How to use this site"),
        ),
    )


def _counts(context: Context, sources: int) -> str:
    library = context.library
    roots = {root for linked in library.claims.values() for root in linked.independence.roots}
    publishers = {publisher_key(library.origins[root].publisher or "") for root in roots}
    # The same origins as in their list; what is independent of each other are their publishers.
    origins = sum(1 for origin in library.origins.values() if origin.kind != "bucket")
    return (
        f"{phrase.count(len(library.claims), 'claim')} on {phrase.count(sources, 'source')}, "
        f"{phrase.count(origins, 'origin')} with {phrase.count(len(publishers), 'independent publisher')} behind "
        f"{'it' if origins == 1 else 'them'}"
    )
