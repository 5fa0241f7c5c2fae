"""Issue forms ask what `apply` reads, and the workflow that applies an issue lets nothing of its text act."""

import re
from typing import Any, get_args

import pytest
import yaml

from dossier.model.claim import ClaimKind
from dossier.wording.suggestion import FORMS
from tests.architecture.module_rules import ROOT

TEMPLATES = ROOT / ".github/ISSUE_TEMPLATE"
WORKFLOWS = ROOT / ".github/workflows"


def _form(name: str) -> dict[str, Any]:
    found = yaml.safe_load((TEMPLATES / f"{name}.yml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_each_form_is_an_issue_form_and_there_is_no_other() -> None:
    assert {path.stem for path in TEMPLATES.glob("*.yml")} == {*FORMS}


@pytest.mark.parametrize("name", FORMS)
def test_an_issue_form_has_the_fields_and_questions_of_its_form(name: str) -> None:
    fields = _form(name)["body"]
    told = [
        (each["id"], each["attributes"]["label"], each.get("validations", {}).get("required", False)) for each in fields
    ]
    assert told == [(field.id, field.question, field.is_needed) for field in FORMS[name]]
    assert {field.id for field in FORMS[name] if field.is_long} <= {
        each["id"] for each in fields if each["type"] == "textarea"
    }
    # With `render` the answer would stand in a block of code.
    assert not any("render" in each["attributes"] for each in fields)


def test_the_kinds_to_choose_from_are_those_of_the_model() -> None:
    (kind,) = (each for each in _form("add-claim")["body"] if each["id"] == "kind")
    assert kind["attributes"]["options"] == [*get_args(ClaimKind)]


@pytest.mark.parametrize("name", FORMS)
def test_no_form_puts_the_label_on_that_applies_it(name: str) -> None:
    assert "apply" not in _form(name)["labels"]


def test_no_script_of_a_workflow_has_an_expression_in_it() -> None:
    for path in WORKFLOWS.glob("*.yml"):
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            scripts = [step["run"] for step in job["steps"] if "run" in step]
            assert [script for script in scripts if "${{" in script] == [], path.name


def test_only_the_number_of_an_issue_reaches_the_workflow_by_an_expression() -> None:
    text = (WORKFLOWS / "apply.yml").read_text("utf-8")
    assert set(re.findall(r"\$\{\{ (.+?) \}\}", text)) == {
        "github.event.label.name == 'apply'",
        "github.event.issue.number",
        "github.token",
    }
    read = yaml.safe_load(text)
    assert read["permissions"] == {}
    (job,) = read["jobs"].values()
    assert job["permissions"] == {"contents": "write", "pull-requests": "write"}
    assert job["if"] == "${{ github.event.label.name == 'apply' }}"
    assert [step["name"] for step in job["steps"] if "GH_TOKEN" in step.get("env", {})] == ["Propose it"]


def test_workflows_use_the_same_actions() -> None:
    used = {
        (found[1], found[2])
        for path in WORKFLOWS.glob("*.yml")
        for found in re.finditer(r"uses: (\S+)@(\S+)", path.read_text("utf-8"))
    }
    assert len({action for action, _ in used}) == len(used)
