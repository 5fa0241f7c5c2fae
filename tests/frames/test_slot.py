"""Tokens mark the slots and cannot be mistaken for anything else."""

import re

from dossier.frames.slot import make_tokens


def test_tokens_are_plain_and_none_contains_another() -> None:
    tokens = make_tokens(b"x")
    assert all(re.fullmatch("[a-z0-9]+", token) for token in tokens.values())
    assert not any(one in other for one in tokens.values() for other in tokens.values() if one is not other)


def test_tokens_depend_on_the_seed() -> None:
    assert set(make_tokens(b"x").values()).isdisjoint(make_tokens(b"y").values())
    assert make_tokens(b"x") == make_tokens(b"x")
