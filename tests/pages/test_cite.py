"""Citations: of pages and of claims, in a line of text, for BibTeX and for reference managers."""

import json
import re

import pytest

from dossier.pages.cite import cite, cite_claim
from dossier.pages.context import Context
from tests.pages import orla

HOSTILE = r"50% of {all} \input{x} & $5_a ~ #2 ^ “x” } \\"


def _field(bibtex: str, name: str) -> str:
    found = re.search(rf"^  {name} = (.*?),?$", bibtex, re.MULTILINE)
    return found[1] if found else ""


def _is_balanced(bibtex: str) -> bool:
    """Return whether braces nest as BibTeX counts them, which takes no notice of backslashes, and end with the last sign."""
    depth = 0
    for place, sign in enumerate(bibtex):
        depth += (sign == "{") - (sign == "}")
        if depth < 0 or (depth == 0 and sign == "}" and place != len(bibtex) - 1):
            return False
    return depth == 0


def test_a_page_is_cited_with_the_day_of_its_newest_change() -> None:
    cited = cite(orla.library(), "The sluice", "topics/sluice/", "2024-06-01T12:00:00Z")
    address = "https://orla.example/site/topics/sluice/"
    assert cited.text == f"“The sluice”. Orla Water File. Version of 1 June 2024. {address}"
    assert cited.bibtex == (
        "@misc{topics-sluice,\n"
        "  author = {{Orla Water File}},\n"
        "  title = {{The sluice}},\n"
        "  year = {2024},\n"
        "  month = jun,\n"
        "  note = {Version of 2024-06-01},\n"
        f"  url = {{{address}}}\n"
        "}"
    )
    assert json.loads(cited.csl) == [
        {
            "id": address,
            "type": "webpage",
            "title": "The sluice",
            "container-title": "Orla Water File",
            "author": [{"literal": "Orla Water File"}],
            "issued": {"date-parts": [[2024, 6, 1]]},
            "URL": address,
            "language": "en",
        }
    ]


def test_a_page_that_nobody_dated_is_cited_without_a_date() -> None:
    cited = cite(orla.library(), "Schemas", "schema/", "")
    assert cited.text == "“Schemas”. Orla Water File. https://orla.example/site/schema/"
    assert not _field(cited.bibtex, "year")
    assert "issued" not in json.loads(cited.csl)[0]


def test_a_claim_is_cited_in_its_brief_and_dated_by_its_own_last_change() -> None:
    library = orla.library()
    cited = cite_claim(Context(library), library.claims["spring-talks/keep-shut-summer"])
    record = json.loads(cited.csl)[0]
    assert cited.text.startswith("“The uplands now say the sluice stays shut all summer.” In “Talks in spring”, Orla")
    assert "Version of 2 June 2024" in cited.text
    assert record["URL"] == cited.address == "https://orla.example/site/briefs/spring-talks/#keep-shut-summer"
    assert (record["container-title"], record["publisher"]) == ("Talks in spring", "Orla Water File")
    assert _field(cited.bibtex, "howpublished") == "{Talks in spring}"
    assert cited.bibtex.startswith("@misc{briefs-spring-talks-keep-shut-summer,")


def test_no_two_claims_share_a_key() -> None:
    library = orla.library()
    context = Context(library)
    keys = [cite_claim(context, linked).bibtex.partition(",")[0] for linked in library.claims.values()]
    assert len(keys) == len(set(keys)) == 6


def test_signs_of_tex_mean_nothing_in_a_title() -> None:
    cited = cite(orla.library(), HOSTILE, "topics/sluice/", "2024-06-01T12:00:00Z")
    assert _field(cited.bibtex, "title") == (
        r"{{50\% of \textbraceleft{}all\textbraceright{} \textbackslash{}input\textbraceleft{}x\textbraceright{} \& "
        r"\$5\_a \textasciitilde{} \#2 \textasciicircum{} “x” \textbraceright{} \textbackslash{}\textbackslash{}}}"
    )
    assert _is_balanced(cited.bibtex)
    assert json.loads(cited.csl)[0]["title"] == HOSTILE
    assert HOSTILE in cited.text


@pytest.mark.parametrize("title", ["}", "{", "\\", "}}, author = {x}", "@misc{y,", 'a "b" \u2028 c', "</script>"])
def test_no_title_breaks_out_of_its_field(title: str) -> None:
    library = orla.library(settings=orla.SETTINGS.model_copy(update={"name": f"Name {title}"}))
    cited = cite(library, title, "topics/sluice/", "")
    assert _is_balanced(cited.bibtex)
    assert len(re.findall(r"^  \w+ = ", cited.bibtex, re.MULTILINE)) == 3
    assert json.loads(cited.csl)[0]["title"] == title


def test_the_counter_of_braces_sees_what_is_open() -> None:
    assert _is_balanced("@misc{a,\n  title = {{x}}\n}")
    assert not _is_balanced(r"@misc{a, title = {\}}, x = y}")
    assert not _is_balanced("@misc{a, title = {x}")
