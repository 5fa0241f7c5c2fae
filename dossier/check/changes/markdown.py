"""Reports a change in Markdown, for a maintainer who has a minute: what is dangerous comes first.

Words of the pull request are shown only through `markup`, so that none of them can act.
"""

from collections.abc import Iterator, Sequence

from dossier.check.changes.difference import ChangedClaim, ChangedRecord, Changes, TouchedPages
from dossier.check.changes.evidence_files import ChangedEvidenceFile
from dossier.check.changes.highlights import highlights
from dossier.check.changes.links import Links, UrlOf
from dossier.check.changes.markup import MOST, announced, block, code, evidence, section, truncated, value
from dossier.linked import LinkedClaim, LinkedUpdate, address, subscription
from dossier.model import RELATIONS
from dossier.problem import Problem, Span
from dossier.wording.phrase import count

_NO_PAGES = TouchedPages()
_PROOFS = {
    "refuted": "**the archived text does not bear it out**",
    "not verified": "**not verified here**, as the archived text is not at hand",
    "verified": "the archived text bears it out",
    "harmless": "it vouches for nothing new",
}


def as_markdown(
    changes: Changes,
    problems: Sequence[Problem] = (),
    url_of: UrlOf = lambda _: None,
    other_files: Sequence[str] = (),
    note: str = "",
    pages: TouchedPages | None = _NO_PAGES,
) -> str:
    """Return what a change does, as Markdown.

    `problems` are those of the change. `url_of` returns the web address of a place with its file name quoted, or None; it
    is trusted. `other_files` are changed files outside the content. `note` is a line of ours, in Markdown, on what was
    compared. `pages` are the pages of the site that change, or None if that is unknown.
    """
    page = _Page(url_of)
    first = highlights(changes, page.links)
    blocks = [
        "## What this does to the dossier",
        *([note] if note else []),
        *page.evidence_files(changes),
        _verdict(changes, problems, other_files, pages),
        *page.problems(problems),
        *section("Outside the content: read these before you build", (f"- {code(path)}" for path in other_files)),
        *section("Look at these first", first, len(first)),
        *page.changed(changes.changed),
        *page.added(changes),
        *page.removed(changes),
        *page.updates(changes),
        *page.records(changes),
        *page.pages(pages),
    ]
    return "\n\n".join(blocks) + "\n"


def incomparable_as_markdown(why: str) -> str:
    """Return the report for two revisions that cannot be compared."""
    return f"## What this does to the dossier\n\n**The revisions cannot be compared:** {code(why)}\n"


def _verdict(
    changes: Changes, problems: Sequence[Problem], other_files: Sequence[str], pages: TouchedPages | None
) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    counted = [
        count(len(changes.changed), "claim changed", "claims changed"),
        count(len(changes.really_added), "added", "added"),
        count(len(changes.really_removed), "removed", "removed"),
        *([_evidence_files(changes)] if changes.evidence_files else []),
        *([count(len(changes.renamed), "renamed", "renamed")] if changes.renamed else []),
        count(len(changes.feed_items), "feed item results", "feed items result"),
    ]
    nothing = "Nothing in the content changed." if other_files else "Nothing that readers see changed."
    if pages and (pages.new or pages.changed or pages.gone):
        # For instance the record of a check against the archive.
        nothing = "No claim, record or update changed, yet pages do."
    said = f"**{nothing if changes.is_empty else ' · '.join(counted)}**"
    if errors:
        return f"{said}\n\n**{count(errors, 'error has', 'errors have')} to be fixed before this can be merged.**"
    return said


def _evidence_files(changes: Changes) -> str:
    return count(len(changes.evidence_files), "evidence file changed", "evidence files changed")


def _gravity(one: ChangedEvidenceFile) -> tuple[int, str, str]:
    """Order what is refused before what is not, and the files of one source together."""
    return (list(_PROOFS).index(one.proof), one.source, one.kind)


