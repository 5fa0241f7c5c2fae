"""Checks whether documents are valid RSS 2.0, Atom or JSON Feed 1.1, by tables of rules.

It is independent of the code that writes feeds. The grammar of Atom is left to its RELAX NG schema; the rules here are
those that the grammar cannot express.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DCTERMS = "{http://purl.org/dc/terms/}"
HISTORY = "{http://purl.org/syndication/history/1.0}"

Element = etree._Element
Rule = Callable[[Any], Iterator[str]]

_RSS_DATE = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UT)",
    re.ASCII,
)
_WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)", re.ASCII)
_WEB = re.compile(r"https?://[^\s<>\"/]+(?:/[^\s<>\"]*)?")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_TAG = re.compile(r"tag:([a-z0-9.-]+|[^@\s]+@[a-z0-9.-]+),(\d{4})(?:-(\d\d)(?:-(\d\d))?)?:\S+", re.ASCII)
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LINKED = re.compile(
    r"""<[^>]*?\s(?:href|src|cite|poster|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_ACTIVE = re.compile(
    r"<\s*(?:script|iframe|object|embed|form|style|link|base|meta)\b|\son\w+\s*=|javascript:", re.IGNORECASE
)

CHANNEL_ONCE = "title link description language copyright managingEditor webMaster pubDate lastBuildDate generator docs ttl".split()
CHANNEL_KNOWN = {*CHANNEL_ONCE, *"category cloud image rating textInput skipHours skipDays item".split()}
ITEM_ONCE = "title link description author comments enclosure guid pubDate source".split()
ITEM_KNOWN = {*ITEM_ONCE, "category"}

JSON_FEED = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "description": str,
    "user_comment": str,
    "next_url": str,
    "icon": str,
    "favicon": str,
    "authors": list,
    "language": str,
    "expired": bool,
    "hubs": list,
    "items": list,
}
JSON_ITEM = {
    "id": str,
    "url": str,
    "external_url": str,
    "title": str,
    "content_html": str,
    "content_text": str,
    "summary": str,
    "image": str,
    "banner_image": str,
    "date_published": str,
    "date_modified": str,
    "authors": list,
    "tags": list,
    "language": str,
    "attachments": list,
}


def linked(html: str) -> list[str]:
    """Return every address that HTML leads to or loads."""
    return ["".join(found) for found in _LINKED.findall(html)]


def is_tag_uri(text: str) -> bool:
    """Return whether a text is a `tag:` URI (RFC 4151) whose date exists."""
    found = _TAG.fullmatch(text)
    if not found:
        return False
    year, month, day = (int(part or 1) for part in found.groups()[1:])
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _html_faults(html: str) -> Iterator[str]:
    if _ACTIVE.search(html):
        yield "content runs nothing"
    if any(not _URI.fullmatch(url) for url in linked(html)):
        yield "addresses in content are absolute"


def _text(parent: Element, name: str) -> str | None:
    found = parent.find(name)
    return None if found is None else (found.text or "")


def _rss_channel(root: Element) -> Iterator[str]:
    if root.tag != "rss" or root.get("version") != "2.0":
        yield "the root is rss 2.0"
    channels = root.findall("channel")
    if len(channels) != 1:
        yield "there is one channel"
    for channel in channels:
        if any(not _text(channel, name) for name in ("title", "link", "description")):
            yield "a channel has title, link and description"
        if any(len(channel.findall(name)) > 1 for name in CHANNEL_ONCE):
            yield "a channel says nothing twice"
        if any(child.tag not in CHANNEL_KNOWN for child in channel if "{" not in str(child.tag)):
            yield "a channel has only what RSS knows"
        if (language := _text(channel, "language")) is not None and not _LANGUAGE.fullmatch(language):
            yield "a language is a language tag"
        if (ttl := _text(channel, "ttl")) is not None and not ttl.isdecimal():
            yield "a time to live is a number"
        if not [link for link in channel.findall(f"{ATOM}link") if link.get("rel") == "self"]:
            yield "a channel says where it is itself"


def _rss_addresses(root: Element) -> Iterator[str]:
    urls = [element.text or "" for element in root.iter("link", "docs", "comments")]
    urls += [link.get("href", "") for link in root.iter(f"{ATOM}link")]
    urls += [element.get("url", "") for element in root.iter("enclosure", "source")]
    if any(not _WEB.fullmatch(url) for url in urls):
        yield "addresses are absolute"


