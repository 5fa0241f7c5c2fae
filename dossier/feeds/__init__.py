"""Feeds: every change that matters, told once, as RSS 2.0, Atom and JSON Feed 1.1, with a list of all feeds (OPML).

Never takes an identity, an order or a time from anything but what an author wrote: no clock, no address, no title.
"""

from dossier.feeds.write_feeds import write

__all__ = ["write"]
