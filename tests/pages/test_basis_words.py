"""How a claim is known, in plain words: one form for each basis."""

from typing import Any

import pytest

from tests.world import World, claim, evidence


def _known(of_kind: str, cited: dict[str, Any], of_origin: dict[str, Any], **more: Any) -> str:
    """Return how a claim is known that rests on one passage of the gazette, with an origin of a kind."""
    world = World()
    world.source("gazette", "Trams are back")
    world.brief("spring", claim("return", evidence=[evidence(origin="told", **cited)], **more))
    world.person("ada-brook", "Ada Brook")
    publisher = None if of_kind in ("public-record", "background", "unattributed") else "The Tide"
    world.origin("told", kind=of_kind, **{"publisher": publisher, **of_origin})
    return world.page("briefs/spring/").claim("spring/return").facts.partition(" from 3 March 2031 · ")[2]


ADA = {"speaker": "ada-brook"}
THROUGH = "here through The Gazette (grade B)"


@pytest.mark.parametrize(
    ("kind", "cited", "of_origin", "more", "words"),
    [
        (
            "statement",
            {"speech": "quoted"},
            ADA,
            {"said_by": "ada-brook"},
            f"On the record: Ada Brook, quoted; {THROUGH}",
        ),
        (
            "interview",
            {"speech": "paraphrased"},
            ADA,
            {"said_by": "ada-brook"},
            "On the record: Ada Brook, paraphrased by The Gazette (grade B)",
        ),
        ("statement", {}, ADA, {"said_by": "ada-brook"}, f"On the record: Ada Brook; {THROUGH}"),
        (
            "statement",
            {"origin_basis": "inferred"},
            ADA,
            {"said_by": "ada-brook"},
            f"On the record, by our reading: Ada Brook; {THROUGH}",
        ),
        ("statement", {}, {"publisher": "The Board"}, {"kind": "event"}, f"By the Board’s account; {THROUGH}"),
        ("interview", {}, ADA, {"kind": "event"}, f"By Ada Brook’s account; {THROUGH}"),
        ("interview", {}, {"name": "Talk with a clerk"}, {}, f"By what was said in Talk with a clerk; {THROUGH}"),
        ("document", {}, {"seen_by": "The Tide"}, {}, f"Document, seen by The Tide; known {THROUGH}"),
        ("document", {}, {"publisher": "The Gazette"}, {}, "Document"),
        (
            "report",
            {},
            {"unnamed_sources": True},
            {},
            f"One report: The Tide, which also uses unnamed sources; {THROUGH}",
        ),
        ("report", {"origin_basis": "inferred"}, {}, {}, f"One report, by our reading of The Tide; {THROUGH}"),
        ("public-record", {}, {}, {}, "Public record"),
        ("background", {}, {}, {}, "The Gazette’s own account"),
        ("unattributed", {}, {}, {}, "No origin given by The Gazette"),
    ],
)
def test_how_a_claim_is_known_is_said_in_plain_words(
    kind: str, cited: dict[str, Any], of_origin: dict[str, Any], more: dict[str, Any], words: str
) -> None:
    assert _known(kind, cited, of_origin, **more) == words


@pytest.mark.parametrize(
    ("publishers", "words"),
    [
        (("The Tide", "The Gull"), f"2 independent origins: The Tide, {THROUGH}; The Gull, {THROUGH}"),
        (("The Gazette", "The Gull"), f"2 independent origins: The Gazette; The Gull, {THROUGH}"),
    ],
)
def test_independent_origins_say_through_whom_they_reach_us(publishers: tuple[str, str], words: str) -> None:
    world = World()
    world.source("gazette", "Trams are back")
    for number, publisher in enumerate(publishers):
        world.origin(f"o-{number}", kind="report", publisher=publisher)
    cited = [evidence(paragraph=number + 2, origin=f"o-{number}") for number in range(2)]
    world.brief("spring", claim("return", evidence=cited))
    assert world.page("briefs/spring/").claim("spring/return").facts.endswith(words)


def test_independent_origins_that_are_all_at_hand_name_no_carrier() -> None:
    world = World()
    cited = []
    for name in ("gazette", "courier"):
        world.source(name, outlet=name.title())
        world.origin(f"{name}-report", kind="report", publisher=name.title())
        cited.append(evidence(name, origin=f"{name}-report"))
    world.brief("spring", claim("return", evidence=cited))
    assert world.page("briefs/spring/").claim("spring/return").facts.endswith("2 independent origins: Gazette; Courier")


def test_a_document_among_independent_origins_goes_by_its_own_name() -> None:
    world = World()
    world.source("gazette", "Trams are back")
    world.origin("minutes", "Minutes of the council", "document", publisher="The council")
    world.origin("tide", kind="report", publisher="The Tide")
    world.brief("spring", claim("return", evidence=[evidence(origin="minutes"), evidence(paragraph=3, origin="tide")]))
    facts = world.page("briefs/spring/").claim("spring/return").facts
    assert facts.endswith(f"2 independent origins: Minutes of the council, {THROUGH}; The Tide, {THROUGH}")
