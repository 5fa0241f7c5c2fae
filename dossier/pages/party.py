"""Pages of parties: what each wants on each topic, what changed, and what it has said and done.

Never speaks for a party: each line is a claim, with its sourcing beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dossier.linked import LinkedClaim, address
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_groups import Month, date_of, months_of
from dossier.pages.claim_line import Line, line
from dossier.pages.context import Context
from dossier.pages.matrix import known_between
from dossier.pages.page import Link, Page, Toc
from dossier.pages.pagination import LINES, Period, PeriodLink, links, split
from dossier.pages.party_position import Stance, count_words, stance
from dossier.wording import phrase
from dossier.wording.spellings import Spelling, other_names
from dossier.wording.strip_markdown import plain

_FEW = 60


@dataclass(frozen=True, slots=True)
class TopicStance:
    """What the party wants on one topic."""

    topic: Link
    stance: Stance


@dataclass(frozen=True, slots=True)
class Turn:
    """One position that replaced another. `since` is the day on which the newer one was known."""

    topic: Link | None
    newer: Line
    older: Line
    since: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """Somebody who speaks for the party. `names` are what else that person is called."""

    name: str
    names: tuple[Spelling, ...]
    role: str
    words: str


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party's first page. `periods` are empty unless its claims are too many for one page."""

    name: str
    about: str
    names: tuple[Spelling, ...]
    counts: str
    stances: tuple[TopicStance, ...]
    silent: tuple[Link, ...]
    turns: tuple[Turn, ...]
    more_turns: int
    people: tuple[PersonView, ...]
    claims_title: str
    months: tuple[Month, ...]
    periods: tuple[PeriodLink, ...]
    first: str
    last: str
    cite: Cite
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class PartyPeriodView:
    """A further page of a party: what it said and did in one period."""

    party: Link
    counts: str
    months: tuple[Month, ...]
    periods: tuple[PeriodLink, ...]
    here: str
    first: str
    last: str
    toc: tuple[Toc, ...] = ()


def pages(context: Context) -> Iterator[Page]:
    """Yield the page of each party, and after it those of its periods where its claims fill several."""
    library = context.library
    for party_id, party in library.parties.items():
        claims = library.claims_by_party[party_id]
        periods = split(claims, date_of, LINES)
        topics = {topic for linked in claims for topic in linked.claim.topics}
        said = f"What {party.name} wants on each topic, and what it has said and done."
        page = Page(
            address=address.party(party_id),
            kind="party",
            template="pages/party.html",
            title=party.name,
            description=phrase.clipped(f"{said} {plain(party.about or library.settings.description)}", 200),
            build=partial(_view, context, party_id, periods),
            feeds=context.feeds(),
            label="Party",
            topics=tuple(link.words for topic, link in context.topics.items() if topic in topics),
            parties=(party.name,),
            modified=max((context.changed(linked.id) for linked in claims), default=""),
        )
        yield page
        for link, period in zip(links(periods, page.address, "claim"), periods, strict=True):
            yield replace(
                page,
                address=link.address,
                kind="party-period",
                template="pages/party-period.html",
                title=f"{party.name}: {period.words}",
                description=f"What {party.name} said and did: {period.words}.",
                build=partial(_period_view, context, party_id, link.address, period, periods),
                searched=False,
            )


def _view(context: Context, party_id: str, periods: Sequence[Period[LinkedClaim]]) -> PartyView:
    library = context.library
    party = library.parties[party_id]
    claims = library.claims_by_party[party_id]
    shown = claims[:_FEW] if periods else claims
    held = tuple(
        TopicStance(context.topics[topic], stance(context, party_id, library.positions[topic, party_id]))
        for topic in library.topics
        if (topic, party_id) in library.positions
    )
    turns = tuple(_turns(context, claims))
    people = tuple(_people(context, party_id))
    first, last = known_between(context, claims)
    heard = {each.topic for each in held}
    modified = max((context.changed(linked.id) for linked in claims), default="")
    # A judgement is filed under whom it is about, and is nothing that the party itself said.
    judged = any(linked.claim.kind == "analysis" for linked in claims)
    claims_title = "What it has said and done" + (", and what others judge of it" if judged else "")
    toc = [Toc("positions", "What it wants")]
    if turns:
        toc.append(Toc("turns", "What changed over time"))
    toc.append(Toc("claims", claims_title))
    if people:
        toc.append(Toc("people", "Who speaks for it"))
    return PartyView(
        name=party.name,
        about=party.about or "",
        names=other_names(party.name, party.aliases, party.spellings),
        counts=count_words(claims),
        stances=held,
        silent=tuple(link for link in context.topics.values() if link not in heard),
        turns=turns[:_FEW],
        more_turns=max(len(turns) - _FEW, 0),
        people=people,
        claims_title=claims_title,
        months=months_of(context, shown, newest_first=True),
        periods=links(periods, address.party(party_id), "claim", near=""),
        first=first,
        last=last,
        cite=cite(library, party.name, address.party(party_id), modified),
        toc=(*toc, Toc("cite", "Cite this page")),
    )


def _turns(context: Context, claims: Sequence[LinkedClaim]) -> Iterator[Turn]:
    for linked in claims:
        if linked.claim.kind != "position" or linked.claim.status == "withdrawn":
            continue
        for older_id in linked.supersedes:
            older = context.library.claims[older_id]
            common = [topic for topic in linked.claim.topics if topic in older.claim.topics] or linked.claim.topics
            newer = line(context, linked)
            yield Turn(next(iter(context.topic_links(common)), None), newer, line(context, older), newer.since)


def _people(context: Context, party_id: str) -> Iterator[PersonView]:
    library = context.library
    for person_id, person in library.people.items():
        said = len(library.claims_by_person[person_id])
        if person.party == party_id and said:
            names = other_names(person.name, person.aliases, person.spellings)
            yield PersonView(person.name, names, person.role or "", phrase.count(said, "claim"))


def _period_view(
    context: Context, party_id: str, here: str, period: Period[LinkedClaim], periods: Sequence[Period[LinkedClaim]]
) -> PartyPeriodView:
    first, last = known_between(context, period.members)
    return PartyPeriodView(
        party=context.parties[party_id],
        counts=count_words(period.members),
        months=months_of(context, period.members, newest_first=True),
        periods=links(periods, address.party(party_id), "claim", near=here),
        here=here,
        first=first,
        last=last,
    )
