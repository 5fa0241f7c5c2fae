"""What holds of every page: its contents, its links, its place in search and in the site map."""

import re
from urllib.parse import urlsplit

import pytest
from lxml import etree

from tests.pages import example, long
from tests.webpage import WebPage
from tests.world import World

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
URL = "https://harbour.example/file/"
EVERY = example.site().addresses
KINDS = {
    "topics": "Topic",
    "parties": "Party",
    "people": "Person",
    "briefs": "Brief",
    "sources": "Source",
    "origins": "Origin",
    "updates": "Update",
}


def _page(where: str) -> WebPage:
    return example.site().page(where)


@pytest.mark.parametrize("where", EVERY)
def test_the_contents_name_parts_of_the_page_in_their_order(where: str) -> None:
    page = _page(where)
    places = [page.anchors.index(anchor) for anchor in page.contents_anchors]
    assert places == sorted(places)
    assert len(set(page.contents_anchors)) == len(page.contents_anchors)


@pytest.mark.parametrize("where", EVERY)
def test_links_of_the_site_lead_to_pages_and_to_parts_of_them(where: str) -> None:
    for words, link in _page(where).links:
        assert words
        if urlsplit(link).scheme:
            assert link.startswith(("https://", "http://"))
            continue
        target, _, anchor = (f"/{where}{link}" if link.startswith("#") else link).removeprefix("/").partition("#")
        if target in EVERY:
            assert not anchor or anchor in _page(target).anchors, link
        else:
            assert target in {"method/", "contribute/"} or re.match(r"(?:feeds|data|schema)/.+", target), link


@pytest.mark.parametrize("where", EVERY)
def test_a_page_has_one_title_of_its_own(where: str) -> None:
    assert len(_page(where).all(".//h1")) == 1
    assert [_page(each).title for each in EVERY].count(_page(where).title) == 1 or where.startswith(
        ("updates/", "briefs/")
    )


@pytest.mark.parametrize("where", EVERY)
def test_search_knows_records_by_their_kind_and_machinery_not_at_all(where: str) -> None:
    page = _page(where)
    folder, _, rest = where.partition("/")
    kind = [KINDS[folder]] if rest and folder in KINDS else []
    assert page.filters.get("Kind", []) == kind
    assert page.is_searched == (where not in {"schema/", "problems/", "404.html"})
    # What only leads to others must not outrank them.
    weight = page.all(".//*[@id='_content']/@data-pagefind-weight")
    assert weight == (["0.3"] if page.is_searched and not kind else [])


def test_the_map_holds_every_page_with_the_time_of_its_newest_change() -> None:
    root = etree.fromstring(example.site().sitemap().encode())
    found = {
        str(url.findtext("s:loc", "", SPACE)): str(url.findtext("s:lastmod", "", SPACE))
        for url in root.findall("s:url", SPACE)
    }
    pages = {f"{URL}{where}": _page(where).modified for where in EVERY if where != "404.html"}
    assert found == pages | {f"{URL}contribute/": "", f"{URL}method/": ""}
    assert [*found] == [*pages, f"{URL}contribute/", f"{URL}method/"]


def test_further_pages_of_long_lists_are_in_the_map_and_not_in_search() -> None:
    site, told = long.site(), long.site().sitemap()
    further = [where for where in site.addresses if re.search(r"/(?:20\d\d[^/]*|part/\d)/$", where)]
    assert len(further) > 25
    for where in further:
        assert not site.page(where).is_searched, where
        assert f"<loc>{URL}{where}</loc>" in told


def test_no_two_pages_share_an_address() -> None:
    for site in (example.site(), long.site()):
        assert len(site.addresses) == len(set(site.addresses))


def test_there_is_a_page_for_everything_and_no_other() -> None:
    world = example.world()
    records = [
        *(("briefs", each) for each in world.briefs),
        *(("topics", each) for each in world.topics),
        *(("sources", each) for each in world.sources),
        *(("parties", each) for each in world.parties),
        *(("people", each) for each in world.people),
        *(("origins", each) for each in world.origins),
        *(("updates", each) for each in ("spring-told", "summer-told", "july-mended", "line-written")),
    ]
    lists = {f"{each}/" for each in (*KINDS, "positions", "timeline", "claims", "feeds", "data", "schema", "problems")}
    assert set(EVERY) == {"", "404.html"} | lists | {f"{folder}/{name}/" for folder, name in records}


def test_an_empty_dossier_has_its_pages() -> None:
    site = World().site()
    for where in site.addresses:
        assert site.page(where).heading
    assert len(site.addresses) == 15


def test_another_language_of_the_site_is_told_to_programs() -> None:
    world = World(language="de")
    world.brief("spring")
    assert world.page("briefs/spring/").node["inLanguage"] == "de"
    # English is another language there.
    assert world.page("briefs/spring/").claim("spring/first").evidence[0].values("lang") == ["en"]
