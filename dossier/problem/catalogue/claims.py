"""Codes of faults in claims: what their status needs, their dates, and their relations to each other.

Never lists faults of the passages they cite.
"""

from dossier.problem.catalogue.code import Code

_CLAIMS = (
    Code(
        "no-evidence",
        "error",
        "A claim that is not withdrawn rests on nothing.",
        "Add evidence; `python build.py quote` prints it ready to paste.",
    ),
    Code(
        "no-support",
        "error",
        "All evidence of a claim denies it, though its status is not `denied`.",
        "Add the passage that makes the claim, or set the status to `denied`.",
    ),
    Code(
        "not-confirmed",
        "error",
        "A claim is marked `confirmed` without two independent origins, a document or an on-record statement.",
        "Add evidence of another origin, or set the status to `reported`.",
    ),
    Code(
        "not-denied",
        "error",
        "A claim is marked `denied`, yet no evidence denies it and no claim contradicts it.",
        "Add the denial as evidence with `support: denies`, or as a claim that contradicts this one.",
    ),
    Code(
        "not-disputed",
        "error",
        "A claim is marked `disputed`, yet no evidence denies it and no claim contradicts it.",
        "Add what disputes it, or set the status to `reported`.",
    ),
    Code(
        "withdrawn-without-reason",
        "error",
        "A claim is withdrawn without a reason, so that somebody may add it again.",
        "Write the reason in `status_reason`.",
    ),
    Code(
        "position-without-party",
        "error",
        "A claim of kind `position` does not say whose position it is.",
        "Name the party, or choose another kind.",
    ),
    Code(
        "repeated-claim",
        "warning",
        "Two claims say the same in the same words.",
        "Keep one claim and give it the evidence of both.",
    ),
)

_DATES = (
    Code(
        "reported-before-date",
        "error",
        "A claim was reported before the day on which the thing happened or was said.",
        "Correct the date that is wrong; for a thing announced ahead, `date` is the day of the announcement.",
    ),
    Code(
        "reported-after-sources",
        "error",
        "A claim is said to be reported later than every source that carries it was published.",
        "Correct `reported`, or the date of publication in the source's record.",
    ),
    Code(
        "source-before-thing",
        "warning",
        "A claim cites a source that was published before the thing happened.",
        "Check the dates, and whether the source tells of the thing or only announces it.",
    ),
    Code(
        "origin-after-source",
        "error",
        "Evidence names an origin that is dated later than the source that is said to carry it.",
        "Correct the origin, or the date that is wrong.",
    ),
    Code(
        "origin-before-root",
        "error",
        "An origin depends on another that is dated later than itself.",
        "Correct `depends_on`, or the date that is wrong.",
    ),
    Code(
        "accessed-before-published",
        "error",
        "A source is said to have been read before it was published.",
        "Correct the date that is wrong.",
    ),
)

_RELATIONS = (
    Code(
        "relation-to-itself",
        "error",
        "A claim is said to relate to itself.",
        "Name the other claim.",
    ),
    Code(
        "relation-circle",
        "error",
        "Claims supersede, or answer, each other in a circle, so that none of them is the last word.",
        "Take out the relation that is the wrong way round.",
    ),
    Code(
        "supersedes-newer",
        "error",
        "A claim supersedes one that is newer than itself.",
        "Turn the relation round, or correct the dates.",
    ),
    Code(
        "supersedes-other-party",
        "error",
        "A position supersedes the position of another party.",
        "Use `opposes` or `responds_to`: a position is replaced only by a newer one of the same party.",
    ),
    Code(
        "contradicts-position",
        "error",
        "Positions of two parties are said to contradict each other, which is for conflicts of fact.",
        "Use `opposes`.",
    ),
    Code(
        "opposes-not-position",
        "error",
        "Something that is not a position is said to oppose or to be opposed.",
        "Use `contradicts` for a conflict of fact, `responds_to` for an answer, `qualifies` for a tension.",
    ),
    Code(
        "opposes-same-party",
        "error",
        "Two positions of one party are said to oppose each other.",
        "Let the newer one supersede the older, or use `qualifies`.",
    ),
    Code(
        "responds-to-later",
        "error",
        "A claim is said to answer something that came later.",
        "Turn the relation round, or correct the dates.",
    ),
    Code(
        "withdrawn-supersedes",
        "error",
        "A withdrawn claim still supersedes another, so that neither of them is shown as current.",
        "Take the relation out, so that the older claim stands again.",
    ),
    Code(
        "confirmed-conflict",
        "error",
        "Two claims that contradict each other are both marked `confirmed`.",
        "Set the status of one or of both to `disputed`.",
    ),
)

CODES: tuple[Code, ...] = (*_CLAIMS, *_DATES, *_RELATIONS)
