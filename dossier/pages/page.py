"""A page as planned: where it goes, which template shows it, and how its view is made.

HTML is left to `render`. Views are made when they are asked for, so that a process makes only those of its own pages.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from dossier.linked import Named, address
from dossier.linked.subscription import feed_title
from dossier.model import Person, Settings


class Link(NamedTuple):
    """An address of this site, and the words that lead there."""

    address: str
    words: str


def link_of_party(party: Named) -> Link:
    """Return the link to a party's page."""
    return Link(address.party(party.id), party.name)


def link_of_topic(topic: Named) -> Link:
    """Return the link to a topic's page."""
    return Link(address.topic(topic.id), topic.name)


def party_link(party: Named | None) -> Link | None:
    """Return the link to the page of a claim's party, or None where it names none."""
    return link_of_party(party) if party else None


def link_of_person(person: Person) -> Link:
    """Return the link to a person's page."""
    return Link(address.person(person.id), person.name)


def person_link(person: Person | None) -> Link | None:
    """Return the link to the page of who said a claim, or None where it names nobody."""
    return link_of_person(person) if person else None


def topic_links(topics: Iterable[Named]) -> tuple[Link, ...]:
    """Return links to the pages of topics."""
    return tuple(link_of_topic(topic) for topic in topics)


class FeedLink(NamedTuple):
    """A feed that a page advertises. `scope` is what its address has."""

    scope: str
    title: str


def feed_links(settings: Settings, topics: Iterable[Named] = (), parties: Iterable[Named] = ()) -> tuple[FeedLink, ...]:
    """Return the feeds of a page about some topics or parties: those of its topics and parties first, then that of everything."""
    about = [(topic.id, topic) for topic in topics] + [(address.party_scope(party.id), party) for party in parties]
    return (
        *(FeedLink(scope, feed_title(settings, each)) for scope, each in about),
        FeedLink(address.ALL_FEED, feed_title(settings, None)),
    )


class Toc(NamedTuple):
    """One line of a page's table of contents. `anchor` is the id of a section, without the hash."""

    anchor: str
    title: str
    children: tuple["Toc", ...] = ()


def sections(titles: Mapping[str, str], *anchors: str) -> tuple[Toc, ...]:
    """Return lines of a table of contents: sections by their anchors, with their titles."""
    return tuple(Toc(anchor, titles[anchor]) for anchor in anchors)


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
    show, and would stand in the way of what they lead to. `modified` is the authored time of the newest change that it shows, and
    `published` that of the oldest, or empty. `canonical` is the address of another page that has what stood here, or
    empty. `linked` gives what structured data tells of it beyond the page itself.
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
    searched: bool = True
    canonical: str = ""
    linked: Callable[[], Iterable[dict[str, Any]]] = field(default=tuple, repr=False, compare=False)

    @property
    def listed(self) -> bool:
        """Whether it stands in the site map: every page but old addresses and the one for those that lead nowhere."""
        return self.address != address.NOT_FOUND and not self.canonical

    @property
    def view(self) -> View:
        """The view, made anew each time: a large site has no room to keep them all."""
        return self.build()
