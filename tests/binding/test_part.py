"""What is kept of a file with mismatches: enough to find more problems in, at the right places."""

from typing import Any

from dossier.binding import RejectedRecord, bind, bind_partially
from dossier.model import Brief, Origins, Topic
from dossier.yamlfile import read
from tests.binding.samples import BRIEF, TOPIC

FILE = "briefings/2031/votes.yaml"


def tree(text: str) -> Any:
    read_tree, problems = read(text, FILE)
    assert not problems
    return read_tree


def two_claims(**of_first: str) -> Any:
    given = tree(BRIEF)
    given["claims"] = [given["claims"][0] | of_first, given["claims"][0] | {"id": "hill-route"}]
    return given


def test_a_file_without_a_fault_is_whole() -> None:
    record, problems, rejected = bind_partially(Brief, tree(BRIEF), FILE)
    assert record == bind(Brief, tree(BRIEF), FILE)[0]
    assert (problems, rejected) == ([], None)


def test_the_other_claims_of_a_brief_are_left() -> None:
    given = two_claims(kind="posture")
    record, problems, rejected = bind_partially(Brief, given, FILE)
    assert record is not None
    assert [claim.id for claim in record.claims] == ["hill-route"]
    assert problems == bind(Brief, given, FILE)[1]
    assert rejected == (RejectedRecord("claims", 0, "harbour-route"),)


def test_a_claim_whose_id_cannot_be_read_is_rejected_without_one() -> None:
    for wrong in ("Harbour Route", ""):
        assert bind_partially(Brief, two_claims(id=wrong), FILE)[2] == (RejectedRecord("claims", 0, ""),)


def test_a_rejected_claim_says_which_ids_it_names() -> None:
    given = two_claims(kind="posture", party="No id")
    given["claims"][0]["topics"] = ["route", {"not": "an id"}]
    (rejected,) = bind_partially(Brief, given, FILE)[2] or ()
    named = {(each.kind, each.id, each.path) for each in rejected.named}
    assert ("topic", "route", ("topics", 0)) in named
    assert "party" not in {kind for kind, _, _ in named}


def test_a_mismatch_deep_inside_a_claim_rejects_the_claim() -> None:
    given = two_claims()
    given["claims"][1]["evidence"] = [{"source": "courier"}]
    assert bind_partially(Brief, given, FILE)[2] == (RejectedRecord("claims", 1, "hill-route"),)


def test_updates_are_rejected_too() -> None:
    given = tree(BRIEF)
    given["updates"][0]["at"] = "yesterday"
    record, _, rejected = bind_partially(Brief, given, FILE)
    assert record is not None
    assert record.updates == ()
    assert rejected == (RejectedRecord("updates", 0, "route-chosen"),)
    topic = tree(TOPIC) | {"updates": given["updates"]}
    assert bind_partially(Topic, topic, "briefings/topics/route.yaml")[2] == rejected


def test_the_head_of_a_brief_has_stand_ins_that_no_rule_minds() -> None:
    given = tree(BRIEF) | {"date": "in May", "colour": "red"}
    del given["title"]
    record, problems, rejected = bind_partially(Brief, given, FILE)
    assert record is not None
    assert (record.date, record.summary, rejected) == ("2031", given["summary"].strip(), ())
    assert [problem.code.name for problem in problems] == ["wrong-date", "unknown-key"]


def test_where_nothing_can_be_left_there_is_nothing() -> None:
    one_claim = tree(BRIEF)
    one_claim["claims"][0]["kind"] = "posture"
    cases: list[tuple[type[Brief | Topic | Origins], Any]] = [
        (Brief, one_claim),
        (Brief, tree(BRIEF) | {"claims": "none"}),
        (Brief, tree(BRIEF) | {"updates": "none"}),
        (Brief, ["a list"]),
        (Topic, tree(TOPIC) | {"review_by": "soon"}),
        (Origins, {"origins": [{"id": "minutes"}]}),
    ]
    for model, given in cases:
        record, problems, rejected = bind_partially(model, given, FILE)
        assert (record, rejected) == (None, None)
        assert problems
