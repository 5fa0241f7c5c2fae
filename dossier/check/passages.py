"""Evidence: that speech and drift are said only where there is somebody who spoke, or something to compare with.

Quotes are left to `check.evidence`.
"""

from collections.abc import Iterator

from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.model import SPOKEN, Evidence, Origin
from dossier.problem import Area, Code, Problem

DRIFT_WITHOUT_KIND = Code(
    "drift-without-kind",
    Area.EVIDENCE,
    "warning",
    "It is said how a text differs from its origin, but not in which way.",
    "Say whether it omits, adds, sharpens, softens or misattributes.",
)
DRIFT_WITHOUT_ORIGIN = Code(
    "drift-without-origin",
    Area.EVIDENCE,
    "error",
    "A text is said to differ from its origin, though its origin is nobody's report and there is nothing to compare with.",
    "Move the remark to the `note` of the claim.",
)
SPEECH_WITHOUT_SPEAKER = Code(
    "speech-without-speaker",
    Area.EVIDENCE,
    "error",
    "Somebody is said to be quoted or paraphrased, though the origin is neither a statement nor an interview.",
    "Take `speech` out, or name the statement or interview as the origin.",
)


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of what is said of single passages."""
    for linked in library.claims.values():
        for number, evidence in enumerate(linked.claim.evidence):
            if (evidence.drift or evidence.speech) and (origin := library.origins.get(evidence.origin)):
                yield from _passage(linked, number, evidence, origin)


def _passage(linked: LinkedClaim, number: int, evidence: Evidence, origin: Origin) -> Iterator[Problem]:
    who = f'evidence {number + 1} of claim "{linked.claim.id}"'
    if evidence.drift and origin.is_nobodys:
        yield Problem(
            DRIFT_WITHOUT_ORIGIN,
            f'{who} has a drift, yet its origin "{evidence.origin}" is nobody\'s report',
            linked.place("evidence", number, "drift"),
            "move the remark to the `note` of the claim",
        )
    elif evidence.drift and evidence.drift.kind is None:
        yield Problem(
            DRIFT_WITHOUT_KIND,
            f"{who} has a drift without its kind",
            linked.place("evidence", number, "drift"),
            "add `kind: omits`, `adds`, `sharpens`, `softens` or `misattributes`",
        )
    if evidence.speech and origin.kind not in SPOKEN:
        yield Problem(
            SPEECH_WITHOUT_SPEAKER,
            f'{who} says that its speaker is {evidence.speech}, yet its origin "{evidence.origin}" is a {origin.kind}',
            linked.place("evidence", number, "speech"),
            "take it out, or name the statement or interview",
        )
