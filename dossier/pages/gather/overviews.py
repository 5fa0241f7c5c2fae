"""Picks what the pages show that speak of the whole dossier: the first page, positions, the timeline, the change log.

Wording it is left to the module of each page.
"""

from collections.abc import Collection, Iterator

from dossier.evidence import independence_key, is_stated, roots
from dossier.library import Library
from dossier.linked import LinkedClaim, LinkedUpdate, Named, address, subscription
from dossier.model import SPOKEN, Origin
from dossier.pages.claim_groups import date_of
from dossier.pages.claims import ClaimsMatter
from dossier.pages.counts import count
from dossier.pages.gather.topics import site_age, teaser
from dossier.pages.home import CHANGES, HomeMatter
from dossier.pages.index_lists import ListedBrief
from dossier.pages.listing import Listing, listings
from dossier.pages.matrix import MatrixMatter
from dossier.pages.not_found import NotFoundMatter
from dossier.pages.positions import PositionsMatter
from dossier.pages.timeline import TimelineMatter
from dossier.pages.update_pages import UpdateMatter, date_of_update

_ROWS = 5
"""Topics in the small matrix of the first page."""


def home(library: Library, written: Collection[str]) -> Iterator[HomeMatter]:
    """Yield what the first page shows; `written` are the addresses of hand-written pages."""
    major = [linked for linked in library.updates if linked.is_major]
    behind = _stated_roots(library)
    people = [root for root in behind if root.kind in SPOKEN and root.speaker]
    newsrooms = [root for root in behind if root.kind == "report"]
    overview = library.corpus.overview
    state = overview.sentences if overview else ()
    named = dict.fromkeys(ref for sentence in state for ref in sentence.claims if ref in library.claims)
    yield HomeMatter(
        state=state,
        named=tuple(library.claims[ref] for ref in named),
        age=site_age(library),
        topics=tuple(teaser(library, topic_id) for topic_id in library.topics),
        matrix=_small_matrix(library),
        updates=tuple(major[:CHANGES]),
        all_updates=len(library.updates),
        published=tuple(
            source.dated for source_id, source in library.sources.items() if library.cited_by_source[source_id]
        ),
        claims=len(library.claims),
        newsrooms=len({independence_key(root) for root in newsrooms}),
        documents=sum(1 for root in behind if root.kind == "document"),
        people=len({independence_key(root) for root in people}),
        modified=library.newest_change,
        written=frozenset(written),
    )


def _stated_roots(library: Library) -> list[Origin]:
    """Return the origins at the roots of everything that sources carry in full and name the origin of."""
    stated = {
        evidence.origin
        for linked in library.claims.values()
        if linked.claim.status != "withdrawn"
        for evidence in linked.claim.evidence
        if is_stated(evidence)
    }
    return [library.origins[each] for each in roots(stated, library.origins)]


def _small_matrix(library: Library) -> MatrixMatter:
    """Return the matrix of the topics that have most to compare."""
    held = dict.fromkeys(library.topics, 0)
    for topic_id, _ in library.positions:
        if topic_id in held:
            held[topic_id] += 1
    best = sorted(held, key=lambda topic_id: -held[topic_id])[:_ROWS]
    rows = [topic for topic in library.all_topics if topic.id in best and held[topic.id]]
    shown = {topic.id for topic in rows}
    positions = tuple(position for position in library.positions.values() if position.topic in shown)
    return MatrixMatter(tuple(rows), _holders(library), positions)


def _holders(library: Library) -> tuple[Named, ...]:
    """Return the parties that hold a position on anything, in their order; the others would be empty columns."""
    holding = {party_id for _, party_id in library.positions}
    return tuple(party for party in library.all_parties if party.id in holding)


def positions(library: Library) -> Iterator[PositionsMatter]:
    """Yield what the page of positions shows."""
    holders = _holders(library)
    yield PositionsMatter(
        age=site_age(library),
        matrix=MatrixMatter(library.all_topics.members, holders, tuple(library.positions.values())),
        claims=tuple(linked for linked in library.claims.values() if linked.claim.kind == "position"),
        silent=tuple(party for party in library.all_parties if party not in holders),
        modified=library.newest_change,
    )


def claims(library: Library) -> Iterator[ClaimsMatter]:
    """Yield what the page of all claims shows before its script runs."""
    dates = [linked.claim.date for linked in library.claims.values()]
    by_topic = library.claims_by_topic
    yield ClaimsMatter(
        dates=(min(dates), max(dates)) if dates else (),
        claims=len(dates),
        topics=tuple((topic, len(by_topic[topic.id])) for topic in library.all_topics),
        parties=library.all_parties,
        modified=library.newest_change,
    )


def timeline(library: Library) -> Iterator[TimelineMatter]:
    """Yield the pages of the timeline."""
    claims = tuple(library.claims.values())
    topics, parties = library.all_topics, library.all_parties
    pages = listings(address.TIMELINE, claims, date_of, lambda linked: linked.changed, library.newest_change, below="")
    for listing in pages:
        yield TimelineMatter(listing, _members(listing, claims), topics, parties, site_age(library))


def _members(listing: Listing[LinkedClaim], claims: tuple[LinkedClaim, ...]) -> tuple[LinkedClaim, ...]:
    return claims if listing.is_first else listing.shown


def briefs_lists(library: Library) -> Iterator[Listing[ListedBrief]]:
    """Yield the pages of the list of briefs. One from which all claims moved away is not in it."""
    entries = [
        ListedBrief(
            id=brief_id,
            title=brief.title,
            date=brief.date,
            is_by=brief.dated == "by",
            counts=count(library.claims_by_brief[brief_id]),
            topics=tuple(library.named_topics[each] for each in library.topics_of(brief_id)),
            changed=told[0].update.at if (told := library.updates_by_brief[brief_id]) else None,
        )
        for brief_id, brief in library.briefs.items()
        if library.claims_by_brief[brief_id]
    ]
    return listings(
        address.BRIEFS, entries, lambda entry: entry.date, lambda entry: entry.changed, library.newest_change
    )


def updates(library: Library) -> Iterator[UpdateMatter]:
    """Yield each update, newest first."""
    parties = library.all_parties
    for linked in library.updates:
        yield UpdateMatter(linked, tuple(library.claims[each] for each in linked.claims), parties)


def update_log(library: Library) -> Iterator[Listing[LinkedUpdate]]:
    """Yield the pages of the change log."""
    return listings(address.UPDATES, library.updates, date_of_update, subscription.mended_at, library.newest_change)


def not_found(library: Library) -> Iterator[NotFoundMatter]:
    """Yield what the page for addresses that lead nowhere shows."""
    yield NotFoundMatter(library.all_topics)
