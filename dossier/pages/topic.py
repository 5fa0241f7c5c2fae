"""Topic pages: the state of a standing subject in a minute, and what each line of it rests on.

Never derives a bottom line: that is authored, dated, and tied to claims; everything else here is derived from claims.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dossier.linked import LinkedClaim, address
from dossier.model import Topic
from dossier.pages import jsonld
from dossier.pages.cite import Cite, cite
from dossier.pages.claim_groups import ClaimGroup, Month, claim_groups, date_of, months_of, newest_evidence
from dossier.pages.claim_line import Addresser, Line, line, on_page
from dossier.pages.context import Context
from dossier.pages.disputes import DisputeView, dispute_views, foremost, lone_doubts
from dossier.pages.histogram import Picture, picture
from dossier.pages.matrix import known_between
from dossier.pages.page import Link, Page, Toc
from dossier.pages.pagination import CLAIMS, Period, PeriodLink, links, split
from dossier.pages.party_position import Stance, count_words, disputed_count, silent, stances
from dossier.pages.update_line import Change, change, newest_major
from dossier.wording import phrase
from dossier.wording.spellings import Spelling, other_names
from dossier.wording.strip_markdown import plain

_FEW = 40
"""Claims and sources on a topic's first page once its claims fill several."""
_FIRST = 10
"""Disputes, doubts and changes there: a reader on a phone has to come past them to the claims.

The view's `more_` numbers count what a list leaves out.
"""


@dataclass(frozen=True, slots=True)
class Ref:
    """A small reference from a sentence to a claim that it rests on."""

    number: int
    address: str
    title: str
    since: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence of a bottom line, in Markdown, with its references."""

    text: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source of a page and how many of the page's claims cite it. `url` leads to its publisher."""

    link: Link
    url: str
    doubtful: bool
    outlet: str
    published: str
    words: str
    since: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """A topic's first page. `first` and `last` bound the days that a reader may look back to.

    `periods` are empty unless the claims are too many for one page; then `groups` hold the newest ones only. `numbers`
    are those by which the bottom line refers to claims, by the claims' ids: paper has no links.
    """

    id: str
    title: str
    question: str
    names: tuple[Spelling, ...]
    newest: str
    changed: str
    change_address: str
    review_by: str
    counts: str
    claim_count: int
    disputed: int
    bottom_line: tuple[SentenceView, ...]
    numbers: Mapping[str, int]
    bottom_line_date: str
    bottom_line_since: str
    stances: tuple[Stance, ...]
    silent: tuple[Link, ...]
    disputes: tuple[DisputeView, ...]
    doubts: tuple[Line, ...]
    more_disputes: int
    more_doubts: int
    picture: Picture | None
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


def pages(context: Context) -> Iterator[Page]:
    """Yield the page of each topic, and after it those of its periods where its claims fill several."""
    library = context.library
    for topic_id, topic in library.topics.items():
        claims = library.claims_by_topic[topic_id]
        updates = library.updates_by_topic[topic_id]
        modified = phrase.moment(updates[0].update.at) if updates else ""
        periods = split(claims, date_of, CLAIMS)
        parties = {linked.claim.party for linked in claims}
        page = Page(
            address=address.topic(topic_id),
            kind="topic",
            template="pages/topic.html",
            title=topic.title,
            description=phrase.clipped(plain(" ".join(each.text for each in topic.bottom_line.sentences)), 200),
            build=partial(_view, context, topic_id, topic, periods),
            feeds=context.feeds([topic_id]),
            label="Topic",
            topics=(topic.title,),
            parties=tuple(link.words for party, link in context.parties.items() if party in parties),
            modified=modified,
            published=phrase.moment(updates[-1].update.at) if updates else "",
            linked=partial(jsonld.subject, context, topic_id),
        )
        yield page
        for link, period in zip(links(periods, page.address, "claim"), periods, strict=True):
            yield replace(
                page,
                address=link.address,
                kind="topic-period",
                template="pages/topic-period.html",
                title=f"{topic.title}: {period.words}",
                description=f"{count_words(period.members)} on {topic.title} dated {period.words}, with their evidence.",
                build=partial(_period_view, context, topic_id, period, periods),
                date=period.members[0].claim.date,
                searched=False,
            )


