"""What the tests build on: worlds that hold what they say, read from files as from memory, and pages as a reader has them."""

from pathlib import Path

from tests import seam
from tests.webpage import WebPage
from tests.world import World, claim, correction, evidence, update


def _varied() -> World:
    world = World()
    world.topic("trams", "Night trams", aliases=["Owls"], gaps=["Nobody says what it costs."])
    world.party("city", "The city")
    world.person("mara-quint", "Mara Quint", party="city", role="mayor")
    world.origin("minutes", "Minutes of the council", "document", date="2031-03-02")
    world.source("gazette", "Trams are back", authors=["A. Reporter"])
    world.brief(
        "spring",
        claim("return", kind="position", said_by="mara-quint", date="2031-03", reported="2031-03-03"),
        claim("stay-away", kind="position", party="guild", topics=["trams", "noise"], opposes=["return"]),
        claim(
            "broke", party=None, kind="event", evidence=[evidence("courier", "a wire broke in the night", paragraph=4)]
        ),
        updates=[update("told"), correction("mended", "2031-03-05T09:00:00+00:00", "return")],
    )
    world.check_quotes("gazette", "2031-03-06")
    return world


def test_what_is_made_up_is_without_a_fault() -> None:
    world = World()
    world.brief("spring")
    assert seam.problems(world.library()) == []
    assert seam.problems(_varied().library(), {name: text.encode() for name, text in _varied().archive().items()}) == []


def test_files_say_what_the_calls_say(tmp_path: Path) -> None:
    world = _varied()
    read, made = seam.read(world.write(tmp_path)).corpus, world.library().corpus
    assert read == made


def test_a_claim_is_about_the_first_of_everything() -> None:
    world = World()
    world.brief("spring", claim("bare"))
    world.topic("trams")
    world.topic("noise")
    world.party("guild")
    world.source("courier")
    world.origin("letter")
    made = world.library().claims["spring/bare"].claim
    assert (made.topics, made.party, made.evidence[0].source, made.evidence[0].origin) == (
        ("trams",),
        "guild",
        "courier",
        "letter",
    )


def test_a_world_that_is_not_complete_makes_nothing_up() -> None:
    world = World(complete=False)
    world.brief("spring", claim("bare"))
    library = world.library()
    assert (library.topics, library.parties, library.sources, library.origins) == ({}, {}, {}, {})


def test_a_text_holds_each_quote_in_its_paragraph_and_nothing_unaccounted_for() -> None:
    world = World()
    cited = [evidence(quote="nobody has seen it yet", paragraph=2), evidence(quote="it was seen at last", paragraph=4)]
    world.brief("spring", claim("seen", evidence=cited))
    paragraphs = world.archive()["gazette.txt"].splitlines()
    assert len(paragraphs) == 4
    assert ["nobody has seen it yet" in each for each in paragraphs] == [False, True, False, False]
    assert ["it was seen at last" in each for each in paragraphs] == [False, False, False, True]
    assert world.library().coverage("gazette").unread == ()


def test_what_is_changed_in_a_world_changes_what_it_gives() -> None:
    world = World()
    brief = world.brief("spring")
    brief["claims"][0]["text"] = "It is something else now."
    assert world.library().claims["spring/first"].claim.text == "It is something else now."


def _page(body: str) -> WebPage:
    return WebPage(f"<div>{body}</div>", "", "T", "D", ())


def test_a_page_says_what_a_reader_sees() -> None:
    page = _page(
        '<h1>One</h1><p>Seen <span class="unseen">heard</span><span aria-hidden="true">→</span></p>'
        "<p hidden>Later</p><script>no</script>"
    )
    assert page.blocks == ["One", "Seen →"]
    assert page.spoken == "One Seen heard"
    assert page.hidden == ["Later"]


def test_a_section_is_what_stands_around_its_heading() -> None:
    page = _page(
        "<section><h2>A</h2><ul><li><p>x</p><p>y</p><ul><li>z</li></ul></li><li hidden>w</li></ul></section>"
        '<section><h2>B</h2><a href="/b/">to b</a></section>'
    )
    assert page.section("A").lines == ["x / y / z"]
    assert page.section("B").links == [("to b", "/b/")]
    assert page.headings == ["A", "B"]


def test_a_page_can_be_read_as_plain_text() -> None:
    page = _page(
        "<h2>Title</h2><p>Words <b>and</b> words</p><ul><li><p>one</p><p>two</p></li><li>three<ul><li>four</li></ul></li></ul>"
        "<dl><div><dt>Fact</dt><dd>so</dd></div></dl><table><tr><th>a</th><td>b</td></tr></table><pre>x\n  y</pre>"
    )
    assert page.plain == (
        "\n## Title\nWords and words\n- one\n  two\n- three\n  - four\nFact: so\na | b\n    x\n      y\n"
    )
