"""The page of positions: topics down, parties across, and in each cell the newest position that nothing replaced."""

from typing import Any

from tests.webpage import Part, WebPage
from tests.world import World, claim, evidence

NONE = "No position found"


def _world(*claims: Any) -> World:
    world = World()
    for topic in ("trams", "noise"):
        world.topic(topic)
    for party in ("city", "guild", "mill"):
        world.party(party)
    world.brief("spring", *claims)
    return world


def _position(claim_id: str, party: str = "city", topics: tuple[str, ...] = ("trams",), **more: Any) -> Any:
    return claim(claim_id, kind="position", party=party, topics=list(topics), **more)


def _page(*claims: Any) -> WebPage:
    return _world(*claims).page("positions/")


def _cell(page: WebPage, row: int = 0, column: int = 0) -> Part:
    return Part(page.all(".//tbody/tr")[row].findall("td")[column])


TWO = (
    _position("open", short="Open it", date="2031-03-01", reported="2031-03-03"),
    _position("quiet", "guild", ("trams", "noise"), short="Keep it quiet", date="2031-03-05", reported="2031-03-06"),
)


def test_the_matrix_has_topics_down_and_parties_across_in_their_order() -> None:
    assert _page(*TWO).rows == [
        ["Topic", "The city", "The guild"],
        ["Trams", "Open it 1 March 2031 · One report", "Keep it quiet 5 March 2031 · One report"],
        ["Noise", NONE, "Keep it quiet 5 March 2031 · One report"],
    ]


def test_everything_in_the_matrix_leads_on() -> None:
    page = _page(*TWO)
    assert page.address("Trams") == "/topics/trams/"
    assert page.address("The guild") == "/parties/guild/"
    assert page.address("Open it") == "/briefs/spring/#open"


def test_the_opening_says_how_much_is_compared_and_how_new_it_is() -> None:
    page = _page(*TWO)
    assert page.heading == page.title == "Positions"
    assert "Who wants what, side by side." in page.opening.blocks
    assert "2 topics, 2 parties: 3 of 4 cells hold a position · newest position 5 March 2031. " in page.opening.text
    assert "“and … more” to the others in force" not in page.text
    one = _page(TWO[0])
    assert "2 topics, 1 party: 1 of 2 cells holds a position" in one.opening.text


def test_a_party_without_any_position_is_named_and_has_no_column() -> None:
    page = _page(*TWO)
    assert "No position found on any topic: The mill." in page.blocks
    assert page.address("The mill") == "/parties/mill/"
    every = _page(*TWO, _position("grind", "mill"))
    assert "on any topic" not in every.text


def test_a_cell_without_a_short_text_has_the_beginning_of_the_claim() -> None:
    page = _page(_position("open", text=f"The city wants {'more and ' * 20}more."))
    words = _cell(page).words_of_links[0]
    assert words.startswith("The city wants more and")
    assert words.endswith("…")


def test_a_cell_has_the_newest_position_and_counts_the_others_in_force() -> None:
    page = _page(
        _position("old", short="Old", date="2031-01-01"),
        _position("new", short="New", date="2031-02-01"),
        _position("older", short="Older", date="2030-01-01"),
    )
    assert _cell(page).blocks == ["New 1 February 2031 · One report", "and 2 more"]
    assert _cell(page).address("and 2 more") == "/topics/trams/#positions"
    assert "“and … more” to the others in force" in page.opening.text
    assert "and 2 more of The city on Trams" in _cell(page).spoken


def test_a_replaced_position_is_kept_for_those_who_look_back() -> None:
    page = _page(
        _position("old", short="Old", date="2031-01-01", reported="2031-01-02"),
        _position("new", short="New", date="2031-02-01", reported="2031-02-03", supersedes=["old"]),
    )
    cell = _cell(page)
    assert cell.blocks == ["New 1 February 2031 · One report"]
    assert cell.hidden[0].startswith("Old")
    assert cell.values("data-since") == ["2031-02-03", "2031-01-02"]
    assert cell.values("data-until") == ["2031-02-03"]
    assert "No position reported by that day" in cell.hidden


def test_a_party_all_of_whose_positions_were_replaced_or_withdrawn_has_none() -> None:
    gone = _position("gone", "guild", status="withdrawn", status_reason="It was taken back.")
    replaced = claim("plain", party="city", topics=["trams"], date="2031-04-01", supersedes=["old"])
    page = _page(_position("old", date="2031-01-01"), replaced, gone, _position("grind", "mill"))
    assert page.rows[0] == ["Topic", "The mill"]
    assert "No position found on any topic: The city · The guild." in page.blocks


def test_what_is_not_a_position_stands_in_no_cell() -> None:
    page = _page(claim("said", topics=["trams"], party="city"), _position("quiet", "guild"))
    assert page.rows[0] == ["Topic", "The guild"]


