"""Citations: of pages and of claims, in a line of text, for BibTeX and for reference managers."""

import json
import re
from typing import Any, NamedTuple

import pytest

from tests.webpage import Part
from tests.world import World, claim, correction, update

HOSTILE = r"50% of {all} \input{x} & $5_a ~ #2 ^ “x” } \\"


class Cited(NamedTuple):
    """A citation in its three forms, as a page shows it."""

    text: str
    bibtex: str
    csl: str

    def field(self, name: str) -> str:
        """Return a field of the BibTeX entry."""
        found = re.search(rf"^  {name} = (.*?),?$", self.bibtex, re.MULTILINE)
        return found[1] if found else ""

    @property
    def record(self) -> dict[str, Any]:
        """What a reference manager reads."""
        (found,) = json.loads(self.csl)
        return dict(found)


def _cited(part: Part) -> Cited:
    (text,) = part.all(".//p[@class='cite']")
    bibtex, csl = part.all(".//pre")
    return Cited(text.text_content(), bibtex.text_content(), csl.text_content())


def _topic(title: str = "Night trams", **settings: Any) -> Cited:
    world = World(**settings)
    world.topic("trams", title)
    world.brief("spring", updates=[update("told", "2031-06-02T00:30:00+02:00")])
    return _cited(world.page("topics/trams/").section("Cite this page"))


def _is_balanced(bibtex: str) -> bool:
    """Return whether braces nest as BibTeX counts them, which takes no notice of backslashes, and end with the last sign."""
    depth = 0
    for place, sign in enumerate(bibtex):
        depth += (sign == "{") - (sign == "}")
        if depth < 0 or (depth == 0 and sign == "}" and place != len(bibtex) - 1):
            return False
    return depth == 0


def test_a_page_is_cited_with_the_day_of_its_newest_change() -> None:
    cited = _topic()
    address = "https://harbour.example/file/topics/trams/"
    assert cited.text == f"“Night trams”. Harbour File. Version of 1 June 2031. {address}"
    assert cited.bibtex == (
        "@misc{topics-trams,\n"
        "  author = {{Harbour File}},\n"
        "  title = {{Night trams}},\n"
        "  year = {2031},\n"
        "  month = jun,\n"
        "  note = {Version of 2031-06-01},\n"
        f"  url = {{{address}}}\n"
        "}"
    )
    assert cited.record == {
        "id": address,
        "type": "webpage",
        "title": "Night trams",
        "container-title": "Harbour File",
        "author": [{"literal": "Harbour File"}],
        "issued": {"date-parts": [[2031, 6, 1]]},
        "URL": address,
        "language": "en",
    }


def test_a_page_that_nobody_dated_is_cited_without_a_date() -> None:
    cited = _cited(World().page("positions/").section("Cite this page"))
    assert cited.text == "“Positions”. Harbour File. https://harbour.example/file/positions/"
    assert not cited.field("year")
    assert "issued" not in cited.record


def test_a_claim_is_cited_in_its_brief_and_dated_by_its_own_last_change() -> None:
    world = World()
    world.brief(
        "spring",
        claim("return", "Night trams return."),
        claim("other"),
        title="Talks in spring",
        updates=[
            update("told", claims=["return", "other"]),
            correction("mended", "2031-05-01T09:00:00+00:00", "return"),
            update("more", "2031-06-01T09:00:00+00:00", "development", claims=["other"]),
        ],
    )
    cited = _cited(world.page("briefs/spring/").claim("spring/return"))
    address = "https://harbour.example/file/briefs/spring/#return"
    assert cited.text == f"“Night trams return.” In “Talks in spring”, Harbour File. Version of 1 May 2031. {address}"
    assert cited.record["URL"] == cited.record["id"] == address
    assert (cited.record["container-title"], cited.record["publisher"]) == ("Talks in spring", "Harbour File")
    assert cited.field("howpublished") == "{Talks in spring}"
    assert cited.bibtex.startswith("@misc{briefs-spring-return,")


def test_no_two_claims_share_a_key() -> None:
    world = World()
    for brief in ("a", "a-b"):
        world.brief(brief, claim("b-c"), claim("c"), claim("d"))
    site = world.site()
    pieces = [piece for brief in ("a", "a-b") for piece in site.page(f"briefs/{brief}/").claims]
    keys = [_cited(piece).record["id"] for piece in pieces]
    assert len(keys) == len(set(keys)) == 6


def test_signs_of_tex_mean_nothing_in_a_title() -> None:
    cited = _topic(HOSTILE)
    assert cited.field("title") == (
        r"{{50\% of \textbraceleft{}all\textbraceright{} \textbackslash{}input\textbraceleft{}x\textbraceright{} \& "
        r"\$5\_a \textasciitilde{} \#2 \textasciicircum{} “x” \textbraceright{} \textbackslash{}\textbackslash{}}}"
    )
    assert _is_balanced(cited.bibtex)
    assert cited.record["title"] == HOSTILE
    assert HOSTILE in cited.text


@pytest.mark.parametrize("title", ["}", "{", "\\", "}}, author = {x}", "@misc{y,", 'a "b" \u2028 c', "</script>"])
def test_no_title_breaks_out_of_its_field(title: str) -> None:
    cited = _topic(title, name=f"Name {title}")
    assert _is_balanced(cited.bibtex)
    assert re.findall(r"^  (\w+) = ", cited.bibtex, re.MULTILINE) == ["author", "title", "year", "month", "note", "url"]
    assert cited.record["title"] == title
    assert cited.record["container-title"] == f"Name {title}"


def test_the_counter_of_braces_sees_what_is_open() -> None:
    assert _is_balanced("@misc{a,\n  title = {{x}}\n}")
    assert not _is_balanced(r"@misc{a, title = {\}}, x = y}")
    assert not _is_balanced("@misc{a, title = {x}")
