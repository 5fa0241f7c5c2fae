"""Quotes and the fingerprints they are checked against."""

import pytest

from dossier.evidence import fingerprint
from dossier.library import Reading
from dossier.problem import Place, Span
from tests.check.lake import BRIEF_FILE, GAZETTE, Dossier


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


def test_a_quote_in_another_paragraph_is_found_there(lake: Dossier) -> None:
    lake.claim("office-wants-ferry-out")["evidence"][0]["paragraph"] = 3
    problems = {problem.code.name: problem for problem in lake.problems()}
    told = problems["quote-not-in-paragraph"]
    assert told.message == 'the quote of claim "office-wants-ferry-out" does not stand in paragraph 3 of "gazette"'
    assert told.hint == "it stands in paragraph 2"
    assert told.at == Place(BRIEF_FILE, ("claims", 0, "evidence", 0, "paragraph"))


def test_a_wrong_word_is_counted(lake: Dossier) -> None:
    lake.claim("office-wants-ferry-out")["evidence"][0]["quote"] = "wants the ferry to leave the south pier before"
    told = lake.only("quote-not-in-paragraph")
    assert told.hint == "6 of its 9 words fit there: compare it with the text word by word"
    assert told.at == Place(BRIEF_FILE, ("claims", 0, "evidence", 0, "quote"))


def test_the_right_words_with_something_left_out_between_them(lake: Dossier) -> None:
    lake.claim("office-wants-ferry-out")["evidence"][0]["quote"] = "wants the ferry before the autumn storms"
    assert lake.only("quote-not-in-paragraph").hint.startswith("its words stand there, but not in a row")


def test_the_nearest_paragraph_is_named(lake: Dossier) -> None:
    lake.claim("line-keeps-pier")["evidence"][0]["quote"] = "asks both sides to share the price of a new jetty"
    assert lake.only("quote-not-in-paragraph").hint == (
        "the nearest passage is in paragraph 4, where 10 of its 11 words fit"
    )


def test_a_quote_of_another_source_is_found_there(lake: Dossier) -> None:
    cited = lake.claim("line-was-not-asked")["evidence"][0]
    cited |= {"source": "gazette", "paragraph": 4}
    told = {problem.code.name: problem for problem in lake.problems()}
    assert told["quote-not-in-paragraph"].hint == 'it stands in paragraph 3 of "courier"'
    cited["paragraph"] = 9
    told = {problem.code.name: problem for problem in lake.problems()}
    assert told["paragraph-past-end"].hint == 'it stands in paragraph 3 of "courier"'


def test_many_quotes_of_other_sources_do_not_take_minutes(lake: Dossier) -> None:
    library = lake.library()
    cited = library.claims["pier-dispute/line-was-not-asked"].claim.evidence[0]
    asked = [cited.model_copy(update={"source": "gazette", "quote": f"{cited.quote} {n}"}) for n in range(60)]
    assert not any(library.elsewhere(one) for one in asked)
    assert library.elsewhere(cited.model_copy(update={"source": "gazette"})) == ()


def test_words_of_no_source_get_no_hint(lake: Dossier) -> None:
    lake.claim("line-keeps-pier")["evidence"][0]["quote"] = "nobody ever wrote these words anywhere"
    assert lake.only("quote-not-in-paragraph").hint == ""


@pytest.mark.parametrize(
    ("quote", "code", "count"),
    [
        ("keep the pier", "quote-too-short", "3 words"),
        ("keep", "quote-too-short", "1 word"),
        (
            "it would keep the pier open until every ticket of the season is used up at last",
            "quote-too-long",
            "17 words",
        ),
    ],
)
def test_a_quote_has_4_to_15_words(lake: Dossier, quote: str, code: str, count: str) -> None:
    lake.claim("line-keeps-pier")["evidence"][0]["quote"] = quote
    assert lake.only(code).message == f'claim "line-keeps-pier" quotes {count} of "gazette"; a quote has 4 to 15'


def test_a_paragraph_past_the_end(lake: Dossier) -> None:
    lake.claim("line-was-not-asked")["evidence"][0]["paragraph"] = 9
    told = {problem.code.name: problem for problem in lake.problems()}["paragraph-past-end"]
    assert told.message == 'claim "line-was-not-asked" cites paragraph 9 of "courier", which has only 3'
    assert told.hint == "it stands in paragraph 3"


