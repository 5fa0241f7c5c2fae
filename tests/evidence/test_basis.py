"""How a claim is known: the first basis of the table that fits."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.evidence import BASES, Basis, basis
from dossier.model import Evidence, Origin
from dossier.model.origin import ORIGIN_KINDS
from tests.evidence.records import claim, evidence, graph, origin

ORIGINS = graph(
    origin("wire"),
    origin("rival"),
    origin("charter", kind="document"),
    origin("ida-talks", kind="interview", publisher="The Tide", speaker="ida"),
    origin("odo-states", kind="statement", publisher="The Pier Board", speaker="odo"),
    origin("public-record", kind="public-record"),
    origin("background", kind="background"),
    origin("unattributed", kind="unattributed"),
)


def kind(*cited: Evidence, **more: str) -> str | None:
    found = basis(claim(**more), cited, ORIGINS)
    return found.kind if found else None


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("wire", "one-report"),
        ("charter", "document"),
        ("ida-talks", "party-account"),
        ("odo-states", "party-account"),
        ("public-record", "public-record"),
        ("background", "outlet"),
        ("unattributed", "unattributed"),
    ],
)
def test_each_kind_of_origin_gives_its_basis(named: str, expected: str) -> None:
    assert kind(evidence(named)) == expected


def test_two_independent_origins_come_first() -> None:
    cited = (evidence("ida-talks"), evidence("wire"), evidence("background"))
    assert basis(claim(said_by="ida"), cited, ORIGINS) == Basis("independent", (0, 1), 2)


def test_what_a_person_said_is_on_record_by_that_persons_own_words() -> None:
    assert kind(evidence("ida-talks"), said_by="ida") == "on-record"
    assert kind(evidence("ida-talks"), said_by="odo") == "party-account"
    assert kind(evidence("wire"), said_by="ida") == "one-report"


def test_what_happened_is_an_account_of_whoever_tells_it() -> None:
    assert kind(evidence("ida-talks"), said_by="ida", kind="event") == "party-account"


def test_full_support_decides_before_partial() -> None:
    assert kind(evidence("charter", support="partial"), evidence("background")) == "outlet"
    assert kind(evidence("charter", support="partial")) == "document"


def test_an_inferred_origin_is_said_to_be_one() -> None:
    assert basis(claim(), (evidence("wire", basis="inferred"),), ORIGINS) == Basis("one-report", (0,), 1, True)
    both = (evidence("wire", basis="inferred"), evidence("wire"))
    assert basis(claim(), both, ORIGINS) == Basis("one-report", (1,), 1)


def test_denials_decide_nothing() -> None:
    assert kind(evidence("charter", support="denies"), evidence("background")) == "outlet"
    assert kind(evidence("charter", support="denies")) is None
    assert kind() is None


def test_a_partial_or_inferred_second_origin_makes_nothing_independent() -> None:
    assert kind(evidence("wire"), evidence("rival", support="partial")) == "one-report"
    assert kind(evidence("wire"), evidence("rival", basis="inferred")) == "one-report"
    assert kind(evidence("wire"), evidence("rival")) == "independent"


CITED = st.lists(
    st.builds(
        evidence,
        st.sampled_from(sorted(ORIGINS)),
        support=st.sampled_from(["full", "partial", "denies"]),
        basis=st.sampled_from(["stated", "inferred"]),
    ),
    max_size=5,
)


@given(CITED, st.sampled_from([None, "ida", "odo"]), st.sampled_from(["event", "statement"]))
def test_properties_of_any_basis(cited: list[Evidence], said_by: str | None, of_kind: str) -> None:
    found = basis(claim(said_by=said_by, kind=of_kind), cited, ORIGINS)
    supporting = [each for each in cited if each.support != "denies"]
    assert (found is None) == (not supporting)
    if found is None:
        return
    deciding = [cited[number] for number in found.passages]
    assert deciding
    assert all(each.support != "denies" for each in deciding)
    assert (found.kind == "independent") == (found.count > 1)
    if any(each.support == "full" for each in supporting):
        assert all(each.support == "full" for each in deciding)
    # The order in which evidence is written decides nothing.
    turned = basis(claim(said_by=said_by, kind=of_kind), cited[::-1], ORIGINS)
    assert turned is not None
    assert (turned.kind, turned.count, turned.is_inferred) == (found.kind, found.count, found.is_inferred)
    # Evidence in full support never takes a claim down the table, unless what decided was partial.
    if any(each.support == "full" for each in supporting):
        for more in sorted(ORIGINS):
            after = basis(claim(said_by=said_by, kind=of_kind), [*cited, evidence(more)], ORIGINS)
            assert after is not None
            assert BASES.index(after.kind) <= BASES.index(found.kind)


def test_the_table_has_a_basis_for_every_origin() -> None:
    for of_origin, of_claim in product(ORIGIN_KINDS, ("position", "event", "statement", "denial", "analysis")):
        origins: dict[str, Origin] = graph(origin("only", kind=of_origin))
        found = basis(claim(kind=of_claim), [evidence("only")], origins)
        assert found is not None
        assert found.kind in BASES
