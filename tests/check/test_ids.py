"""One id, one record."""

from copy import deepcopy

import pytest

from dossier.problem import Place
from tests.check.lake import BRIEF_FILE, TOPIC_FILE, Dossier, path_of


def test_two_briefs_of_one_id_in_two_years() -> None:
    lake = Dossier()
    other = deepcopy(lake.brief) | {"date": "2030-01", "updates": []}
    lake.files.append(("briefings/2030/pier-dispute.yaml", other))
    told = lake.only("duplicate-id")
    assert told.message == f'the id "pier-dispute" belongs to another brief in {BRIEF_FILE}'
    assert told.at == Place("briefings/2030/pier-dispute.yaml")
    assert told.related == (("the other one", Place(BRIEF_FILE)),)


def test_ids_that_windows_gives_to_devices() -> None:
    lake = Dossier()
    lake.files.append(("briefings/2031/nul.yaml", deepcopy(lake.brief) | {"updates": []}))
    lake.parties.append({"id": "prn", "name": "Printers"})
    told = {(one.at.file, path_of(one)) for one in lake.problems() if one.code.name == "reserved-id"}
    assert told == {
        ("briefings/2031/nul.yaml", ()),
        ("briefings/parties.yaml", ("parties", len(lake.parties) - 1, "id")),
    }


def test_two_claims_of_one_id_in_a_brief() -> None:
    lake = Dossier()
    lake.claims.append(deepcopy(lake.claim("line-keeps-pier")))
    told = lake.only("duplicate-id")
    assert told.at == Place(BRIEF_FILE, ("claims", 4, "id"))
    assert told.related == (("the other one", Place(BRIEF_FILE, ("claims", 1, "id"))),)


def test_two_updates_of_one_id_anywhere() -> None:
    lake = Dossier()
    lake.topic["updates"] = [deepcopy(lake.updates[0])]
    told = lake.only("duplicate-id")
    assert told.message == f'the id "2031-05-06-abc234" belongs to another update in {BRIEF_FILE}'
    assert told.at == Place(TOPIC_FILE, ("updates", 0, "id"))


def test_two_parties_people_and_origins_of_one_id() -> None:
    lake = Dossier()
    lake.parties.insert(1, {"id": "office", "name": "Another office"})
    lake.people.append(deepcopy(lake.people[0]))
    lake.origins.append(deepcopy(lake.origins[3]))
    assert lake.told() == [
        ("duplicate-id", "briefings/origins.yaml", ("origins", 4, "id")),
        ("duplicate-id", "briefings/parties.yaml", ("parties", 1, "id")),
        ("duplicate-id", "briefings/people.yaml", ("people", 1, "id")),
    ]


def test_a_place_behind_a_double_is_still_right() -> None:
    lake = Dossier()
    lake.parties[1:1] = [{"id": "office", "name": "Another office"}, {"id": "weather", "name": "The weather"}]
    assert ("unused-party", "briefings/parties.yaml", ("parties", 2, "id")) in lake.told()


def test_one_id_may_stand_in_two_kinds() -> None:
    lake = Dossier()
    lake.parties.append({"id": "gazette", "name": "The Gazette"})
    lake.people[0]["party"] = "gazette"
    assert lake.codes() == ["speaker-of-another-party"]


@pytest.mark.parametrize("name", ["all", "party", "corrections"])
def test_a_topic_cannot_bear_the_name_of_another_feed(name: str) -> None:
    lake = Dossier()
    lake.files.append((f"briefings/topics/{name}.yaml", deepcopy(lake.topic) | {"title": "All", "spellings": []}))
    lake.claim("council-asks-to-share")["topics"].append(name)
    told = [fault for fault in lake.told() if fault[0] != "bottom-line-other-topic"]
    assert told == [("reserved-id", f"briefings/topics/{name}.yaml", ())]


def test_a_brief_in_the_folder_of_another_year() -> None:
    lake = Dossier()
    lake.files[0] = ("briefings/2030/pier-dispute.yaml", lake.brief)
    told = lake.only("brief-year")
    assert told.at == Place("briefings/2030/pier-dispute.yaml", ("date",))
    assert told.hint == "if the date is right, move the file to briefings/2031/pier-dispute.yaml"
