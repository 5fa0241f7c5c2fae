"""A rendered page as a reader has it: what it says, section by section, and what programs read in its head.

What is hidden until a script shows it, and what is there for screen readers only, is no part of what a page says: see
`Part.hidden` and `Part.spoken`.
"""

import json
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from lxml import html
from lxml.html import HtmlElement

_BLOCKS = {
    *(
        "article",
        "blockquote",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ),
    *(
        "header",
        "label",
        "li",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
    ),
    *("ul", "br"),
}
_NOT_TEXT = {"script", "style", "svg", "select", "button"}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

Contents = list[Any]
"""The table of contents: each line a title, or a title and the lines below it."""


class Part:
    """Part of a page. Addresses of the site begin with a slash, those on the page itself with a hash."""

    def __init__(self, element: HtmlElement) -> None:
        self.element = element

    @property
    def text(self) -> str:
        """What it says, with single spaces."""
        return " ".join(self.blocks)

    @property
    def blocks(self) -> list[str]:
        """What it says, paragraph by paragraph."""
        return _blocks(self.element)

    @property
    def spoken(self) -> str:
        """What a screen reader says of it, with single spaces."""
        return " ".join(_blocks(self.element, spoken=True))

    @property
    def hidden(self) -> list[str]:
        """What it has hidden for scripts to show, each outermost element by itself."""
        found = [each for each in self.all(".//*[@hidden]") if not each.xpath("ancestor::*[@hidden]")]
        return [" ".join(_blocks(each, spoken=True, even_hidden=True)) for each in found]

    @property
    def plain(self) -> str:
        """What it says as a page of plain text: headings, lists and tables keep their form, links lose their addresses."""
        return "".join(f"{line}\n" for line in _plain(self.element))

    @property
    def lines(self) -> list[str]:
        """The lines of its lists, each with its paragraphs joined by a slash."""
        return [" / ".join(_blocks(each)) for each in self._outermost("li") if _is_seen(each)]

    @property
    def by_date(self) -> list[tuple[str, list[str]]]:
        """Its lines by month or day: the name of each, and the first paragraph of each line."""
        rows = (Part(each) for each in self.all(".//div[contains(@class, 'row--month')]"))
        return [(row.blocks[0], [line.partition(" / ")[0] for line in row.lines]) for row in rows]

    @property
    def items(self) -> list["Part"]:
        """The lines of its lists, to be looked at more closely."""
        return [Part(each) for each in self._outermost("li") if _is_seen(each)]

    @property
    def links(self) -> list[tuple[str, str]]:
        """Its links: words and address."""
        return [(_line(each), each.get("href", "")) for each in self.all(".//a[@href]") if _is_seen(each)]

    @property
    def words_of_links(self) -> list[str]:
        """The words of its links."""
        return [words for words, _ in self.links]

    def address(self, words: str) -> str:
        """Return where the words lead. There is one such link, or all of them lead to one place."""
        (found,) = {address for told, address in self.links if told == words}
        return found

    @property
    def pairs(self) -> dict[str, str]:
        """What stands in its lists of facts, by the name of the fact."""
        found = {}
        for each in self.all(".//dl/div"):
            name = _line(each.find("dt"))
            found[name] = " / ".join(_line(fact) for fact in each.findall("dd"))
        return found

    @property
    def rows(self) -> list[list[str]]:
        """The rows of its tables."""
        return [
            [" / ".join(_blocks(cell)) for cell in row.iterchildren("td", "th")]
            for row in self.all(".//tr")
            if _is_seen(row)
        ]

    @property
    def headings(self) -> list[str]:
        """Its headings."""
        return [_line(each) for each in self.all(".//*") if each.tag in _HEADINGS and _is_seen(each)]

    @property
    def pictures(self) -> list[str]:
        """Its pictures, in words."""
        return [each.get("aria-label", "") for each in self.all(".//*[local-name()='svg']")]

    @property
    def claims(self) -> list["Piece"]:
        """The claims that it shows in full."""
        return [Piece(each) for each in self.all(".//article")]

    def claim(self, claim_id: str) -> "Piece":
        """Return a claim that it shows in full, by its full id."""
        (found,) = self.all(f".//article[@data-claim='{claim_id}']")
        return Piece(found)

    def section(self, heading: str) -> "Part":
        """Return what stands under a heading, with the heading itself."""
        found = [each for each in self.all(".//*") if each.tag in _HEADINGS and _line(each) == heading]
        assert found, f"no heading {heading!r} among {self.headings}"
        parent = found[0].getparent()
        assert parent is not None
        return Part(parent)

    def values(self, attribute: str) -> list[str]:
        """Return the values of an attribute on whatever has it, in their order."""
        return [str(each) for each in self.all(f"descendant-or-self::*/@{attribute}")]

    def all(self, path: str) -> list[HtmlElement]:
        """Return the elements that an XPath leads to."""
        return list(self.element.xpath(path))

    def _outermost(self, tag: str) -> Iterator[HtmlElement]:
        for each in self.all(f".//{tag}"):
            above = each.iterancestors(tag)
            if not any(self.element in outer.iterancestors() for outer in above):
                yield each


