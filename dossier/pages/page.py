"""A page as planned: where it goes, which template shows it, and how its view is made.

Never holds HTML, and makes no view before one is asked for: a worker that renders some of the pages makes only their views.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol


class Link(NamedTuple):
    """An address of this site, and the words that lead there."""

    address: str
    words: str


class FeedLink(NamedTuple):
    """A feed that a page advertises. `scope` is a topic's id or `all`."""

    scope: str
    title: str


class Toc(NamedTuple):
    """One line of a page's table of contents. `anchor` is the id of a section, without the hash."""

    anchor: str
    title: str
    children: tuple["Toc", ...] = ()


class View(Protocol):
    """What a template is given, as the name `view`: a frozen dataclass with everything ready to print."""

    @property
    def toc(self) -> tuple[Toc, ...]:
        """The sections of the page, in their order; empty where there is nothing to choose from."""
        ...


@dataclass(frozen=True)
class Page:
    """One page of the site.

    `kind` names the frame it is stamped into, `template` is relative to `templates/`. `description` is one plain
    sentence or two, for results lists. `feeds` stand in the order in which the page advertises them. `topics` and
    `parties` are names that search filters by; `label` is the kind of page in a reader's word, or empty for one
    that only lists others: search offers no such kind, and puts it below them. A page that is `listed` is in the site
    map, and one that is `searched` as well is in search too; the rest are about the machinery, or repeat what others
    show, and would stand in the way of what they lead to. `date` is that of the claims which a page shows in full, where they are of one time. `modified` is the authored time of the newest change that it shows, and
    `published` that of the oldest, or empty. `linked` gives what structured data tells of it beyond the page itself.
    """

    address: str
    kind: str
    template: str
    title: str
    description: str
    build: Callable[[], View] = field(repr=False, compare=False)
    feeds: tuple[FeedLink, ...] = ()
    label: str = ""
    topics: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    modified: str = ""
    published: str = ""
    listed: bool = True
    searched: bool = True
    date: str = ""
    linked: Callable[[], Iterable[dict[str, Any]]] = field(default=tuple, repr=False, compare=False)

    @property
    def view(self) -> View:
        """The view, made anew each time: a large site has no room to keep them all."""
        return self.build()
