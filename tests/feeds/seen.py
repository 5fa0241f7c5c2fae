"""What a subscriber sees of a feed, read back from its bytes: the same record from every form.

Never shares a line with what writes the feeds.
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
class SeenUpdate:
    guid: str
    title: str
    url: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    categories: tuple[str, ...]


@dataclass(frozen=True)
class SeenFeed:
    """One document. `id` is empty for RSS, which has no such thing."""

    id: str
    title: str
    page: str
    updated: datetime
    updates: tuple[SeenUpdate, ...]


def form_of(address: str) -> str:
    """Return the form of a feed document by its address, or nothing for what is no feed."""
    return FORMS.get(address.rpartition("/")[2], "")


def live(documents: Mapping[str, bytes]) -> dict[str, dict[str, bytes]]:
    """Return the live feeds: `{scope: {form: document}}`."""
    feeds: dict[str, dict[str, bytes]] = {}
    for address, document in documents.items():
        parts = address.split("/")
        if len(parts) == 3 and form_of(address):
            feeds.setdefault(parts[1], {})[form_of(address)] = document
    return feeds


def see(document: bytes, form: str) -> SeenFeed:
    """Return what stands in a document of a form."""
    return {"rss": _rss, "atom": _atom, "json": _json}[form](document)


def _rss(document: bytes) -> SeenFeed:
    channel = etree.fromstring(document)[0]
    return SeenFeed(
        "",
        channel.findtext("title", ""),
        channel.findtext("link", ""),
        parsedate_to_datetime(channel.findtext("lastBuildDate", "")),
        tuple(
            SeenUpdate(
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


def _atom(document: bytes) -> SeenFeed:
    root = etree.fromstring(document)

    def page(element: etree._Element) -> str:
        links = [link for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        return links[0].get("href", "")

    return SeenFeed(
        root.findtext(f"{ATOM}id", ""),
        root.findtext(f"{ATOM}title", ""),
        page(root),
        datetime.fromisoformat(root.findtext(f"{ATOM}updated", "")),
        tuple(
            SeenUpdate(
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


def _json(document: bytes) -> SeenFeed:
    feed = json.loads(document)
    return SeenFeed(
        feed["_dossier"]["id"],
        feed["title"],
        feed["home_page_url"],
        datetime.fromisoformat(feed["_dossier"]["updated"]),
        tuple(
            SeenUpdate(
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
