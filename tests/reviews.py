"""Reviews of claims for invented worlds."""

from typing import Any

from tests.world import Tree, World


def review(world: World, claim_id: str, by: str = "Ada Brook", on: str = "2031-03-05", **more: Any) -> Tree:
    """Put on record that a person has held a claim against its sources as they are now."""
    tree = {"claim": claim_id, "by": by, "on": on, **more}
    if "digest" not in tree:
        library = world.library()
        tree["digest"] = library.claims[library.corpus.current("claim", claim_id)].reading_digest
    world.reviews.append(tree)
    return tree
