"""No running text of a source is in the project or in the site built from it. Needs the archive.

No word of a source is printed. Each run of letters and digits counts as a word here, so a quote with joined words
("U.S.-led", "won't") may be too long here although `check` accepts it.
"""

import gzip
import html
import itertools
import re
import shutil
import subprocess
import unicodedata
import zlib
from collections.abc import Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RUN = 16
Runs = dict[tuple[str, str], set[tuple[str, ...]]]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def runs_of(texts: Iterable[str]) -> Runs:
    """Return all runs of 16 words, by their first two words."""
    found: Runs = {}
    for text in texts:
        found_words = words(text)
        for at in range(len(found_words) - RUN + 1):
            run = tuple(found_words[at : at + RUN])
            found.setdefault((run[0], run[1]), set()).add(run)
    return found


def has_run(text: str, runs: Runs) -> bool:
    found = words(text)
    for at, start in enumerate(itertools.pairwise(found)):
        if start in runs and tuple(found[at : at + RUN]) in runs[start]:
            return True
    return False


def readings(raw: bytes) -> list[str]:
    """Return the text of a file as it is, without markup, and without escapes of JSON; compressed files are unpacked."""
    if raw.startswith(b"\x1f\x8b"):
        try:
            raw = gzip.decompress(raw)
        except (OSError, EOFError, zlib.error):
            return []
    text = raw.decode("utf-8", "replace")
    if "\0" in text[:1000]:
        text = text.replace("\0", " ")
    found = [text]
    if "<" in text or "&" in text:
        found.append(html.unescape(re.sub(r"<[^>]*>", " ", text)))
    if "\\" in text:
        unescaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
        found.append(re.sub(r"\\[nrt]", " ", unescaped))
    return found


def copies(paths: Iterable[Path], below: Path, runs: Runs) -> list[str]:
    """Return the names of the files that contain a run."""
    return [
        path.relative_to(below).as_posix()
        for path in paths
        if path.is_file() and any(has_run(text, runs) for text in readings(path.read_bytes()))
    ]


@pytest.fixture(scope="module")
def runs(archive: Path) -> Runs:
    found = runs_of(path.read_text("utf-8", "replace") for path in sorted(archive.glob("*.txt")))
    assert sum(map(len, found.values())) > 1_000
    return found


def test_no_committed_file_contains_running_text(runs: Runs) -> None:
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("this is no clone")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    names = sorted(set(listed.split("\0")) - {""})
    assert len(names) > 100
    assert copies((ROOT / name for name in names), ROOT, runs) == []


def test_no_built_file_contains_running_text(runs: Runs, built_site: Path) -> None:
    built = sorted(path for path in built_site.rglob("*") if path.is_file())
    assert len(built) > 50
    assert copies(built, built_site, runs) == []


TEXT = "The keeper’s lamp isn’t lit before dusk, so 12 boats wait — at anchor — off the rock for its light & a pilot."
COPIES = {
    "as it is": f"before {TEXT} after".encode(),
    "upper.md": TEXT.upper().encode(),
    "lines.txt": "\n> ".join(TEXT.split()).encode(),
    "page.html": f"<p>{TEXT.replace('&', '&amp;').replace('’', '&rsquo;').replace('lit', '<mark>lit</mark>')}</p>".encode(),
    "claims.json": TEXT.replace("’", "\\u2019").replace("—", "\\u2014\\n").encode(),
    "index.pf": gzip.compress(TEXT.encode()),
}


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_found(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(COPIES[name])
    (tmp_path / "short.md").write_text(" ".join(TEXT.split()[:12]), "utf-8")
    assert copies(sorted(tmp_path.iterdir()), tmp_path, runs_of([TEXT])) == [name]
