"""What stays of records that moved or were merged, for invented worlds."""

from typing import Any

from tests.world import Tree, World


def moved(claim_id: str, to: str) -> Tree:
    """Return what stays of a claim that moved."""
    return {"id": claim_id, "moved_to": to}


def merge_topic(world: World, topic_id: str, into: str, title: str = "Merged", **more: Any) -> None:
    """Put what stays of a topic that was merged into another one in its place."""
    world.topics[topic_id] = {"title": title, "merged_into": into, **more}
