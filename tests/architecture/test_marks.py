"""Every word that readers see stands in `wording`, in a template or in a script, and is marked for translation there."""

from collections.abc import Iterator

import pytest

from tests.architecture import mark_rules
from tests.architecture.module_rules import ROOT, Module, modules

FOR_CONTRIBUTORS = frozenset(
    {
        "dossier/wording/english.py",
        "dossier/wording/unrendered.py",
        # The form of the downloads, told to programmers in schemas.
        "dossier/exports/form.py",
        "dossier/exports/schema.py",
    }
)
"""What these modules say is always English."""
SPEAKING = ("pages", "exports", "feeds", "render", "linked", "library")
"""The rooms that make what readers see, but have no words of their own."""
FOR_PROGRAMS = frozenset(
    {
        # Formats, and types of things in structured data and social cards.
        *("RSS", "(RSS)", "(JSON)", "Atom", "JSON Feed", "image/png", "website", "article", "summary_large_image"),
        *("Organization", "Article", "Thing", "Claim", "Person", "Dataset"),
        # Crawlers, browsers and feed readers.
        *("User-agent: *\nAllow: /\n\nSitemap: ", "noindex", ' rel="nofollow"', "Dossier"),
        # Values of the model, an article in English names, fonts, keys, classes and selectors.
        *(
            "in use",
            "left out",
            "not read",
            "The",
            "the ",
            "Bold",
            "Regular",
            "Escape",
            "Enter",
            "mark mark--new",
            "use strict",
        ),
        *("alternate feed", ".periods a, [data-elsewhere] a", ".claim__tools a:first-child"),
        *(".md-sidebar--primary :is(a, label[tabindex])", "`find ${base.pathname}`"),
        # What the theme writes and is replaced, an attribute, and letters as they are sorted.
        *("Made with\n", ' lang="en" dir="ltr"'),
        *("г\uf8f0", "е\uf8f0", "и\uf8f0", "и\uf8f1", "и\uf8f2", "у\uf8f0"),
    }
)
"""What looks like words and is read by programs only, or is the name of a format in every language."""


def _breaches(path: str, found: list[tuple[int, str]]) -> Iterator[str]:
    return (f"{path}:{line}: {text!r}" for line, text in found if text not in FOR_PROGRAMS)


def _wording() -> list[Module]:
    return [each for each in modules("dossier/wording/*.py") if each.path not in FOR_CONTRIBUTORS]


def _speaking() -> list[Module]:
    patterns = [f"dossier/{room}/**/*.py" for room in SPEAKING]
    return [
        each
        for each in modules(*patterns, "dossier/frames/navigation.py", "dossier/pipeline/products.py")
        if each.path not in FOR_CONTRIBUTORS
    ]


def _files(ending: str) -> list[tuple[str, str]]:
    paths = sorted((ROOT / "templates").rglob(f"*.{ending}"))
    assert paths
    return [(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths]


def test_words_in_wording_are_marked() -> None:
    assert [one for each in _wording() for one in _breaches(each.path, mark_rules.unmarked_in_module(each))] == []


def test_rooms_that_speak_to_readers_take_their_words_from_wording() -> None:
    assert [one for each in _speaking() for one in _breaches(each.path, mark_rules.words_in_module(each))] == []
    english = [each.path for each in _speaking() if "dossier.wording.english" in {name for _, name in each.imports()}]
    assert english == []


def test_words_in_templates_are_marked() -> None:
    files = _files("html")
    assert [one for path, text in files for one in _breaches(path, mark_rules.unmarked_in_template(text))] == []


def test_words_in_scripts_are_marked_and_style_sheets_have_none() -> None:
    files = _files("js")
    assert [one for path, text in files for one in _breaches(path, mark_rules.unmarked_in_script(text))] == []
    assert [word for _, text in _files("css") for word in mark_rules.words_in_styles(text)] == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>No mark</p>",
        "<p>{% trans %}A mark{% endtrans %} none</p>",
        '<p title="No mark">1</p>',
        '<img alt="word">',
        '{{ "Claim" if number == 1 else _("Claims") }}',
        '{{ word or "none" }}',
        '{{ draw(view.matrix, "No mark here") }}',
        '{% set words = "No mark" %}',
        '{{ _("A mark: %(value)s", value="No mark") }}',
        "{% if view %}{{ number }} more{% endif %}",
    ],
)
def test_an_unmarked_word_in_a_template_is_found(source: str) -> None:
    assert mark_rules.unmarked_in_template(source)


