"""Relations between claims: the right kinds of claims, the right order in time, and no circles.

Whether two claims really conflict is left to their editors.
"""

from collections.abc import Callable, Iterator

from dossier.check.circles import circles
from dossier.library import Library
from dossier.library.linking import full_id
from dossier.linked import LinkedClaim
from dossier.model import is_after
from dossier.problem import Area, Code, Place, Problem

RELATION_TO_ITSELF = Code(
    "relation-to-itself",
    Area.CLAIMS,
    "error",
    "A claim is said to relate to itself.",
    "Name the other claim.",
)
RELATION_CIRCLE = Code(
    "relation-circle",
    Area.CLAIMS,
    "error",
    "Claims supersede, follow or answer each other in a circle, so that none of them is the last word.",
    "Take out the relation that is the wrong way round.",
)
SUPERSEDES_NEWER = Code(
    "supersedes-newer",
    Area.CLAIMS,
    "error",
    "A claim supersedes one that is newer than itself.",
    "Turn the relation round, or correct the dates.",
)
SUPERSEDES_OTHER_PARTY = Code(
    "supersedes-other-party",
    Area.CLAIMS,
    "error",
    "A position supersedes the position of another party.",
    "Use `opposes` or `responds_to`: a position is replaced only by a newer one of the same party.",
)
CONTRADICTS_POSITION = Code(
    "contradicts-position",
    Area.CLAIMS,
    "error",
    "Positions of two parties are said to contradict each other, which is for conflicts of fact.",
    "Use `opposes`.",
)
OPPOSES_NOT_POSITION = Code(
    "opposes-not-position",
    Area.CLAIMS,
    "error",
    "Something that is not a position is said to oppose or to be opposed.",
    "Use `contradicts` for a conflict of fact, `responds_to` for an answer, `qualifies` for what has to be read with it.",
)
OPPOSES_SAME_PARTY = Code(
    "opposes-same-party",
    Area.CLAIMS,
    "error",
    "Two positions of one party are said to oppose each other.",
    "Let the newer one supersede the older, or use `qualifies`.",
)
RESPONDS_TO_LATER = Code(
    "responds-to-later",
    Area.CLAIMS,
    "error",
    "A claim is said to answer something that came later.",
    "Turn the relation round, or correct the dates.",
)
WITHDRAWN_SUPERSEDES = Code(
    "withdrawn-supersedes",
    Area.CLAIMS,
    "error",
    "A withdrawn claim still supersedes another, so that neither of them is shown as current.",
    "Take the relation out, so that the older claim stands again.",
)
FOLLOWS_LATER = Code(
    "follows-later",
    Area.CLAIMS,
    "error",
    "A claim is said to follow something that came later.",
    "Turn the relation round, or correct the dates.",
)
UNMARKED_CONFLICT = Code(
    "unmarked-conflict",
    Area.CLAIMS,
    "warning",
    "Two claims contradict each other, and neither is marked as disputed or denied.",
    "Set the status of the one that is denied, or of both, to `disputed`.",
)


def check(library: Library) -> Iterator[Problem]:
    """Yield problems of relations that cannot hold. Those that lead nowhere are left to `references`."""
    for linked in library.claims.values():
        for relation, refs in linked.claim.relations.items():
            for number, ref in enumerate(refs):
                other = library.claims.get(full_id(ref, linked.brief_id))
                if other is None:
                    continue
                at = linked.place(relation, number)
                if other is linked:
                    yield Problem(
                        RELATION_TO_ITSELF, f'claim "{linked.claim.id}" {relation.replace("_", " ")} itself', at
                    )
                elif relation in _RULES:
                    yield from _RULES[relation](linked, other, at)
    yield from _circles(library, "supersedes")
    yield from _circles(library, "responds_to")
    yield from _circles(library, "follows")


def _supersedes(linked: LinkedClaim, other: LinkedClaim, at: Place) -> Iterator[Problem]:
    one, two = _names(linked, other)
    if linked.claim.status == "withdrawn":
        yield Problem(
            WITHDRAWN_SUPERSEDES,
            f"claim {one} is withdrawn and still supersedes {two}, so that neither stands",
            at,
            f"take {two} out of `supersedes`",
        )
    if is_after(other.claim.date, linked.claim.date):
        yield Problem(
            SUPERSEDES_NEWER,
            f"claim {one} of {linked.claim.date} supersedes {two}, which is of {other.claim.date} and so newer",
            at,
        )
    if _are_positions(linked, other) and linked.claim.party != other.claim.party:
        yield Problem(
            SUPERSEDES_OTHER_PARTY,
            f"claim {one} is a position of {linked.claim.party} and supersedes {two}, one of {other.claim.party}",
            at,
            "a position is replaced only by a newer one of the same party; opposed positions are for `opposes`",
        )


def _contradicts(linked: LinkedClaim, other: LinkedClaim, at: Place) -> Iterator[Problem]:
    one, two = _names(linked, other)
    if _are_positions(linked, other) and linked.claim.party != other.claim.party:
        yield Problem(
            CONTRADICTS_POSITION,
            f"claim {one} contradicts {two}, yet they are positions of two parties, and both parties can hold theirs",
            at,
            "use `opposes` for opposed positions",
        )
    elif not (_is_settled(linked) or _is_settled(other)) and not (
        # Where both claims state the conflict, it is one problem.
        linked.id in other.contradicts and other.id < linked.id
    ):
        yield Problem(
            UNMARKED_CONFLICT,
            f"claim {one} contradicts {two}, yet neither is marked as disputed",
            at,
            f"write `status: disputed` in {two if linked.claim.kind == 'denial' else one}",
        )


def _is_settled(linked: LinkedClaim) -> bool:
    return linked.is_disputed or linked.claim.status == "withdrawn"


def _opposes(linked: LinkedClaim, other: LinkedClaim, at: Place) -> Iterator[Problem]:
    one, two = _names(linked, other)
    strays = [side for side in (linked, other) if side.claim.kind != "position"]
    if strays:
        stray = strays[0].claim
        yield Problem(
            OPPOSES_NOT_POSITION,
            f'claim {one} opposes {two}, yet "{stray.id}" is not a position: its kind is {stray.kind}',
            at,
        )
    elif linked.claim.party == other.claim.party and linked.claim.party:
        hint = "use `supersedes` if this one replaced it" if not is_after(other.claim.date, linked.claim.date) else ""
        yield Problem(
            OPPOSES_SAME_PARTY,
            f"claim {one} opposes {two}, yet both are positions of {linked.claim.party}",
            at,
            hint,
        )


def _follows(linked: LinkedClaim, other: LinkedClaim, at: Place) -> Iterator[Problem]:
    one, two = _names(linked, other)
    if is_after(other.claim.date, linked.claim.date):
        yield Problem(
            FOLLOWS_LATER,
            f"claim {one} of {linked.claim.date} follows {two}, which is of {other.claim.date} and so came later",
            at,
        )


def _responds_to(linked: LinkedClaim, other: LinkedClaim, at: Place) -> Iterator[Problem]:
    one, two = _names(linked, other)
    if is_after(other.claim.date, linked.claim.date):
        yield Problem(
            RESPONDS_TO_LATER,
            f"claim {one} of {linked.claim.date} responds to {two}, which is of {other.claim.date} and so came later",
            at,
        )


_RULES: dict[str, Callable[[LinkedClaim, LinkedClaim, Place], Iterator[Problem]]] = {
    "supersedes": _supersedes,
    "contradicts": _contradicts,
    "opposes": _opposes,
    "responds_to": _responds_to,
    "follows": _follows,
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
            RELATION_CIRCLE,
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
