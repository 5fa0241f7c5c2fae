"""What structured-data parsers read: one graph a page, with addresses that are absolute and names that resolve."""

from collections.abc import Iterator
from typing import Any

import pytest

from dossier.library import Library
from dossier.linked import address
from dossier.pages import Page, plan
from dossier.pages.jsonld import graph
from dossier.pages.social_card import SITE
from tests.pages import orla

URL = orla.SETTINGS.url


def _pages(library: Library | None = None) -> dict[str, Page]:
    return {page.address: page for page in plan(library or orla.library())}


def _nodes(where: str, library: Library | None = None) -> list[dict[str, Any]]:
    made = graph(_pages(library)[where], orla.SETTINGS, (SITE, "topics/sluice/card.png"))
    assert made["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = made["@graph"]
    return nodes


def _of(kind: str, nodes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [node for node in nodes if node["@type"] == kind]


def _everything(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, inner
            yield from _everything(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _everything(inner)


def test_a_topic_is_an_article_about_its_subject_under_all_its_names() -> None:
    nodes = _nodes("topics/sluice/")
    (article,) = _of("Article", nodes)
    assert article["@id"] == article["url"] == f"{URL}topics/sluice/"
    assert (article["headline"], article["inLanguage"]) == ("The sluice", "en")
    assert article["dateModified"] == "2024-06-02T08:00:00Z"
    assert article["datePublished"] == "2024-03-04T09:00:00Z"
    assert article["image"] == f"{URL}topics/sluice/card.png"
    assert article["license"]["name"] == "CC BY 4.0"
    subject = next(node for node in _of("Thing", nodes) if "mainEntityOfPage" in node)
    assert subject["alternateName"] == ["Шлюз", "Kanalschleuse"]


def test_the_way_to_a_page_starts_at_the_first_page() -> None:
    (crumbs,) = _of("BreadcrumbList", _nodes("topics/sluice/"))
    assert [(each["position"], each["name"], each["item"]) for each in crumbs["itemListElement"]] == [
        (1, "Orla Water File", URL),
        (2, "Topics", f"{URL}topics/"),
        (3, "The sluice", f"{URL}topics/sluice/"),
    ]
    (crumbs,) = _of("BreadcrumbList", _nodes("topics/"))
    assert [each["name"] for each in crumbs["itemListElement"]] == ["Orla Water File", "Topics"]
    assert _of("BreadcrumbList", _nodes(address.HOME)) == []


def test_a_brief_tells_each_claim_with_who_says_it_and_where_it_appears() -> None:
    nodes = _nodes("briefs/spring-talks/")
    claims = {node["@id"].rpartition("#")[2]: node for node in _of("Claim", nodes)}
    assert set(claims) == {"keep-shut-summer", "hinge-whole", "wrongly-noted"}
    claim = claims["keep-shut-summer"]
    assert claim["text"] == "The uplands now say the sluice stays shut all summer."
    assert claim["url"] == f"{URL}briefs/spring-talks/#keep-shut-summer"
    assert claim["author"] == {"@type": "Organization", "name": "The Uplands"}
    assert claim["creativeWorkStatus"] == "Reported"
    assert [each["@id"] for each in claim["appearance"]] == [
        f"{URL}sources/river-wire/#text",
        f"{URL}sources/valley-post/#text",
    ]
    texts = {node["@id"]: node for node in _of("Article", nodes) if node["@id"].endswith("#text")}
    assert texts[f"{URL}sources/river-wire/#text"]["url"] == "https://wire.example/a-b,c"
    assert len(texts) == 2


def test_who_did_a_thing_is_not_told_as_who_says_so() -> None:
    claims = {node["@id"].rpartition("#")[2]: node for node in _of("Claim", _nodes("briefs/spring-talks/"))}
    assert "author" not in claims["wrongly-noted"]
    (said,) = [node for node in _of("Claim", _nodes("briefs/sluice-shut/")) if node["@id"].endswith("#keep-shut")]
    assert said["author"] == {"@type": "Person", "name": "Ada Brook"}


def test_no_claim_is_rated() -> None:
    for where in _pages():
        if where != address.NOT_FOUND:
            words = {value for key, value in _everything(_nodes(where)) if key == "@type"}
            assert not words & {"ClaimReview", "Rating", "Review"}


def test_downloads_are_data_sets_with_their_files() -> None:
    nodes = _nodes(address.DOWNLOADS)
    sets = {node["@id"].rpartition("#")[2]: node for node in _of("Dataset", nodes)}
    assert list(sets) == ["claims", "sources", "origins", "topics", "positions", "updates"]
    assert [(each["contentUrl"], each["encodingFormat"]) for each in sets["claims"]["distribution"]] == [
        (f"{URL}data/claims.json", "application/json"),
        (f"{URL}data/claims.csv", "text/csv"),
    ]
    # What search engines for data ask for: a name, 50 characters of description, a licence.
    assert all(len(node["description"]) >= 50 and node["name"] and node["license"] for node in sets.values())


@pytest.mark.parametrize("where", [where for where in _pages() if where != address.NOT_FOUND])
def test_every_reference_in_a_graph_resolves_and_every_address_is_absolute(where: str) -> None:
    nodes = _nodes(where)
    named = {value for key, value in _everything(nodes) if key == "@id"}
    told = {node["@id"] for node in nodes if "@id" in node} | {f"{URL}#publisher"}
    pages = {f"{URL}{each}" for each in _pages()}
    assert {each for each in named if each not in told and each not in pages} == set()
    for key, value in _everything(nodes):
        if key in {"url", "@id", "item", "contentUrl", "image"}:
            assert str(value).startswith(("https://", "http://"))
    kinds = [node["@type"] for node in nodes]
    assert kinds[0] == "WebSite"
    assert kinds[1] in {"Article", "CollectionPage", "WebPage"}


def test_without_a_card_there_is_no_picture() -> None:
    made = graph(_pages()["topics/sluice/"], orla.SETTINGS)
    assert "image" not in made["@graph"][1]


def test_a_topic_without_a_card_of_its_own_shows_that_of_the_site() -> None:
    made = graph(_pages()["topics/ferry/"], orla.SETTINGS, (SITE,))
    assert made["@graph"][1]["image"] == f"{URL}card.png"
