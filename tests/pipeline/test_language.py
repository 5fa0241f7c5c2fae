"""A site in another language: its catalogue reaches pages, scripts and the theme, and a new one makes everything anew."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dossier.disk import FileCounts
from dossier.pipeline.build import build
from dossier.problem import UserError
from tests.catalogues import compiled
from tests.pipeline.harbour import copy, edit

WORDS = {
    "Every claim": "Jede These",
    "Copied": "Kopiert",
    "Show more": "Mehr zeigen",
    "Bottom line": "Fazit",
    "From": "Aus",
}
CATALOGUE = "templates/locale/de/LC_MESSAGES/dossier.mo"


def _write(root: Path, words: Mapping[str, str]) -> None:
    (root / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    (root / CATALOGUE).write_bytes(compiled("de", dict(words)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = copy(tmp_path / "root")
    edit(folder, "mkdocs.yml", "language: en", "language: de")
    _write(folder, WORDS)
    return folder


def _build(root: Path) -> FileCounts:
    report = build(root, search=False)
    assert report.count is not None
    return report.count


def _read(root: Path, path: str) -> str:
    return (root / "site" / path).read_text("utf-8")


def test_a_catalogue_reaches_pages_their_contents_scripts_and_the_theme(root: Path) -> None:
    _build(root)
    page = _read(root, "topics/route/index.html")
    assert page.count("Jede These") > 1
    assert "Every claim" not in page
    assert "Mehr zeigen" in page
    assert '"Kopiert"' in _read(root, "assets/dossier.js")


def test_another_catalogue_makes_every_page_and_feed_anew_and_a_script_with_another_address(root: Path) -> None:
    _build(root)
    before = _read(root, "topics/route/index.html")
    assert _build(root).written == 0
    assert "Aus:" in _read(root, "feeds/all/atom.xml")
    _write(root, {**WORDS, "Copied": "Ist kopiert", "From": "Von"})
    assert _build(root).written >= len([*(root / "site").rglob("*.html")])
    assert '"Ist kopiert"' in _read(root, "assets/dossier.js")
    assert "Von:" in _read(root, "feeds/all/atom.xml")
    # Nothing of the page itself changed but the address of the script.
    after = _read(root, "topics/route/index.html")
    assert before != after
    assert len(before) == len(after)


def test_a_catalogue_that_cannot_be_read_is_named(root: Path) -> None:
    (root / CATALOGUE).write_bytes(b"no catalogue")
    with pytest.raises(UserError, match=r"de.*templates/locale"):
        build(root, search=False)
