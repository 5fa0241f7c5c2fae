"""Picks what pages of briefs show.

Wording it is left to `pages.brief`.
"""

from collections.abc import Iterator

from dossier.library import Library
from dossier.model import Brief, MovedClaim
from dossier.pages.brief import BriefMatter, MovedFromHere


def briefs(library: Library) -> Iterator[BriefMatter]:
    """Yield each brief, newest first."""
    parties = library.all_parties
    for brief_id, brief in library.briefs.items():
        yield BriefMatter(
            id=brief_id,
            title=brief.title,
            date=brief.date,
            is_by=brief.dated == "by",
            summary=brief.summary,
            file=library.corpus.files.get(("brief", brief_id), ""),
            claims=library.claims_by_brief[brief_id],
            moved=tuple(_moved(library, brief_id, brief)),
            topics=tuple(library.named_topics[each] for each in library.topics_of(brief_id)),
            parties=parties,
            updates=library.updates_by_brief[brief_id],
        )


def _moved(library: Library, brief_id: str, brief: Brief) -> Iterator[MovedFromHere]:
    """Yield the claims that moved to another brief, in the order in which they are written."""
    for one in brief.claims:
        if isinstance(one, MovedClaim):
            now = library.former_claims.get(f"{brief_id}/{one.id}")
            if now is not None:
                yield MovedFromHere(one.id, library.claims[now])