def test_a_quote_that_fits_elsewhere_by_luck_alone_is_not_said_to_stand_there(lake: Dossier) -> None:
    # One in forty quotes of four words fits this paragraph of the old version by luck.
    words = " ".join(f"word{number}" for number in range(10_000))
    lake.texts["gazette"] += words
    old = fingerprint.make("gazette", lake.texts["gazette"], version=1)
    lake.unreadable.append(Reading("fingerprint", "gazette", "sources/fingerprints/gazette.txt", old))
    for number in range(200):
        lake.claim("line-keeps-pier")["evidence"][0]["quote"] = f"no such words{number} anywhere"
        told = [one.hint for one in lake.problems() if one.code.name == "quote-not-in-paragraph"]
        assert told == [""]


class TestFingerprint:
    def test_one_of_the_version_before_is_to_be_renewed(self, lake: Dossier) -> None:
        old = fingerprint.make("gazette", GAZETTE, version=1)
        lake.unreadable.append(Reading("fingerprint", "gazette", "sources/fingerprints/gazette.txt", old))
        told = lake.only("fingerprint-old")
        assert told.message == 'the fingerprint of "gazette" is of version 1'
        assert told.at == Span("sources/fingerprints/gazette.txt", 1, 1, 1, 1)
        assert told.severity == "warning"

    def test_how_often_a_wrong_word_passes_is_said_where_it_is_often(self, lake: Dossier) -> None:
        lake.texts["gazette"] += " ".join(f"word{number}" for number in range(656))
        old = fingerprint.make("gazette", lake.texts["gazette"], version=1)
        lake.unreadable.append(Reading("fingerprint", "gazette", "sources/fingerprints/gazette.txt", old))
        told = {one.code.name: one for one in lake.problems()}
        assert told["fingerprint-old"].message.endswith(
            "is of version 1: a wrong word at the edge of a quote passes once in 100"
        )
        assert "has more than 65" in told["paragraph-too-long"].message

    @pytest.mark.parametrize(
        ("language", "word", "count", "long"),
        [("en", "pier ", 400, False), ("en", "pier ", 401, True), ("zh", "港", 1200, False), ("th", "ท", 1201, True)],
    )
    def test_a_paragraph_has_400_words(self, lake: Dossier, language: str, word: str, count: int, long: bool) -> None:
        lake.texts["gazette"] += word * count + "\n"
        lake.sources["gazette"]["language"] = language
        told = [one for one in lake.problems() if one.code.name == "paragraph-too-long"]
        assert bool(told) == long
        assert not told or told[0].at == Place("sources/gazette.md")

    def test_a_cited_source_needs_one(self, lake: Dossier) -> None:
        del lake.texts["courier"]
        told = lake.only("fingerprint-missing")
        assert told.at == Place("sources/courier.md")
        assert told.hint.endswith("python build.py source fingerprint courier")

    def test_one_that_could_not_be_read_is_not_missing(self, lake: Dossier) -> None:
        lake.unreadable.append(Reading("fingerprint", "courier", "sources/fingerprints/courier.txt", None))
        assert lake.codes() == []

    def test_one_of_another_source(self, lake: Dossier) -> None:
        other = fingerprint.make("gazette", GAZETTE)
        lake.unreadable.append(Reading("fingerprint", "courier", "sources/fingerprints/courier.txt", other))
        told = lake.only("fingerprint-mismatch")
        assert told.message == 'this is the fingerprint of "gazette", not of "courier"'
        assert told.at == Span("sources/fingerprints/courier.txt", 2, 1, 2, 1)

    def test_one_of_another_text(self, lake: Dossier) -> None:
        lake.sources["gazette"]["text_sha256"] = "0" * 64
        told = lake.only("fingerprint-mismatch")
        assert told.at == Place("sources/gazette.md", ("text_sha256",))

    def test_one_of_nobody_knows_which_text(self, lake: Dossier) -> None:
        lake.sources["gazette"]["text_sha256"] = None
        assert lake.only("fingerprint-mismatch").hint.endswith(fingerprint.make("gazette", GAZETTE).text_sha256)

    def test_one_without_a_source(self, lake: Dossier) -> None:
        lake.unreadable.append(
            Reading("fingerprint", "tribune", "sources/fingerprints/tribune.txt", fingerprint.make("tribune", "x"))
        )
        assert lake.only("fingerprint-mismatch").message == 'there is no source "tribune" for this fingerprint'
