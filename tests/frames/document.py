"""HTML as a tree, to compare two documents."""

import re
from typing import Any

from lxml import etree, html

Node = tuple[Any, ...]


def document(text: str) -> Node:
    """Return a document as nested tuples: names, sorted attributes, and text with normalised white space."""
    return _node(html.document_fromstring(text, parser=html.HTMLParser(encoding="utf-8")))


def _node(element: Any) -> Node:
    if element.tag is etree.Comment:
        return ("comment", element.text)
    below = [part for child in element for part in (_node(child), _level(child.tail)) if part]
    attributes = tuple(sorted((name, _level(value)) for name, value in element.attrib.items()))
    return (element.tag, attributes, _level(element.text), *below)


def _level(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()


def leaves(node: Node) -> list[str]:
    """Return a tree as lines, so that a failed comparison is readable."""
    lines: list[str] = []

    def walk(part: Any, depth: int) -> None:
        if isinstance(part, str):
            lines.append("  " * depth + part)
            return
        lines.append("  " * depth + f"<{part[0]} {part[1]}> {part[2] if len(part) > 2 else ''}")
        for below in part[3:]:
            walk(below, depth + 1)

    walk(node, 0)
    return lines