class Piece(Part):
    """A claim with its evidence."""

    @property
    def heading(self) -> str:
        """The claim itself."""
        return self.headings[0]

    @property
    def facts(self) -> str:
        """The line below it: its standing, whose it is, of when, how it is sourced."""
        return _line(self.all("./p[@class='facts']")[0])

    @property
    def warnings(self) -> list[str]:
        """What a reader must know before opening the evidence."""
        return [_line(each) for each in self.all("./p[@class='claim__why']")]

    @property
    def relations(self) -> list[str]:
        """Its ties to other claims."""
        return [_line(each) for each in self.all("./ul[@class='relations']/li | ./details/ul[@class='relations']/li")]

    @property
    def open_relations(self) -> list[str]:
        """Those of its ties to other claims that are seen before it is opened."""
        return [_line(each) for each in self.all("./ul[@class='relations']/li")]

    @property
    def evidence(self) -> list[Part]:
        """Its evidence, each quote with all that belongs to it."""
        return [Part(each) for each in self.all(".//ul[@class='evidence']/li")]


class WebPage(Part):
    """A whole page."""

    def __init__(self, body: str, head: str, title: str, description: str, contents: tuple[Any, ...]) -> None:
        super().__init__(html.fragment_fromstring(body.strip(), create_parent="main"))
        self.title = title
        self.description = description
        self.anchors = [str(each) for each in self.all(".//@id")]
        self._contents = contents
        self._head = html.fragment_fromstring(head.strip() or "<meta>", create_parent="head")

    @property
    def heading(self) -> str:
        """The heading of the whole page."""
        (found,) = (each for each in self.all(".//h1"))
        return _line(found)

    @property
    def kicker(self) -> str:
        """The words above the heading."""
        return _line(self.all(".//p[@class='kicker']")[0])

    @property
    def opening(self) -> Part:
        """What stands above the first section."""
        return Part(self.all(".//header")[0])

    @property
    def sections(self) -> list[str]:
        """The headings of its sections."""
        return [_line(each) for each in self.all(".//h2") if _is_seen(each)]

    @property
    def contents(self) -> Contents:
        """The table of contents."""
        return _titles(self._contents)

    @property
    def contents_anchors(self) -> list[str]:
        """The ids that the table of contents leads to."""
        return [*_anchors(self._contents)]

    @property
    def feeds(self) -> list[str]:
        """The addresses of the feeds that it advertises."""
        return [str(each) for each in self._head.xpath(".//link[@rel='alternate']/@href")]

    @property
    def feed_titles(self) -> list[str]:
        """The titles of the feeds that it advertises."""
        return [str(each) for each in self._head.xpath(".//link[@rel='alternate']/@title")]

    @property
    def filters(self) -> dict[str, list[str]]:
        """What search can filter it by."""
        found: dict[str, list[str]] = {}
        for each in self.all(".//@data-pagefind-filter"):
            name, _, value = str(each).partition(":")
            found.setdefault(name, []).append(value)
        return found

    @property
    def is_searched(self) -> bool:
        """Whether search knows it."""
        return bool(self.all(".//*[@data-pagefind-body]"))

    @property
    def meta(self) -> dict[str, str]:
        """What its head says of it."""
        tags = self._head.xpath(".//meta[@content]")
        return {str(each.get("property") or each.get("name")): str(each.get("content")) for each in tags}

    @cached_property
    def graph(self) -> list[dict[str, Any]]:
        """What structured data says of it and of what it shows."""
        found = self._head.xpath(".//script[@type='application/ld+json']")
        return json.loads(found[0].text)["@graph"] if found else []

    def data(self, kind: str) -> list[dict[str, Any]]:
        """Return what structured data tells of one kind, as in "Claim"."""
        return [node for node in self.graph if node["@type"] == kind]

    @property
    def node(self) -> dict[str, Any]:
        """What structured data says of the page itself."""
        return self.graph[1]

    @property
    def modified(self) -> str:
        """When it was last changed, or an empty string."""
        return str(self.node.get("dateModified", ""))

    @property
    def published(self) -> str:
        """When it was first published, or an empty string."""
        return str(self.node.get("datePublished", ""))

    @property
    def crumbs(self) -> list[str]:
        """The way to it from the first page."""
        return [step["name"] for way in self.data("BreadcrumbList") for step in way["itemListElement"]]


