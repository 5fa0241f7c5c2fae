"""`source refresh`: each thing that becomes of a page is told rightly, recorded, and nothing else is lost."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dossier.pipeline.load import load
from tests.cli.typed import Seen, typed
from tests.publisher import (
    Publisher,
    breaks_off,
    dawdles,
    leads_to,
    never_ends,
    publisher,
    shows,
    status,
)

SOURCE = "quay-post-2031-05-13"
FILE = f"sources/{SOURCE}.md"


@pytest.fixture
def site(own: Path) -> Iterator[Publisher]:
    """Return a publisher's server, to which the record of one source leads."""
    with publisher() as made:
        record = own / FILE
        text = re.sub(r"(?m)^url: .*$", f"url: {made.url('/quay')}", record.read_text())
        # Nobody can tell in which year this test is run.
        text = re.sub(r"(?m)^published: .*$", "published: unknown", text)
        record.write_text(text + "\nA remark at the end.\n")
        made.pages["/quay"] = shows(page_of(paragraphs(own)))
        yield made


def paragraphs(own: Path) -> list[str]:
    return [line for line in (own / f"archive/{SOURCE}.txt").read_text().splitlines() if line.strip()]


def page_of(lines: list[str], *, more: str = "") -> str:
    text = "".join(f"<p>{line}</p>\n" for line in lines)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{lines[0]}</title></head><body>
