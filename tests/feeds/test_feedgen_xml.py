"""Atom and RSS have the expected bytes."""

import pytest

from tests.feeds.golden_feeds import documents, golden


@pytest.mark.parametrize(
    "address",
    [
        "feeds/all/atom.xml",
        "feeds/all/rss.xml",
        "feeds/all/archive/1/atom.xml",
        "feeds/all/archive/1/rss.xml",
        "feeds/lights/atom.xml",
        "feeds/lights/rss.xml",
    ],
)
def test_a_document_has_the_expected_bytes(address: str) -> None:
    assert documents()[address].decode() == golden(address)
