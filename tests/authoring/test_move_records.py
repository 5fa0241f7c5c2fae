"""After a move or a merger the dossier is as sound as before, and `diff` finds nothing changed or gone."""

import shutil
from pathlib import Path

import pytest

from dossier.authoring.move_records import Files, merge, move_claim
from dossier.check.changes import compare, find_problems
from dossier.disk import write_file
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError
from tests.world import World, claim, evidence

GOOD = Path(__file__).parents[1] / "cases/good/harbour-tram"
BRIEFS = ("harbour-vote", "traders-soften")
CLAIMS = sorted(load(GOOD).library.claims)


@pytest.fixture
def tram(tmp_path: Path) -> Loaded:
    shutil.copytree(GOOD, tmp_path / "tram", ignore=shutil.ignore_patterns(".cache", "site"))
    return load(tmp_path / "tram")


def after(loaded: Loaded, files: Files) -> Loaded:
    for path, content in files.items():
        write_file(loaded.root, path, content, replace=True)
    return load(loaded.root)


@pytest.mark.parametrize("claim_id", CLAIMS)
def test_any_claim_can_move(tram: Loaded, claim_id: str) -> None:
    (brief_id,) = set(BRIEFS) - {claim_id.partition("/")[0]}
    head = after(tram, move_claim(tram, claim_id, brief_id, "moved-here"))
    assert [one.message for one in head.problems if one.severity == "error"] == []
    assert head.library.former_claims == {claim_id: f"{brief_id}/moved-here"}
    changes = compare(tram.library, head.library)
    assert (changes.changed, changes.added, changes.vanished, changes.edited) == ((), (), (), ())


def test_all_else_stays_as_it_is_written(tram: Loaded) -> None:
    old, new = (f"briefings/2031/{brief}.yaml" for brief in BRIEFS)
    files = move_claim(tram, "harbour-vote/quay-half-open", "traders-soften")
    before = {file: tram.scan.files[file].decode() for file in (old, new)}
    start = before[old].index("  - id: quay-half-open\n")
    block = before[old][start : before[old].index("\n\n", start)]
    stub = "  - id: quay-half-open\n    moved_to: traders-soften/quay-half-open"
    assert files == {
        old: before[old].replace(block, stub).encode(),
        new: before[new]
        .replace("[harbour-vote/quay-half-open]", "[quay-half-open]")
        .replace("updates:\n", f"\n{block}\nupdates:\n", 1)
        .encode(),
    }


def test_a_topic_is_merged_with_its_names(tram: Loaded) -> None:
    head = after(tram, merge(tram, "topic", "funding", "route"))
    assert [one.message for one in head.problems if one.severity == "error"] == []
    assert [*head.library.topics] == ["route"]
    assert {"The money", "Cost of line four"} <= set(head.library.topics["route"].aliases)
    changes = compare(tram.library, head.library)
    assert [problem for problem in find_problems(changes) if problem.severity == "error"] == []
    assert (changes.changed, [each.topic for each in changes.positions if each.topic == "funding"]) == ((), [])


def test_an_origin_is_merged(tram: Loaded) -> None:
    head = after(tram, merge(tram, "origin", "quay-post-view", "council-minutes"))
    assert [one.message for one in head.problems if one.severity == "error"] == []
    assert "quay-post-view" not in head.library.origins


def test_a_source_is_merged_only_into_one_with_the_same_quotes(tmp_path: Path) -> None:
    world = World()
    world.source("gazette")
    world.source("gazette-online")
    world.brief("spring", claim("a", evidence=[evidence("gazette")]), claim("b", evidence=[evidence("gazette-online")]))
    world.brief("summer", claim("c", evidence=[evidence("mirror", "they wrote of something else")]))
    loaded = load(world.write(tmp_path))
    head = after(loaded, merge(loaded, "source", "gazette-online", "gazette"))
    assert [one.message for one in head.problems if one.severity == "error"] == []
    assert {each.source for each in head.library.claims["spring/b"].claim.evidence} == {"gazette"}
    with pytest.raises(UserError, match="does not stand there"):
        merge(head, "source", "mirror", "gazette")


@pytest.mark.parametrize(
    ("claim_id", "brief_id", "told"),
    [
        ("harbour-vote/quay-half-opened", "traders-soften", "there is no claim"),
        ("harbour-vote/quay-half-open", "traders", "there is no brief"),
        ("harbour-vote/quay-half-open", "harbour-vote", "in that brief already"),
    ],
)
def test_what_cannot_be_moved_is_refused(tram: Loaded, claim_id: str, brief_id: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        move_claim(tram, claim_id, brief_id)


def test_a_claim_may_move_back(tram: Loaded) -> None:
    head = after(tram, move_claim(tram, "harbour-vote/quay-half-open", "traders-soften"))
    with pytest.raises(UserError, match="has had a claim of this id"):
        move_claim(head, "traders-soften/cost-310", "harbour-vote", "quay-half-open")
    with pytest.raises(UserError, match='is "traders-soften/quay-half-open" now'):
        move_claim(head, "harbour-vote/quay-half-open", "traders-soften")
    back = after(head, move_claim(head, "traders-soften/quay-half-open", "harbour-vote"))
    assert [one.message for one in back.problems if one.severity == "error"] == []
    assert list(back.library.claims) == list(tram.library.claims)
    assert back.library.former_claims == {"traders-soften/quay-half-open": "harbour-vote/quay-half-open"}
    changes = compare(head.library, back.library)
    assert (changes.changed, changes.added, changes.vanished, changes.edited) == ((), (), (), ())
