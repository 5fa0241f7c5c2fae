"""`upgrade` rewrites a dossier of an older format, keeps comments, order and layout, and lists what is left to decide."""

import shutil
from pathlib import Path

import pytest
import yaml

from dossier.authoring.upgrade import Upgraded, upgrade
from dossier.model import FORMAT
from dossier.pipeline.load import load
from dossier.problem import UserError
from tests.cases.cases import FOLDER

OLD = FOLDER / "format-1"
VOTE = "briefings/2031/harbour-vote.yaml"
ORIGINS = "briefings/origins.yaml"


def files(root: Path = OLD) -> dict[str, bytes]:
    found = [path for path in root.rglob("*") if path.is_file() and "pages" not in path.parts]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(found)}


def rewritten(path: str, text: str, **others: str) -> tuple[str, Upgraded]:
    """Return a file of the old dossier as it is after the upgrade, with another text before it."""
    given = files() | {path: text.encode()}
    done = upgrade(given)
    return done.files.get(path, given[path]).decode(), done


def changed(path: str, old: str, new: str) -> str:
    text = files()[path].decode()
    assert old in text
    return text.replace(old, new, 1)


def undecided(done: Upgraded, path: str) -> list[tuple[int, str]]:
    return [(span.line, what) for span, what in done.undecided if span.file == path]


def test_an_outdated_dossier_has_one_problem_and_a_remedy() -> None:
    (problem,) = load(OLD).problems
    assert problem.code.name == "format-outdated"
    assert problem.hint == "run: python build.py upgrade"


