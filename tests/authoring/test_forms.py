"""Forms have every field of the model, each with an explanation, and no values."""

import re
from itertools import chain

import pytest
import yaml

from dossier.authoring import forms
from dossier.model import Brief, Change, Claim, Confidence, Drift, Evidence, InShort, Reliability, Source, Topic, Update
from dossier.model.topic import BottomLine, Scope, Sentence
from dossier.model.words import Record


def uncommented(blank: str) -> str:
    """Return a form with its optional fields uncommented."""
    return re.sub(r"^( *)#(?=(?:- )?\w+:)", r"\1", blank, flags=re.MULTILINE)


def keys(tree: object) -> set[str]:
    if isinstance(tree, dict):
        return set(tree).union(*map(keys, tree.values()))
    if isinstance(tree, list):
        return set().union(*map(keys, tree)) if tree else set()
    return set()


@pytest.mark.parametrize(
    ("blank", "models", "apart"),
    [
        (forms.BRIEF, (Brief, Claim, Evidence, Confidence, Drift), set()),
        (forms.TOPIC, (Topic, Scope, InShort, BottomLine, Sentence), set()),
        (forms.SOURCE.split("---\n")[1], (Source, Reliability), {"abstract", "refreshed"}),
        (forms.UPDATE, (Update, Change), set()),
    ],
    ids=["brief", "topic", "source", "update"],
)
def test_a_form_has_every_field_of_the_model_and_no_other(
    blank: str, models: tuple[type[Record], ...], apart: set[str]
) -> None:
    fields = set(chain.from_iterable(model.model_fields for model in models)) - apart
    found = keys(yaml.safe_load(uncommented(blank)))
    assert found - {"paragraphs"} == fields - {"paragraphs"}


@pytest.mark.parametrize("blank", [forms.BRIEF, forms.TOPIC, forms.SOURCE, forms.UPDATE])
def test_every_field_of_a_form_has_an_explanation(blank: str) -> None:
    explained = False
    for line in blank.splitlines():
        if line.strip().startswith("# "):
            explained = True
        elif not line.strip():
            explained = False
        elif re.match(r" *#?(- )?\w+:", line):
            assert explained, line


@pytest.mark.parametrize("form", [forms.BRIEF, forms.TOPIC, forms.SOURCE.split("---\n")[1], forms.UPDATE])
def test_a_form_has_no_values_but_defaults(form: str) -> None:
    values = set(re.findall(r"^ *(?:- )?\w+: *([^#\s].*)$", form, re.MULTILINE))
    assert values <= {"[]", "reported", "stated", "full", "link-only"}
