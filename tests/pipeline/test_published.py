"""The built site of this repository as files: sound HTML, no link or reference that leads nowhere, and light to fetch."""

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
import pytest
from lxml import html

from dossier.frames import read_settings
from tests.architecture.module_rules import ROOT
from tests.kinds import one_of_each

BASE = "https://built.example/"
LINKING = ("href", "src", "poster", "data", "action", "formaction")
NAMING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "headers", "list")
FIRST_VISIT, SHARED = 100_000, 77_000


def address_of(file: Path, site: Path) -> str:
    return file.relative_to(site).as_posix().removesuffix("index.html")


@pytest.fixture(scope="module")
def pages(built_site: Path) -> Mapping[str, html.HtmlElement]:
    """Return every page of the site by its address."""
    parser = html.HTMLParser(encoding="utf-8")
    return {
        address_of(file, built_site): html.document_fromstring(file.read_bytes(), parser=parser)
        for file in sorted(built_site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def ids(pages: Mapping[str, html.HtmlElement]) -> Mapping[str, list[str]]:
    return {address: [str(name) for name in page.xpath("//@id")] for address, page in pages.items()}


def own_links(address: str, page: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    """Yield each link of a page that stays on the site as it is written, with the address and fragment it means."""
    own = read_settings((ROOT / "mkdocs.yml").read_text("utf-8")).settings
    assert own is not None
    for element in page.iter():
        for name in LINKING:
            written = element.get(name)
            if written is None:
                continue
            target, fragment = urldefrag(urljoin(BASE + address, written))
            target = target.replace(own.url, BASE, 1) if target.startswith(own.url) else target
            if target.startswith(BASE):
                yield written, unquote(urlsplit(target).path[1:]), unquote(fragment)


def test_every_list_is_two_clicks_from_home_and_not_by_way_of_what_it_lists(
    pages: Mapping[str, html.HtmlElement],
) -> None:
    top = {address for address in pages if address.count("/") < 2} - {"404.html"}
    assert {"", "parties/", "problems/"} <= top
    reached = {""}
    for _ in range(2):
        written = [(each, str(link)) for each in reached for link in pages[each].xpath("//a/@href")]
        reached |= {urldefrag(urljoin(BASE + each, link))[0].removeprefix(BASE) for each, link in written} & top
    assert top - reached == set()


def test_every_link_and_every_fragment_leads_somewhere(
    built_site: Path, pages: Mapping[str, html.HtmlElement], ids: Mapping[str, list[str]]
) -> None:
    known = {address: set(names) for address, names in ids.items()}
    nowhere = []
    for address, page in pages.items():
        for written, target, fragment in own_links(address, page):
            if target in known:
                if fragment and fragment not in known[target]:
                    nowhere.append(f"{address}: {written}: no such place on the page")
            elif not (built_site / target).is_file():
                nowhere.append(f"{address}: {written}: no such page")
    assert nowhere == []


def test_no_id_stands_twice_and_every_name_by_id_is_there(
    pages: Mapping[str, html.HtmlElement], ids: Mapping[str, list[str]]
) -> None:
    wrong = [
        f"{address}: {name} stands twice" for address in ids for name in ids[address] if ids[address].count(name) > 1
    ]
    for address, page in pages.items():
        there = set(ids[address])
        for name in NAMING:
            for value in page.xpath(f"//@{name}"):
                wrong += [f"{address}: {name} names {each}" for each in str(value).split() if each not in there]
    assert wrong == []


def test_one_page_of_each_kind_is_parsed_without_an_error(built_site: Path) -> None:
    faults = []
    for address in one_of_each(built_site):
        parser = html5lib.HTMLParser()
        file = built_site / address
        parser.parse((file / "index.html" if file.is_dir() else file).read_text("utf-8"))
        faults += [f"{address}:{line}: {code} {values}" for (line, _), code, values in parser.errors]
    assert faults == []


def test_a_first_visit_to_a_topic_is_light(built_site: Path, pages: Mapping[str, html.HtmlElement]) -> None:
    def size(address: str) -> int:
        file = built_site / address
        return len(gzip.compress((file / "index.html" if file.is_dir() else file).read_bytes(), 6))

    topics = {
        address: page for address, page in pages.items() if address.startswith("topics/") and address != "topics/"
    }
    files = set()
    for address, page in topics.items():
        fetched = page.xpath("//link[@rel='stylesheet' or contains(@rel, 'icon')]/@href | //@src")
        files |= {urlsplit(urljoin(BASE + address, str(each))).path[1:] for each in fetched}
    assert len(files) > 4, "the style sheets and scripts are not found in the pages any more"
    shared = sum(map(size, files))
    # A page may grow with what is known; what comes with every page may not.
    assert shared < SHARED
    assert shared + median(map(size, topics)) < FIRST_VISIT
