"""Pages of a person whose claims fill several: the first page with the newest, and a page for each period."""

from tests.pages import long
from tests.webpage import WebPage

TITLE = "What is said of them"


def _first() -> WebPage:
    return long.site().page("people/mara-quint/")


def _period() -> WebPage:
    return long.site().page("people/mara-quint/2015/")


def test_the_first_page_has_the_newest_claims_and_leads_to_the_periods() -> None:
    page = _first()
    assert "The newest stand here; all of it by period:" in page.blocks
    assert page.address("2015") == "/people/mara-quint/2015/"
    found = page.section(TITLE)
    assert found.headings == [TITLE, "Night trams"]
    assert len(found.lines) == 60
    assert found.lines[0].startswith("It was said on 2016-06-15. / Position · The city · of 15 June 2016 · ")
    assert page.opening.blocks[2] == "310 claims"


def test_a_period_has_all_of_it() -> None:
    page = _period()
    assert page.heading == page.title == "Mara Quint: 2015"
    assert page.kicker == "Mara Quint"
    assert page.opening.address("Mara Quint") == "/people/mara-quint/"
    assert page.opening.blocks[2] == "155 claims, newest first"
    assert len(page.section(TITLE).lines) == 155
    assert page.values("aria-current") == ["page", "page"]
    assert page.address("2016") == "/people/mara-quint/2016/"


def test_a_period_can_be_asked_for_an_earlier_day() -> None:
    (form,) = _period().all(".//form[@data-asof]")
    assert form.get("data-earliest") == "2015-01-01"


def test_what_others_are_told_of_a_period() -> None:
    page = _period()
    assert page.description == "Mara Quint: what they said and what is said of them, 2015."
    assert page.crumbs == ["Harbour File", "People", "Mara Quint: 2015"]
    assert (page.is_searched, page.contents) == (False, [TITLE])
    assert page.modified == long.LATER
