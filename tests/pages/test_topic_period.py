"""Pages of a topic whose claims fill several: its first page with the newest, and a page for each period."""

from functools import cache

from tests.pages import long
from tests.webpage import WebPage
from tests.world import Site, World, claim, evidence, update


def _first() -> WebPage:
    return long.site().page("topics/trams/")


def _period(key: str = "2015-02") -> WebPage:
    return long.site().page(f"topics/trams/{key}/")


def test_the_first_page_has_the_newest_claims_and_leads_to_the_periods() -> None:
    section = _first().section("Every claim")
    assert section.blocks[1] == "310 claims"
    assert "The newest stand here. All of them, with their evidence, by period:" in section.blocks
    assert len(section.claims) == 40
    assert section.claims[0].heading == "It was said on 2016-06-15."
    assert section.lines[:2] == ["June 2016 (15 claims)", "May 2016 (28 claims)"]
    assert section.address("February 2015") == "/topics/trams/2015-02/"
    assert section.blocks.count("The others, by period:") == 1


def test_the_first_page_tells_the_newest_of_how_it_unfolded_oldest_first() -> None:
    section = _first().section("How it unfolded")
    assert "The newest are listed here; the others stand on the pages by period below." in section.blocks
    assert [month for month, _ in section.by_date] == ["May 2016", "June 2016"]
    assert section.by_date[-1][1][-1] == "15 Jun 2016 It was said on 2016-06-15."
    assert section.pictures[0].startswith(
        "Claims about Night trams by month: 310 claims from 1 January 2015 to 15 June 2016"
    )


def test_a_claim_that_is_not_on_the_page_is_led_to_at_home() -> None:
    addresses = [address for words, address in _first().section("Bottom line").links if words == "1"]
    assert addresses == ["/briefs/day-2015-000/#c"]
    stance = _first().section("The city")
    assert stance.address("It was said on 2016-06-15.") == "#day-2016-154/c"


def test_the_first_page_counts_what_it_leaves_out() -> None:
    changes = _first().section("What changed on this page")
    assert len(changes.lines) == 10
    assert changes.blocks[-1] == "302 earlier changes, among all updates."
    sources = _first().section("Sources of this page")
    assert len(sources.lines) == 40
    assert sources.blocks[-1] == "271 older sources, among all sources."
    assert sources.address("all sources") == "/sources/"


def test_a_section_that_holds_the_newest_only_says_where_an_earlier_day_stands() -> None:
    for section in ("How it unfolded", "Sources of this page"):
        hidden = _first().section(section).hidden
        assert "What had been reported by that day stands on the pages by period." in hidden, section


def test_a_period_has_every_claim_of_it_in_full() -> None:
    page = _period()
    assert page.heading == page.title == "Night trams: February 2015"
    assert page.kicker == "Night trams"
    assert page.opening.address("Night trams") == "/topics/trams/"
    assert (
        page.opening.blocks[2]
        == "28 claims, newest first in each group. The state of the topic stands on its own page."
    )
    assert len(page.claims) == 28
    assert page.claims[0].heading == "It was said on 2015-02-28."
    assert page.claims[-1].heading == "It was said on 2015-02-01."
    assert page.claims[0].evidence


def test_a_period_leads_to_the_others_and_marks_itself() -> None:
    page = _period()
    assert page.values("aria-current") == ["page", "page"]
    assert "February 2015 (28 claims)" in page.lines
    assert page.address("March 2015") == "/topics/trams/2015-03/"
    assert "Other periods:" in page.blocks


def test_the_periods_hold_every_claim_once() -> None:
    site = long.site()
    where = [each for each in site.addresses if each.startswith("topics/trams/") and each != "topics/trams/"]
    assert len(where) == 12
    shown = [claim.heading for each in where for claim in site.page(each).claims]
    assert len(shown) == len(set(shown)) == 310


def test_a_period_can_be_asked_for_an_earlier_day_even_where_all_was_known_on_one() -> None:
    (form,) = _period().all(".//form[@data-asof]")
    assert (form.get("data-earliest"), form.get("data-latest")) == ("2015-02-01", "2017-12-31")


def test_the_contents_of_a_period_are_its_parties() -> None:
    assert _period().contents == ["The city"]
    assert _period().contents_anchors == ["_claims/city"]


def test_search_leaves_a_period_to_the_briefs() -> None:
    assert not _period().is_searched
    assert _first().is_searched


def test_what_others_are_told_of_a_period() -> None:
    page = _period()
    assert page.description == "28 claims on Night trams dated February 2015, with their evidence."
    assert page.crumbs == ["Harbour File", "Topics", "Night trams: February 2015"]
    assert page.feeds == _first().feeds
    assert page.feeds[0] == "/feeds/trams/atom.xml"
    assert page.node["@type"] == "Article"
    assert page.node["about"] == [{"@type": "Thing", "name": "Night trams"}]


@cache
def _disputed() -> Site:
    """Return a topic with 70 pairs of opposed positions, one a month, and 12 lone doubts; all but two pairs are over."""
    world = World()
    for party in ("city", "guild"):
        world.party(party)
    claims = []
    for n in range(70):
        date = f"{2016 + n // 12}-{n % 12 + 1:02d}-01"
        claims.append(claim(f"a-{n:02d}", kind="position", date=date))
        claims.append(claim(f"b-{n:02d}", kind="position", party="guild", date=date, opposes=[f"a-{n:02d}"]))
    over = [f"b-{n:02d}" for n in range(70) if n not in (0, 65)]
    claims.append(claim("end", party="guild", date="2023-01-01", supersedes=over))
    for n in range(12):
        cited = [evidence(), evidence(paragraph=3, support="denies")]
        claims.append(
            claim(f"d-{n:02d}", f"It is doubted for the {n}th time.", date=f"2015-01-{n + 1:02d}", evidence=cited)
        )
    world.brief("many", *claims, updates=[update("told")])
    return world.site()


def test_a_large_topic_tells_the_live_dispute_before_newer_ones_that_are_over() -> None:
    section = _disputed().page("topics/harbour/").section("What is disputed")
    told = [each.xpath(".//p[@class='side__text']/a/@href")[0][-2:] for each in section.all(".//div[@class='dispute']")]
    assert told[:4] == ["65", "00", "69", "68"]
    assert len(told) == 10
    assert any(
        each.startswith("60 further disputes, older or with a side that was replaced, told beside the claims")
        for each in section.blocks
    )


def test_a_large_topic_tells_the_newest_doubts_and_counts_the_others() -> None:
    section = _disputed().page("topics/harbour/").section("What is disputed")
    assert [line.partition(" / ")[0] for line in section.lines] == [
        f"It is doubted for the {n}th time." for n in range(11, 1, -1)
    ]
    assert "2 further claims, older ones, on the pages by period." in section.blocks
