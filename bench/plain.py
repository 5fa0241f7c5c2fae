"""Turns a built site back into Markdown: the same pages with the same text, for plain Material for MkDocs to build.

The plain site has no plugins, no search and no links to resolve, so that it is not slower than needed. Building it is
left to MkDocs.
"""

import os
import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import etree

from bench.writing import SITE_URL

_SETTINGS = f"""\
site_name: Bench
site_url: {SITE_URL}
site_description: A made-up dossier of made-up words.
theme:
  name: material
  font: false
plugins: []
markdown_extensions: [attr_list, tables]
not_in_nav: /*
validation:
  absolute_links: ignore
  anchors: ignore
  unrecognized_links: ignore
nav:
"""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_HIDDEN = {"script", "style", "template", "svg", "noscript", "button", "form", "nav"}
_BLOCKS = {"p", "div", "section", "article", "header", "footer", "figure", "figcaption", "details", "summary", "aside"}
_BLOCKS |= {"ul", "ol", "dl", "dt", "dd", "li", "blockquote", "table", "tr", "pre", "main", "address", "hr"}
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**"}


def write(site: Path, folder: Path) -> int:
    """Write the pages of a built site as a plain MkDocs project into `folder`, and return their number."""
    pages = pages_of(site)
    for address, path in pages.items():
        target = folder / "docs" / address / "index.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(markdown(path.read_text("utf-8"), address, set(pages)), "utf-8")
    topics = sorted(address for address in pages if re.fullmatch("topics/[^/]+", address))
    nav = ["  - index.md", "  - Topics:", *(f"      - {address}/index.md" for address in topics)]
    (folder / "mkdocs.yml").write_text(_SETTINGS + "\n".join(nav) + "\n", "utf-8")
    return len(pages)


def pages_of(site: Path) -> dict[str, Path]:
    """Return the pages of a built site by address, without a slash at the end."""
    return {
        path.parent.relative_to(site).as_posix().removeprefix(".").strip("/"): path for path in site.rglob("index.html")
    }


def markdown(page: str, address: str, known: set[str]) -> str:
    """Return the content of a built page as Markdown. `known` are the addresses of pages, without a slash at the end."""
    reader = _Reader(address, known)
    # The stubs allow for bytes, which only a parser of Python 2 gave.
    parser = etree.HTMLParser(target=reader)  # type: ignore[arg-type]
    parser.feed(page[page.index("<article") : page.rindex("</article>") + len("</article>")])
    parser.close()
    return "\n\n".join(reader.blocks) + "\n"


class _Reader:
    """Collects the text of `<article>` block by block. Nested blocks become a sequence; list items keep their depth."""

    def __init__(self, address: str, known: set[str]) -> None:
        self._address = address
        self._known = known
        self._open: list[str] = []
        self._articles = self._hidden = self._lists = self._quotes = 0
        self.blocks: list[str] = []
        self._text: list[str] = []
        self._prefix = ""
        self._suffix = ""
        self._links: list[str] = []
        self._cells = 0

    def close(self) -> None:
        self._end_block()

    def _step(self, tag: str, by: int) -> None:
        # Counted, as searching all open tags at each tag would take most of the time.
        self._articles += by * (tag == "article")
        self._hidden += by * (tag in _HIDDEN)
        self._lists += by * (tag in ("ul", "ol"))
        self._quotes += by * (tag == "blockquote")

    def _inside(self) -> bool:
        return self._articles > 0 and not self._hidden

    def _end_block(self) -> None:
        text = " ".join("".join(self._text).split())
        if text:
            self.blocks.append(self._prefix + text + self._suffix)
        self._text, self._prefix, self._suffix = [], "", ""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        if tag in _VOID:
            self._text.append(" ")
            return
        self._open.append(tag)
        self._step(tag, 1)
        if not self._inside():
            return
        if tag in _BLOCKS or tag in _HEADINGS:
            self._end_block()
        if tag in _HEADINGS:
            self._prefix = _HEADINGS[tag] + " "
            self._suffix = f" {{#{given['id']}}}" if given.get("id") else ""
        elif tag == "li":
            self._prefix = "    " * (self._lists - 1) + "- "
        elif tag == "blockquote" or (tag == "p" and self._quotes):
            self._prefix = "> "
        elif tag in ("td", "th"):
            self._text.append(" | " if self._cells else "")
            self._cells += 1
        elif tag == "tr":
            self._cells = 0
        elif tag == "a":
            self._links.append(self._target(given.get("href") or ""))
            self._text.append("[" if self._links[-1] else "")
        elif tag in _MARKS:
            self._text.append(_MARKS[tag])

    def end(self, tag: str) -> None:
        if tag not in self._open:
            return
        if self._inside():
            if tag == "a" and self._links:
                target = self._links.pop()
                self._text.append(f"]({target})" if target else "")
            elif tag in _MARKS:
                self._text.append(_MARKS[tag])
            elif tag in _BLOCKS or tag in _HEADINGS:
                self._end_block()
        while self._open:
            closed = self._open.pop()
            self._step(closed, -1)
            if closed == tag:
                break

    def data(self, data: str) -> None:
        if self._inside():
            self._text.append(_SPECIAL.sub(r"\\\1", data))

    def comment(self, text: str) -> None:
        pass

    def _target(self, href: str) -> str:
        """Return a link as an author of the plain site would write it: to the file of the other page."""
        if not href or href.startswith("mailto:"):
            return ""
        if href.startswith("http"):
            return href
        parts = urlsplit(urljoin(f"{SITE_URL}{self._address}/" if self._address else SITE_URL, href))
        if not parts.geturl().startswith(SITE_URL):
            return parts.geturl()
        page = parts.path.strip("/")
        if page not in self._known:
            return parts.geturl()
        file = posixpath.relpath(posixpath.join(page, "index.md"), self._address or os.curdir)
        return f"{file}#{parts.fragment}" if parts.fragment else file
