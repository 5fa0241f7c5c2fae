"""Finds circles in a graph of ids.

Which step of a circle is wrong is left to the reader.
"""

from collections.abc import Iterable, Mapping


def circles(graph: Mapping[str, Iterable[str]]) -> list[tuple[str, ...]]:
    """Return one shortest circle for each strongly connected component, each from its smallest id on, sorted.

    `graph` maps each id to those it leads to; ids that are no key lead nowhere. A step from an id to itself is no circle
    here. Method: Tarjan's algorithm, without recursion.
    """
    found = []
    for component in _components(graph):
        start = min(component)
        found.append(_shortest(graph, start, set(component)))
    return sorted(found)


def _components(graph: Mapping[str, Iterable[str]]) -> list[list[str]]:
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    components = []
    for root in graph:
        if root in number:
            continue
        number[root] = low[root] = len(number)
        stack.append(root)
        on_stack.add(root)
        path = [(root, iter(graph[root]))]
        while path:
            at, steps = path[-1]
            for to in steps:
                if to not in graph:
                    continue
                if to not in number:
                    number[to] = low[to] = len(number)
                    stack.append(to)
                    on_stack.add(to)
                    path.append((to, iter(graph[to])))
                    break
                if to in on_stack:
                    low[at] = min(low[at], number[to])
            else:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[at])
                if low[at] == number[at]:
                    component = [stack.pop()]
                    while component[-1] != at:
                        component.append(stack.pop())
                    on_stack.difference_update(component)
                    if len(component) > 1:
                        components.append(component)
    return components


def _shortest(graph: Mapping[str, Iterable[str]], start: str, within: set[str]) -> tuple[str, ...]:
    previous: dict[str, str] = {}
    layer = [start]
    while layer:
        next_layer = []
        for at in layer:
            for to in graph[at]:
                if to == start and at != start:
                    circle = [at]
                    while circle[-1] != start:
                        circle.append(previous[circle[-1]])
                    return tuple(reversed(circle))
                if to in within and to != start and to not in previous:
                    previous[to] = at
                    next_layer.append(to)
        layer = next_layer
    raise ValueError(f"{start} is on no circle")
