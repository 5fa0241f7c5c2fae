"""Picks what pages of briefs show.

Wording it is left to `pages.brief`.
"""

from collections.abc import Iterator

from dossier.library import Library
from dossier.pages.brief import BriefMatter


def briefs(library: Library) -> Iterator[BriefMatter]:
    """Yield each brief, newest first."""
    parties = library.all_parties
    for brief_id, brief in library.briefs.items():
        yield BriefMatter(
            id=brief_id,
            title=brief.title,
            date=brief.date,
            summary=brief.summary,
            file=library.corpus.files.get(("brief", brief_id), ""),
            claims=library.claims_by_brief[brief_id],
            topics=tuple(library.named_topics[each] for each in library.topics_of(brief_id)),
            parties=parties,
            updates=library.updates_by_brief[brief_id],
        )
