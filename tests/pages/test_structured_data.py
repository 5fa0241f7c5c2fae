"""What structured-data parsers read: one graph a page, with addresses that are absolute and names that resolve."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.pages import example
from tests.webpage import WebPage
from tests.world import World

URL = "https://harbour.example/file/"
LISTED = [where for where in example.site().addresses if where != "404.html"]
ARTICLES = ("topics/", "briefs/", "updates/")
LISTS = {
    "topics/": "Topics",
    "positions/": "Positions",
    "timeline/": "Timeline",
    "claims/": "Claims",
    "briefs/": "Briefs",
    "sources/": "Sources",
    "origins/": "Origins",
    "parties/": "Parties",
    "people/": "People",
    "updates/": "Updates",
    "feeds/": "Feeds",
    "data/": "Downloads",
    "schema/": "Schemas",
    "problems/": "Problems",
}


def _page(where: str) -> WebPage:
    return example.site().page(where)


def _everything(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from _everything(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _everything(inner)


@pytest.mark.parametrize("where", LISTED)
def test_every_reference_in_a_graph_resolves_and_every_address_is_absolute(where: str) -> None:
    nodes = _page(where).graph
    named = {value for key, value in _everything(nodes) if key == "@id"}
    told = {node["@id"] for node in nodes if "@id" in node} | {f"{URL}#publisher"}
    assert named <= told | {f"{URL}{each}" for each in LISTED}
    for key, value in _everything(nodes):
        if key in {"url", "@id", "item", "contentUrl", "image"}:
            assert str(value).startswith(("https://", "http://"))


@pytest.mark.parametrize("where", LISTED)
def test_a_page_says_of_itself_what_it_is(where: str) -> None:
    page = _page(where)
    site, node = page.graph[:2]
    assert (site["@type"], site["@id"], site["url"], site["inLanguage"]) == ("WebSite", f"{URL}#site", URL, "en")
    assert node["@id"] == node["url"] == f"{URL}{where}"
    assert node["isPartOf"] == {"@id": f"{URL}#site"}
    assert node["description"] == page.description
    assert node["license"] == {"@type": "CreativeWork", "name": "CC BY 4.0"}
    is_article = where.startswith(ARTICLES) and where not in LISTS
    assert node["@type"] == ("Article" if is_article else "CollectionPage" if where in LISTS else "WebPage")
    assert node["headline" if is_article else "name"] == page.title
    assert (node.get("publisher") == {"@id": f"{URL}#publisher"}) == is_article
    assert (node.get("author") == {"@id": f"{URL}#publisher"}) == is_article


@pytest.mark.parametrize("where", LISTED)
def test_the_head_says_what_the_graph_says(where: str) -> None:
    page = _page(where)
    assert page.meta["og:title"] == page.title
    assert page.meta["og:description"] == page.description
    assert 1 <= len(page.description) <= 200
    assert page.meta["og:url"] == page.node["url"]
    assert page.meta["og:site_name"] == "Harbour File"
    assert page.meta["og:image"] == page.node["image"]
    assert page.meta.get("article:modified_time", page.modified) == page.modified
    assert page.meta.get("article:published_time", "") == page.published
    assert page.meta["og:type"] == ("article" if page.published else "website")


@pytest.mark.parametrize("where", LISTED)
def test_the_way_to_a_page_starts_at_the_first_page(where: str) -> None:
    page = _page(where)
    above = f"{where.partition('/')[0]}/"
    if not where:
        assert page.crumbs == []
        return
    (way,) = page.data("BreadcrumbList")
    found = [(each["position"], each["name"], each["item"]) for each in way["itemListElement"]]
    between = [(2, LISTS[above], f"{URL}{above}")] if where != above else []
    last = (2 + len(between), page.title, f"{URL}{where}")
    assert found == [(1, "Harbour File", URL), *between, last]


def test_no_claim_is_rated() -> None:
    for where in LISTED:
        words = {value for key, value in _everything(_page(where).graph) if key == "@type"}
        assert not words & {"ClaimReview", "Rating", "Review"}


def test_a_topics_pages_show_its_own_card_and_others_that_of_the_site() -> None:
    assert _page("topics/night-trams/").node["image"] == f"{URL}topics/night-trams/card.png"
    assert _page("topics/").node["image"] == _page("briefs/spring/").node["image"] == f"{URL}card.png"


def test_a_site_without_a_licence_names_none() -> None:
    world = World(rights=None)
    world.brief("spring")
    assert "license" not in world.page("briefs/spring/").node


def test_a_long_title_is_cut_for_a_headline() -> None:
    world = World()
    world.brief("spring", title="It went on and on " * 10)
    page = world.page("briefs/spring/")
    assert len(page.node["headline"]) <= 110
    assert page.node["headline"].endswith("…")
    assert len(page.title) > 170
