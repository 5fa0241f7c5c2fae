"""The navigation of `mkdocs.yml` with the topics put into their place.

Never touches what the file orders itself: a topic that it names stays where it is.
"""

from collections.abc import Iterator, Sequence, Set
from html import escape
from typing import Any

_TOPICS = "topics/index.md"
# What a site without a navigation of its own shows, in this order, as far as the pages are there.
_USUAL = (
    ("Home", "index.md"),
    ("Topics", _TOPICS),
    ("Positions", "positions/index.md"),
    ("Timeline", "timeline/index.md"),
    ("Briefs", "briefs/index.md"),
    ("Sources", "sources/index.md"),
    ("Origins", "origins/index.md"),
    ("Updates", "updates/index.md"),
    ("Feeds", "feeds/index.md"),
    ("Downloads", "data/index.md"),
)


def place_topics(nav: Any, topics: Sequence[tuple[str, str]], blanks: Set[str], written: Sequence[str]) -> Any:
    """Return the navigation, in the form MkDocs reads it, with each topic below the page of all topics.

    `topics` are ids and titles. Without a navigation (`nav` is None) the usual one is taken, with the hand-written
    pages (`written`) behind it; MkDocs itself would list every blank. One that leaves the topics out stays so.
    """
    if nav is None:
        nav = [*({title: path} for title, path in _USUAL if path in blanks), *written]
    named = set(_paths(nav))
    lines = [
        # The theme prints titles as they are, so they have to be HTML by now.
        {escape(title): path}
        for path, title in ((f"topics/{topic_id}/index.md", title) for topic_id, title in topics)
        if path in blanks and path not in named
    ]
    return [_placed(line, lines) for line in nav] if isinstance(nav, list) else nav


def _placed(line: Any, lines: Sequence[dict[str, str]]) -> Any:
    if line == _TOPICS:
        return {"Topics": [_TOPICS, *lines]}
    if isinstance(line, dict):
        return {title: _below(below, lines) for title, below in line.items()}
    return line


def _below(below: Any, lines: Sequence[dict[str, str]]) -> Any:
    if below == _TOPICS:
        return [_TOPICS, *lines]
    if isinstance(below, list):
        if _TOPICS in below:
            return [*below, *lines]
        return [_placed(line, lines) for line in below]
    return below


def _paths(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    for line in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _paths(line)
