"""Records beside a rejected one are checked, and nothing is reported that only follows from the rejection."""

import pytest

from dossier.binding import RejectedRecord
from dossier.library import Reading
from dossier.model import Brief
from tests.check.lake import BRIEF, BRIEF_FILE, Dossier, path_of


@pytest.fixture
def lake() -> Dossier:
    return Dossier()


def drop(lake: Dossier, claim_id: str, known_as: str | None = None) -> None:
    """Let one claim be dropped, as though it had not fitted."""
    index = next(number for number, claim in enumerate(lake.claims) if claim["id"] == claim_id)
    left = lake.brief | {"claims": [claim for claim in lake.claims if claim["id"] != claim_id]}
    rejected = RejectedRecord("claims", index, claim_id if known_as is None else known_as)
    lake.unreadable.append(Reading("brief", BRIEF, BRIEF_FILE, Brief.model_validate(left), (rejected,)))


def test_references_to_a_rejected_claim_are_no_problem(lake: Dossier) -> None:
    lake.updates[0]["claims"] = ["office-wants-ferry-out"]
    lake.topic["bottom_line"]["sentences"][1]["claims"] = ["pier-dispute/office-wants-ferry-out"]
    drop(lake, "office-wants-ferry-out")
    assert lake.problems() == []


def test_nor_is_anything_unused_or_unaccounted_for(lake: Dossier) -> None:
    lake.claim("council-asks-to-share")["topics"] = ["jetty"]
    lake.files.append(("briefings/topics/jetty.yaml", lake.topic | {"title": "The jetty", "spellings": []}))
    lake.files[-1][1]["bottom_line"] = lake.topic["bottom_line"] | {
        "sentences": [{"text": "To be shared.", "claims": ["pier-dispute/council-asks-to-share"]}]
    }
    drop(lake, "council-asks-to-share")
    assert lake.problems() == []


def test_a_claim_that_a_rejected_one_may_contradict_can_be_disputed(lake: Dossier) -> None:
    lake.claim("line-keeps-pier")["status"] = "disputed"
    assert lake.codes() == ["not-disputed"]
    drop(lake, "line-was-not-asked")
    assert lake.problems() == []


def test_problems_beside_a_rejected_record_are_at_their_own_lines(lake: Dossier) -> None:
    lake.claim("council-asks-to-share")["topics"] = ["south-pier"]
    lake.claim("line-was-not-asked")["id"] = "council-asks-to-share"
    drop(lake, "line-keeps-pier")
    assert [(told.code.name, path_of(told)) for told in lake.problems()] == [
        ("duplicate-id", ("claims", 3, "id")),
        ("unknown-topic", ("claims", 2, "topics", 0)),
    ]


def test_an_unknown_claim_is_reported_unless_it_may_be_a_rejected_one(lake: Dossier) -> None:
    lake.claim("line-was-not-asked")["qualifies"] = ["line-keeps-ship"]
    drop(lake, "council-asks-to-share")
    assert path_of(lake.only("unknown-claim")) == ("claims", 3, "qualifies", 0)
    lake.unreadable.clear()
    drop(lake, "council-asks-to-share", known_as="")
    assert lake.problems() == []


def test_a_brief_whose_update_was_rejected_has_one(lake: Dossier) -> None:
    left = Brief.model_validate(lake.brief | {"updates": []})
    lake.unreadable.append(Reading("brief", BRIEF, BRIEF_FILE, left, (RejectedRecord("updates", 0, ""),)))
    assert lake.problems() == []
    lake.unreadable[0] = Reading("brief", BRIEF, BRIEF_FILE, left, ())
    assert lake.codes() == ["brief-without-update"]


def test_a_bottom_line_may_name_a_rejected_claim(lake: Dossier) -> None:
    lake.add_claim("office-wants-less", "office-wants-ferry-out", supersedes=["office-wants-ferry-out"])
    lake.add_claim("office-wants-nothing", "office-wants-ferry-out", supersedes=["office-wants-less"])
    sentence = lake.topic["bottom_line"]["sentences"][0]
    sentence["claims"].append("pier-dispute/office-wants-nothing")
    drop(lake, "office-wants-nothing")
    assert lake.problems() == []
    sentence["claims"].pop()
    assert lake.codes() == ["bottom-line-superseded"]
