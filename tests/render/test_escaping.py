"""Hostile text in every field: it is shown, and nothing else happens."""

from dataclasses import replace
from typing import Any

import pytest
from pydantic import BaseModel

from dossier.library import Library
from dossier.model import Claim
from tests.pages import orla
from tests.render.conftest import render
from tests.render.markup import Markup

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% for x in y %}",
    '"\' onmouseover="alert(1)" x=\'',
    "</p></div></article><img src=x onerror=alert(1)>",
    "[a](javascript:alert(1)) ![i](http://evil.example/x.png) <http://ok.example/>",
    "a\u202eb\u2066c",
)


def _infected(value: Any, hostile: str) -> Any:
    """Return a record with hostile text at the end of every text that the model leaves free; ids and links stay whole."""
    if isinstance(value, tuple):
        return tuple(_infected(each, hostile) if isinstance(each, BaseModel) else each for each in value)
    if not isinstance(value, BaseModel):
        return value
    changed = {}
    for name in type(value).model_fields:
        old = getattr(value, name)
        if isinstance(old, str):
            new: Any = f"{old} {hostile}" if _fits(value, name, f"{old} {hostile}") else old
        elif name in {"authors", "aliases", "spellings", "gaps", "caveats"}:
            new = tuple(f"{each} {hostile}" for each in (*old, "also"))
        else:
            new = _infected(old, hostile)
        changed[name] = new
    return value.model_copy(update=changed)


def _fits(record: BaseModel, name: str, new: str) -> bool:
    try:
        type(record).model_validate(record.model_dump() | {name: new})
    except ValueError:
        return False
    return True


def _library(hostile: str) -> Library:
    corpus = orla.world().library().corpus
    infected: dict[str, Any] = {
        name: {key: _infected(record, hostile) for key, record in getattr(corpus, name).items()}
        for name in ("briefs", "topics", "sources", "parties", "people", "origins")
    }
    return Library(replace(corpus, settings=_infected(corpus.settings, hostile), **infected))


def test_the_infection_reaches_the_fields_that_readers_see() -> None:
    corpus = _library("<x>").corpus
    claim = corpus.briefs["sluice-shut"].claims[0]
    assert isinstance(claim, Claim)
    assert claim.text.endswith("<x>")
    assert claim.evidence[0].quote.endswith("<x>")
    assert corpus.topics["sluice"].bottom_line.sentences[0].text.endswith("<x>")
    assert corpus.sources["valley-post"].reliability.reason.endswith("<x>")
    assert corpus.origins["hearsay"].name.endswith("<x>")
    assert corpus.people["ada-brook"].role == "reeve <x>"
    assert corpus.settings.name.endswith("<x>")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_changes_no_markup(hostile: str) -> None:
    calm, infected = render(orla.world().library()), render(_library(hostile))
    assert set(calm) == set(infected)
    for where, (_, body) in infected.items():
        markup = Markup(body.html)
        assert markup.faults == [], where
        active = {"script", "img", "iframe", "style", "object"}
        own = [element for element in Markup(calm[where][1].html).elements if element[0] in active]
        assert [element for element in markup.elements if element[0] in active] == own, where
        for _, attributes in markup.elements:
            assert not [name for name in attributes if name.startswith("on")], where
            assert not str(attributes.get("href")).lower().startswith(("javascript", "data", "vbscript")), where


def test_an_expression_is_shown_and_never_worked_out() -> None:
    rendered = render(_library("{{ 7*7 }}"))
    words = Markup(rendered["topics/sluice/"][1].html).words()
    assert "{{ 7*7 }}" in words
    assert "49" not in words
