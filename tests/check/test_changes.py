"""Two revisions compared: what is found, and what is refused."""

from datetime import timedelta
from typing import Any

import pytest

from dossier.check.changes import Changes, compare, difference, find_problems
from dossier.library import Library
from dossier.model import Claim, Update
from tests import bridge
from tests.check.toll import LATER, TOLL, TWO, library, toll


def told(*claims: str, **changes: Any) -> Update:
    return bridge.update("told-now", LATER, claims=claims, **changes)


def base(**rise: Any) -> Library:
    return library(toll(**rise))


def codes(head: Library, before: Library | None = None) -> list[str]:
    return sorted(problem.code.name for problem in find_problems(compare(before or base(), head)))


def test_the_same_twice_is_no_change() -> None:
    changes = compare(base(), base())
    assert changes.is_empty
    assert find_problems(changes) == []


STANDING: list[tuple[str, dict[str, Any]]] = [
    ("text", {"text": "The toll may rise."}),
    ("short", {"short": "Toll up"}),
    ("short", {"short": None}),
    ("status", {"status": "denied"}),
    ("status_reason", {"status_reason": "The minutes are public."}),
    ("note", {"note": "It has since said the opposite."}),
    ("evidence", {"evidence": TWO[:1]}),
    ("evidence", {"evidence": (*TWO, bridge.evidence(paragraph=9))}),
    ("evidence", {"evidence": (TWO[0], TWO[1].model_copy(update={"quote": "not as it was before"}))}),
    ("evidence", {"evidence": (TWO[0], TWO[1].model_copy(update={"support": "partial"}))}),
    ("evidence", {"evidence": (TWO[0], TWO[1].model_copy(update={"drift": "Makes it sound sure."}))}),
]


@pytest.mark.parametrize(("field", "change"), STANDING)
def test_a_published_claim_does_not_change_in_silence(field: str, change: dict[str, Any]) -> None:
    changes = compare(base(), library(toll(**change)))
    (fault,) = [problem for problem in find_problems(changes) if problem.severity == "error"]
    assert fault.code.name == "claim-changed-untold"
    assert {"status_reason": "reason of the status"}.get(field, field) in fault.message
    assert fault.at == changes.head.claims["toll-rise/rise"].place(field)


@pytest.mark.parametrize(("field", "change"), STANDING)
def test_a_change_that_a_new_update_names_may_go_in(field: str, change: dict[str, Any]) -> None:
    assert codes(library(toll(told("rise"), **change))) == []


def test_a_slip_of_spelling_wants_a_minor_update_only() -> None:
    slip = base().claims["toll-rise/rise"].claim.text.replace("harbour", "habrour")
    assert codes(library(toll(told("rise", significance="minor"), text=slip))) == []


def test_another_meaning_with_a_minor_update_is_warned_about() -> None:
    minor = told("rise", significance="minor")
    assert codes(library(toll(minor, text="The toll rises."))) == ["minor-rewording"]
    assert codes(library(toll(minor, short="Toll up"))) == ["minor-rewording"]
    assert codes(library(toll(minor, short=None))) == [], "what is gone says nothing else"


def test_an_update_that_names_another_claim_is_not_enough() -> None:
    assert codes(library(toll(told("cost"), text="The toll may rise."))) == ["claim-changed-untold"]


def test_an_update_that_was_there_before_is_not_enough() -> None:
    before = library(toll(told("rise")))
    assert codes(library(toll(told("rise"), text="The toll may rise.")), before) == ["claim-changed-untold"]


def test_an_update_elsewhere_may_name_the_claim() -> None:
    paint = bridge.BRIEFS["paint-job"]
    briefs = {
        "toll-rise": toll(text="The toll may rise."),
        "paint-job": bridge.brief(paint.claims, (*paint.updates, told("toll-rise/rise")), title=paint.title),
    }
    assert codes(bridge.library(briefs=briefs)) == []


@pytest.mark.parametrize(
    "change", [{"party": "council"}, {"said_by": None}, {"kind": "denial"}, {"date": "2031-02"}, {"dated": "by"}]
)
def test_a_word_is_not_put_into_another_mouth_in_silence(change: dict[str, Any]) -> None:
    changes = compare(base(), library(toll(**change)))
    (fault,) = find_problems(changes)
    assert (fault.code.name, fault.severity) == ("attribution-changed-untold", "error")
    assert fault.at == changes.head.claims["toll-rise/rise"].place(*change)
    assert codes(library(toll(told("rise", significance="minor"), **change))) == []


def test_what_says_a_claim_and_whose_it_is_are_one_fault() -> None:
    (fault,) = find_problems(
        compare(base(), library(toll(text="The toll may rise.", short="May rise", party="council")))
    )
    assert fault.code.name == "claim-changed-untold"
    assert fault.message.startswith("the text, short text and party of published claim")


