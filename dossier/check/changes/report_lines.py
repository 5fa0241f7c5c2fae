"""The one list of what a change does: what readers were told first, then what the site is made with, then all else.

Nothing is left out here. How the list looks is left to `markdown` and `text`.
"""

from collections.abc import Iterable, Iterator, Sequence

from dossier.check.changes import problems as rules
from dossier.check.changes.claim_lines import changed_claims
from dossier.check.changes.difference import (
    ChangedPosition,
    ChangedRecord,
    Changes,
    MovedRecord,
    TouchedPages,
    Vanished,
)
from dossier.check.changes.evidence_files import ChangedEvidenceFile
from dossier.check.changes.fields import evidence, name_of, plain, told
from dossier.check.changes.files import ChangedFile, file_lines
from dossier.check.changes.report_line import Phrase, Ref, ReportLine, Strong, Words
from dossier.check.changes.review_lines import changed_reviews
from dossier.linked import LinkedClaim, LinkedUpdate, address, subscription
from dossier.model import RELATIONS
from dossier.problem import Problem, Span
from dossier.wording.english import count

_MOST_PAGES = 40
_PROOFS: dict[str, Phrase] = {
    "refuted": (Strong("the archived text does not bear it out"),),
    "not verified": (Strong("not verified here"), ", as the archived text is not at hand"),
    "verified": ("the archived text bears it out",),
    "harmless": ("it vouches for nothing new",),
}
# Their changes are lines of their own, which say that they are wrong.
_TOLD_ELSEWHERE = {
    rules.NOT_COMPARED,
    rules.FINGERPRINT_CHANGED,
    rules.VERIFICATION_CHANGED,
    rules.CLAIM_CHANGED_UNTOLD,
    rules.ATTRIBUTION_CHANGED_UNTOLD,
    rules.CONTEXT_CHANGED_UNTOLD,
    rules.WEAKER_CLAIM_UNTOLD,
    rules.MINOR_REWORDING,
    rules.ID_VANISHED,
    rules.UPDATE_EDITED,
}


def list_lines(
    changes: Changes,
    problems: Sequence[Problem] = (),
    files: Sequence[ChangedFile] = (),
    pages: TouchedPages | None = TouchedPages(),  # noqa: B008 - it is frozen
) -> list[ReportLine]:
    """Return every change as a line, the gravest first. `pages` is None where nobody knows them."""
    published = [one for one in changes.evidence_files if one.is_published or one.is_refused]
    fresh = [one for one in changes.evidence_files if not (one.is_published or one.is_refused)]
    return [
        *(_unread(problem) for problem in problems if problem.code is rules.NOT_COMPARED),
        *(_evidence_file(one) for one in sorted(published, key=_gravity)),
        *(_fault("told", problem) for problem in _ranked(problems) if problem.code not in _TOLD_ELSEWHERE),
        *(_gone(changes, one) for one in changes.vanished if not one.with_brief),
        *(_moved(one) for one in changes.moved),
        *(_edited(before, now) for before, now in changes.edited),
        *changed_claims(changes.changed, "untold"),
        *changed_claims(changes.changed, "minor"),
        *(_changed_record(one) for one in changes.records if one.base is not None),
        *(_position(one) for one in changes.positions),
        *changed_reviews(changes.reviews, are_shown=changes.head.settings.reviews != "off"),
        *(line for linked in changes.really_added for line in _against(changes, linked)),
        *changed_claims(changes.changed, "major"),
        *(_evidence_file(one) for one in sorted(fresh, key=_gravity)),
        *file_lines(files),
        *(_update(linked) for linked in changes.updates),
        *(_corrected(linked) for linked in changes.corrected),
        *(_added(linked, changes) for linked in changes.really_added),
        *(_new_record(one) for one in changes.records if one.base is None),
        *_pages(pages),
        *(_fault("rest", problem) for problem in _ranked(problems)),
    ]


def _ranked(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda one: (one.severity != "error", one.at.file, one.code.name, one.message))


def _unread(problem: Problem) -> ReportLine:
    return ReportLine("told", "Not compared", (Strong("error"), " ", Ref(problem.message, problem.at)))


