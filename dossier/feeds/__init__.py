"""The feeds: major updates as RSS 2.0, Atom and JSON Feed 1.1, and a list of all feeds (OPML).

Ids, order and times come only from the updates themselves, so that a rebuild, a new address or a new title shows
subscribers nothing twice. The HTML of an update is left to `render`.
"""

from dossier.feeds.write_feeds import FeedPage, FeedWriter, feed_pages, write, write_list

__all__ = ["FeedPage", "FeedWriter", "feed_pages", "write", "write_list"]
