"""A claim that moved and a topic that was merged are told as such: they are not gone, and nothing hides behind it."""

from typing import Any

from dossier.check.changes import Changes, as_text, compare, find_problems, make_report
from tests.moves import merge_topic, moved
from tests.world import World, claim, update


def _base() -> World:
    world = World()
    world.topic("trams")
    world.topic("noise")
    world.brief(
        "spring",
        claim("a", "The trams run at night.", topics=["trams"]),
        claim("b", follows=["a"], topics=["trams"]),
        updates=[update("told", topics=["trams", "noise"])],
    )
    world.brief("summer", claim("c", topics=["noise"]), updates=[])
    return world


def _head(**changed: Any) -> World:
    world = _base()
    claims = world.briefs["spring"]["claims"]
    world.briefs["summer"]["claims"].append({**claims[0], **changed})
    claims[0] = moved("a", "summer/a")
    claims[1]["follows"] = ["summer/a"]
    return world


def _merged() -> World:
    world = _base()
    world.briefs["summer"]["claims"][0]["topics"] = ["trams"]
    merge_topic(world, "noise", "trams")
    return world


def _changes(head: World, base: World | None = None) -> Changes:
    return compare((base or _base()).library(), head.library())


def _codes(changes: Changes) -> list[str]:
    return sorted(problem.code.name for problem in find_problems(changes))


def test_a_claim_that_moved_is_neither_gone_nor_new_nor_changed() -> None:
    changes = _changes(_head())
    assert (changes.changed, changes.added, changes.removed, changes.vanished) == ((), (), (), ())
    assert [(one.kind, one.old, one.new) for one in changes.moved] == [("claim", "spring/a", "summer/a")]
    assert _codes(changes) == []


def test_the_report_tells_it_with_what_readers_are_told() -> None:
    changes = _changes(_head())
    report = as_text(make_report(changes, find_problems(changes)))
    assert 'Moved: claim "spring/a" → summer/a' in report


def test_a_move_hides_no_change_of_the_claim() -> None:
    changes = _changes(_head(text="The trams never run."))
    assert [(one.base.id, one.id, one.fields) for one in changes.changed] == [("spring/a", "summer/a", ("text",))]
    assert _codes(changes) == ["claim-changed-untold"]


def test_another_claim_does_not_pass_for_the_one_that_moved() -> None:
    world = _base()
    world.briefs["spring"]["claims"][0] = moved("a", "summer/c")
    world.briefs["spring"]["claims"][1]["follows"] = ["summer/c"]
    assert "claim-changed-untold" in _codes(_changes(world))


def test_a_claim_in_another_brief_is_told_how_to_keep_its_address() -> None:
    world = _head()
    del world.briefs["spring"]["claims"][0]
    (told,) = [one for one in find_problems(_changes(world)) if one.code.name == "id-vanished"]
    assert told.hint == "leave in its place `- id: a`, and below it `moved_to: summer/a`"


def test_what_is_gone_is_told_of_the_commands() -> None:
    world = _merged()
    del world.briefs["spring"]["claims"][0], world.topics["noise"]
    hints = {one.message: one.hint for one in find_problems(_changes(world)) if one.code.name == "id-vanished"}
    assert "`python build.py move`" in hints['claim "spring/a" was public and is gone']
    assert "`python build.py merge`" in hints['topic "noise" was public and is gone']


def test_a_merged_topic_is_not_gone_and_its_claims_need_no_update() -> None:
    changes = _changes(_merged())
    assert (changes.changed, changes.vanished) == ((), ())
    assert [(one.kind, one.old, one.new) for one in changes.moved] == [("topic", "noise", "trams")]
    assert _codes(changes) == []


def test_a_new_update_names_the_topic_of_today() -> None:
    world = _merged()
    world.briefs["summer"]["updates"] = [update("new", "2031-05-01T09:00:00+00:00", topics=["noise"], claims=["c"])]
    (told,) = [one for one in find_problems(_changes(world)) if one.code.name == "former-topic"]
    assert told.hint == 'write "trams"'


def test_an_old_id_leads_on_for_good() -> None:
    without = _head()
    del without.briefs["spring"]["claims"][0]
    assert [(one.kind, one.id) for one in _changes(without, _head()).vanished] == [("claim", "spring/a")]
    elsewhere = _head()
    elsewhere.briefs["spring"]["claims"][0] = moved("a", "summer/c")
    assert [(one.old, one.new) for one in _changes(elsewhere, _head()).moved] == [("spring/a", "summer/c")]


def test_a_move_of_before_is_no_news() -> None:
    assert _changes(_head(), _head()).is_empty
    assert _changes(_merged(), _merged()).is_empty
