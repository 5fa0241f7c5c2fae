"""What crawlers read first."""

from urllib.parse import urlsplit

from lxml import etree

from dossier.linked import address
from dossier.pages import plan
from dossier.pages.sitemap import crawlers
from tests.pages import orla

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def _map(content: bytes) -> dict[str, str]:
    root = etree.fromstring(content)
    return {
        str(url.findtext("s:loc", "", SPACE)): str(url.findtext("s:lastmod", "", SPACE))
        for url in root.findall("s:url", SPACE)
    }


def test_the_map_holds_every_page_with_the_time_of_its_newest_change() -> None:
    library = orla.library()
    pages = list(plan(library))
    files = dict(crawlers(library.settings, pages, ["method/", "about/"]))
    found = _map(files["sitemap.xml"])
    url = library.settings.url
    assert list(found) == [*(url + page.address for page in pages if page.listed), f"{url}about/", f"{url}method/"]
    assert found[f"{url}topics/sluice/"] == "2024-06-02T08:00:00Z"
    assert found[f"{url}feeds/"] == found[f"{url}about/"] == ""
    assert f"{url}{address.NOT_FOUND}" not in found


def test_pages_about_the_machinery_and_further_pages_of_lists_are_in_the_map_and_not_in_search() -> None:
    library = orla.large(3000)
    pages = list(plan(library))
    found = _map(dict(crawlers(library.settings, pages, []))["sitemap.xml"])
    unsearched = [page for page in pages if page.listed and not page.searched]
    machinery = {"feeds", "data", "schema", "problems"}
    further = {page.kind for page in pages if page.kind.endswith(("-period", "-part"))}
    assert {"topic-period", "party-period", "origin-period", "source-part", "briefs-period"} <= further
    assert {page.kind for page in unsearched} == machinery | further
    assert {library.settings.url + page.address for page in unsearched} <= set(found)
    assert not [page.address for page in pages if page.searched and not page.listed]


def test_robots_are_shown_the_map() -> None:
    library = orla.library()
    lines = dict(crawlers(library.settings, plan(library), []))["robots.txt"].decode().splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert lines[-1] == "Sitemap: https://orla.example/site/sitemap.xml"


def test_a_large_site_has_a_map_of_maps() -> None:
    library = orla.library()
    pages = list(plan(library))
    files = dict(crawlers(library.settings, pages, [], most=10))
    root = etree.fromstring(files["sitemap.xml"])
    names = [urlsplit(str(each.text)).path.rpartition("/")[2] for each in root.findall("s:sitemap/s:loc", SPACE)]
    assert names == [name for name in files if name.startswith("sitemap-")]
    parts = [_map(files[name]) for name in names]
    assert all(len(part) <= 10 for part in parts)
    listed = [library.settings.url + page.address for page in pages if page.listed]
    assert [where for part in parts for where in part] == listed


def test_signs_of_xml_in_an_address_are_escaped() -> None:
    settings = orla.SETTINGS.model_copy(update={"url": "https://orla.example/a&b/"})
    found = _map(dict(crawlers(settings, [], ["method/"]))["sitemap.xml"])
    assert list(found) == ["https://orla.example/a&b/method/"]
