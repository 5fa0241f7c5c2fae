"""Picks what the pages at old addresses show.

Wording it is left to `pages.moved`.
"""

from collections.abc import Iterator, Mapping

from dossier.library import Library
from dossier.library.corpus import MovedKind
from dossier.linked import Named, address
from dossier.pages.moved import MovedMatter


def moved(library: Library) -> Iterator[MovedMatter]:
    """Yield each topic, source and origin that was merged into another one."""
    sources = {source_id: source.title for source_id, source in library.sources.items()}
    origins = {origin_id: origin.name for origin_id, origin in library.origins.items()}
    kinds: tuple[tuple[MovedKind, str, Mapping[str, str]], ...] = (
        ("topic", address.TOPICS, {topic.id: topic.name for topic in library.all_topics}),
        ("source", address.SOURCES, sources),
        ("origin", address.ORIGINS, origins),
    )
    for kind, folder, names in kinds:
        for old, new in library.corpus.former(kind, names).items():
            yield MovedMatter(
                folder, old, getattr(library.corpus.stubs[kind, old].stub, "title", ""), Named(new, names[new])
            )
