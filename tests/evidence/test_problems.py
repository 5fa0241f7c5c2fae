import pytest

from dossier.evidence import problems
from dossier.evidence.fingerprint import decoded, make, paragraphs
from dossier.evidence.verbatim import check_verbatim
from dossier.problem import Place, Problem
from tests.evidence.invented import LIGHTHOUSE
from tests.evidence.records import evidence

AT = Place("briefings/2024/lamp.yaml", ("claims", 0, "evidence", 1))
RECORD = Place("sources/gull-rock.md")
ROCK = paragraphs(LIGHTHOUSE)


def fault(paragraph: int, quote: str) -> Problem | None:
    named = evidence(paragraph=paragraph, quote=quote)
    return problems.verbatim_problem(check_verbatim(ROCK, paragraph, quote), "lamp-paid", named, AT)


def told(problem: Problem | None) -> tuple[str, str | int, str, str]:
    assert problem is not None
    assert isinstance(problem.at, Place)
    return problem.code.name, problem.at.path[-1], problem.message, problem.hint


def test_a_verbatim_quote_is_no_problem() -> None:
    assert fault(4, "the fog signal should go") is None


def test_another_wording_shows_how_the_text_reads() -> None:
    code, key, message, hint = told(fault(4, "the fog horn should go"))
    assert (code, key) == ("quote-not-verbatim", "quote")
    assert (
        message
        == 'the quote of claim "lamp-paid" does not stand verbatim in paragraph 4 of the archived text of "gull-rock"'
    )
    assert hint == "the text reads: the fog signal should go"


def test_a_cut_word_shows_the_whole_one() -> None:
    code, key, message, hint = told(fault(3, "in-law — a retired pilot"))
    assert (code, key) == ("quote-not-verbatim", "quote")
    assert "begins or ends inside a word" in message
    assert hint == "the text reads: brother-in-law — a retired pilot"


def test_the_right_paragraph_is_a_fault_of_the_number() -> None:
    code, key, _, hint = told(fault(2, "the fog signal should go"))
    assert (code, key, hint) == ("quote-not-verbatim", "paragraph", "it stands in paragraph 4")
    code, key, _, hint = told(fault(12, "the fog signal should go"))
    assert (code, key, hint) == ("paragraph-past-end", "paragraph", "it stands in paragraph 4")
    assert told(fault(12, "the fog horn should go"))[3] == ""


def test_several_places_are_all_named() -> None:
    text = ["the bell rang at noon", "no", "the bell rang at noon", "The bell rang at noon."]
    named = evidence(paragraph=2, quote="the bell rang at noon")
    problem = problems.verbatim_problem(check_verbatim(text, 2, named.quote), "bell", named, AT)
    assert told(problem)[3] == "it stands in paragraphs 1, 3 and 4"


def test_an_omission_is_explained() -> None:
    assert "one unbroken run" in told(fault(4, "the fog signal … told the parish council"))[3]
    assert "one unbroken run" in told(fault(4, "the fog signal [should] go"))[3]


def test_what_is_nowhere_near_has_no_hint() -> None:
    assert told(fault(4, "nothing of this was ever said"))[3] == ""


def test_a_fingerprint_that_the_text_does_not_give() -> None:
    made = make("gull-rock", LIGHTHOUSE)
    forged = type(made)(made.source, made.text_sha256, made.paragraphs[::-1])
    assert problems.fingerprint_problem(made, made, RECORD) is None
    problem = problems.fingerprint_problem(forged, made, RECORD)
    assert problem is not None
    assert problem.code.name == "fingerprint-mismatch"
    assert problems.fingerprint_problem(make("gull-rock", LIGHTHOUSE + "x"), made, RECORD) is None


def test_faults_of_archived_texts_stand_at_the_key_they_break() -> None:
    assert told(problems.missing_text("gull-rock", "rock.txt", RECORD))[:2] == ("archive-missing", "archive_file")
    assert told(problems.changed_text("gull-rock", "0" * 64, RECORD))[:2] == ("archive-text-changed", "text_sha256")
    try:
        decoded("Ключ".encode("cp1251"))
    except UnicodeDecodeError as error:
        problem = problems.unreadable_text("gull-rock", error, RECORD)
        assert told(problem)[:2] == ("archive-text-unreadable", "archive_file")
        assert "byte 1" in problem.message


@pytest.mark.parametrize(
    ("texts", "quote", "codes"),
    [
        (["The old pier stays open.", "No more."], "old pier stays open", []),
        (["The old pier stays open.", "The old pier stays open."], "old pier stays open", ["quote-not-unique"]),
        (["The old pier stays open; the old pier stays open."], "The old pier stays open", ["quote-not-unique"]),
        (["La vie de l’eau du vieux quai"], "eau du vieux quai", ["quote-inside-word"]),
        (["La vie de l’eau du vieux quai"], "l'eau du vieux quai", []),
        (["新线沿港口运行"], "沿港口运", []),
    ],
)
def test_a_quote_to_which_no_browser_is_led_is_told(texts: list[str], quote: str, codes: list[str]) -> None:
    piece = evidence(paragraph=1, quote=quote)
    found = list(problems.link_problems(texts, "pier", piece, Place("a.yaml", ("claims", 0, "evidence", 0))))
    assert [one.code.name for one in found] == codes
    assert all(one.severity == "warning" and isinstance(one.at, Place) and one.at.path[-1] == "quote" for one in found)
    assert "quote-inside-word" not in codes or "l'eau" in found[0].hint
