"""German: what its catalogue makes of dates, numbers and lines that are put together."""

from collections.abc import Iterator

import pytest

from dossier.wording import basis, counted, phrase, remarks, translation
from dossier.wording.strip_markdown import first_sentence
from tests.catalogues import content


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    with translation.use(translation.read_translations([content("de")])):
        yield


def test_dates() -> None:
    assert [phrase.date_words(date) for date in ("2031-03-04", "2031-03", "2031")] == [
        "4. März 2031",
        "März 2031",
        "2031",
    ]
    assert phrase.date_short("2031-09-04") == "4. Sept. 2031"
    assert (
        phrase.dates("2031-03", "2031-04-05", is_by=True)
        == "spätestens März 2031; in diesen Quellen seit 5. April 2031"
    )
    assert phrase.time_words("2031-03-04T09:30:00Z") == "4. März 2031, 09:30 Uhr (UTC)"


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (["2031-03-04"], "am 4. März 2031"),
        (["2031-03"], "im März 2031"),
        (["2031"], "im Jahr 2031"),
        (["2031", "2032-05"], "(2031 bis Mai 2032)"),
    ],
)
def test_a_span_has_the_preposition_that_its_precision_wants(dates: list[str], words: str) -> None:
    assert phrase.span(dates) == words


def test_what_is_said_of_a_day_begins_with_it() -> None:
    assert remarks.page_was("gone", "2031-03-04") == "Am 4. März 2031 war die Seite nicht mehr da."
    assert remarks.page_was("gone", "2031") == "Im Jahr 2031 war die Seite nicht mehr da."


def test_numbers_have_a_full_stop_where_english_ones_have_a_comma() -> None:
    assert [counted.claims(number) for number in (1, 999, 1000, 1234567)] == [
        "1 Aussage",
        "999 Aussagen",
        "1.000 Aussagen",
        "1.234.567 Aussagen",
    ]


def test_lines_that_are_put_together() -> None:
    assert phrase.listed("abc") == "a, b und c"
    assert counted.quotes(3, 2, 1) == "3 Zitate aus 2 Quellen: 2 dafür, 1 dagegen"
    assert (
        basis.independent_of(2, ["Courier", basis.carrier("Post", "B")])
        == "2 unabhängige Ursprünge: Courier; Post (Note B)"
    )


def test_the_full_stop_of_a_day_ends_no_sentence() -> None:
    assert first_sentence("Am 3. Mai tagte der Rat. Die Region schwieg.") == "Am 3. Mai tagte der Rat."
    assert first_sentence("Es waren 3. Danach war Schluss.") == "Es waren 3."