CONTEXT: list[dict[str, Any]] = [
    {"topics": ("toll", "repairs")},
    {"reported": "2031-03"},
    {"confidence": {"level": "low", "reason": "One text only."}},
    *(
        {name: ("paint-job/paint",)}
        for name in ("supersedes", "follows", "contradicts", "opposes", "responds_to", "qualifies")
    ),
    {"about": ("ada-loom",)},
    {"attribution": "settled"},
]


@pytest.mark.parametrize("change", CONTEXT)
def test_where_a_claim_stands_among_others_is_warned_about(change: dict[str, Any]) -> None:
    one, two = base(), library(toll(**change))
    for before, head in ((one, two), (two, one)):
        changes = compare(before, head)
        (fault,) = find_problems(changes)
        assert (fault.code.name, fault.severity) == ("context-changed-untold", "warning")
        assert fault.at == head.claims["toll-rise/rise"].place(*change)
    assert codes(library(toll(told("rise", significance="minor"), **change))) == []


def test_a_relation_that_is_written_in_full_is_the_same() -> None:
    assert compare(base(supersedes=("cost",)), library(toll(supersedes=("toll-rise/cost",)))).is_empty


def test_every_field_of_a_claim_but_its_id_is_watched() -> None:
    attribution = {"kind", "party", "said_by", "date", "dated"}
    tried = {name for name, _ in STANDING} | attribution | {name for change in CONTEXT for name in change}
    assert tried == Claim.model_fields.keys() - {"id"}
    assert {*difference.STANDING, *difference.ATTRIBUTION, *difference.CONTEXT} == tried
    assert len((*difference.STANDING, *difference.ATTRIBUTION, *difference.CONTEXT)) == len(tried)


def test_evidence_in_another_order_is_no_change() -> None:
    assert compare(base(), library(toll(evidence=TWO[::-1]))).is_empty


@pytest.mark.parametrize("change", [{"status": "withdrawn"}, {"status": "disputed"}, {"evidence": TWO[:1]}])
def test_a_weaker_claim_needs_a_major_update(change: dict[str, Any]) -> None:
    assert codes(library(toll(told("rise", significance="minor"), **change))) == ["weaker-claim-untold"]


def test_a_claim_that_gets_stronger_needs_no_feed_item() -> None:
    update = told("rise", significance="minor")
    assert codes(library(toll(update)), base(status="disputed")) == []


def test_a_better_quote_from_the_same_paragraph_takes_nothing_away() -> None:
    quote = TWO[1].model_copy(update={"quote": "four crowns from May onwards"})
    changes = compare(base(), library(toll(told("rise", significance="minor"), evidence=(TWO[0], quote))))
    (changed,) = changes.changed
    assert (changed.lost, changed.gained, changed.removed) == ((TWO[1],), (quote,), ())
    assert find_problems(changes) == []


def test_an_origin_that_falls_takes_claims_with_it() -> None:
    origins = {**bridge.ORIGINS, "council-talk": bridge.origin("council-talk", status="withdrawn", status_reason="x")}
    changes = compare(base(), library(toll(), origins=origins))
    assert [(one.id, one.fields, one.lost_origins) for one in changes.changed] == [("toll-rise/rise", (), 1)]
    (fault,) = find_problems(changes)
    assert fault.code.name == "weaker-claim-untold"
    assert "fell from 2 to 1 independent origin" in fault.message


MINUTES = bridge.ORIGINS["board-minutes"]


@pytest.mark.parametrize(
    ("before", "after", "counts", "what"),
    [
        ({"kind": "background", "publisher": None}, {}, {0: 1, 1: 2}, "more"),
        ({}, {"depends_on": ("ferry-log",)}, {1: 1, 2: 2}, "other"),
        ({"depends_on": ("ferry-log",)}, {}, {1: 1, 2: 2}, "other"),
    ],
)
def test_the_list_of_origins_does_not_change_claims_in_silence(
    before: dict[str, Any], after: dict[str, Any], counts: dict[int, int], what: str
) -> None:
    def made(minutes: dict[str, Any], *more: Update) -> Library:
        origins = {**bridge.ORIGINS, "ferry-log": bridge.origin("ferry-log")}
        return library(toll(*more), origins={**origins, "board-minutes": MINUTES.model_copy(update=minutes)})

    changes = compare(made(before), made(after))
    assert {one.base.independence.count: one.head.independence.count for one in changes.changed} == counts
    (fault,) = find_problems(changes)
    assert (fault.code.name, fault.severity) == ("origins-changed-untold", "warning")
    assert fault.at == changes.head.corpus.place("origin", "board-minutes")
    assert fault.message.startswith(
        f'the change of "board-minutes" gives {what} independent origins to 3 published claims'
    )
    every = told("rise", "cost", "paint-job/paint", significance="minor")
    assert codes(made(after, every), made(before)) == []
    assert codes(made(after, told("rise", "cost")), made(before)) == ["origins-changed-untold"]


