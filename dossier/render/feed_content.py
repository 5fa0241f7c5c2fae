"""What subscribers read of an update: the note, the claims with their evidence and links, before and after.

Never shows what is derived from other records (counts, inverse relations, checks): an update that was told would change
whenever something else does.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.library import Library
from dossier.linked import LinkedClaim, LinkedUpdate, address
from dossier.pages import Link
from dossier.pages.context import Context
from dossier.render.environment import make_environment
from dossier.wording import phrase

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


def told(templates: Path, library: Library) -> Callable[[LinkedUpdate], str]:
    """Return what gives an update's content for feeds: HTML with `ROOT` in front of each address of the site."""
    piece = make_environment(templates).get_template("pieces/told.html")
    context = Context(library)

    def content(linked: LinkedUpdate) -> str:
        return piece.render(
            note=linked.update.note,
            before=linked.update.before,
            after=linked.update.after,
            claims=[_claim(context, library.claims[each]) for each in linked.claims],
            owner=Link(linked.owner_address, linked.owner_title),
            topics=[link for link in context.topic_links(linked.topics) if link.address != linked.owner_address],
        )

    return content


def _claim(context: Context, linked: LinkedClaim) -> _Claim:
    claim = linked.claim
    return _Claim(
        address=linked.address,
        text=claim.text,
        facts=tuple(_facts(context, linked)),
        reason=f"{phrase.STATUS[claim.status]}: {claim.status_reason}" if claim.status_reason else "",
        evidence=tuple(_evidence(context, linked)),
    )


def _facts(context: Context, linked: LinkedClaim) -> Iterator[str]:
    claim = linked.claim
    party = context.party(claim.party) if claim.party else None
    person = context.library.people.get(claim.said_by) if claim.said_by else None
    yield phrase.STATUS[claim.status]
    yield f"{phrase.KIND[claim.kind]} of {party.words}" if party else phrase.KIND[claim.kind]
    if person:
        yield f"{person.name}, {person.role}" if person.role else person.name
    yield phrase.date_words(claim.date)
    if claim.reported != claim.date:
        yield f"reported {phrase.date_words(claim.reported)}"


def _evidence(context: Context, linked: LinkedClaim) -> Iterator[_Evidence]:
    library = context.library
    for each in linked.claim.evidence:
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
