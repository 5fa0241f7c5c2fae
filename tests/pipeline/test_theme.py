"""Frames that are kept are those that would be made: whatever goes into them is looked at."""

import shutil
from pathlib import Path

import pytest

from dossier.pipeline import theme
from dossier.pipeline.build import build
from tests.architecture.module_rules import ROOT
from tests.pipeline.harbour import edit


def test_a_file_that_an_extension_takes_in_is_not_forgotten(root: Path) -> None:
    taken_in = f"markdown_extensions:\n  - pymdownx.snippets:\n      base_path: [{root}]\n"
    edit(root, "mkdocs.yml", "markdown_extensions:\n", taken_in)
    (root / "RULES.txt").write_text("The gate shuts at nine.\n", "utf-8")
    (root / "pages/about.md").write_text('# About\n\n--8<-- "RULES.txt"\n', "utf-8")
    about = root / "site/about/index.html"
    build(root)
    assert "shuts at nine" in about.read_text("utf-8")
    (root / "RULES.txt").write_text("The gate shuts at ten.\n", "utf-8")
    build(root)
    assert "shuts at ten" in about.read_text("utf-8")


def test_what_the_generator_adds_to_the_theme_reaches_a_dossier_with_templates_of_its_own(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    shutil.copytree(ROOT / "templates", home / "templates")
    shutil.copytree(ROOT / "templates", root / "templates", ignore=shutil.ignore_patterns("frame"))
    monkeypatch.setattr(theme, "HOME", home)
    build(root)
    main = home / "templates/frame/main.html"
    main.write_text(
        main.read_text("utf-8").replace("{{ dossier.head }}", "<!-- quincunx -->{{ dossier.head }}"), "utf-8"
    )
    build(root)
    assert "quincunx" in (root / "site/topics/route/index.html").read_text("utf-8")


def test_a_file_of_the_generator_counts_even_if_the_dossier_has_one_of_its_path(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    shutil.copytree(ROOT / "templates", home / "templates")
    shutil.copytree(ROOT / "templates", root / "templates")
    monkeypatch.setattr(theme, "HOME", home)
    build(root, search=False)
    styles = home / "templates/frame/assets/frame.css"
    styles.write_text(styles.read_text("utf-8") + "\n/* our own */ .lantern {}\n", "utf-8")
    build(root, search=False)
    published = (root / "site/assets/frame.css").read_text("utf-8")
    assert ".lantern {}" in published
    assert "our own" not in published