def _is_seen(element: HtmlElement) -> bool:
    return not any(
        each.get("hidden") is not None or "unseen" in each.get("class", "").split()
        for each in (element, *element.iterancestors())
    )


def _blocks(element: HtmlElement, *, spoken: bool = False, even_hidden: bool = False) -> list[str]:
    told = "".join(_told(element, spoken=spoken, even_hidden=even_hidden))
    lines = (" ".join(line.split()) for line in told.split("\r"))
    return [line for line in lines if line]


def _line(element: HtmlElement) -> str:
    return " ".join(_blocks(element))


def _told(element: HtmlElement, *, spoken: bool, even_hidden: bool) -> Iterator[str]:
    """Yield the text of an element, with a carriage return where a block begins or ends."""
    if not isinstance(element.tag, str) or element.tag in _NOT_TEXT:
        return
    if not even_hidden and element.get("hidden") is not None:
        return
    if "unseen" in element.get("class", "").split() if not spoken else element.get("aria-hidden") == "true":
        return
    edge = "\r" if element.tag in _BLOCKS else ""
    yield f"{edge}{element.text or ''}"
    for child in element:
        yield from _told(child, spoken=spoken, even_hidden=even_hidden)
        yield child.tail or ""
    yield edge


def _plain(element: HtmlElement, indent: str = "") -> Iterator[str]:
    """Yield what an element says, line by line."""
    tag = element.tag
    if not isinstance(tag, str) or not _is_seen(element):
        return
    if tag.endswith("svg"):
        yield f"{indent}[{element.get('aria-label')}]"
    elif tag in _HEADINGS:
        yield from ("", f"{indent}{'#' * int(tag[1])} {_line(element)}")
    elif tag == "pre":
        yield from (f"{indent}    {line}" for line in (element.text_content()).splitlines())
    elif tag == "tr":
        yield indent + " | ".join(" / ".join(_blocks(cell)) for cell in element.iterchildren("td", "th"))
    elif tag == "li":
        for number, line in enumerate(_plain_inside(element, f"{indent}  ")):
            yield line if number else f"{indent}- {line.lstrip()}"
    elif element.find("dt") is not None and tag == "div":
        yield f"{indent}{_line(element.find('dt'))}: {' / '.join(_line(each) for each in element.findall('dd'))}"
    else:
        yield from _plain_inside(element, indent)


def _plain_inside(element: HtmlElement, indent: str) -> Iterator[str]:
    line = element.text or ""
    for child in element:
        if child.tag in _BLOCKS or (isinstance(child.tag, str) and child.tag.endswith("svg")):
            if line.strip():
                yield f"{indent}{' '.join(line.split())}"
            line = ""
            yield from _plain(child, indent)
        else:
            line += "".join(_told(child, spoken=False, even_hidden=False)).replace("\r", " ")
        line += child.tail or ""
    if line.strip():
        yield f"{indent}{' '.join(line.split())}"


def _titles(lines: tuple[Any, ...]) -> Contents:
    return [[title, _titles(below)] if below else title for _, title, below in lines]


def _anchors(lines: tuple[Any, ...]) -> Iterator[str]:
    for anchor, _, below in lines:
        yield anchor
        yield from _anchors(below)
