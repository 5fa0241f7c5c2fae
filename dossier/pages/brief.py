"""Pages of briefs: what happened, the claims it comes to, and its history.

Never orders claims other than as their author did: a brief is read from top to bottom.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from dossier.linked import address
from dossier.pages import jsonld
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_piece import title
from dossier.pages.context import ClaimHandle, Context
from dossier.pages.page import Link, Page, Toc
from dossier.pages.update_line import Change, change
from dossier.wording import phrase
from dossier.wording.strip_markdown import plain

_MOST_IN_TOC = 12


@dataclass(frozen=True, slots=True)
class BriefView:
    """A brief. `edit` leads to its file where the site names a way to edit, else it is empty."""

    title: str
    date: str
    summary: str
    claims: tuple[ClaimHandle, ...]
    claims_words: str
    topics: tuple[Link, ...]
    changes: tuple[Change, ...]
    cite: Cite
    edit: str
    toc: tuple[Toc, ...]


def pages(context: Context) -> Iterator[Page]:
    """Yield the page of each brief, newest first."""
    library = context.library
    for brief_id, brief in library.briefs.items():
        topic_ids = library.topics_of(brief_id)
        parties = {linked.claim.party for linked in library.claims_by_brief[brief_id]}
        updates = library.updates_by_brief[brief_id]
        yield Page(
            address=address.brief(brief_id),
            kind="brief",
            template="pages/brief.html",
            title=brief.title,
            description=phrase.clipped(plain(brief.summary), 200),
            build=partial(_view, context, brief_id),
            feeds=context.feeds(topic_ids),
            label="Brief",
            topics=tuple(context.topics[each].words for each in topic_ids),
            parties=tuple(link.words for party, link in context.parties.items() if party in parties),
            modified=phrase.moment(updates[0].update.at) if updates else "",
            published=phrase.moment(updates[-1].update.at) if updates else "",
            date=brief.date,
            linked=partial(jsonld.claims, context, library.claims_by_brief[brief_id]),
        )


def _view(context: Context, brief_id: str) -> BriefView:
    library = context.library
    brief = library.briefs[brief_id]
    claims = library.claims_by_brief[brief_id]
    updates = library.updates_by_brief[brief_id]
    settings = library.settings
    listed = tuple(Toc(linked.claim.id, title(linked)) for linked in claims)
    # Claims take any id that is made of words and hyphens, so sections of a brief need others.
    sections = [Toc("_claims", "Claims", listed if len(listed) <= _MOST_IN_TOC else ())]
    if updates:
        sections.append(Toc("_changes", "What changed on this page"))
    sections.append(Toc("_cite", "Cite this page"))
    modified = phrase.moment(updates[0].update.at) if updates else ""
    return BriefView(
        title=brief.title,
        date=brief.date,
        summary=brief.summary,
        claims=context.claims(claims),
        claims_words=phrase.count(len(claims), "claim"),
        topics=context.topic_links(library.topics_of(brief_id)),
        changes=tuple(change(context, each) for each in updates),
        cite=cite(library, brief.title, address.brief(brief_id), modified),
        edit=settings.edit.replace("{path}", library.corpus.files.get(("brief", brief_id), ""))
        if settings.edit
        else "",
        toc=tuple(sections),
    )
