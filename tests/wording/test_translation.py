"""Messages in other languages: where they come from, which form fits a number, and that none is kept too long."""

import pytest

from dossier.wording import counted, phrase, translation
from dossier.wording.labels import ORIGIN_STATUS, STATUS
from dossier.wording.languages import name_of
from tests.catalogues import compiled

CLAIMS = ("%(num)s claim", "%(num)s claims")
UKRAINIAN = compiled(
    "uk",
    {
        CLAIMS: ("%(num)s твердження", "%(num)s твердження!", "%(num)s тверджень"),
        "Denied": "Заперечено",
        "German": "німецька",
        "April": "квітня",
    },
)


def test_without_a_catalogue_everything_is_english() -> None:
    with translation.use(translation.read_translations([])):
        assert (counted.claims(2), STATUS["denied"], name_of("de")) == ("2 claims", "Denied", "German")


def test_a_message_is_translated_and_one_that_is_missing_is_english() -> None:
    with translation.use(translation.read_translations([UKRAINIAN])):
        assert (STATUS["denied"], STATUS["disputed"], name_of("de")) == ("Заперечено", "Disputed", "німецька")


def test_a_number_has_the_form_that_its_language_wants() -> None:
    with translation.use(translation.read_translations([UKRAINIAN])):
        told = [counted.claims(number) for number in (1, 3, 5, 21, 12000)]
    assert told == ["1 твердження", "3 твердження!", "5 тверджень", "21 твердження", "12,000 тверджень"]


def test_of_several_catalogues_each_has_what_those_before_it_lack() -> None:
    own = compiled("uk", {"Denied": "Спростовано"})
    with translation.use(translation.read_translations([own, UKRAINIAN])):
        assert (STATUS["denied"], name_of("de"), name_of("fr")) == ("Спростовано", "німецька", "French")


@pytest.mark.parametrize("content", [b"no catalogue", UKRAINIAN[:40], UKRAINIAN[:-9]])
def test_what_is_no_catalogue_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        translation.read_translations([content])


def test_words_that_were_kept_are_translated_anew() -> None:
    assert phrase.date_words("2031-04-05") == "5 April 2031"
    with translation.use(translation.read_translations([UKRAINIAN])):
        assert phrase.date_words("2031-04-05") == "5 квітня 2031"
    assert phrase.date_words("2031-04-05") == "5 April 2031"


def test_a_label_that_says_nothing_says_nothing_in_any_language() -> None:
    with translation.use(translation.read_translations([UKRAINIAN])):
        assert ORIGIN_STATUS["current"] == ""


def test_the_forms_of_a_message_come_with_the_rule_that_chooses_one() -> None:
    assert translation.plural_forms(*CLAIMS) == ("n != 1", ["%(num)s claim", "%(num)s claims"])
    with translation.use(translation.read_translations([UKRAINIAN])):
        rule, forms = translation.plural_forms(*CLAIMS)
    assert "n%10==1 && n%100!=11" in rule
    assert forms == ["%(num)s твердження", "%(num)s твердження!", "%(num)s тверджень"]
