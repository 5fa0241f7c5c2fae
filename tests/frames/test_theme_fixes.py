"""Faults in the theme's HTML are fixed, and white space is removed where it does not matter."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from dossier.frames import Frames
from dossier.frames.theme_fixes import collapse_whitespace, fix_theme_html
from tests.frames.folder import NAV, SETTINGS, filled, folder, frames_of


def test_checkboxes_labels_and_dialogs_are_valid(frames: Frames) -> None:
    page = filled(frames.frame_for("briefs/toll-rise/"))
    assert not re.search(r'<input[^>]*type="checkbox"[^>]*autocomplete', page)
    controls = set(re.findall(r'<input[^>]*\sid="([^"]+)"', page))
    assert set(re.findall(r'<label[^>]*\sfor="([^"]+)"', page)) <= controls
    assert re.search(r'<dialog[^>]*aria-label="Search"', page)
    assert 'name="search"' not in page
    assert 'data-md-component="search"' not in page


def test_each_part_of_the_navigation_has_a_name_and_works_by_keyboard(tmp_path: Path) -> None:
    settings = SETTINGS.replace("navigation.tabs, ", "") + NAV.replace("- Reading", '- "Reading & \\"more\\""')
    made = frames_of(folder(tmp_path / "x", settings))
    page: Any = html.document_fromstring(filled(made.frame_for("briefs/toll-rise/")))
    named = 0
    for part in page.xpath("//nav[contains(@class, 'md-nav')]"):
        labels = page.xpath("//*[@id = $name]", name=part.get("aria-labelledby") or "")
        assert part.get("aria-label") or labels[0].text_content().strip(), html.tostring(part)[:200]
        named += bool(labels)
    assert named >= 2
    for label in page.xpath("//label[starts-with(@for, '__nav_')]"):
        assert label.get("tabindex") == "0"
        assert label.text_content().strip()
    assert page.xpath("//button[@data-menu]/@aria-label") == ["Navigation"]
    assert page.xpath("//input[@id = '__drawer']/@aria-label") == ["Navigation"]
    assert page.xpath("//*[@tabindex = '']") == []


@pytest.mark.parametrize("side", ["left", "center", "right"])
def test_cells_are_aligned_by_classes_as_styles_are_not_allowed(side: str) -> None:
    page = f'<table><tr><th style="text-align: {side};">Line</th><td style="text-align: {side};">4</td></tr></table>'
    cells = f'<table><tr><th class="align-{side}">Line</th><td class="align-{side}">4</td></tr></table>'
    assert fix_theme_html(page) == cells


def test_a_fixed_page_is_not_changed_again(tmp_path: Path) -> None:
    settings = SETTINGS.replace("navigation.tabs, ", "") + NAV
    page = filled(frames_of(folder(tmp_path / "x", settings)).frame_for("briefs/toll-rise/"))
    assert fix_theme_html(page) == page


def test_a_page_without_the_theme_s_html_is_not_changed() -> None:
    page = '<p><label for="__toc">x</label><input id="__toc" type="checkbox"></p>'
    assert fix_theme_html(page) == page


def test_white_space_is_collapsed_where_it_does_not_matter() -> None:
    kept = "<pre>\n  a\n</pre><script>\n  b\n</script><textarea>\n\n  c</textarea>"
    assert collapse_whitespace(f"<p>\n\n  x\n</p>{kept}\n\n\n<p>") == f"<p>\nx\n</p>{kept}\n<p>"
