"""Codes of faults that only the whole corpus shows: ids, references, topics, updates, what nothing uses.

Never lists faults of single claims, nor of quotes, fingerprints, origins and coverage.
"""

from dossier.problem.catalogue.code import Code

_IDS = (
    Code(
        "duplicate-id",
        "error",
        "Two records bear one id, so that an address or a reference could mean either.",
        "Give the newer one an id of its own.",
    ),
    Code(
        "reserved-id",
        "error",
        "An id is one that the site needs for itself: `all` is the feed of everything.",
        "Choose another id.",
    ),
    Code(
        "brief-year",
        "warning",
        "A brief lies in the folder of another year than its date.",
        "Move the file to the folder of its year; its address does not change by that.",
    ),
)

_REFERENCES = (
    Code(
        "unknown-source",
        "error",
        "Evidence cites a source that has no record in `sources/`.",
        "Correct the id, or make the record with `python build.py source add FILE`.",
    ),
    Code(
        "unknown-origin",
        "error",
        "An origin is named that is not listed in `briefings/origins.yaml`.",
        "Correct the id, or list the origin.",
    ),
    Code(
        "unknown-party",
        "error",
        "A party is named that is not listed in `briefings/parties.yaml`.",
        "Correct the id, or list the party.",
    ),
    Code(
        "unknown-person",
        "error",
        "A person is named who is not listed in `briefings/people.yaml`.",
        "Correct the id, or list the person.",
    ),
    Code(
        "unknown-topic",
        "error",
        "A topic is named that has no file in `briefings/topics/`.",
        "Correct the id, or make the topic with `python build.py new topic`.",
    ),
    Code(
        "unknown-claim",
        "error",
        "A claim is named that no brief holds.",
        "Write it as `<brief>/<claim>`, or as `<claim>` alone inside its own brief. One that was removed or renamed is put back: "
        "ids are permanent, and what was wrong gets `status: withdrawn`.",
    ),
    Code(
        "unknown-update",
        "error",
        "A correction names an update that does not exist.",
        "Correct the id of the update.",
    ),
    Code(
        "repeated-reference",
        "warning",
        "One list names the same thing twice.",
        "Remove one of the two.",
    ),
)

_TOPICS = (
    Code(
        "topic-without-claims",
        "error",
        "No claim is about a topic, so that its page would be empty.",
        "Name the topic in the claims that are about it.",
    ),
    Code(
        "shared-spelling",
        "warning",
        "Two topics share a title, an alias or a spelling, so that a reader who types it may miss one of them.",
        "Keep it with the topic that it belongs to.",
    ),
    Code(
        "bottom-line-withdrawn",
        "error",
        "A bottom line rests on a withdrawn claim.",
        "Rewrite the sentence to rest on claims that stand.",
    ),
    Code(
        "bottom-line-superseded",
        "warning",
        "A sentence of a bottom line rests on a superseded claim and names none that replaced it.",
        "Rest it on the newer claim, or name both.",
    ),
    Code(
        "bottom-line-other-topic",
        "warning",
        "A bottom line rests on a claim that is not about the topic.",
        "Add the topic to the claim's `topics`, or rest the sentence on another claim.",
    ),
    Code(
        "bottom-line-too-old",
        "error",
        "A bottom line is dated before a claim it rests on was reported.",
        "Correct `as_of`, after reading the bottom line once more.",
    ),
    Code(
        "bottom-line-behind",
        "warning",
        "Claims about a topic were reported after the date of its bottom line.",
        "Read them, mend the bottom line where they change it, and renew `as_of`.",
    ),
    Code(
        "review-before-bottom-line",
        "error",
        "A topic is due for review before its bottom line was written.",
        "Correct `review_by` or `as_of`.",
    ),
)

_UNUSED = (
    Code(
        "unused-source",
        "warning",
        "No claim cites a source.",
        "Cite it where it supports or denies a claim.",
    ),
    Code(
        "unused-origin",
        "warning",
        "No evidence names an origin, and no other origin goes back to it.",
        "Name it in the evidence that goes back to it, or take it out.",
    ),
    Code(
        "unused-party",
        "warning",
        "No claim and no person names a party.",
        "Name it in the claims that are its position, act or statement, or take it out.",
    ),
    Code(
        "unused-person",
        "warning",
        "No claim was made by a person.",
        "Name the person in `said_by`, or take the person out.",
    ),
    Code(
        "same-source-twice",
        "warning",
        "Two source records have one address or one text.",
        "Keep one record and let all evidence cite it.",
    ),
)

_UPDATES = (
    Code(
        "update-names-nothing",
        "error",
        "An update of a brief tells of a development, correction or retraction but names no claim and no topic.",
        "List the claims that changed under `claims`.",
    ),
    Code(
        "update-order",
        "error",
        "An update is dated before the one that stands above it.",
        "Updates are appended, oldest first: correct the time, or move it to its place.",
    ),
    Code(
        "update-far-from-id",
        "warning",
        "The time of an update is a year or so away from the day at the start of its id.",
        "Correct `at`: feeds sort by it.",
    ),
    Code(
        "update-before-brief",
        "error",
        "An update was published before the development that its brief tells of.",
        "Correct the time of the update or the date of the brief.",
    ),
    Code(
        "update-before-claim",
        "error",
        "An update names a claim that was reported only after the update.",
        "Correct `at`, or `reported` in the claim.",
    ),
    Code(
        "update-after-closed",
        "warning",
        "A brief or topic that was closed has a later update that is neither a correction nor a retraction.",
        "Tell of it in a brief of its own, or take the `closed` update out if it was never published.",
    ),
    Code(
        "brief-without-update",
        "warning",
        "A brief has no update, so that no subscriber and no history hears of it.",
        "Add one with `python build.py new update`.",
    ),
    Code(
        "correction-without-wording",
        "error",
        "A correction does not show the wrong and the right wording.",
        "Write both, as `before` and `after`.",
    ),
    Code(
        "correction-changes-nothing",
        "error",
        "The wording before and after a correction is the same.",
        "Show what was wrong in `before` and what is right in `after`.",
    ),
    Code(
        "minor-correction",
        "error",
        "A correction or retraction is marked `minor`, though subscribers must hear of every one.",
        "Write `significance: major`.",
    ),
    Code(
        "retracted-not-withdrawn",
        "error",
        "A retraction names a claim that is not withdrawn, so that subscribers are told one thing and readers another.",
        "Withdraw the claim with its reason, or tell of its new wording in a correction.",
    ),
    Code(
        "corrects-later",
        "error",
        "An update is said to mend itself or an update that came later.",
        "Name the update whose words were wrong.",
    ),
    Code(
        "corrects-misplaced",
        "error",
        "An update that is neither a correction nor a retraction is said to mend another.",
        "Set its kind to `correction` or `retraction`, or take `corrects` out.",
    ),
)

CODES: tuple[Code, ...] = (
    *_IDS,
    *_REFERENCES,
    *_TOPICS,
    *_UNUSED,
    *_UPDATES,
)
