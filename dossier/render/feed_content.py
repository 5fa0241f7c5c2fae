"""What subscribers read of an update: the note, the claims with their evidence and links, before and after.

Beside what its claims hold it shows only how they are known. What is derived from other records (counts, inverse relations,
checks) is left out: an update that was told would change whenever something else does.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.linked import LinkedClaim, LinkedUpdate, address
from dossier.model import Settings
from dossier.pages.basis_words import basis_words
from dossier.pages.claim_piece import dates, support
from dossier.pages.page import Link, topic_links
from dossier.render.environment import make_environment
from dossier.wording import machines
from dossier.wording.labels import DRIFT, KIND, STATUS


@dataclass(frozen=True, slots=True)
class _Evidence:
    quote: str
    language: str
    record: str
    outlet: str
    paragraph: int
    published: str
    support: str
    origin: Link | None
    inferred: bool
    drift_kind: str
    drift: str


@dataclass(frozen=True, slots=True)
class _Claim:
    address: str
    text: str
    facts: tuple[str, ...]
    reason: str
    evidence: tuple[_Evidence, ...]


def feed_content(
    templates: Path | Sequence[Path], settings: Settings
) -> Callable[[LinkedUpdate, Sequence[LinkedClaim]], str]:
    """Return what gives the content of an update for feeds: HTML with `ROOT_MARK` in front of each address of the site."""
    piece = make_environment(templates).get_template("pieces/told.html")

    def content(linked: LinkedUpdate, claims: Sequence[LinkedClaim]) -> str:
        return piece.render(
            note=linked.update.note,
            before=linked.update.before,
            after=linked.update.after,
            changes=[change for _, change in linked.changes],
            claims=[_claim(each, settings, _mended(each, linked)) for each in claims],
            owner=Link(linked.owner_address, linked.owner_title),
            topics=[link for link in topic_links(linked.named_topics) if link.address != linked.owner_address],
        )

    return content


def _mended(claim: LinkedClaim, told: LinkedUpdate) -> tuple[str, ...]:
    """Return what became of a claim of an update, of which others stand as they were told."""
    menders = (told.related[each] for each in told.corrected_by)
    return tuple(dict.fromkeys(machines.MENDED[each.kind] for each in menders if claim.id in each.claims))


def _claim(linked: LinkedClaim, settings: Settings, mended: tuple[str, ...]) -> _Claim:
    claim = linked.claim
    return _Claim(
        address=linked.address,
        text=claim.text,
        facts=(*mended, *_facts(linked)),
        reason=f"{STATUS[claim.status]}: {claim.status_reason}" if claim.status and claim.status_reason else "",
        evidence=tuple(_evidence(linked, settings)),
    )


def _facts(linked: LinkedClaim) -> Iterator[str]:
    claim, party, person = linked.claim, linked.party, linked.person
    if linked.is_disputed or claim.status:
        yield STATUS[claim.status or "disputed"]
    yield basis_words(linked)
    yield machines.of_party(KIND[claim.kind], party.name) if party else KIND[claim.kind]
    if person:
        yield f"{person.name}, {person.role}" if person.role else person.name
    yield dates(claim)


def _evidence(linked: LinkedClaim, settings: Settings) -> Iterator[_Evidence]:
    for each, cited, origin in linked.evidence:
        if cited is None:
            continue
        source = cited.record
        yield _Evidence(
            quote=each.quote,
            language=source.language if source.language != settings.language else "",
            record=address.paragraph(each.source, each.paragraph),
            outlet=source.outlet,
            paragraph=each.paragraph,
            published=source.dated,
            support=support(each, origin),
            origin=Link(address.origin(each.origin), origin.record.name) if origin else None,
            inferred=each.origin_basis == "inferred",
            drift_kind=DRIFT[each.drift.kind or ""] if each.drift else "",
            drift=each.drift.note if each.drift else "",
        )