def _rss_dates(root: Element) -> Iterator[str]:
    for element in root.iter("pubDate", "lastBuildDate"):
        text = element.text or ""
        if not _RSS_DATE.fullmatch(text):
            yield "a date is of RFC 822, with a zone and four digits of year"
        else:
            weekday = _WEEKDAYS[parsedate_to_datetime(text).weekday()]
            if "," in text and not text.startswith(weekday):
                yield "a weekday is that of its date"
    if any(not _RFC3339.fullmatch(element.text or "") for element in root.iter(f"{DCTERMS}modified")):
        yield "a time of change is of RFC 3339"


def _rss_items(root: Element) -> Iterator[str]:
    guids = Counter(_text(item, "guid") for item in root.iter("item"))
    if any(guid is not None and count > 1 for guid, count in guids.items()):
        yield "a guid stands once"
    for item in root.iter("item"):
        if not (_text(item, "title") or _text(item, "description")):
            yield "an update has a title or a description"
        if any(len(item.findall(name)) > 1 for name in (*ITEM_ONCE, f"{CONTENT}encoded", f"{DCTERMS}modified")):
            yield "an update says nothing twice"
        if any(child.tag not in ITEM_KNOWN for child in item if "{" not in str(child.tag)):
            yield "an update has only what RSS knows"
        guid = item.find("guid")
        if guid is None or not guid.text:
            yield "an update has a guid"
        elif guid.get("isPermaLink", "true") == "true" and not _WEB.fullmatch(guid.text):
            yield "a guid that is a permalink is an address"
        for name in ("description", f"{CONTENT}encoded"):
            yield from _html_faults(_text(item, name) or "")


def _rss_optional(root: Element) -> Iterator[str]:
    for item in root.iter("item"):
        if any(not (category.text or "").strip() for category in item.findall("category")):
            yield "a category has a name"
        if (author := _text(item, "author")) is not None and not _MAIL.search(author):
            yield "an author has an electronic address"
        for enclosure in item.findall("enclosure"):
            if not (enclosure.get("length", "").isdecimal() and enclosure.get("type")):
                yield "an enclosure has length and type"


def _no_stylesheet(root: Element) -> Iterator[str]:
    before = root.getprevious()
    while before is not None:
        if isinstance(before, etree._ProcessingInstruction) and before.target == "xml-stylesheet":
            yield "no style sheet is named"
        before = before.getprevious()


RSS_RULES: tuple[Rule, ...] = (_rss_channel, _rss_addresses, _rss_dates, _rss_items, _rss_optional, _no_stylesheet)


def _atom_ids(root: Element) -> Iterator[str]:
    ids = [_text(entry, f"{ATOM}id") or "" for entry in root.iter(f"{ATOM}entry")]
    if len(set(ids)) < len(ids):
        yield "an id stands once"
    if (feed := _text(root, f"{ATOM}id") or "") in ids:
        yield "a feed's id is no update's"
    if any(not _URI.fullmatch(one) for one in (feed, *ids)):
        yield "an id is a URI"


def _atom_links(root: Element) -> Iterator[str]:
    for element in (root, *root.iter(f"{ATOM}entry")):
        alternates = Counter(
            (link.get("type"), link.get("hreflang"))
            for link in element.findall(f"{ATOM}link")
            if link.get("rel", "alternate") == "alternate"
        )
        if any(count > 1 for count in alternates.values()):
            yield "of alternates of one type there is one"
        if element is not root and not alternates:
            yield "an update has a page"
    if any(not _WEB.fullmatch(link.get("href", "")) for link in root.iter(f"{ATOM}link")):
        yield "addresses are absolute"
    if not [link for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]:
        yield "a feed says where it is itself"


def _atom_times(root: Element) -> Iterator[str]:
    for entry in root.iter(f"{ATOM}entry"):
        published, updated = _text(entry, f"{ATOM}published"), _text(entry, f"{ATOM}updated")
        if published and updated and datetime.fromisoformat(published) > datetime.fromisoformat(updated):
            yield "nothing changes before it is published"


def _atom_authors(root: Element) -> Iterator[str]:
    entries = root.findall(f"{ATOM}entry")
    if root.find(f"{ATOM}author") is None and (
        not entries or any(entry.find(f"{ATOM}author") is None for entry in entries)
    ):
        yield "there is an author"


