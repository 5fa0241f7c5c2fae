"""Markdown fields to HTML: paragraphs, lists, emphasis, links; nothing else.

Raw HTML, images, headings and links other than http, https and mailto do not get through.
"""

import re

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

_ALLOWED = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)

# Anything that Markdown could mean something by. Most fields have none of it, and Markdown costs a hundred times
# what escaping costs.
_SPECIAL = re.compile(
    r"[\\`*_\[\]<>&!~|\t]|^ *(?:[-+=#]|\d{1,9}[.)])|^ {4}| {2}$|[^\n]\n *[-=]+ *$",
    re.MULTILINE,
)
_BREAK = re.compile(r"\n *(?:\n *)+")


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False})
    # Headings would break the order of the page's own; images would ask other hosts.
    parser.disable(["heading", "lheading", "image", "html_block", "html_inline", "hr", "reference", "code"])
    parser.validateLink = lambda url: _ALLOWED.match(url) is not None  # type: ignore[method-assign]
    return parser


_PARSER = _parser()


def prose(text: str) -> Markup:
    """Return a Markdown text as HTML blocks."""
    if _SPECIAL.search(text):
        return Markup(_PARSER.render(text).strip())  # noqa: S704 - the parser escapes, raw HTML is off
    paragraphs = [escape(" ".join(part.split())) for part in _BREAK.split(text.strip())]
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in paragraphs)


def inline(text: str) -> Markup:
    """Return a Markdown text as HTML without blocks, for use inside a sentence."""
    if _SPECIAL.search(text):
        return Markup(_PARSER.renderInline(" ".join(text.split())))  # noqa: S704 - as above
    return escape(" ".join(text.split()))
