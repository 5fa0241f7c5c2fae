"""The documents of all feeds: live feeds and archive pages in each form, and the list of all feeds.

Deciding which documents have to be made is left to `pipeline`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from dossier.feeds.feedgen_xml import feed_xml, update_xml
from dossier.feeds.head import Head, head
from dossier.feeds.json_feed import feed_json, update_json
from dossier.feeds.opml import opml
from dossier.feeds.published_update import Content, notice
from dossier.library import Library, feed_updates, quiet_since, subscriptions
from dossier.linked import LinkedClaim, LinkedUpdate, Stamped, address
from dossier.linked.subscription import MEDIA_TYPES, Subscription, archive_pages, mended_at
from dossier.model import Settings

_BETWEEN = {"atom": b"\n", "rss": b"\n", "json": b",\n"}
_KEPT = 1024
"""Updates that are kept in all forms at most, some 25 KB each. One stands in several documents."""


class ToldUpdate(NamedTuple):
    """An update with the claims that it names."""

    update: LinkedUpdate
    claims: tuple[LinkedClaim, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FeedPage(Stamped):
    """A live feed (`number` is None) or one archive page of it, whatever the form. `updates` stand newest first.

    `pages` counts the archive pages; `quiet_since` is the time that a feed without updates bears.
    """

    feed: Subscription
    number: int | None
    pages: int
    updates: tuple[ToldUpdate, ...]
    quiet_since: str

    def address(self, form: str) -> str:
        """Return the address of this document in one of the forms `rss`, `atom` and `json`."""
        scope = self.feed.scope
        return address.feed(scope, form) if self.number is None else address.feed_archive(scope, self.number, form)


def feed_pages(library: Library) -> Iterator[FeedPage]:
    """Yield every feed document; those that tell of the same updates stand near each other, the newest last."""
    size = library.settings.feed_size
    found = []
    for scope, feed in subscriptions(library).items():
        told = [
            ToldUpdate(linked, tuple(library.claims[each] for each in linked.claims))
            for linked in feed_updates(library, scope)
        ]
        quiet = quiet_since(library, scope).isoformat()
        pages = archive_pages(library.settings, len(told))
        oldest_first = told[::-1]
        for number in range(1, pages + 1):
            part = oldest_first[(number - 1) * size : number * size]
            found.append(FeedPage(feed, number, pages, tuple(part[::-1]), quiet))
        found.append(FeedPage(feed, None, pages, tuple(told[:size]), quiet))
    yield from sorted(found, key=lambda page: page.updates[0].update.update.at.timestamp() if page.updates else 0.0)


class FeedWriter:
    """Writes the feed documents of one site. An update's words are made once and stand in every document that has it.

    `content` gives the full HTML of an update, with U+E000 in front of each address of the site.
    """

    def __init__(self, settings: Settings, content: Content) -> None:
        """Make a writer for the site with these settings."""
        self._settings = settings
        self._content = content
        self._forms = lru_cache(maxsize=_KEPT)(self._make)

    def write(self, page: FeedPage, form: str) -> bytes:
        """Return one document in one of the forms `rss`, `atom` and `json`."""
        times = [mended_at(told.update) for told in page.updates]
        updated = max(times) if times else datetime.fromisoformat(page.quiet_since)
        opening, closing = _frame(form, head(page.feed, self._settings, updated, page.pages, page.number))
        body = _BETWEEN[form].join(self._forms(told)[form] for told in page.updates)
        return b"".join((opening.encode(), body, closing.encode()))

    def _make(self, told: ToldUpdate) -> dict[str, bytes]:
        one = notice(told.update, told.claims, self._settings, self._content)
        entry, item = update_xml(one)
        return {"atom": entry.encode(), "rss": item.encode(), "json": update_json(one).encode()}


def _frame(form: str, about: Head) -> tuple[str, str]:
    return feed_json(about) if form == "json" else feed_xml(form, about)


def write(library: Library, content: Content) -> Iterator[tuple[str, bytes]]:
    """Yield every feed document as its address and bytes, and last the list of all feeds (OPML)."""
    writer = FeedWriter(library.settings, content)
    for page in feed_pages(library):
        for form in MEDIA_TYPES:
            yield page.address(form), writer.write(page, form)
    yield address.OPML, write_list(library)


def write_list(library: Library) -> bytes:
    """Return the list of all feeds as OPML."""
    return opml([feed for feed in subscriptions(library).values() if not feed.goes_on], library.settings)
