"""Cards: drawn from their words alone, the same each time, and not at all where the font has no letters for them."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageFont

from dossier.pages.social_card import HEIGHT, WIDTH, Card, cards, of_page
from dossier.render.card import _font, draw
from tests.pages import orla

ROOT = Path(__file__).resolve().parents[2]
CARD = Card("topics/sluice/card.png", "Orla Water File", "The sluice", "Who may open the sluice, and when?", "6 claims")
_DRAW = """
import hashlib
from dossier.render.card import draw
from tests.render.test_card import CARD
print(hashlib.sha256(draw(CARD)).hexdigest())
"""


def _picture(card: Card) -> Image.Image:
    content = draw(card)
    assert content is not None
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture.convert("L")


def _ink(picture: Image.Image, box: tuple[int, int, int, int]) -> int:
    """Return how many pixels of a part of a picture are not paper."""
    return sum(picture.crop(box).histogram()[:200])


def test_the_cards_of_a_site_are_its_own_and_one_a_topic() -> None:
    found = {card.address: card for card in cards(orla.world().library())}
    assert list(found) == ["card.png", "topics/sluice/card.png", "topics/ferry/card.png"]
    assert (found["card.png"].title, found["card.png"].facts) == ("Orla Water File", "2 topics · 6 claims")
    sluice = found["topics/sluice/card.png"]
    assert (sluice.name, sluice.title, sluice.text) == (
        "Orla Water File",
        "The sluice",
        "Who may open the sluice, and when?",
    )
    assert sluice.facts == "6 claims, 1 disputed · newest evidence 21 May 2024"
    assert sluice.words == "The sluice: Who may open the sluice, and when?"


@pytest.mark.parametrize(
    ("page", "card"),
    [
        ("topics/sluice/", "topics/sluice/card.png"),
        ("topics/sluice/2024-05/", "topics/sluice/card.png"),
        ("topics/", "card.png"),
        ("", "card.png"),
        ("briefs/sluice/", "card.png"),
        ("404.html", "card.png"),
    ],
)
def test_a_page_shows_the_card_of_its_topic_or_of_the_site(page: str, card: str) -> None:
    assert of_page(page) == card


def test_a_card_is_type_on_paper_with_nothing_over_its_edge() -> None:
    picture = _picture(CARD)
    assert picture.size == (WIDTH, HEIGHT)
    assert picture.getpixel((0, 0)) == 255
    for edge in (
        (0, 0, WIDTH, 40),
        (0, HEIGHT - 30, WIDTH, HEIGHT),
        (0, 0, 60, HEIGHT),
        (WIDTH - 60, 0, WIDTH, HEIGHT),
    ):
        assert _ink(picture, edge) == 0
    assert _ink(picture, (60, 130, WIDTH - 60, 240)) > 3000  # the title
    assert _ink(picture, (60, HEIGHT - 80, 400, HEIGHT - 30)) > 200  # the facts


def test_a_card_is_a_small_grey_picture_with_nothing_beside_its_pixels() -> None:
    content = draw(CARD)
    assert content is not None
    assert len(content) < 12_000
    picture = Image.open(io.BytesIO(content))
    assert (picture.mode, picture.info) == ("L", {})
    assert picture.getcolors(16) is not None


@pytest.mark.parametrize("field", ["name", "title", "text", "facts"])
def test_every_word_is_seen(field: str) -> None:
    changed = Card(**{**{name: getattr(CARD, name) for name in Card.__slots__}, field: "Quite another thing"})
    assert draw(changed) != draw(CARD)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("The gate " * 60, "And when? " * 60),
        ("W" * 300, "w" * 300),
        ("Short", "And when? " * 200),
        ("The gate " * 12, ""),
    ],
)
def test_what_is_too_long_is_cut_and_stays_inside(title: str, text: str) -> None:
    picture = _picture(Card("x.png", "Name " * 80, title, text, "claims " * 80))
    for edge in (
        (0, 0, WIDTH, 40),
        (0, HEIGHT - 30, WIDTH, HEIGHT),
        (0, 0, 60, HEIGHT),
        (WIDTH - 60, 0, WIDTH, HEIGHT),
    ):
        assert _ink(picture, edge) == 0
    # Nothing runs into the line above the facts.
    assert _ink(picture, (60, HEIGHT - 104, WIDTH - 60, HEIGHT - 94)) == 0


@pytest.mark.parametrize(
    "title", ["Шлюз і паром", "Łódź, Größe, à propos", "Ποτάμι", "the sluice: 5 €, “shut” – № 2…", "no\u00a0break"]
)
def test_letters_that_the_font_has(title: str) -> None:
    assert draw(Card("x.png", "", title, "", "")) is not None


@pytest.mark.parametrize("title", ["水門", "سد", "סכר", "gate 🚪", "e\u20dd", "q\u0301", "हिन्दी"])
def test_letters_that_it_lacks_or_sets_wrong_make_no_card(title: str) -> None:
    assert draw(Card("x.png", "", title, "", "")) is None
    assert draw(Card("x.png", "", "Title", "", title)) is None


def test_letters_are_set_by_the_engine_that_is_there_on_any_machine() -> None:
    assert _font(40).layout_engine == ImageFont.Layout.BASIC


def test_an_accent_typed_apart_is_the_same_letter() -> None:
    assert draw(Card("x.png", "", "e\u0301cluse", "", "")) == draw(Card("x.png", "", "écluse", "", ""))


@pytest.mark.slow
def test_a_card_has_the_same_bytes_in_another_process_and_place() -> None:
    def drawn(**changed: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), **changed}
        run = subprocess.run(
            [sys.executable, "-c", _DRAW], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
        )
        return run.stdout

    one = drawn(PYTHONHASHSEED="1", TZ="Pacific/Apia", LC_ALL="C")
    assert one == drawn(PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C.UTF-8")
