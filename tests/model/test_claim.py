"""Claims and their relations."""

from dossier.model import RELATIONS
from tests import bridge


def test_relations_are_the_fields_that_name_claims() -> None:
    assert RELATIONS == ("supersedes", "follows", "contradicts", "opposes", "responds_to", "qualifies")


def test_a_claim_knows_the_relations_that_it_states() -> None:
    assert bridge.claim("rise").relations == {}
    claim = bridge.claim("rise", opposes=("cost", "paint-job/paint"), supersedes=("cut",))
    assert list(claim.relations.items()) == [("supersedes", ("cut",)), ("opposes", ("cost", "paint-job/paint"))]
