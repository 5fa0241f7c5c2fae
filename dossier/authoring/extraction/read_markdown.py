"""Takes the text out of Markdown: what its marks set stays, the marks go, and front matter says what the text is.

Parsing is left to markdown-it-py, and wrapped lines to `join_lines`.
"""

import tomllib
from collections.abc import Iterator, Mapping

from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.authoring.extraction.extracted import Stated
from dossier.authoring.extraction.file_kind import front_matter
from dossier.authoring.extraction.stated_values import as_date, as_language
from dossier.yamlfile import Tree, read_front_matter

_KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "publication", "site", "site_name", "source"),
    "url": ("canonical_url", "canonical", "url", "permalink", "link", "original_url"),
    "published": ("date", "published", "pubdate", "publishdate", "published_at", "date_published"),
    "language": ("lang", "language", "locale"),
}
_PEOPLE = ("author", "authors", "by", "creator")


def read_markdown(text: str) -> tuple[list[str], Stated]:
    """Return the blocks of a Markdown text in order, each with the line ends it has, and what its front matter says."""
    head = front_matter(text)
    return list(_blocks(text[len(head) :])), _stated(head)


def _blocks(text: str) -> Iterator[str]:
    parser = MarkdownIt("commonmark").enable("table")
    row: list[str] | None = None
    for token in parser.parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row is not None:
            yield " | ".join(row)
            row = None
        elif token.type == "inline":
            said = _inline(token)
            if row is not None:
                row.append(said)
            elif said.strip():
                yield said
        elif token.type in ("fence", "code_block") and token.content.strip():
            yield token.content


def _inline(token: Token) -> str:
    said = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            said.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            said.append("\n")
    return "".join(said)


def _stated(head: str) -> Stated:
    if not head:
        return Stated()
    tree = _toml(head) if head.startswith("+++") else read_front_matter(head, "front matter")[0]
    if not isinstance(tree, Mapping):
        return Stated()
    given = {key.casefold().replace("-", "_"): value for key, value in tree.items()}
    found = {key: next((said for name in names if (said := _one(given.get(name)))), "") for key, names in _KEYS.items()}
    authors = next((people for name in _PEOPLE if (people := _many(given.get(name)))), ())
    published = as_date(found["published"])
    url = found["url"] if found["url"].startswith(("http://", "https://")) else ""
    basis = "stated in the front matter of the text" if published else ""
    return Stated(found["title"], found["outlet"], url, published, basis, as_language(found["language"]), authors)


def _toml(head: str) -> Tree:
    try:
        found = tomllib.loads(head.strip().strip("+"))
    except tomllib.TOMLDecodeError:
        return {}
    return {
        key: [str(each) for each in value] if isinstance(value, list) else str(value) for key, value in found.items()
    }


def _one(value: Tree | None) -> str:
    return value.strip() if isinstance(value, str) else ""


def _many(value: Tree | None) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    if isinstance(value, Mapping):
        return _many(value.get("name"))
    return tuple(name for each in value or () for name in _many(each))
