"""The page of downloads: every file for programs, with what it holds, how much, and its schema."""

import json

from tests import seam
from tests.webpage import WebPage
from tests.world import World, claim, evidence

URL = "https://harbour.example/file/"


def _world() -> World:
    world = World()
    world.topic("trams")
    world.origin("letter")
    world.origin("rumour", kind="background")
    world.brief(
        "spring",
        claim("a", kind="position"),
        claim("b", evidence=[evidence("courier", origin="rumour"), evidence("gazette")]),
    )
    return world


def _page() -> WebPage:
    return _world().page("data/")


def test_every_download_says_what_it_holds_and_how_much() -> None:
    page = _page()
    assert page.heading == page.title == "Downloads"
    assert page.sections == ["Claims", "Sources", "Origins", "Topics", "Positions", "Updates"]
    told = {name: page.section(name).blocks[1:] for name in page.sections}
    assert told == {
        "Claims": [
            "Every claim with its evidence, how it is known, what disputes it, and its relations.",
            "JSON · CSV · schema · 2 in all",
        ],
        "Sources": ["Every source record, with what became of each paragraph.", "JSON · schema · 2 in all"],
        "Origins": [
            "Who first reported or said what, and what each goes back to; 1 of them is nobody’s report.",
            "JSON · schema · 2 in all",
        ],
        "Topics": ["Every topic with its bottom line, scope and gaps.", "JSON · schema · 1 in all"],
        "Positions": ["What each party wants on each topic, now and before.", "JSON · schema · 1 in all"],
        "Updates": ["The whole change log.", "JSON · schema · 1 in all"],
    }
    assert "CSV of all claims" in page.section("Claims").spoken


def test_what_is_nobodys_report_is_told_of_only_where_there_are_any() -> None:
    world = _world()
    world.origin("gossip", kind="background")
    assert "; 2 of them are nobody’s report." in world.page("data/").section("Origins").text
    world = World()
    world.brief("spring")
    assert "nobody" not in world.page("data/").section("Origins").text


def test_every_file_that_is_written_is_offered_with_its_schema_and_its_size() -> None:
    world = _world()
    page, written = world.page("data/"), seam.downloads(world.library())
    files = {address for _, address in page.links if address.startswith("/data/")}
    assert files == {f"/{where}" for where in written if where.startswith("data/")}
    for heading in page.sections:
        name, section = heading.lower(), page.section(heading)
        assert section.address("schema").removeprefix("/") in written
        assert section.blocks[-1].endswith(f" · {len(json.loads(written[f'data/{name}.json'])[name])} in all")


def test_the_end_leads_on_and_says_what_may_be_done_with_it() -> None:
    page = _page()
    assert (
        page.blocks[-1]
        == "Updates also come as feeds; all schemas stand on a page of their own. A page filters all claims. CC BY 4.0."
    )
    assert [page.address(words) for words in ("feeds", "schemas", "filters all claims")] == [
        "/feeds/",
        "/schema/",
        "/claims/",
    ]
    assert World(rights=None).page("data/").blocks[-1].endswith("on a page of their own. A page filters all claims.")


def test_structured_data_tell_of_data_sets_with_their_files() -> None:
    page = _page()
    sets = {node["@id"].rpartition("#")[2]: node for node in page.data("Dataset")}
    assert [*sets] == ["claims", "sources", "origins", "topics", "positions", "updates"]
    assert [(each["contentUrl"], each["encodingFormat"]) for each in sets["claims"]["distribution"]] == [
        (f"{URL}data/claims.json", "application/json"),
        (f"{URL}data/claims.csv", "text/csv"),
    ]
    assert sets["claims"]["name"] == "Harbour File: claims"
    assert sets["claims"]["dateModified"] == page.modified == "2031-03-04T09:00:00Z"
    # What search engines for data ask for: a name, 50 characters of description, a licence.
    assert all(len(node["description"]) >= 50 and node["name"] for node in sets.values())
    assert all(node["license"] == {"@type": "CreativeWork", "name": "CC BY 4.0"} for node in sets.values())


def test_what_others_are_told_of_the_page() -> None:
    page = _page()
    assert page.description == (
        "Everything on this site as JSON and CSV. Who wants what of the harbour, and what that rests on."
    )
    assert page.crumbs == ["Harbour File", "Downloads"]
    assert page.is_searched
    assert page.contents == []
