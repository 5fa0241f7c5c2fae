"""The claim piece: one claim with everything a reader can open beneath it.

Who says a thing and how well it is borne out stand beside each claim.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote as percent_encoded

from dossier.evidence import tainted_origins, text_fragment
from dossier.linked import LinkedClaim, LinkedOrigin, RelatedClaim, address
from dossier.model import Claim, Evidence, Origin, Settings
from dossier.pages import source_state
from dossier.pages.basis_words import Mark, basis_words, marks, name_of, until
from dossier.pages.evidence_history import arrivals, basis_steps, evidence_steps, evidence_words
from dossier.pages.page import Link, link_of_person, party_link, person_link
from dossier.pages.provenance import Chain, SourceCard, card, chain
from dossier.pages.quote_checks import check_words
from dossier.wording import phrase, remarks
from dossier.wording.labels import CONFIDENCE, DRIFT, KIND, SPEECH, STATUS
from dossier.wording.translation import cached

_SHORT = 90


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One quote and where it comes from. `passage` leads to the very words on the publisher's page.

    `standing` says what became of the passage at its publisher, or is empty.
    `support` is empty where the quote supports the claim in full; `since` is the day from which it could be known.
    `drift` says how the text differs from what its origin said, `drift_kind` in which way.
    """

    quote: str
    language: str
    translation: str
    passage: str
    source: SourceCard
    paragraph: int
    record: str
    support: str
    speech: str
    drift_kind: str
    drift: str
    chain: Chain | None
    inferred: bool
    standing: str
    checked: str
    since: str


class Other(NamedTuple):
    """A claim at the far end of a relation: in brief, with its date and the day from which it was known."""

    address: str
    title: str
    date: str
    is_by: bool
    since: str


