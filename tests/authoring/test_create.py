"""New briefs, topics and sources are written from forms, and updates are added to existing files."""

from pathlib import Path

import pytest

from dossier.authoring.create import RecordKind, add_update, create_record, find_fault, find_owner, known_update_ids
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError
from tests.cases.cases import lay_out


@pytest.fixture
def tram(tmp_path: Path) -> Loaded:
    return load(lay_out(tmp_path / "dossier"))


def test_a_brief_is_in_the_folder_of_its_year(tram: Loaded) -> None:
    path = create_record(tram, "brief", "tunnel", {"date": "2031-06", "title": "A tunnel: maybe"})
    assert path == "briefings/2031/tunnel.yaml"
    told = load(tram.root).problems
    assert {problem.code.name for problem in told} == {"missing-key", "empty-list"}
    assert "title" not in " ".join(problem.message for problem in told if problem.at.line < 15)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("kind", "new_id", "said"),
    [
        ("brief", "harbour-vote", "there already is a brief"),
        ("topic", "route", "there already is a topic"),
        ("topic", "all", "other feeds than those of topics"),
        ("topic", "party", "other feeds than those of topics"),
        ("source", "quay-post-2031-05-13", "there already is a source"),
        ("topic", "The Hill", "cannot be an id"),
        ("topic", "../hill", "cannot be an id"),
        ("topic", "x" * 81, "cannot be an id"),
    ],
)
def test_a_taken_or_invalid_id_is_refused(tram: Loaded, kind: str, new_id: str, said: str) -> None:
    before = {path: path.read_bytes() for path in tram.root.rglob("*.*") if path.is_file()}
    with pytest.raises(UserError, match=said):
        create_record(tram, kind, new_id, {"date": "2031"})  # type: ignore[arg-type]
    assert {path: path.read_bytes() for path in tram.root.rglob("*.*") if path.is_file()} == before


def test_a_file_that_cannot_be_read_is_not_overwritten(tram: Loaded) -> None:
    (tram.root / "briefings/topics/hill.yaml").write_text("title: [\n")
    with pytest.raises(UserError, match="there already is a topic"):
        create_record(load(tram.root), "topic", "hill", {})


@pytest.mark.parametrize(("what", "name"), [("topic", "aux"), ("brief", "con"), ("source", "lpt1")])
def test_a_name_that_windows_reserves_is_refused(tram: Loaded, what: RecordKind, name: str) -> None:
    with pytest.raises(UserError, match="Windows reserves"):
        create_record(tram, what, name, {"date": "2031-05-01"})


def test_a_date_is_checked_like_that_of_a_brief() -> None:
    assert find_fault("date", "2031-05") == ""
    assert '"date" of the brief' in find_fault("date", "May")


@pytest.mark.parametrize(
    "named", ["harbour-vote", "briefings/2031/harbour-vote.yaml", "./briefings/2031/harbour-vote.yaml"]
)
def test_an_update_is_added_at_the_end_of_its_owner(tram: Loaded, named: str) -> None:
    owner = find_owner(tram, named)
    given = {"id": "20310520-abc234", "at": "2031-05-20T12:00:00+00:00", "kind": "development", "significance": "minor"}
    line = add_update(tram, owner, given | {"note": "A: b", "claims": ("harbour-chosen", "cost-240")})
    text = (tram.root / owner.file).read_text()
    assert "20310520-abc234" in text.splitlines()[line - 1]
    again = load(tram.root)
    assert again.problems == ()
    assert again.library.updates[0].id == "20310520-abc234"
    assert known_update_ids(again) == known_update_ids(tram) | {"20310520-abc234"}
    assert text.startswith((tram.scan.files[owner.file]).decode().rstrip("\n"))


def test_an_id_that_looks_like_a_number_has_the_right_line(tram: Loaded) -> None:
    owner = next(find_owner(tram, brief) for brief in tram.library.briefs)
    given = {"id": "20310520-234567", "at": "2031-05-20T12:00:00+00:00", "kind": "development", "significance": "minor"}
    line = add_update(tram, owner, given | {"note": "A.", "claims": owner.claims[:1]})
    assert (tram.root / owner.file).read_text().splitlines()[line - 1].endswith('id: "20310520-234567"')
    assert load(tram.root).library.updates[0].id == "20310520-234567"


def test_a_topic_without_updates_gets_its_first(tram: Loaded) -> None:
    owner = find_owner(tram, "route")
    assert (owner.kind, owner.has_updates) == ("topic", False)
    add_update(
        tram,
        owner,
        {"id": "u1", "at": "2031-05-20T12:00:00+00:00", "kind": "new", "significance": "major", "note": "x"},
    )
    assert load(tram.root).problems == ()


@pytest.mark.parametrize(
    ("named", "said", "hint"),
    [
        ("harbor-vote", "no brief and no topic", 'did you mean "harbour-vote"?'),
        ("weather", "no brief and no topic", "name it by its id or by its file"),
    ],
)
def test_an_unknown_owner_is_refused(tram: Loaded, named: str, said: str, hint: str) -> None:
    with pytest.raises(UserError, match=said) as refused:
        find_owner(tram, named)
    assert refused.value.hint == hint


def test_an_owner_with_errors_is_refused(tram: Loaded) -> None:
    file = tram.root / "briefings/topics/route.yaml"
    file.write_text(file.read_text().replace("question:", "qestion:"))
    with pytest.raises(UserError, match="has errors"):
        find_owner(load(tram.root), "route")


def test_a_brief_and_a_topic_of_one_name_are_named_by_file(tram: Loaded) -> None:
    root = tram.root
    text = (root / "briefings/topics/route.yaml").read_text("utf-8")
    (root / "briefings/topics/harbour-vote.yaml").write_text(text.replace("title: ", "title: Again, ", 1), "utf-8")
    with pytest.raises(UserError, match="a brief and a topic"):
        find_owner(load(root), "harbour-vote")
    assert find_owner(load(root), "briefings/topics/harbour-vote.yaml").kind == "topic"


def test_a_list_in_brackets_is_not_changed(tram: Loaded) -> None:
    file = tram.root / "briefings/topics/route.yaml"
    written = (
        file.read_text()
        + "updates: [\n  {id: u1, at: 2031-05-20T12:00:00+00:00, kind: new, significance: major, note: x}]\n"
    )
    file.write_text(written)
    loaded = load(tram.root)
    given = {"id": "u2", "at": "2031-05-21T12:00:00+00:00", "kind": "new", "significance": "major", "note": "x"}
    with pytest.raises(UserError):
        add_update(loaded, find_owner(loaded, "route"), given)
    assert file.read_text() == written
