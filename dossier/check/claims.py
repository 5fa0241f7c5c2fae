"""Claims: what each one's status needs, and that no two say the same.

Never counts origins itself; the evidence does.
"""

from collections.abc import Iterator

from dossier.evidence import is_on_record
from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.model import Evidence
from dossier.problem import Place, Problem


def check(library: Library) -> Iterator[Problem]:
    """Yield claims whose status or kind asks for something that is not there, and claims made twice."""
    first: dict[str, LinkedClaim] = {}
    for linked in library.claims.values():
        claim = linked.claim
        evidence = claim.evidence
        if claim.status != "withdrawn" and (
            not evidence or len({one.quote for one in evidence}) < len(evidence) or evidence[0].support == "denies"
        ):
            yield from _evidence(linked)
        if claim.status != "reported":
            yield from _status(linked, library)
        if claim.kind == "position" and not claim.party:
            yield Problem(
                "position-without-party",
                f'claim "{claim.id}" is a position and does not say whose',
                linked.place("kind"),
                "name the party: `party: <id>`",
            )
        other = first.setdefault(claim.text, linked)
        if other is not linked:
            yield _repeated(*sorted((linked, other), key=lambda one: (one.file, one.index)))


def _evidence(linked: LinkedClaim) -> Iterator[Problem]:
    claim = linked.claim
    if not claim.evidence:
        yield Problem(
            "no-evidence",
            f'claim "{claim.id}" rests on no evidence',
            linked.place(),
            'find the passage with: python build.py quote "some of its words"',
        )
        return
    if claim.status != "denied" and all(evidence.support == "denies" for evidence in claim.evidence):
        which = "its only passage denies it" if len(claim.evidence) == 1 else "all of its passages deny it"
        yield Problem(
            "no-support",
            f'claim "{claim.id}" is {claim.status}, yet {which}',
            linked.place("evidence", 0, "support"),
        )
    seen: dict[tuple[str, int, str], int] = {}
    for number, evidence in enumerate(claim.evidence):
        kept = seen.setdefault((evidence.source, evidence.paragraph, evidence.quote), number)
        if kept != number:
            yield Problem(
                "repeated-reference",
                f'claim "{claim.id}" cites the same words of "{evidence.source}" ¶{evidence.paragraph} twice',
                linked.place("evidence", number),
                "remove one of the two",
            )


def _status(linked: LinkedClaim, library: Library) -> Iterator[Problem]:
    claim, at = linked.claim, linked.place("status")
    match claim.status:
        case "confirmed":
            yield from _confirmed(linked, library, at)
        case "denied" | "disputed":
            # What it is said to contradict may be missing, or it may be contradicted where nobody could read it.
            stands_against = claim.contradicts or linked.contradicted_by or library.corpus.any_unread("brief")
            if not stands_against and not any(evidence.support == "denies" for evidence in claim.evidence):
                yield Problem(
                    f"not-{claim.status}",
                    f'claim "{claim.id}" is marked {claim.status}, yet no evidence denies it and no claim contradicts it',
                    at,
                    "cite what denies it, with `support: denies`, or write `status: reported`",
                )
        case "withdrawn" if not claim.status_reason:
            yield Problem(
                "withdrawn-without-reason",
                f'claim "{claim.id}" is withdrawn and does not say why',
                at,
                "say why in `status_reason`",
            )


def _confirmed(linked: LinkedClaim, library: Library, at: Place) -> Iterator[Problem]:
    supporting = [evidence.origin for evidence in linked.claim.evidence if evidence.support != "denies"]
    # An origin that is missing is told of elsewhere; what the claim has with it nobody can say.
    if not supporting or any(origin not in library.origins for origin in supporting):
        return
    if linked.independence.count >= 2 or is_on_record(supporting, library.origins):
        return
    has = "one independent origin" if linked.independence.count == 1 else "no independent origin"
    yield Problem(
        "not-confirmed",
        f'claim "{linked.claim.id}" is marked confirmed with {has}{_why(linked.claim.evidence, library)}; '
        "it needs two, or a document or an on-record statement",
        at,
        "add evidence that goes back to another origin, or write `status: reported`",
    )


def _why(evidence: tuple[Evidence, ...], library: Library) -> str:
    supporting = {one.source for one in evidence if one.support != "denies"}
    kinds = {library.origins[one.origin].kind for one in evidence}
    if kinds == {"bucket"}:
        return ", as public record, background and the like count for none"
    return f", though {len(supporting)} sources carry it" if len(supporting) > 1 else ""


def _repeated(first: LinkedClaim, second: LinkedClaim) -> Problem:
    if first.claim.status == "withdrawn":
        reason = f": {first.claim.status_reason}" if first.claim.status_reason else ""
        message = f'claim "{second.claim.id}" says what "{first.id}" said, which was withdrawn{reason}'
    else:
        message = f'claim "{second.claim.id}" says the same as "{first.id}"'
    return Problem("repeated-claim", message, second.place("text"), related=(("the first one", first.place("text")),))