<nav><ul><li><a href="/">Home</a></li></ul></nav><main><article>{text}</article></main>{more}
<footer><p>All rights are reserved by the owners of this paper.</p></footer></body></html>"""


def refreshed(own: Path, *words: str) -> Seen:
    line = ["source", "refresh", SOURCE, "--archive", "archive", *words]
    return typed(own, *line, changes={"DOSSIER_FETCH_LOOPBACK": "1"})


def recorded(own: Path) -> tuple[str, tuple[int, ...]] | None:
    made = load(own).library.sources[SOURCE].refreshed
    return (made.result, made.numbers) if made else None


def rest(own: Path) -> str:
    """Return the record without what refreshing writes."""
    return re.sub(r"(?m)^refreshed:\n(?:  .*\n)+", "", (own / FILE).read_text())


def test_a_page_that_is_as_it_was(own: Path, site: Publisher) -> None:
    before = rest(own)
    seen = refreshed(own)
    assert (seen.code, seen.err) == (0, "")
    assert seen.out == f"{SOURCE}: unchanged; 7 of 7 paragraphs stand there\n"
    assert recorded(own) == ("unchanged", ())
    assert rest(own) == before
    assert typed(own, "check", "--archive", "archive").code == 0


def test_one_word_that_changed(own: Path, site: Publisher) -> None:
    lines = paragraphs(own)
    quote = next(iter(load(own).library.cited_by_source[SOURCE]))[1]
    number, word = quote.paragraph, quote.quote.split()[2]
    lines[number - 1] = lines[number - 1].replace(word, "never")
    site.pages["/quay"] = shows(page_of(lines))
    before = rest(own)
    seen = refreshed(own)
    assert seen.code == 1
    assert seen.err.startswith(f"{SOURCE}: changed; 6 of 7 paragraphs stand there\n")
    assert f"paragraph {number} reads otherwise" in seen.err
    assert "never" in seen.err
    assert f"(paragraph {number}) does not stand there any more" in seen.err
    assert recorded(own) == ("changed", (number,))
    assert rest(own) == before
    assert typed(own, "check", "--archive", "archive").code == 0


def test_a_quote_that_stands_in_a_paragraph_that_changed(own: Path, site: Publisher) -> None:
    lines = paragraphs(own)
    quote = next(iter(load(own).library.cited_by_source[SOURCE]))[1]
    lines[quote.paragraph - 1] += " And that is that, they said."
    lines[quote.paragraph - 1] = lines[quote.paragraph - 1].replace(lines[quote.paragraph - 1].split()[0], "Yes", 1)
    site.pages["/quay"] = shows(page_of(lines))
    seen = refreshed(own)
    assert f"(paragraph {quote.paragraph}) still stands" in seen.out


def test_a_paragraph_that_is_gone(own: Path, site: Publisher) -> None:
    lines = paragraphs(own)
    site.pages["/quay"] = shows(page_of([*lines[:3], *lines[5:]]))
    seen = refreshed(own)
    assert seen.code == 1
    assert "paragraph 4 is not there any more" in seen.err
    assert recorded(own) == ("changed", (4, 5))
    assert "missing: [4-5]" in (own / FILE).read_text()


def test_a_paragraph_that_was_added_is_told(own: Path, site: Publisher) -> None:
    lines = paragraphs(own)
    site.pages["/quay"] = shows(
        page_of([*lines, "Correction: an earlier version of this text had the wrong year in it."])
    )
    seen = refreshed(own)
    assert seen.code == 0
    assert 'not in the archived text: "Correction: an earlier version' in seen.out
    assert recorded(own) == ("unchanged", ())


def test_a_page_that_moved(own: Path, site: Publisher) -> None:
    site.pages |= {"/new/quay": site.pages["/quay"], "/quay": leads_to("/new/quay")}
    seen = refreshed(own)
    assert seen.code == 0
    assert f"moved for good to {site.url('/new/quay')}; 7 of 7 paragraphs stand there" in seen.out
    assert recorded(own) == ("moved", ())


def test_a_page_that_moved_and_lost_a_paragraph(own: Path, site: Publisher) -> None:
    site.pages |= {"/new/quay": shows(page_of(paragraphs(own)[:-1])), "/quay": leads_to("/new/quay")}
    assert refreshed(own).code == 1
    assert recorded(own) == ("moved", (7,))


def test_a_page_that_is_shown_elsewhere_for_now_has_not_moved(own: Path, site: Publisher) -> None:
    site.pages |= {"/quay/": site.pages["/quay"], "/quay": leads_to("/quay/", 301)}
    assert refreshed(own).code == 0
    assert recorded(own) == ("unchanged", ())


def test_a_page_that_is_gone(own: Path, site: Publisher) -> None:
    site.pages["/quay"] = status(404)
    before = rest(own)
    seen = refreshed(own)
    assert (seen.code, seen.out) == (1, "")
    assert "is not there any more, says its server (404)" in seen.err
    assert recorded(own) == ("gone", ())
    assert rest(own) == before
    assert typed(own, "check", "--archive", "archive").code == 0


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("500", "could not be had, as its server is at fault (500)"),
        ("403", "may not be seen by programs"),
        ("slow", "did not come within 0.5 seconds"),
        ("endless", "is larger than 16 MB"),
        ("broken", "broke off"),
        ("login", "asks to sign in, and shows 2 of 7 paragraphs without"),
        ("wall", "has nothing in common with the archived text"),
        ("scripts", "has nothing that could be compared"),
        ("robots", "robots.txt"),
    ],
)
def test_what_cannot_be_compared_changes_nothing(own: Path, site: Publisher, what: str, said: str) -> None:
    assert refreshed(own).code == 0
    before = (own / FILE).read_bytes()
    sign_in = '<form action="/login"><p>Sign in to read on.</p><input name="user"><input type="password"></form>'
    answers = {
        "500": status(500),
        "403": status(403),
        "slow": dawdles(8),
        "endless": never_ends(site),
        "broken": breaks_off,
        "login": shows(page_of(paragraphs(own)[:2], more=sign_in)),
        "wall": shows(
            page_of(["Before you go on", "We and our partners store cookies. Please choose what we may do."])
        ),
        "scripts": shows("<!DOCTYPE html><html><body><div id='root'></div><script>go()</script></body></html>"),
        "robots": site.pages["/quay"],
    }
    site.pages["/quay"] = answers[what]
    if what == "robots":
        site.pages["/robots.txt"] = shows("User-agent: *\nDisallow: /\n", "text/plain")
    seen = refreshed(own, "--timeout", "0.5" if what == "slow" else "20")
    assert seen.code == 1
    assert said in seen.err
    assert "nothing was recorded" in seen.out
    assert (own / FILE).read_bytes() == before


def test_a_page_that_was_saved_is_compared(own: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.html"
    saved.write_text(page_of(paragraphs(own)[1:]))
    seen = refreshed(own, "--file", str(saved))
    assert seen.code == 1
    assert recorded(own) == ("changed", (1,))
    saved.write_text("\n\n".join(paragraphs(own)))
    assert refreshed(own, "--file", str(saved)).code == 0
    assert recorded(own) == ("unchanged", ())


def test_a_record_with_other_line_ends_keeps_them(own: Path, site: Publisher) -> None:
    record = own / FILE
    record.write_bytes(record.read_bytes().replace(b"\n", b"\r\n"))
    before = record.read_bytes()
    assert refreshed(own).code == 0
    after = record.read_bytes()
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert re.sub(rb"refreshed:\r\n(?:  .*\r\n)+", b"", after) == before


def test_all_sources_are_looked_at_one_by_one(own: Path, site: Publisher) -> None:
    for file in (own / "sources").glob("*.md"):
        file.write_text(re.sub(r"(?m)^url: .*$", f"url: {site.url('/')}{file.stem}", file.read_text()))
    site.pages[f"/{SOURCE}"] = site.pages["/quay"]
    seen = typed(own, "source", "refresh", "--archive", "archive", changes={"DOSSIER_FETCH_LOOPBACK": "1"})
    assert seen.code == 1
    assert "1 of 3 sources stand as they were archived" in seen.out
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_this_machine_is_asked_by_tests_alone(own: Path, site: Publisher) -> None:
    seen = typed(own, "source", "refresh", SOURCE, "--archive", "archive")
    assert "lies in a private network" in seen.err
    assert site.asked == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([SOURCE], "no archive is named"),
        (["quay-pots-2031-05-13", "--archive", "archive"], 'there is no source "quay-pots-2031-05-13"'),
        (["--file", "x.html", "--archive", "archive"], "--file is the page of one source"),
        ([SOURCE, "--archive", "archive", "--timeout", "0"], "--timeout is 0"),
    ],
)
def test_what_cannot_be_done_is_said(tram: Path, words: list[str], said: str) -> None:
    seen = typed(tram, "source", "refresh", *words)
    assert (seen.code, seen.out) == (2, "")
    assert said in seen.err


def test_a_source_is_added_by_its_address(own: Path, site: Publisher, tmp_path: Path) -> None:
    words = [
        "--directness",
        "original",
        "--grade",
        "B",
        "--grade-reason",
        "names its speakers",
        "--abstract",
        "Of a quay.",
    ]
    given = ["--outlet", "The Tide", "--published", "2031-05-20", "--published-basis", "told by its editor"]
    (tmp_path / "texts").mkdir()
    site.pages["/other"] = shows(
        page_of(["A new quay for the upper town", "The upper town wants a quay of its own, it says."])
    )
    line = ["source", "add", site.url("/other"), *words, *given, "--yes", "--archive", str(tmp_path / "texts")]
    seen = typed(own, *line, changes={"DOSSIER_FETCH_LOOPBACK": "1"})
    assert seen.code == 0, seen
    source = load(own).library.sources["tide-2031-05-20"]
    assert source.url == site.url("/other")
    assert source.accessed is not None
    assert (tmp_path / "texts/tide-2031-05-20.txt").read_text().startswith("A new quay for the upper town\n")
    again = typed(own, *line, changes={"DOSSIER_FETCH_LOOPBACK": "1"})
    assert 'the source "tide-2031-05-20" already has this address' in again.err
    gone = typed(own, "source", "add", site.url("/gone"), changes={"DOSSIER_FETCH_LOOPBACK": "1"})
    assert (gone.code, "its server says 404" in gone.err, "save it, and add the file" in gone.err) == (2, True, True)
