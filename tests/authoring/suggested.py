"""Answers to forms on the good dossier, which a test changes, and what becomes of them."""

import json
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from dossier.authoring.apply_answers import Edit, Judgement, edit_of, judge
from dossier.authoring.form_answers import Answers, read_json
from dossier.pipeline.load import Loaded
from dossier.wording.suggestion import ADD_CLAIM, ADD_SOURCE, CORRECT_CLAIM, FORMS

GOOD = Path(__file__).parents[1] / "cases/good/harbour-tram"
AT = datetime(2031, 6, 1, 9, 30, tzinfo=UTC)
CORRECTED = {
    "claim": "traders-soften/cost-310",
    "text": "A paper of Alder Transit puts the cost of line four at 310 million crowns.",
    "why": "We did not say that it is a paper.",
}
ADDED = {
    "brief": "traders-soften",
    "text": "The traders promise to be quiet: if the quay stays open.",
    "kind": "statement",
    "party": "traders",
    "topics": "route",
    "date": "2031-05-12",
    "source": "quay-post-2031-05-13",
    "paragraph": "3",
    "quote": "you will hear no more from us",
    "origin": "pell-to-quay-post",
}
SOURCE = {
    "outlet": "Tide Weekly",
    "address": "https://tide.example/2031/quay",
    "title": "What the quay costs",
    "date": "2031-05-20",
    "why": "It has the cost of the quay alone.",
}


def answers(form: str, **given: str) -> Answers:
    """Return usable answers to a form, with some put in their place."""
    usual = {CORRECT_CLAIM: CORRECTED, ADD_CLAIM: ADDED, ADD_SOURCE: SOURCE}[form]
    return read_json(json.dumps({"form": form, **usual, **given}).encode())


def issue(form: str, **given: str) -> str:
    """Return the text that GitHub makes of an issue with such answers."""
    told = {CORRECT_CLAIM: CORRECTED, ADD_CLAIM: ADDED, ADD_SOURCE: SOURCE}[form] | given
    parts = (f"### {field.question}\n\n{told.get(field.id) or '_No response_'}" for field in FORMS[form])
    return "\n\n".join(parts)


def applied(loaded: Loaded, told: Answers) -> tuple[Edit, Judgement]:
    """Return the edit that answers ask for, and what a check says of it."""
    edit = edit_of(loaded, told, AT, (f"abc{number:03}" for number in count()))
    return edit, judge(loaded, edit, told, None)
