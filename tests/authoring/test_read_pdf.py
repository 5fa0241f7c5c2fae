"""PDF files of one and two columns: paragraphs as a person counts them, heads of pages left out, the unreadable refused."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from dossier.authoring.extraction import extract
from dossier.problem import UserError
from tests.authoring.newsroom import article, counted
from tests.authoring.pdf_printers import STYLES, printed


@pytest.mark.parametrize("language", ["en", "de", "zh"])
@pytest.mark.parametrize("style", STYLES)
def test_a_pdf_has_the_paragraphs_that_a_person_counts(style: str, language: str) -> None:
    for size in (12, 40):
        one = article(language, len(style), size)
        found = extract(printed(one, STYLES[style]), "leaflet.pdf")
        assert found.kind == "pdf"
        assert counted(found.paragraphs, one.whole) >= 0.95
        doubted = {doubt.paragraph for doubt in found.doubts}
        # Of a paragraph that was parted in two, the second half is marked.
        stray = [
            text for number, text in enumerate(found.paragraphs, 1) if text not in one.whole and number not in doubted
        ]
        assert len(stray) <= 1


def test_what_stands_on_every_page_is_left_out_and_told() -> None:
    found = extract(printed(article("en", 1, 60), STYLES["report"]), "report.pdf")
    assert "not taken, as it stands on several pages: The Pier Gazette, spring issue" in found.left_out
    assert not any("spring issue" in text or text.isdigit() for text in found.paragraphs)


def test_a_cut_word_is_put_together_and_told() -> None:
    found = extract(printed(article("de", 9), STYLES["newspaper"]), "paper.pdf")
    assert any(line.startswith("words that were cut in two were put together") for line in found.done)


def test_a_pdf_states_its_title() -> None:
    assert extract(printed(article("en"), STYLES["letter"]), "a.pdf").stated.title == article("en").headline


def test_a_pdf_of_pictures_is_refused() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(10, 10, 100, 100)
    canvas.showPage()
    canvas.save()
    with pytest.raises(UserError, match="holds no text") as refused:
        extract(out.getvalue(), "scan.pdf")
    assert "text recognition" in refused.value.hint


def test_a_locked_pdf_is_refused() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt="secret")
    canvas.drawString(10, 10, "The ferry stays.")
    canvas.save()
    with pytest.raises(UserError, match=r"locked|cannot be read"):
        extract(out.getvalue(), "locked.pdf")
