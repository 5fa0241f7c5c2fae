"""Whoever begins with a page, a PDF and a German article gets a checked site, and converts nothing by hand."""

import re
from pathlib import Path

import pytest

from tests.authoring.newsroom import Article, article, sentences
from tests.authoring.pdf_printers import STYLES, printed
from tests.authoring.printers import phone_page, walled_page
from tests.cli.typed import typed

BASIS = ("--published-basis", "stated in print")
GIVEN = {
    "gazette": ("page.html", walled_page(article("en")).encode(), article("en"), ()),
    "yearbook": (
        "report.pdf",
        printed(article("en", 2), STYLES["journal"]),
        article("en", 2),
        ("--published", "2026-05-09", *BASIS, "--language", "en"),
    ),
    "anzeiger": ("artikel", phone_page(article("de")).encode(), article("de"), ("--published", "2026-05-08", *BASIS)),
}
JUDGED = (
    "--directness",
    "original",
    "--grade",
    "B",
    "--grade-reason",
    "names its speakers",
    "--abstract",
    "Of a ferry.",
)


def passage(one: Article) -> str:
    """Return the first nine words of a sentence in the article."""
    text = next(each for each in sentences(one.language) if len(each.split()) > 12 and each in " ".join(one.paragraphs))
    return " ".join(text.split()[:9])


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    assert typed(tmp_path, "new", "dossier", "quay", "--title", "Quay", "--about", "What becomes of it.").code == 0
    settings = tmp_path / "quay/mkdocs.yml"
    settings.write_text(settings.read_text().replace("example.org", "quay.example"))
    (tmp_path / "texts").mkdir()
    return tmp_path / "quay"


def test_files_as_people_have_them_become_a_checked_site(quay: Path) -> None:
    archive = ("--archive", str(quay.parent / "texts"))
    evidence = []
    for outlet, (name, raw, one, more) in GIVEN.items():
        file = quay.parent / name
        file.write_bytes(raw)
        told = ("--outlet", outlet, "--url", f"https://{outlet}.example/ferry", *more, *JUDGED, "--yes")
        added = typed(quay, "source", "add", str(file), *told, *archive)
        assert added.code == 0, added
        found = typed(quay, "quote", passage(one), *archive)
        assert found.code == 0, found
        lines = [line.split("#")[0].strip() for line in found.out.splitlines() if line.strip().startswith(KEYS)]
        first = next(at for at, line in enumerate(lines) if line.startswith(f"- source: {outlet}-"))
        evidence += lines[first : first + 3]
    assert [line.partition(": ")[0] for line in evidence] == ["- source", "paragraph", "quote"] * 3
    rows = "".join(INDENT[line.startswith("-")] + line + "\n" for line in evidence)
    rows = re.sub(r"(?m)^( +)(quote: .*)$", r"\1\2\n\1origin: unattributed", rows)
    brief = quay / "briefings/2026/ferry-stays.yaml"
    brief.parent.mkdir()
    brief.write_text(BRIEF + rows)
    (quay / "briefings/topics").mkdir(exist_ok=True)
    (quay / "briefings/topics/ferry.yaml").write_text(TOPIC)
    checked = typed(quay, "check", *archive)
    assert checked.code == 0, checked
    built = typed(quay, "build", "--no-search", *archive)
    assert built.code == 0, built
    assert passage(article("de")) in (quay / "site/briefs/ferry-stays/index.html").read_text()


INDENT = {True: " " * 6, False: " " * 8}
KEYS = ("- source:", "paragraph:", "quote:")
BRIEF = """title: The ferry stays
date: 2026-05-08
summary: A ferry is kept.
claims:
  - id: ferry-kept
    text: By the accounts of gazette, yearbook and anzeiger the ferry stays.
    kind: event
    topics: [ferry]
    date: 2026-05-08
    reported: 2026-05-08
    evidence:
"""
TOPIC = """title: Ferry
question: Does the ferry stay?
scope: {includes: The old ferry.}
bottom_line:
  as_of: 2026-05-08
  sentences: [{text: "The ferry stays, say gazette, yearbook and anzeiger.", claims: [ferry-stays/ferry-kept]}]
review_by: 2031-12
"""
