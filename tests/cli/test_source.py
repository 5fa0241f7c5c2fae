"""`source`: texts in, records and fingerprints out."""

import os
import pty
import select
import signal
import sys
import time
from pathlib import Path

import pytest

from dossier.pipeline.load import load
from tests.authoring import printers
from tests.authoring.newsroom import article
from tests.cli.typed import BUILD, environment, typed

TEXT = "A bench for the quay\n\nThe town will set up a bench at the quay before the first tram runs.\n"
OPTIONS = {
    "--title": "A bench for the quay",
    "--outlet": "The Tide",
    "--url": "https://tide.example/bench",
    "--published": "2031-05-20",
    "--published-basis": "stated on the page",
    "--language": "en",
    "--directness": "original",
    "--grade": "B",
    "--grade-reason": "names its speakers",
    "--judged": "2031-05-21",
    "--abstract": "Tells of a bench.",
}
ALL = [word for pair in OPTIONS.items() for word in pair]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    file = tmp_path / "bench.txt"
    file.write_text(TEXT)
    return file


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    return tmp_path / "texts"


def test_a_text_becomes_a_source_that_can_be_cited(own: Path, text: Path, texts: Path) -> None:
    seen = typed(
        own, "source", "add", str(text), *ALL, "--author", "Ada Holm", "--author", "Bo Tarn", "--archive", str(texts)
    )
    assert (seen.code, seen.err) == (0, "")
    assert seen.out == (
        "bench.txt: plain text in utf-8, 2 paragraphs, 20 words\n"
        "  1       5  A bench for the quay\n"
        "  2      15  The town will set up a bench at the quay before the first tram runs.\n"
        '"tide-2031-05-20" has 2 paragraphs; wrote sources/fingerprints/tide-2031-05-20.txt and '
        "sources/tide-2031-05-20.md\nput the text into the archive as bench.txt\n"
    )
    source = load(own).library.sources["tide-2031-05-20"]
    assert source.authors == ("Ada Holm", "Bo Tarn")
    assert (texts / "bench.txt").read_text() == TEXT
    found = typed(own, "quote", "a bench at the quay", "--archive", str(texts))
    assert "- source: tide-2031-05-20\n        paragraph: 2\n" in found.out


def test_without_an_archive_it_says_what_that_means(own: Path, text: Path) -> None:
    seen = typed(own, "source", "add", str(text), *ALL, "--id", "bench")
    assert seen.code == 0
    assert "no archive was named" in seen.out
    assert list(own.rglob("bench.txt")) == [own / "sources/fingerprints/bench.txt"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["source", "add"], "a source is made of one text, and none is named"),
        (["source", "add", "a.txt", "b.txt"], "one text at a time"),
        (["source", "add", "gone.txt"], '"gone.txt" cannot be read: no such file or directory'),
        (["source", "add", "."], '"." cannot be read: it is not a file'),
        (["source", "ad", "a.txt"], '"ad" is not one of add, refresh, fingerprint; did you mean "add"?'),
        (["source", "fingerprint"], "a fingerprint is made of a text, and no archive is named"),
        (
            ["source", "fingerprint", "quay-pots-2031-05-13", "--archive", "archive"],
            'there is no source "quay-pots-2031-05-13"',
        ),
    ],
)
def test_what_cannot_be_done_is_said(tram: Path, words: list[str], said: str) -> None:
    seen = typed(tram, *words)
    assert (seen.code, seen.out) == (2, "")
    assert said in seen.err


def test_what_is_missing_is_listed_where_nobody_can_be_asked(own: Path, text: Path) -> None:
    seen = typed(own, "source", "add", str(text), *ALL[:12])
    assert seen.code == 2
    assert seen.err.startswith("--directness, --grade, --grade-reason, --judged, --abstract are missing\n")


def test_a_wrong_answer_is_told_before_anything_else(own: Path, text: Path) -> None:
    seen = typed(own, "source", "add", str(text), "--published", "20 May 2031")
    assert (seen.code, "--published" in seen.err, "a date is written as" in seen.err) == (2, True, True)


def test_an_archive_inside_the_dossier_is_refused(own: Path, text: Path) -> None:
    seen = typed(own, "source", "add", str(text), *ALL, "--archive", "archive")
    assert (seen.code, seen.err.splitlines()[0]) == (
        2,
        "the archive lies inside the dossier, and texts may not be in there",
    )