def test_a_cell_says_how_its_position_is_known() -> None:
    two = [evidence(), evidence("courier", origin="courier-report")]
    world = _world(
        _position("open", evidence=two),
        _position("quiet", "guild"),
        _position("grind", "mill", evidence=[evidence(origin="rumour")]),
    )
    world.source("gazette")
    world.origin("gazette-report")
    world.origin("rumour", "Background", "background")
    page = world.page("positions/")
    known = [_cell(page, 0, n).text.rpartition(" · ")[2] for n in range(3)]
    assert known == ["2 independent origins", "One report", "The outlet’s own account"]


def test_a_basis_that_changed_tells_the_script_when() -> None:
    world = _world(_position("open", evidence=[evidence(), evidence("courier", origin="courier-report")]))
    world.source("gazette", published="2031-03-03")
    world.source("courier", published="2031-04-01")
    assert "2031-03-03 One report|2031-04-01 2 independent origins" in world.page("positions/").values("data-steps")


def test_a_disputed_position_is_marked() -> None:
    page = _page(_position("open", short="Open it", status="disputed"))
    assert _cell(page).blocks == ["Open it Disputed · 2 March 2031 · One report"]


def test_an_undisputed_position_stays_visible_beside_a_disputed_one() -> None:
    held = (
        _position("older", short="Older", date="2031-01-01"),
        _position("sure", short="Sure", date="2031-02-01"),
        _position("rumour", short="Rumour", date="2031-03-01", status="disputed"),
    )
    cell = _cell(_page(*held))
    assert cell.blocks == [
        "Rumour Disputed · 1 March 2031 · One report",
        "Sure 1 February 2031 · One report",
        "and 1 more",
    ]
    assert len(cell.all(".//li[@data-disputed]")) == 1


def test_the_key_says_that_an_empty_cell_is_not_neutral() -> None:
    assert (
        "“No position found” means that these sources name none; it does not mean that the party is neutral."
        in _page(*TWO).text
    )


def test_the_matrix_can_be_asked_for_an_earlier_day() -> None:
    page = _page(*TWO)
    (form,) = page.all(".//form[@data-asof]")
    assert (form.get("data-earliest"), form.get("data-latest")) == ("2031-03-03", "2031-03-06")
    same = _page(_position("open"), _position("quiet", "guild"))
    assert same.all(".//form[@data-asof]") == []


def test_a_cell_that_leaves_positions_out_says_from_which_day_on_it_can_be_believed() -> None:
    held = [_position(f"p-{n:02d}", date=f"2031-01-{n:02d}") for n in range(1, 21)]
    cell = _cell(_page(*held))
    # Of twenty in force a cell keeps the newest twelve: those of the ninth day and later.
    assert len(cell.values("data-since")) == 12
    assert cell.values("data-from") == ["2031-01-09"]
    assert "and 19 more" in cell.blocks
    assert any("Stands among the claims of the topic" in each for each in cell.hidden)
    assert _cell(_page(*held[:12])).values("data-from") == []


def test_the_position_of_today_stands_in_its_cell_even_where_it_is_older_than_all_that_was_replaced() -> None:
    chain = [
        _position(f"p-{n}", date=f"2031-01-{n:02d}", supersedes=[f"p-{n - 1}"] if n > 1 else []) for n in range(1, 15)
    ]
    last = _position("r", date="2022-01-01", supersedes=["p-14"])
    cell = _cell(_page(*chain, last, _position("q", short="Still so", date="2023-01-01")))
    assert cell.blocks[0].startswith("Still so")
    assert cell.values("data-from") == ["9999"]


def test_a_dossier_without_positions_has_the_page_all_the_same() -> None:
    page = _page(claim("said", topics=["trams"]))
    assert "2 topics, 0 parties: 0 of 0 cells hold a position" in page.opening.text
    assert "· newest position" not in page.opening.text
    assert page.rows == [["Topic"], ["Trams"], ["Noise"]]


def test_what_others_are_told_of_the_page() -> None:
    page = _page(*TWO)
    assert page.description == (
        "Who wants what, topic by topic and side by side. Who wants what of the harbour, and what that rests on."
    )
    assert page.crumbs == ["Harbour File", "Positions"]
    assert page.node["@type"] == "CollectionPage"
    assert page.modified == "2031-03-04T09:00:00Z"
    assert page.feeds == ["/feeds/all/atom.xml", "/feeds/all/rss.xml", "/feeds/all/feed.json"]
    assert page.contents == []
    assert page.is_searched
    assert page.filters == {}
    cited = "“Positions”. Harbour File. Version of 4 March 2031. https://harbour.example/file/positions/"
    assert cited in page.section("Cite this page").blocks
