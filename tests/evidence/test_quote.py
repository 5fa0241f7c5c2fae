import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.evidence.fingerprint import Fingerprint, make, paragraphs
from dossier.evidence.passage import passage
from dossier.evidence.quote import Verdict, check_quote
from dossier.evidence.words import measure, words
from tests.evidence.invented import LIGHTHOUSE, TEXTS

ROCK = make("gull-rock", LIGHTHOUSE)


@pytest.mark.parametrize("name", TEXTS)
def test_every_run_of_a_text_is_accepted_in_its_paragraph(name: str) -> None:
    fingerprint = make(name, TEXTS[name])
    accepted = 0
    for number, paragraph in enumerate(paragraphs(TEXTS[name]), 1):
        count = len(words(paragraph))
        for length in range(4, 46):
            for first in range(count - length + 1):
                quote = passage(paragraph, first, first + length)
                size = measure(quote)
                verdict = check_quote(fingerprint, number, quote)
                if size.most < 4:
                    assert verdict.outcome == "too short"
                elif size.fewest > 15:
                    assert verdict.outcome == "too long"
                else:
                    assert verdict.accepted, quote
                    accepted += 1
    assert accepted > 20


@pytest.mark.parametrize(
    ("paragraph", "quote"),
    [
        (2, "The keeper of the lamp"),
        (2, "the keeper of the lamp…"),
        (2, "hasn’t been since 1974"),
        (3, "her brother-in-law - a retired pilot - rows"),
        (3, "brother–in–law—a retired pilot"),
        (3, "rows 1,200\u00a0litres of oil"),
        (3, "at a cost of $ 3.50"),
        (4, "told the parish council on 12-14 May"),
        (4, '"Nobody asked us whether'),
        (5, "a new mast by 10:30 on Monday"),
    ],
)
def test_typography_is_looked_past(paragraph: int, quote: str) -> None:
    assert check_quote(ROCK, paragraph, quote).accepted


@pytest.mark.parametrize(
    ("paragraph", "quote"),
    [
        (2, "Gull Rock is paid by the harbour board"),
        (2, "the keeper of the lamp on Seal Rock isn't"),
        (2, "hasn't been since 1947"),
        (2, "the lamp on Gull Rock ... by the harbour board"),
        (2, "board harbour the by paid"),
        (3, "rows 1.200 litres of oil"),
        (3, "rows 12,00 litres of oil"),
        (3, "at a cost of $3,50 a litre"),
        (3, "at a cost of €3.50 a litre"),
        (4, "told the parish council on 12-13 May"),
        (4, "the council did reply"),
        (5, "and it was 35 metres short"),
    ],
)
def test_another_number_name_or_not_is_refused(paragraph: int, quote: str) -> None:
    assert check_quote(ROCK, paragraph, quote).outcome == "not there"


def test_a_quote_from_another_paragraph_gets_its_number() -> None:
    assert check_quote(ROCK, 2, "had promised a new mast") == Verdict("not there", stands_in=(5,), total=5)
    assert check_quote(ROCK, 17, "had promised a new mast") == Verdict("past the end", stands_in=(5,), total=5)
    assert check_quote(ROCK, 0, "had promised a new mast") == Verdict("past the end", stands_in=(5,), total=5)


def test_a_quote_may_stand_in_several_paragraphs() -> None:
    fingerprint = make("twice", "the bell rang at noon\nnobody came\nthe bell rang at noon\n")
    assert check_quote(fingerprint, 2, "the bell rang at noon").stands_in == (1, 3)


def test_a_wrong_word_leaves_the_nearest_paragraph() -> None:
    quote = "the board's engineer had promised a taller mast by 10:30"
    assert check_quote(ROCK, 5, quote) == Verdict("not there", nearest=5, matching=10, total=11)
    assert check_quote(ROCK, 2, quote) == Verdict("not there", nearest=5, matching=10, total=11)
    assert check_quote(ROCK, 9, quote) == Verdict("past the end", nearest=5, matching=10, total=11)