def test_a_text_inside_the_dossier_is_warned_of(own: Path, texts: Path) -> None:
    (own / "bench.txt").write_text(TEXT)
    seen = typed(own, "source", "add", "bench.txt", *ALL, "--archive", str(texts))
    assert seen.code == 0
    assert seen.err.startswith("bench.txt lies inside the dossier: move it out before you commit")


def test_fingerprints_are_made_anew(own: Path) -> None:
    (own / "sources/fingerprints/quay-post-2031-05-13.txt").unlink()
    assert typed(own, "check").code == 1
    seen = typed(own, "source", "fingerprint", "--archive", "archive")
    assert (seen.code, seen.err) == (0, "")
    assert seen.out.splitlines()[-1] == "quay-post-2031-05-13: wrote sources/fingerprints/quay-post-2031-05-13.txt"
    assert typed(own, "check").code == 0


def test_a_changed_text_is_for_a_person_to_judge(own: Path) -> None:
    file = own / "archive/quay-post-2031-05-13.txt"
    file.write_text(file.read_text() + "A line more.\n")
    seen = typed(own, "source", "fingerprint", "quay-post-2031-05-13", "--archive", "archive")
    assert (seen.code, seen.out) == (1, "")
    assert "is not the one of its record" in seen.err


def answer(where: Path, words: list[str], answers: list[str]) -> tuple[int, str]:
    """Type a command on a terminal, answer each question when it is asked, and return the exit code and all that was seen."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(where)
        os.execve(sys.executable, [sys.executable, str(BUILD), *words], environment({"TERM": "dumb"}))
    seen = b""
    waiting = list(answers)
    end = time.monotonic() + 60
    typed_at = time.monotonic()
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                seen += os.read(terminal, 4096)
            except OSError:
                break
        elif seen.endswith(b": ") and (waiting or time.monotonic() > typed_at + 5):
            # A key may get lost while the terminal changes its mode; a person presses it again.
            os.write(terminal, (waiting.pop(0) if waiting else answers[-1]).encode() + b"\n")
            typed_at = time.monotonic()
    else:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), seen.decode()


def test_on_a_terminal_it_asks_for_what_is_missing(own: Path, text: Path) -> None:
    answers = ["y", "", "The Tide", "tide.example", "https://tide.example/bench", "2031-05-20", "stated", "en"]
    answers += ["own", "original", "B", "names its speakers", "2031-05-21", "Tells of a bench."]
    code, seen = answer(own, ["source", "add", str(text)], answers)
    assert code == 0, seen
    assert "nothing is written before the last answer" in seen
    assert "Its title [A bench for the quay]: " in seen
    assert "which is no http or https address" in seen
    assert "it is one of: original, relay, rewrite, third-hand" in seen
    source = load(own).library.sources["tide-2031-05-20"]
    assert (source.title, source.url) == ("A bench for the quay", "https://tide.example/bench")


def test_who_leaves_half_way_leaves_nothing_behind(own: Path, text: Path) -> None:
    code, seen = answer(own, ["source", "add", str(text)], ["n"])
    assert code == 2, seen
    assert "nothing was written" in seen
    code, seen = answer(own, ["source", "add", str(text)], ["y", "", "The Tide", "\x04"])
    assert code == 2, seen
    assert "there was no answer, so nothing was written" in seen
    code, seen = answer(own, ["source", "add", str(text)], ["y", "", "\x03"])
    assert code == 130, seen
    assert seen.rstrip().endswith("stopped")
    assert "Traceback" not in seen
    assert len(list((own / "sources").glob("*.md"))) == 3


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "saved page.htm"
    file.write_text(printers.walled_page(article("de")))
    return file


JUDGED = [word for key in ("--directness", "--grade", "--grade-reason", "--abstract") for word in (key, OPTIONS[key])]


def test_a_page_fills_its_record_and_is_kept_beside_its_text(own: Path, page: Path, texts: Path) -> None:
    words = ["source", "add", str(page), *JUDGED, "--archive", str(texts), "--yes", "--keep-original"]
    seen = typed(own, *words)
    assert seen.code == 0, seen
    source = load(own).library.sources["pier-gazette-2026-05-08"]
    assert (source.title, source.outlet) == ("Die alte Fähre bleibt bis zur neuen Brücke", "The Pier Gazette")
    assert (source.language, source.url) == ("de", "https://gazette.example/de/ferry")
    assert source.published_basis == "stated in the page's data for search engines"
    assert source.authors == ("Staff of the Gazette",)
    assert (texts / "pier-gazette-2026-05-08.txt").read_text().splitlines() == list(article("de").whole)
    assert (texts / "pier-gazette-2026-05-08.html").read_bytes() == page.read_bytes()
    assert "not taken: " in seen.out


def test_what_a_page_states_gives_way_to_what_is_typed(own: Path, page: Path) -> None:
    seen = typed(own, "source", "add", str(page), *JUDGED, "--yes", "--title", "Another title", "--author", "Ada Holm")
    assert seen.code == 0
    source = load(own).library.sources["pier-gazette-2026-05-08"]
    assert (source.title, source.authors) == ("Another title", ("Ada Holm",))


def test_a_script_has_to_say_yes_where_there_is_a_doubt(own: Path, text: Path) -> None:
    text.write_text("The mayor said it was\u00e2\u20ac\u2122nt her bridge.\n")
    seen = typed(own, "source", "add", str(text), *ALL)
    assert seen.code == 2
    assert "there is 1 doubt about the text, so nothing was written" in seen.err
    assert "paragraph 1: read in a wrong encoding" in seen.err
    assert len(list((own / "sources").glob("*.md"))) == 3
    assert typed(own, "source", "add", str(text), *ALL, "--yes").code == 0


def test_a_preview_shows_all_and_writes_nothing(own: Path, tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text("".join(f"Sitting number {number} was about the pier.\n" for number in range(1, 41)))
    seen = typed(own, "source", "add", str(long), "--preview")
    assert (seen.code, seen.err) == (0, "")
    assert "Sitting number 20 was" in seen.out
    assert len(list((own / "sources").glob("*.md"))) == 3
    short = typed(own, "source", "add", str(long), *ALL)
    assert "Sitting number 20 was" not in short.out
    assert "… 25 paragraphs" in short.out


def test_a_text_comes_on_standard_input(own: Path, texts: Path) -> None:
    seen = typed(own, "source", "add", "-", *ALL, "--archive", str(texts), given=TEXT)
    assert seen.code == 0, seen
    assert (texts / "tide-2031-05-20.txt").read_text() == TEXT


def test_a_reference_fills_the_record(own: Path, text: Path, tmp_path: Path) -> None:
    cited = tmp_path / "refs.bib"
    cited.write_text(
        "@article{holm, title={A {B}ench}, author={Holm, Ada}, journal={The Tide}, date={2031-05-20},"
        " url={https://tide.example/bench}, urldate={2031-06-02}, langid={english}}"
    )
    seen = typed(own, "source", "add", str(text), *JUDGED, "--judged", "2031-06-02", "--cite", str(cited))
    assert seen.code == 0, seen
    source = load(own).library.sources["tide-2031-05-20"]
    assert (source.title, source.authors, source.accessed) == ("A Bench", ("Ada Holm",), "2031-06-02")


def test_an_address_that_is_there_is_told_before_the_text_is_read(own: Path, text: Path) -> None:
    url = load(own).library.sources["quay-post-2031-05-13"].url
    seen = typed(own, "source", "add", str(text), *ALL, "--url", url)
    assert (seen.code, seen.out) == (2, "")
    assert 'the source "quay-post-2031-05-13" already has this address' in seen.err


def test_a_text_is_replaced_and_its_quotes_are_told_of(own: Path, tmp_path: Path) -> None:
    better = tmp_path / "better.txt"
    old = (own / "archive/quay-post-2031-05-13.txt").read_text()
    better.write_text(f"A line that was missing.\n{old}")
    archive = tmp_path / "outside"
    (own / "archive").rename(archive)
    words = ["source", "add", str(better), "--replace", "quay-post-2031-05-13", "--archive", str(archive)]
    assert "is for a new source" in typed(own, *words, "--title", "A").err
    seen = typed(own, *words)
    assert seen.code == 1, seen
    assert "0 of" in seen.out
    assert "now, not in" in seen.err
    assert "left_out names paragraphs of the old text" in seen.err
    assert (archive / "quay-post-2031-05-13.txt").read_text() == old
    found = typed(own, "quote", "the summer of 2034 now looks too early", "--archive", str(archive))
    assert "paragraph: 8" in found.out
