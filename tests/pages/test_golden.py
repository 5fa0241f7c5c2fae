"""A topic, a claim, an origin, a party and a source as a reader has them, word for word: see `golden/`."""

import pytest

from tests.pages import example


@pytest.mark.parametrize("name", ["topic", "claim", "origin", "party", "source"])
def test_a_page_says_what_it_said(name: str) -> None:
    assert example.texts()[name] == (example.GOLDEN / f"{name}.txt").read_text("utf-8")


def test_no_text_is_left_that_nothing_is_compared_with() -> None:
    assert {path.stem for path in example.GOLDEN.iterdir()} == set(example.texts())
