"""The library's indexes: what stands under what, and in which order."""

from typing import Any

from dossier.evidence import tainted_origins
from dossier.library import Library
from tests.world import QUOTE, World, claim, evidence, update


def _ids(claims: Any) -> list[str]:
    return [each.id for each in claims]


def _world(*claims: Any) -> World:
    world = World()
    for topic in ("trams", "noise"):
        world.topic(topic)
    world.party("city")
    world.party("guild")
    world.brief("spring", *claims)
    return world


def test_records_stand_in_the_order_in_which_readers_see_them() -> None:
    world = World()
    for name, order, title in (("a", 2, "Zebra"), ("b", 2, "Ape"), ("c", 1, "Yak"), ("d", 2, "Ape")):
        world.topic(name, title, order=order)
        world.party(name, title, order=order)
    for name, date in (("x", "2031-03-01"), ("y", "2031-05"), ("w", "2031-03-01"), ("z", "2030")):
        world.brief(name, date=date)
    library = world.library()
    assert [*library.topics] == ["c", "b", "d", "a"]
    assert [*library.parties] == ["c", "b", "d", "a"]
    assert [*library.briefs] == ["y", "x", "w", "z"]


def test_claims_stand_by_their_own_date_then_that_of_the_report_then_their_id_newest_first() -> None:
    world = _world(
        claim("a", date="2031-03-02", reported="2031-03-02"),
        claim("b", date="2031-03-02", reported="2031-03-02"),
        claim("c", date="2031-03-02", reported="2031-03-04"),
        claim("d", date="2031-03", reported="2031-09-01"),
        claim("e", date="2031-04-01", reported="2031-04-01"),
    )
    assert [*world.library().claims] == [f"spring/{name}" for name in "ecbad"]


def test_claims_of_a_brief_stand_as_their_author_wrote_them() -> None:
    library = _world(claim("b"), claim("c", date="2031-01-01"), claim("a")).library()
    assert _ids(library.claims_by_brief["spring"]) == ["spring/b", "spring/c", "spring/a"]


def test_claims_are_found_by_topic_party_and_person() -> None:
    world = _world(
        claim("a", topics=["trams", "noise", "trams"], party="guild", said_by="tess-ford", date="2031-03-01"),
        claim("b", topics=["noise"], party=None, date="2031-03-05"),
        claim("c", topics=["trams"], party="guild", date="2031-03-09"),
    )
    world.person("mute")
    library = world.library()
    assert _ids(library.claims_by_topic["trams"]) == ["spring/c", "spring/a"]
    assert _ids(library.claims_by_topic["noise"]) == ["spring/b", "spring/a"]
    assert _ids(library.claims_by_party["guild"]) == ["spring/c", "spring/a"]
    assert library.claims_by_party["city"] == ()
    assert _ids(library.claims_by_person["tess-ford"]) == ["spring/a"]
    assert library.claims_by_person["mute"] == ()


def test_what_names_nothing_that_is_there_is_in_no_index() -> None:
    world = World(complete=False)
    world.topic("trams")
    world.brief("spring", claim("a", topics=["trams", "nothing"], party="nobody", said_by="nobody"))
    library = world.library()
    assert [*library.claims_by_topic] == ["trams"]
    for index in ("claims_by_party", "claims_by_person", "cited_by_source", "cited_by_origin"):
        assert getattr(library, index) == {}, index
    assert library.topics_of("spring") == ("trams",)


def test_topics_of_a_brief_stand_in_their_own_order() -> None:
    assert _world(claim("a", topics=["noise"]), claim("b", topics=["trams"])).library().topics_of("spring") == (
        "trams",
        "noise",
    )