def _fault(grade: str, problem: Problem) -> ReportLine:
    hint: Phrase = ("; ", Words(problem.hint)) if problem.hint else ()
    phrase = (Strong(problem.severity), " ", Ref(problem.code.name, problem.at), ": ", Words(problem.message), *hint)
    if grade == "told":
        return ReportLine("told", "Faults", phrase)
    return ReportLine("rest", "All faults, and what to do", phrase)


def _gravity(one: ChangedEvidenceFile) -> tuple[int, str, str]:
    """Order what is refused before what is not, and the files of one source together."""
    return (list(_PROOFS).index(one.proof), one.source, one.kind)


def _evidence_file(one: ChangedEvidenceFile) -> ReportLine:
    kind = "Fingerprint" if one.kind == "fingerprint" else "Record of the last check against the archive"
    code = rules.FINGERPRINT_CHANGED if one.kind == "fingerprint" else rules.VERIFICATION_CHANGED
    wrong: Phrase = (" – ", Strong("error"), f" {code.name}") if one.is_refused else ()
    phrase = (Strong(kind), " ", Ref(one.file, Span(one.file)), f" {one.what}: ", *_PROOFS[one.proof], *wrong)
    group = "Evidence files: what quotes are checked against"
    if not one.is_published:
        return ReportLine("told", "Evidence files of new sources", phrase)
    below = tuple(
        (Words(linked.id), f" rests on it: ¶{piece.paragraph} ", Words(piece.quote)) for linked, piece in one.quotes
    )
    return ReportLine("told", group, phrase, below)


def _gone(changes: Changes, gone: Vanished) -> ReportLine:
    error: Phrase = (" – ", Strong("error"), f" {rules.ID_VANISHED.name}")
    renamed: Phrase = (", now ", Words(gone.renamed)) if gone.renamed else ()
    if gone.renamed and gone.kind == "brief":
        renamed = (*renamed, f" with the same {count(len(changes.base.claims_by_brief[gone.id]), 'claim')}")
    phrase = (Strong("Gone"), f": {gone.kind} ", Words(gone.id), " from ", Words(gone.file), *renamed, *error)
    claims: Iterable[LinkedClaim] = ()
    if not gone.renamed and gone.kind in ("claim", "brief"):
        claims = [changes.base.claims[gone.id]] if gone.kind == "claim" else changes.base.claims_by_brief[gone.id]
    return ReportLine("told", "Gone", phrase, tuple(_whole(linked) for linked in claims))


def _moved(one: MovedRecord) -> ReportLine:
    verb = "Moved" if one.kind == "claim" else "Merged"
    return ReportLine(
        "told", "Moved and merged", (Strong(verb), f": {one.kind} ", Words(one.old), " → ", Ref(one.new, one.at))
    )


def _edited(before: LinkedUpdate, now: LinkedUpdate) -> ReportLine:
    lines = [
        line
        for name in type(now.update).model_fields
        if getattr(before.update, name) != getattr(now.update, name)
        for line in told(name, getattr(before.update, name), getattr(now.update, name))
    ]
    error = (" – ", Strong("error"), f" {rules.UPDATE_EDITED.name}")
    return ReportLine(
        "told", "Published updates", (Strong("Edited"), ": ", Ref(now.id, now.place()), *error), tuple(lines)
    )


def _position(one: ChangedPosition) -> ReportLine:
    before: Phrase = (Words(one.base.claim.short or one.base.claim.text),)
    after: Phrase = (Words(one.head.claim.short or one.head.claim.text),) if one.head else ("none",)
    new: Phrase = (Words(one.head.id),) if one.head else ("none",)
    whose = (Strong("Position"), " of ", Words(one.party), " on ", Words(one.topic), ": ")
    return ReportLine("told", "Positions", (*whose, *before, " → ", *after), ((Words(one.base.id), " → ", *new),))


