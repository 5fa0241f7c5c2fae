"""Circles in a graph of ids.

Never says which of a circle's steps is the wrong one.
"""

from collections.abc import Iterable, Mapping


def circles(graph: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Return one shortest circle for each knot of ids that reach each other, each starting at its smallest id.

    `graph` names for each id those it leads to; ids that it does not hold lead nowhere. A step from an id to itself
    is not a circle here. Method: strongly connected components by Tarjan's algorithm, without recursion.
    """
    found = []
    for knot in _knots(graph):
        start = min(knot)
        found.append(_shortest(graph, start, set(knot)))
    return sorted(found)


def _knots(graph: Mapping[str, Iterable[str]]) -> list[list[str]]:
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    waiting: set[str] = set()
    knots = []
    for root in graph:
        if root in number:
            continue
        number[root] = low[root] = len(number)
        stack.append(root)
        waiting.add(root)
        path = [(root, iter(graph[root]))]
        while path:
            at, steps = path[-1]
            for to in steps:
                if to not in graph:
                    continue
                if to not in number:
                    number[to] = low[to] = len(number)
                    stack.append(to)
                    waiting.add(to)
                    path.append((to, iter(graph[to])))
                    break
                if to in waiting:
                    low[at] = min(low[at], number[to])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[at])
                if low[at] == number[at]:
                    knot = [stack.pop()]
                    while knot[-1] != at:
                        knot.append(stack.pop())
                    waiting.difference_update(knot)
                    if len(knot) > 1:
                        knots.append(knot)
    return knots


def _shortest(graph: Mapping[str, Iterable[str]], start: str, within: set[str]) -> tuple[str, ...]:
    came: dict[str, str] = {}
    ring = [start]
    while ring:
        following = []
        for at in ring:
            for to in graph[at]:
                if to == start and at != start:
                    circle = [at]
                    while circle[-1] != start:
                        circle.append(came[circle[-1]])
                    return tuple(reversed(circle))
                if to in within and to != start and to not in came:
                    came[to] = at
                    following.append(to)
        ring = following
    raise ValueError(f"{start} is on no circle")
