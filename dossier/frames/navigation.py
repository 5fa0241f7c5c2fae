"""Inserts the topics into the navigation of `mkdocs.yml`.

A topic that the navigation already names stays where it is. Rendering the navigation is left to the theme.
"""

from collections.abc import Iterator, Sequence, Set
from html import escape
from typing import Any

from dossier.wording import titles

_TOPICS = "topics/index.md"
# The navigation of a site that defines none: the first page, then those of these lists that exist, in this order.
_DEFAULT = ("topics", "positions", "timeline", "claims", "briefs", "sources", "origins", "updates", "feeds", "data")


def insert_topics(
    nav: Any, topics: Sequence[tuple[str, str]], frame_pages: Set[str], handwritten: Sequence[str]
) -> Any:
    """Return the navigation, in the form that MkDocs reads, with each topic below the page of all topics.

    `topics` are pairs of id and title. Where `nav` is None, the default navigation is returned, followed by the
    `handwritten` pages. A navigation without the page of all topics gets no topics.
    """
    if nav is None:
        pages = {"index.md": titles.home()} | {f"{name}/index.md": titles.LISTS[name] for name in _DEFAULT}
        nav = [*({title: path} for path, title in pages.items() if path in frame_pages), *handwritten]
    named = set(_paths(nav))
    entries = [
        # The theme does not escape titles.
        {escape(title): path}
        for path, title in ((f"topics/{topic_id}/index.md", title) for topic_id, title in topics)
        if path in frame_pages and path not in named
    ]
    return [_with_topics(entry, entries) for entry in nav] if isinstance(nav, list) else nav


def _with_topics(entry: Any, topics: Sequence[dict[str, str]]) -> Any:
    if entry == _TOPICS:
        return {titles.LISTS["topics"]: [_TOPICS, *topics]}
    if isinstance(entry, dict):
        return {title: _section_with_topics(section, topics) for title, section in entry.items()}
    return entry


def _section_with_topics(section: Any, topics: Sequence[dict[str, str]]) -> Any:
    if section == _TOPICS:
        return [_TOPICS, *topics]
    if isinstance(section, list):
        if _TOPICS in section:
            return [*section, *topics]
        return [_with_topics(entry, topics) for entry in section]
    return section


def _paths(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    for entry in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _paths(entry)
