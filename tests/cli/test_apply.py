"""`apply` makes the edit that a form asks for, or says by the form's questions why not, and writes nothing then."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from dossier.cli import apply
from tests.authoring import suggested
from tests.cli.typed import Seen, typed

SOFTEN = "briefings/2031/traders-soften.yaml"


@pytest.fixture(autouse=True)
def day_after_the_last_update(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the updates of the good dossier be in the past."""
    monkeypatch.setattr(apply, "now", lambda: suggested.AT)


def run(own: Path, form: str, **given: str) -> Seen:
    (own / "answers.json").write_text(json.dumps({"form": form, **given}), "utf-8")
    return typed(own, "apply", "answers.json")


def contents(own: Path) -> dict[Path, bytes]:
    folders = (own / "briefings", own / "sources")
    return {path: path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("form", "given", "done"),
    [
        ("correct-claim", suggested.CORRECTED, 'corrected the claim "traders-soften/cost-310"'),
        (
            "add-claim",
            suggested.ADDED,
            'added the claim "traders-soften/the-traders-promise-to-be-quiet-if-the"',
        ),
    ],
)
def test_a_brief_is_changed_and_passes_the_check(own: Path, form: str, given: dict[str, str], done: str) -> None:
    before = contents(own)
    seen = run(own, form, **given)
    assert (seen.code, seen.err) == (0, "")
    assert seen.out == f"{done} in {SOFTEN}, with an update that tells of it\n"
    assert [path for path, content in contents(own).items() if before[path] != content] == [own / SOFTEN]
    assert typed(own, "check").code == 0


def test_the_text_of_an_issue_does_the_same(own: Path) -> None:
    (own / "issue.md").write_text(suggested.issue("correct-claim"), "utf-8")
    assert typed(own, "apply", "issue.md", "--issue-body").code == 0
    assert f"after: {suggested.CORRECTED['text']}" in (own / SOFTEN).read_text("utf-8")


def test_what_does_not_pass_is_told_by_question_and_not_written(own: Path) -> None:
    before = contents(own)
    seen = run(own, "add-claim", **suggested.ADDED | {"quote": "no more of it", "topics": "rout"})
    assert (seen.code, seen.err) == (1, "nothing was written: 2 problems\n")
    assert "Which topics is it about? error[unknown-topic]:" in seen.out
    assert '  = did you mean "route"?\n' in seen.out
    assert "In which words? error[quote-not-in-paragraph]:" in seen.out
    assert contents(own) == before


def test_a_missing_answer_is_told(own: Path) -> None:
    seen = run(own, "correct-claim", claim="traders-soften/cost-310", text="Other words.")
    assert (seen.code, seen.err) == (1, "nothing was written: 1 problem\n")
    assert seen.out == "What was wrong, and how do you know? there is no answer\n"


def test_a_warning_is_told_and_does_not_stop(own: Path) -> None:
    settings = (own / "mkdocs.yml").read_text("utf-8")
    (own / "mkdocs.yml").write_text(settings.replace("attribution_rule: ignore", "attribution_rule: warning"), "utf-8")
    seen = run(own, "add-claim", **suggested.ADDED | {"text": "Somebody promises to be quiet."})
    assert seen.code == 0
    assert "What does the claim say? warning[" in seen.out


def test_a_source_is_not_made_up_but_its_command_is_shown(own: Path) -> None:
    before = contents(own)
    seen = run(own, "add-source", **suggested.SOURCE)
    assert (seen.code, seen.err) == (0, "")
    assert "\n  python build.py source add https://tide.example/2031/quay '--outlet=Tide Weekly'" in seen.out
    assert contents(own) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [(None, "cannot be read"), ("x", "this is not JSON"), ('{"form": "x"}', '"form" is not one of')],
)
def test_what_are_no_answers_is_wrong_use(own: Path, text: str | None, said: str) -> None:
    if text is not None:
        (own / "answers.json").write_text(text, "utf-8")
    seen = typed(own, "apply", "answers.json")
    assert seen.code == 2
    assert said in seen.err


def test_the_time_of_the_update_is_now(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apply, "now", lambda: datetime.fromisoformat("2031-07-01T08:00:00+00:00"))
    assert run(own, "correct-claim", **suggested.CORRECTED).code == 0
    assert "    at: 2031-07-01T08:00:00+00:00\n" in (own / SOFTEN).read_text("utf-8")
