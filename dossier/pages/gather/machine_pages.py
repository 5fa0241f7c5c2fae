"""Picks what the pages about feeds, downloads, schemas, problems and suggestions show.

Wording it is left to `pages.machine_pages`.
"""

from collections.abc import Iterator, Sequence

from dossier.library import Library, feed_updates
from dossier.linked import address
from dossier.pages.machine_pages import CountedFeed, DownloadsMatter, FeedsMatter, ProblemsMatter, SchemasMatter
from dossier.pages.suggest import SuggestMatter
from dossier.problem import Code


def feeds(library: Library) -> Iterator[FeedsMatter]:
    """Yield what the page about feeds shows."""

    def told(scope: str) -> int:
        return len(feed_updates(library, scope))

    yield FeedsMatter(
        told(address.ALL_FEED),
        tuple(CountedFeed(topic, told(topic.id)) for topic in library.all_topics),
        tuple(CountedFeed(party, told(address.party_scope(party.id))) for party in library.all_parties),
    )


def downloads(library: Library) -> Iterator[DownloadsMatter]:
    """Yield what the page about downloads shows."""
    counts = {
        "claims": len(library.claims),
        "sources": len(library.sources),
        "origins": len(library.origins),
        "topics": len(library.topics),
        "positions": len(library.positions),
        "updates": len(library.updates),
    }
    nobodys = sum(1 for origin in library.origins.values() if origin.is_nobodys)
    yield DownloadsMatter(counts, nobodys, library.newest_change)


def schemas(_: Library) -> Iterator[SchemasMatter]:
    """Yield the matter of the page about schemas."""
    yield SchemasMatter()


def problems(_: Library, codes: Sequence[Code]) -> Iterator[ProblemsMatter]:
    """Yield what the page about problems shows; `codes` are all that there are."""
    yield ProblemsMatter(tuple(codes))


def suggest(library: Library) -> Iterator[SuggestMatter]:
    """Yield the matter of the page for suggestions, where the settings say where they go."""
    if library.settings.suggest:
        yield SuggestMatter(library.settings.suggest)
