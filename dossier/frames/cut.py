"""Cuts a page that the theme rendered at its gaps, and joins it again around other contents.

Never parses HTML for its meaning: it relies on tokens, and on elements (`a`, `li`) that hold none of their kind.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.frames.slot import PREFIX, Filling, Gap, Heading, literal


class CutError(Exception):
    """The theme rendered a page in which a gap is missing or stands where it cannot be cut. Says which, in words."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Text with gaps: `texts` has one member more than `gaps`, and they alternate."""

    texts: tuple[str, ...]
    gaps: tuple[Gap, ...]

    def join(self, values: Mapping[Gap, str]) -> str:
        """Return the text with each gap filled; a gap without a value raises `KeyError`."""
        pieces = [self.texts[0]]
        for gap, text in zip(self.gaps, self.texts[1:], strict=True):
            pieces.append(values[gap])
            pieces.append(text)
        return "".join(pieces)


@dataclass(frozen=True, slots=True)
class TocLook:
    """How the theme writes a line of the table of contents: without lines below it, and with."""

    leaf: Cut
    branch: Cut

    def lines(self, headings: Sequence[Heading]) -> str:
        """Return the lines of a table of contents as the theme would write them."""
        return "".join(self._line(heading) for heading in headings)

    def _line(self, heading: Heading) -> str:
        values = {Gap.ID: literal(heading.anchor), Gap.HEADING: literal(heading.title)}
        if not heading.children:
            return self.leaf.join(values)
        return self.branch.join({**values, Gap.TOC: self.lines(heading.children)})


@dataclass(frozen=True, slots=True)
class Frame:
    """A themed page with gaps. `listed` is its form with a table of contents, `plain` the one without.

    `prefix` leads from the page to the root of the site; `edit` is the theme's edit button, or None.
    """

    prefix: str
    plain: Cut
    listed: Cut
    look: TocLook | None
    edit: Cut | None

    def stamp(self, filling: Filling) -> str:
        """Return the page as HTML, each value escaped for where it stands and every address relative to the page."""
        values = {
            Gap.TITLE: literal(filling.title),
            Gap.DESCRIPTION: literal(filling.description),
            Gap.ADDRESS: literal(filling.address),
            Gap.HEAD: filling.head.replace(PREFIX, self.prefix),
            Gap.BODY: filling.body.replace(PREFIX, self.prefix),
            Gap.SKIP: literal(filling.skip),
            Gap.EDIT: self._edit(filling.edit),
        }
        if not filling.toc or self.look is None:
            return self.plain.join(values)
        values[Gap.TOC] = self.look.lines(filling.toc)
        return self.listed.join(values)

    def _edit(self, address: str) -> str:
        if not address or self.edit is None:
            return ""
        return self.edit.join({Gap.EDIT: literal(address), Gap.VIEW: literal(address.replace("edit", "raw"))})


def split(html: str, marks: Mapping[Gap, str]) -> Cut:
    """Return text cut at every token in it."""
    gaps = {token: gap for gap, token in marks.items()}
    parts = re.split("(" + "|".join(sorted(gaps, key=len, reverse=True)) + ")", html)
    return Cut(tuple(parts[::2]), tuple(gaps[token] for token in parts[1::2]))


def cut_frame(plain: str, listed: str | None, marks: Mapping[Gap, str], prefix: str, needed: Sequence[Gap]) -> Frame:
    """Return the frame in two renderings of one page, without and with the sample table of contents.

    `needed` names the gaps without which a page would be wrong. Raises `CutError`.
    """
    plain, edit = _take_edit(_bare_body(plain, marks), marks)
    look: TocLook | None = None
    if listed is not None:
        listed, _ = _take_edit(_bare_body(listed, marks), marks)
        listed, look = _take_toc(listed, marks)
    for html in (plain, listed or plain):
        for gap in needed:
            if marks[gap] not in html:
                raise CutError(f"the theme leaves no place for the {gap} of a page")
    without = split(plain, marks)
    return Frame(prefix, without, split(listed, marks) if listed else without, look, edit)


def _bare_body(html: str, marks: Mapping[Gap, str]) -> str:
    # The token came to the theme as a heading, so that the theme would not write one of its own above it.
    return html.replace(f"<h1>{marks[Gap.BODY]}</h1>", marks[Gap.BODY])


def _take_edit(html: str, marks: Mapping[Gap, str]) -> tuple[str, Cut | None]:
    """Leave one gap where the theme's buttons for a page's source stand, and return the buttons."""
    spans = [_element(html, "a", found.start()) for found in re.finditer(f"{marks[Gap.EDIT]}|{marks[Gap.VIEW]}", html)]
    if not spans:
        return html, None
    first, last = spans[0][0], spans[-1][1]
    return html[:first] + marks[Gap.EDIT] + html[last:], split(html[first:last], marks)


def _take_toc(html: str, marks: Mapping[Gap, str]) -> tuple[str, TocLook]:
    """Leave a gap for each table of contents, and return how its lines look.

    The sample is one line with a line below it, then one without: see `sample_toc`.
    """
    look: TocLook | None = None
    outer, inner, last = (f"#{marks[Gap.ID]}{number}" for number in range(3))
    while (at := html.find(outer)) >= 0:
        start = html.rfind("<li", 0, at)
        inner_start, inner_end = _element(html, "li", html.find(inner, at))
        last_start, end = _element(html, "li", html.find(last, at))
        if min(start, inner_start, last_start) < 0 or not start < inner_start < inner_end < last_start < end:
            raise CutError("the theme writes its table of contents in a form that cannot be cut")
        if look is None:
            branch = html[start:inner_start] + marks[Gap.TOC] + html[inner_end:last_start]
            look = TocLook(_sample(html[last_start:end], 2, marks), _sample(branch, 0, marks))
        html = html[:start] + marks[Gap.TOC] + html[end:]
    if look is None:
        raise CutError("the theme leaves no place for a table of contents")
    return html, look


def _sample(html: str, number: int, marks: Mapping[Gap, str]) -> Cut:
    for gap in (Gap.ID, Gap.HEADING):
        html = html.replace(f"{marks[gap]}{number}", marks[gap])
    return split(html, marks)


def _element(html: str, name: str, inside: int) -> tuple[int, int]:
    """Return the span of the innermost element around a position; the element must hold none of its kind."""
    start = html.rfind(f"<{name}", 0, inside) if inside >= 0 else -1
    end = html.find(f"</{name}>", inside)
    return (start, end + len(f"</{name}>")) if start >= 0 and end >= 0 else (-1, -1)
