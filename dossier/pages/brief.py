"""Pages of briefs: what happened, the claims it comes to, and its history.

Claims stand in the order in which their author wrote them.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

from dossier.linked import LinkedClaim, LinkedUpdate, Named, Names, address
from dossier.model import Settings
from dossier.pages import jsonld
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_piece import title
from dossier.pages.counts import names_of_parties
from dossier.pages.page import Link, Page, Toc, feed_links, sections, topic_links
from dossier.pages.update_line import Change, change
from dossier.wording import counted, phrase
from dossier.wording.labels import PAGE_KIND
from dossier.wording.strip_markdown import plain
from dossier.wording.titles import BRIEF_SECTIONS

_MOST_IN_TOC = 12


class MovedClaimLine(NamedTuple):
    """Where a claim was that moved to another brief: the id that it had here, and where it is now."""

    local: str
    now: Link
    brief: Link


@dataclass(frozen=True, slots=True)
class BriefView:
    """A brief. `edit` leads to its file where the site names a way to edit, else it is empty."""

    title: str
    date: str
    is_by: bool
    summary: str
    claims: tuple[LinkedClaim, ...]
    claims_words: str
    moved: tuple[MovedClaimLine, ...]
    topics: tuple[Link, ...]
    changes: tuple[Change, ...]
    cite: Cite
    edit: str
    toc: tuple[Toc, ...]


class MovedFromHere(NamedTuple):
    """A claim that moved to another brief: the id that it had here, and what it is now."""

    local: str
    claim: LinkedClaim


@dataclass(frozen=True, slots=True)
class BriefMatter:
    """A brief with its claims in the order in which they are written, those that moved away, and its updates, newest first.

    `topics` are those of its claims, `parties` all there are, both in their order; `file` is where it is written.
    """

    id: str
    title: str
    date: str
    is_by: bool
    summary: str
    file: str
    claims: tuple[LinkedClaim, ...]
    moved: tuple[MovedFromHere, ...]
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
        label=PAGE_KIND["brief"],
        topics=tuple(topic.name for topic in matter.topics),
        parties=names_of_parties(matter.claims, matter.parties),
        modified=phrase.moment_or_empty(matter.modified),
        published=phrase.moment(updates[-1].update.at) if updates else "",
        searched=bool(matter.claims),
        linked=partial(jsonld.claims, settings, matter.claims),
    )


def _view(matter: BriefMatter, settings: Settings) -> BriefView:
    claims, updates = matter.claims, matter.updates
    listed = tuple(Toc(linked.claim.id, title(linked.claim)) for linked in claims)
    # Claims take any id that is made of words and hyphens, so sections of a brief need others.
    anchors = ("_changes", "_cite") if updates else ("_cite",)
    first = Toc("_claims", BRIEF_SECTIONS["_claims"], listed if len(listed) <= _MOST_IN_TOC else ())
    return BriefView(
        title=matter.title,
        date=matter.date,
        is_by=matter.is_by,
        summary=matter.summary,
        claims=claims,
        claims_words=counted.claims(len(claims)),
        moved=tuple(
            MovedClaimLine(
                local, Link(now.address, title(now.claim)), Link(address.brief(now.brief_id), now.brief_title)
            )
            for local, now in matter.moved
        ),
        topics=topic_links(matter.topics),
        changes=tuple(change(each) for each in updates),
        cite=cite(settings, matter.title, matter.address, phrase.moment_or_empty(matter.modified)),
        edit=settings.edit.replace("{path}", matter.file) if settings.edit else "",
        toc=(first, *sections(BRIEF_SECTIONS, *anchors)),
    )
