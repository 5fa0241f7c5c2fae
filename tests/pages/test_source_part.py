"""Pages of a source that more claims cite than one page bears: its paragraphs, some on each page."""

from functools import cache

from tests.pages import long
from tests.world import Site, World, claim, drift, evidence


@cache
def _site() -> Site:
    """Return a site in which 700 claims each cite two paragraphs of one source."""
    world = World()
    world.source("gazette", "All of it", outlet="Gazette", text=None)
    claims = [
        claim(
            f"c-{n:03d}",
            f"It is number {n}.",
            evidence=[
                evidence(paragraph=n % 5 + 1),
                evidence(paragraph=9, drift=drift("It adds a wish.") if n == 699 else None),
            ],
        )
        for n in range(700)
    ]
    for each in claims:
        each["evidence"] = [
            {key: value for key, value in cited.items() if value is not None} for cited in each["evidence"]
        ]
    world.brief("many", *claims, updates=[])
    return world.site()


PARTS = ["paragraphs 1 to 3", "paragraphs 3 to 5", "paragraphs 5 to 9", "paragraph 9", "paragraph 9"]


def test_the_first_page_leads_to_the_parts_and_from_each_paragraph_to_where_it_begins() -> None:
    section = _site().page("sources/gazette/").section("Paragraph by paragraph")
    assert "More claims rest on it than one page bears; they stand on pages of their own:" in section.blocks
    assert section.lines[:5] == [f"{words} ({200 if n == 4 else 300} lines)" for n, words in enumerate(PARTS)]
    assert section.links[:2] == [
        ("paragraphs 1 to 3", "/sources/gazette/part/1/"),
        ("paragraphs 3 to 5", "/sources/gazette/part/2/"),
    ]
    assert section.lines[5:] == [
        *(f"¶{number} / Cited by 140 claims" for number in range(1, 6)),
        "¶9 / Cited by 700 claims · this passage bends its origin",
    ]
    assert section.address("Cited by 700 claims") == "/sources/gazette/part/3/#p9"


def test_a_part_shows_its_paragraphs_with_their_claims() -> None:
    page = _site().page("sources/gazette/part/2/")
    assert page.heading == page.title == "Gazette: All of it: paragraphs 3 to 5"
    assert page.kicker == "Gazette: All of it"
    assert page.opening.address("Gazette: All of it") == "/sources/gazette/"
    assert [each for each in page.blocks if each.startswith("¶")] == ["¶3", "¶4", "¶5"]
    assert page.values("aria-current") == ["page"]
    assert page.address("paragraphs 1 to 3") == "/sources/gazette/part/1/"


def test_no_claim_is_lost_between_the_parts() -> None:
    shown = []
    for number in range(1, 6):
        for each in _site().page(f"sources/gazette/part/{number}/").all(".//li[@class='passage']"):
            shown += [(each.get("id"), link.get("href")) for link in each.xpath("./ul//a")]
    assert len(shown) == len(set(shown)) == 1400
    assert {place for place, _ in shown} == {"p1", "p2", "p3", "p4", "p5", "p9"}
    assert len({address for _, address in shown}) == 700


def test_a_part_says_where_the_source_bends_its_origin() -> None:
    texts = [_site().page(f"sources/gazette/part/{number}/").text for number in range(1, 6)]
    assert sum(text.count("bends its origin") for text in texts) == 1


def test_what_others_are_told_of_a_part() -> None:
    page = _site().page("sources/gazette/part/2/")
    assert page.description == "Claims that rest on paragraphs 3 to 5 of this source."
    assert page.crumbs == ["Harbour File", "Sources", "Gazette: All of it: paragraphs 3 to 5"]
    assert (page.is_searched, page.contents) == (False, [])
    assert page.feeds == ["/feeds/all/atom.xml", "/feeds/all/rss.xml", "/feeds/all/feed.json"]


def test_a_source_that_many_claims_cite_and_no_more_has_no_parts() -> None:
    world = World()
    world.brief("many", *(claim(f"c-{n}") for n in range(300)), updates=[])
    site = world.site()
    assert [each for each in site.addresses if each.startswith("sources/gazette/")] == ["sources/gazette/"]
    assert len(long.site().page("sources/gazette/part/2/").items) == 12
