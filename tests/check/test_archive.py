"""Quotes held against the texts themselves."""

import pytest

from dossier.check import hold
from dossier.problem import Place
from tests.check.lake import BRIEF_FILE, COURIER, GAZETTE, Dossier

ARCHIVE = {"gazette.txt": GAZETTE.encode(), "courier.txt": COURIER.encode()}


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


def test_the_lake_stands_in_its_texts(lake: Dossier) -> None:
    assert lake.problems(ARCHIVE) == []
    holding = hold("gazette", lake.library(), ARCHIVE["gazette.txt"])
    assert (holding.text, len(holding.passed), holding.problems) == ("held", 3, ())


def test_a_text_that_is_not_there(lake: Dossier) -> None:
    told = lake.problems({"gazette.txt": ARCHIVE["gazette.txt"]})
    assert [(one.code, one.at) for one in told] == [("archive-missing", Place("sources/courier.md", ("archive_file",)))]


def test_a_text_that_was_changed_vouches_for_nothing(lake: Dossier) -> None:
    archive = ARCHIVE | {"gazette.txt": GAZETTE.replace("autumn", "winter").encode()}
    told = lake.problems(archive)
    assert [(one.code, one.at) for one in told] == [
        ("archive-text-changed", Place("sources/gazette.md", ("text_sha256",)))
    ]
    assert hold("gazette", lake.library(), archive["gazette.txt"]).passed == ()


def test_a_text_that_is_no_text(lake: Dossier) -> None:
    told = lake.problems(ARCHIVE | {"gazette.txt": GAZETTE.encode("utf-16")})
    assert [one.code for one in told] == ["archive-text-unreadable"]


def test_a_source_without_a_text_is_left_to_its_fingerprint(lake: Dossier) -> None:
    lake.sources["gazette"]["archive_file"] = None
    assert lake.problems(ARCHIVE) == []
    assert hold("gazette", lake.library(), None).text == "not named"


def test_what_only_the_text_can_tell(lake: Dossier) -> None:
    # Every three words in a row of it stand in the paragraph, so the fingerprint lets it pass.
    lake.texts["gazette"] = GAZETTE + "The quay was open and the pier was shut and the quay was full of boats.\n"
    archive = ARCHIVE | {"gazette.txt": lake.texts["gazette"].encode()}
    cited = {"source": "gazette", "paragraph": 5, "quote": "the pier was shut and the quay was open and the pier"}
    lake.claim("line-keeps-pier")["evidence"].append(cited | {"origin": "gazette-report"})
    assert lake.problems() == []
    told = lake.problems(archive)
    assert [(one.code, one.at) for one in told] == [
        ("quote-not-verbatim", Place(BRIEF_FILE, ("claims", 1, "evidence", 1, "quote")))
    ]


def test_a_quote_of_another_text_is_found_there(lake: Dossier) -> None:
    lake.claim("line-was-not-asked")["evidence"][0] |= {"source": "gazette", "paragraph": 4}
    told = {problem.code: problem for problem in lake.problems(ARCHIVE)}
    assert told["quote-not-verbatim"].hint == 'it stands in paragraph 3 of "courier"'


def test_one_fault_is_told_once_and_by_the_text(lake: Dossier) -> None:
    lake.claim("office-wants-ferry-out")["evidence"][0]["quote"] = "wants the ferry to leave the south pier before"
    told = lake.problems(ARCHIVE)
    assert [one.code for one in told] == ["quote-not-verbatim"]
    assert told[0].hint == "the text reads: wants the ferry to leave the north pier before"


def test_length_is_judged_with_a_text_too(lake: Dossier) -> None:
    lake.claim("line-keeps-pier")["evidence"][0]["quote"] = "keep the pier"
    assert [one.code for one in lake.problems(ARCHIVE)] == ["quote-too-short"]


def test_a_fingerprint_that_the_text_does_not_give(lake: Dossier) -> None:
    library = lake.library()
    kept = library.corpus.fingerprints["gazette"]
    object.__setattr__(kept, "paragraphs", (*kept.paragraphs, b"\0\0"))
    assert [one.code for one in hold("gazette", library, ARCHIVE["gazette.txt"]).problems] == ["fingerprint-mismatch"]
