"""Records and fingerprints out of texts, and texts kept out of the project."""

from pathlib import Path

import pytest

from dossier.authoring.add_source import (
    Added,
    add,
    archived_form,
    find_fault,
    propose_id,
    renew,
    same_address,
    text_of,
)
from dossier.authoring.extraction import extract
from dossier.authoring.replace_text import replace_text
from dossier.disk import Archive
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError
from tests.cases.cases import lay_out

TEXT = "A bench for the quay\n\nThe town will set up a bench at the quay before the first tram runs.\n"
GIVEN = {
    "title": "A bench for the quay",
    "outlet": "The Tide",
    "url": "https://tide.example/bench",
    "published": "2031-05-20",
    "published_basis": "stated on the page",
    "language": "en",
    "directness": "original",
    "grade": "B",
    "reason": "Names its speakers: all of them",
    "judged": "2031-05-21",
    "abstract": "Tells of a bench.",
}


@pytest.fixture
def tram(tmp_path: Path) -> Loaded:
    return load(lay_out(tmp_path / "dossier"))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    return tmp_path / "texts"


def added(tram: Loaded, archive: Path | None, **changes: str) -> Added:
    return add(tram.root, tram.library, "tide-2031", TEXT.encode(), "bench.txt", GIVEN | changes, archive)


def test_record_and_fingerprint_are_written_and_the_text_goes_to_the_archive(tram: Loaded, texts: Path) -> None:
    made = added(tram, texts)
    assert made.paragraphs == 2
    assert made.archived == "bench.txt"
    assert (texts / "bench.txt").read_text() == TEXT
    loaded = load(tram.root, texts)
    source = loaded.library.sources["tide-2031"]
    assert source.reliability.reason == GIVEN["reason"]
    assert source.archive_file == "bench.txt"
    assert source.abstract == GIVEN["abstract"]
    ours = [problem for problem in loaded.problems if "tide" in problem.message]
    assert [problem.code.name for problem in ours] == ["unused-source"]


def test_the_text_is_not_in_the_project(tram: Loaded, texts: Path) -> None:
    added(tram, texts)
    added_to = [
        path for path in tram.root.rglob("*") if path.is_file() and b"before the first tram" in path.read_bytes()
    ]
    assert added_to == []


def test_without_an_archive_the_text_is_put_nowhere(tram: Loaded) -> None:
    assert added(tram, None).archived == ""
    source = load(tram.root).library.sources["tide-2031"]
    assert source.archive_file is None
    assert source.text_sha256 is not None


def test_a_text_that_is_in_the_archive_already_is_not_put_there_again(tram: Loaded, texts: Path) -> None:
    (texts / "bench.txt").write_text(TEXT)
    assert added(tram, texts).archived == ""


def test_another_text_in_the_archive_is_not_overwritten(tram: Loaded, texts: Path) -> None:
    (texts / "bench.txt").write_text("Another text.\n")
    with pytest.raises(UserError, match="another text"):
        added(tram, texts)
    assert (texts / "bench.txt").read_text() == "Another text.\n"
    assert not (tram.root / "sources/tide-2031.md").exists()


def test_no_record_is_overwritten(tram: Loaded, texts: Path) -> None:
    added(tram, texts)
    with pytest.raises(UserError, match="there already is a source"):
        add(tram.root, load(tram.root).library, "tide-2031", b"Another text.\n", "b.txt", GIVEN, None)


def test_one_text_is_one_source(tram: Loaded, texts: Path) -> None:
    added(tram, texts)
    with pytest.raises(UserError, match='"tide-2031" already has this very text'):
        add(tram.root, load(tram.root).library, "other", TEXT.encode(), "b.txt", GIVEN, None)


def test_a_record_that_would_be_wrong_is_not_written(tram: Loaded, texts: Path) -> None:
    with pytest.raises(UserError, match="would not be right"):
        added(tram, texts, url="tide.example/bench")
    assert list(texts.iterdir()) == []
    assert not (tram.root / "sources/tide-2031.md").exists()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (TEXT.encode("utf-16"), "is UTF-16"),
        ("café\n".encode("latin-1"), "byte 4, in line 1"),
        (b"first\nsecond \xff\n", "byte 14, in line 2"),
        (b"PK\x03\x04\x00\x00", "is not a plain text"),
        (b" \n\n", "is empty"),
        (b"", "is empty"),
    ],
)
def test_what_is_no_text_is_refused(raw: bytes, said: str) -> None:
    with pytest.raises(UserError, match=said):
        text_of(raw, "bench.txt")


def test_a_byte_order_mark_is_no_fault() -> None:
    assert text_of(b"\xef\xbb\xbf" + TEXT.encode(), "bench.txt") == TEXT


@pytest.mark.parametrize("key", GIVEN)
def test_a_good_answer_is_taken(key: str) -> None:
    assert find_fault(key, GIVEN[key]) == ""


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("url", "tide.example"),
        ("published", "May"),
        ("grade", "G"),
        ("judged", "soon"),
        ("directness", "own"),
        ("language", "English"),
    ],
)
def test_a_bad_answer_is_told_why(key: str, value: str) -> None:
    assert value in find_fault(key, value) or "one of" in find_fault(key, value)


def test_an_id_is_proposed_of_outlet_and_date() -> None:
    assert propose_id(GIVEN, []) == "tide-2031-05-20"
    assert propose_id(GIVEN, ["tide-2031-05-20"]) == "tide-2031-05-20-2"
    assert propose_id(GIVEN | {"outlet": "The Київ"}, []) == "kiiv-2031-05-20"
    assert propose_id(GIVEN | {"outlet": "The Étoile", "published": "unknown"}, []) == "etoile-undated"
    assert propose_id(GIVEN | {"outlet": "?"}, []) == ""


