"""A change told in Markdown, for a maintainer who has a minute: what is dangerous first.

Never lets words of a pull request act: everything that is not ours stands in a code span or a code block, where no
Markdown, HTML, mention or link is read, and characters that cannot be seen are spelled out.
"""

from collections.abc import Iterator, Sequence

from dossier.check.changes.difference import RELATIONS, ChangedClaim, ChangedRecord, Changes, TouchedPages
from dossier.check.changes.highlights import dangers
from dossier.check.changes.names import Names, Where
from dossier.check.changes.spans import MOST, block, code, count, evidence, section, some, told, value
from dossier.library import subscription
from dossier.linked import LinkedClaim, LinkedUpdate, address
from dossier.problem import Problem, Span

_NO_PAGES = TouchedPages()


def as_markdown(
    changes: Changes,
    problems: Sequence[Problem] = (),
    where: Where = lambda _: None,
    beside: Sequence[str] = (),
    note: str = "",
    pages: TouchedPages | None = _NO_PAGES,
) -> str:
    """Return what a change does, as Markdown.

    `problems` are the faults found in it. `where` gives the web address of a place, or None where there is none; it is
    trusted, and has to quote the file's name. `beside` are changed files outside the content. `note` is a line of our own, in Markdown, on what was
    compared. `pages` is what becomes of the site's pages, or None where nobody knows.
    """
    page = _Page(where)
    first = dangers(changes, page.names)
    blocks = [
        "## What this does to the dossier",
        *([note] if note else []),
        _verdict(changes, problems, beside, pages),
        *page.problems(problems),
        *section("Outside the content: read these before you build", (f"- {code(path)}" for path in beside)),
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
    """Return the words for two revisions that cannot be compared. Nothing is known then, and nothing is called fine."""
    return f"## What this does to the dossier\n\n**The revisions cannot be compared:** {code(why)}\n"


def _verdict(changes: Changes, problems: Sequence[Problem], beside: Sequence[str], pages: TouchedPages | None) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    counted = [
        count(len(changes.changed), "claim changed", "claims changed"),
        count(len(changes.really_added), "added"),
        count(len(changes.really_removed), "removed"),
        *([count(len(changes.renamed), "renamed")] if changes.renamed else []),
        count(len(changes.told), "feed item results", "feed items result"),
    ]
    nothing = "Nothing in the content changed." if beside else "Nothing that readers see changed."
    if pages and (pages.new or pages.changed or pages.gone):
        # A record of a check against the archive, say.
        nothing = "No claim, record or update changed, yet pages do."
    said = f"**{nothing if changes.is_empty else ' · '.join(counted)}**"
    if errors:
        return f"{said}\n\n**{count(errors, 'error has', 'errors have')} to be mended before this can go in.**"
    return said


class _Page:
    def __init__(self, where: Where) -> None:
        self.names = Names(where)

    def problems(self, problems: Sequence[Problem]) -> Iterator[str]:
        ranked = sorted(problems, key=lambda one: (one.severity != "error", one.at.file, one.code, one.message))
        yield from section("Faults", (self._problem(one) for one in ranked))

    def _problem(self, problem: Problem) -> str:
        hint = f"; {code(problem.hint)}" if problem.hint else ""
        return f"- **{problem.severity}** {self.names.name(problem.code, problem.at)}: {code(problem.message)}{hint}"

    def changed(self, changed: Sequence[ChangedClaim]) -> Iterator[str]:
        shown = [one for one in changed if one.fields]
        if shown:
            yield "### Changed claims"
        for one in shown[:MOST]:
            yield f"#### {self.names.name(one.id, one.head.place())}{told(one)}"
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
                yield "\n".join(some(lines))
        if len(shown) > MOST:
            yield f"… and {len(shown) - MOST} more"

    def added(self, changes: Changes) -> Iterator[str]:
        yield from section("Added claims", (self._added(linked, changes) for linked in changes.really_added))

    def _added(self, linked: LinkedClaim, changes: Changes) -> str:
        claim, new = linked.claim, changes.head.positions
        lines = [self._whole(linked)]
        wanted = [
            f"  - now the position of {code(claim.party)} on {code(topic)}"
            for topic in claim.topics
            if claim.party and (found := new.get((topic, claim.party))) and found.current.id == linked.id
        ]
        related = [
            f"  - {name.replace('_', ' ')} {value(getattr(claim, name))}" for name in RELATIONS if getattr(claim, name)
        ]
        shown = [f"  - {evidence(one)}" for one in claim.evidence] or ["  - no evidence"]
        return "\n".join([*lines, *wanted, *related, *shown])

    def removed(self, changes: Changes) -> Iterator[str]:
        yield from section("Removed claims", (self._whole(linked) for linked in changes.really_removed))

    def _whole(self, linked: LinkedClaim) -> str:
        claim = linked.claim
        whose = f" of {code(claim.party)}" if claim.party else ""
        said = f" by {code(claim.said_by)}" if claim.said_by else ""
        origins = count(linked.independence.count, "independent origin", "independent origins")
        return (
            f"- {self.names.claim(linked)} ({claim.kind}{whose}{said}, {claim.date}, {claim.status}, {origins}): "
            f"{code(claim.text)}"
        )

    def updates(self, changes: Changes) -> Iterator[str]:
        yield from section("Updates", (self._update(linked) for linked in changes.updates))
        yield from section(
            "Published updates that will say they were mended", (f"- {code(one.id)}" for one in changes.mended)
        )

    def _update(self, linked: LinkedUpdate) -> str:
        to = "the history only"
        if linked.is_major:
            to = f"feeds {', '.join(code(scope) for scope in (address.ALL_FEED, *linked.topics))}"
        name = self.names.name(linked.id, linked.place())
        at = linked.update.at.isoformat(sep=" ", timespec="minutes")
        line = f"- **{linked.update.kind}** {name} of {at} to {to}: {code(subscription.headline(linked))}"
        if linked.update.before and linked.update.after:
            line += f"\n  - {code(linked.update.before)} → {code(linked.update.after)}"
        return f"{line}\n  - {code(linked.update.note)}"

    def records(self, changes: Changes) -> Iterator[str]:
        yield from section("Other records", (self._record(one) for one in changes.records))

    def _record(self, one: ChangedRecord) -> str:
        line = f"- {one.kind} {self.names.name(one.id, Span(one.file))}"
        if one.base is None:
            return f"{line}: new"
        # A bottom line stands in full among what comes first.
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
