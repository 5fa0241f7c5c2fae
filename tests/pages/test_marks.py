"""On every page that counts disputed claims the number equals the marks that a reader can count."""

import re
from collections.abc import Iterator

import pytest

from tests.pages import example, orla
from tests.pages.test_every_day import world as denied_later
from tests.webpage import Part, WebPage
from tests.world import Site, Tree, World, claim, evidence


def quarrel() -> World:
    """Return a dossier with every way in which a claim can be disputed, or seem to be."""
    world = World()
    for topic in ("trams", "noise"):
        world.topic(topic)
    for party in ("city", "guild"):
        world.party(party)
    denied = [evidence(), evidence(paragraph=3, support="denies")]
    held: Tree = {"kind": "position", "topics": ["trams"]}
    world.brief(
        "spring",
        claim("marked", party="city", topics=["trams", "noise"], status="disputed"),
        claim("denial", party="guild", topics=["trams"], kind="denial", contradicts=["marked"]),
        claim("passage", party="guild", topics=["trams"], evidence=denied),
        claim("denied", party="city", topics=["trams"], status="denied", evidence=denied),
        claim("gone", party="city", topics=["trams"], status="withdrawn", status_reason="Misread.", evidence=denied),
        claim("open", party="city", **held),
        claim("shut", party="guild", opposes=["open"], **held),
        claim("older", party="city", status="disputed", date="2031-01-01", **held),
        claim("newer", party="city", supersedes=["older"], date="2031-02-01", **held),
    )
    return world


SITES = {
    "quarrel": Site(quarrel().trees()),
    "denied later": Site(denied_later().trees()),
    "example": example.site(),
    "orla": Site(orla.world().trees()),
}
EVERY = [(name, where) for name, site in SITES.items() for where in site.addresses]


def counted(words: str) -> tuple[int, int]:
    """Return how many claims are said to be disputed and how many denied."""
    disputed, denied = (re.search(rf"(\d+) {word}\b", words) for word in ("disputed", "denied"))
    return (int(disputed[1]) if disputed else 0, int(denied[1]) if denied else 0)


def marked(page: WebPage) -> tuple[int, int]:
    """Return how many claims of a page a reader sees marked, each counted once."""
    marks: dict[str, set[str]] = {"disputed": set(), "denied": set()}
    for name, found in marks.items():
        for mark in page.all(f".//strong[contains(concat(' ', @class, ' '), ' mark--{name} ')]"):
            line = next(
                each for each in mark.iterancestors() if each.tag in ("li", "article") or "side" in each.classes
            )
            links = [link.get("href", "") for link in line.iter("a")]
            ids = [line.get("data-claim", ""), *(_claim_of(link) for link in links)]
            found.add(next(each for each in ids if each))
    return len(marks["disputed"]), len(marks["denied"])


def _claim_of(link: str) -> str:
    found = re.fullmatch(r"/briefs/([a-z0-9-]+)/#([a-z0-9-]+)|#([a-z0-9-]+/[a-z0-9-]+)", link)
    return (found[3] or f"{found[1]}/{found[2]}") if found else ""


def _counts(page: WebPage) -> Iterator[str]:
    """Yield the sentences of a page that count its own claims."""
    for part in (page.opening, *(page.section(name) for name in page.sections if name == "Every claim")):
        yield from (words for words in Part(part.element).blocks if re.match(r"\d+ claims?\b", words))


@pytest.mark.parametrize(("name", "where"), EVERY)
def test_a_page_counts_what_it_marks(name: str, where: str) -> None:
    page = SITES[name].page(where)
    if re.fullmatch(r"(topics|parties)/[^/]+/", where):
        told = list(_counts(page))
        assert told, where
        for words in told:
            assert counted(words) == marked(page), words


@pytest.mark.parametrize("name", SITES)
def test_lists_count_what_the_pages_that_they_lead_to_mark(name: str) -> None:
    site = SITES[name]
    for where in ("", "topics/", "parties/"):
        for row in site.page(where).all(".//div[contains(concat(' ', @class, ' '), ' row ')]"):
            link = next((each.get("href") for each in row.iter("a")), None)
            facts = row.xpath(".//p[@class='facts']")
            if link and facts and re.fullmatch(r"/(topics|parties)/[^/]+/", link):
                assert counted(facts[-1].text_content()) == marked(site.page(link.removeprefix("/"))), (where, link)


def test_a_denial_is_not_counted_among_what_it_denies() -> None:
    page = SITES["quarrel"].page("topics/trams/")
    assert marked(page) == (3, 1)
