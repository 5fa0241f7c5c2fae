from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.binding import bind, bind_partially, bind_source
from dossier.model import Brief, Claim, Source
from dossier.problem import Problem
from dossier.yamlfile import Tree
from tests.binding.samples import BRIEF, GOOD, SHAPES, changed, shaped

KEYS = st.sampled_from(
    ["id", "title", "date", "claims", "evidence", "updates", "at", "topics", "paragraphs", "scope", "x", "-id"]
)
WORDS = st.sampled_from(
    ["x", "", "  ", "2031", "2031-13", "0", "-1", "A b", "a\nb", "https://x y", "2031-05-08T09:00", "x" * 400]
)
TREES: st.SearchStrategy[Tree] = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=25
)


@pytest.mark.parametrize("kind", GOOD)
def test_a_good_file_becomes_its_record(kind: str) -> None:
    record, problems = shaped(kind, GOOD[kind])
    assert problems == []
    assert record is not None


def test_values_have_the_types_of_the_model() -> None:
    brief = shaped("brief", BRIEF)[0]
    assert isinstance(brief, Brief)
    (claim,) = brief.claims
    assert isinstance(claim, Claim)
    assert claim.evidence[0].paragraph == 3
    assert claim.topics == ("route", "money")
    assert claim.note == "The vote was *close*."
    assert brief.summary == "The council chose the harbour route. The traders object."
    assert brief.updates[0].at == datetime(2031, 5, 8, 9, tzinfo=timezone(timedelta(hours=2)))


def test_words_that_other_readers_of_yaml_mistake_stay_words() -> None:
    text = changed("parties", "id: council", "id: no").replace("The council", "1.10").replace("Harbour traders", "true")
    parties = shaped("parties", text)[0].parties
    assert (parties[0].id, parties[0].name, parties[1].name) == ("no", "1.10", "true")
    assert shaped("source", changed("source", "language: en", "language: no"))[0].language == "no"


def test_the_abstract_is_the_body() -> None:
    source = shaped("source", GOOD["source"])[0]
    assert isinstance(source, Source)
    assert source.abstract == "The council picked the harbour."
    assert source.left_out[0].numbers == (1, 2)


@pytest.mark.parametrize("kind", SHAPES)
@given(tree=TREES)
def test_no_tree_raises(kind: str, tree: Tree) -> None:
    record, problems = bind(SHAPES[kind], tree, "x.yaml")
    assert bind_partially(SHAPES[kind], tree, "x.yaml")[1] == problems
    assert (record is None) == bool(problems)
    assert_plain(problems)


@given(TREES, WORDS)
def test_no_front_matter_raises(tree: Tree, body: str) -> None:
    record, problems = bind_source(tree, body, "x.md")
    assert (record is None) == bool(problems)
    assert_plain(problems)


def assert_plain(problems: list[Problem]) -> None:
    for problem in problems:
        words = f"{problem.message} {problem.hint}"
        assert "should be" not in words
        assert "None" not in words
        assert "\n" not in words
        assert not problem.message.endswith(".")


@pytest.mark.parametrize("written", ["[1-3, 7]", "[1–3, 7]", '["1 - 3", 7]', "[1, 2, 3, 7]"])
def test_paragraphs_may_be_named_by_ranges(written: str) -> None:
    source, problems = shaped("source", GOOD["source"].replace("[1, 2]", written))
    assert problems == []
    assert source.left_out[0].numbers == (1, 2, 3, 7)


def test_a_source_may_be_undated() -> None:
    source, problems = shaped("source", GOOD["source"].replace("published: 2031-05-07", "published: unknown"))
    assert (problems, source.published, source.dated) == ([], "unknown", "")


def test_a_source_says_how_it_stands() -> None:
    more = """status: retracted
status_reason: Its publisher took it back.
version_of: other-source
aliases: [The Courier]
refreshed: {date: 2031-06-01, result: changed, missing: [3, 5-6]}
left_out:"""
    source, problems = shaped("source", GOOD["source"].replace("left_out:", more))
    assert problems == []
    assert (source.status, source.version_of, source.aliases) == ("retracted", "other-source", ("The Courier",))
    assert source.refreshed.numbers == (3, 5, 6)