@pytest.mark.parametrize(
    "source",
    [
        '<p class="no words">{{ _("A mark") }}: {{ value }} · 3</p>',
        '{% trans address=link.address %}See <a href="{{ address }}">the page</a>.{% endtrans %}',
        "{% trans num=view.more %}{{ num }} claim{% pluralize %}{{ num }} claims{% endtrans %}",
        '{% if kind == "some kind" %}{{ "topics/"|href }}{% endif %}',
        "<script>let words = 1;</script>",
    ],
)
def test_what_is_marked_or_no_word_passes_in_a_template(source: str) -> None:
    assert [text for _, text in mark_rules.unmarked_in_template(source) if text != "some kind"] == []


@pytest.mark.parametrize(
    "source",
    [
        'words = "no mark"',
        'words = f"{number} claims"',
        'words = f"about {name}"',
        'label = "Topic"',
        'words = gettext("A mark: %(words)s", words="no mark")',
        'WORDS = {"key": "These are words."}',
        'def f(words: str = "no mark") -> None: ...',
        "words = f'{words} {gettext(\"Not collected\")}'",
    ],
)
def test_unmarked_words_in_a_module_are_found(source: str) -> None:
    assert mark_rules.unmarked_in_module(Module("dossier/wording/x.py", source))
    assert mark_rules.words_in_module(Module("dossier/pages/x.py", source))


@pytest.mark.parametrize(
    "source",
    [
        'def f():\n    return "earlier"',
        'def f():\n    return gettext("x") if y else "earlier"',
        'WORDS = {"key": "earlier"}',
    ],
)
def test_a_single_word_that_wording_gives_away_is_found(source: str) -> None:
    assert [text for _, text in mark_rules.unmarked_in_module(Module("dossier/wording/x.py", source))] == ["earlier"]


@pytest.mark.parametrize(
    "source",
    [
        'def f() -> "Some Type":\n    """Return a word."""\n    raise ValueError("no word for readers")',
        'words = gettext("A mark")',
        'words = ngettext("%(num)s claim", "%(num)s claims", number)',
        'LABELS = Labels({"topics": gettext_noop("All topics")})',
        'words = f"{title}: {name} · {number}"',
    ],
)
def test_what_is_marked_or_no_word_passes_in_a_module(source: str) -> None:
    assert mark_rules.unmarked_in_module(Module("dossier/wording/x.py", source)) == []


def test_a_mark_is_no_way_to_keep_words_in_the_rooms_that_speak() -> None:
    assert mark_rules.words_in_module(Module("dossier/pages/x.py", 'words = gettext("A mark")'))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('say("No mark");', ["No mark"]),
        ('say(fill(_("A mark"), { words: "no mark" }));', ["no mark"]),
        ("say(`${number} claims`);", ["`${number} claims`"]),
        ('say(_("A mark")); say(ngettext("%(num)s claim", "%(num)s claims", number));', []),
    ],
)
def test_unmarked_words_in_a_script_are_found(source: str, found: list[str]) -> None:
    assert [text for _, text in mark_rules.unmarked_in_script(source)] == found


def test_words_in_a_style_sheet_are_found() -> None:
    assert mark_rules.words_in_styles('a::after { content: attr(x) " in the line"; } b { content: " · " }') == [
        " in the line"
    ]
