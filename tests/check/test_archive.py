"""Quotes held against the texts themselves."""

import pytest

from dossier.check import check_archive
from dossier.problem import Place
from tests.check.lake import BRIEF_FILE, COURIER, GAZETTE, Dossier

ARCHIVE = {"gazette.txt": GAZETTE.encode(), "courier.txt": COURIER.encode()}


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


def test_the_lake_has_no_problem_with_its_archive(lake: Dossier) -> None:
    assert lake.problems(ARCHIVE) == []
    result = check_archive("gazette", lake.library(), ARCHIVE["gazette.txt"])
    assert (result.text, len(result.passed), result.problems) == ("compared", 3, ())


def test_a_text_that_is_not_there(lake: Dossier) -> None:
    told = lake.problems({"gazette.txt": ARCHIVE["gazette.txt"]})
    assert [(one.code.name, one.at) for one in told] == [
        ("archive-missing", Place("sources/courier.md", ("archive_file",)))
    ]


def test_a_text_with_other_line_ends_is_held_all_the_same(lake: Dossier) -> None:
    archive = {name: text.replace(b"\n", b"\r\n") for name, text in ARCHIVE.items()}
    assert lake.problems(archive) == []
    assert check_archive("gazette", lake.library(), archive["gazette.txt"]).text == "compared"


def test_a_text_that_was_changed_vouches_for_nothing(lake: Dossier) -> None:
    archive = ARCHIVE | {"gazette.txt": GAZETTE.replace("autumn", "winter").encode()}
    told = lake.problems(archive)
    assert [(one.code.name, one.at) for one in told] == [
        ("archive-text-changed", Place("sources/gazette.md", ("text_sha256",)))
    ]
    assert check_archive("gazette", lake.library(), archive["gazette.txt"]).passed == ()


def test_other_line_ends_are_no_other_text(lake: Dossier) -> None:
    windows = ARCHIVE | {"gazette.txt": ARCHIVE["gazette.txt"].replace(b"\n", b"\r\n")}
    assert lake.problems(windows) == []
    assert len(check_archive("gazette", lake.library(), windows["gazette.txt"]).passed) == 3


def test_a_text_that_is_no_text(lake: Dossier) -> None:
    told = lake.problems(ARCHIVE | {"gazette.txt": GAZETTE.encode("utf-16")})
    assert [one.code.name for one in told] == ["archive-text-unreadable"]


def test_a_source_without_a_text_is_left_to_its_fingerprint(lake: Dossier) -> None:
    lake.sources["gazette"]["archive_file"] = None
    assert lake.problems(ARCHIVE) == []
    assert check_archive("gazette", lake.library(), None).text == "not named"


def test_what_only_the_text_can_tell(lake: Dossier) -> None:
    # Every three words in a row of it stand in the paragraph, so the fingerprint lets it pass.
    lake.texts["gazette"] = GAZETTE + "The quay was open and the pier was shut and the quay was full of boats.\n"
    archive = ARCHIVE | {"gazette.txt": lake.texts["gazette"].encode()}
    cited = {"source": "gazette", "paragraph": 5, "quote": "the pier was shut and the quay was open and the pier"}
    lake.claim("line-keeps-pier")["evidence"].append(cited | {"origin": "gazette-report"})
    assert lake.problems() == []
    told = lake.problems(archive)
    assert [(one.code.name, one.at) for one in told] == [
        ("quote-not-verbatim", Place(BRIEF_FILE, ("claims", 1, "evidence", 1, "quote")))
    ]


def test_a_quote_of_another_text_is_found_there(lake: Dossier) -> None:
    lake.claim("line-was-not-asked")["evidence"][0] |= {"source": "gazette", "paragraph": 4}
    told = {problem.code.name: problem for problem in lake.problems(ARCHIVE)}
    assert told["quote-not-verbatim"].hint == 'it stands in paragraph 3 of "courier"'


@pytest.mark.parametrize(("places", "hint"), [(3, 'it stands in paragraph 4 of "courier", {0} or {1}'), (4, "")])
def test_a_quote_of_other_texts_is_found_in_up_to_three_places(lake: Dossier, places: int, hint: str) -> None:
    words = "nobody on the jetty wanted to say who had called"
    lake.texts["courier"] = COURIER + f"People said that {words} the office.\n" * places
    evidence = lake.claim("line-keeps-pier")["evidence"]
    evidence.append({"source": "gazette", "paragraph": 3, "quote": words, "origin": "gazette-report"})
    named = [f'paragraph {number} of "courier"' for number in (5, 6)]
    for archive in (None, {source: text.encode() for source, text in lake.texts.items()}):
        files = archive and {f"{source}.txt": text for source, text in archive.items()}
        (told,) = [one for one in lake.problems(files) if one.code.name.startswith("quote-not")]
        assert told.hint == hint.format(*named)


def test_a_quote_is_one_problem_and_the_text_decides(lake: Dossier) -> None:
    lake.claim("office-wants-ferry-out")["evidence"][0]["quote"] = "wants the ferry to leave the south pier before"
    told = lake.problems(ARCHIVE)
    assert [one.code.name for one in told] == ["quote-not-verbatim"]
    assert told[0].hint == "the text reads: wants the ferry to leave the north pier before"


def test_length_is_judged_with_a_text_too(lake: Dossier) -> None:
    lake.claim("line-keeps-pier")["evidence"][0]["quote"] = "keep the pier"
    assert [one.code.name for one in lake.problems(ARCHIVE)] == ["quote-too-short"]


def test_a_fingerprint_that_the_text_does_not_give(lake: Dossier) -> None:
    library = lake.library()
    kept = library.corpus.fingerprints["gazette"]
    object.__setattr__(kept, "paragraphs", (*kept.paragraphs, b"\0\0"))
    assert [one.code.name for one in check_archive("gazette", library, ARCHIVE["gazette.txt"]).problems] == [
        "fingerprint-mismatch"
    ]
