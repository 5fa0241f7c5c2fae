from dossier.evidence.coverage import ParagraphCoverage, cover
from dossier.evidence.fingerprint import make
from dossier.model import LeftOut
from tests.evidence.records import source

FINGERPRINT = make("gull-rock", "one\ntwo\nthree\nfour\nfive\n")


def test_each_paragraph_is_accounted_for() -> None:
    record = source(LeftOut(paragraphs=("1", "4"), reason="title"), LeftOut(paragraphs=("4", "3"), reason="repeats 2"))
    coverage = cover(record, FINGERPRINT, [(2, "b/x"), (3, "b/y"), (2, "b/z"), (2, "b/x")])
    assert coverage.paragraphs == (
        ParagraphCoverage(1, (), "title"),
        ParagraphCoverage(2, ("b/x", "b/z"), ""),
        ParagraphCoverage(3, ("b/y",), "repeats 2"),
        ParagraphCoverage(4, (), "title"),
        ParagraphCoverage(5, (), ""),
    )
    assert [each.state for each in coverage.paragraphs] == ["left out", "cited", "cited", "left out", "not read"]
    assert coverage.unread == (5,)


def test_what_is_past_the_end_is_no_paragraph() -> None:
    coverage = cover(source(LeftOut(paragraphs=("6",), reason="title")), FINGERPRINT, [(9, "b/x")])
    assert len(coverage.paragraphs) == 5
    assert coverage.unread == (1, 2, 3, 4, 5)


def test_without_a_fingerprint_there_is_no_coverage() -> None:
    coverage = cover(source(), None, [(1, "b/x")])
    assert (coverage.paragraphs, coverage.unread) == ((), ())
