"""Reads HTML as strictly as its writers should write it: every element closed, every id once, nothing where it may not stand."""

from collections import Counter
from html.parser import HTMLParser

VOID = {"br", "img", "input", "hr", "meta", "link", "rect", "line", "path", "circle", "wbr"}
# What may stand in a paragraph or a heading; anything else would end it.
PHRASING = {
    "a", "abbr", "b", "bdi", "br", "button", "cite", "code", "del", "em", "i", "img", "input", "ins", "kbd", "label", "mark",
    "q", "s", "select", "option", "small", "span", "strong", "sub", "sup", "svg", "g", "rect", "line", "path", "circle",
    "text", "time", "title", "var", "wbr", "textarea",
}  # fmt: skip
ONLY_PHRASING = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"}
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "dl": {"div", "dt", "dd"}, "tr": {"th", "td"}, "tbody": {"tr"}, "thead": {"tr"}}


class Markup(HTMLParser):
    """What a page holds, and what is wrong with it (`faults`)."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.headings: list[int] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]
        self.faults += [f"the id {name!r} stands {times} times" for name, times in self.ids.items() if times > 1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and hold it against where it stands."""
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.faults.append(f"<{tag}> has an attribute twice")
        found = dict(attrs)
        self.elements.append((tag, found))
        if "id" in found:
            self.ids[found["id"] or ""] += 1
        if found.get("href"):
            self.links.append(found["href"] or "")
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        for outer in self.open:
            if outer in ONLY_PHRASING and tag not in PHRASING:
                self.faults.append(f"<{tag}> stands in <{outer}>")
            if outer == tag == "a" or (
                outer in {"a", "button", "summary"} and tag in {"a", "button", "input", "details"}
            ):
                self.faults.append(f"<{tag}> stands in <{outer}>")
        if self.open and tag not in CHILDREN.get(self.open[-1], {tag}):
            self.faults.append(f"<{tag}> stands directly in <{self.open[-1]}>")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself, as in SVG."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which should be this one."""
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes <{self.open[-1] if self.open else 'nothing'}>")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        self.text.append(data)

    def words(self) -> str:
        """Return the text with single spaces."""
        return " ".join("".join(self.text).split())
