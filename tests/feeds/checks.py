"""Checks for a set of feed documents: each function checks one rule and returns what breaks it.

Documents are given by address and bytes. Building them is left to the tests.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from urllib.parse import urldefrag

from lxml import etree

from tests.feeds.parsed_feeds import ParsedFeed, ParsedUpdate, form_of, live, parse_feed
from tests.feeds.validity import FAULTS, is_tag_uri, linked

Documents = Mapping[str, bytes]


def _feeds(documents: Documents) -> dict[str, ParsedFeed]:
    return {address: parse_feed(raw, form_of(address)) for address, raw in documents.items() if form_of(address)}


def _updates(documents: Documents) -> list[tuple[str, ParsedUpdate]]:
    return [(address, one) for address, feed in _feeds(documents).items() for one in feed.updates]


def valid(documents: Documents) -> list[str]:
    """Well-formed and valid, no script, no relative address in content, no style sheet."""
    return [
        f"{address}: {fault}"
        for address, raw in documents.items()
        if form_of(address)
        for fault in FAULTS[form_of(address)](raw)
    ]


def ids_are_unique_and_equal_across_forms(documents: Documents) -> list[str]:
    faults = []
    for scope, forms in live(documents).items():
        ids = {form: [one.guid for one in parse_feed(raw, form).updates] for form, raw in forms.items()}
        faults += [
            f"{scope}.{form}: twice" for form, found in ids.items() if max(Counter(found).values(), default=1) > 1
        ]
        if len({tuple(found) for found in ids.values()}) != 1:
            faults.append(f"{scope}: forms differ")
    return faults


def guids_are_tags(documents: Documents) -> list[str]:
    faults = [f"{address}: {one.guid}" for address, one in _updates(documents) if not is_tag_uri(one.guid)]
    for address, raw in documents.items():
        if form_of(address) == "rss":
            guids = etree.fromstring(raw).iter("guid")
            faults += [f"{address}: permalink" for guid in guids if guid.get("isPermaLink") != "false"]
    return faults


def feeds_have_ids_of_their_own(documents: Documents) -> list[str]:
    of_updates = {one.guid for _, one in _updates(documents)}
    owners: dict[str, set[str]] = {}
    faults = []
    for scope, forms in live(documents).items():
        for form, raw in forms.items():
            if form != "rss":
                owners.setdefault(parse_feed(raw, form).id, set()).add(scope)
    faults += [
        f"{one}: of {sorted(scopes)}" for one, scopes in owners.items() if len(scopes) > 1 or not is_tag_uri(one)
    ]
    return faults + [f"{one}: an update's" for one in owners if one in of_updates]


def times_are_consistent(documents: Documents) -> list[str]:
    faults = []
    for address, feed in _feeds(documents).items():
        moments = [one.updated for one in feed.updates]
        if any(moment.tzinfo is None for moment in (feed.updated, *moments, *(one.published for one in feed.updates))):
            faults.append(f"{address}: a time without a zone")
        elif any(one.published > one.updated for one in feed.updates):
            faults.append(f"{address}: changed before it was published")
        elif moments and feed.updated != max(moments):
            faults.append(f"{address}: not of its newest")
    return faults


def newest_comes_first(documents: Documents) -> list[str]:
    faults = []
    for address, feed in _feeds(documents).items():
        times = [one.published for one in feed.updates]
        if times != sorted(times, reverse=True):
            faults.append(address)
    return faults


def forms_are_equal(documents: Documents) -> list[str]:
    return [
        scope
        for scope, forms in live(documents).items()
        if set(forms) != {"rss", "atom", "json"}
        or len({parse_feed(raw, form).updates for form, raw in forms.items()}) != 1
    ]


def updates_are_complete(documents: Documents) -> list[str]:
    return [
        f"{address}: {one.guid}"
        for address, one in _updates(documents)
        if not one.summary.strip() or "<" in one.summary or not one.content.strip() or not one.title.strip()
    ]


def subscriptions_exist(documents: Documents, site: str) -> list[str]:
    """Every feed in the OPML exists, and every feed is in the OPML."""
    root = etree.fromstring(documents["feeds/subscriptions.opml"])
    listed = {outline.get("xmlUrl", "") for outline in root.iter("outline") if outline.get("type") == "rss"}
    there = {site + address for address in documents}
    missing = sorted(listed - there)
    scopes = {url.removeprefix(f"{site}feeds/").rpartition("/")[0] for url in listed}
    return missing + sorted(set(live(documents)) - scopes)


def addresses_resolve(documents: Documents, site: str, pages: Mapping[str, set[str]]) -> list[str]:
    """Every address of the site in content is a page with that anchor; `pages` gives the ids in each page."""
    faults = set()
    for _, one in _updates(documents):
        for url in (one.url, *linked(one.content)):
            bare, anchor = urldefrag(url)
            if bare.startswith(site):
                page = bare.removeprefix(site)
                if page not in pages or (anchor and anchor not in pages[page]):
                    faults.add(url)
    return sorted(faults)


ALL_CHECKS: tuple[Callable[[Documents], list[str]], ...] = (
    valid,
    ids_are_unique_and_equal_across_forms,
    guids_are_tags,
    feeds_have_ids_of_their_own,
    times_are_consistent,
    newest_comes_first,
    forms_are_equal,
    updates_are_complete,
)
