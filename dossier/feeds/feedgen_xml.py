"""Writes feeds with feedgen, corrected by subclasses and extensions where feedgen's output is wrong or incomplete.

Not thread-safe: for each RSS date feedgen sets the locale of the process. The content is left to `published_update` and
`head`.
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
from dossier.linked.subscription import MEDIA_TYPES

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
        """Return the usual prefix, as some readers know elements by their prefix."""
        return {"fh": HISTORY}

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        """Mark an archive page; feedgen writes its links."""
        if self.is_archive:
            etree.SubElement(feed, f"{{{HISTORY}}}archive")
        return feed

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Mark an archive page and add its links, as feedgen writes only `self` in RSS."""
        channel = feed[0]
        for link in self.links:
            if link["rel"] not in ("self", "alternate"):
                etree.SubElement(channel, f"{{{ATOM}}}link", dict(link))
        if self.is_archive:
            etree.SubElement(channel, f"{{{HISTORY}}}archive")
        return feed


class _UpdateTimesAbove(BaseExtension):  # type: ignore[misc]
    """Declares the prefix that `_UpdateTimes` uses, in the root of RSS."""

    def extend_ns(self) -> dict[str, str]:
        """Return the prefix, which each update would declare otherwise."""
        return {"dcterms": DCTERMS}


class _UpdateTimes(BaseEntryExtension):  # type: ignore[misc]
    """The times at which an update was published and last corrected, for RSS."""

    published: datetime
    updated: datetime
    links: Sequence[Mapping[str, str]] = ()

    def extend_rss(self, entry: etree._Element) -> etree._Element:
        """Add both times, and links between a correction and what it corrects, for which RSS has no element.

        `pubDate` is written here, as feedgen would set the locale of the process twice for each.
        """
        etree.SubElement(entry, "pubDate").text = format_datetime(self.published)
        etree.SubElement(entry, f"{{{DCTERMS}}}modified").text = self.updated.isoformat()
        for link in self.links:
            if link["rel"] != "alternate":
                etree.SubElement(entry, f"{{{ATOM}}}link", dict(link))
        return entry


class _Update(FeedEntry):  # type: ignore[misc]
    def atom_entry(self, extensions: bool = True) -> etree._Element:
        """Return the Atom entry with all attributes of its links; feedgen keeps only `href`, and two such links are invalid."""
        entry: etree._Element = super().atom_entry(extensions)
        for element, link in zip(entry.findall("link"), self.link(), strict=True):
            element.attrib.update(link)
        return entry


def update_xml(notice: Notice) -> tuple[str, str]:
    """Return one update as an Atom `entry` and as an RSS `item`, without the namespaces that `feed_xml` declares."""
    entry = _Update()
    entry.id(notice.tag)
    entry.title(notice.title)
    links = [{"rel": "alternate", "type": "text/html", "href": notice.url}]
    links += [{"rel": "related", "type": "text/html", "href": url} for url in _related(notice)]
    entry.link(links)
    # feedgen writes the summary as text in Atom and as HTML in RSS; escaped and declared as HTML it is right in both.
    entry.summary(escape(notice.summary, quote=False), type="html")
    # The type "CDATA" would write a type that Atom does not have.
    entry.content(notice.content, type="html")
    entry.category([{"term": topic, "label": title} for topic, title in notice.topics])
    # The default is the time of the build.
    entry.updated(notice.updated)
    entry.register_extension("times", _UpdateTimes)
    entry.times.published, entry.times.updated, entry.times.links = notice.published, notice.updated, links
    item = entry.rss_entry()
    # Set after the RSS is made, so that feedgen does not write the date there itself.
    entry.published(notice.published)
    return etree.tostring(entry.atom_entry(), encoding="unicode"), _without_namespaces(item)


def _related(notice: Notice) -> list[str]:
    corrected_by = [url for _, url in notice.corrected_by]
    return [notice.corrects[1], *corrected_by] if notice.corrects else corrected_by


def _without_namespaces(item: etree._Element) -> str:
    """Return an RSS item without declarations of prefixes, which are in the root of the document."""
    root = etree.Element("rss", nsmap=_RSS_PREFIXES)
    root.append(item)
    return etree.tostring(root, encoding="unicode").removeprefix(_OPENING).removesuffix("</rss>")


def feed_xml(form: str, head: Head) -> tuple[str, str]:
    """Return a feed document without its updates, as `atom` or `rss`: the text before and the text after them."""
    feed: Any = FeedGenerator()
    feed.id(head.tag)
    feed.title(head.title)
    # In Atom the description is called subtitle.
    feed.subtitle(head.description)
    feed.description(head.description)
    feed.author(name=head.author, uri=head.site)
    feed.language(head.language)
    if head.rights:
        feed.rights(head.rights)
    # Without a version, so that a new feedgen changes no feed.
    feed.generator("Dossier")
    # Also sets `lastBuildDate` of RSS. The default is the time of the build.
    feed.updated(head.updated)
    # RSS takes the last link as its own, so the link to the page comes last.
    links = [{"rel": rel, "type": MEDIA_TYPES[form], "href": url} for rel, url in head.links[form].items()]
    feed.link([*links, {"rel": "alternate", "type": "text/html", "href": head.page}])
    feed.register_extension("history", _FeedHistory)
    feed.register_extension("times", _UpdateTimesAbove, atom=False)
    feed.history.links, feed.history.is_archive = links, head.is_archive
    # The author of an RSS feed must have an e-mail address; that of Dublin Core may be a name.
    feed.load_extension("dc", atom=False)
    feed.dc.dc_creator(head.author)
    text: str = (feed.atom_str if form == "atom" else feed.rss_str)(encoding="unicode", xml_declaration=False)
    closing = "</feed>" if form == "atom" else "</channel></rss>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text.removesuffix(closing)}\n', f"\n{closing}\n"
