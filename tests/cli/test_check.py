"""`check` lists all problems, in each format."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases.cases import BAD, lay_out
from tests.cli.typed import BUILD, environment, typed

CLEAN = (
    "no problem found in 14 files (2 briefs, 12 claims, 17 quotes, 3 sources, 2 topics); "
    "quotes were checked by fingerprint"
)


def broken(root: Path) -> Path:
    """Break one word of an id."""
    file = root / "briefings/2031/harbour-vote.yaml"
    file.write_text(file.read_text().replace("source: council-minutes-", "source: council-minuets-", 1))
    return root


def test_without_problems_it_says_what_was_checked(tram: Path) -> None:
    seen = typed(tram, "check")
    assert (seen.code, seen.out, seen.err) == (0, f"{CLEAN}\n", "")


def test_with_an_archive_the_summary_says_so(tram: Path) -> None:
    seen = typed(tram, "check", changes={"DOSSIER_ARCHIVE": "archive"})
    assert (seen.code, seen.out) == (0, f"{CLEAN} and against the archive\n")


def test_quiet_prints_nothing_without_problems(tram: Path) -> None:
    seen = typed(tram, "check", "--quiet")
    assert (seen.code, seen.out, seen.err) == (0, "", "")


def test_a_problem_has_place_code_line_and_hint(own: Path) -> None:
    seen = typed(broken(own), "check")
    assert seen.code == 1
    assert seen.out == (
        'briefings/2031/harbour-vote.yaml:16:17: error[unknown-source]: claim "harbour-chosen" cites '
        '"council-minuets-2031-05-06", which has no record\n'
        "   16 |       - source: council-minuets-2031-05-06\n"
        "      |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        '      = did you mean "council-minutes-2031-05-06"?\n'
        "\n"
        "1 error in 1 file\n"
    )


def test_json_is_the_only_output(own: Path) -> None:
    seen = typed(broken(own), "check", "--format", "json")
    document = json.loads(seen.out)
    assert (seen.code, seen.err) == (1, "")
    assert (document["errors"], document["warnings"]) == (1, 0)
    assert document["problems"][0]["code"] == "unknown-source"
    assert json.loads(typed(own, "check", "--format=json", "--quiet").out) == document


def test_json_of_a_clean_dossier(tram: Path) -> None:
    assert json.loads(typed(tram, "check", "--format", "json").out)["problems"] == []


def test_github_gets_annotations_and_a_summary(own: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    around = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_WORKSPACE": str(own.parent)}
    seen = typed(broken(own), "check", "--format", "github", changes=around)
    assert seen.code == 1
    assert seen.out.startswith("::error file=dossier/briefings/2031/harbour-vote.yaml,line=16,")
    assert seen.out.count("\n") == 1
    assert "unknown-source" in summary.read_text()
    assert "1 error in 1 file" in summary.read_text()


def test_warnings_fail_only_with_strict(own: Path) -> None:
    file = own / "briefings/parties.yaml"
    file.write_text(file.read_text() + "  - id: gulls\n    name: The gulls\n")
    seen = typed(own, "check")
    assert seen.code == 0
    assert "warning[unused-party]" in seen.out
    assert seen.out.endswith("1 warning in 1 file\n")
    assert typed(own, "check", "--strict").code == 1


def test_a_bad_dossier_gives_the_expected_report(tmp_path: Path) -> None:
    case = next(case for case in BAD if case.name == "wrong-relations")
    seen = typed(lay_out(tmp_path / "dossier", case), "check")
    assert (seen.code, seen.out) == (1, (case / "expected.txt").read_text())


def on_terminal(where: Path, *words: str, **changes: str) -> str:
    """Return what `python build.py WORDS` prints to a terminal."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        command = [sys.executable, str(BUILD), *words]
        subprocess.run(command, cwd=where, env=environment({"TERM": "xterm"} | changes), stdout=theirs, check=False)
        os.close(theirs)
        return terminal.read(1 << 16).decode().replace("\r\n", "\n")


def test_colours_are_shown_on_a_terminal_alone_and_change_nothing_else(own: Path) -> None:
    plain = typed(broken(own), "check").out
    place, rest = plain.split(" error", 1)
    assert on_terminal(own, "check") == f"\033[1m{place}\033[0m \033[1;31merror\033[0m{rest}"
    assert on_terminal(own, "check", NO_COLOR="1") == plain


def test_the_content_cannot_contain_commands_for_github(own: Path) -> None:
    words = "##[add-mask]tram"
    file = own / "briefings/2031/harbour-vote.yaml"
    file.write_text(file.read_text().replace("source: council-minutes-", f"source: x{words}-", 1))
    in_workflow = {"GITHUB_ACTIONS": "true"}
    for form in ("text", "json"):
        assert words in typed(own, "check", "--format", form).out
        seen = typed(own, "check", "--format", form, changes=in_workflow)
        assert words not in seen.out + seen.err
    assert all(
        line.startswith(("::error ", "::warning "))
        for line in typed(own, "check", "--format", "github", changes=in_workflow).out.splitlines()
    )
    document = json.loads(typed(own, "check", "--format", "json", changes=in_workflow).out)
    assert document == json.loads(typed(own, "check", "--format", "json").out)


def test_problems_of_an_earlier_check_can_be_left_out(own: Path) -> None:
    known = own / "known.json"
    known.write_text(typed(broken(own), "check", "--format", "json").out)
    file = own / "briefings/2031/harbour-vote.yaml"
    # Lines that move leave a problem as it was.
    file.write_text(file.read_text().replace("title:", "# A comment.\ntitle:", 1))
    seen = typed(own, "check", "--known", "known.json")
    assert (seen.code, seen.err) == (0, "1 problem of an earlier check left out\n")
    assert seen.out == f"{CLEAN.replace('no problem', 'no new problem')}\n"
    again = file.read_text().replace("origin: council", "origin: counsel", 1)
    file.write_text(again)
    seen = typed(own, "check", "--known", "known.json", "--format", "json")
    assert seen.code == 1
    assert [each["code"] for each in json.loads(seen.out)["problems"]] == ["unknown-origin"]


def test_only_what_the_report_names_is_left_out(own: Path) -> None:
    known = own / "known.json"
    known.write_text(typed(broken(own), "check", "--format", "json").out)
    document = json.loads(known.read_text())
    document["problems"] = []
    known.write_text(json.dumps(document))
    assert typed(own, "check", "--known", "known.json").code == 1


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"schema": "dossier-claims/2"}', '{"schema": "dossier-problems/1"}', "\xff"]
)
def test_what_is_no_report_of_a_check_is_refused(own: Path, content: str) -> None:
    (own / "known.json").write_text(content, "latin-1")
    seen = typed(own, "check", "--known", "known.json")
    assert seen.code == 2
    assert '"known.json" is no report of a check' in seen.err
    assert "python build.py check --format json >known.json" in seen.err
