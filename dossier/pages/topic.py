"""Topic pages: the state of a standing subject in a minute, and what each line of it rests on.

Never derives a bottom line: that is authored, dated, and tied to claims; everything else here is derived from claims.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dossier.library import FiledClaim, address
from dossier.model import Topic
from dossier.pages import linked, phrase
from dossier.pages.change import Change, change, newest_major
from dossier.pages.cite import Cite, cite
from dossier.pages.desk import Desk
from dossier.pages.dispute import DisputeView, dispute_views, foremost, lone_doubts
from dossier.pages.group import ClaimGroup, Month, claim_groups, date_of, months_of, newest_evidence
from dossier.pages.line import Addresser, Line, line, on_page
from dossier.pages.matrix import known_between
from dossier.pages.page import Link, Page, Toc
from dossier.pages.period import CLAIMS, Period, PeriodLink, links, split
from dossier.pages.picture import Picture, picture
from dossier.pages.plain import plain
from dossier.pages.spelling import Spelling, other_names
from dossier.pages.stance import Stance, count_words, disputed_count, silent, stances

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


def pages(desk: Desk) -> Iterator[Page]:
    """Yield the page of each topic, and after it those of its periods where its claims fill several."""
    library = desk.library
    for topic_id, topic in library.topics.items():
        claims = library.claims_by_topic[topic_id]
        updates = library.updates_by_topic[topic_id]
        modified = phrase.moment(updates[0].update.at) if updates else ""
        periods = split(claims, date_of, CLAIMS)
        parties = {filed.claim.party for filed in claims}
        page = Page(
            address=address.topic(topic_id),
            kind="topic",
            template="pages/topic.html",
            title=topic.title,
            description=phrase.clipped(plain(" ".join(each.text for each in topic.bottom_line.sentences)), 200),
            build=partial(_view, desk, topic_id, topic, periods),
            feeds=desk.feeds([topic_id]),
            label="Topic",
            topics=(topic.title,),
            parties=tuple(link.words for party, link in desk.parties.items() if party in parties),
            modified=modified,
            published=phrase.moment(updates[-1].update.at) if updates else "",
            linked=partial(linked.subject, desk, topic_id),
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
                build=partial(_period_view, desk, topic_id, period, periods),
                date=period.members[0].claim.date,
                searched=False,
            )


def _view(desk: Desk, topic_id: str, topic: Topic, periods: Sequence[Period[FiledClaim]]) -> TopicView:
    library = desk.library
    claims = library.claims_by_topic[topic_id]
    shown = claims[:_FEW] if periods else claims
    addressed = on_page({filed.id for filed in shown})
    numbers = _numbers(desk, topic)
    updates = library.updates_by_topic[topic_id]
    major = newest_major(updates)
    names = other_names(topic.title, topic.aliases, topic.spellings)
    rows = stances(desk, topic_id, addressed)
    pairs = library.disputes(topic_id)
    kept = foremost(pairs, _FIRST) if periods else pairs
    disputes = dispute_views(desk, kept, addressed, as_given=bool(periods))
    alone = lone_doubts(claims)
    doubts = alone[:_FIRST] if periods else alone
    told = updates[:_FIRST] if periods else updates
    modified = phrase.moment(updates[0].update.at) if updates else ""
    groups = claim_groups(desk, shown)
    sources = _sources(desk, claims)
    first, last = known_between(desk, claims)
    return TopicView(
        id=topic_id,
        title=topic.title,
        question=topic.question,
        names=names,
        newest=newest_evidence(desk, claims),
        changed=phrase.day_of(major.update.at) if major else "",
        change_address=major.address if major else "",
        review_by=topic.review_by,
        counts=count_words(claims),
        claim_count=len(claims),
        disputed=disputed_count(claims),
        bottom_line=_bottom_line(desk, topic, numbers, addressed),
        numbers=numbers,
        bottom_line_date=topic.bottom_line.as_of,
        bottom_line_since=phrase.known_since(topic.bottom_line.as_of),
        stances=rows,
        silent=silent(desk, rows),
        disputes=disputes,
        doubts=tuple(line(desk, filed, addressed) for filed in doubts),
        more_disputes=len(pairs) - len(kept),
        more_doubts=len(alone) - len(doubts),
        picture=picture(claims, f"Claims about {topic.title}"),
        months=months_of(desk, shown, addressed),
        groups=groups,
        periods=links(periods, address.topic(topic_id), "claim", near=""),
        gaps=topic.gaps,
        includes=topic.scope.includes,
        excludes=topic.scope.excludes or "",
        changes=tuple(change(desk, each) for each in told),
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


def _numbers(desk: Desk, topic: Topic) -> dict[str, int]:
    named = (ref for sentence in topic.bottom_line.sentences for ref in sentence.claims if ref in desk.library.claims)
    return {ref: number for number, ref in enumerate(dict.fromkeys(named), start=1)}


def _bottom_line(
    desk: Desk, topic: Topic, numbers: Mapping[str, int], addressed: Addresser
) -> tuple[SentenceView, ...]:
    claims = desk.library.claims
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


def _sources(desk: Desk, claims: Sequence[FiledClaim]) -> tuple[CitedSource, ...]:
    counts: dict[str, int] = {}
    for filed in claims:
        for source_id in {each.source for each in filed.claim.evidence}:
            counts[source_id] = counts.get(source_id, 0) + 1
    cards = [(desk.source(source_id), number) for source_id, number in counts.items()]
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
    desk: Desk, topic_id: str, period: Period[FiledClaim], periods: Sequence[Period[FiledClaim]]
) -> TopicPeriodView:
    groups = claim_groups(desk, period.members)
    base = address.topic(topic_id)
    first, last = known_between(desk, period.members)
    return TopicPeriodView(
        title=period.words,
        topic=desk.topics[topic_id],
        counts=count_words(period.members),
        groups=groups,
        periods=links(periods, base, "claim", near=f"{base}{period.key}/"),
        here=f"{base}{period.key}/",
        first=first,
        last=last,
        toc=tuple(Toc(group.anchor, group.title) for group in groups),
    )
