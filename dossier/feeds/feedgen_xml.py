"""feedgen, mended where it writes feeds that readers stumble over. The only module that knows feedgen.

Never mends by changing feedgen itself: subclasses and its own extension points do, each for the reason beside it.
Not for two threads at once: for each date of RSS feedgen sets the locale of the whole process.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from email.utils import format_datetime
from html import escape
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from dossier.feeds.head import Head
from dossier.feeds.published_update import Notice
from dossier.library.subscription import MEDIA_TYPES

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DCTERMS = "http://purl.org/dc/terms/"
HISTORY = "http://purl.org/syndication/history/1.0"
_RSS_PREFIXES = {"atom": ATOM, "content": CONTENT, "dcterms": DCTERMS, "fh": HISTORY}
_OPENING = etree.tostring(etree.Element("rss", nsmap=_RSS_PREFIXES), encoding="unicode").removesuffix("/>") + ">"


class _FeedHistory(BaseExtension):  # type: ignore[misc]
    """Where a feed's older updates are (RFC 5005)."""

    is_archive = False
    links: Sequence[Mapping[str, str]] = ()

    def extend_ns(self) -> dict[str, str]:
        """Return prefixes, so that readers which know names by prefix alone find the usual ones."""
        return {"fh": HISTORY}

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        """Mark an archive page; its links feedgen writes itself."""
        if self.is_archive:
            etree.SubElement(feed, f"{{{HISTORY}}}archive")
        return feed

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Mark an archive page and add its links: of all links feedgen writes only `self` to RSS."""
        channel = feed[0]
        for link in self.links:
            if link["rel"] not in ("self", "alternate"):
                etree.SubElement(channel, f"{{{ATOM}}}link", dict(link))
        if self.is_archive:
            etree.SubElement(channel, f"{{{HISTORY}}}archive")
        return feed


class _UpdateTimesAbove(BaseExtension):  # type: ignore[misc]
    """Declares in the head of RSS what `_UpdateTimes` writes below it."""

    def extend_ns(self) -> dict[str, str]:
        """Return the prefix; without this each update would declare it again."""
        return {"dcterms": DCTERMS}


class _UpdateTimes(BaseEntryExtension):  # type: ignore[misc]
    """When an update was published and last mended, for RSS."""

    published: datetime
    updated: datetime
    links: Sequence[Mapping[str, str]] = ()

    def extend_rss(self, entry: etree._Element) -> etree._Element:
        """Add both times, and where a correction and what it mends are: RSS has no words for the latter two.

        `pubDate` is written here and not by feedgen, which would set the locale of the process twice for each.
        """
        etree.SubElement(entry, "pubDate").text = format_datetime(self.published)
        etree.SubElement(entry, f"{{{DCTERMS}}}modified").text = self.updated.isoformat()
        for link in self.links:
            if link["rel"] != "alternate":
                etree.SubElement(entry, f"{{{ATOM}}}link", dict(link))
        return entry


class _Update(FeedEntry):  # type: ignore[misc]
    def atom_entry(self, extensions: bool = True) -> etree._Element:
        """Return the Atom entry with its links whole: feedgen drops all but `href`, and two such links are invalid."""
        entry: etree._Element = super().atom_entry(extensions)
        for bare, link in zip(entry.findall("link"), self.link(), strict=True):
            bare.attrib.update(link)
        return entry


def update_xml(notice: Notice) -> tuple[str, str]:
    """Return one update as an Atom `entry` and as an RSS `item`, fit to stand in the documents of `feed_xml`."""
    entry = _Update()
    entry.id(notice.tag)
    entry.title(notice.title)
    links = [{"rel": "alternate", "type": "text/html", "href": notice.url}]
    links += [{"rel": "related", "type": "text/html", "href": url} for url in _related(notice)]
    entry.link(links)
    # feedgen gives one summary to Atom as text and to RSS as HTML: escaped, and called HTML, it is right in both.
    entry.summary(escape(notice.summary, quote=False), type="html")
    # Its "CDATA" would write a type that Atom does not have.
    entry.content(notice.content, type="html")
    entry.category([{"term": topic, "label": title} for topic, title in notice.topics])
    # Both default to the time of the build, or to nothing.
    entry.updated(notice.updated)
    entry.register_extension("times", _UpdateTimes)
    entry.times.published, entry.times.updated, entry.times.links = notice.published, notice.updated, links
    item = entry.rss_entry()
    # Set after the RSS is made, so that feedgen does not write the date there itself.
    entry.published(notice.published)
    return etree.tostring(entry.atom_entry(), encoding="unicode"), _bare(item)


def _related(notice: Notice) -> list[str]:
    mended = [url for _, url in notice.mended]
    return [notice.mends[1], *mended] if notice.mends else mended


def _bare(item: etree._Element) -> str:
    """Return an RSS item without declarations of prefixes, which stand in the head of the document."""
    frame = etree.Element("rss", nsmap=_RSS_PREFIXES)
    frame.append(item)
    return etree.tostring(frame, encoding="unicode").removeprefix(_OPENING).removesuffix("</rss>")


def feed_xml(form: str, head: Head) -> tuple[str, str]:
    """Return a feed without updates as `atom` or `rss`: what stands before its updates, and what behind them."""
    feed: Any = FeedGenerator()
    feed.id(head.tag)
    feed.title(head.title)
    # Atom calls it subtitle, and feedgen keeps the two apart.
    feed.subtitle(head.description)
    feed.description(head.description)
    feed.author(name=head.author, uri=head.site)
    feed.language(head.language)
    if head.rights:
        feed.rights(head.rights)
    # Without a version: a new feedgen is no change of content.
    feed.generator("Dossier")
    # Defaults to the time of the build, and so does RSS's `lastBuildDate`, which this sets too.
    feed.updated(head.updated)
    # RSS takes the last link that was added for its own, whatever its relation: the page comes last.
    links = [{"rel": rel, "type": MEDIA_TYPES[form], "href": url} for rel, url in head.links[form].items()]
    feed.link([*links, {"rel": "alternate", "type": "text/html", "href": head.page}])
    feed.register_extension("history", _FeedHistory)
    feed.register_extension("times", _UpdateTimesAbove, atom=False)
    feed.history.links, feed.history.is_archive = links, head.is_archive
    # The author of an RSS feed has to have an electronic address; Dublin Core's may be a name.
    feed.load_extension("dc", atom=False)
    feed.dc.dc_creator(head.author)
    text: str = (feed.atom_str if form == "atom" else feed.rss_str)(encoding="unicode", xml_declaration=False)
    closing = "</feed>" if form == "atom" else "</channel></rss>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text.removesuffix(closing)}\n', f"\n{closing}\n"
