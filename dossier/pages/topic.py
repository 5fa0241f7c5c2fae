"""Topic pages: the state of a standing subject in a minute, and what each line of it rests on.

The bottom line is authored, dated, and tied to claims; everything else is derived from claims.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from dossier.linked import Dispute, LinkedClaim, LinkedSource, LinkedUpdate, Named, Names, Position, address
from dossier.model import Settings, Topic
from dossier.pages import jsonld
from dossier.pages.age import Age
from dossier.pages.basis_strip import BasisRow, basis_strip
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_groups import ClaimGroup, Month, claim_groups, months_of, newest_evidence
from dossier.pages.claim_line import on_page
from dossier.pages.counts import count, names_of_parties, newest_change, oldest_change
from dossier.pages.disputes import DisputeView, Doubt, dispute_views, doubt, foremost, lone_doubts
from dossier.pages.histogram import Picture, picture
from dossier.pages.matrix import known_between
from dossier.pages.page import Link, Page, Toc, feed_links, link_of_topic
from dossier.pages.pagination import PeriodLink, Periods, links
from dossier.pages.party_position import Stance, silent, stances
from dossier.pages.provenance import card
from dossier.pages.sentences import SentenceView, numbers_of, sentence_views
from dossier.pages.update_line import Change, change, newest_major
from dossier.wording import counted, histogram, phrase, titles
from dossier.wording.labels import PAGE_KIND
from dossier.wording.spellings import Spelling, other_names
from dossier.wording.strip_markdown import plain

_FEW = 40
"""Claims and sources on a topic's first page once its claims fill several."""
_FIRST = 10
"""Disputes, doubts and changes there: a reader on a phone has to come past them to the claims.

The view's `more_` numbers count what a list leaves out.
"""


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source of a page and how many of the page's claims cite it. `url` leads to its publisher."""

    link: Link
    url: str
    doubtful: bool
    outlet: str
    published: str
    grade: str
    grade_words: str
    grade_reason: str
    words: str
    since: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic's first page. `first` and `last` bound the days that a reader may look back to.

    `periods` are empty unless the claims are too many for one page; then `groups` hold the newest ones only. `numbers`
    are those by which the bottom line refers to claims, by the claims' ids: paper has no links.
    """

    title: str
    question: str
    names: tuple[Spelling, ...]
    newest: str
    changed: str
    change_address: str
    age: Age
    claim_count: int
    disputed: tuple[str, ...]
    bottom_line: tuple[SentenceView, ...]
    numbers: Mapping[str, int]
    bottom_line_date: str
    bottom_line_since: str
    stances: tuple[Stance, ...]
    silent: tuple[Link, ...]
    disputes: tuple[DisputeView, ...]
    doubts: tuple[Doubt, ...]
    more_disputes: int
    more_doubts: int
    picture: Picture | None
    strip: tuple[BasisRow, ...]
    months: tuple[Month, ...]
    groups: tuple[ClaimGroup, ...]
    periods: tuple[PeriodLink, ...]
    gaps: tuple[str, ...]
    includes: str
    excludes: str
    changes: tuple[Change, ...]
    more_changes: int
    sources: tuple[CitedSource, ...]
    more_sources: int
    cite: Cite
    first: str
    last: str
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class TopicPeriodView:
    """A further page of a topic: every claim of one period."""

    title: str
    topic: Link
    counts: str
    groups: tuple[ClaimGroup, ...]
    periods: tuple[PeriodLink, ...]
    here: str
    first: str
    last: str
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class TopicMatter:
    """A topic with its claims and updates, newest first, and what its claims come to.

    `numbered` are the claims that the bottom line names, in the order of its sentences. `periods` are empty unless the
    claims are too many for one page. `positions` and `disputes` are those of the topic. `parties` are all there are, in
    their order.
    """

    id: str
    topic: Topic
    claims: tuple[LinkedClaim, ...]
    numbered: tuple[LinkedClaim, ...]
    updates: tuple[LinkedUpdate, ...]
    positions: tuple[Position, ...]
    disputes: tuple[Dispute, ...]
    parties: Names
    periods: Periods

    @property
    def address(self) -> str:
        """The page's address."""
        return address.topic(self.id)

    @property
    def modified(self) -> datetime | None:
        """When the newest update of the topic was published."""
        return self.updates[0].update.at if self.updates else None


@dataclass(frozen=True, slots=True)
class TopicPeriodMatter:
    """The claims of one period of a topic, newest first. `parties` are all there are, in their order."""

    topic: Named
    key: str
    claims: tuple[LinkedClaim, ...]
    parties: Names
    periods: Periods

    @property
    def address(self) -> str:
        """The page's address."""
        return f"{address.topic(self.topic.id)}{self.key}/"

    @property
    def date(self) -> str:
        """The date of its newest claim."""
        return self.claims[0].claim.date

    @property
    def modified(self) -> datetime | None:
        """When the newest change to one of its claims was published."""
        return newest_change(self.claims)


def topic_page(matter: TopicMatter, settings: Settings) -> Page:
    """Return the page of a topic."""
    topic, named = matter.topic, Named(matter.id, matter.topic.title)
    updates = matter.updates
    return Page(
        address=matter.address,
        kind="topic",
        template="pages/topic.html",
        title=topic.title,
        # A bottom line that is cut off would tell one side.
        description=topic.in_short.text if topic.in_short else plain(topic.question),
        build=partial(_view, matter, settings),
        feeds=feed_links(settings, [named]),
        label=PAGE_KIND["topic"],
        topics=(topic.title,),
        parties=names_of_parties(matter.claims, matter.parties),
        modified=phrase.moment_or_empty(matter.modified),
        published=phrase.moment(updates[-1].update.at) if updates else "",
        linked=partial(jsonld.subject, settings, matter.id, topic),
    )


