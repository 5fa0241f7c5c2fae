"""The feeds of the site in this repository pass all checks, and every page links to them."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from tests.feeds import checks
from tests.feeds.checks import Documents
from tests.feeds.parsed_feeds import form_of, live, parse_feed
from tests.feeds.validity import FAULTS

TYPES = {"application/atom+xml": "atom", "application/rss+xml": "rss", "application/feed+json": "json"}


class Page(HTMLParser):
    """The ids of a page, and the feeds that it advertises as pairs of media type and address, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.feeds: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if known.get("id"):
            self.ids.add(str(known["id"]))
        if tag == "link" and known.get("rel") == "alternate" and known.get("type") in TYPES:
            self.feeds.append((str(known["type"]), str(known["href"])))


@pytest.fixture(scope="module")
def documents(built_site: Path) -> Documents:
    files = (path for path in (built_site / "feeds").rglob("*") if path.suffix in {".xml", ".json", ".opml"})
    return {path.relative_to(built_site).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, Page]:
    found = {}
    for path in built_site.rglob("*.html"):
        address = path.relative_to(built_site).as_posix().removesuffix("index.html")
        found[address] = Page(path.read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def site(documents: Documents) -> str:
    """The address at which the site says it is published."""
    return str(json.loads(documents["feeds/all/feed.json"])["home_page_url"])


@pytest.mark.parametrize("check", checks.ALL_CHECKS, ids=lambda check: check.__name__)
def test_the_feeds_of_the_site_pass_all_checks(documents: Documents, check: object) -> None:
    assert callable(check)
    assert len(live(documents)) > 4
    assert check(documents) == []


def test_every_address_in_content_exists(documents: Documents, site: str, pages: dict[str, Page]) -> None:
    ids = {address: page.ids for address, page in pages.items()}
    assert checks.addresses_resolve(documents, site, ids) == []
    told = next(address for address in ids if re.fullmatch(r"updates/[^/]+/", address))
    del ids[told]
    assert checks.addresses_resolve(documents, site, ids) != []


def test_the_list_of_feeds_is_complete(documents: Documents, site: str) -> None:
    assert checks.subscriptions_exist(documents, site) == []


def test_feedparser_reads_every_feed_with_one_entry_for_each_major_update(
    built_site: Path, documents: Documents
) -> None:
    log = json.loads((built_site / "data/updates.json").read_text("utf-8"))["updates"]
    major = {one["tag"] for one in log if one["in_feeds"]}
    assert major
    size = len(parse_feed(documents["feeds/all/feed.json"], "json").updates)
    told: set[str] = set()
    for address, raw in documents.items():
        if form_of(address) in ("atom", "rss"):
            read = feedparser.parse(raw)
            assert not read.bozo, (address, read.get("bozo_exception"))
            ids = [one.id for one in read.entries]
            assert len(ids) == len(set(ids))
            if address.startswith("feeds/all/"):
                told |= set(ids)
    assert told == major
    assert size == min(len(major), 50)


def test_every_atom_feed_fits_its_grammar(documents: Documents, atom_rng: Path) -> None:
    grammar = etree.RelaxNG(etree.parse(str(atom_rng)))
    for address, raw in documents.items():
        if form_of(address) == "atom":
            grammar.assertValid(etree.fromstring(raw))


def scopes(page: Page) -> list[str]:
    """Return the feeds that a page advertises, in order, each of which has to come in all forms."""
    found: dict[str, set[str]] = {}
    for media_type, href in page.feeds:
        assert form_of(href) == TYPES[media_type]
        found.setdefault(href.partition("feeds/")[2].rpartition("/")[0], set()).add(TYPES[media_type])
    assert all(forms == {"atom", "rss", "json"} for forms in found.values())
    return list(found)


def test_every_page_advertises_its_feeds_that_of_its_topic_or_party_first(pages: dict[str, Page]) -> None:
    without = [address for address, page in pages.items() if "all" not in scopes(page)]
    assert without == []
    topics = {match[1] for address in pages if (match := re.fullmatch(r"topics/([^/]+)/", address))}
    assert len(topics) > 3
    for topic in topics:
        assert scopes(pages[f"topics/{topic}/"]) == [topic, "all"]
    parties = {match[1] for address in pages if (match := re.fullmatch(r"parties/([^/]+)/", address))}
    assert parties
    for party in parties:
        assert scopes(pages[f"parties/{party}/"]) == [f"party/{party}", "all"]


def test_every_advertised_feed_exists(built_site: Path, pages: dict[str, Page]) -> None:
    for address, page in pages.items():
        folder = (built_site / address).parent if not address.endswith("/") and address else built_site / address
        for _, href in page.feeds:
            target = built_site / href.lstrip("/") if href.startswith("/") else folder / href
            assert target.is_file(), (address, href)


def test_no_page_of_a_feed_names_a_style_sheet(documents: Documents) -> None:
    def instructions(raw: bytes) -> Iterator[bytes]:
        yield from re.findall(rb"<\?(?!xml )[^>]*", raw)

    assert [address for address, raw in documents.items() for _ in instructions(raw)] == []
    assert list(instructions(b'<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?>'))


def test_a_fault_in_a_feed_is_found(documents: Documents) -> None:
    spoilt = documents["feeds/all/rss.xml"].replace(b'isPermaLink="false"', b"")
    assert FAULTS["rss"](spoilt) == ["a guid that is a permalink is an address"]
