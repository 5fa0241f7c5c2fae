"""What a file is, is told by where it lies."""

import pytest

from dossier.pipeline.layout import classify_files
from dossier.problem import Problem, Span


def problems(*paths: str) -> list[Problem]:
    linked, found = classify_files(paths)
    assert not linked
    return found


@pytest.mark.parametrize(
    ("path", "kind", "name"),
    [
        ("briefings/2031/toll-rise.yaml", "brief", "toll-rise"),
        ("briefings/topics/toll.yaml", "topic", "toll"),
        ("briefings/parties.yaml", "party", ""),
        ("briefings/people.yaml", "person", ""),
        ("briefings/origins.yaml", "origin", ""),
        ("sources/gazette-2031-02-28.md", "source", "gazette-2031-02-28"),
        ("sources/fingerprints/gazette.txt", "fingerprint", "gazette"),
        ("sources/verified/gazette.txt", "verification", "gazette"),
    ],
)
def test_a_file_in_its_place_is_filed(path: str, kind: str, name: str) -> None:
    linked, found = classify_files([path])
    assert [(one.kind, one.id, one.file) for one in linked] == [(kind, name, path)]
    assert found == []


@pytest.mark.parametrize(
    "path", ["briefings/README.md", "sources/README.md", "sources/readme.md", "briefings/2031/readme.txt"]
)
def test_a_note_to_contributors_is_passed_over(path: str) -> None:
    assert problems(path) == []


@pytest.mark.parametrize(
    ("path", "better"),
    [
        ("briefings/2031/Toll_Rise.yaml", "toll-rise.yaml"),
        ("briefings/topics/tøll.yaml", "toll.yaml"),
        ("sources/Gazette 1.md", "gazette-1.md"),
        (f"briefings/2031/{'x' * 81}.yaml", f"{'x' * 80}.yaml"),
    ],
)
def test_a_name_that_cannot_be_an_id_gets_a_better_one(path: str, better: str) -> None:
    found = problems(path)
    assert [(one.code.name, one.at, one.hint) for one in found] == [("file-name", Span(path), f'rename it "{better}"')]


def test_a_name_in_another_script_is_written_in_latin_letters() -> None:
    assert [one.hint for one in problems("briefings/2031/Ж.yaml")] == ['rename it "zh.yaml"']


def test_a_name_of_which_nothing_can_be_kept_gets_no_suggestion() -> None:
    assert [one.hint for one in problems("briefings/2031/!.yaml")] == ["rename it"]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        (
            "briefings/toll-rise.yaml",
            "move it to briefings/<year>/toll-rise.yaml if it is a brief, to briefings/topics/toll-rise.yaml if it is a topic",
        ),
        ("briefings/31/toll-rise.yaml", "briefs lie in briefings/<year>/"),
        ("briefings/2031/spring/toll-rise.yaml", "briefs lie in briefings/<year>/"),
        ("briefings/2031/toll-rise.yml", 'rename it "toll-rise.yaml"'),
        ("briefings/2031/toll-rise.YAML", 'rename it "toll-rise.yaml"'),
        ("briefings/people.yml", 'rename it "people.yaml"'),
    ],
)
def test_a_file_whose_content_would_be_lost_stops_publication(path: str, hint: str) -> None:
    found = problems(path)
    assert [(one.code.name, one.severity) for one in found] == [("content-misplaced", "error")]
    assert found[0].hint.startswith(hint)


@pytest.mark.parametrize(
    "path", ["briefings/2031/notes.txt", "sources/gazette.txt", "sources/full/gazette.md", "sources/gazette.yml"]
)
def test_a_file_where_nothing_is_read_is_named(path: str) -> None:
    found = problems(path)
    assert [(one.code.name, one.severity) for one in found] == [("file-misplaced", "warning")]
    assert found[0].hint
