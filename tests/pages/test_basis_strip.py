"""A topic draws how its claims are known: a row for each basis, and the same in words beside it."""

from typing import Any

from tests.webpage import Part
from tests.world import World, claim, evidence


def _strip(*claims: Any) -> Part:
    world = World()
    world.topic("trams")
    world.source("gazette", "Trams are back")
    world.origin("minutes", "Minutes of the council", kind="document")
    world.origin("wire")
    world.brief("spring", *claims)
    (found,) = world.page("topics/trams/").all(".//dl[@class='strip-chart']/..")
    return Part(found)


def _claims(number: int, start: int = 0, **more: Any) -> list[Any]:
    return [claim(f"c-{start + each}", evidence=[evidence(**more)]) for each in range(number)]


def test_each_basis_has_a_row_with_a_square_for_each_claim() -> None:
    strip = _strip(*_claims(3, origin="minutes"), *_claims(4, 3, origin="wire"))
    assert strip.pairs == {"Document": "3", "One report": "4"}
    rows = strip.all(".//*[local-name()='svg']")
    assert [len(row.xpath(".//*[local-name()='rect']")) for row in rows] == [3, 4]
    assert [row.get("aria-hidden") for row in rows] == ["true", "true"]


def test_many_claims_are_one_bar_of_their_share() -> None:
    strip = _strip(*_claims(30, origin="minutes"), *_claims(120, 30, origin="wire"))
    bars = [each.get("width") for each in strip.all(".//*[local-name()='rect']")]
    assert bars == ["25.0%", "100.0%"]


def test_a_few_claims_need_no_picture() -> None:
    world = World()
    world.topic("trams")
    world.brief("spring", *_claims(4))
    assert "How they are known" not in world.page("topics/trams/").text
