"""Parses feeds of all forms into the same records, to compare them.

It is independent of the code that writes feeds. Judging the records is left to `checks`.
"""

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from lxml import etree

from tests.feeds.validity import ATOM, CONTENT, DCTERMS

FORMS = {"rss.xml": "rss", "atom.xml": "atom", "feed.json": "json"}


@dataclass(frozen=True)
class ParsedUpdate:
    guid: str
    title: str
    url: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    categories: tuple[str, ...]


@dataclass(frozen=True)
class ParsedFeed:
    """One document. `id` is empty for RSS, which has none."""

    id: str
    title: str
    page: str
    updated: datetime
    updates: tuple[ParsedUpdate, ...]


def form_of(address: str) -> str:
    """Return the form of a feed document by its address, or an empty text for other files."""
    return FORMS.get(address.rpartition("/")[2], "")


def live(documents: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """Return the live feeds: `{scope: {form: document}}`. The scope of a party's feed has a slash."""
    feeds: dict[str, dict[str, bytes]] = {}
    for address, document in documents.items():
        scope = address.removeprefix("feeds/").rpartition("/")[0]
        if "/archive/" not in address and form_of(address):
            feeds.setdefault(scope, {})[form_of(address)] = document
    return feeds


def parse_feed(document: bytes, form: str) -> ParsedFeed:
    """Return the content of a document in one of the forms."""
    return {"rss": _rss, "atom": _atom, "json": _json}[form](document)


def _rss(document: bytes) -> ParsedFeed:
    channel = etree.fromstring(document)[0]
    return ParsedFeed(
        "",
        channel.findtext("title", ""),
        channel.findtext("link", ""),
        parsedate_to_datetime(channel.findtext("lastBuildDate", "")),
        tuple(
            ParsedUpdate(
                one.findtext("guid", ""),
                one.findtext("title", ""),
                one.findtext("link", ""),
                html.unescape(one.findtext("description", "")),
                one.findtext(f"{CONTENT}encoded", ""),
                parsedate_to_datetime(one.findtext("pubDate", "")),
                datetime.fromisoformat(one.findtext(f"{DCTERMS}modified", "")),
                tuple(category.text or "" for category in one.findall("category")),
            )
            for one in channel.findall("item")
        ),
    )


def _atom(document: bytes) -> ParsedFeed:
    root = etree.fromstring(document)

    def page(element: etree._Element) -> str:
        links = [link for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        return links[0].get("href", "")

    return ParsedFeed(
        root.findtext(f"{ATOM}id", ""),
        root.findtext(f"{ATOM}title", ""),
        page(root),
        datetime.fromisoformat(root.findtext(f"{ATOM}updated", "")),
        tuple(
            ParsedUpdate(
                one.findtext(f"{ATOM}id", ""),
                one.findtext(f"{ATOM}title", ""),
                page(one),
                html.unescape(one.findtext(f"{ATOM}summary", "")),
                one.findtext(f"{ATOM}content", ""),
                datetime.fromisoformat(one.findtext(f"{ATOM}published", "")),
                datetime.fromisoformat(one.findtext(f"{ATOM}updated", "")),
                tuple(category.get("label", "") for category in one.findall(f"{ATOM}category")),
            )
            for one in root.findall(f"{ATOM}entry")
        ),
    )


def _json(document: bytes) -> ParsedFeed:
    feed = json.loads(document)
    return ParsedFeed(
        feed["_dossier"]["id"],
        feed["title"],
        feed["home_page_url"],
        datetime.fromisoformat(feed["_dossier"]["updated"]),
        tuple(
            ParsedUpdate(
                one["id"],
                one["title"],
                one["url"],
                one["summary"],
                one["content_html"],
                datetime.fromisoformat(one["date_published"]),
                datetime.fromisoformat(one["date_modified"]),
                tuple(one["tags"]),
            )
            for one in feed["items"]
        ),
    )
