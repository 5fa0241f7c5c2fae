"""A claim that names records which do not exist: the check refuses it, and rendering it does not fail."""

from tests.world import World, claim, evidence


def test_a_claim_that_names_what_is_not_there_stands_without_it() -> None:
    world = World(complete=False)
    world.topic("harbour")
    world.source("gazette")
    cited = [evidence("gazette", origin="nobody"), evidence("nothing", origin="nobody")]
    world.brief("spring", claim("lost", party="nobody", said_by="nobody", supersedes=["x/y"], evidence=cited))
    piece = world.page("briefs/spring/").claim("spring/lost")
    assert piece.facts.startswith("Statement · of 2 March 2031")
    assert piece.relations == []
    assert [each.blocks[1] for each in piece.evidence] == ["The Gazette (grade B), paragraph 2, 3 March 2031"]
    assert "How it came" not in piece.evidence[0].pairs
