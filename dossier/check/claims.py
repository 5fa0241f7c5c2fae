"""Claims: what each status and kind needs, and that no two claims say the same.

Counting origins is left to `evidence`.
"""

from collections.abc import Iterator

from dossier.check.references import REPEATED_REFERENCE
from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.problem import Area, Code, Problem

NO_EVIDENCE = Code(
    "no-evidence",
    Area.CLAIMS,
    "error",
    "A claim that is not withdrawn rests on nothing.",
    "Add evidence; `python build.py quote` prints it ready to paste.",
)
NO_SUPPORT = Code(
    "no-support",
    Area.CLAIMS,
    "error",
    "All evidence of a claim denies it, though its status is not `denied`.",
    "Add the passage that makes the claim, or set the status to `denied`.",
)
NOT_DENIED = Code(
    "not-denied",
    Area.CLAIMS,
    "error",
    "A claim is marked `denied`, yet no evidence denies it and no claim contradicts it.",
    "Add the denial as evidence with `support: denies`, or as a claim that contradicts this one.",
)
NOT_DISPUTED = Code(
    "not-disputed",
    Area.CLAIMS,
    "error",
    "A claim is marked `disputed`, yet no evidence denies it and no claim contradicts it.",
    "Add what disputes it, or take the status out.",
)
WITHDRAWN_WITHOUT_REASON = Code(
    "withdrawn-without-reason",
    Area.CLAIMS,
    "error",
    "A claim is withdrawn without a reason, so that somebody may add it again.",
    "Write the reason in `status_reason`.",
)
REASON_WITHOUT_STATUS = Code(
    "reason-without-status",
    Area.CLAIMS,
    "error",
    "A claim gives a reason for its status, but has no status.",
    "Give the status that the reason is for, or move the reason to `note`.",
)
POSITION_WITHOUT_PARTY = Code(
    "position-without-party",
    Area.CLAIMS,
    "error",
    "A claim of kind `position` does not say whose position it is.",
    "Name the party, or choose another kind.",
)
SPEAKER_OF_ANOTHER_PARTY = Code(
    "speaker-of-another-party",
    Area.CLAIMS,
    "warning",
    "The position of one party is said by a person of another.",
    "Correct `said_by` or `party`; if somebody else reports the position, name who said it.",
)
REPEATED_CLAIM = Code(
    "repeated-claim",
    Area.CLAIMS,
    "warning",
    "Two claims say the same in the same words.",
    "Keep one claim and give it the evidence of both.",
)


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of claims that lack what their status or kind needs, and of repeated claims."""
    first: dict[str, LinkedClaim] = {}
    for linked in library.claims.values():
        claim = linked.claim
        evidence = claim.evidence
        if claim.status != "withdrawn" and (
            not evidence or len({one.quote for one in evidence}) < len(evidence) or evidence[0].support == "denies"
        ):
            yield from _evidence(linked)
        if claim.status or claim.status_reason:
            yield from _status(linked, library)
        if claim.kind == "position" and not claim.party:
            yield Problem(
                POSITION_WITHOUT_PARTY,
                f'claim "{claim.id}" is a position and does not say whose',
                linked.place("kind"),
                "name the party: `party: <id>`",
            )
        person = linked.person if claim.kind == "position" and linked.party else None
        # An id that leads nowhere is a problem of its own.
        if person and person.party in library.parties and person.party != claim.party:
            yield Problem(
                SPEAKER_OF_ANOTHER_PARTY,
                f'claim "{claim.id}" is a position of "{claim.party}", but "{claim.said_by}" is of "{person.party}"',
                linked.place("said_by"),
                "correct `said_by` or `party`",
            )
        other = first.setdefault(claim.text, linked)
        if other is not linked:
            yield _repeated(*sorted((linked, other), key=lambda one: (one.file, one.index)))


def _evidence(linked: LinkedClaim) -> Iterator[Problem]:
    claim = linked.claim
    if not claim.evidence:
        yield Problem(
            NO_EVIDENCE,
            f'claim "{claim.id}" rests on no evidence',
            linked.place(),
            'find the passage with: python build.py quote "some of its words"',
        )
        return
    if claim.status != "denied" and all(evidence.support == "denies" for evidence in claim.evidence):
        which = "its only passage denies it" if len(claim.evidence) == 1 else "all of its passages deny it"
        yield Problem(
            NO_SUPPORT,
            f'claim "{claim.id}" is not marked denied, yet {which}',
            linked.place("evidence", 0, "support"),
        )
    seen: dict[tuple[str, int, str], int] = {}
    for number, evidence in enumerate(claim.evidence):
        earlier = seen.setdefault((evidence.source, evidence.paragraph, evidence.quote), number)
        if earlier != number:
            yield Problem(
                REPEATED_REFERENCE,
                f'claim "{claim.id}" cites the same words of "{evidence.source}" ¶{evidence.paragraph} twice',
                linked.place("evidence", number),
                "remove one of the two",
            )


def _status(linked: LinkedClaim, library: Library) -> Iterator[Problem]:
    claim, at = linked.claim, linked.place("status")
    match claim.status:
        case None if not _is_touched(linked):
            yield Problem(
                REASON_WITHOUT_STATUS,
                f'claim "{claim.id}" gives a reason for a status, but has none',
                linked.place("status_reason"),
                "write `speech` in the evidence where it says quoted or paraphrased, else move it to `note`",
            )
        case "denied" | "disputed":
            # A brief that could not be read may contradict it.
            is_opposed = claim.contradicts or linked.contradicted_by or library.corpus.any_unread("brief")
            if not is_opposed and not any(evidence.support == "denies" for evidence in claim.evidence):
                yield Problem(
                    NOT_DENIED if claim.status == "denied" else NOT_DISPUTED,
                    f'claim "{claim.id}" is marked {claim.status}, yet no evidence denies it and no claim contradicts it',
                    at,
                    "cite what denies it, with `support: denies`, or take the status out",
                )
        case "withdrawn" if not claim.status_reason:
            yield Problem(
                WITHDRAWN_WITHOUT_REASON,
                f'claim "{claim.id}" is withdrawn and does not say why',
                at,
                "say why in `status_reason`",
            )


def _is_touched(linked: LinkedClaim) -> bool:
    """Return whether an origin or a source was corrected or taken back: then the reason says how the claim stands now."""
    return any(origin.status != "current" for origin in linked.origins.values()) or any(
        source.record.status != "in use" for source in linked.sources
    )


def _repeated(first: LinkedClaim, second: LinkedClaim) -> Problem:
    if first.claim.status == "withdrawn":
        reason = f": {first.claim.status_reason}" if first.claim.status_reason else ""
        message = f'claim "{second.claim.id}" says what "{first.id}" said, which was withdrawn{reason}'
    else:
        message = f'claim "{second.claim.id}" says the same as "{first.id}"'
    return Problem(REPEATED_CLAIM, message, second.place("text"), related=(("the first one", first.place("text")),))