def period_page(matter: TopicPeriodMatter, settings: Settings) -> Page:
    """Return the page of one period of a topic."""
    words, title = titles.period(matter.key), matter.topic.name
    return Page(
        address=matter.address,
        kind="topic-period",
        template="pages/topic-period.html",
        title=f"{title}: {words}",
        description=titles.about_topic_period(count(matter.claims).words, title, words),
        build=partial(_period_view, matter),
        feeds=feed_links(settings, [matter.topic]),
        label=PAGE_KIND["topic"],
        topics=(title,),
        parties=names_of_parties(matter.claims, matter.parties),
        modified=phrase.moment_or_empty(matter.modified),
        published=phrase.moment_or_empty(oldest_change(matter.claims)),
        searched=False,
    )


def _view(matter: TopicMatter, settings: Settings) -> TopicView:
    topic, claims, periods, updates = matter.topic, matter.claims, matter.periods, matter.updates
    shown = claims[:_FEW] if periods else claims
    addressed = on_page({linked.id for linked in shown})
    numbered = {linked.id: linked for linked in matter.numbered}
    major = newest_major(updates)
    names = other_names(topic.title, topic.aliases, topic.spellings)
    rows = stances(matter.parties, matter.positions, addressed)
    pairs = matter.disputes
    kept = foremost(pairs, _FIRST) if periods else pairs
    order = [party.id for party in matter.parties]
    disputes = dispute_views(kept, order, addressed, as_given=bool(periods))
    alone = lone_doubts(claims)
    doubts = alone[:_FIRST] if periods else alone
    told = updates[:_FIRST] if periods else updates
    modified = phrase.moment_or_empty(matter.modified)
    groups = claim_groups(shown, matter.parties)
    sources = _sources(claims)
    first, last = known_between(claims)
    counts = count(claims)
    return TopicView(
        title=topic.title,
        question=topic.question,
        names=names,
        newest=newest_evidence(claims),
        changed=phrase.day_of(major.update.at) if major else "",
        change_address=major.address if major else "",
        age=Age(topic.bottom_line.as_of, topic.review_by),
        claim_count=counts.claims,
        disputed=counts.doubts,
        bottom_line=sentence_views(topic.bottom_line.sentences, numbered, addressed),
        numbers=numbers_of(matter.numbered),
        bottom_line_date=topic.bottom_line.as_of,
        bottom_line_since=phrase.known_since(topic.bottom_line.as_of),
        stances=rows,
        silent=silent(matter.parties, rows),
        disputes=disputes,
        doubts=tuple(doubt(linked, addressed) for linked in doubts),
        more_disputes=len(pairs) - len(kept),
        more_doubts=len(alone) - len(doubts),
        picture=picture(claims, histogram.about_topic(topic.title)),
        strip=basis_strip(claims),
        months=months_of(shown, addressed),
        groups=groups,
        periods=links(periods, matter.address, counted.claims, near=""),
        gaps=topic.gaps,
        includes=topic.scope.includes,
        excludes=topic.scope.excludes or "",
        changes=tuple(change(each) for each in told),
        more_changes=len(updates) - len(told),
        sources=sources[:_FEW] if periods else sources,
        more_sources=max(len(sources) - _FEW, 0) if periods else 0,
        cite=cite(settings, topic.title, matter.address, modified),
        first=first,
        last=last,
        toc=_toc(groups, has_disputes=bool(disputes or doubts), has_names=bool(names), has_changes=bool(updates)),
    )


def _toc(groups: Sequence[ClaimGroup], *, has_disputes: bool, has_names: bool, has_changes: bool) -> tuple[Toc, ...]:
    listed = tuple(Toc(group.anchor, group.title) for group in groups)
    below = {"claims": listed if len(listed) > 1 else ()}
    left_out = {"disputed": not has_disputes, "names": not has_names, "changes": not has_changes}
    return tuple(
        Toc(anchor, title, below.get(anchor, ()))
        for anchor, title in titles.TOPIC_SECTIONS.items()
        if not left_out.get(anchor)
    )


def _sources(claims: Sequence[LinkedClaim]) -> tuple[CitedSource, ...]:
    counts: dict[str, int] = {}
    sources: dict[str, LinkedSource] = {}
    for linked in claims:
        cited = {each.source.id: each.source for each in linked.evidence if each.source}
        sources |= cited
        for source_id in cited:
            counts[source_id] = counts.get(source_id, 0) + 1
    cards = [(card(sources[source_id]), number) for source_id, number in counts.items()]
    found = [
        CitedSource(
            Link(source.address, source.title),
            source.url,
            source.doubtful,
            source.outlet,
            source.published,
            source.grade,
            source.grade_words,
            source.grade_reason,
            counted.claims(number),
            phrase.known_since(source.published),
        )
        for source, number in cards
    ]
    return tuple(sorted(found, key=lambda each: (each.published, each.link.address), reverse=True))


def _period_view(matter: TopicPeriodMatter) -> TopicPeriodView:
    groups = claim_groups(matter.claims, matter.parties)
    first, last = known_between(matter.claims)
    return TopicPeriodView(
        title=titles.period(matter.key),
        topic=link_of_topic(matter.topic),
        counts=count(matter.claims).words,
        groups=groups,
        periods=links(matter.periods, address.topic(matter.topic.id), counted.claims, near=matter.address),
        here=matter.address,
        first=first,
        last=last,
        toc=tuple(Toc(group.anchor, group.title) for group in groups),
    )