def _atom_content(root: Element) -> Iterator[str]:
    for element in root.iter(f"{ATOM}content", f"{ATOM}summary"):
        if element.get("type") == "html":
            yield from _html_faults(element.text or "")


ATOM_RULES: tuple[Rule, ...] = (_atom_ids, _atom_links, _atom_times, _atom_authors, _atom_content, _no_stylesheet)


def _json_shape(feed: dict[str, Any]) -> Iterator[str]:
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "the version is 1.1"
    if any(name not in feed for name in ("version", "title", "items")):
        yield "a feed has version, title and items"
    for known, values in ((JSON_FEED, [feed]), (JSON_ITEM, feed.get("items", []))):
        for value in values:
            if any(name not in known and not name.startswith("_") for name in value):
                yield "there is only what JSON Feed knows"
            if any(name in value and not isinstance(value[name], kind) for name, kind in known.items()):
                yield "values are of their types"


def _json_items(feed: dict[str, Any]) -> Iterator[str]:
    items = [item for item in feed.get("items", ()) if isinstance(item, dict)]
    if any(not item.get("id") for item in items):
        yield "an update has an id"
    ids = [item.get("id") for item in items]
    if len(set(ids)) < len(ids):
        yield "an id stands once"
    for item in items:
        if not (item.get("content_html") or item.get("content_text")):
            yield "an update has content"
        if any(not isinstance(tag, str) or not tag.strip() for tag in item.get("tags", ())):
            yield "a category has a name"
        yield from _html_faults(str(item.get("content_html", "")))


def _json_addresses(feed: dict[str, Any]) -> Iterator[str]:
    items = [item for item in feed.get("items", ()) if isinstance(item, dict)]
    urls = [feed[name] for name in ("home_page_url", "feed_url", "next_url", "icon", "favicon") if name in feed]
    urls += [item[name] for item in items for name in ("url", "external_url", "image") if name in item]
    urls += [author["url"] for value in (feed, *items) for author in value.get("authors", ()) if "url" in author]
    if any(not _WEB.fullmatch(str(url)) for url in urls):
        yield "addresses are absolute"
    if feed.get("next_url") and feed["next_url"] == feed.get("feed_url"):
        yield "the next page is another page"


def _json_words(feed: dict[str, Any]) -> Iterator[str]:
    items = [item for item in feed.get("items", ()) if isinstance(item, dict)]
    for value in (feed, *items):
        if any(not {"name", "url", "avatar"} & set(author) for author in value.get("authors", ())):
            yield "an author has a name"
        if "language" in value and not _LANGUAGE.fullmatch(str(value["language"])):
            yield "a language is a language tag"
    for item in items:
        times = [str(item[name]) for name in ("date_published", "date_modified") if name in item]
        if any(not _RFC3339.fullmatch(time) for time in times):
            yield "a date is of RFC 3339"
        elif len(times) == 2 and datetime.fromisoformat(times[0]) > datetime.fromisoformat(times[1]):
            yield "nothing changes before it is published"


JSON_RULES: tuple[Rule, ...] = (_json_shape, _json_items, _json_addresses, _json_words)


def _faults(rules: tuple[Rule, ...], document: Any) -> list[str]:
    return sorted({fault for rule in rules for fault in rule(document)})


def _parsed(raw: bytes) -> Element | None:
    try:
        return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None


def rss_faults(raw: bytes) -> list[str]:
    """Return the rules of RSS 2.0 that a document breaks, sorted."""
    root = _parsed(raw)
    return ["it is well-formed"] if root is None else _faults(RSS_RULES, root)


def atom_faults(raw: bytes) -> list[str]:
    """Return the rules of Atom beyond its grammar that a document breaks, sorted."""
    root = _parsed(raw)
    return ["it is well-formed"] if root is None else _faults(ATOM_RULES, root)


def json_faults(raw: bytes) -> list[str]:
    """Return the rules of JSON Feed 1.1 that a document breaks, sorted."""
    try:
        feed = json.loads(raw)
    except ValueError:
        return ["it is well-formed"]
    return _faults(JSON_RULES, feed) if isinstance(feed, dict) else ["it is well-formed"]


FAULTS: dict[str, Callable[[bytes], list[str]]] = {"rss": rss_faults, "atom": atom_faults, "json": json_faults}
