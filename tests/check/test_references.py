"""Every id leads to a record, or the problem says which record was probably meant."""

import pytest

from dossier.library import Reading
from dossier.problem import Place
from tests.check.lake import BRIEF_FILE, TOPIC_FILE, Dossier, path_of


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


def test_the_lake_has_no_fault(lake: Dossier) -> None:
    assert lake.problems() == []


def test_an_unknown_source_gets_a_hint(lake: Dossier) -> None:
    lake.claim("line-keeps-pier")["evidence"][0]["source"] = "gazete"
    told = lake.only("unknown-source")
    assert told.message == 'claim "line-keeps-pier" cites "gazete", which has no record'
    assert told.hint == 'did you mean "gazette"?'
    assert told.at == Place(BRIEF_FILE, ("claims", 1, "evidence", 0, "source"))


def test_where_several_places_agree_the_fault_may_lie_with_the_record(lake: Dossier) -> None:
    for claim_id in ("line-keeps-pier", "line-was-not-asked"):
        lake.claim(claim_id)["party"] = "offices"
    lake.claim("line-keeps-pier")["evidence"][0]["source"] = "gazete"
    hints = {problem.code.name: problem.hint for problem in lake.problems() if problem.code.name.startswith("unknown-")}
    assert hints == {
        "unknown-party": 'the nearest id that there is is "office": one of the two is misspelt',
        "unknown-source": 'did you mean "gazette"?',
    }


def test_nothing_is_suggested_where_nothing_is_near(lake: Dossier) -> None:
    lake.claim("line-keeps-pier")["party"] = "weather"
    told = lake.only("unknown-party")
    assert told.message == 'claim "line-keeps-pier" names the party "weather", which is not a listed party'
    assert told.hint == "parties are listed in briefings/parties.yaml"


def test_every_kind_of_reference_is_looked_up(lake: Dossier) -> None:
    claim = lake.claim("line-was-not-asked")
    claim["said_by"] = "bert-holm"
    claim["evidence"][0]["origin"] = "line-statment"
    claim["topics"] = ["north-pier", "east-pier"]
    claim["qualifies"] = ["office-wants-fery-out"]
    lake.people[0]["party"] = "offices"
    lake.origins[0]["depends_on"] = ["council-leter"]
    lake.topic["bottom_line"]["sentences"][0]["claims"].append("office-wants-ferry-out")
    lake.updates[0] |= {"topics": ["north-peer"], "claims": ["line-keeps-peer"]}
    lake.add_update(
        "2031-05-07-abc235", "2031-05-07", "retraction", claims=["line-keeps-pier"], corrects="2031-05-06-abd234"
    )
    assert [fault for fault in lake.told() if fault[0].startswith("unknown-")] == [
        ("unknown-claim", BRIEF_FILE, ("claims", 3, "qualifies", 0)),
        ("unknown-claim", BRIEF_FILE, ("updates", 0, "claims", 0)),
        ("unknown-claim", TOPIC_FILE, ("bottom_line", "sentences", 0, "claims", 1)),
        ("unknown-origin", BRIEF_FILE, ("claims", 3, "evidence", 0, "origin")),
        ("unknown-origin", "briefings/origins.yaml", ("origins", 0, "depends_on", 0)),
        ("unknown-party", "briefings/people.yaml", ("people", 0, "party")),
        ("unknown-person", BRIEF_FILE, ("claims", 3, "said_by")),
        ("unknown-topic", BRIEF_FILE, ("claims", 3, "topics", 1)),
        ("unknown-topic", BRIEF_FILE, ("updates", 0, "topics", 0)),
        ("unknown-update", BRIEF_FILE, ("updates", 1, "corrects")),
    ]
    hints = {problem.hint for problem in lake.problems() if problem.code.name.startswith("unknown-")}
    assert {
        f'did you mean "{word}"?' for word in ("council-letter", "office", "north-pier", "line-keeps-pier")
    } <= hints
    # Outside its brief a claim's bare name means nothing, but there is only one brief that has it.
    assert 'did you mean "pier-dispute/office-wants-ferry-out"?' in hints
    assert 'did you mean "2031-05-06-abc234"?' in hints


def test_a_claim_of_another_brief_is_named_in_full(lake: Dossier) -> None:
    lake.claim("line-was-not-asked")["qualifies"] = ["pier-dispute/office-wants-ferry-ou"]
    assert lake.only("unknown-claim").hint == 'did you mean "pier-dispute/office-wants-ferry-out"?'


@pytest.mark.parametrize(
    ("reading", "spoil", "code"),
    [
        (Reading("source", "courier", "sources/courier.md", None), None, ""),
        (Reading("party", "", "briefings/parties.yaml", None), None, ""),
        (Reading("person", "", "briefings/people.yaml", None), None, ""),
        (Reading("origin", "", "briefings/origins.yaml", None), None, ""),
        (Reading("topic", "north-pier", TOPIC_FILE, None), None, ""),
        (Reading("brief", "pier-dispute", BRIEF_FILE, None), None, ""),
    ],
)
def test_what_is_there_but_could_not_be_read_is_not_called_missing(
    lake: Dossier, reading: Reading, spoil: None, code: str
) -> None:
    lake.unreadable.append(reading)
    assert lake.problems() == []