def test_an_upgraded_dossier_is_in_todays_format_and_can_be_checked(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    shutil.copytree(OLD, root)
    for path, content in upgrade(files()).files.items():
        (root / path).write_bytes(content)
    loaded = load(root)
    assert {problem.code.name for problem in loaded.problems} <= {
        "drift-without-kind",
        "fingerprint-old",
        "unattributed-claim",
        "one-sided",
    }
    assert loaded.settings_file.settings is not None
    assert loaded.settings_file.settings.format == FORMAT
    assert len(loaded.library.claims) == 12
    again = upgrade({path: (root / path).read_bytes() for path in files(root)})
    assert (again.before, again.files) == (FORMAT, {})


def test_only_lines_that_mean_something_else_change() -> None:
    before, done = files(), upgrade(files())
    for path, content in done.files.items():
        old, new = before[path].decode().splitlines(), content.decode().splitlines()
        gone = [line.strip() for line in old if line not in new]
        assert all(line.startswith(("status: ", "drift: ")) for line in gone), (path, gone)


def test_what_is_derived_is_removed_and_a_reason_becomes_a_note() -> None:
    text = changed(
        VOTE, "    status: confirmed\n", "    status: confirmed  # two of them\n    status_reason: In print.\n"
    )
    made, done = rewritten(VOTE, text)
    claim = yaml.safe_load(made)["claims"][0]
    assert "status" not in claim
    assert "status_reason" not in claim
    assert claim["note"] == "In print."
    assert "# two of them" in made
    assert any("former status" in what for _, what in undecided(done, VOTE))
    made, _ = rewritten(VOTE, text.replace("status: confirmed", "note: It was close.\n    status: reported"))
    assert yaml.safe_load(made)["claims"][0]["note"] == "It was close. In print."


def test_a_status_that_stays_keeps_its_reason() -> None:
    text = changed(VOTE, "    status: disputed\n", "    status: disputed\n    status_reason: It is denied.\n")
    made, _ = rewritten(VOTE, text)
    assert "    status: disputed\n    status_reason: It is denied.\n" in made


def test_a_drift_gets_a_place_for_its_kind_and_keeps_the_blank_line_behind_it() -> None:
    made, done = rewritten(VOTE, files()[VOTE].decode())
    assert "        drift:\n          note: Calls line four the new tram line.\n\n  - id: council-wants-harbour" in made
    line, _ = next(each for each in undecided(done, VOTE) if "how does the text differ" in each[1])
    assert "new tram line" in made.splitlines()[line - 1]


def test_a_folded_drift_keeps_its_folds() -> None:
    drift = "drift: >-\n          It calls line four\n          the new tram line."
    made, _ = rewritten(VOTE, changed(VOTE, "drift: Calls line four the new tram line.", drift))
    assert (
        "        drift:\n          note: >-\n            It calls line four\n            the new tram line.\n\n" in made
    )


def test_a_drift_from_nobodys_report_is_a_note() -> None:
    text = changed(
        ORIGINS, "  - id: quay-post-view", "  - id: background\n    name: B\n    kind: bucket\n  - id: quay-post-view"
    )
    given = files() | {ORIGINS: text.encode()}
    claim = (
        given[VOTE]
        .decode()
        .replace("        origin: courier-report\n        drift:", "        origin: background\n        drift:", 1)
    )
    done = upgrade(given | {VOTE: claim.encode()})
    first = yaml.safe_load(done.files[VOTE])["claims"][0]
    assert first["note"] == "Calls line four the new tram line."
    assert "drift" not in first["evidence"][1]


def test_buckets_say_what_they_are() -> None:
    text = files()[ORIGINS].decode() + "".join(
        f"  - id: {key}\n    name: N\n    kind: bucket  # as it was\n"
        for key in ("public-record", "background", "unattributed", "hearsay")
    )
    made, done = rewritten(ORIGINS, text)
    kinds = {origin["id"]: origin["kind"] for origin in yaml.safe_load(made)["origins"]}
    assert [kinds[key] for key in ("public-record", "background", "unattributed", "hearsay")] == [
        "public-record",
        "background",
        "unattributed",
        "unattributed",
    ]
    assert made.count("# as it was") == 4
    assert sum("common knowledge" in what for _, what in undecided(done, ORIGINS)) == 1


def test_who_speaks_is_found_in_the_claims_or_in_the_name_of_the_publisher() -> None:
    made, _ = rewritten(ORIGINS, files()[ORIGINS].decode())
    speakers = {origin["id"]: origin.get("speaker") for origin in yaml.safe_load(made)["origins"]}
    assert (speakers["quint-after-vote"], speakers["lind-to-quay-post"]) == ("mara-quint", "edda-lind")
    alone = files()[ORIGINS].decode() + (
        "  - id: own-words\n    name: N\n    kind: statement\n    publisher: Mara Quint\n"
        "  - id: nobody\n    name: N\n    kind: statement\n    publisher: The region\n"
    )
    made, done = rewritten(ORIGINS, alone)
    assert "    publisher: Mara Quint\n    speaker: mara-quint\n" in made
    assert sum(what.startswith("who said it?") for _, what in undecided(done, ORIGINS)) == 1


def test_since_when_a_claim_is_in_the_sources_is_set_right() -> None:
    made, _ = rewritten(VOTE, changed(VOTE, "    reported: 2031-05-06\n", "    reported: 2031-05-01  # before?\n"))
    assert "    reported: 2031-05-06  # before?\n" in made


def test_other_layouts_stay_as_they_are() -> None:
    text = files()[VOTE].decode()
    flat = yaml.safe_dump(yaml.safe_load(text), allow_unicode=True, sort_keys=False)
    made, _ = rewritten(VOTE, flat)
    assert "claims:\n- id: harbour-chosen\n" in made
    windows, _ = rewritten(VOTE, text.replace("\n", "\r\n"))
    assert windows.replace("\r\n", "").count("\n") == 0
    assert "status: confirmed" not in windows


def test_what_cannot_be_read_is_refused() -> None:
    with pytest.raises(UserError, match=r"harbour-vote\.yaml: line"):
        upgrade(files() | {VOTE: b"title: [unclosed\nclaims: x: y\n"})
    with pytest.raises(UserError, match="does not know"):
        upgrade(files() | {"mkdocs.yml": files()["mkdocs.yml"] + b"    format: 99\n"})


def test_what_only_a_person_can_write_is_listed() -> None:
    _, done = rewritten(VOTE, files()[VOTE].decode())
    asked = " ".join(what for _, what in done.undecided)
    for key in ("in_short", "unnamed_sources", "seen_by", "speech", "state of play"):
        assert key in asked
