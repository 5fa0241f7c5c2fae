"""How a source stands with its publisher, told to readers in words that say no more than its record."""

from dossier.model import Reliability, Source
from dossier.model.source import Refreshed
from dossier.pages.source_state import of_passage, of_source


def source(refreshed: Refreshed | None = None, status: str = "in use", reason: str | None = None) -> Source:
    return Source.model_validate(
        {
            "title": "A pier",
            "outlet": "The Tide",
            "url": "https://tide.example/pier",
            "published": "unknown",
            "published_basis": "The page shows no date.",
            "language": "en",
            "directness": "original",
            "reliability": Reliability(grade="B", reason="Names its speakers.", judged="2031"),
            "status": status,
            "status_reason": reason,
            "refreshed": refreshed,
            "abstract": "What it says.",
        }
    )


def test_of_a_source_that_nobody_looked_at_nothing_is_said() -> None:
    assert list(of_source(source())) == []
    assert of_passage(source(), 3) == ""


def test_a_page_that_changed_touches_the_paragraphs_that_did() -> None:
    changed = source(Refreshed(date="2031-06-01", result="changed", missing=("3", "5-6")))
    assert list(of_source(changed)) == ["On 1 June 2031 paragraphs 3 and 5–6 no longer stood on the page as archived."]
    assert of_passage(changed, 5) == "On 1 June 2031 this paragraph no longer stood on the page as archived."
    assert of_passage(changed, 4) == ""


def test_a_page_that_is_gone_touches_all() -> None:
    gone = source(Refreshed(date="2031-06", result="gone"))
    assert list(of_source(gone)) == ["In June 2031 the page was no longer there."]
    assert of_passage(gone, 1) == "In June 2031 the page was no longer there."


def test_a_page_that_stands_is_said_to_stand_on_that_day() -> None:
    same = source(Refreshed(date="2031-06-01", result="unchanged"))
    assert list(of_source(same)) == ["On 1 June 2031 everything stood on the page as it was archived."]
    moved = source(Refreshed(date="2031-06-01", result="moved", missing=("2",)))
    assert list(of_source(moved)) == [
        "On 1 June 2031 the page had moved to another address.",
        "On 1 June 2031 paragraph 2 no longer stood on the page as archived.",
    ]


def test_a_retraction_is_told_with_its_reason() -> None:
    taken_back = source(status="retracted", reason="The office never said so")
    assert list(of_source(taken_back)) == ["Retracted by its publisher: The office never said so"]
    assert of_passage(taken_back, 1) == "Retracted by its publisher: The office never said so."