def test_only_what_could_not_be_read_is_forgiven(lake: Dossier) -> None:
    lake.unreadable.append(Reading("source", "courier", "sources/courier.md", None))
    lake.claim("line-keeps-pier")["evidence"][0]["source"] = "tribune"
    assert "unknown-source" in lake.codes()


def test_a_list_that_names_one_thing_twice(lake: Dossier) -> None:
    lake.claim("line-keeps-pier")["opposes"] = ["office-wants-ferry-out", "pier-dispute/office-wants-ferry-out"]
    told = lake.only("repeated-reference")
    assert path_of(told) == ("claims", 1, "opposes", 1)


def test_a_claim_that_names_one_topic_twice(lake: Dossier) -> None:
    lake.claim("line-keeps-pier")["topics"] = ["north-pier", "north-pier"]
    assert path_of(lake.only("repeated-reference")) == ("claims", 1, "topics", 1)


def test_thousands_of_lost_ids_do_not_take_minutes(lake: Dossier) -> None:
    lake.claim("line-keeps-pier")["qualifies"] = [
        f"lost-brief-{number}/lost-claim-{number}" for number in range(20_000)
    ]
    assert lake.codes() == ["unknown-claim"] * 20_000


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("gazette-2031-05-06", 'did you mean "gazette-2031-05-05"?'),
        ("gazete-2031-05-05", 'did you mean "gazette-2031-05-05"?'),
        ("gazette-2031-06-11", ""),
        ("gazette-2031-05", ""),
    ],
)
def test_another_number_is_another_thing_unless_a_digit_slipped(lake: Dossier, named: str, hint: str) -> None:
    lake.add_origin("gazette-2031-05-05", "report", "The Gazette", "2031-05-05")
    lake.origins[2]["depends_on"] = ["gazette-2031-05-05"]
    lake.claim("line-keeps-pier")["evidence"][0]["origin"] = named
    told = lake.only("unknown-origin")
    assert told.hint == (hint or "origins are listed in briefings/origins.yaml")


def test_claims_of_one_brief_are_not_near_for_its_name_alone(lake: Dossier) -> None:
    lake.claim("line-was-not-asked")["qualifies"] = ["pier-dispute/nothing-like-it"]
    assert lake.only("unknown-claim").hint.startswith("a claim is named as")


def test_a_brief_that_is_misspelt_is_found_by_its_claim(lake: Dossier) -> None:
    lake.claim("line-was-not-asked")["qualifies"] = ["peer-dispute/line-keeps-pier"]
    assert lake.only("unknown-claim").hint == 'did you mean "pier-dispute/line-keeps-pier"?'


@pytest.mark.parametrize("named", ["peer-dispute/line-keeps-ship", "weather/nothing-like-it", "nothing-like-it"])
def test_nothing_is_made_up_where_only_half_of_a_name_is_near(lake: Dossier, named: str) -> None:
    lake.claim("line-was-not-asked")["qualifies"] = [named]
    assert lake.only("unknown-claim").hint.startswith("a claim is named as")


def test_a_claim_that_two_briefs_have_is_not_guessed_at(lake: Dossier) -> None:
    for name in ("east", "west"):
        claim = {**lake.claim("council-asks-to-share"), "id": "shared-claim", "text": f"Words of the {name}."}
        brief = {**lake.brief, "claims": [claim], "updates": [lake.updates[0] | {"id": f"told-{name}"}]}
        lake.files.append((f"briefings/2031/{name}.yaml", brief))
    lake.claim("line-was-not-asked")["qualifies"] = ["shared-claim"]
    assert lake.only("unknown-claim").hint.startswith("a claim is named as")


def test_a_bare_name_that_is_misspelt_and_of_another_file(lake: Dossier) -> None:
    lake.topic["bottom_line"]["sentences"][0]["claims"].append("office-wants-fery-out")
    assert lake.only("unknown-claim").hint == 'did you mean "pier-dispute/office-wants-ferry-out"?'


def test_a_claim_that_was_taken_out_is_one_problem_and_is_put_back(lake: Dossier) -> None:
    lake.claims[:] = [claim for claim in lake.claims if claim["id"] != "council-asks-to-share"]
    lake.topic["bottom_line"]["sentences"][0]["claims"].append("pier-dispute/council-asks-to-share")
    lake.claim("line-was-not-asked")["qualifies"] = ["council-asks-to-share"]
    lake.updates[0]["claims"] = ["council-asks-to-share"]
    (told,) = [problem for problem in lake.problems() if problem.code.name == "unknown-claim"]
    assert path_of(told) == ("claims", 2, "qualifies", 0)
    assert told.hint.startswith("ids are permanent: if the claim was renamed or removed, put it back")
    assert [(place.file, place.path[0]) for _, place in told.related if isinstance(place, Place)] == [
        (TOPIC_FILE, "bottom_line"),
        (BRIEF_FILE, "updates"),
    ]


def test_a_claim_that_only_an_update_names_may_have_been_there_once(lake: Dossier) -> None:
    lake.updates[0]["claims"] = ["nothing-like-it"]
    assert lake.only("unknown-claim").hint.startswith("correct the id, or put the claim back")
    lake.updates[0]["claims"] = []
    lake.topic["updates"] = [lake.updates[0] | {"id": "u2", "claims": ["nothing-like-it"]}]
    assert lake.only("unknown-claim").hint.startswith("a claim is named as"), "nobody can tell which brief was meant"
