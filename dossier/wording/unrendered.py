"""Finds Markdown that no page of ours renders: images, tables, headings, HTML, struck words, links that lead nowhere.

What is rendered is left to `render`; here stands only what readers would see as it was typed.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# Most texts have none of these, and parsing them would cost a hundred times as much.
_SUSPECT = re.compile(
    r"!\[|\]\(|\]:|<[A-Za-z/!?]|~~|^ *#{1,6}[ \t]|^.*\|.*\n *\|?[ :|-]*-|^ *(?:=+|-+|[*_ ]{3,}) *$", re.MULTILINE
)
_WEB = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:.*$", re.MULTILINE)
_BLOCKS = {
    "table_open": "a table",
    "heading_open": "a heading",
    "hr": "a rule",
    "html_block": "HTML",
}


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - most dossiers never need it

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser.validateLink = bool  # type: ignore[method-assign, assignment]
    return parser


def unrendered(markdown: str) -> Iterator[tuple[str, str]]:
    """Yield what of a Markdown text is published as it was typed: what it is, and the first signs of it in the text."""
    if not _SUSPECT.search(markdown):
        return
    lines = markdown.splitlines()
    for token in _parser().parse(markdown):
        if token.type in _BLOCKS and token.map:
            yield _BLOCKS[token.type], lines[token.map[0]].strip()
        for inner in token.children or ():
            if what := _inline(inner):
                yield what, _signs(what, markdown)
    if found := _DEFINITION.search(markdown):
        yield "an address for a link elsewhere", found[0].strip()


def _inline(token: "Token") -> str:
    if token.type == "image":
        return "an image"
    if token.type == "s_open":
        return "a struck word"
    if token.type == "html_inline":
        return "HTML"
    if token.type == "link_open" and not _WEB.match(str(token.attrGet("href"))):
        return "a link within the site"
    return ""


_SIGNS = {
    "an image": re.compile(r"!\[[^\]]*\](?:\([^)\s]*)?"),
    "a struck word": re.compile(r"~~[^~\n]+~~"),
    "HTML": re.compile(r"<[A-Za-z/!?][^>\n]*>?"),
    "a link within the site": re.compile(r"(?<!!)\[[^\]]*\]\((?!https?://|mailto:)[^)\s]*\)?"),
}


def _signs(what: str, markdown: str) -> str:
    found = _SIGNS[what].search(markdown)
    return found[0] if found else ""