def test_an_address_that_is_there_needs_a_word_on_why(tram: Loaded, texts: Path) -> None:
    added(tram, texts)
    library = load(tram.root).library
    with pytest.raises(UserError, match='"tide-2031" already has this address') as refused:
        add(tram.root, library, "later", b"Another text.\n", "b.txt", GIVEN, None)
    assert "--version-of tide-2031" in refused.value.hint
    add(tram.root, library, "later", b"Another text.\n", "b.txt", GIVEN | {"version_of": "tide-2031"}, None)
    told = load(tram.root)
    assert told.library.sources["later"].version_of == "tide-2031"
    assert [one for one in told.problems if "later" in one.message] == []
    with pytest.raises(UserError, match='no source "tide-2013"'):
        add(tram.root, library, "third", b"A third.\n", "c.txt", GIVEN | {"version_of": "tide-2013"}, None)


def test_one_address_is_known_in_all_its_forms(tram: Loaded, texts: Path) -> None:
    added(tram, texts)
    library = load(tram.root).library
    for form in ("http://tide.example/bench", "https://www.tide.example/bench/#top"):
        assert same_address(library, form) == "tide-2031"
    assert same_address(library, "https://tide.example/benches") == ""


def test_a_text_in_order_is_archived_as_it_is_and_another_a_paragraph_a_line() -> None:
    raw = TEXT.encode()
    assert archived_form(raw, extract(raw, "a.txt")) is raw
    wrapped = b"The town will set up a bench at the quay\nbefore the first tram runs.\n"
    assert archived_form(wrapped, extract(wrapped, "a.txt")) == (
        b"The town will set up a bench at the quay before the first tram runs.\n"
    )
    other = TEXT.encode("utf-16")
    assert archived_form(other, extract(other, "a.txt")) == TEXT.replace("\n\n", "\n").encode()


class TestReplace:
    QUOTED = "quay-post-2031-05-13"

    def test_it_says_how_each_quote_stands(self, tram: Loaded, texts: Path) -> None:
        file = tram.root / f"sources/{self.QUOTED}.md"
        old = (tram.root / f"archive/{self.QUOTED}.txt").read_text()
        cited = tram.library.cited_by_source[self.QUOTED]
        number, quote = cited[0][1].paragraph, cited[0][1].quote
        lines = [line for line in old.splitlines() if line.strip()]
        lost = [line for line in lines if quote not in line]
        made = replace_text(tram, self.QUOTED, ("\n".join(["A line more.", *lost]) + "\n").encode(), texts)
        by_quote = {(one.claim, one.paragraph): one for one in made.quotes}
        assert by_quote[cited[0][0].id, number].stands_in == ()
        rest = [one for one in made.quotes if one.stands_in]
        assert rest
        assert all(one.at.startswith("briefings/") and one.at.rpartition(":")[2].isdigit() for one in made.quotes)
        assert rest[0].at.startswith("briefings/")
        source = load(tram.root, texts).library.sources[self.QUOTED]
        assert source.archive_file == f"{self.QUOTED}.txt"
        assert (texts / f"{self.QUOTED}.txt").read_text().startswith("A line more.\n")
        before, after = tram.scan.files[f"sources/{self.QUOTED}.md"].decode(), file.read_text()
        changed = [line for line in after.splitlines() if line not in before.splitlines()]
        assert [line.split(":")[0] for line in changed] == ["text_sha256"]

    def test_the_old_text_stays_in_the_archive(self, tram: Loaded) -> None:
        archive = tram.root / "archive"
        old = (archive / f"{self.QUOTED}.txt").read_bytes()
        made = replace_text(tram, self.QUOTED, old + b"A line more.\n", archive)
        assert (archive / f"{self.QUOTED}.txt").read_bytes() == old
        assert made.archived == f"{self.QUOTED}-2.txt"
        assert all(one.is_kept for one in made.quotes)
        assert [one for one in load(tram.root, archive).problems if one.severity == "error"] == []

    def test_the_same_text_is_refused(self, tram: Loaded) -> None:
        archive = tram.root / "archive"
        with pytest.raises(UserError, match="this very text already"):
            replace_text(tram, self.QUOTED, (archive / f"{self.QUOTED}.txt").read_bytes(), archive)


class TestRenew:
    def test_a_fingerprint_is_made_anew(self, tram: Loaded) -> None:
        file = tram.root / "sources/fingerprints/quay-post-2031-05-13.txt"
        before = file.read_bytes()
        file.unlink()
        made = renew(tram.root, tram.library, Archive(tram.root / "archive"), sorted(tram.library.sources))
        assert [one.outcome for one in made] == ["same", "same", "made"]
        assert file.read_bytes() == before

    def test_a_changed_text_is_left_to_people(self, tram: Loaded) -> None:
        text = tram.root / "archive/quay-post-2031-05-13.txt"
        text.write_text(text.read_text().replace("310", "320"))
        made = renew(tram.root, tram.library, Archive(tram.root / "archive"), ["quay-post-2031-05-13"])
        assert made[0].file == ""
        assert "is not the one of its record" in made[0].outcome

    def test_a_missing_text_is_named(self, tram: Loaded, texts: Path) -> None:
        made = renew(tram.root, tram.library, Archive(texts), ["quay-post-2031-05-13"])
        assert made[0].outcome == 'the archive has no file "quay-post-2031-05-13.txt"'
