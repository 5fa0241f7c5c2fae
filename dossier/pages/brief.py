"""Pages of briefs: what happened, the claims it comes to, and its history.

Claims stand in the order in which their author wrote them.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from dossier.linked import LinkedClaim, LinkedUpdate, Named, Names, address
from dossier.model import Settings
from dossier.pages import jsonld
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_piece import title
from dossier.pages.counts import names_of_parties
from dossier.pages.page import Link, Page, Toc, feed_links, topic_links
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
    claims: tuple[LinkedClaim, ...]
    claims_words: str
    topics: tuple[Link, ...]
    changes: tuple[Change, ...]
    cite: Cite
    edit: str
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class BriefMatter:
    """A brief with its claims in the order in which they are written, and its updates, newest first.

    `topics` are those of its claims, `parties` all there are, both in their order; `file` is where it is written.
    """

    id: str
    title: str
    date: str
    summary: str
    file: str
    claims: tuple[LinkedClaim, ...]
    topics: tuple[Named, ...]
    parties: Names
    updates: tuple[LinkedUpdate, ...]

    @property
    def address(self) -> str:
        """The page's address."""
        return address.brief(self.id)

    @property
    def modified(self) -> datetime | None:
        """When its newest update was published."""
        return self.updates[0].update.at if self.updates else None


def brief_page(matter: BriefMatter, settings: Settings) -> Page:
    """Return the page of a brief."""
    updates = matter.updates
    return Page(
        address=matter.address,
        kind="brief",
        template="pages/brief.html",
        title=matter.title,
        description=phrase.clipped(plain(matter.summary), 200),
        build=partial(_view, matter, settings),
        feeds=feed_links(settings, matter.topics),
        label="Brief",
        topics=tuple(topic.name for topic in matter.topics),
        parties=names_of_parties(matter.claims, matter.parties),
        modified=phrase.moment_or_empty(matter.modified),
        published=phrase.moment(updates[-1].update.at) if updates else "",
        linked=partial(jsonld.claims, settings, matter.claims),
    )


def _view(matter: BriefMatter, settings: Settings) -> BriefView:
    claims, updates = matter.claims, matter.updates
    listed = tuple(Toc(linked.claim.id, title(linked.claim)) for linked in claims)
    # Claims take any id that is made of words and hyphens, so sections of a brief need others.
    sections = [Toc("_claims", "Claims", listed if len(listed) <= _MOST_IN_TOC else ())]
    if updates:
        sections.append(Toc("_changes", "What changed on this page"))
    sections.append(Toc("_cite", "Cite this page"))
    return BriefView(
        title=matter.title,
        date=matter.date,
        summary=matter.summary,
        claims=claims,
        claims_words=phrase.count(len(claims), "claim"),
        topics=topic_links(matter.topics),
        changes=tuple(change(each) for each in updates),
        cite=cite(settings, matter.title, matter.address, phrase.moment_or_empty(matter.modified)),
        edit=settings.edit.replace("{path}", matter.file) if settings.edit else "",
        toc=tuple(sections),
    )
