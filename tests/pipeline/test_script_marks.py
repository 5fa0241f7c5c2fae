"""Scripts are published with the words of the site's language."""

import pytest

from dossier.pipeline.script_marks import translated
from dossier.wording import translation
from tests.catalogues import compiled

UKRAINIAN = compiled(
    "uk",
    {
        'Say "so"': 'Кажіть "так"',
        ("%(num)s page", "%(num)s pages"): ("%(num)s сторінка", "%(num)s сторінки", "%(num)s сторінок"),
    },
)


def _published(script: str) -> str:
    return translated("assets/a.js", script.encode()).decode()


def test_a_mark_gives_way_to_words() -> None:
    script = r'say(_("Say \"so\""));'
    assert _published(script) == r'say("Say \"so\"");'
    with translation.use(translation.read_translations([UKRAINIAN])):
        assert _published(script) == r'say("Кажіть \"так\"");'


def test_a_plural_gives_way_to_a_choice_between_its_forms() -> None:
    script = 'say(ngettext("%(num)s page", "%(num)s pages", count + 1));'
    assert _published(script) == 'say(((n) => ["%(num)s page", "%(num)s pages"][Number(n != 1)])(count + 1));'
    with translation.use(translation.read_translations([UKRAINIAN])):
        assert '["%(num)s сторінка", "%(num)s сторінки", "%(num)s сторінок"][Number((n%10==1' in _published(script)


@pytest.mark.parametrize("script", ['my_("x")', 'a._("x")', "_(name)", '"_"', "$_('x')"])
def test_what_is_no_mark_stays(script: str) -> None:
    assert _published(script) == script


def test_other_files_stay() -> None:
    assert translated("assets/a.css", b'_("x")') == b'_("x")'
