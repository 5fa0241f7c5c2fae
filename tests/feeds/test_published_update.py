"""An update in feeds has its title, summary, times and topics, and says that it was corrected."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dossier.feeds.published_update import Notice, notice
from dossier.model import Update
from tests import bridge

LATER = bridge.START + timedelta(days=3)


def told(*updates: Update, **changes: Any) -> dict[str, Notice]:
    claims = (bridge.claim("rise"), bridge.claim("cost", topics=("repairs",)))
    library = bridge.library(briefs={"toll-rise": bridge.brief(claims, updates, **changes)})
    return {
        linked.id: notice(
            linked, [library.claims[each] for each in linked.claims], library.settings, bridge.content(library)
        )
        for linked in library.updates
    }


@pytest.mark.parametrize(
    ("kind", "title", "shown"),
    [
        ("new", None, "Toll & <tide>"),
        ("development", "Board meets again", "Board meets again"),
        ("correction", None, "Correction: Toll & <tide>"),
        ("correction", "Correction: the toll is five crowns", "Correction: the toll is five crowns"),
        ("retraction", None, "Retraction: Toll & <tide>"),
        ("closed", None, "Closed: Toll & <tide>"),
    ],
)
def test_the_title_names_the_kind(kind: str, title: str | None, shown: str) -> None:
    assert told(bridge.update("one", kind=kind, title=title))["one"].title == shown


def test_a_corrected_update_says_so_and_links_to_the_correction() -> None:
    correction = bridge.update("two", LATER, kind="correction", claims=("rise",), before="4", after="5")
    seen = told(bridge.update("one", kind="new", claims=("rise",)), correction)
    assert seen["one"].title == "Toll & <tide> [corrected]"
    assert seen["one"].content.startswith(
        "<p><strong>Corrected on 4 March 2031:</strong> "
        f'<a href="{bridge.SITE}updates/two/">Correction: Toll &amp; &lt;tide&gt;</a></p>\n<p>The board'
    )
    assert (seen["one"].published, seen["one"].updated) == (bridge.START, LATER)
    assert (seen["two"].published, seen["two"].updated) == (LATER, LATER)
    assert seen["two"].corrects == ("tag:bridge.example,2031:update/one", f"{bridge.SITE}updates/one/")
    assert seen["one"].corrected_by == (("tag:bridge.example,2031:update/two", f"{bridge.SITE}updates/two/"),)


def test_a_retracted_update_says_so_even_if_it_was_corrected_before() -> None:
    seen = told(
        bridge.update("one", kind="new", claims=("rise",)),
        bridge.update("two", LATER, kind="correction", corrects="one", before="4", after="5"),
        bridge.update("three", LATER + timedelta(days=1), kind="retraction", corrects="one"),
    )
    assert seen["one"].title == "Toll & <tide> [retracted]"
    assert "Corrected on 4 March 2031" in seen["one"].content
    assert "Retracted on 5 March 2031" in seen["one"].content
    assert seen["one"].updated == LATER + timedelta(days=1)


def test_a_correction_without_a_target_corrects_the_major_update() -> None:
    seen = told(
        bridge.update("one", kind="new", claims=("rise",)),
        bridge.update("edit", bridge.START + timedelta(days=1), significance="minor", claims=("rise",)),
        bridge.update("two", LATER, kind="correction", claims=("rise",), before="4", after="5"),
    )
    assert seen["one"].title.endswith("[corrected]")
    assert seen["edit"].title == "Toll & <tide>"


def test_a_correction_has_the_topics_of_what_it_corrects() -> None:
    seen = told(
        bridge.update("one", kind="new", claims=("rise", "cost")),
        bridge.update("two", LATER, kind="correction", claims=("rise",), before="4", after="5"),
    )
    assert seen["one"].topics == seen["two"].topics == (("toll", "Toll"), ("repairs", "Repairs & paint"))


def test_a_correction_has_its_own_topics_first() -> None:
    seen = told(
        bridge.update("one", kind="new", claims=("rise",)),
        bridge.update("two", LATER, kind="correction", claims=("rise",), topics=("lights",), before="4", after="5"),
    )
    assert [topic for topic, _ in seen["two"].topics] == ["lights", "toll"]


@pytest.mark.parametrize(
    ("kind", "goes"), [("closed", True), ("correction", True), ("retraction", True), ("new", False)]
)
def test_corrections_and_last_updates_are_always_major(kind: str, goes: bool) -> None:
    library = bridge.library(
        briefs={"toll-rise": bridge.brief(updates=[bridge.update("end", kind=kind, significance="minor")])}
    )
    assert [linked.is_major for linked in library.updates] == [goes]


def test_times_are_in_utc_to_the_second() -> None:
    at = datetime.fromisoformat("2031-03-01T23:30:15.750+05:45")
    one = told(bridge.update("one", at))["one"]
    assert one.published == one.updated == datetime(2031, 3, 1, 17, 45, 15, tzinfo=UTC)


def test_a_summary_is_plain_text_and_short() -> None:
    correction = bridge.update("one", kind="correction", before="four\n crowns", after="five", note="It *rose*.")
    assert told(correction)["one"].summary == "It rose. Before: “four crowns” Now: “five”"
    long = told(bridge.update("one", note="crown " * 400))["one"].summary
    assert len(long) <= 600
    assert long.endswith("crown…")


def test_addresses_in_content_are_absolute() -> None:
    one = told(bridge.update("one", claims=("rise",)))["one"]
    assert f'<a href="{bridge.SITE}briefs/toll-rise/#rise">' in one.content
    assert "\ue000" not in one.content


def test_a_retraction_of_one_claim_marks_that_claim_and_not_the_whole_update() -> None:
    seen = told(
        bridge.update("one", kind="new", claims=("rise", "cost")),
        bridge.update("two", LATER, kind="retraction", claims=("cost",)),
    )
    assert seen["one"].title == "Toll & <tide>"
    assert seen["one"].content.startswith("<p><strong>Retracted in part on 4 March 2031:</strong> ")
    assert seen["one"].updated == LATER


def test_a_retraction_of_one_claim_does_not_mark_what_told_of_a_whole_brief() -> None:
    seen = told(
        bridge.update("one", kind="new"),
        bridge.update("two", LATER, kind="retraction", claims=("cost",), corrects="one"),
    )
    assert seen["one"].title == "Toll & <tide>"
