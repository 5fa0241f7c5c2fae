"""`new` writes forms to fill in, and adds updates with a new id."""

import re
from datetime import datetime
from pathlib import Path

import pytest

from dossier.pipeline.load import load
from tests.cli.typed import typed

MINTED = re.compile(r'added the update "(\d{8}-[2-9a-z]{6})" to (\S+), line (\d+)\n')


def test_a_new_brief_is_written_and_its_path_printed(own: Path) -> None:
    seen = typed(own, "new", "brief", "tunnel", "--date", "2031-06-01", "--title", "A tunnel: maybe")
    assert (seen.code, seen.err) == (0, "")
    assert seen.out == (
        "wrote briefings/2031/tunnel.yaml: fill it in, then list what is missing: python build.py check\n"
    )
    told = typed(own, "check")
    assert told.code == 1
    assert '"summary" of the brief is empty' in told.out
    assert 'the brief has no "title"' not in told.out


def test_an_id_is_made_from_the_title(own: Path) -> None:
    typed(own, "new", "topic", "--title", "Noise & dust")
    assert (own / "briefings/topics/noise-dust.yaml").exists()


def test_a_source_without_a_text_gets_a_hint(own: Path) -> None:
    seen = typed(own, "new", "source", "tide-2031")
    assert (own / "sources/tide-2031.md").exists()
    assert "python build.py source add FILE" in seen.out


def test_a_whole_dossier_is_created(tmp_path: Path) -> None:
    words = ("new", "dossier", "quay", "--title", "Quay", "--about", "Who wants what of the quay.")
    seen = typed(tmp_path, *words)
    assert (seen.code, seen.err) == (0, "")
    assert seen.out.startswith("wrote mkdocs.yml, briefings/parties.yaml,")
    assert seen.out.endswith(
        "set its address in mkdocs.yml, then create a topic: python build.py --root quay new topic ID\n"
    )
    assert typed(tmp_path, "check", "--root", "quay").code == 0
    assert typed(tmp_path, "new", "topic", "crane", "--root", "quay").code == 0
    again = typed(tmp_path, *words)
    assert (again.code, again.err) == (2, 'there already is "mkdocs.yml" in "quay"\n  = name another folder\n')
    assert "--title, --about are missing" in typed(tmp_path, "new", "dossier", "other").err
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["dossier"], "no folder for the dossier is named"),
        (["dossier", "quay", "--date", "2031"], "--date is only for briefs"),
        (["brief", "tunnel", "--about", "x"], "--about is only for dossiers"),
        (["brief", "tunnel"], "--date is missing"),
        (["brief"], "--title, --date are missing"),
        (["brief", "tunnel", "--date", "June"], '--date: "date" of the brief is "June"'),
        (["brief", "harbour-vote", "--date", "2031"], 'there already is a brief "harbour-vote"'),
        (["topic", "The Hill"], '"The Hill" cannot be an id'),
        (["topic", "hill", "--date", "2031"], "--date is only for briefs"),
        (["topic", "hill", "--kind", "new"], "--kind is only for updates"),
        (["update"], "name the brief or topic that the update belongs to"),
        (["update", "harbor-vote", "--kind", "new"], 'there is no brief and no topic "harbor-vote"'),
        (["update", "harbour-vote"], "--kind is missing"),
        (
            ["update", "harbour-vote", "--kind", "nwe"],
            '"nwe" is not one of new, development, correction, retraction, closed',
        ),
        (["update", "harbour-vote", "--kind", "correction", "--minor"], "every correction goes to subscribers"),
        (["update", "harbour-vote", "--date", "2031"], "an update gets the current time"),
    ],
)
def test_wrong_use_has_a_message_and_writes_nothing(own: Path, words: list[str], said: str) -> None:
    before = {path: path.read_bytes() for path in own.rglob("*.yaml")}
    seen = typed(own, "new", *words)
    assert (seen.code, seen.out) == (2, "")
    assert said in seen.err
    assert {path: path.read_bytes() for path in own.rglob("*.yaml")} == before


def test_an_update_has_a_new_id_the_time_and_the_given_values(own: Path) -> None:
    before = (own / "briefings/2031/harbour-vote.yaml").read_text()
    seen = typed(
        own, "new", "update", "harbour-vote", "--kind", "development", "--claims", "cost-240,harbour-chosen",
        "--note", "The cost: 240 million.",
    )  # fmt: skip
    assert (seen.code, seen.err) == (0, "")
    told = MINTED.fullmatch(seen.out)
    assert told
    assert told[2] == "briefings/2031/harbour-vote.yaml"
    text = (own / told[2]).read_text()
    assert text.startswith(before.rstrip("\n"))
    assert told[1] in text.splitlines()[int(told[3]) - 1]
    loaded = load(own)
    # The tram is of a year to come, which is all that is wrong with an update of today.
    assert {problem.code.name for problem in loaded.problems} == {"update-before-brief", "update-order"}
    update = loaded.library.updates_by_id[told[1]].update
    assert (update.kind, update.significance, update.note) == ("development", "major", "The cost: 240 million.")
    assert update.claims == ("cost-240", "harbour-chosen")
    assert abs((datetime.now(update.at.tzinfo) - update.at).total_seconds()) < 600
    assert told[1].startswith(f"{update.at:%Y%m%d}-")


def test_a_correction_has_the_wrong_and_the_right_wording(own: Path) -> None:
    seen = typed(
        own, "new", "update", "harbour-vote", "--kind", "correction", "--claims", "cost-240", "--note", "It was less.",
        "--before", "310 million", "--after", "240 million",
    )  # fmt: skip
    assert (seen.code, seen.err) == (0, "")
    (update,) = (each.update for each in load(own).library.updates if each.update.note == "It was less.")
    assert (update.before, update.after) == ("310 million", "240 million")


def test_two_updates_have_different_ids(own: Path) -> None:
    for _ in range(2):
        typed(own, "new", "update", "route", "--kind", "new", "--note", "x")
    ids = [linked.id for linked in load(own).library.updates]
    assert len(set(ids)) == len(ids)


def test_missing_fields_are_named(own: Path) -> None:
    seen = typed(own, "new", "update", "traders-soften", "--kind", "correction", "--before", "310")
    assert seen.out.splitlines()[1:] == [
        "still to be filled in: note, after, claims",
        "its claims are: traders-accept-harbour, region-denies, cost-310, opening-too-early",
    ]
    assert typed(own, "check").code == 1


def test_the_first_update_of_a_topic_has_the_kind_new(own: Path) -> None:
    typed(own, "new", "update", "briefings/topics/route.yaml", "--note", "A page on the route.")
    written = load(own).library.corpus.topics["route"].updates
    assert [update.kind for update in written] == ["new"]
