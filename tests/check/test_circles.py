"""Circles in small graphs, and against a plain search in random graphs."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.check.circles import circles

GRAPHS = st.dictionaries(st.sampled_from("abcdefg"), st.lists(st.sampled_from("abcdefgz"), max_size=3), max_size=7)


def test_chains_and_diamonds_are_no_circles() -> None:
    assert circles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": ["e"]}) == []


def test_a_circle_starts_at_its_smallest_id() -> None:
    assert circles({"c": ["a"], "a": ["b"], "b": ["c"], "d": ["a"]}) == [("a", "b", "c")]


def test_the_shortest_circle_of_a_component_is_returned() -> None:
    assert circles({"a": ["b"], "b": ["c"], "c": ["d", "a"], "d": ["a"]}) == [("a", "b", "c")]


def test_two_knots_are_two_circles() -> None:
    assert circles({"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c"]}) == [("a", "b"), ("c", "d")]


def test_a_step_to_itself_is_none() -> None:
    assert circles({"a": ["a"], "b": ["b", "c"], "c": ["b"]}) == [("b", "c")]


def test_long_chains_do_not_exhaust_the_stack() -> None:
    long = {f"n{number:06}": [f"n{number + 1:06}"] for number in range(50_000)}
    assert circles(long) == []
    long["n050000"] = ["n000000"]
    assert len(circles(long)[0]) == 50_001


@given(GRAPHS)
def test_a_circle_is_found_exactly_where_there_is_one(graph: dict[str, list[str]]) -> None:
    def reaches(start: str, goal: str) -> bool:
        seen: set[str] = set()
        queue = [to for to in graph.get(start, []) if to != start]
        while queue:
            here = queue.pop()
            if here == goal:
                return True
            if here not in seen:
                seen.add(here)
                queue.extend(to for to in graph.get(here, []) if to != here)
        return False

    found = circles(graph)
    assert bool(found) == any(reaches(node, node) for node in graph)
    for circle in found:
        assert len(set(circle)) == len(circle) > 1
        assert circle[0] == min(circle)
        assert all(to in graph[here] for here, to in zip(circle, (*circle[1:], circle[0]), strict=True))