def _against(changes: Changes, linked: LinkedClaim) -> Iterator[ReportLine]:
    """Yield the published claims that a new one supersedes or contradicts: their pages change, though not their text."""
    for verb, those in (("supersedes", linked.supersedes), ("contradicts", linked.contradicts)):
        for other in those:
            if other in changes.base.claims:
                phrase = (Strong(f"New claim {verb}"), " ", Words(other), ": ", Ref(linked.id, linked.place()))
                below = (
                    ("published: ", Words(changes.base.claims[other].claim.text)),
                    ("new: ", Words(linked.claim.text)),
                )
                yield ReportLine("told", "New claims that bear on published ones", phrase, below)


def _changed_record(one: ChangedRecord) -> ReportLine:
    named = ", ".join(map(name_of, one.fields))
    lines = [line for name in one.fields for line in told(name, getattr(one.base, name), getattr(one.head, name))]
    phrase = (f"{one.kind} ", Ref(one.id, Span(one.file)), f": {named} changed")
    return ReportLine("told", "Other published records", phrase, tuple(lines))


def _new_record(one: ChangedRecord) -> ReportLine:
    return ReportLine("rest", "New records", (f"{one.kind} ", Ref(one.id, Span(one.file)), ": new"))


def _added(linked: LinkedClaim, changes: Changes) -> ReportLine:
    claim, new = linked.claim, changes.head.positions
    positions: list[Phrase] = [
        ("now the position of ", Words(claim.party), " on ", Words(topic))
        for topic in claim.topics
        if claim.party and (found := new.get((topic, claim.party))) and found.current.id == linked.id
    ]
    related: list[Phrase] = [
        (f"{name_of(name)} ", Words(plain(getattr(claim, name)))) for name in RELATIONS if getattr(claim, name)
    ]
    texts: list[Phrase] = [
        (f"{name_of(name)}: ", Words(value)) for name in ("note", "status_reason") if (value := getattr(claim, name))
    ]
    rests = [evidence(one) for one in claim.evidence] or [("no evidence",)]
    return ReportLine("rest", "New claims", _whole(linked), (*texts, *positions, *related, *rests))


def _whole(linked: LinkedClaim) -> Phrase:
    claim = linked.claim
    whose: Phrase = (" of ", Words(claim.party)) if claim.party else ()
    said: Phrase = (" by ", Words(claim.said_by)) if claim.said_by else ()
    origins = count(linked.independence.count, "independent origin")
    basis = linked.basis.kind if linked.basis else "no basis"
    how = f", {claim.date}, {claim.status or basis}, {origins}): "
    return (Ref(linked.id, linked.place()), f" ({claim.kind}", *whose, *said, how, Words(claim.text))


def _update(linked: LinkedUpdate) -> ReportLine:
    update = linked.update
    to: Phrase = (" to the history only: ",)
    if linked.is_major:
        scopes = (address.ALL_FEED, *linked.topics, *map(address.party_scope, linked.parties))
        to = (" to feeds ", Words(", ".join(scopes)), ": ")
    at = update.at.isoformat(sep=" ", timespec="minutes")
    headline = Words(subscription.headline(linked))
    wordings = [(update.before, update.after), *((one.before, one.after) for one in update.changes)]
    changed = [(Words(one), " → ", Words(other)) for one, other in wordings if one and other]
    phrase = (Strong(update.kind), " ", Ref(linked.id, linked.place()), f" of {at}", *to, headline)
    return ReportLine("rest", "New updates", phrase, (*changed, (Words(update.note),)))


def _corrected(linked: LinkedUpdate) -> ReportLine:
    return ReportLine("rest", "Published updates that will be marked as corrected", (Words(linked.id),))


def _pages(pages: TouchedPages | None) -> Iterator[ReportLine]:
    if pages is None:
        yield ReportLine("rest", "Pages", ("not known as long as the check finds errors in either revision",))
        return
    for word, addresses in (("New", pages.new), ("Changed", pages.changed), ("Gone", pages.gone)):
        if addresses:
            shown = ", ".join(f"/{one}" for one in addresses[:_MOST_PAGES])
            rest = len(addresses) - _MOST_PAGES
            more = f" and {rest} more, which `--format json` lists" if rest > 0 else ""
            yield ReportLine("rest", "Pages", (f"{word} ({len(addresses)}): ", Words(shown), more))
