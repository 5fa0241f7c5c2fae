"""Lines of a report for reviews: who is said to have read which claims, newly, otherwise than before, or no longer.

Claims of which the same is said are one line. Which reviews differ is left to `comparison`.
"""

from collections.abc import Iterable, Iterator

from dossier.check.changes.difference import ChangedReview
from dossier.check.changes.report_line import Grade, Phrase, ReportLine, Strong, Words
from dossier.model import Review
from dossier.wording.english import count


def changed_reviews(changed: Iterable[ChangedReview], *, are_shown: bool) -> Iterator[ReportLine]:
    """Yield what became of reviews. Readers are told of it where reviews `are_shown`."""
    alike: dict[Phrase, list[ChangedReview]] = {}
    for one in changed:
        alike.setdefault(_said(one), []).append(one)
    grade: Grade = "told" if are_shown else "rest"
    for said, those in alike.items():
        claims = Words(", ".join(one.claim for one in those))
        phrase = (*said, f", {count(len(those), 'claim')}: ", claims)
        yield ReportLine(grade, "Reviews: who has read which claims against their sources", phrase)


def _said(one: ChangedReview) -> Phrase:
    old, new = one.base, one.head
    if new is None:
        return (Strong("Review gone"), ": ", *_by(old))
    unfit: Phrase = () if one.fits else (" – ", Strong("does not fit the claim as it is"))
    if old is None:
        return (Strong("New review"), ": ", *_by(new), *unfit)
    if (old.by, old.on) == (new.by, new.on):
        return (Strong("Digest changed"), ", person and day did not: ", *_by(new), *unfit)
    return (Strong("Review changed"), ": ", *_by(old), " → ", *_by(new), *unfit)


def _by(review: Review | None) -> Phrase:
    return ("read by ", Words(review.by), f" on {review.on}") if review else ()
