"""Codes of faults between two revisions of the content.

Never lists faults that one revision alone shows.
"""

from dossier.problem.catalogue.code import Code

CODES: tuple[Code, ...] = (
    Code(
        "claim-changed-untold",
        "error",
        "The text, short text, status or evidence of a published claim changed, and no new update names the claim.",
        "Add an update that names it under `claims`; for a slip of spelling a minor one is enough.",
    ),
    Code(
        "attribution-changed-untold",
        "error",
        "The kind, party, speaker or date of a published claim changed, and no new update names the claim.",
        "Add an update that names it under `claims`; for a slip a minor one is enough.",
    ),
    Code(
        "context-changed-untold",
        "warning",
        "The topics, date of report, confidence or relations of a published claim changed, and no new update names the claim.",
        "Add an update that names it under `claims`.",
    ),
    Code(
        "origins-changed-untold",
        "warning",
        "A change in the list of origins gives published claims more or other independent origins, and no new update names them.",
        "Add an update that names them under `claims`, or put the origin back.",
    ),
    Code(
        "weaker-claim-untold",
        "warning",
        "A published claim lost standing, evidence or an independent origin, and no new update tells subscribers.",
        "Make the update that names it major, or add one: readers rely on what they were told.",
    ),
    Code(
        "id-vanished",
        "error",
        "An id that was public is gone, so that links, feeds and other people's data lead nowhere.",
        "Put it back under its old id; what was wrong is marked as withdrawn, not deleted.",
    ),
    Code(
        "update-edited",
        "error",
        "An update was changed after it was published, although the change log only ever grows.",
        "Put the update back as it was and add a new one, a correction if need be.",
    ),
    Code(
        "update-not-appended",
        "error",
        "A new update stands above one that was published before it.",
        "Move the new update to the end of the list.",
    ),
    Code(
        "archive-rewritten",
        "error",
        "An archive page of a feed would change, although subscribers' programs read such a page only once.",
        "Date new updates with the time of publication, and leave the topics of published updates alone.",
    ),
    Code(
        "feed-identity-changed",
        "error",
        "The authority that names updates in feeds changed, so that every subscriber would get every update anew.",
        "Put `authority` and `authority_year` back; they stay even when the site moves to another address.",
    ),
)
