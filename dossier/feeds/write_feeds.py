"""Writes all feeds in one pass from the oldest update to the newest, and lets each page go once it is full.

Never makes an update twice: its words are made once in each form and then stand in every feed that tells of it, so
the work grows with the number of updates and not with its square.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from dossier.feeds.feedgen_xml import feed_xml, update_xml
from dossier.feeds.head import Head, head
from dossier.feeds.json_feed import feed_json, update_json
from dossier.feeds.opml import opml
from dossier.feeds.published_update import Content, notice
from dossier.library import Library, subscription
from dossier.library.subscription import MEDIA_TYPES
from dossier.linked import address

_BETWEEN = {"atom": b"\n", "rss": b"\n", "json": b",\n"}


@dataclass(frozen=True, slots=True)
class _Made:
    updated: datetime
    forms: dict[str, bytes]


def write(library: Library, content: Content) -> Iterator[tuple[str, bytes]]:
    """Yield every feed document as its address and bytes: live feeds and archive pages of all forms, and the OPML.

    `content` gives the full HTML of an update, with U+E000 in front of each address of the site; it is asked once for
    each update that a feed tells of.
    """
    size = library.settings.feed_size
    counts = {scope: len(subscription.told(library, scope)) for scope in subscription.subscriptions(library)}
    pages = {scope: subscription.archive_pages(library, count) for scope, count in counts.items()}
    # The newest page and the live feed overlap, so both are kept at hand for each feed.
    written = dict.fromkeys(counts, 0)
    newest: dict[str, deque[_Made]] = {scope: deque(maxlen=size) for scope in counts}
    for linked in reversed(subscription.told(library, address.ALL_FEED)):
        one = notice(library, linked, content)
        entry, item = update_xml(one)
        forms = {"atom": entry.encode(), "rss": item.encode(), "json": update_json(one).encode()}
        made = _Made(one.updated, forms)
        for scope in (address.ALL_FEED, *linked.topics):
            newest[scope].append(made)
            written[scope] += 1
            number, rest = divmod(written[scope], size)
            if not rest and number <= pages[scope]:
                yield from _documents(library, scope, newest[scope], pages[scope], number)
    for scope, live in newest.items():
        yield from _documents(library, scope, live, pages[scope], None)
    yield address.OPML, opml(library)


def _documents(
    library: Library, scope: str, oldest_first: Iterable[_Made], pages: int, number: int | None
) -> Iterator[tuple[str, bytes]]:
    updates = list(oldest_first)[::-1]
    updated = max(made.updated for made in updates) if updates else subscription.quiet_since(library, scope)
    about = head(library, scope, updated, pages, number)
    for form in MEDIA_TYPES:
        opening, closing = _frame(form, about)
        where = address.feed(scope, form) if number is None else address.feed_archive(scope, number, form)
        body = _BETWEEN[form].join(made.forms[form] for made in updates)
        yield where, b"".join((opening.encode(), body, closing.encode()))


def _frame(form: str, about: Head) -> tuple[str, str]:
    return feed_json(about) if form == "json" else feed_xml(form, about)