def test_citations_of_a_source_stand_by_paragraph_then_newest_first() -> None:
    world = _world(
        claim("a", date="2031-03-01", evidence=[evidence("gazette", paragraph=5), evidence("gazette", paragraph=2)]),
        claim("b", date="2031-03-05", evidence=[evidence("gazette", paragraph=2), evidence("courier", paragraph=2)]),
    )
    world.source("unused")
    library = world.library()
    found = [(linked.claim.id, cited.paragraph) for linked, cited in library.cited_by_source["gazette"]]
    assert found == [("b", 2), ("a", 2), ("a", 5)]
    assert library.cited_by_source["unused"] == ()


def _origins() -> World:
    world = _world(
        claim("a", date="2031-03-01", evidence=[evidence(origin="letter")]),
        claim("b", date="2031-03-05", evidence=[evidence(origin="page"), evidence(paragraph=3, origin="letter")]),
        claim("c", date="2031-03-03", evidence=[evidence(origin="wire")]),
        claim("d", date="2031-03-09", evidence=[evidence(origin="tape")]),
    )
    world.origin("letter", kind="document")
    world.origin("wire", depends_on=["letter", "nothing"])
    world.origin("page", depends_on=["wire"])
    world.origin("blog", depends_on=["letter"])
    world.origin("tape", kind="document")
    return world


def test_citations_of_an_origin_are_those_that_name_it() -> None:
    library = _origins().library()
    assert [linked.claim.id for linked, _ in library.cited_by_origin["letter"]] == ["b", "a"]
    assert library.cited_by_origin["blog"] == ()


def test_an_origin_knows_what_depends_on_it_directly_and_through_others() -> None:
    library = _origins().library()
    assert library.dependents["letter"] == ("blog", "wire")
    assert library.dependents["page"] == ()
    assert library.leaning_on("letter") == {"letter", "wire", "page", "blog"}
    assert library.leaning_on("page") == {"page"}


def test_what_rests_on_an_origin_rests_on_it_also_through_others_and_once() -> None:
    library = _origins().library()
    assert _ids(library.resting_on("letter")) == ["spring/b", "spring/c", "spring/a"]
    assert _ids(library.resting_on("wire")) == ["spring/b", "spring/c"]
    assert library.resting_on("blog") == ()


def test_topics_of_the_same_order_stand_in_that_of_the_alphabet() -> None:
    world = _world()
    for id_, title in (("z", "Zoll"), ("a", "Ämter"), ("b", "bahn")):
        world.topic(id_, title=title, order=7)
    titles = [topic.title for topic in world.library().topics.values() if topic.order == 7]
    assert titles == ["Ämter", "bahn", "Zoll"]


def test_origins_in_a_circle_end() -> None:
    world = _origins()
    world.origins["letter"]["depends_on"] = ["page"]
    assert world.library().leaning_on("wire") == {"letter", "wire", "page", "blog"}


def _tainted(library: Library, claim_id: str) -> set[str]:
    claim = library.claims[claim_id]
    return set(tainted_origins([each.origin for each in claim.claim.evidence], claim.origins))


def test_a_claim_is_tainted_by_what_was_taken_back_at_any_depth() -> None:
    world = _origins()
    world.origins["letter"] |= {"status": "withdrawn", "status_reason": "forged"}
    world.origins["wire"] |= {"status": "corrected", "status_reason": "wrong"}
    library = world.library()
    found = {name: _tainted(library, f"spring/{name}") for name in "abcd"}
    assert found == {"a": {"letter"}, "b": {"letter", "wire"}, "c": {"letter", "wire"}, "d": set()}


AT = "2031-05-0{}T09:00:00+00:00"


def _updated() -> Any:
    world = _world(claim("a", topics=["trams"]), claim("b", topics=["noise"]))
    world.briefs["spring"]["updates"] = [
        update("b", AT.format(1), claims=["a"]),
        update("a", AT.format(1), claims=["a", "b"]),
        update("c", "2031-05-01T09:30:00+02:00", claims=["b"]),
    ]
    world.topics["trams"]["updates"] = [update("d", AT.format(3))]
    world.brief("summer", claim("c"), updates=[])
    return world.library()


