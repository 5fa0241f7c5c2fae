"""The settings in `mkdocs.yml` are read, and each fault has a place."""

import re
import subprocess
import sys

import pytest

from dossier.frames import SettingsFile, read_settings
from dossier.problem import Span
from tests.architecture.module_rules import ROOT
from tests.frames.folder import NAV, SETTINGS

GOOD = SETTINGS + NAV


def problems(text: str, environment: dict[str, str] | None = None) -> list[tuple[str, int, int]]:
    """Return code, line and column of every problem."""
    found = []
    for problem in read_settings(text, environment=environment or {}).problems:
        assert isinstance(problem.at, Span)
        found.append((problem.code.name, problem.at.line, problem.at.column))
    return found


def read(text: str, **environment: str) -> SettingsFile:
    return read_settings(text, environment=environment)


def test_good_settings_are_read() -> None:
    found = read(GOOD)
    assert found.problems == ()
    assert found.settings is not None
    assert found.settings.name == "Harbour Dossier"
    assert found.settings.url == "https://harbour.example/reports/"
    assert (found.settings.authority, found.settings.authority_year) == ("harbour.example", 2031)
    assert found.settings.edit == "https://code.example/harbour/edit/main/{path}"
    assert found.settings.feed_size == 50
    assert (found.pages, found.theme, found.hooks, found.search) == ("pages", None, (), True)


def test_the_settings_of_this_site_are_sound() -> None:
    found = read((ROOT / "mkdocs.yml").read_text("utf-8"))
    assert found.problems == ()
    assert found.settings is not None
    assert (found.pages, found.theme) == ("pages", "templates/frame")
    assert all((ROOT / hook).is_file() for hook in found.hooks)


def test_an_address_without_a_slash_gets_one_as_in_mkdocs() -> None:
    found = read(GOOD.replace("/reports/", "/reports"))
    assert found.settings is not None
    assert found.settings.url == "https://harbour.example/reports/"


def test_a_missing_setting_has_the_place_where_it_belongs() -> None:
    text = GOOD.replace("site_name: Harbour Dossier\n", "").replace("    authority: harbour.example\n", "")
    assert problems(text) == [("settings-missing", 1, 1), ("settings-missing", 24, 5)]
    assert read(text).settings is None


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("authority_year: 2031", "authority_year: soon", "settings-wrong", (26, 21)),
        ("authority: harbour.example", "authority: the harbour", "settings-wrong", (25, 16)),
        ("site_url: https://harbour.example/reports/", "site_url: harbour.example", "settings-wrong", (2, 11)),
        ("main/{path}", "main/", "settings-wrong", (27, 11)),
        ("https://code.example/harbour/edit", "ftp://code.example/edit", "settings-wrong", (27, 11)),
        ("name: material", "name: readthedocs", "settings-wrong", (6, 3)),
        ("docs_dir: pages", "docs_dir: ../pages", "settings-wrong", (4, 11)),
        ("docs_dir: pages", "docs_dir: /pages", "settings-wrong", (4, 11)),
        ("font: false", "font: {text: Roboto}", "settings-overruled", (7, 9)),
        ("docs_dir: pages", "use_directory_urls: false", "settings-overruled", (4, 21)),
        ("docs_dir: pages", "repo_url: https://code.example/x", "settings-overruled", (4, 11)),
        ("docs_dir: pages", "extra_css: [//cdn.example/x.css]", "foreign-host", (4, 13)),
        ("docs_dir: pages", "extra_javascript: [{path: https://x.example/y.js}]", "foreign-host", (4, 27)),
        ("scope: /", "analytics: {provider: google}", "foreign-host", (23, 14)),
        ("edit: https", "edti: https", "settings-unknown", (27, 5)),
        (
            "edit: https://code.example/harbour/edit/main/{path}",
            "suggest: http://code.example/new",
            "settings-wrong",
            (27, 14),
        ),
        ("edit: https://code.example/harbour/edit/main/{path}", "suggest: javascript:x", "settings-wrong", (27, 14)),
        (
            "edit: https://code.example/harbour/edit/main/{path}",
            "suggest: mailto:a@b.example?cc=c@d.example",
            "settings-wrong",
            (27, 14),
        ),
        (
            "edit: https://code.example/harbour/edit/main/{path}",
            "suggest: https://code.example/new?x=1",
            "settings-wrong",
            (27, 14),
        ),
        ("docs_dir: pages", "INHERIT: base.yml", "settings-wrong", (4, 10)),
    ],
)
def test_a_wrong_setting_has_its_place(old: str, new: str, code: str, place: tuple[int, int]) -> None:
    assert old in GOOD
    assert problems(GOOD.replace(old, new)) == [(code, *place)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("authority: harbour.example", "authority: example.org", [("example-address", 25, 16)]),
        ("authority: harbour.example", "authority: ed@news.example.com", [("example-address", 25, 16)]),
        ("https://harbour.example/reports/", "https://www.example.net/", [("example-address", 2, 11)]),
        ("https://harbour.example/reports/", "https://counterexample.org/", []),
    ],
)
def test_an_example_in_the_place_of_an_address_is_a_warning(
    old: str, new: str, told: list[tuple[str, int, int]]
) -> None:
    assert problems(GOOD.replace(old, new)) == told
    assert read(GOOD.replace(old, new)).settings is not None


