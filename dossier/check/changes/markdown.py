"""A change told in Markdown, for a maintainer who has a minute: what is dangerous first.

Never lets words of a pull request act: everything that is not ours stands in a code span or a code block, where no
Markdown, HTML, mention or link is read, and characters that cannot be seen are spelled out.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from dossier.check.changes.difference import ChangedClaim, Changes, Vanished
from dossier.library import FiledClaim, FiledUpdate, address, subscription
from dossier.model import Evidence
from dossier.problem import Place, Problem, Span

Where = Callable[[Place | Span], str | None]

_LONGEST = 400
_MOST = 40
_TICKS = re.compile("`+")
_UNSEEN = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}


def as_markdown(
    changes: Changes,
    problems: Sequence[Problem] = (),
    where: Where = lambda _: None,
    beside: Sequence[str] = (),
) -> str:
    """Return what a change does, as Markdown.

    `problems` are the faults found in it. `where` gives the web address of a place, or None where there is none; it is
    trusted, and has to quote the file's name. `beside` are changed files outside the content.
    """
    page = _Page(where)
    blocks = [
        "## What this does to the dossier",
        _verdict(changes, problems, beside),
        *page.problems(problems),
        *_section("Outside the content: read these before you build", (f"- {code(path)}" for path in beside)),
        *page.dangers(changes),
        *page.changed(changes.changed),
        *page.claims("Added claims", changes.added),
        *page.claims("Removed claims", changes.removed),
        *page.updates(changes),
        *page.records(changes),
        *page.pages(changes),
    ]
    return "\n\n".join(blocks) + "\n"


def incomparable_as_markdown(why: str) -> str:
    """Return the words for two revisions that cannot be compared. Nothing is known then, and nothing is called fine."""
    return f"## What this does to the dossier\n\n**The revisions cannot be compared:** {code(why)}\n"


def code(text: str) -> str:
    """Return a text as a code span that nothing in it can leave."""
    shown = _seen(text)
    ticks = "`" * (max((len(run) for run in _TICKS.findall(shown)), default=0) + 1)
    # A space at either end is taken off again where both are there.
    padded = f" {shown} " if shown[:1] in "` " or shown[-1:] in "` " else shown
    return f"{ticks}{padded}{ticks}"


def _seen(text: str) -> str:
    line = " ".join(text.split())
    clipped = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    spelled = "".join(f"<U+{ord(sign):04X}>" if unicodedata.category(sign) in _UNSEEN else sign for sign in clipped)
    return spelled or "∅"


def _block(before: str, after: str) -> str:
    lines = [f"- {_seen(before)}", f"+ {_seen(after)}"]
    fence = "`" * max(3, *(len(run) + 1 for line in lines for run in (*_TICKS.findall(line), "")))
    return "\n".join([f"{fence}diff", *lines, fence])


def _verdict(changes: Changes, problems: Sequence[Problem], beside: Sequence[str]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    counted = [
        _count(len(changes.changed), "claim changed", "claims changed"),
        _count(len(changes.added), "added"),
        _count(len(changes.removed), "removed"),
        _count(len(changes.told), "feed item results", "feed items result"),
    ]
    nothing = "Nothing in the content changed." if beside else "Nothing that readers see changed."
    said = f"**{nothing if changes.is_empty else ' · '.join(counted)}**"
    if errors:
        return f"{said}\n\n**{_count(errors, 'error has', 'errors have')} to be mended before this can go in.**"
    return said


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one}"


def _some(lines: Iterable[str]) -> list[str]:
    every = list(lines)
    rest = len(every) - _MOST
    return [*every[:_MOST], f"- … and {rest} more"] if rest > 0 else every


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    shown = _some(lines)
    if shown:
        yield f"### {title}"
        yield "\n".join(shown)


class _Page:
    def __init__(self, where: Where) -> None:
        self.where = where

    def _name(self, text: str, place: Place | Span) -> str:
        url = self.where(place)
        return f"[{code(text)}](<{url}>)" if url else code(text)

    def _claim(self, filed: FiledClaim) -> str:
        return f"{self._name(filed.id, filed.place())} in {code(filed.file)}"

    def problems(self, problems: Sequence[Problem]) -> Iterator[str]:
        ranked = sorted(problems, key=lambda one: (one.severity != "error", one.at.file, one.code, one.message))
        yield from _section("Faults", (self._problem(one) for one in ranked))

    def _problem(self, problem: Problem) -> str:
        hint = f"; {code(problem.hint)}" if problem.hint else ""
        return f"- **{problem.severity}** {self._name(problem.code, problem.at)}: {code(problem.message)}{hint}"

    def dangers(self, changes: Changes) -> Iterator[str]:
        lines = [
            *(line for one in changes.changed if "status" in one.fields for line in self._status(one)),
            *(line for one in changes.changed if one.removed for line in self._less_evidence(one)),
            *(self._fewer_origins(one) for one in changes.changed if one.lost_origins),
            *(self._gone(one) for one in changes.vanished if not one.with_brief),
            *(line for before, now in changes.edited for line in self._edited(before, now)),
        ]
        yield from _section("Look at these first", lines)

    def _status(self, one: ChangedClaim) -> Iterator[str]:
        yield f"- **Status** {one.base.claim.status} → {one.head.claim.status}: {self._claim(one.head)}{_told(one)}"
        yield f"  - {code(one.head.claim.text)}"

    def _less_evidence(self, one: ChangedClaim) -> Iterator[str]:
        yield f"- **Evidence removed**: {self._claim(one.head)}{_told(one)}"
        yield from (f"  - {_evidence(evidence)}" for evidence in one.removed)

    def _fewer_origins(self, one: ChangedClaim) -> str:
        before, after = one.base.independence.count, one.head.independence.count
        return f"- **Independent origins** {before} → {after}: {self._claim(one.head)}{_told(one)}"

    def _gone(self, gone: Vanished) -> str:
        renamed = f", now {code(gone.renamed)}" if gone.renamed else ""
        return f"- **Gone**: {gone.kind} {code(gone.id)} from {code(gone.file)}{renamed}"

    def _edited(self, before: FiledUpdate, now: FiledUpdate) -> Iterator[str]:
        yield f"- **Published update edited**: {self._name(now.id, now.place())}"
        if before.update.note != now.update.note:
            yield f"  - {code(before.update.note)} → {code(now.update.note)}"

    def changed(self, changed: Sequence[ChangedClaim]) -> Iterator[str]:
        shown = [one for one in changed if one.fields]
        if shown:
            yield "### Changed claims"
        for one in shown[:_MOST]:
            yield f"#### {self._name(one.id, one.head.place())}{_told(one)}"
            if "text" in one.fields:
                yield _block(one.base.claim.text, one.head.claim.text)
            lines = [
                f"- {name.replace('_', ' ')}: {_value(one.base, name)} → {_value(one.head, name)}"
                for name in one.fields
                if name not in ("text", "evidence")
            ]
            lines += [f"- evidence gone: {_evidence(evidence)}" for evidence in one.lost]
            lines += [f"- evidence new: {_evidence(evidence)}" for evidence in one.gained]
            if lines:
                yield "\n".join(_some(lines))
        if len(shown) > _MOST:
            yield f"… and {len(shown) - _MOST} more"

    def claims(self, title: str, claims: Sequence[FiledClaim]) -> Iterator[str]:
        yield from _section(
            title,
            (
                f"- {self._claim(filed)} ({filed.claim.kind}, {filed.claim.status}, "
                f"{_count(filed.independence.count, 'independent origin', 'independent origins')}): "
                f"{code(filed.claim.text)}"
                for filed in claims
            ),
        )

    def updates(self, changes: Changes) -> Iterator[str]:
        yield from _section("Updates", (self._update(filed) for filed in changes.updates))
        yield from _section(
            "Published updates that will say they were mended", (f"- {code(one.id)}" for one in changes.mended)
        )

    def _update(self, filed: FiledUpdate) -> str:
        to = "the history only"
        if filed.is_major:
            to = f"feeds {', '.join(code(scope) for scope in (address.ALL_FEED, *filed.topics))}"
        name = self._name(filed.id, filed.place())
        line = f"- **{filed.update.kind}** {name} to {to}: {code(subscription.headline(filed))}"
        if filed.update.before and filed.update.after:
            line += f"\n  - {code(filed.update.before)} → {code(filed.update.after)}"
        return f"{line}\n  - {code(filed.update.note)}"

    def records(self, changes: Changes) -> Iterator[str]:
        yield from _section(
            "Other records",
            (
                f"- {one.kind} {self._name(one.id, Span(one.file))}: "
                + (f"{', '.join(field.replace('_', ' ') for field in one.fields)} changed" if one.fields else "new")
                for one in changes.records
            ),
        )

    def pages(self, changes: Changes) -> Iterator[str]:
        told = (("New", changes.new_pages), ("Changed", changes.changed_pages), ("Gone", changes.gone_pages))
        lines = []
        for word, pages in told:
            if pages:
                shown = ", ".join(code(f"/{page}") for page in pages[:_MOST])
                rest = len(pages) - _MOST
                lines.append(f"- {word} ({len(pages)}): {shown}{f' and {rest} more' if rest > 0 else ''}")
        yield from _section("Pages", lines)


def _told(one: ChangedClaim) -> str:
    if not one.told_by:
        return " – no update says so"
    named = ", ".join(code(filed.id) for filed in one.told_by)
    return f" – told by {named}" if one.is_told else f" – {named} says so in the history, subscribers are not told"


def _evidence(evidence: Evidence) -> str:
    drift = f", drift {code(evidence.drift)}" if evidence.drift else ""
    return (
        f"{code(evidence.source)} ¶{evidence.paragraph} {code(evidence.quote)} "
        f"from {code(evidence.origin)} ({evidence.origin_basis}, {evidence.support}{drift})"
    )


def _value(filed: FiledClaim, name: str) -> str:
    value = getattr(filed.claim, name)
    if value is None or value == ():
        return "none"
    if isinstance(value, tuple):
        return ", ".join(code(str(one)) for one in value)
    if name == "confidence":
        return f"{code(value.level)} ({code(value.reason)})"
    return code(str(value))
