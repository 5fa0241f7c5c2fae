"""Marks in templates: what is printed of them, in English and in another language, and what is no mark."""

from gettext import NullTranslations
from pathlib import Path

import pytest

from dossier.render.environment import make_environment
from dossier.wording import translation
from tests.catalogues import compiled

GERMAN = compiled(
    "de",
    {
        "Claims": 'Thesen & "mehr"',
        "Copy %(what)s": "%(what)s kopieren",
        'See <a href="%(address)s">the page</a>.': 'Siehe <a href="%(address)s">Seite</a>.',
        "100%% of them": "100%% davon",
        ("%(num)s claim", "%(num)s claims"): ("%(num)s These", "%(num)s Thesen"),
    },
)
CASES = [
    ("{{ _('Claims') }}", "Claims", "Thesen &amp; &#34;mehr&#34;"),
    ("{{ _('Copy %(what)s', what=name) }}", "Copy &lt;a&gt;", "&lt;a&gt; kopieren"),
    (
        '{% trans address=name %}See <a href="{{ address }}">the page</a>.{% endtrans %}',
        'See <a href="&lt;a&gt;">the page</a>.',
        'Siehe <a href="&lt;a&gt;">Seite</a>.',
    ),
    ("{% trans %}100% of them{% endtrans %}", "100% of them", "100% davon"),
    (
        "{% trans num=number %}{{ num }} claim{% pluralize %}{{ num }} claims{% endtrans %}",
        "2,000 claims",
        "2,000 Thesen",
    ),
    ("{{ _('Claims')|upper if number else '' }}", "CLAIMS", "THESEN &amp; &#34;MEHR&#34;"),
    ("{% set words = _('Copy %(what)s', what=number) %}{{ words }}", "Copy 2000", "2000 kopieren"),
]


def _render(folder: Path, source: str) -> str:
    (folder / "page.html").write_text(source, "utf-8")
    return make_environment(folder).get_template("page.html").render(name="<a>", number=2000)


@pytest.mark.parametrize(("source", "english", "german"), CASES)
def test_a_mark_is_printed_in_the_language_in_use(source: str, english: str, german: str, tmp_path: Path) -> None:
    assert _render(tmp_path, source) == english
    with translation.use(translation.read_translations([GERMAN])):
        assert _render(tmp_path, source) == german


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{{ _(name) }}", "takes a message"),
        ('{% trans %}See <a href="~/x/">x</a>{% endtrans %}', "address"),
    ],
)
def test_what_translators_could_not_be_given_is_refused(source: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=message):
        _render(tmp_path, source)


def test_a_mark_costs_nothing_when_a_page_is_rendered(tmp_path: Path) -> None:
    asked = []

    class Listening(NullTranslations):
        def gettext(self, message: str) -> str:
            asked.append(message)
            return message

    with translation.use(Listening()):
        (tmp_path / "page.html").write_text("{{ _('Claims') }}", "utf-8")
        template = make_environment(tmp_path).get_template("page.html")
        for _ in range(3):
            template.render()
    assert asked == ["Claims"]