def _view(context: Context, topic_id: str, topic: Topic, periods: Sequence[Period[LinkedClaim]]) -> TopicView:
    library = context.library
    claims = library.claims_by_topic[topic_id]
    shown = claims[:_FEW] if periods else claims
    addressed = on_page({linked.id for linked in shown})
    numbers = _numbers(context, topic)
    updates = library.updates_by_topic[topic_id]
    major = newest_major(updates)
    names = other_names(topic.title, topic.aliases, topic.spellings)
    rows = stances(context, topic_id, addressed)
    pairs = library.disputes(topic_id)
    kept = foremost(pairs, _FIRST) if periods else pairs
    disputes = dispute_views(context, kept, addressed, as_given=bool(periods))
    alone = lone_doubts(claims)
    doubts = alone[:_FIRST] if periods else alone
    told = updates[:_FIRST] if periods else updates
    modified = phrase.moment(updates[0].update.at) if updates else ""
    groups = claim_groups(context, shown)
    sources = _sources(context, claims)
    first, last = known_between(context, claims)
    return TopicView(
        id=topic_id,
        title=topic.title,
        question=topic.question,
        names=names,
        newest=newest_evidence(context, claims),
        changed=phrase.day_of(major.update.at) if major else "",
        change_address=major.address if major else "",
        review_by=topic.review_by,
        counts=count_words(claims),
        claim_count=len(claims),
        disputed=disputed_count(claims),
        bottom_line=_bottom_line(context, topic, numbers, addressed),
        numbers=numbers,
        bottom_line_date=topic.bottom_line.as_of,
        bottom_line_since=phrase.known_since(topic.bottom_line.as_of),
        stances=rows,
        silent=silent(context, rows),
        disputes=disputes,
        doubts=tuple(line(context, linked, addressed) for linked in doubts),
        more_disputes=len(pairs) - len(kept),
        more_doubts=len(alone) - len(doubts),
        picture=picture(claims, f"Claims about {topic.title}"),
        months=months_of(context, shown, addressed),
        groups=groups,
        periods=links(periods, address.topic(topic_id), "claim", near=""),
        gaps=topic.gaps,
        includes=topic.scope.includes,
        excludes=topic.scope.excludes or "",
        changes=tuple(change(context, each) for each in told),
        more_changes=len(updates) - len(told),
        sources=sources[:_FEW] if periods else sources,
        more_sources=max(len(sources) - _FEW, 0) if periods else 0,
        cite=cite(library, topic.title, address.topic(topic_id), modified),
        first=first,
        last=last,
        toc=_toc(groups, has_disputes=bool(disputes or doubts), has_names=bool(names), has_changes=bool(updates)),
    )


def _toc(groups: Sequence[ClaimGroup], *, has_disputes: bool, has_names: bool, has_changes: bool) -> tuple[Toc, ...]:
    listed = tuple(Toc(group.anchor, group.title) for group in groups)
    lines = [Toc("bottom-line", "Bottom line"), Toc("positions", "Where each side stands")]
    if has_disputes:
        lines.append(Toc("disputed", "What is disputed"))
    lines += [
        Toc("timeline", "How it unfolded"),
        Toc("claims", "Every claim", listed if len(listed) > 1 else ()),
        Toc("gaps", "What these sources do not say"),
    ]
    if has_names:
        lines.append(Toc("names", "Other names"))
    if has_changes:
        lines.append(Toc("changes", "What changed on this page"))
    return (*lines, Toc("sources", "Sources of this page"), Toc("cite", "Cite this page"))


def _numbers(context: Context, topic: Topic) -> dict[str, int]:
    named = (
        ref for sentence in topic.bottom_line.sentences for ref in sentence.claims if ref in context.library.claims
    )
    return {ref: number for number, ref in enumerate(dict.fromkeys(named), start=1)}


def _bottom_line(
    context: Context, topic: Topic, numbers: Mapping[str, int], addressed: Addresser
) -> tuple[SentenceView, ...]:
    claims = context.library.claims
    return tuple(
        SentenceView(
            sentence.text,
            tuple(
                Ref(
                    numbers[ref],
                    addressed(claims[ref]),
                    claims[ref].claim.text,
                    phrase.known_since(claims[ref].claim.reported),
                )
                for ref in sentence.claims
                if ref in numbers
            ),
        )
        for sentence in topic.bottom_line.sentences
    )


def _sources(context: Context, claims: Sequence[LinkedClaim]) -> tuple[CitedSource, ...]:
    counts: dict[str, int] = {}
    for linked in claims:
        for source_id in {each.source for each in linked.claim.evidence}:
            counts[source_id] = counts.get(source_id, 0) + 1
    cards = [(context.source(source_id), number) for source_id, number in counts.items()]
    cited = [
        CitedSource(
            Link(card.address, card.title),
            card.url,
            card.doubtful,
            card.outlet,
            card.published,
            phrase.count(number, "claim"),
            phrase.known_since(card.published),
        )
        for card, number in cards
        if card
    ]
    return tuple(sorted(cited, key=lambda each: (each.published, each.link.address), reverse=True))


def _period_view(
    context: Context, topic_id: str, period: Period[LinkedClaim], periods: Sequence[Period[LinkedClaim]]
) -> TopicPeriodView:
    groups = claim_groups(context, period.members)
    base = address.topic(topic_id)
    first, last = known_between(context, period.members)
    return TopicPeriodView(
        title=period.words,
        topic=context.topics[topic_id],
        counts=count_words(period.members),
        groups=groups,
        periods=links(periods, base, "claim", near=f"{base}{period.key}/"),
        here=f"{base}{period.key}/",
        first=first,
        last=last,
        toc=tuple(Toc(group.anchor, group.title) for group in groups),
    )
