"""The overview and topics in short: their dates, and that they rest on claims that stand.

Whether they tell both sides is left to `sides`.
"""

from collections.abc import Iterator

from dossier.check.summaries import Summary, summaries
from dossier.library import Library
from dossier.model import is_after
from dossier.problem import Area, Code, Problem

SUMMARY_WITHDRAWN = Code(
    "summary-withdrawn",
    Area.CORPUS,
    "error",
    "The overview or a topic in short rests on a withdrawn claim.",
    "Rewrite the sentence to rest on claims that stand.",
)
SUMMARY_SUPERSEDED = Code(
    "summary-superseded",
    Area.CORPUS,
    "warning",
    "The overview or a topic in short rests on a superseded claim and names none that replaced it.",
    "Rest it on the newer claim, or name both.",
)
OVERVIEW_TOO_OLD = Code(
    "overview-too-old",
    Area.CORPUS,
    "error",
    "The overview is dated before a claim it rests on was in these sources.",
    "Correct `as_of`, after reading the overview once more.",
)
OVERVIEW_BEHIND = Code(
    "overview-behind",
    Area.CORPUS,
    "warning",
    "A bottom line is of a later date than the overview.",
    "Read it, correct the overview where it changes it, and renew `as_of`.",
)
REVIEW_BEFORE_OVERVIEW = Code(
    "review-before-overview",
    Area.CORPUS,
    "error",
    "The overview is due for review before it was written.",
    "Correct `review_by` or `as_of`.",
)


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of the overview and of topics in short."""
    for one in summaries(library):
        if one.kind in ("overview", "in_short"):
            yield from _resting(one, library)
    yield from _dates(library)


def _resting(one: Summary, library: Library) -> Iterator[Problem]:
    for refs, place in one.lists:
        for number, ref in enumerate(refs):
            linked = library.claims.get(ref)
            at = type(place)(place.file, (*place.path, number))
            if linked is not None and linked.claim.status == "withdrawn":
                message = f'{one.name} rests on "{ref}", which is withdrawn'
                yield Problem(SUMMARY_WITHDRAWN, message, at, "rewrite that sentence without the claim")
            elif linked is not None and linked.superseded_by and not set(linked.superseded_by) & set(one.claims):
                newer = linked.superseded_by[0]
                yield Problem(
                    SUMMARY_SUPERSEDED,
                    f'{one.name} rests on "{ref}", which "{newer}" supersedes',
                    at,
                    f'rest it on "{newer}", or name both if the sentence tells of the change',
                )


def _dates(library: Library) -> Iterator[Problem]:
    overview = library.corpus.overview
    if overview is None:
        return
    at = library.corpus.place("overview", "", "as_of")
    named = [library.claims[ref] for each in overview.sentences for ref in each.claims if ref in library.claims]
    later = [linked for linked in named if is_after(linked.claim.reported, overview.as_of)]
    ahead = {key: topic for key, topic in library.topics.items() if is_after(topic.bottom_line.as_of, overview.as_of)}
    if later:
        newest = max(later, key=lambda linked: (linked.claim.reported, linked.id))
        yield Problem(
            OVERVIEW_TOO_OLD,
            f'the overview is as of {overview.as_of}, yet rests on "{newest.id}", in these sources from '
            f"{newest.claim.reported}",
            at,
        )
    elif ahead:
        key, topic = max(ahead.items(), key=lambda pair: (pair[1].bottom_line.as_of, pair[0]))
        yield Problem(
            OVERVIEW_BEHIND,
            f"the overview is as of {overview.as_of}, yet the bottom line of the topic "
            f'"{key}" is as of {topic.bottom_line.as_of}',
            at,
        )
    if is_after(overview.as_of, overview.review_by):
        yield Problem(
            REVIEW_BEFORE_OVERVIEW,
            f"the overview is due for review by {overview.review_by}, before it was written as of {overview.as_of}",
            library.corpus.place("overview", "", "review_by"),
        )
