"""Shows a report as Markdown for a comment or the summary of a step, where need be within a limit.

What is harmless is folded. Where there is no room, what is least grave is cut first, and the report says how much and where
the whole is. Words of the pull request are shown only through `markup`, so that none of them can act.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from dossier.check.changes.markup import block, code, seen
from dossier.check.changes.report import HEADINGS, TITLE, Report
from dossier.check.changes.report_line import Grade, Part, Phrase, Ref, ReportLine, Strong, Wordings
from dossier.problem import Place, Span
from dossier.wording.english import count

UrlOf = Callable[[Place | Span], str | None]
"""Gives the web address of a place with its file name quoted, or None. It is trusted."""

COMMENT = 65_536
"""The most signs of a comment on GitHub. We count bytes, which are never fewer."""
STEP_SUMMARY = 1 << 20
"""The most bytes of the summary of a step on GitHub."""
# Headings, marks of folded parts and lines on what is cut.
_RESERVED = 6_000


def as_markdown(report: Report, url_of: UrlOf = lambda _: None, limit: int | None = None, whole: str = "") -> str:
    """Return a report as Markdown, of at most `limit` bytes. `whole` says, in words of ours, where nothing is cut."""
    page = _Page(url_of, whole)
    top = "\n\n".join([f"## {TITLE}", *map(page.phrase, report.top)])
    if limit is None:
        return page.joined(top, {grade: page.whole(report.of(grade)) for grade in HEADINGS})
    top = top if _size(top) <= limit // 8 else f"## {TITLE}\n\n**Too long to be shown here.**"
    room = limit - _size(top) - _RESERVED
    # Files that may act have a part of the room that nothing takes from them.
    told_in_full = page.whole(report.of("told")).size
    machinery = page.fitted(report.of("machinery"), max(room // 4, room - told_in_full))
    told = page.fitted(report.of("told"), room - machinery.size)
    rest = page.fitted(report.of("rest"), room - machinery.size - told.size)
    return page.joined(top, {"told": told, "machinery": machinery, "rest": rest})


@dataclass(frozen=True, slots=True)
class _Fitted:
    """What of a list of changes is shown: for each its Markdown, then how many are shown in part or not at all."""

    shown: Sequence[tuple[ReportLine, str]]
    shortened: int = 0
    left_out: int = 0

    @property
    def size(self) -> int:
        return sum(_size(text) + 1 for _, text in self.shown)


class _Page:
    def __init__(self, url_of: UrlOf, whole: str) -> None:
        self._url_of = url_of
        self._whole = whole

    def joined(self, top: str, sections: dict[Grade, _Fitted]) -> str:
        """Return the whole text."""
        grave = [sections[grade] for grade in ("told", "machinery") if grade in sections]
        missing = sum(one.shortened + one.left_out for one in grave)
        parts = [top]
        if missing:
            said = f"{count(missing, 'grave change is', 'grave changes are')} not shown here in full: there is no room."
            parts.append(f"**{said}**{self._see()}")
        for grade, fitted in sections.items():
            parts += self._section(grade, fitted)
        return "\n\n".join(parts) + "\n"

    def _section(self, grade: Grade, fitted: _Fitted) -> Iterator[str]:
        if fitted.shown or fitted.left_out:
            yield f"### {HEADINGS[grade]}"
        for group, those in groupby(fitted.shown, lambda pair: pair[0].group):
            texts = [text for _, text in those]
            lines = "\n".join(texts)
            if grade == "rest":
                yield f"<details><summary>{group} ({len(texts):,})</summary>\n\n{lines}\n\n</details>"
            else:
                yield f"#### {group}\n\n{lines}"
        if fitted.left_out or fitted.shortened:
            cut = []
            if fitted.left_out:
                cut.append(f"{fitted.left_out:,} more")
            if fitted.shortened:
                cut.append(f"{fitted.shortened:,} above without all of their words")
            yield f"… and {', '.join(cut)}.{self._see()}"

    def _see(self) -> str:
        return f" The whole: {self._whole}." if self._whole else ""

    def whole(self, lines: Sequence[ReportLine]) -> _Fitted:
        """Return all changes in full."""
        return _Fitted([(line, self._full(line)) for line in lines])

    def fitted(self, lines: Sequence[ReportLine], room: int) -> _Fitted:
        """Return as many changes as have room: each with its first line, and the gravest in full."""
        full = [self._full(line) for line in lines]
        first = [self._start(line) for line in lines]
        left = room
        number = 0
        for text in first:
            if left < _size(text) + 1:
                break
            left -= _size(text) + 1
            number += 1
        shown = []
        shortened = 0
        for line, text, start in zip(lines[:number], full, first, strict=False):
            more = _size(text) - _size(start)
            if more <= left:
                left -= more
                shown.append((line, text))
            else:
                shortened += 1
                shown.append((line, start))
        return _Fitted(shown, shortened, len(lines) - number)

    def _start(self, line: ReportLine) -> str:
        return f"- {self.phrase(line.phrase)}"

    def _full(self, line: ReportLine) -> str:
        return "\n".join([self._start(line), *(row for one in line.below for row in self._below(one))])

    def _below(self, one: Phrase | Wordings) -> Iterator[str]:
        if not isinstance(one, Wordings):
            yield f"  - {self.phrase(one)}"
            return
        lines = [line for before, after in one.places for line in (f"- {seen(before)}", f"+ {seen(after)}")]
        yield ""
        yield from (f"  {line}" for line in block(lines))

    def phrase(self, phrase: Phrase) -> str:
        """Return a phrase in one line."""
        return "".join(map(self._part, phrase))

    def _part(self, part: Part) -> str:
        if isinstance(part, str):
            return part
        if isinstance(part, Strong):
            return f"**{part.text}**"
        if isinstance(part, Ref):
            url = self._url_of(part.at)
            if url:
                return f"[{code(part.name)}](<{url}>)"
            named = part.at.file in part.name or not part.at.file
            return code(part.name) if named else f"{code(part.name)} in {code(part.at.file)}"
        return code(part.text)


def _size(text: str) -> int:
    return len(text.encode())