@dataclass(frozen=True, slots=True)
class RelationView:
    """Ties of one sort to other claims: "Replaced by", and which. `since` is the day on which the first was known.

    `is_open` says that nobody may read the claim without it: what replaces it, or says that it is not so.
    """

    words: str
    others: tuple[Other, ...]
    since: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim, ready to print. `id` is the full id.

    `since` is the day from which it could be known, `until` the day from which something replaced it, or empty; `changed` the authored time of the newest change to it.
    `steps`, and what ends in `_steps`, say for the reader's script what stood in its place on earlier days. `review` says who has read it
    against its sources, `review_since` on which day.
    """

    id: str
    address: str
    brief: Link
    text: str
    kind: str
    marks: tuple[Mark, ...]
    status_words: str
    status_since: str
    status_reason: str
    confidence: str
    confidence_reason: str
    party: Link | None
    person: Link | None
    role: str
    about: tuple[Link, ...]
    date: str
    is_by: bool
    reported: str
    basis: str
    steps: str
    caution: str
    note: str
    evidence: tuple[EvidenceView, ...]
    evidence_words: str
    evidence_steps: str
    review: str
    review_since: str
    relations: tuple[RelationView, ...]
    tainted: tuple[Link, ...]
    since: str
    until: str
    changed: str
    report: str
    suggest: str


def view_claim(linked: LinkedClaim, settings: Settings) -> ClaimView:
    """Return a claim as its piece shows it."""
    claim, person = linked.claim, linked.person
    confidence = claim.confidence
    return ClaimView(
        id=linked.id,
        address=linked.address,
        brief=Link(address.brief(linked.brief_id), linked.brief_title),
        text=claim.text,
        kind=KIND[claim.kind],
        marks=marks(linked),
        status_words=STATUS[claim.status] if claim.status else "",
        status_since=max((mark.since for mark in marks(linked) if mark.name == claim.status), default=""),
        status_reason=claim.status_reason or "",
        confidence=CONFIDENCE[confidence.level] if confidence else "",
        confidence_reason=confidence.reason if confidence else "",
        party=party_link(linked.party),
        person=person_link(person),
        role=(person.role or "") if person else "",
        about=tuple(link_of_person(each) for each in linked.about),
        date=claim.date,
        is_by=claim.dated == "by",
        reported=claim.reported,
        basis=basis_words(linked),
        steps=basis_steps(linked),
        caution=caution(linked),
        note=claim.note or "",
        evidence=tuple(_evidence(linked, settings)),
        evidence_words=evidence_words(linked.evidence),
        evidence_steps=evidence_steps(linked),
        review=_review(linked),
        review_since=linked.review.on if linked.review else "",
        relations=tuple(relations(linked)),
        tainted=tuple(
            Link(address.origin(origin), remarks.tainted(record.name, record.status))
            for origin, record in sorted(_tainted(linked).items())
        ),
        since=phrase.known_since(claim.reported),
        until=until(linked),
        changed=changed(linked),
        report=report_address(settings, linked),
        suggest=address.suggestion(linked.id) if settings.suggest else "",
    )


def title(claim: Claim | RelatedClaim) -> str:
    """Return a claim in a few words: its short form, or its text cut between words."""
    return claim.short or phrase.clipped(claim.text, _SHORT).removesuffix(".")


def changed(linked: LinkedClaim) -> str:
    """Return the authored time of the newest change to a claim, or an empty string."""
    return phrase.moment_or_empty(linked.changed)


def caution(linked: LinkedClaim) -> str:
    """Return what a reader must know of the evidence as a whole, or an empty string."""
    if linked.basis is None and linked.claim.evidence:
        return remarks.CAUTION["unsupported"]
    return ""


def _review(linked: LinkedClaim) -> str:
    """Return who has read a claim against its sources, or an empty string."""
    review = linked.review
    return remarks.reviewed(review.by, review.on, fits=linked.fits(review)) if review else ""


def _tainted(linked: LinkedClaim) -> dict[str, Origin]:
    """Return the corrected and withdrawn origins that a claim rests on, at any depth."""
    found: dict[str, Origin] = {}
    for _, origin in linked.cited:
        if origin is not None:
            found |= _tainted_behind(origin)
    return found


@lru_cache(maxsize=4096)
def _tainted_behind(origin: LinkedOrigin) -> dict[str, Origin]:
    return {each: origin.lineage[each] for each in tainted_origins([origin.id], origin.lineage)}


def _evidence(linked: LinkedClaim, settings: Settings) -> Iterator[EvidenceView]:
    known = arrivals(linked)
    for each, cited, origin in linked.evidence:
        if cited is None:
            continue
        source = card(cited)
        yield EvidenceView(
            quote=each.quote,
            language=source.language if source.language != settings.language else "",
            translation=each.translation or "",
            passage=text_fragment(source.url, each.quote),
            source=source,
            paragraph=each.paragraph,
            record=address.paragraph(each.source, each.paragraph),
            support=support(each, origin),
            speech=SPEECH[each.speech] if each.speech else "",
            drift_kind=DRIFT[each.drift.kind or ""] if each.drift else "",
            drift=each.drift.note if each.drift else "",
            chain=chain(origin, cited) if origin else None,
            inferred=each.origin_basis == "inferred" and not (origin and origin.record.is_nobodys),
            standing=source_state.of_passage(cited.record, each.paragraph),
            checked=check_words(cited.state(each)),
            since=known[each.source],
        )


def dates(claim: Claim) -> str:
    """Return of when a claim is and since when it is in these sources: "of April 2025; in these sources from 24 April 2025"."""
    return phrase.dates(claim.date, claim.reported, is_by=claim.dated == "by")


def support(evidence: Evidence, origin: LinkedOrigin | None) -> str:
    """Return how a passage stands to its claim, empty where it supports it in full. A denial names who denies."""
    if evidence.support == "denies":
        return remarks.denied(name_of(origin) if origin and not origin.record.is_nobodys else "")
    return remarks.partial() if evidence.support == "partial" else ""


_OPEN = ("superseded_by", "supersedes", "contradicts", "denies", "denied_by")


def relations(linked: LinkedClaim) -> Iterator[RelationView]:
    """Yield a claim's ties to others in plain words, what replaces it first."""
    is_denial = linked.claim.kind == "denial"
    ties: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("superseded_by", linked.superseded_by),
        ("supersedes", linked.supersedes),
        ("", linked.contradicts),
        ("", linked.contradicted_by),
        ("opposes", linked.opposes),
        ("follows", linked.follows),
        ("followed_by", linked.followed_by),
        ("responds_to", linked.responds_to),
        ("answered_by", linked.answered_by),
        ("qualifies", linked.qualifies),
        ("qualifies", linked.qualified_by),
    )
    tied: dict[str, dict[str, Other]] = {}
    for tie, others in ties:
        for other_id in others:
            other = linked.related[other_id]
            shown = tie
            if not shown:
                is_other = other.kind == "denial"
                shown = "contradicts" if is_denial == is_other else "denies" if is_denial else "denied_by"
            known = phrase.known_since(other.reported)
            tied.setdefault(shown, {})[other_id] = Other(
                address.claim(other_id), title(other), other.date, other.dated == "by", known
            )
    for tie, found in tied.items():
        since = min(other.since for other in found.values())
        yield RelationView(remarks.RELATION[tie], tuple(found.values()), since, tie in _OPEN)


def report_address(settings: Settings, linked: LinkedClaim) -> str:
    """Return where a problem with a claim is reported, or an empty string where the site names no repository."""
    if not settings.repository:
        return ""
    # Ids need no more encoding than this, and every claim has an address to encode.
    where = linked.address.replace("/", "%2F").replace("#", "%23")
    return _report_form(settings.repository, settings.url).format(claim=linked.id.replace("/", "%2F"), where=where)


@cached(16)
def _report_form(repository: str, url: str) -> str:
    site = percent_encoded(url, safe="")
    asked = percent_encoded(f"\n\n{remarks.problem_question()}\n", safe="")
    title = percent_encoded(remarks.problem_title("{claim}"), safe="{}")
    form = f"{repository.rstrip('/')}/issues/new".replace("{", "%7B").replace("}", "%7D")
    return f"{form}?title={title}&body={site}{{where}}{asked}"