class _Page:
    def __init__(self, url_of: UrlOf) -> None:
        self.links = Links(url_of)

    def evidence_files(self, changes: Changes) -> Iterator[str]:
        """Yield what changed in the files that quotes are checked against, with all quotes that rest on it."""
        lines = [self._evidence_file(one) for one in sorted(changes.evidence_files, key=_gravity)]
        yield from section("Evidence files: what quotes are checked against", lines, len(lines))

    def _evidence_file(self, one: ChangedEvidenceFile) -> str:
        kind = "Fingerprint" if one.kind == "fingerprint" else "Record of the last check against the archive"
        shown = self.links.to(one.file, Span(one.file))
        lines = [f"- **{kind}** {shown} {one.what}: {_PROOFS[one.proof]}"]
        lines += [
            f"  - {code(linked.id)} rests on it: ¶{piece.paragraph} {code(piece.quote)}" for linked, piece in one.quotes
        ]
        return "\n".join(lines)

    def problems(self, problems: Sequence[Problem]) -> Iterator[str]:
        ranked = sorted(problems, key=lambda one: (one.severity != "error", one.at.file, one.code.name, one.message))
        yield from section("Faults", (self._problem(one) for one in ranked))

    def _problem(self, problem: Problem) -> str:
        hint = f"; {code(problem.hint)}" if problem.hint else ""
        return f"- **{problem.severity}** {self.links.to(problem.code.name, problem.at)}: {code(problem.message)}{hint}"

    def changed(self, changed: Sequence[ChangedClaim]) -> Iterator[str]:
        shown = [one for one in changed if one.fields]
        if shown:
            yield "### Changed claims"
        for one in shown[:MOST]:
            yield f"#### {self.links.to(one.id, one.head.place())}{announced(one)}"
            if "text" in one.fields:
                yield block(one.base.claim.text, one.head.claim.text)
            lines = [
                f"- {name.replace('_', ' ')}: {value(getattr(one.base.claim, name))} → "
                f"{value(getattr(one.head.claim, name))}"
                for name in one.fields
                if name not in ("text", "evidence")
            ]
            lines += [f"- evidence gone: {evidence(lost)}" for lost in one.lost]
            lines += [f"- evidence new: {evidence(gained)}" for gained in one.gained]
            if lines:
                yield "\n".join(truncated(lines))
        if len(shown) > MOST:
            yield f"… and {len(shown) - MOST} more"

    def added(self, changes: Changes) -> Iterator[str]:
        yield from section("Added claims", (self._added(linked, changes) for linked in changes.really_added))

    def _added(self, linked: LinkedClaim, changes: Changes) -> str:
        claim, new = linked.claim, changes.head.positions
        lines = [self._whole(linked)]
        positions = [
            f"  - now the position of {code(claim.party)} on {code(topic)}"
            for topic in claim.topics
            if claim.party and (found := new.get((topic, claim.party))) and found.current.id == linked.id
        ]
        related = [
            f"  - {name.replace('_', ' ')} {value(getattr(claim, name))}" for name in RELATIONS if getattr(claim, name)
        ]
        shown = [f"  - {evidence(one)}" for one in claim.evidence] or ["  - no evidence"]
        return "\n".join([*lines, *positions, *related, *shown])

    def removed(self, changes: Changes) -> Iterator[str]:
        yield from section("Removed claims", (self._whole(linked) for linked in changes.really_removed))

    def _whole(self, linked: LinkedClaim) -> str:
        claim = linked.claim
        whose = f" of {code(claim.party)}" if claim.party else ""
        said = f" by {code(claim.said_by)}" if claim.said_by else ""
        origins = count(linked.independence.count, "independent origin")
        basis = linked.basis.kind if linked.basis else "no basis"
        return (
            f"- {self.links.to_claim(linked)} ({claim.kind}{whose}{said}, {claim.date}, {claim.status or basis}, {origins}): "
            f"{code(claim.text)}"
        )

    def updates(self, changes: Changes) -> Iterator[str]:
        yield from section("Updates", (self._update(linked) for linked in changes.updates))
        yield from section(
            "Published updates that will be marked as corrected", (f"- {code(one.id)}" for one in changes.corrected)
        )

    def _update(self, linked: LinkedUpdate) -> str:
        to = "the history only"
        if linked.is_major:
            to = f"feeds {', '.join(code(scope) for scope in (address.ALL_FEED, *linked.topics))}"
        name = self.links.to(linked.id, linked.place())
        at = linked.update.at.isoformat(sep=" ", timespec="minutes")
        line = f"- **{linked.update.kind}** {name} of {at} to {to}: {code(subscription.headline(linked))}"
        if linked.update.before and linked.update.after:
            line += f"\n  - {code(linked.update.before)} → {code(linked.update.after)}"
        return f"{line}\n  - {code(linked.update.note)}"

    def records(self, changes: Changes) -> Iterator[str]:
        yield from section("Other records", (self._record(one) for one in changes.records))

    def _record(self, one: ChangedRecord) -> str:
        line = f"- {one.kind} {self.links.to(one.id, Span(one.file))}"
        if one.base is None:
            return f"{line}: new"
        # A bottom line is shown in full among the highlights.
        values = [
            f"  - {name.replace('_', ' ')}: {value(getattr(one.base, name))} → {value(getattr(one.head, name))}"
            for name in one.fields
            if name != "bottom_line"
        ]
        named = ", ".join(name.replace("_", " ") for name in one.fields)
        return "\n".join([f"{line}: {named} changed", *values])

    def pages(self, pages: TouchedPages | None) -> Iterator[str]:
        if pages is None:
            yield from section("Pages", ["- not known as long as the check finds errors in either revision"])
            return
        lines = []
        for word, addresses in (("New", pages.new), ("Changed", pages.changed), ("Gone", pages.gone)):
            if addresses:
                shown = ", ".join(code(f"/{one}") for one in addresses[:MOST])
                rest = len(addresses) - MOST
                lines.append(f"- {word} ({len(addresses)}): {shown}{f' and {rest} more' if rest > 0 else ''}")
        yield from section("Pages", lines)
