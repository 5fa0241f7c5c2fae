"""Finds passages in all sources: in the archived texts where there are some, else by fingerprints.

The comparison of words is left to `evidence`, which shows no more of a text than a quote may have.
"""

from collections.abc import Iterator, Sequence

from dossier.evidence import Match, decoded, find_in_fingerprints, find_in_texts, paragraphs
from dossier.pipeline.load import Loaded


def search(loaded: Loaded, words: str, limit: int) -> list[Match]:
    """Return at most `limit` passages that have these words, or most of them; the best come first."""
    texts = list(_texts(loaded))
    found = find_in_texts(words, texts, limit)
    with_text = {source_id for source_id, _ in texts}
    others = [
        one for source_id, one in sorted(loaded.library.corpus.fingerprints.items()) if source_id not in with_text
    ]
    found += find_in_fingerprints(words, others, limit)
    found.sort(key=lambda one: -one.matching)
    # Where a passage has all words, passages with fewer are noise; else those with one word less may be meant, too.
    threshold = found[0].matching - (0 if found[0].is_whole else 1) if found else 0
    return [one for one in found if one.matching >= threshold][:limit]


def _texts(loaded: Loaded) -> Iterator[tuple[str, Sequence[str]]]:
    for source_id, source in sorted(loaded.library.sources.items()):
        raw = loaded.archive.read(source.archive_file) if loaded.archive and source.archive_file else None
        if raw is None:
            continue
        try:
            yield source_id, paragraphs(decoded(raw))
        except UnicodeDecodeError:
            continue


def origins_of(loaded: Loaded, source_id: str, paragraph: int) -> list[str]:
    """Return the origins of the evidence that cites a paragraph, sorted."""
    cited = loaded.library.cited_by_source.get(source_id, ())
    return sorted({evidence.origin for _, evidence in cited if evidence.paragraph == paragraph})
