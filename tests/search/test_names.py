"""The names that lead to pages, and the days of the timeline."""

import json
from typing import Any

import pytest

from dossier.library import Library
from dossier.pages import plan
from dossier.search import names
from dossier.wording.search_words import initials
from tests.pages import orla


def known(library: Library, *written: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(names(library, list(plan(library)), written))
    return found


@pytest.fixture(scope="module")
def library() -> Library:
    return orla.world().library()


def test_topics_parties_people_and_publishers_lead_to_pages_that_exist(library: Library) -> None:
    there = {page.address for page in plan(library)}
    pages = known(library)["pages"]
    assert {where.partition("#")[0].partition("?")[0] for where, *_ in pages} <= there
    for called in (
        *(topic.title for topic in library.topics.values()),
        *(party.name for party in library.parties.values()),
        *(person.name for person in library.people.values() if person.party),
        *(source.outlet for source in library.sources.values()),
    ):
        assert any(called in names for *_, names, _ in pages), called


def test_a_page_that_the_site_does_not_have_is_no_signpost(library: Library) -> None:
    def of_contact(*written: str) -> list[str]:
        return [where for where, *_, typed in known(library, *written)["pages"] if "contact" in typed]

    assert of_contact() == []
    assert of_contact("about/") == ["about/"]
    assert of_contact("about/", "contact/") == ["contact/"]


def test_every_day_with_a_claim_leads_to_its_page_of_the_timeline() -> None:
    library = orla.large(400).library()
    days = known(library)["days"]
    addresses = {page.address for page in plan(library)}
    assert len(days) > 1
    assert days.keys() <= addresses
    found = {
        f"{month}-{day}" for months in days.values() for month, all_days in months.items() for day in all_days.split()
    }
    assert found == {linked.claim.date for linked in library.claims.values() if len(linked.claim.date) == 10}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Orla Times", ["OT"]),
        ("The Bridge Street Journal", ["BSJ"]),
        ("Bureau of Ports and Quays", ["BPQ"]),
        ("Harbour vote", []),
        ("Ferry", []),
    ],
)
def test_names_are_abbreviated_by_their_capital_letters(name: str, short: list[str]) -> None:
    assert list(initials((name,))) == short
