"""Cards in a site: drawn once, kept, shown where they are, and left alone where somebody brings their own."""

from pathlib import Path

import pytest

from dossier.pipeline.build import build
from dossier.pipeline.load import load
from dossier.pipeline.social_cards import cards_of
from tests.pipeline import harbour

TOPIC = "briefings/topics/route.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return harbour.copy(tmp_path / "root")


def _forbid(monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(_: object) -> bytes:
        raise AssertionError("a card is drawn again")

    monkeypatch.setattr("dossier.render.card.draw", draw)


def test_a_card_is_drawn_once_and_again_when_its_words_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = load(root).library
    drawn, shown = cards_of(root, library)
    assert set(drawn) == set(shown) == {"card.png", "topics/route/card.png", "topics/funding/card.png"}
    with monkeypatch.context() as patched:
        _forbid(patched)
        assert cards_of(root, library) == (drawn, shown)
    text = (root / TOPIC).read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    harbour.edit(root, TOPIC, title, "title: The way of the line")
    changed, said = cards_of(root, load(root).library)
    assert {where for where in drawn if changed[where] != drawn[where]} == {"topics/route/card.png"}
    assert said["topics/route/card.png"].startswith("The way of the line: ")


def test_a_card_that_cannot_be_drawn_is_tried_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (root / TOPIC).read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    harbour.edit(root, TOPIC, title, "title: 港の線")
    library = load(root).library
    drawn, _ = cards_of(root, library)
    assert "topics/route/card.png" not in drawn
    _forbid(monkeypatch)
    assert cards_of(root, library)[0] == drawn


def test_a_page_shows_a_card_that_is_there(root: Path) -> None:
    text = (root / TOPIC).read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    harbour.edit(root, TOPIC, title, "title: 港の線")
    build(root, search=False)
    site = root / "site"
    for page in site.rglob("index.html"):
        _, _, rest = page.read_text("utf-8").partition('property="og:image" content="')
        address = rest.partition('"')[0]
        assert address.startswith("https://tram.example/dossier/"), page
        assert (site / address.removeprefix("https://tram.example/dossier/")).is_file()
    assert not (site / "topics/route/card.png").exists()


def test_who_brings_a_card_or_a_robots_file_keeps_it(root: Path) -> None:
    (root / "pages" / "robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")
    (root / "pages" / "card.png").write_bytes(b"theirs")
    report = build(root, search=False)
    assert report.count is not None
    assert (root / "site/robots.txt").read_text("utf-8").endswith("Disallow: /\n")
    assert (root / "site/card.png").read_bytes() == b"theirs"
    assert (root / "site/sitemap.xml").read_text("utf-8").startswith("<?xml")
