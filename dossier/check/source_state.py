"""What became of sources: corrected and retracted ones, versions of one text, comparisons with the publisher's page.

Coverage and sources recorded twice are left to `sources`, dates of publication to `dates`.
"""

from collections.abc import Iterator

from dossier.check.circles import circles
from dossier.evidence.problems import PARAGRAPH_PAST_END
from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.model import Source, is_after
from dossier.model.words import ends
from dossier.problem import Area, Code, Problem

SOURCE_WITHOUT_REASON = Code(
    "source-without-reason",
    Area.EVIDENCE,
    "error",
    "A source is marked as corrected or retracted without saying why.",
    "Say what was corrected, or why it was retracted, in `status_reason`.",
)
SOURCE_RETRACTED = Code(
    "source-retracted",
    Area.EVIDENCE,
    "warning",
    "A claim rests on a source that its publisher retracted.",
    "Add evidence of another source, or set the status of the claim to `withdrawn` or `disputed`.",
)
SOURCE_CORRECTED = Code(
    "source-corrected",
    Area.EVIDENCE,
    "warning",
    "A claim rests on a source that its publisher corrected.",
    "Read the correction, and change the claim where it is touched by it.",
)
VERSION_CIRCLE = Code(
    "version-circle",
    Area.EVIDENCE,
    "error",
    "Sources are said to be versions of each other in a circle, or one of itself.",
    "Name in `version_of` the version that was added first, and leave it out there.",
)
REFRESHED_BEFORE_PUBLISHED = Code(
    "refreshed-before-published",
    Area.EVIDENCE,
    "error",
    "A source is said to have been compared with its publisher's page before it was published.",
    "Correct the date that is wrong.",
)
REFRESHED_INCONSISTENT = Code(
    "refreshed-inconsistent",
    Area.EVIDENCE,
    "error",
    "What a comparison with the publisher's page came to does not fit the paragraphs that it calls missing.",
    "Compare the source anew with `python build.py source refresh`; what it records is not edited by hand.",
)


def check(library: Library) -> Iterator[Problem]:
    """Yield faults in what is recorded of sources, and claims that rest on one that was corrected or retracted."""
    for source_id, source in library.sources.items():
        if source.status != "in use":
            yield from _status(source_id, source, library)
        if source.refreshed is not None:
            yield from _refreshed(source_id, source, library)
    yield from _circles(library)


def _status(source_id: str, source: Source, library: Library) -> Iterator[Problem]:
    if not source.status_reason:
        what = "what was corrected" if source.status == "corrected" else "why it was retracted"
        yield Problem(
            SOURCE_WITHOUT_REASON,
            f'source "{source_id}" is marked {source.status} and does not say {what}',
            library.corpus.place("source", source_id, "status"),
            f"say {what} in `status_reason`",
        )
    told: set[str] = set()
    for linked, _ in library.cited_by_source[source_id]:
        # An editor who withdrew the claim, or says why its status stands, has dealt with it.
        if linked.id not in told and linked.claim.status != "withdrawn" and not linked.claim.status_reason:
            told.add(linked.id)
            yield _resting(linked, source_id, source)


def _resting(linked: LinkedClaim, source_id: str, source: Source) -> Problem:
    number = next(at for at, each in enumerate(linked.claim.evidence) if each.source == source_id)
    reason = f": {source.status_reason}" if source.status_reason else ""
    return Problem(
        SOURCE_CORRECTED if source.status == "corrected" else SOURCE_RETRACTED,
        f'claim "{linked.claim.id}" rests on "{source_id}", which was {source.status}{reason}',
        linked.place("evidence", number, "source"),
        "read the claim against that, and say in its `status_reason` how it stands now",
    )


def _refreshed(source_id: str, source: Source, library: Library) -> Iterator[Problem]:
    made = source.refreshed
    if made is None:
        return
    place = library.corpus.place
    if source.dated and is_after(source.dated, made.date):
        yield Problem(
            REFRESHED_BEFORE_PUBLISHED,
            f'source "{source_id}" was published {source.published} but is said to have been compared {made.date}',
            place("source", source_id, "refreshed", "date"),
        )
    if (made.result == "changed") != bool(made.missing) and made.result != "moved":
        what = (
            "says that it changed and names no paragraph" if not made.missing else f"says {made.result}, yet names some"
        )
        yield Problem(
            REFRESHED_INCONSISTENT,
            f'the comparison of source "{source_id}" {what} that did not stand there any more',
            place("source", source_id, "refreshed", "result"),
            "compare it anew: python build.py source refresh",
        )
    fingerprint = library.corpus.fingerprints.get(source_id)
    last = len(fingerprint.paragraphs) if fingerprint and fingerprint.source == source_id else 0
    for index, named in enumerate(made.missing):
        if last and ends(named)[1] > last:
            yield Problem(
                PARAGRAPH_PAST_END,
                f'paragraph {max(ends(named)[0], last + 1)} is said to be missing, yet "{source_id}" has only {last}',
                place("source", source_id, "refreshed", "missing", index),
                "compare it anew: python build.py source refresh",
            )


def _circles(library: Library) -> Iterator[Problem]:
    versions = {
        source_id: [source.version_of] for source_id, source in library.sources.items() if source.version_of is not None
    }
    loops = [(source_id,) for source_id, older in versions.items() if older == [source_id]]
    for circle in [*loops, *circles(versions)]:
        chain = " → ".join(f'"{source_id}"' for source_id in (*circle, circle[0]))
        places = [library.corpus.place("source", source_id, "version_of") for source_id in circle]
        yield Problem(
            VERSION_CIRCLE,
            f"`version_of` runs in a circle: {chain}",
            places[0],
            related=tuple(("also on the circle", place) for place in places[1:]),
        )
