"""Claims and positions have the keys and values that the format promises."""

from tests import bridge
from tests.exports.downloads import full, parsed
from tests.reviews import review
from tests.world import World, claim


def keys(value: object) -> list[str]:
    """Return the keys of a record in their order, those of records inside it as paths."""
    if isinstance(value, dict):
        return [path for key, inner in value.items() for path in (key, *(f"{key}.{below}" for below in keys(inner)))]
    return keys(value[0]) if isinstance(value, list) and value else []


def test_a_claim_has_its_keys_in_order() -> None:
    claim = next(one for one in parsed(full())["claims"]["claims"] if one["id"] == "toll-rise/rise")
    expected = (
        "id brief url text short kind party said_by about topics date dated reported first_reported basis status "
        "status_reason confidence confidence.level confidence.reason evidence evidence.source evidence.archive_file "
        "evidence.paragraph evidence.quote evidence.origin evidence.origin_basis evidence.support evidence.speech "
        "evidence.translation evidence.drift evidence.verified independent_origins independent_origins.count "
        "independent_origins.roots review supersedes superseded_by follows contradicts contradicted_by opposes responds_to "
        "qualifies"
    )
    assert keys(claim) == expected.split()


def test_a_claim_has_its_relations_origins_and_checks() -> None:
    claims = {one["id"]: one for one in parsed(full())["claims"]["claims"]}
    rise, cost, paint = claims["toll-rise/rise"], claims["toll-rise/cost"], claims["paint-job/paint"]
    assert rise["url"] == "https://bridge.example/dossier/briefs/toll-rise/#rise"
    assert rise["independent_origins"] == {"count": 2, "roots": ["board-minutes", "council-talk"]}
    assert [one["verified"] for one in rise["evidence"]] == ["archive", "fingerprint"]
    assert rise["evidence"][0]["archive_file"] == "gazette-toll.txt"
    assert (rise["supersedes"], cost["superseded_by"]) == (["toll-rise/cost"], ["toll-rise/rise"])
    assert (paint["contradicts"], rise["contradicted_by"]) == (["toll-rise/rise"], ["paint-job/paint"])
    assert (cost["short"], cost["confidence"], paint["evidence"]) == (None, None, [])
    assert cost["date"] == "2031-02"
    assert (rise["basis"], rise["first_reported"], paint["basis"]) == ("independent", "2031-02-28", None)


def test_a_claim_says_who_has_read_it_against_its_sources() -> None:
    world = World(reviews="shown")
    world.brief("spring", claim("read"), claim("changed"), claim("unread"))
    review(world, "spring/read")
    review(world, "spring/changed", "Una Reed", "2031-03-06")
    world.briefs["spring"]["claims"][1]["text"] = "Other words."

    def found() -> dict[str, object]:
        return {one["id"]: one["review"] for one in parsed(world.library())["claims"]["claims"]}

    assert found() == {
        "spring/read": {"by": "Ada Brook", "on": "2031-03-05", "is_valid": True},
        "spring/changed": {"by": "Una Reed", "on": "2031-03-06", "is_valid": False},
        "spring/unread": None,
    }
    world.settings["reviews"] = "off"
    assert set(found().values()) == {None}


def test_an_unchecked_quote_has_no_check() -> None:
    claims = parsed(bridge.library())["claims"]["claims"]
    assert {one["verified"] for claim in claims for one in claim["evidence"]} == {None}


def test_positions_are_sorted_by_topic_and_party_and_have_a_history() -> None:
    positions = parsed(full())["positions"]["positions"]
    assert [(one["topic"], one["party"], one["claim"], one["history"]) for one in positions] == [
        ("toll", "board", "toll-rise/rise", ["toll-rise/cost"]),
        ("repairs", "council", "paint-job/paint", []),
    ]
