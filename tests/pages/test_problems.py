"""The page of problems: every code that the check can give, what it means and how it is mended."""

from tests import seam
from tests.webpage import Part, WebPage
from tests.world import World


def _page() -> WebPage:
    return World().page("problems/")


def test_every_problem_has_its_place() -> None:
    page, codes = _page(), seam.problem_codes()
    told = [str(each.get("id")) for each in page.all(".//h3")]
    assert sorted(told) == sorted(codes)
    assert [each.text_content() for each in page.all(".//h3/code")] == told
    assert page.opening.blocks[-1] == f"{len(codes)} problems"


def test_a_problem_says_what_it_means_how_bad_it_is_and_what_to_do() -> None:
    page, codes = _page(), seam.problem_codes()
    error, warning = (Part(page.all(f".//h3[@id='{name}']/..")[0]).blocks for name in ("wrong-date", "unused-source"))
    assert error[1].startswith("A date is written in another form than YYYY, YYYY-MM or YYYY-MM-DD.")
    assert error[2].startswith("Error. ")
    assert warning[1] == codes["unused-source"].meaning
    assert warning[2] == f"Warning. {codes['unused-source'].remedy.replace('`', '')}"


def test_problems_stand_by_what_they_are_about() -> None:
    page = _page()
    assert page.heading == page.title == "Problems"
    assert page.contents == page.sections
    assert len(page.contents) >= 5
    assert set(page.contents_anchors) <= set(page.anchors)
    assert "What the check can find, what it means and how it is mended." in page.opening.text


def test_what_others_are_told_of_the_page() -> None:
    page = _page()
    assert page.description == "Every problem that the check can find, what it means and how it is mended."
    assert page.crumbs == ["Harbour File", "Problems"]
    assert not page.is_searched
