"""Finds passages in all sources: in their texts where there is an archive, by their fingerprints elsewhere.

Never shows more of a text than a quote may hold.
"""

from collections.abc import Iterator, Sequence

from dossier.evidence import Found, decoded, find_in_fingerprints, find_in_texts, paragraphs
from dossier.pipeline.load import Loaded


def search(loaded: Loaded, sought: str, most: int) -> list[Found]:
    """Return where words stand, or else nearly stand, the best first.

    Sources without a text at hand are searched by fingerprint.
    """
    texts = list(_texts(loaded))
    found = find_in_texts(sought, texts, most)
    with_text = {source_id for source_id, _ in texts}
    others = [
        one for source_id, one in sorted(loaded.library.corpus.fingerprints.items()) if source_id not in with_text
    ]
    found += find_in_fingerprints(sought, others, most)
    found.sort(key=lambda one: -one.fitting)
    # Where all words stand somewhere, places with a few of them are noise; else one word less may be the one meant.
    best = found[0].fitting - (0 if found[0].is_whole else 1) if found else 0
    return [one for one in found if one.fitting >= best][:most]


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
    """Return the origins that evidence from a paragraph goes back to so far, sorted."""
    cited = loaded.library.cited_by_source.get(source_id, ())
    return sorted({evidence.origin for _, evidence in cited if evidence.paragraph == paragraph})