def without(kind: str, record_id: str) -> Library:
    records: dict[str, dict[str, Any]] = {
        "briefs": dict(base().corpus.briefs),
        "topics": dict(bridge.TOPICS),
        "sources": dict(bridge.SOURCES),
        "origins": dict(bridge.ORIGINS),
        "parties": dict(bridge.PARTIES),
        "people": dict(bridge.PEOPLE),
    }
    del records[kind][record_id]
    return bridge.library(**records)


@pytest.mark.parametrize(
    ("kind", "record_id", "file"),
    [
        ("briefs", "paint-job", "briefings/2031/paint-job.yaml"),
        ("topics", "lights", "briefings/topics/lights.yaml"),
        ("sources", "herald-toll", "sources/herald-toll.md"),
        ("origins", "council-talk", "briefings/origins.yaml"),
        ("parties", "council", "briefings/parties.yaml"),
        ("people", "mira-voss", "briefings/people.yaml"),
    ],
)
def test_a_public_id_never_vanishes(kind: str, record_id: str, file: str) -> None:
    found = [
        problem
        for problem in find_problems(compare(base(), without(kind, record_id)))
        if problem.code.name == "id-vanished"
    ]
    assert [(problem.at.file, record_id in problem.message) for problem in found] == [(file, True)]


def test_a_brief_that_goes_is_one_fault_and_says_what_goes_with_it() -> None:
    (fault,) = find_problems(compare(base(), without("briefs", "paint-job")))
    assert fault.message == 'brief "paint-job" was public and is gone, and with it 1 claim and 1 update'


def test_a_claim_that_goes_is_a_fault_even_with_an_update() -> None:
    head = library(bridge.brief((bridge.claim("rise", evidence=TWO),), (*TOLL.updates[:1], told("rise"))))
    found = {problem.message for problem in find_problems(compare(base(), head)) if problem.code.name == "id-vanished"}
    assert 'claim "toll-rise/cost" was public and is gone' in found


def test_a_renamed_record_is_recognised() -> None:
    briefs = {"toll-goes-up": toll(), "paint-job": bridge.BRIEFS["paint-job"]}
    changes = compare(base(), bridge.library(briefs=briefs))
    assert [(one.id, one.renamed) for one in changes.vanished if one.kind == "brief"] == [("toll-rise", "toll-goes-up")]
    (fault,) = [problem for problem in find_problems(changes) if problem.code.name == "id-vanished"]
    assert fault.hint == '"toll-goes-up" says the same: the file keeps its name, its title may change'
    assert [one.id for one in changes.vanished if one.kind == "update"] == [], "updates keep their ids"


def test_a_renamed_claim_is_recognised() -> None:
    renamed = bridge.brief((toll().claims[0].model_copy(update={"id": "rises"}), TOLL.claims[1]), TOLL.updates)
    (gone,) = [one for one in compare(base(), library(renamed)).vanished if one.kind == "claim"]
    assert (gone.id, gone.renamed) == ("toll-rise/rise", "toll-rise/rises")


def test_claims_of_a_renamed_brief_are_neither_new_nor_gone() -> None:
    briefs = {"toll-goes-up": toll(), "paint-job": bridge.BRIEFS["paint-job"]}
    changes = compare(base(), bridge.library(briefs=briefs))
    assert changes.renamed == {"toll-rise/rise": "toll-goes-up/rise", "toll-rise/cost": "toll-goes-up/cost"}
    assert len(changes.added) == len(changes.removed) == 2
    assert (changes.really_added, changes.really_removed, changes.positions) == ((), (), ())


def positions(head: Library, before: Library | None = None) -> list[tuple[str, str, str, str | None]]:
    changed = compare(before or base(), head).positions
    return [(one.topic, one.party, one.base.id, one.head.id if one.head else None) for one in changed]


def with_claim(**changes: Any) -> Library:
    brief = toll(told("fall"))
    fall = bridge.claim("fall", **{"date": "2031-03-02", "reported": "2031-03-02", **changes})
    return library(brief.model_copy(update={"claims": (*brief.claims, fall)}))


def test_a_claim_that_takes_the_place_of_a_position_is_found() -> None:
    taken = [("toll", "board", "toll-rise/rise", "toll-rise/fall")]
    assert positions(with_claim()) == taken
    assert positions(with_claim(date="2031-01", supersedes=("rise",))) == taken
    assert positions(base(), with_claim()) == [("toll", "board", "toll-rise/fall", "toll-rise/rise")]
    assert positions(with_claim(date="2031-01")) == [], "an older one takes no place"
    assert positions(with_claim(party="council")) == [], "nobody had that position before"


