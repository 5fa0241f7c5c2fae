"""What a file is, is told by where it lies."""

import pytest

from dossier.pipeline.layout import classify_files
from dossier.problem import Problem, Span


def problems(*paths: str) -> list[Problem]:
    return classify_files(dict.fromkeys(paths, b""))[1]


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
    linked, found = classify_files({path: b""})
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


BRIEF = b"title: The toll rises\ndate: 2031-03-02\nclaims: []\n"
TOPIC = b"title: The toll\nquestion: Who pays?\n"
SOURCE = b"---\ntitle: Toll rises\noutlet: Gazette\n---\n"
PRINT = b"dossier-fingerprint 1\nsource: gazette\n"


@pytest.mark.parametrize(
    ("path", "text", "kind", "name", "hint"),
    [
        ("briefings/toll-rise.yaml", BRIEF, "brief", "toll-rise", "move it to briefings/2031/toll-rise.yaml"),
        ("briefings/toll.yaml", TOPIC, "topic", "toll", "move it to briefings/topics/toll.yaml"),
        ("briefings/31/toll-rise.yaml", BRIEF, "brief", "toll-rise", "move it to briefings/2031/toll-rise.yaml"),
        ("briefings/topics/toll-rise.yaml", BRIEF, "brief", "toll-rise", "move it to briefings/2031/toll-rise.yaml"),
        ("briefings/2031/toll.yaml", TOPIC, "topic", "toll", "move it to briefings/topics/toll.yaml"),
        ("briefings/2031/toll-rise.yml", BRIEF, "brief", "toll-rise", 'rename it "toll-rise.yaml"'),
        ("briefings/2031/toll-rise.YAML", BRIEF, "brief", "toll-rise", 'rename it "toll-rise.yaml"'),
        ("briefings/2031/toll-rise.yaml.txt", BRIEF, "brief", "toll-rise", 'rename it "toll-rise.yaml"'),
        ("briefings/2031/toll rise.yaml", BRIEF, "brief", "toll-rise", 'rename it "toll-rise.yaml"'),
        ("briefings/people.yml", b"people: []\n", "person", "", 'rename it "people.yaml"'),
        ("briefings/Parties.yaml", b"parties: []\n", "party", "", 'rename it "parties.yaml"'),
        ("sources/gazette.MD", SOURCE, "source", "gazette", 'rename it "gazette.md"'),
        ("sources/gazette.txt", SOURCE, "source", "gazette", 'rename it "gazette.md"'),
        ("briefings/2031/gazette.md", SOURCE, "source", "gazette", "move it to sources/gazette.md"),
        ("sources/gazette.txt", PRINT, "fingerprint", "gazette", "move it to sources/fingerprints/gazette.txt"),
    ],
)
def test_a_record_astray_is_known_and_told_where_it_belongs(
    path: str, text: bytes, kind: str, name: str, hint: str
) -> None:
    content, found = classify_files({path: text})
    assert [(one.kind, one.id, one.file) for one in content] == [(kind, name, path)]
    assert [(one.severity, one.at, one.hint) for one in found] == [("error", Span(path), hint)]


def test_a_record_astray_gives_way_to_one_at_its_place() -> None:
    here, astray = "briefings/2031/toll-rise.yaml", "briefings/2031/toll-rise.yml"
    content, found = classify_files({here: BRIEF, astray: BRIEF})
    assert [one.file for one in content] == [here]
    assert [(one.at, here in one.hint) for one in found] == [(Span(astray), True)]


def test_content_of_no_kind_that_would_be_lost_stops_publication() -> None:
    assert [(one.code.name, one.severity) for one in problems("briefings/31/x.yaml")] == [
        ("content-misplaced", "error")
    ]


@pytest.mark.parametrize(
    "path", ["briefings/2031/notes.txt", "sources/gazette.txt", "sources/full/gazette.md", "sources/gazette.yml"]
)
def test_a_file_where_nothing_is_read_is_named(path: str) -> None:
    found = problems(path)
    assert [(one.code.name, one.severity) for one in found] == [("file-misplaced", "warning")]
    assert found[0].hint