@pytest.mark.parametrize(
    "value", ["https://code.example/harbour/issues/new", "mailto:the.editors+file@harbour.example"]
)
def test_suggestions_go_to_a_forge_or_by_mail(value: str) -> None:
    found = read(GOOD.replace("edit: https://code.example/harbour/edit/main/{path}", f"suggest: {value}"))
    assert found.problems == ()
    assert found.settings is not None
    assert found.settings.suggest == value


def test_a_misspelt_setting_gets_a_suggestion() -> None:
    assert read(GOOD.replace("    edit: ", "    edti: ")).problems[0].hint == 'did you mean "edit"?'


@pytest.mark.parametrize(
    ("right", "wrong", "place"), [("site_name:", "sight_name:", (1, 1)), ("  dossier:", "  dosier:", (24, 3))]
)
def test_a_misspelt_required_setting_has_its_place(right: str, wrong: str, place: tuple[int, int]) -> None:
    text = GOOD.replace(right, wrong)
    assert {problem[1:] for problem in problems(text)} == {place}
    assert {problem.hint for problem in read(text).problems} == {f'did you mean "{right.strip(" :")}"?'}


@pytest.mark.parametrize("value", ["null", "~", ""])
def test_a_setting_that_is_null_counts_as_missing(value: str) -> None:
    text = GOOD.replace("site_name: Harbour Dossier", f"site_name: {value}")
    assert [(code, line) for code, line, _ in problems(text)] == [("settings-missing", 1)]
    optional = read(GOOD.replace("edit: https://code.example/harbour/edit/main/{path}", f"edit: {value}"))
    assert optional.problems == ()
    assert optional.settings is not None
    assert optional.settings.edit is None


@pytest.mark.parametrize("text", ["site_name: [", "a: b: c", "\tx: y", "- a\n", "", "&a [*a, *a]", "\x00", "[" * 5000])
def test_text_without_settings_is_a_problem(text: str) -> None:
    found = read(text)
    assert found.settings is None
    assert {problem.code.name for problem in found.problems} & {"settings-unreadable", "settings-missing"}


def test_environment_variables_and_defaults_work_as_in_mkdocs() -> None:
    text = GOOD.replace("https://harbour.example/reports/", "!ENV [SITE, OTHER, https://harbour.example/]")
    text = text.replace("Harbour Dossier", "!ENV SITE_NAME")
    found = read(text, SITE_NAME="Quay Dossier", OTHER="https://quay.example/")
    assert found.settings is not None
    assert (found.settings.name, found.settings.url) == ("Quay Dossier", "https://quay.example/")
    assert found.environment == {
        "OTHER": "https://quay.example/",
        "SITE": None,
        "SITE_NAME": "Quay Dossier",
        "https://harbour.example/": None,
    }
    assert problems(text, {"SITE": "https://quay.example/"}) == [("settings-missing", 1, 12)]


def test_tags_of_python_are_not_run(capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        GOOD + "exclude: !!python/object/apply:builtins.print [ran]\nother: !!python/name:material.extensions.emoji.x\n"
    )
    assert read(text).settings is not None
    assert capsys.readouterr().out == ""


def test_without_the_search_plugin_there_is_no_search() -> None:
    assert not read(GOOD.replace("plugins: [search]", "plugins: []")).search
    assert read(GOOD.replace("plugins: [search]", "plugins: [{search: {lang: en}}]")).search
    assert read(GOOD.replace("plugins: [search]", "")).search


