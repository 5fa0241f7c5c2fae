"""Two revisions of which one cannot be read in full: that is an error, and all else is compared."""

from dataclasses import replace

import pytest

from dossier.check.changes import compare, find_problems
from dossier.library import Library
from tests import bridge


def before() -> Library:
    return bridge.library()


def after() -> Library:
    rise, *others = bridge.BRIEFS["toll-rise"].claims
    claims = (rise.model_copy(update={"text": "The toll may rise."}), *others)
    brief = bridge.BRIEFS["toll-rise"].model_copy(update={"claims": claims})
    return bridge.library(briefs={**bridge.BRIEFS, "toll-rise": brief})


def without_brief(library: Library, brief_id: str) -> Library:
    """Return a library of which one brief is there but could not be read."""
    briefs = {key: brief for key, brief in library.corpus.briefs.items() if key != brief_id}
    return Library(replace(library.corpus, briefs=briefs, unread=frozenset({("brief", brief_id)})))


@pytest.mark.parametrize("which", ["base", "head"])
def test_what_could_not_be_read_is_an_error_and_all_else_is_compared(which: str) -> None:
    libraries = {"base": before(), "head": after()}
    libraries[which] = without_brief(libraries[which], "paint-job")
    changes = compare(libraries["base"], libraries["head"])
    assert [(one.file, one.revision) for one in changes.unread] == [("briefings/2031/paint-job.yaml", which)]
    assert sorted(problem.code.name for problem in find_problems(changes)) == ["claim-changed-untold", "not-compared"]
    assert (changes.vanished, changes.added, changes.removed, changes.updates, changes.records) == ((), (), (), (), ())
    assert changes.positions == ()


def test_origins_that_could_not_be_read_change_no_claim() -> None:
    head = before()
    head = Library(replace(head.corpus, origins={}, unread=frozenset({("origin", "")})))
    changes = compare(before(), head)
    assert (changes.changed, changes.vanished) == ((), ())
    assert [problem.code.name for problem in find_problems(changes)] == ["not-compared"]
