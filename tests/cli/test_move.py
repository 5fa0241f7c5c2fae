"""`move` and `merge` change files and say which; what they refuse they explain."""

from pathlib import Path

import pytest

from tests.cli.typed import typed

BRIEFS = ("briefings/2031/harbour-vote.yaml", "briefings/2031/traders-soften.yaml")


def test_a_move_names_the_files_and_leaves_the_dossier_sound(own: Path) -> None:
    seen = typed(own, "move", "harbour-vote/quay-half-open", "traders-soften", "--id", "quay-open")
    assert (seen.code, seen.err) == (0, "")
    assert {f"changed {each}" for each in BRIEFS} <= set(seen.out.splitlines())
    assert seen.out.endswith("published updates keep the old id; now run: python build.py check\n")
    assert "moved_to: traders-soften/quay-open" in (own / BRIEFS[0]).read_text()
    assert typed(own, "check").code == 0


def test_a_merger_names_the_files_and_leaves_the_dossier_sound(own: Path) -> None:
    seen = typed(own, "merge", "topic", "funding", "route")
    assert (seen.code, seen.err) == (0, "")
    assert "changed briefings/topics/funding.yaml\n" in seen.out
    assert "merged_into: route" in (own / "briefings/topics/funding.yaml").read_text()
    assert typed(own, "check").code == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("move", "harbour-vote/quay", "traders-soften"), 'there is no claim "harbour-vote/quay"'),
        (("move", "harbour-vote/quay-half-open", "traders-soften", "--id", "Über"), '"Über" cannot be an id'),
        (("merge", "topic", "funding", "roads"), 'there is no topic "roads"'),
        (("merge", "topic", "route", "route"), "these are the same topic"),
        (("merge", "brief", "a", "b"), '"brief" is not one of topic, source, origin'),
    ],
)
def test_what_cannot_be_done_is_refused_and_nothing_changes(own: Path, words: tuple[str, ...], told: str) -> None:
    before = {path: path.read_bytes() for path in own.rglob("*.yaml")}
    seen = typed(own, *words)
    assert (seen.code, seen.out) == (2, "")
    assert told in seen.err
    assert {path: path.read_bytes() for path in own.rglob("*.yaml")} == before
