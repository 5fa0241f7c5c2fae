"""The attribution rule: whom the text of a claim has to name, in any language."""

from typing import Any

import pytest

from tests import seam
from tests.world import World, claim, evidence


def told(text: str, origin: str, level: str = "warning", **more: Any) -> list[tuple[str, str]]:
    """Return code and severity of the problems of one claim whose only passage has an origin of the kind `origin`."""
    world = World(attribution_rule=level)
    world.party("board", "The Pier Board")
    world.person("ida-lund", "Ida Lund", party="board", aliases=["Frau Lund"])
    world.source("gazette", outlet="The Quay Gazette", aliases=["Кайова газета", "码头公报"])
    publisher = None if origin in ("public-record", "background", "unattributed") else "The Tide"
    speaker = {"speaker": "ida-lund"} if origin in ("statement", "interview") else {}
    world.origin("origin", kind=origin, publisher=publisher, date="2031-03-02", **speaker)
    cited = [evidence("gazette", origin="origin", **more.pop("cited", {}))]
    world.brief("spring", claim("one", text, evidence=cited, **more))
    found = [(problem.code.name, problem.severity) for problem in seam.problems(world.library())]
    return [each for each in found if each[0] in ("unattributed-claim", "attribution-not-in-text")]


MISSING = [("unattributed-claim", "warning")]


@pytest.mark.parametrize("kind", ["background", "unattributed"])
def test_what_an_outlet_says_names_the_outlet(kind: str) -> None:
    assert told("The pier closes in May.", kind) == MISSING
    assert told("The pier closes in May, the Quay Gazette writes.", kind) == []
    assert told("The Pier Board closes the pier in May.", kind) == MISSING


def test_a_report_is_named_where_the_text_names_it_else_the_outlet() -> None:
    assert told("The pier closes in May, the Quay Gazette writes.", "report") == MISSING
    assert told("The Tide reported that the pier closes in May.", "report") == []
    inferred = {"origin_basis": "inferred"}
    assert told("The Tide reported that the pier closes in May.", "report", cited=inferred) == MISSING
    assert told("The pier closes in May, the Quay Gazette writes.", "report", cited=inferred) == []


def test_the_speaker_is_named() -> None:
    assert told("The board's chair said that it closes.", "statement", said_by="ida-lund") == MISSING
    assert told("Ida Lund said that it closes.", "statement", said_by="ida-lund") == []
    assert told("Frau Lund said that it closes.", "interview", said_by="ida-lund") == []


def test_whose_account_it_is() -> None:
    assert told("It was closed on Monday.", "statement", kind="event") == MISSING
    assert told("By Ida Lund's account it was closed on Monday.", "statement", kind="event") == []
    assert told("It was closed on Monday, the Tide was told.", "statement", kind="event") == []
    # Who prints an interview is not who speaks in it.
    assert told("It was closed on Monday, the Tide was told.", "interview", kind="event") == MISSING


def test_the_document_or_who_saw_it_is_named() -> None:
    assert told("The pier is to close.", "document") == MISSING
    assert told("The pier is to close, by a paper of the Tide.", "document") == []


def test_what_everybody_knows_names_nobody() -> None:
    assert told("The pier was built in 1901.", "public-record") == []


def test_names_are_words_of_their_own() -> None:
    assert told("The Quay Gazetteer lists the pier.", "background") == MISSING
    assert told("THE QUAY GAZETTE’S view: the pier closes.", "background") == []


def test_the_rule_knows_no_language() -> None:
    assert told("Пірс закриють у травні.", "unattributed") == MISSING
    assert told("«Кайова газета» пише, що пірс закриють у травні.", "unattributed") == []
    assert told("码头五月关闭。", "unattributed") == MISSING
    assert told("据码头公报报道，码头五月关闭。", "unattributed") == []


def test_an_inflected_name_is_given_as_attribution() -> None:
    text = "За даними Кайової газети, пірс закриють у травні."
    assert told(text, "unattributed") == MISSING
    assert told(text, "unattributed", attribution="За даними Кайової газети") == []
    assert told(text, "unattributed", attribution="За даними Газети") == [("attribution-not-in-text", "error")]


def test_the_settings_say_how_grave_it_is() -> None:
    assert told("The pier closes.", "background", "error") == [("unattributed-claim", "error")]
    assert told("The pier closes.", "background", "ignore") == []


def test_a_withdrawn_claim_need_not() -> None:
    assert told("It closes.", "background", status="withdrawn", status_reason="It was misread.") == []
