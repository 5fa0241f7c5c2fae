"""Linked records: evidence with its source and origin, and the state of its checks.

How records are linked is tested in `library`.
"""

from dataclasses import replace

import pytest

from dossier.linked import records
from tests.linked.filled import harbour
from tests.reviews import review
from tests.world import QUOTE, World, claim, evidence


def test_where_a_record_is_written_is_no_part_of_its_stamp() -> None:
    library = harbour().library()
    claims, updates = library.claims.values(), library.updates
    assert [each for each in claims if replace(each, file="elsewhere", index=99).stamp != each.stamp] == []
    assert [each for each in updates if replace(each, file="elsewhere", index=99).stamp != each.stamp] == []


def test_a_review_fits_as_long_as_the_claim_and_its_passages_stay() -> None:
    world = World()
    world.brief("spring", claim("told"))
    review(world, "spring/told")
    (found,) = world.library().corpus.reviews
    assert world.library().claims["spring/told"].fits(found)
    world.briefs["spring"]["claims"][0]["text"] = "Other words."
    assert not world.library().claims["spring/told"].fits(found)


def test_a_claim_gives_its_evidence_its_sources_and_all_that_it_goes_back_to() -> None:
    world = World(complete=False)
    world.source("gazette")
    world.origin("minutes", kind="document")
    world.origin("wire", depends_on=["minutes"])
    cited = [evidence("gazette", origin="wire"), evidence("gone", origin="minutes"), evidence("gazette", origin="gone")]
    world.brief("spring", claim("told", evidence=cited))
    found = world.library().claims["spring/told"]
    assert [
        (each.record.source, each.source.id if each.source else None, each.origin.id if each.origin else None)
        for each in found.evidence
    ] == [("gazette", "gazette", "wire"), ("gone", None, "minutes"), ("gazette", "gazette", None)]
    assert [each.id for each in found.sources] == ["gazette", "gazette"]
    assert [*found.origins] == ["wire", "minutes"]


def test_a_quote_is_checked_once_and_only_where_there_is_a_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    world = harbour()
    world.source("unread", text=None)
    cited = [evidence(), evidence(quote="nobody ever said that of it")]
    world.texts["gazette"] = f"A heading\nNow they say that {QUOTE}, and more.\n"
    world.brief("autumn", claim("told", evidence=[*cited, evidence("unread")]))
    sources = [(each.source, each.record) for each in world.library().claims["autumn/told"].evidence]
    assert all(source is not None for source, _ in sources)
    verdicts = [source.verdict(record) for source, record in sources if source]
    assert [verdict.accepted if verdict else None for verdict in verdicts] == [True, False, None]
    assert [source.state(record).by for source, record in sources if source] == ["fingerprint", None, None]
    monkeypatch.setattr(records, "check_quote", None)
    assert [source.verdict(record) for source, record in sources if source] == verdicts


def test_a_source_knows_when_a_quote_was_last_held_against_the_archive() -> None:
    world = harbour()
    world.brief("autumn", claim("told", evidence=[evidence(), evidence(quote="the tide comes in at noon")]))
    world.check_quotes("gazette", "2031-05-01", QUOTE)
    found = world.library().claims["autumn/told"].evidence
    assert [
        (each.source.verified_on(each.record), each.source.state(each.record).by) for each in found if each.source
    ] == [
        ("2031-05-01", "archive"),
        ("", "fingerprint"),
    ]
