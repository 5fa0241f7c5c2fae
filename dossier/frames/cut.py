"""Cuts a page that the theme rendered at its slots, and fills the slots with the values of other pages.

It searches for tokens and for the `a` and `li` elements around them, without parsing HTML. Rendering is left to `engine`.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from dossier.frames.slot import Heading, Slot, SlotValues
from dossier.linked.address import ROOT_MARK


class FrameError(Exception):
    """The theme rendered a page without a slot, or with one where it cannot be cut. The message says which."""


@dataclass(frozen=True, slots=True)
class SlottedText:
    """Text with slots. `texts` and `slots` alternate, so `texts` has one member more."""

    texts: tuple[str, ...]
    slots: tuple[Slot, ...]

    def fill(self, values: Mapping[Slot, str]) -> str:
        """Return the text with each slot filled. Raises `KeyError` where a slot has no value."""
        pieces = [self.texts[0]]
        for slot, text in zip(self.slots, self.texts[1:], strict=True):
            pieces.append(values[slot])
            pieces.append(text)
        return "".join(pieces)


@dataclass(frozen=True, slots=True)
class TocStyle:
    """How the theme writes an entry of the table of contents: `leaf` has no entries below it, `branch` has some."""

    leaf: SlottedText
    branch: SlottedText

    def render(self, headings: Sequence[Heading]) -> str:
        """Return the entries of a table of contents as the theme would write them."""
        return "".join(self._entry(heading) for heading in headings)

    def _entry(self, heading: Heading) -> str:
        values = {Slot.ID: escape(heading.anchor), Slot.HEADING: escape(heading.title)}
        if not heading.children:
            return self.leaf.fill(values)
        return self.branch.fill({**values, Slot.TOC: self.render(heading.children)})


@dataclass(frozen=True, slots=True)
class Frame:
    """A themed page with slots, once with and once without a table of contents.

    `prefix` leads from the page to the root of the site; `edit` is the theme's edit button, or None.
    """

    prefix: str
    without_toc: SlottedText
    with_toc: SlottedText
    toc_style: TocStyle | None
    edit: SlottedText | None

    @property
    def digest(self) -> str:
        """A digest of all that the frame brings to a page."""
        return _digest(self)

    def fill(self, page: SlotValues) -> str:
        """Return the page as HTML. Plain text is escaped, and addresses of this site are made relative to the page."""
        values = {
            Slot.TITLE: escape(page.title),
            Slot.DESCRIPTION: escape(page.description),
            Slot.ADDRESS: escape(page.address),
            Slot.HEAD: page.head.replace(ROOT_MARK, self.prefix),
            Slot.BODY: page.body.replace(ROOT_MARK, self.prefix),
            Slot.SKIP: escape(page.skip),
            Slot.EDIT: self._edit(page.edit),
        }
        if not page.toc or self.toc_style is None:
            return self.without_toc.fill(values)
        values[Slot.TOC] = self.toc_style.render(page.toc)
        return self.with_toc.fill(values)

    def _edit(self, address: str) -> str:
        if not address or self.edit is None:
            return ""
        return self.edit.fill({Slot.EDIT: escape(address), Slot.VIEW: escape(address.replace("edit", "raw"))})


@lru_cache(maxsize=1024)
def _digest(frame: Frame) -> str:
    return hashlib.blake2b(repr(frame).encode(), digest_size=16).hexdigest()


def split_at_slots(html: str, tokens: Mapping[Slot, str]) -> SlottedText:
    """Return text cut at every token in it."""
    slots = {token: slot for slot, token in tokens.items()}
    parts = re.split("(" + "|".join(sorted(slots, key=len, reverse=True)) + ")", html)
    return SlottedText(tuple(parts[::2]), tuple(slots[token] for token in parts[1::2]))


def cut_frame(
    without_toc: str, with_toc: str | None, tokens: Mapping[Slot, str], prefix: str, required: Sequence[Slot]
) -> Frame:
    """Return the frame of one page that was rendered twice: without and with the sample table of contents.

    Raises `FrameError` where one of the `required` slots is missing, or the page cannot be cut.
    """
    without_toc, edit = _extract_edit(_unwrap_body(without_toc, tokens), tokens)
    toc_style: TocStyle | None = None
    if with_toc is not None:
        with_toc, _ = _extract_edit(_unwrap_body(with_toc, tokens), tokens)
        with_toc, toc_style = _extract_toc(with_toc, tokens)
    for html in (without_toc, with_toc or without_toc):
        for slot in required:
            if tokens[slot] not in html:
                raise FrameError(f"the theme leaves no place for the {slot} of a page")
    plain = split_at_slots(without_toc, tokens)
    return Frame(prefix, plain, split_at_slots(with_toc, tokens) if with_toc else plain, toc_style, edit)


def _unwrap_body(html: str, tokens: Mapping[Slot, str]) -> str:
    # The token was given to the theme as a heading, so that the theme does not write a heading of its own.
    return html.replace(f"<h1>{tokens[Slot.BODY]}</h1>", tokens[Slot.BODY])


def _extract_edit(html: str, tokens: Mapping[Slot, str]) -> tuple[str, SlottedText | None]:
    """Replace the theme's buttons for the source of a page by one slot, and return page and buttons."""
    spans = [
        _element(html, "a", found.start()) for found in re.finditer(f"{tokens[Slot.EDIT]}|{tokens[Slot.VIEW]}", html)
    ]
    if not spans:
        return html, None
    first, last = spans[0][0], spans[-1][1]
    return html[:first] + tokens[Slot.EDIT] + html[last:], split_at_slots(html[first:last], tokens)


def _extract_toc(html: str, tokens: Mapping[Slot, str]) -> tuple[str, TocStyle]:
    """Replace each table of contents by a slot, and return page and style.

    The sample is one entry with an entry below it, then one without: see `sample_toc`.
    """
    toc_style: TocStyle | None = None
    outer, inner, last = (f"#{tokens[Slot.ID]}{number}" for number in range(3))
    while (at := html.find(outer)) >= 0:
        start = html.rfind("<li", 0, at)
        inner_start, inner_end = _element(html, "li", html.find(inner, at))
        last_start, end = _element(html, "li", html.find(last, at))
        if min(start, inner_start, last_start) < 0 or not start < inner_start < inner_end < last_start < end:
            raise FrameError("the theme writes its table of contents in a form that cannot be cut")
        if toc_style is None:
            branch = html[start:inner_start] + tokens[Slot.TOC] + html[inner_end:last_start]
            toc_style = TocStyle(_sample_entry(html[last_start:end], 2, tokens), _sample_entry(branch, 0, tokens))
        html = html[:start] + tokens[Slot.TOC] + html[end:]
    if toc_style is None:
        raise FrameError("the theme leaves no place for a table of contents")
    return html, toc_style


def _sample_entry(html: str, number: int, tokens: Mapping[Slot, str]) -> SlottedText:
    for slot in (Slot.ID, Slot.HEADING):
        html = html.replace(f"{tokens[slot]}{number}", tokens[slot])
    return split_at_slots(html, tokens)


def _element(html: str, name: str, inside: int) -> tuple[int, int]:
    """Return start and end of the innermost element around a position. It must not contain elements of its own name."""
    start = html.rfind(f"<{name}", 0, inside) if inside >= 0 else -1
    end = html.find(f"</{name}>", inside)
    return (start, end + len(f"</{name}>")) if start >= 0 and end >= 0 else (-1, -1)
