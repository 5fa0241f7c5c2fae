"""The page of schemas: those of what contributors write and of the downloads."""

from tests import seam
from tests.webpage import WebPage
from tests.world import World


def _page() -> WebPage:
    return World().page("schema/")


def test_every_schema_is_offered_with_what_it_describes() -> None:
    page = _page()
    assert page.heading == page.title == "Schemas"
    assert page.section("What contributors write").lines == [
        "brief.json / briefings/<year>/<brief>.yaml",
        "topic.json / briefings/topics/<topic>.yaml",
        "overview.json / briefings/overview.yaml",
        "parties.json / briefings/parties.yaml",
        "people.json / briefings/people.yaml",
        "origins.json / briefings/origins.yaml",
        "reviews.json / briefings/reviews.yaml",
        "source.json / the front matter of sources/<source>.md",
    ]
    assert [line.partition(" / ")[0] for line in page.section("Downloads").lines] == [
        "claims.json",
        "sources.json",
        "origins.json",
        "topics.json",
        "positions.json",
        "updates.json",
    ]
    offered = {address for _, address in page.links if address.startswith("/schema/")}
    assert offered == {f"/{where}" for where in seam.downloads(World().library()) if where.startswith("schema/")}


def test_a_writer_is_told_how_a_file_names_its_schema() -> None:
    page = _page()
    line = "# yaml-language-server: $schema=https://harbour.example/file/schema/brief.json"
    assert [each.text for each in page.all(".//pre")] == [line]
    assert page.address("all problems") == "/problems/"
    assert page.address("downloads") == "/data/"


def test_what_others_are_told_of_the_page() -> None:
    page = _page()
    assert page.sections == page.contents == ["What contributors write", "Downloads"]
    assert page.contents_anchors == ["written", "given"]
    assert page.description == "JSON Schemas of what contributors write and of the downloads."
    assert page.crumbs == ["Harbour File", "Schemas"]
    assert not page.is_searched