def test_updates_stand_newest_first_by_the_moment_and_then_by_id() -> None:
    library = _updated()
    assert _ids(library.updates) == ["d", "b", "a", "c"]
    assert [*library.updates_by_id] == ["d", "b", "a", "c"]


def test_updates_are_found_by_topic_brief_and_claim() -> None:
    library = _updated()
    assert {key: _ids(group) for key, group in library.updates_by_topic.items()} == {
        "trams": ["d", "b", "a"],
        "noise": ["a", "c"],
    }
    assert {key: _ids(group) for key, group in library.updates_by_brief.items()} == {
        "spring": ["b", "a", "c"],
        "summer": [],
    }
    assert {key: _ids(group) for key, group in library.updates_by_claim.items()} == {
        "spring/a": ["b", "a"],
        "spring/b": ["a", "c"],
    }


TEXT = f"A title\nThey wrote that {QUOTE}\nNobody has read this\n"


def test_each_paragraph_of_a_source_is_cited_left_out_or_not_read() -> None:
    world = _world(claim("a"))
    world.source("gazette", text=TEXT, left_out=[{"paragraphs": [1], "reason": "the title"}])
    coverage = world.library().coverage("gazette")
    assert [(each.state, each.left_out or "") for each in coverage.paragraphs] == [
        ("left out", "the title"),
        ("cited", ""),
        ("not read", ""),
    ]
    assert coverage.unread == (3,)


def test_a_quote_is_held_against_the_fingerprint_of_its_paragraph() -> None:
    world = _world(
        claim("a", evidence=[evidence(), evidence(paragraph=3), evidence("courier", paragraph=1)]),
    )
    world.source("gazette", text=TEXT)
    world.source("courier", text=None)
    library = world.library()
    right, wrong, unknown = library.claims["spring/a"].claim.evidence
    verdicts = [library.verdict(each) for each in (right, wrong, unknown)]
    assert [verdict and verdict.accepted for verdict in verdicts] == [True, False, None]
    assert library.verdict(right) is library.verdict(right)


def test_a_quote_has_passed_the_strictest_check_that_is_on_record() -> None:
    other = "they will run all night long"
    cited = [
        evidence(),
        evidence(quote=other),
        evidence("courier", paragraph=1),
        evidence("mill", "nothing of the kind here", paragraph=2),
    ]
    world = _world(claim("a", evidence=cited))
    world.source("gazette", text=f"A title\n{QUOTE}, and {other}\n")
    world.source("courier", text=None)
    world.source("mill", text="A title\nThis is another matter\n")
    world.check_quotes("gazette", "2031-06-01", QUOTE)
    library = world.library()
    states = [each.source.state(each.record) for each in library.claims["spring/a"].evidence if each.source]
    assert [(each.by, each.on) for each in states] == [
        ("archive", "2031-06-01"),
        ("fingerprint", ""),
        (None, ""),
        (None, ""),
    ]


def test_a_quote_is_found_in_other_sources() -> None:
    world = _world(claim("a", evidence=[evidence("gazette")]))
    world.source("gazette", text=TEXT)
    world.source("courier", text=f"A title\nAnother\n{QUOTE}\n")
    world.source("mill", text="A title\nThis is another matter\n")
    library = world.library()
    (cited,) = library.claims["spring/a"].claim.evidence
    assert [(each.source, each.paragraph) for each in library.elsewhere(cited)] == [("courier", 3)]


def test_after_some_dozens_of_quotes_nothing_is_sought_any_more() -> None:
    quotes = [f"this is what they said on day {number}" for number in range(60)]
    world = _world(claim("a", evidence=[evidence("gazette", quote) for quote in quotes]))
    world.source("gazette")
    world.source("courier", text="\n".join(quotes))
    library = world.library()
    found = [bool(library.elsewhere(each)) for each in library.claims["spring/a"].claim.evidence]
    assert found == [True] * 50 + [False] * 10
    # What was found stays found.
    assert library.elsewhere(library.claims["spring/a"].claim.evidence[0])
