"""Archive pages of feeds between two revisions: they stay as they were."""

from datetime import timedelta

import pytest

from dossier.check.changes import compare, find_problems
from dossier.library import Library
from dossier.model import Claim, MovedClaim, Update
from tests import bridge


def codes(head: Library, before: Library) -> list[str]:
    return sorted(problem.code.name for problem in find_problems(compare(before, head)))


def grown(count: int, *more: tuple[str, Update], topics: tuple[str, ...] | None = None) -> Library:
    """Return a busy dossier with a feed size of five, with further updates in some of its briefs."""
    made = bridge.busy(count, feed_size=5)
    briefs = dict(made.corpus.briefs)
    for brief_id, update in more:
        briefs[brief_id] = briefs[brief_id].model_copy(update={"updates": (*briefs[brief_id].updates, update)})
    if topics is not None:
        first = briefs["meeting-00002"]
        briefs["meeting-00002"] = first.model_copy(update={"claims": (_about(first.claims[0], topics),)})
    return bridge.library(briefs=briefs, topics=made.corpus.topics, feed_size=5)


def _about(claim: Claim | MovedClaim, topics: tuple[str, ...]) -> Claim | MovedClaim:
    return claim.model_copy(update={"topics": topics})


def test_an_update_dated_into_an_archive_page_is_refused() -> None:
    old = bridge.update("slipped-in", bridge.START + timedelta(hours=4, minutes=30), claims=("rise",))
    new = bridge.update("in-time", bridge.START + timedelta(hours=40), claims=("rise",))
    assert codes(grown(12, ("meeting-00003", new)), grown(12)) == []
    changes = compare(grown(12), grown(12, ("meeting-00003", old)))
    (fault,) = find_problems(changes)
    assert fault.code.name == "archive-rewritten"
    assert fault.at == changes.head.updates_by_id["slipped-in"].place("at")
    assert "feed all" in fault.message


@pytest.mark.parametrize(("topics", "where"), [(("toll", "repairs"), "repairs"), (("repairs",), "toll")])
def test_a_topic_that_moves_an_archived_update_is_refused(topics: tuple[str, ...], where: str) -> None:
    before = grown(23)
    found = [
        one for one in find_problems(compare(before, grown(23, topics=topics))) if one.code.name == "archive-rewritten"
    ]
    assert any(f"feed {where}" in one.message and '"news-00002"' in one.message for one in found)


def test_pages_of_another_size_are_refused_once_there_are_any() -> None:
    assert codes(bridge.busy(12, feed_size=6), bridge.busy(12, feed_size=5)) == ["archive-rewritten"]
    assert codes(bridge.busy(5, feed_size=6), bridge.busy(5, feed_size=5)) == []
