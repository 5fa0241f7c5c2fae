import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.evidence.origins import (
    Independence,
    independence,
    lineage,
    publisher_key,
    roots,
    tainted_origins,
)
from dossier.model import Evidence, Origin
from tests.evidence.records import evidence, graph, origin

WIRE = origin("wire")
CHAIN = graph(WIRE, origin("daily", "wire"), origin("weekly", "daily"), origin("blog", "weekly"))
DIAMOND = graph(
    origin("memo", kind="document"),
    origin("north", "memo"),
    origin("south", "memo"),
    origin("digest", "north", "south"),
)


def count(origins: dict[str, Origin], *named: str) -> int:
    return independence([evidence(each) for each in named], origins).count


def test_one_report_is_one_origin() -> None:
    assert independence([evidence("wire")], CHAIN) == Independence(1, ("wire",))


def test_a_chain_over_three_newsrooms_is_one_origin() -> None:
    assert independence([evidence("blog")], CHAIN) == Independence(1, ("wire",))
    assert count(CHAIN, "blog", "weekly", "daily") == 1
    assert count(CHAIN, "blog", "wire") == 1


def test_a_shared_root_counts_once() -> None:
    assert count(DIAMOND, "north", "south") == 1


def test_a_diamond_counts_once() -> None:
    assert independence([evidence("digest")], DIAMOND) == Independence(1, ("memo",))
    assert count(DIAMOND, "digest", "north", "memo") == 1


def test_two_roots_count_twice() -> None:
    origins = {**CHAIN, **DIAMOND}
    assert independence([evidence("blog"), evidence("digest")], origins) == Independence(2, ("memo", "wire"))


def test_one_report_that_goes_back_to_two_roots_counts_both() -> None:
    origins = {**CHAIN, **graph(origin("leak"), origin("survey", "leak", "daily"))}
    assert independence([evidence("survey")], origins) == Independence(2, ("leak", "wire"))


def test_two_roots_of_one_publisher_count_once() -> None:
    origins = graph(
        origin("may", publisher="The Harbour Times"),
        origin("june", publisher="harbour\u00a0times"),
        origin("july", publisher="Harbour Tribune"),
    )
    assert independence([evidence("may"), evidence("june")], origins) == Independence(1, ("june", "may"))
    assert count(origins, "may", "june", "july") == 2


def test_evidence_that_denies_supports_nothing() -> None:
    assert independence([evidence("wire", support="denies")], CHAIN) == Independence(0, ())
    other = graph(WIRE, origin("rival"))
    assert independence([evidence("wire", support="partial"), evidence("rival", support="denies")], other).count == 1


def test_what_is_nobodys_report_never_counts() -> None:
    origins = {
        **CHAIN,
        **graph(
            origin("public-record", kind="unattributed"),
            origin("page", "public-record"),
            origin("round-up", "public-record", "daily"),
            origin("pool", "wire", kind="unattributed"),
            origin("copy", "pool"),
        ),
    }
    assert count(origins, "public-record") == 0
    assert count(origins, "page") == 0
    assert count(origins, "round-up", "public-record") == 1
    assert count(origins, "copy") == 0
    assert count(origins, "public-record", "wire") == 1


def test_a_withdrawn_origin_takes_its_relays_with_it() -> None:
    origins = {**CHAIN, **graph(origin("wire", status="withdrawn"), origin("other"), origin("both", "daily", "other"))}
    assert count(origins, "wire") == count(origins, "blog") == 0
    assert independence([evidence("both")], origins) == Independence(1, ("other",))
    between = {**CHAIN, **graph(origin("daily", "wire", status="withdrawn"))}
    assert count(between, "blog") == 0
    assert count(between, "blog", "wire") == 1


def test_a_corrected_origin_counts() -> None:
    assert count({**CHAIN, **graph(origin("wire", status="corrected"))}, "blog") == 1


def test_what_would_be_left_if_an_origin_were_wrong() -> None:
    origins = {**CHAIN, **DIAMOND}
    both = [evidence("blog"), evidence("digest")]
    assert independence(both, origins, without=frozenset({"wire"})) == Independence(1, ("memo",))
    assert independence(both, origins, without=frozenset({"weekly"})) == Independence(1, ("memo",))
    assert independence([evidence("wire")], origins, without=frozenset({"wire"})).count == 0


def test_a_circle_has_no_root() -> None:
    origins = graph(origin("one", "two"), origin("two", "three"), origin("three", "one"), origin("self", "self"))
    assert count(origins, "one", "two", "self") == 0
    way_out = {**origins, **graph(origin("two", "three", "wire"), WIRE)}
    assert independence([evidence("one")], way_out) == Independence(1, ("wire",))


