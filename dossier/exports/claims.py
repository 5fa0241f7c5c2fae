"""Claims and positions as records of the downloads.

Every key is present; a missing value is null or an empty list. Writing them as JSON is left to `write_downloads`.
"""

from collections.abc import Iterator

from dossier.exports.form import ClaimForm, EvidenceForm, PositionForm, ReviewForm
from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.model import Evidence


def claims(library: Library) -> Iterator[ClaimForm]:
    """Yield all claims, the newest first."""
    for linked in library.claims.values():
        claim = linked.claim
        yield {
            "id": linked.id,
            "brief": linked.brief_id,
            "url": library.settings.url + linked.address,
            "text": claim.text,
            "short": claim.short,
            "kind": claim.kind,
            "party": claim.party,
            "said_by": claim.said_by,
            "about": list(claim.about),
            "topics": list(claim.topics),
            "date": claim.date,
            "dated": claim.dated,
            "reported": claim.reported,
            "first_reported": linked.first_reported,
            "basis": linked.basis.kind if linked.basis else None,
            "status": claim.status,
            "status_reason": claim.status_reason,
            "confidence": (
                {"level": claim.confidence.level, "reason": claim.confidence.reason} if claim.confidence else None
            ),
            "evidence": [_evidence(library, evidence) for evidence in claim.evidence],
            "independent_origins": {"count": linked.independence.count, "roots": list(linked.independence.roots)},
            "review": _review(linked),
            "supersedes": list(linked.supersedes),
            "superseded_by": list(linked.superseded_by),
            "follows": list(linked.follows),
            "contradicts": list(linked.contradicts),
            "contradicted_by": list(linked.contradicted_by),
            "opposes": list(linked.opposes),
            "responds_to": list(linked.responds_to),
            "qualifies": list(linked.qualifies),
        }


def _evidence(library: Library, evidence: Evidence) -> EvidenceForm:
    source = library.linked_sources.get(evidence.source)
    return {
        "source": evidence.source,
        "archive_file": source.record.archive_file if source else None,
        "paragraph": evidence.paragraph,
        "quote": evidence.quote,
        "origin": evidence.origin,
        "origin_basis": evidence.origin_basis,
        "support": evidence.support,
        "speech": evidence.speech,
        "translation": evidence.translation,
        "drift": {"kind": evidence.drift.kind, "note": evidence.drift.note} if evidence.drift else None,
        "verified": source.state(evidence).by if source else None,
    }


def _review(linked: LinkedClaim) -> ReviewForm | None:
    review = linked.review
    return {"by": review.by, "on": review.on, "is_valid": linked.fits(review)} if review else None


def positions(library: Library) -> Iterator[PositionForm]:
    """Yield all positions, by topic and party, in the order of the site."""
    for topic in library.topics:
        for party, about in library.parties.items():
            position = library.positions.get((topic, party))
            if position is not None:
                current = position.current
                yield {
                    "topic": topic,
                    "party": party,
                    "party_name": about.name,
                    "url": library.settings.url + current.address,
                    "claim": current.id,
                    "text": current.claim.text,
                    "short": current.claim.short,
                    "since": current.claim.date,
                    "dated": current.claim.dated,
                    "first_reported": current.first_reported,
                    "basis": current.basis.kind if current.basis else None,
                    "status": current.claim.status,
                    "independent_origins": current.independence.count,
                    "others": _ids(position.others),
                    "history": _ids(position.history),
                }


def _ids(claims: tuple[LinkedClaim, ...]) -> list[str]:
    return [linked.id for linked in claims]
