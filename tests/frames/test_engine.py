"""The settings of the theme reach the frames; settings that would contact another host do not."""

import re
from pathlib import Path

import pytest

from dossier.frames import Frames
from tests.frames.folder import ADDRESSES, NAV, SETTINGS, filled, folder, frames_of


def brief_page(tmp_path: Path, settings: str = SETTINGS) -> str:
    made = frames_of(folder(tmp_path / "x", settings), ["briefs/toll-rise/"])
    assert made.problems == ()
    return filled(made.frame_for("briefs/toll-rise/"))


CHANGES = [
    ("accent: amber", "accent: deep purple", 'data-md-color-accent="deep-purple"'),
    ("primary: teal", "primary: red", 'data-md-color-primary="red"'),
    ("scheme: slate", "scheme: night", 'data-md-color-scheme="night"'),
    ("navigation.path", "navigation.top", 'data-md-component="top"'),
    ("font: false", "font: false\n  language: de", '<html lang="de"'),
    ("font: false", "font: false\n  icon: {logo: material/anchor}", "M12 2a3"),
    ("font: false", "font: false\n  favicon: images/own.png", 'href="../../images/own.png"'),
    ("extra:", "copyright: The harbour board\nextra:", "The harbour board"),
    ("extra:", "extra_css: [own.css]\nextra:", 'href="../../own.css"'),
    ("Harbour Dossier", "Quay Dossier", "<title>Toll - Quay Dossier</title>"),
    ("scope: /", "scope: /\n  social: [{icon: material/anchor, link: 'https://x.example/'}]", "md-social"),
]
"""Changes of the settings, and what then is in each page."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> str:
    return brief_page(tmp_path_factory.mktemp("before"))


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a page with all `CHANGES` at once, as each run of MkDocs takes a second."""
    settings = SETTINGS
    for old, new, _ in CHANGES:
        assert old in settings
        settings = settings.replace(old, new, 1)
    return brief_page(tmp_path_factory.mktemp("after"), settings)


@pytest.mark.parametrize("sign", [sign for _, _, sign in CHANGES])
def test_a_setting_of_the_theme_reaches_the_frames(sign: str, before: str, after: str) -> None:
    assert sign not in before
    assert sign in after


@pytest.mark.parametrize(
    ("old", "new", "sign"),
    [
        ("navigation.path", "navigation.tabs.sticky", "md-header--lifted"),
        ("navigation.tabs, ", "", "md-header--shadow"),
    ],
)
def test_a_feature_of_the_theme_reaches_the_frames(old: str, new: str, sign: str, before: str, tmp_path: Path) -> None:
    assert sign not in before
    assert sign in brief_page(tmp_path, SETTINGS.replace(old, new))


def test_settings_that_contact_another_host_have_no_effect(tmp_path: Path) -> None:
    settings = (
        SETTINGS.replace("font: false", "font: {text: Roboto}") + "repo_url: https://code.example/harbour\n" + NAV
    )
    made = frames_of(folder(tmp_path / "x", settings))
    page = filled(made.frame_for("briefs/toll-rise/"))
    assert "googleapis" not in page
    assert 'data-md-component="source"' not in page


def test_the_section_of_a_page_is_marked_in_the_navigation(frames: Frames) -> None:
    for address, part in (("briefs/toll-rise/", "Reading"), ("topics/toll/2031/", "Topics")):
        page = filled(frames.frame_for(address))
        found = re.search(r'md-tabs__item--active">\s*<a[^>]*>\s*([^<]*?)\s*<', page)
        assert found is not None
        assert found[1] == part


def test_a_side_bar_without_other_pages_is_hidden(frames: Frames) -> None:
    bar = re.compile(r'data-md-type="navigation"\s*(hidden)?')
    hidden = {address: bar.search(filled(frames.frame_for(address))) for address in ("positions/", "topics/toll/")}
    assert [found and found[1] for found in hidden.values()] == ["hidden", None]


def test_no_page_names_a_previous_or_next_page(frames: Frames) -> None:
    texts = [filled(frames.frame_for(address)) for address in ADDRESSES]
    for text in (*texts, frames.handwritten_page("about/", "")):
        assert 'rel="icon"' in text
        assert not re.search(r'rel="(prev|next)"', text)


def test_without_the_search_plugin_there_is_no_search_box(tmp_path: Path) -> None:
    page = brief_page(tmp_path, SETTINGS.replace("plugins: [search]", "plugins: []"))
    assert "<dialog" not in page


def test_settings_that_mkdocs_refuses_are_a_problem(tmp_path: Path) -> None:
    made = frames_of(folder(tmp_path / "x", SETTINGS + NAV + "validation: {links: {not_found: loudly}}\n"))
    assert made.frames == {}
    assert [problem.code.name for problem in made.problems] == ["frame-broken"]
    assert "validation" in made.problems[0].message


def test_any_failure_in_mkdocs_is_a_problem(tmp_path: Path) -> None:
    root = folder(tmp_path / "x", SETTINGS + NAV + "hooks: [breaks.py]\n")
    (root / "breaks.py").write_text("def on_page_markdown(markdown, **_):\n    return markdown[10_000]\n", "utf-8")
    made = frames_of(root)
    assert (made.frames, [problem.code.name for problem in made.problems]) == ({}, ["frame-broken"])
    assert "about.md': string index out of range" in made.problems[0].message


def test_names_and_descriptions_are_escaped(tmp_path: Path) -> None:
    said = '\'"><script>alert("&amp;")</script><b>\''
    settings = SETTINGS.replace("Harbour Dossier", said).replace("What the harbour board and the town want.", said)
    about = "---\ndescription: " + said + "\n---\n\n# About\n"
    made = frames_of(folder(tmp_path / "x", settings + NAV, {"about.md": about}))
    assert made.problems == ()
    shown = "&quot;&gt;&lt;script&gt;alert(&quot;&amp;amp;&quot;)&lt;/script&gt;&lt;b&gt;"
    for page in (
        made.handwritten_page("about/", ""),
        filled(made.frame_for("404.html")),
        filled(made.frame_for("topics/toll/")),
    ):
        assert "<script>alert" not in page
        assert f"- {shown}</title>" in page
        assert f'title="{shown}"' in page
    for page in (made.handwritten_page("about/", ""), filled(made.frame_for("404.html"))):
        assert f'<meta name="description" content="{shown}">' in page
