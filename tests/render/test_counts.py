"""Numbers and headings say what they count and hold."""

import re

from tests.pages import orla
from tests.render.conftest import Rendered, render


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def test_the_matrix_says_that_it_counts_cells_and_where_the_other_positions_are(rendered: Rendered) -> None:
    body = rendered["positions/"][1].html
    cells = re.findall(r"<td [^>]*>", body)
    filled = [cell for cell in cells if "matrix__none" not in cell]
    assert 0 < len(filled) < len(cells)
    rows, parties = body.count('<th scope="row"'), body.count('<th scope="col"') - 1
    assert f"{rows} topics, {parties} parties: {len(filled)} of {len(cells)} cells hold a position" in _plain(body)
    assert "more” to the others" not in body
    two = orla.of(orla.said("one"), orla.said("two"))
    assert "more” to the others in force" in render(two.library())["positions/"][1].html


def test_what_others_judge_of_a_party_is_not_called_its_own_words(rendered: Rendered) -> None:
    own = "What it has said and done"
    assert f">{own}<" in rendered["parties/uplands/"][1].html
    judged = orla.of(orla.said("one"), orla.said("two", kind="analysis"))
    page, body = render(judged.library())["parties/uplands/"]
    assert f">{own}, and what others judge of it<" in body.html
    assert f"{own}, and what others judge of it" in [line.title for line in page.view.toc]


def test_the_list_of_sources_leads_to_the_method_where_there_is_one(rendered: Rendered) -> None:
    assert "method/" in rendered["sources/"][1].html
    assert "method/" not in render(orla.world().library())["sources/"][1].html


def test_a_line_of_a_list_is_told_to_its_end() -> None:
    text = f"The uplands asked {'again and ' * 22}once more for the sluice to stay shut."
    pages = render(orla.of(orla.said("one", text)).library())
    for address in ("timeline/", "topics/sluice/", "parties/uplands/", "origins/guild-report/"):
        assert f">{text}</a>" in pages[address][1].html, address


def test_each_number_of_origins_says_what_it_counts(rendered: Rendered) -> None:
    home, listed, files = (_plain(rendered[where][1].html) for where in ("", "origins/", "data/"))
    assert "6 claims on 2 sources; behind them 1 newsroom, 1 document" in home
    assert "4 origins, newest first" in listed
    assert "1 of them is nobody’s report" in files
    assert "5 in all" in files