def test_what_is_missing_does_not_count() -> None:
    origins = graph(origin("one", "nowhere"), origin("two", publisher=None))
    assert count(origins, "nowhere") == 0
    assert independence([evidence("one")], origins) == Independence(1, ("one",))
    assert count(origins, "two") == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Wall Street Journal", "wall street journal", True),
        ("Yuri’s Paper", "Yuri's  Paper", True),
        ("The Times", "The Sunday Times", False),
        ("The", "the", True),
        ("Вісник", "ВІСНИК", True),
        ("晨报", "晚报", False),
        ("!!", "??", False),
    ],
)
def test_publishers_are_compared_by_their_words(one: str, other: str, same: bool) -> None:
    assert (publisher_key(one) == publisher_key(other)) is same


def test_the_lineage_is_nearest_first_and_ends() -> None:
    assert list(lineage("digest", DIAMOND)) == ["digest", "north", "south", "memo"]
    assert list(lineage("blog", CHAIN)) == ["blog", "weekly", "daily", "wire"]
    assert list(lineage("one", graph(origin("one", "two"), origin("two", "one", "nowhere")))) == ["one", "two"]
    assert list(lineage("nowhere", CHAIN)) == []


def test_a_taint_is_found_at_any_depth() -> None:
    origins = {**CHAIN, **graph(origin("wire", status="corrected"), origin("rag", status="withdrawn"))}
    assert tainted_origins(["blog"], origins) == ("wire",)
    assert tainted_origins(["wire", "rag", "blog"], origins) == ("rag", "wire")
    assert tainted_origins(["blog"], CHAIN) == ()


def test_people_count_by_who_speaks() -> None:
    origins = graph(
        origin("talk", kind="interview", publisher="The Tide", speaker="ida"),
        origin("speech", kind="statement", publisher="The Pier Board", speaker="ida"),
        origin("answer", kind="statement", publisher="The Pier Board", speaker="odo"),
        origin("note", kind="statement", publisher=None, speaker="una"),
    )
    assert count(origins, "talk", "speech") == 1
    assert count(origins, "speech", "answer") == 2
    assert count(origins, "note", "answer") == 2


def test_partial_support_and_inferred_origins_never_raise_the_count_above_one() -> None:
    origins = graph(origin("tide"), origin("gull"), origin("buoy"))
    weak = [evidence("gull", support="partial"), evidence("buoy", basis="inferred")]
    assert independence([evidence("tide"), *weak], origins) == Independence(1, ("tide",))
    assert independence(weak, origins) == Independence(1, ("buoy", "gull"))
    assert independence([evidence("tide"), evidence("gull")], origins).count == 2


IDS = "abcdefg"


@st.composite
def any_graph(draw: st.DrawFn) -> dict[str, Origin]:
    return graph(
        *(
            origin(
                each,
                *draw(st.lists(st.sampled_from(IDS), max_size=3, unique=True)),
                kind=draw(st.sampled_from(["report", "report", "document", "statement", "background"])),
                status=draw(st.sampled_from(["current", "current", "corrected", "withdrawn"])),
            )
            for each in IDS
        )
    )


@given(any_graph(), st.sets(st.sampled_from(IDS)))
def test_roots_of_any_graph(origins: dict[str, Origin], named: set[str]) -> None:
    found = roots(named, origins)
    assert all(not origins[root].depends_on and not origins[root].is_nobodys for root in found)
    assert set(found) <= {beneath for each in named for beneath in lineage(each, origins)}
    assert set(found) == {root for each in named for root in roots([each], origins)}
    # Taking an origin away never makes a claim better sourced.
    for gone in IDS:
        assert set(roots(named, origins, frozenset({gone}))) <= set(found)


@given(any_graph(), st.lists(st.tuples(st.sampled_from(IDS), st.booleans(), st.booleans()), max_size=6))
def test_weak_evidence_never_adds_to_strong(origins: dict[str, Origin], cited: list[tuple[str, bool, bool]]) -> None:
    def made(named: str, is_full: bool, is_stated: bool) -> Evidence:
        return evidence(named, support="full" if is_full else "partial", basis="stated" if is_stated else "inferred")

    every = [made(*each) for each in cited]
    strong = [made(*each) for each in cited if each[1] and each[2]]
    assert independence(every, origins).count in {independence(strong, origins).count, 1}
