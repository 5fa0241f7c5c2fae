"""Topics: what their bottom lines rest on, and whether readers can find them.

How a bottom line is worded is left to editors.
"""

from collections.abc import Iterator

from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.model import Topic, is_after
from dossier.problem import Area, Code, Place, Problem

TOPIC_WITHOUT_CLAIMS = Code(
    "topic-without-claims",
    Area.CORPUS,
    "error",
    "No claim is about a topic, so that its page would be empty.",
    "Name the topic in the claims that are about it; or let it say into which topic it was merged.",
)
SHARED_SPELLING = Code(
    "shared-spelling",
    Area.CORPUS,
    "warning",
    "Two topics share a title, an alias or a spelling, so that a reader who types it may miss one of them.",
    "Keep it with the topic that it belongs to.",
)
BOTTOM_LINE_WITHDRAWN = Code(
    "bottom-line-withdrawn",
    Area.CORPUS,
    "error",
    "A bottom line rests on a withdrawn claim.",
    "Rewrite the sentence to rest on claims that stand.",
)
BOTTOM_LINE_SUPERSEDED = Code(
    "bottom-line-superseded",
    Area.CORPUS,
    "warning",
    "A sentence of a bottom line rests on a superseded claim and names none that replaced it.",
    "Rest it on the newer claim, or name both.",
)
BOTTOM_LINE_OTHER_TOPIC = Code(
    "bottom-line-other-topic",
    Area.CORPUS,
    "warning",
    "A bottom line rests on a claim that is not about the topic.",
    "Add the topic to the claim's `topics`, or rest the sentence on another claim.",
)
BOTTOM_LINE_TOO_OLD = Code(
    "bottom-line-too-old",
    Area.CORPUS,
    "error",
    "A bottom line is dated before a claim it rests on was reported.",
    "Correct `as_of`, after reading the bottom line once more.",
)
BOTTOM_LINE_BEHIND = Code(
    "bottom-line-behind",
    Area.CORPUS,
    "warning",
    "Claims about a topic were reported after the date of its bottom line.",
    "Read them, correct the bottom line where they change it, and renew `as_of`.",
)
REVIEW_BEFORE_BOTTOM_LINE = Code(
    "review-before-bottom-line",
    Area.CORPUS,
    "error",
    "A topic is due for review before its bottom line was written.",
    "Correct `review_by` or `as_of`.",
)


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of topics and of their bottom lines."""
    for topic_id, topic in library.topics.items():
        yield from _sentences(topic_id, topic, library)
        yield from _times(topic_id, topic, library)
    yield from _spellings(library)


def _sentences(topic_id: str, topic: Topic, library: Library) -> Iterator[Problem]:
    if not library.claims_by_topic[topic_id] and not library.corpus.any_unread("brief"):
        yield Problem(
            TOPIC_WITHOUT_CLAIMS,
            f'no claim is about the topic "{topic_id}"',
            library.corpus.place("topic", topic_id),
            f"add {topic_id} to the `topics` of the claims that are about it",
        )
    for number, sentence in enumerate(topic.bottom_line.sentences):
        for index, claim_id in enumerate(sentence.claims):
            linked = library.claims.get(claim_id)
            if linked is not None:
                at = library.corpus.place("topic", topic_id, "bottom_line", "sentences", number, "claims", index)
                yield from _resting(linked, topic_id, sentence.claims, library, at)


def _resting(
    linked: LinkedClaim, topic_id: str, named: tuple[str, ...], library: Library, at: Place
) -> Iterator[Problem]:
    if linked.claim.status == "withdrawn":
        reason = f": {linked.claim.status_reason}" if linked.claim.status_reason else ""
        message = f'the bottom line rests on "{linked.id}", which is withdrawn{reason}'
        yield Problem(BOTTOM_LINE_WITHDRAWN, message, at, "rewrite that sentence without the claim")
    elif (newer := _replacements(linked, library)) and not newer & set(named) and not _any_dropped(named, library):
        last = max(newer, key=lambda claim_id: library.claims[claim_id].sort_key)
        yield Problem(
            BOTTOM_LINE_SUPERSEDED,
            f'the bottom line rests on "{linked.id}", which "{linked.superseded_by[0]}" supersedes',
            at,
            f'rest it on "{last}", or name both if the sentence tells of the change',
        )
    if topic_id not in linked.claim.topics:
        yield Problem(
            BOTTOM_LINE_OTHER_TOPIC,
            f'the bottom line rests on "{linked.id}", which is not about the topic "{topic_id}"',
            at,
            f"if it is, add {topic_id} to that claim's `topics`",
        )


def _any_dropped(named: tuple[str, ...], library: Library) -> bool:
    # Nobody knows what a rejected claim supersedes.
    return any(ref not in library.claims and not library.corpus.can_lack_claim(ref) for ref in named)


def _replacements(linked: LinkedClaim, library: Library) -> set[str]:
    found: set[str] = set()
    queue = [linked.id]
    while queue:
        for newer in library.claims[queue.pop()].superseded_by:
            if newer not in found:
                found.add(newer)
                queue.append(newer)
    return found - {linked.id}


def _times(topic_id: str, topic: Topic, library: Library) -> Iterator[Problem]:
    as_of = topic.bottom_line.as_of
    place = library.corpus.place("topic", topic_id, "bottom_line", "as_of")
    named = [claim_id for sentence in topic.bottom_line.sentences for claim_id in sentence.claims]
    later = [
        library.claims[claim_id]
        for claim_id in named
        if claim_id in library.claims and is_after(library.claims[claim_id].claim.reported, as_of)
    ]
    if later:
        newest = max(later, key=lambda linked: (linked.claim.reported, linked.id))
        yield Problem(
            BOTTOM_LINE_TOO_OLD,
            f'the bottom line is as of {as_of}, yet rests on "{newest.id}", reported {newest.claim.reported}',
            place,
        )
    elif behind := [linked for linked in library.claims_by_topic[topic_id] if is_after(linked.claim.reported, as_of)]:
        newest = max(behind, key=lambda linked: (linked.claim.reported, linked.id))
        count = f"{len(behind)} claims about the topic were" if len(behind) > 1 else "one claim about the topic was"
        which = "the newest of them is" if len(behind) > 1 else "it is"
        yield Problem(
            BOTTOM_LINE_BEHIND,
            f"the bottom line is as of {as_of}, yet {count} reported after that; "
            f'{which} "{newest.id}" of {newest.claim.reported}',
            place,
        )
    if is_after(as_of, topic.review_by):
        yield Problem(
            REVIEW_BEFORE_BOTTOM_LINE,
            f"the topic is due for review by {topic.review_by}, before its bottom line of {as_of} was written",
            library.corpus.place("topic", topic_id, "review_by"),
        )


def _spellings(library: Library) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for topic_id, topic in sorted(library.topics.items()):
        words: list[tuple[str, tuple[str | int, ...]]] = [(topic.title, ("title",))]
        words += [(alias, ("aliases", number)) for number, alias in enumerate(topic.aliases)]
        words += [(spelling, ("spellings", number)) for number, spelling in enumerate(topic.spellings)]
        for word, path in words:
            owner = owners.setdefault(word.casefold(), topic_id)
            if owner != topic_id:
                yield Problem(
                    SHARED_SPELLING,
                    f'"{word}" leads to the topic "{owner}" too',
                    library.corpus.place("topic", topic_id, *path),
                )
