"""The page on which a reader words a correction: there only where the settings say where it goes."""

import pytest

from dossier.wording.suggestion import CORRECT_CLAIM, FORMS
from tests.webpage import WebPage
from tests.world import World, claim

FORGE, MAIL = "https://code.example/harbour/issues/new", "mailto:editors@harbour.example"


def _world(suggest: str | None) -> World:
    world = World(suggest=suggest)
    world.brief("spring", claim("return"))
    return world


def _page(suggest: str) -> WebPage:
    return _world(suggest).page("suggest/")


def test_without_an_address_there_is_no_page_and_no_link_to_it() -> None:
    site = _world(None).site()
    assert "suggest/" not in site.addresses
    piece = site.page("briefs/spring/").claim("spring/return")
    assert "Suggest a correction" not in piece.words_of_links
    assert "Report a problem" in piece.words_of_links


def test_each_claim_leads_to_it() -> None:
    piece = _world(FORGE).page("briefs/spring/").claim("spring/return")
    assert piece.address("Suggest a correction") == "/suggest/#spring/return"
    assert "Report a problem" not in piece.words_of_links


@pytest.mark.parametrize(
    ("to", "name", "words"),
    [
        (FORGE, FORGE, "Open the filled-in form at code.example"),
        (MAIL, "editors@harbour.example", "Open it as an e-mail"),
    ],
)
def test_it_says_how_and_where_without_a_script(to: str, name: str, words: str) -> None:
    page = _page(to)
    assert page.heading == page.title == "Suggest a correction"
    assert f"Suggestions go to {name}." in page.opening.text
    assert page.address(name) == page.address(words) == to


def test_it_asks_what_the_form_asks() -> None:
    page = _page(FORGE)
    fields = FORMS[CORRECT_CLAIM]
    assert page.all(".//form//@name") == [field.id for field in fields]
    assert page.all(".//form//@data-heading") == [field.question for field in fields]
    assert len(page.all(".//form//*[@required]")) == sum(field.is_needed for field in fields)
    assert not page.is_searched
