"""What `mkdocs.yml` tells the theme reaches stamped pages, and what the theme breaks is mended there."""

import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from dossier.frames import Filling
from dossier.frames.theme_fixes import thinned
from tests.frames.folder import ADDRESSES, NAV, SETTINGS, folder, frames_of

FILLING = Filling("Toll", "About the toll.", "https://harbour.example/", "<h1>Toll</h1>")


def stamped(tmp_path: Path, settings: str = SETTINGS) -> str:
    made = frames_of(folder(tmp_path / "x", settings), ["briefs/toll-rise/"])
    assert made.problems == ()
    return made.of("briefs/toll-rise/").stamp(FILLING)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> str:
    return stamped(tmp_path_factory.mktemp("before"))


@pytest.mark.parametrize(
    ("old", "new", "sign"),
    [
        ("accent: amber", "accent: deep purple", 'data-md-color-accent="deep-purple"'),
        ("primary: teal", "primary: red", 'data-md-color-primary="red"'),
        ("scheme: slate", "scheme: night", 'data-md-color-scheme="night"'),
        ("navigation.path", "navigation.top", 'data-md-component="top"'),
        ("navigation.path", "navigation.tabs.sticky", "md-header--lifted"),
        ("navigation.tabs, ", "", "md-header--shadow"),
        ("font: false", "font: false\n  language: de", '<html lang="de"'),
        ("font: false", "font: false\n  icon: {logo: material/anchor}", "M12 2a3"),
        ("font: false", "font: false\n  favicon: images/own.png", 'href="../../images/own.png"'),
        ("extra:", "copyright: The harbour board\nextra:", "The harbour board"),
        ("extra:", "extra_css: [own.css]\nextra:", 'href="../../own.css"'),
        ("Harbour Dossier", "Quay Dossier", "<title>Toll - Quay Dossier</title>"),
        ("scope: /", "scope: /\n  social: [{icon: material/anchor, link: 'https://x.example/'}]", "md-social"),
    ],
)
def test_a_setting_of_the_theme_reaches_stamped_pages(
    old: str, new: str, sign: str, before: str, tmp_path: Path
) -> None:
    assert sign not in before
    assert old in SETTINGS
    assert sign in stamped(tmp_path, SETTINGS.replace(old, new))


def test_what_would_ask_another_host_is_overruled(tmp_path: Path) -> None:
    settings = (
        SETTINGS.replace("font: false", "font: {text: Roboto}") + "repo_url: https://code.example/harbour\n" + NAV
    )
    made = frames_of(folder(tmp_path / "x", settings))
    page = made.of("briefs/toll-rise/").stamp(FILLING)
    assert "googleapis" not in page
    assert 'data-md-component="source"' not in page


def test_the_part_of_the_site_that_a_page_belongs_to_is_marked(tmp_path: Path) -> None:
    made = frames_of(folder(tmp_path / "x"))
    for address, part in (("briefs/toll-rise/", "Reading"), ("topics/toll/2031/", "Topics")):
        page = made.of(address).stamp(FILLING)
        found = re.search(r'md-tabs__item--active">\s*<a[^>]*>\s*([^<]*?)\s*<', page)
        assert found is not None
        assert found[1] == part


def test_a_side_bar_with_nothing_to_choose_from_is_hidden(tmp_path: Path) -> None:
    made = frames_of(folder(tmp_path / "x"))
    bar = re.compile(r'data-md-type="navigation"\s*(hidden)?')
    hidden = {address: bar.search(made.of(address).stamp(FILLING)) for address in ("positions/", "topics/toll/")}
    assert [found and found[1] for found in hidden.values()] == ["hidden", None]


def test_what_the_theme_breaks_is_mended(tmp_path: Path) -> None:
    page = stamped(tmp_path)
    assert not re.search(r'<input[^>]*type="checkbox"[^>]*autocomplete', page)
    controls = set(re.findall(r'<input[^>]*\sid="([^"]+)"', page))
    assert set(re.findall(r'<label[^>]*\sfor="([^"]+)"', page)) <= controls
    assert re.search(r'<dialog[^>]*aria-label="Search"', page)
    assert 'name="search"' not in page
    assert 'data-md-component="search"' not in page


def test_no_page_names_another_as_the_one_before_or_after_it(tmp_path: Path) -> None:
    made = frames_of(folder(tmp_path / "x"))
    texts = [made.of(address).stamp(FILLING) for address in ADDRESSES]
    for text in (*texts, made.page("about/", "")):
        assert 'rel="icon"' in text
        assert not re.search(r'rel="(prev|next)"', text)


def test_without_the_search_plugin_there_is_no_search_box(tmp_path: Path) -> None:
    page = stamped(tmp_path, SETTINGS.replace("plugins: [search]", "plugins: []"))
    assert "<dialog" not in page


def test_every_part_of_the_navigation_has_a_name_and_a_way_in_and_out_by_keyboard(tmp_path: Path) -> None:
    settings = SETTINGS.replace("navigation.tabs, ", "") + NAV.replace("- Reading", '- "Reading & \\"more\\""')
    made = frames_of(folder(tmp_path / "x", settings))
    page: Any = html.document_fromstring(made.of("briefs/toll-rise/").stamp(FILLING))
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


def test_pages_are_thinned_where_white_space_means_nothing() -> None:
    kept = "<pre>\n  a\n</pre><script>\n  b\n</script><textarea>\n\n  c</textarea>"
    assert thinned(f"<p>\n\n  x\n</p>{kept}\n\n\n<p>") == f"<p>\nx\n</p>{kept}\n<p>"