@pytest.mark.parametrize("change", [{"status": "withdrawn"}, {"kind": "event"}, {"topics": ("lights",)}])
def test_a_position_that_is_lost_is_found(change: dict[str, Any]) -> None:
    assert positions(library(toll(**change))) == [("toll", "board", "toll-rise/rise", None)]


def test_other_words_of_one_claim_are_no_other_position() -> None:
    assert positions(library(toll(text="The toll may rise.", short="May rise"))) == []


@pytest.mark.parametrize("change", [{"note": "Another note."}, {"at": LATER}, {"title": "New"}, {"topics": ("toll",)}])
def test_a_published_update_stays_as_it_is(change: dict[str, Any]) -> None:
    edited = TOLL.updates[2].model_copy(update=change)
    head = library(toll().model_copy(update={"updates": (*TOLL.updates[:2], edited)}))
    (fault,) = find_problems(compare(base(), head))
    assert fault.code.name == "update-edited"
    assert fault.at == head.updates_by_id["toll-corrected"].place(next(iter(change)))


def test_a_published_update_never_goes() -> None:
    head = library(toll().model_copy(update={"updates": TOLL.updates[:2]}))
    assert codes(head) == ["id-vanished"]


def test_a_new_update_is_appended() -> None:
    early = bridge.update("early", bridge.START - timedelta(days=1))
    head = library(toll().model_copy(update={"updates": (early, *TOLL.updates)}))
    assert codes(head) == ["update-not-appended"]


def test_a_time_before_its_predecessor_is_refused() -> None:
    assert codes(library(toll(bridge.update("late", bridge.START)))) == ["update-order"]


@pytest.mark.parametrize("change", [{"before": "four"}, {"after": "five"}, {}])
def test_a_correction_shows_both_wordings(change: dict[str, str]) -> None:
    correction = told("rise", kind="correction", **change)
    assert codes(library(toll(correction, text="The toll may rise."))) == ["correction-without-wording"]
    whole = told("rise", kind="correction", before="four", after="five")
    assert codes(library(toll(whole, text="The toll may rise."))) == []


@pytest.mark.parametrize("change", [{"authority": "pier.example"}, {"authority_year": 2032}])
def test_the_name_of_all_updates_stays(change: dict[str, Any]) -> None:
    assert codes(library(toll(), **change)) == ["feed-identity-changed"]
    assert codes(library(toll(), url="https://elsewhere.example/")) == []


def test_what_results_is_listed() -> None:
    extra = bridge.claim("fall", topics=("lights",), party=None)
    brief = toll(told("rise", "fall", kind="correction", before="a", after="b"), text="The toll may rise.")
    head = library(brief.model_copy(update={"claims": (*brief.claims, extra)}))
    changes: Changes = compare(base(), head)
    assert [one.id for one in changes.changed] == ["toll-rise/rise"]
    assert [one.id for one in changes.added] == ["toll-rise/fall"]
    assert [one.id for one in changes.feed_items] == ["told-now"]
    assert [one.id for one in changes.corrected] == ["toll-corrected"]


def test_changed_records_are_named_with_their_fields() -> None:
    topics = {**bridge.TOPICS, "toll": bridge.TOPICS["toll"].model_copy(update={"review_by": "2032"})}
    origins = {**bridge.ORIGINS, "ferry-log": bridge.origin("ferry-log")}
    changes = compare(base(), library(toll(), topics=topics, origins=origins))
    assert [(one.kind, one.id, one.fields) for one in changes.records] == [
        ("topic", "toll", ("review_by",)),
        ("origin", "ferry-log", ()),
    ]


def test_what_differs_is_listed_in_the_order_of_ids() -> None:
    def one(names: str, text: str) -> Library:
        claims = [bridge.claim(name, text=f"{text} {name}.") for name in names]
        return library(bridge.brief(claims, TOLL.updates))

    changes = compare(one("zymafek", "Was"), one("zymafelo", "Is"))
    rise = "toll-rise/"
    assert [changed.id for changed in changes.changed] == [f"{rise}{name}" for name in "aefmyz"]
    assert [linked.id for linked in changes.removed] == [f"{rise}k"]
    assert [linked.id for linked in changes.added] == [f"{rise}l", f"{rise}o"]
    back = compare(one("zymafelo", "Is"), one("zymafek", "Is"))
    assert [linked.id for linked in back.removed] == [f"{rise}l", f"{rise}o"]
    assert [gone.id for gone in back.vanished] == [f"{rise}l", f"{rise}o"]