def test_reading_settings_does_not_import_mkdocs() -> None:
    code = "import sys, dossier.frames; sys.exit('mkdocs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize(
    ("more", "closed"),
    [
        ("", True),
        ("plugins: [search, material/search]\n", True),
        ("plugins:\n  - search:\n      lang: en\n", True),
        ("plugins: [macros]\n", False),
        ("markdown_extensions: [toc, markdown.extensions.tables, pymdownx.blocks.details]\n", True),
        ("markdown_extensions:\n  toc:\n    permalink: true\n  pymdownx.superfences: {}\n", True),
        ("markdown_extensions: [pymdownx.snippets]\n", False),
        ("markdown_extensions:\n  - pymdownx.b64: {}\n", False),
        ("markdown_extensions: [own.includes]\n", False),
        ("hooks: [dossier/pipeline/mkdocs_hook.py]\n", True),
        ("hooks: [hooks/own.py]\n", False),
    ],
)
def test_settings_show_whether_mkdocs_may_read_other_files(more: str, closed: bool) -> None:
    assert read(f"{_without(GOOD)}{more}").is_self_contained is closed


def _without(settings: str) -> str:
    """Leave out blocks that a case gives itself."""
    return re.sub(r"(?m)^(?:plugins|markdown_extensions|hooks):.*\n(?:[ -].*\n)*", "", settings)


@pytest.mark.parametrize(
    ("old", "new", "code", "named"),
    [
        ("navigation.tabs,", "navigation.tabs, toc.integrate,", "settings-wrong", "toc.integrate"),
        ("plugins: [search]", "plugins: [search, offline]", "settings-wrong", "offline"),
        ("plugins: [search]", "plugins: [search, nosuch]", "settings-wrong", "nosuch"),
        ("markdown_extensions: [", "markdown_extensions: [nosuch.extension, ", "settings-wrong", "nosuch.extension"),
        ("markdown_extensions: [", "markdown_extensions: [pymdownx.nosuch, ", "settings-wrong", "pymdownx.nosuch"),
        ("  font: false", "  font: false\n  language: tlh", "settings-wrong", "tlh"),
        ("Harbour Dossier", '"Harbour \\u0008Dossier"', "control-character", "U+0008"),
        ("Harbour Dossier", '"Harbour \\u202eDossier"', "bidi-character", "U+202E"),
        ("Harbour Dossier", "Harbour \u202eDossier", "bidi-character", "U+202E"),
        ("Harbour Dossier", "Harbour \x08Dossier", "control-character", "U+0008"),
        ("What the harbour", "What\u200b the harbour", "invisible-character", "U+200B"),
        ("- About: about.md", "- Ab\u2060out: about.md", "invisible-character", "U+2060"),
    ],
)
def test_what_would_break_a_build_or_a_page_is_told_at_its_line(old: str, new: str, code: str, named: str) -> None:
    text = GOOD.replace(old, new, 1)
    (problem,) = read(text).problems
    assert problem.code.name == code
    assert named in problem.message
    assert isinstance(problem.at, Span)
    line = next(number for number, row in enumerate(text.split("\n"), 1) if row not in GOOD.split("\n"))
    assert problem.at.line == line
    assert read(text).settings is None


def test_a_character_from_the_environment_is_told_too() -> None:
    text = GOOD.replace("Harbour Dossier", "!ENV NAME")
    assert [one.code.name for one in read(text, NAME="Harbour \x08").problems] == ["control-character"]


@pytest.mark.parametrize(
    ("old", "new", "runs"),
    [
        ("", "", False),
        ("plugins: [search]", "plugins: [search, tags]", True),
        ("markdown_extensions: [", "markdown_extensions: [pymdownx.snippets, ", True),
        ("markdown_extensions: [", "markdown_extensions: [pymdownx.emoji, ", False),
        ("docs_dir: pages", "docs_dir: pages\nhooks: [hook.py]", True),
        ("  name: material", "  name: material\n  custom_dir: mine", True),
        ("docs_dir: pages", "docs_dir: pages\nextra_templates: [a.xml]", True),
        ("  scope: /", "  scope: !!python/name:os.getcwd", True),
        ("  scope: /", "  scope: !ENV SCOPE", False),
    ],
)
def test_whether_mkdocs_would_run_what_others_wrote_is_known(old: str, new: str, runs: bool) -> None:
    assert read(GOOD.replace(old, new, 1)).runs_code == runs
