"""Relations between claims: the right kinds, the right way round in time, and never in a circle.

Never looks at what the claims say; whether two of them really conflict is for their editors.
"""

from collections.abc import Callable, Iterator

from dossier.check.circles import circles
from dossier.library import Library
from dossier.library.linking import full_id
from dossier.linked import LinkedClaim
from dossier.model import is_after
from dossier.problem import Place, Problem

_RELATIONS = ("supersedes", "contradicts", "opposes", "responds_to", "qualifies")


def check(library: Library) -> Iterator[Problem]:
    """Yield relations that cannot hold. Those that lead nowhere are named as unknown references instead."""
    for linked in library.claims.values():
        claim = linked.claim
        if not (claim.supersedes or claim.contradicts or claim.opposes or claim.responds_to or claim.qualifies):
            continue
        for relation in _RELATIONS:
            for number, ref in enumerate(getattr(linked.claim, relation)):
                other = library.claims.get(full_id(ref, linked.brief_id))
                if other is None:
                    continue
                at = linked.place(relation, number)
                if other is linked:
                    yield Problem(
                        "relation-to-itself", f'claim "{linked.claim.id}" {relation.replace("_", " ")} itself', at
                    )
                elif relation in _RULES:
                    yield from _RULES[relation](linked, other, at)
    yield from _circles(library, "supersedes")
    yield from _circles(library, "responds_to")


def _supersedes(linked: LinkedClaim, other: LinkedClaim, at: Place) -> Iterator[Problem]:
    one, two = _names(linked, other)
    if linked.claim.status == "withdrawn":
        yield Problem(
            "withdrawn-supersedes",
            f"claim {one} is withdrawn and still supersedes {two}, so that neither stands",
            at,
            f"take {two} out of `supersedes`",
        )
    if is_after(other.claim.date, linked.claim.date):
        yield Problem(
            "supersedes-newer",
            f"claim {one} of {linked.claim.date} supersedes {two}, which is of {other.claim.date} and so newer",
            at,
        )
    if _are_positions(linked, other) and linked.claim.party != other.claim.party:
        yield Problem(
            "supersedes-other-party",
            f"claim {one} is a position of {linked.claim.party} and supersedes {two}, one of {other.claim.party}",
            at,
            "a position is replaced only by a newer one of the same party; opposed positions are for `opposes`",
        )


def _contradicts(linked: LinkedClaim, other: LinkedClaim, at: Place) -> Iterator[Problem]:
    one, two = _names(linked, other)
    if _are_positions(linked, other) and linked.claim.party != other.claim.party:
        yield Problem(
            "contradicts-position",
            f"claim {one} contradicts {two}, yet they are positions of two parties, and both parties can hold theirs",
            at,
            "use `opposes` for opposed positions",
        )
    elif linked.claim.status == other.claim.status == "confirmed" and not (
        # Where both sides state the conflict, it is told once.
        linked.id in other.contradicts and other.id < linked.id
    ):
        yield Problem(
            "confirmed-conflict",
            f"claim {one} contradicts {two}, yet both are marked confirmed",
            at,
        )


def _opposes(linked: LinkedClaim, other: LinkedClaim, at: Place) -> Iterator[Problem]:
    one, two = _names(linked, other)
    strays = [side for side in (linked, other) if side.claim.kind != "position"]
    if strays:
        stray = strays[0].claim
        yield Problem(
            "opposes-not-position",
            f'claim {one} opposes {two}, yet "{stray.id}" is not a position: its kind is {stray.kind}',
            at,
        )
    elif linked.claim.party == other.claim.party and linked.claim.party:
        hint = "use `supersedes` if this one replaced it" if not is_after(other.claim.date, linked.claim.date) else ""
        yield Problem(
            "opposes-same-party",
            f"claim {one} opposes {two}, yet both are positions of {linked.claim.party}",
            at,
            hint,
        )


def _responds_to(linked: LinkedClaim, other: LinkedClaim, at: Place) -> Iterator[Problem]:
    one, two = _names(linked, other)
    if is_after(other.claim.date, linked.claim.date):
        yield Problem(
            "responds-to-later",
            f"claim {one} of {linked.claim.date} responds to {two}, which is of {other.claim.date} and so came later",
            at,
        )


_RULES: dict[str, Callable[[LinkedClaim, LinkedClaim, Place], Iterator[Problem]]] = {
    "supersedes": _supersedes,
    "contradicts": _contradicts,
    "opposes": _opposes,
    "responds_to": _responds_to,
}


def _circles(library: Library, relation: str) -> Iterator[Problem]:
    graph: dict[str, tuple[str, ...]] = {
        linked.id: targets for linked in library.claims.values() if (targets := getattr(linked, relation))
    }
    for circle in circles(graph):
        chain = " → ".join(f'"{claim_id}"' for claim_id in (*circle, circle[0]))
        places = []
        for claim_id, following in zip(circle, (*circle[1:], circle[0]), strict=True):
            linked = library.claims[claim_id]
            refs = [full_id(ref, linked.brief_id) for ref in getattr(linked.claim, relation)]
            places.append(linked.place(relation, refs.index(following)))
        yield Problem(
            "relation-circle",
            f"`{relation}` runs in a circle: {chain}",
            places[0],
            related=tuple(("also on the circle", place) for place in places[1:]),
        )


def _are_positions(linked: LinkedClaim, other: LinkedClaim) -> bool:
    return (
        linked.claim.kind == other.claim.kind == "position"
        and linked.claim.party is not None
        and other.claim.party is not None
    )


def _names(linked: LinkedClaim, other: LinkedClaim) -> tuple[str, str]:
    return f'"{linked.claim.id}"', f'"{other.claim.id if other.brief_id == linked.brief_id else other.id}"'