def test_nothing_is_suggested_that_may_be_luck() -> None:
    assert check_quote(ROCK, 2, "nothing of this was ever said") == Verdict("not there", total=6)
    # Three words alone fit. In a short text that is no accident; in a long one it well may be.
    quote = "promised a new kettle to every single one of the neighbours"
    assert check_quote(ROCK, 2, quote).nearest == 5
    chance = random.Random(3)
    filler = "\n".join(" ".join(str(chance.randrange(10**9)) for _ in range(80)) for _ in range(9))
    assert check_quote(make("gull-rock", LIGHTHOUSE + filler), 2, quote).nearest is None


def test_two_paragraphs_equally_near_are_no_suggestion() -> None:
    fingerprint = make("twice", "today the bell rang at noon\nnobody came\nhere the bell rang at noon\n")
    assert check_quote(fingerprint, 2, "yesterday the bell rang at noon").nearest is None
    assert check_quote(fingerprint, 3, "yesterday the bell rang at noon").nearest == 3


@pytest.mark.parametrize(
    ("quote", "outcome", "count"),
    [
        ("", "too short", 0),
        ("…", "too short", 0),
        ("on Gull Rock", "too short", 3),
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
            "too long",
            16,
        ),
        ("a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z-" * 2, "too long", 18),
        ("茶叶比去年少了三成因为三月下了两场雪", "too long", 18),
        ("三月下", "too short", 3),
        ("เรือสิบสอง", "too short", 3),
    ],
)
def test_a_quote_has_four_to_fifteen_words(quote: str, outcome: str, count: int) -> None:
    verdict = check_quote(ROCK, 2, quote)
    assert (verdict.outcome, verdict.count) == (outcome, count)


def test_the_writer_has_the_benefit_of_joined_words() -> None:
    text = "The U.S.-run 30-day fair isn’t over till the 16-year-old from next door hasn’t won its half-price raffle, said who"
    fingerprint = make("fair", text)
    longest = " ".join(text.split()[:15])
    assert len(words(longest)) > 20
    assert check_quote(fingerprint, 1, longest).accepted
    assert check_quote(fingerprint, 1, "U.S.-run 30-day").accepted
    assert check_quote(fingerprint, 1, " ".join(text.split()[:16])).outcome == "too long"


def test_a_paragraph_of_fewer_than_four_words_has_no_quote() -> None:
    fingerprint = make("short", "The end\nThe very end\nof it all\n\n")
    for number in (1, 2, 3):
        assert not check_quote(fingerprint, number, "the very end of it all").accepted


@given(st.integers(-3, 9), st.text(max_size=80))
def test_any_quote_gets_a_verdict(paragraph: int, quote: str) -> None:
    verdict = check_quote(ROCK, paragraph, quote)
    assert verdict.matching <= verdict.total
    assert paragraph not in verdict.stands_in


def test_the_share_of_wrong_words_that_pass_is_what_the_arithmetic_says() -> None:
    chance = random.Random(5)
    text = " ".join(f"word{number}" for number in range(62))
    fingerprint = make("sixty", text)
    assert len(fingerprint.values(1)) == 60
    passed = {"edge": 0, "inside": 0}
    for number in range(20_000):
        first = chance.randrange(50)
        run = [f"word{at}" for at in range(first, first + 8)]
        run[0] = f"other{number}"
        passed["edge"] += check_quote(fingerprint, 1, " ".join(run)).accepted
        run[0], run[4] = f"word{first}", f"other{number}"
        passed["inside"] += check_quote(fingerprint, 1, " ".join(run)).accepted
    expected = 20_000 * 60 / 65_536
    assert expected * 0.5 < passed["edge"] < expected * 1.6
    assert passed["inside"] == 0


def test_ten_thousand_quotes_take_less_than_two_seconds() -> None:
    chance = random.Random(11)
    fingerprints: list[Fingerprint] = []
    quotes: list[tuple[Fingerprint, int, str]] = []
    for source in range(500):
        rows = [[f"w{chance.randrange(20_000)}" for _ in range(60)] for _ in range(20)]
        fingerprints.append(make(f"source-{source}", "\n".join(" ".join(row) for row in rows)))
        for _ in range(20):
            number, first = chance.randrange(20), chance.randrange(48)
            quotes.append((fingerprints[-1], number + 1, " ".join(rows[number][first : first + 12])))
    started = time.process_time()
    assert all(check_quote(*quote).accepted for quote in quotes)
    assert len(quotes) == 10_000
    assert time.process_time() - started < 2
