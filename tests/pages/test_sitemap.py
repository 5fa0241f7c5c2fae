"""What crawlers read first: see `test_every_page` for what the map holds."""

from urllib.parse import urlsplit

from lxml import etree

from tests import seam
from tests.pages import example
from tests.world import World

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
URL = "https://harbour.example/file/"


def _files(most: int = 50_000, **settings: object) -> dict[str, str]:
    world = example.world()
    world.settings |= settings
    return seam.crawled(world.library(), ["method/"], most)


def _places(text: str, path: str = "s:url/s:loc") -> list[str]:
    return [str(each.text) for each in etree.fromstring(text.encode()).findall(path, SPACE)]


def test_robots_are_shown_the_map() -> None:
    lines = _files()["robots.txt"].splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert lines[-1] == f"Sitemap: {URL}sitemap.xml"


def test_a_large_site_has_a_map_of_maps() -> None:
    files = _files(most=10)
    names = [urlsplit(each).path.rpartition("/")[2] for each in _places(files["sitemap.xml"], "s:sitemap/s:loc")]
    assert names == [name for name in files if name.startswith("sitemap-")] != []
    parts = [_places(files[name]) for name in names]
    assert all(len(part) <= 10 for part in parts)
    assert [where for part in parts for where in part] == _places(_files()["sitemap.xml"])


def test_signs_of_xml_in_an_address_are_escaped() -> None:
    (home, *_) = _places(_files(url="https://harbour.example/a&b/")["sitemap.xml"])
    assert home == "https://harbour.example/a&b/"


def test_a_page_that_nobody_dated_has_no_date() -> None:
    world = World()
    assert "lastmod" not in seam.crawled(world.library(), [])["sitemap.xml"]
