"""The page of all claims before its script runs: the form with its choices, and the lists by topic."""

from tests.webpage import WebPage
from tests.world import World, claim


def _page() -> WebPage:
    world = World()
    world.topic("trams", "Night trams")
    world.topic("noise", "Noise")
    world.party("city", "The city")
    world.party("guild", "The guild")
    world.brief(
        "spring",
        claim("a", date="2031-04-02", topics=["trams"]),
        claim("b", date="2031-05", topics=["trams", "noise"]),
        claim("c", date="2031-04-30", topics=["trams"]),
    )
    return world.page("claims/")


def test_the_opening_says_how_many_there_are_and_of_which_time() -> None:
    page = _page()
    assert page.heading == page.title == "Claims"
    assert page.opening.blocks[1] == "3 claims from 2 April 2031 to May 2031, newest first. Each leads to its evidence."
    assert World().page("claims/").opening.blocks[1] == "0 claims, newest first. Each leads to its evidence."


def test_without_a_script_it_leads_to_the_claims_of_each_topic() -> None:
    page = _page()
    section = page.section("By topic")
    assert section.links == [("Night trams", "/topics/trams/#claims"), ("Noise", "/topics/noise/#claims")]
    assert section.lines == ["Night trams 3 claims", "Noise 1 claim"]
    assert page.blocks[2] == "Filters need JavaScript. Every claim also stands on the page of its topic."
    assert World().page("claims/").sections == []


def test_the_form_offers_every_topic_party_kind_and_way_of_knowing() -> None:
    (form,) = _page().all(".//form[@data-claims]")
    assert (form.get("data-claims"), form.get("data-site")) == ("/data/claims/", "/")
    options = {
        label.text.strip(): {option.get("value"): option.text for option in label.findall("select/option")}
        for label in form.iter("label")
        if label.findall("select/option")
    }
    assert [*options] == ["Topic", "Party", "Kind", "How it is known", "Status", "Person", "Source"]
    assert {choices.pop("") for choices in options.values()} == {"All"}
    assert options["Topic"] == {"trams": "Night trams", "noise": "Noise"}
    assert options["Party"] == {"city": "The city", "guild": "The guild"}
    assert options["Kind"]["denial"] == "Denial"
    assert options["How it is known"] == {
        "independent": "Independent origins",
        "on-record": "On the record",
        "document": "Document",
        "party-account": "A party’s account",
        "public-record": "Public record",
        "one-report": "One report",
        "unnamed": "One report, which also uses unnamed sources",
        "outlet": "The outlet’s own account",
        "unattributed": "No origin given",
        "none": "Nothing here supports it",
    }
    assert options["Status"] == {
        "disputed": "Disputed or denied",
        "replaced": "Replaced",
        "withdrawn": "Withdrawn",
        "plain": "Not marked",
    }
    assert options["Person"] == options["Source"] == {}


def test_search_finds_the_page_and_not_the_words_of_its_form() -> None:
    page = _page()
    assert page.is_searched
    assert "data-pagefind-ignore" in page.all(".//form[@data-claims]")[0].attrib
    assert page.contents == ["By topic"]
