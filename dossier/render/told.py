"""What subscribers read of an update: the note, the claims with their evidence and links, before and after.

Never shows what is derived from other records (counts, inverse relations, checks): an update that was told would change
whenever something else does.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.library import FiledClaim, FiledUpdate, Library, address
from dossier.pages import Link, phrase
from dossier.pages.desk import Desk
from dossier.render.environment import make_environment

_SUPPORT = {"full": "", "partial": "Bears the claim out in part", "denies": "Denies the claim"}


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
    drift: str


@dataclass(frozen=True, slots=True)
class _Claim:
    address: str
    text: str
    facts: tuple[str, ...]
    reason: str
    evidence: tuple[_Evidence, ...]


def told(templates: Path, library: Library) -> Callable[[FiledUpdate], str]:
    """Return what gives an update's content for feeds: HTML with `ROOT` in front of each address of the site."""
    piece = make_environment(templates).get_template("pieces/told.html")
    desk = Desk(library)

    def content(filed: FiledUpdate) -> str:
        return piece.render(
            note=filed.update.note,
            before=filed.update.before,
            after=filed.update.after,
            claims=[_claim(desk, library.claims[each]) for each in filed.claims],
            owner=Link(filed.owner_address, filed.owner_title),
            topics=[link for link in desk.topic_links(filed.topics) if link.address != filed.owner_address],
        )

    return content


def _claim(desk: Desk, filed: FiledClaim) -> _Claim:
    claim = filed.claim
    return _Claim(
        address=filed.address,
        text=claim.text,
        facts=tuple(_facts(desk, filed)),
        reason=f"{phrase.STATUS[claim.status]}: {claim.status_reason}" if claim.status_reason else "",
        evidence=tuple(_evidence(desk, filed)),
    )


def _facts(desk: Desk, filed: FiledClaim) -> Iterator[str]:
    claim = filed.claim
    party = desk.party(claim.party) if claim.party else None
    person = desk.library.people.get(claim.said_by) if claim.said_by else None
    yield phrase.STATUS[claim.status]
    yield f"{phrase.KIND[claim.kind]} of {party.words}" if party else phrase.KIND[claim.kind]
    if person:
        yield f"{person.name}, {person.role}" if person.role else person.name
    yield phrase.date_words(claim.date)
    if claim.reported != claim.date:
        yield f"reported {phrase.date_words(claim.reported)}"


def _evidence(desk: Desk, filed: FiledClaim) -> Iterator[_Evidence]:
    library = desk.library
    for each in filed.claim.evidence:
        source, origin = library.sources.get(each.source), library.origins.get(each.origin)
        if source is None:
            continue
        yield _Evidence(
            quote=each.quote,
            language=source.language if source.language != library.settings.language else "",
            record=address.paragraph(each.source, each.paragraph),
            outlet=source.outlet,
            paragraph=each.paragraph,
            published=source.published,
            support=_SUPPORT[each.support],
            origin=Link(address.origin(each.origin), origin.name) if origin else None,
            inferred=each.origin_basis == "inferred",
            drift=each.drift or "",
        )
