"""Steps in the life of a dossier: it is published, a typo is fixed, a claim corrected, a brief renamed, the site moved,
and topics merged.

Each step is what an editor would put into one pull request. Building the site is left to the tests.
"""

from pathlib import Path

from dossier.authoring.move_records import merge as merged
from dossier.authoring.move_records import move_claim
from dossier.pipeline.load import load
from tests.pipeline import harbour

BRIEF = harbour.BRIEF
RENAMED = "briefings/2031/tram-by-the-water.yaml"
WRONG = "by twelve votes to nine"
RIGHT = "by eleven votes to ten"

FIRST = {"harbour-vote-first-told", "traders-soften-first-told"}
CORRECTION = "harbour-vote-count-mended"

_MINOR = """\
  - id: harbour-vote-spelt
    at: 2031-05-15T10:00:00+02:00
    kind: development
    significance: minor
    topics: [route]
    claims: [harbour-chosen]
    note: A slip of spelling.
"""


def first(root: Path, url: str) -> None:
    """Write a dossier with one wrong number and one typo in a claim that is in the feeds."""
    harbour.copy(root)
    harbour.edit(root, "mkdocs.yml", "https://tram.example/dossier/", url)
    text = (root / BRIEF).read_text("utf-8")
    kept, correction = text.split(f"  - id: {CORRECTION}\n")
    assert correction.count("  - id: ") == 0
    (root / BRIEF).write_text(kept.replace(RIGHT, WRONG).replace("The city council", "The city cuoncil"), "utf-8")


def mend_typo(root: Path, *, told: bool = True) -> None:
    """Fix the typo, and add a minor update."""
    harbour.edit(root, BRIEF, "cuoncil", "council")
    if told:
        _append(root, _MINOR)


def correct(root: Path) -> None:
    """Correct the number, and add a correction."""
    harbour.edit(root, BRIEF, WRONG, RIGHT)
    _append(
        root,
        f"""\
  - id: {CORRECTION}
    at: 2031-05-20T17:00:00+02:00
    kind: correction
    significance: major
    topics: [route]
    claims: [harbour-chosen]
    note: The vote was closer than we first wrote.
    before: {WRONG}
    after: {RIGHT}
    corrects: harbour-vote-first-told
""",
    )


def rename(root: Path) -> None:
    """Give the brief another file name, so another address, and another title."""
    harbour.edit(root, BRIEF, "title: The council votes for the harbour", "title: The line will run by the water")
    (root / BRIEF).rename(root / RENAMED)
    for path in (root / "briefings").rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("harbour-vote/", "tram-by-the-water/"), "utf-8")


def move(root: Path, old: str, new: str) -> None:
    """Change the address of the site."""
    harbour.edit(root, "mkdocs.yml", old, new)


def merge(root: Path) -> None:
    """Move a claim to the other brief, and merge one topic into the other."""
    claim = next(each for each in load(root).library.claims if each.endswith("/quay-half-open"))
    _write(root, move_claim(load(root), claim, "traders-soften"))
    _write(root, merged(load(root), "topic", "funding", "route"))


def _write(root: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        (root / path).write_bytes(content)


def _append(root: Path, update: str) -> None:
    with (root / BRIEF).open("a", encoding="utf-8") as file:
        file.write(update)
