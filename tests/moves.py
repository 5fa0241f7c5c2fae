"""What stays of records that moved or were merged, for invented worlds."""

from typing import Any

from tests.world import Tree, World, claim, evidence


def moved(claim_id: str, to: str) -> Tree:
    """Return what stays of a claim that moved."""
    return {"id": claim_id, "moved_to": to}


def merge_topic(world: World, topic_id: str, into: str, title: str = "Merged", **more: Any) -> None:
    """Put what stays of a topic that was merged into another one in its place."""
    world.topics[topic_id] = {"title": title, "merged_into": into, **more}


def world() -> World:
    """Return a dossier in which a claim moved, and a topic and an origin were merged into others."""
    made = World()
    made.topic("trams", "Night trams")
    merge_topic(made, "noise", "trams", "Noise at night")
    made.origin("agency", "Agency report")
    made.origins["wire"] = {"id": "wire", "merged_into": "agency"}
    made.brief("spring", moved("a", "summer/a"), claim("b", evidence=[evidence(origin="agency")]))
    made.brief("summer", claim("a", "The trams run at night."), title="A summer of trams")
    made.brief("winter", moved("c", "summer/a"))
    return made
