"""`quote` finds words in the sources and prints evidence to paste."""

from pathlib import Path

import pytest

from tests.cli.typed import typed

BLOCK = """\
alder-courier-2031-05-07, paragraph 7: all 7 words
      - source: alder-courier-2031-05-07
        paragraph: 7
        quote: "it would build whatever the council decides"
        origin: courier-report
        origin_basis: stated  # or inferred, where the text does not name that origin here
      # the origin is that of other evidence from this paragraph: check that it is right here
"""


@pytest.mark.parametrize(
    "words", [["it would build whatever the council decides"], "it would build whatever the council decides".split()]
)
@pytest.mark.parametrize("archive", [[], ["--archive", "archive"]])
def test_words_are_found_and_printed_as_evidence(tram: Path, words: list[str], archive: list[str]) -> None:
    seen = typed(tram, "quote", *words, *archive)
    assert (seen.code, seen.out, seen.err) == (0, BLOCK, "")


def test_the_printed_evidence_can_be_pasted(own: Path) -> None:
    file = own / "briefings/2031/harbour-vote.yaml"
    block = typed(own, "quote", "--quiet", "whatever the council decides").out.split("\n", 1)[1]
    file.write_text(file.read_text().replace("    evidence:\n", f"    evidence:\n{block}", 1))
    assert typed(own, "check").code == 0


def test_a_passage_is_found_in_spite_of_a_wrong_word(tram: Path) -> None:
    seen = typed(tram, "quote", "--archive", "archive", "it would build whatever the mayor decides")
    assert seen.out.startswith("alder-courier-2031-05-07, paragraph 7: 6 of 7 words; the text has them as below\n")
    assert 'quote: "it would build whatever the council decides"' in seen.out
    seen = typed(tram, "quote", "it would build whatever the mayor decides")
    assert seen.out.startswith(
        "alder-courier-2031-05-07, paragraph 7: 5 of 7 words; compare the others with the text\n"
    )


def test_several_places_are_printed(tram: Path) -> None:
    seen = typed(tram, "quote", "--archive", "archive", "the summer of 2034")
    assert seen.out.count("- source: ") == 2
    assert (
        typed(tram, "quote", "--archive", "archive", "--most", "1", "the summer of 2034").out.count("- source: ") == 1
    )


def test_the_origin_of_other_evidence_is_proposed(tram: Path) -> None:
    seen = typed(tram, "quote", "runs the trams, said only")
    assert "origin: courier-report\n" in seen.out


def test_words_in_no_source_are_reported(tram: Path) -> None:
    seen = typed(tram, "quote", "nobody ever wrote such a thing")
    assert (seen.code, seen.out.splitlines()[0]) == (1, "no fingerprint tells where these words stand")
    seen = typed(tram, "quote", "nobody ever wrote such a thing", "--archive", "archive")
    assert (seen.code, seen.out.splitlines()[0]) == (1, "no source contains these words")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["quote", "quay"], "these are too few words to search for"),
        (["quote", "a b c d", "--most", "0"], '"0" is not a number from 1 to 1000'),
    ],
)
def test_wrong_use_has_a_message(tram: Path, words: list[str], said: str) -> None:
    seen = typed(tram, *words)
    assert (seen.code, seen.out) == (2, "")
    assert said in seen.err


def test_a_passage_that_is_too_short_for_a_quote_is_reported(tram: Path) -> None:
    assert "a quote has 4 to 15 words; these are 3" in typed(tram, "quote", "whatever the council").out
