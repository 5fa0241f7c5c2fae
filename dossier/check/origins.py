"""Origins: their records, chains that end somewhere, and claims that rest on a corrected or withdrawn origin.

Counting independent origins is left to `evidence`.
"""

from collections.abc import Iterator

from dossier.check.circles import circles
from dossier.evidence import lineage
from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.model import SPOKEN, Origin, is_after
from dossier.problem import Area, Code, Problem

ORIGIN_BEFORE_ROOT = Code(
    "origin-before-root",
    Area.CLAIMS,
    "error",
    "An origin depends on another that is dated later than itself.",
    "Correct `depends_on`, or the date that is wrong.",
)
ORIGIN_CIRCLE = Code(
    "origin-circle",
    Area.EVIDENCE,
    "error",
    "Origins depend on each other in a circle, so that none of them is where a thing was first said.",
    "Take out the `depends_on` that is the wrong way round.",
)
ORIGIN_WITHDRAWN = Code(
    "origin-withdrawn",
    Area.EVIDENCE,
    "warning",
    "A claim rests on an origin that was withdrawn.",
    "Add evidence of another origin, or set the status of the claim to `withdrawn` or `disputed`.",
)
ORIGIN_CORRECTED = Code(
    "origin-corrected",
    Area.EVIDENCE,
    "warning",
    "A claim rests on an origin that was corrected.",
    "Read the correction, and change the claim where it is touched by it.",
)
ORIGIN_WITHOUT_PUBLISHER = Code(
    "origin-without-publisher",
    Area.EVIDENCE,
    "error",
    "An origin that is somebody's report, document or words names neither a publisher nor a speaker.",
    "Name who published it, or who spoke.",
)
SPEAKER_MISPLACED = Code(
    "speaker-misplaced",
    Area.EVIDENCE,
    "error",
    "An origin that is neither a statement nor an interview has a speaker.",
    "Take `speaker` out, or correct the kind.",
)
ORIGIN_WITHOUT_REASON = Code(
    "origin-without-reason",
    Area.EVIDENCE,
    "error",
    "An origin is marked as corrected or withdrawn without saying why.",
    "Say what was corrected, or why it was withdrawn, in `status_reason`.",
)


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of origins, and of claims that rest on corrected or withdrawn origins."""
    for origin_id, origin in library.origins.items():
        yield from _record(origin_id, origin, library)
        if origin.status != "current":
            for linked in library.resting_on(origin_id):
                yield from _tainted(linked, origin_id, origin, library)
    yield from _circles(library)


def _record(origin_id: str, origin: Origin, library: Library) -> Iterator[Problem]:
    corpus = library.corpus
    if not origin.is_nobodys and not (origin.publisher or (origin.speaker and origin.kind in SPOKEN)):
        yield Problem(
            ORIGIN_WITHOUT_PUBLISHER,
            f'origin "{origin_id}" is of the kind {origin.kind} and names no publisher',
            corpus.place("origin", origin_id, "kind"),
            "name who published it: `publisher: …`",
        )
    if origin.speaker and origin.kind not in SPOKEN:
        yield Problem(
            SPEAKER_MISPLACED,
            f'origin "{origin_id}" has a speaker, but its kind is {origin.kind}',
            corpus.place("origin", origin_id, "speaker"),
            "take `speaker` out, or write `kind: statement` or `kind: interview`",
        )
    if origin.status != "current" and not origin.status_reason:
        what = "what was corrected" if origin.status == "corrected" else "why it was withdrawn"
        yield Problem(
            ORIGIN_WITHOUT_REASON,
            f'origin "{origin_id}" is marked {origin.status} and does not say {what}',
            corpus.place("origin", origin_id, "status"),
            f"say {what} in `status_reason`",
        )
    for number, below_id in enumerate(origin.depends_on):
        below = library.origins.get(below_id)
        at = corpus.place("origin", origin_id, "depends_on", number)
        if below_id == origin_id:
            yield Problem(ORIGIN_CIRCLE, f'origin "{origin_id}" depends on itself', at)
        elif below and below.date and origin.date and is_after(below.date, origin.date):
            yield Problem(
                ORIGIN_BEFORE_ROOT,
                f'origin "{origin_id}" of {origin.date} depends on "{below_id}", which is of {below.date} and so later',
                at,
            )


def _circles(library: Library) -> Iterator[Problem]:
    graph = {origin_id: origin.depends_on for origin_id, origin in library.origins.items() if origin.depends_on}
    for circle in circles(graph):
        chain = " → ".join(f'"{origin_id}"' for origin_id in (*circle, circle[0]))
        places = [
            library.corpus.place("origin", here, "depends_on", graph[here].index(below))
            for here, below in zip(circle, (*circle[1:], circle[0]), strict=True)
        ]
        yield Problem(
            ORIGIN_CIRCLE,
            f"`depends_on` runs in a circle: {chain}",
            places[0],
            related=tuple(("also on the circle", place) for place in places[1:]),
        )


def _tainted(linked: LinkedClaim, origin_id: str, origin: Origin, library: Library) -> Iterator[Problem]:
    claim = linked.claim
    # The editor has dealt with it by withdrawing the claim or giving a reason for its status.
    if claim.status == "withdrawn" or claim.status_reason:
        return
    for number, evidence in enumerate(claim.evidence):
        if origin_id in lineage(evidence.origin, library.origins):
            through = "" if evidence.origin == origin_id else f' through "{evidence.origin}"'
            reason = f": {origin.status_reason}" if origin.status_reason else ""
            yield Problem(
                ORIGIN_WITHDRAWN if origin.status == "withdrawn" else ORIGIN_CORRECTED,
                f'claim "{claim.id}" rests on "{origin_id}"{through}, which was {origin.status}{reason}',
                linked.place("evidence", number, "origin"),
                "read the claim against that, and say in its `status_reason` how it stands now",
            )
            return
