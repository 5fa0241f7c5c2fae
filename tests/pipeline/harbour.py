"""The tiny dossier of `tests/cases/good`, copied to where a test may change it."""

import hashlib
import shutil
from pathlib import Path
from typing import Any

from tests.architecture.module_rules import ROOT
from tests.search.index_content import index_content, is_index

CASE = ROOT / "tests" / "cases" / "good" / "harbour-tram"
HOOK = ROOT / "dossier" / "pipeline" / "mkdocs_hook.py"
BRIEF = "briefings/2031/harbour-vote.yaml"


def copy(to: Path, *, hook: bool = False) -> Path:
    """Copy the dossier and return its folder; with `hook`, MkDocs calls ours."""
    shutil.copytree(CASE, to, ignore=shutil.ignore_patterns(".cache", "site"))
    if hook:
        settings = to / "mkdocs.yml"
        settings.write_text(settings.read_text("utf-8") + f"hooks:\n  - {HOOK}\n", "utf-8")
    return to


def edit(root: Path, path: str, old: str, new: str) -> None:
    """Replace the first run of `old` in a file; it has to be there."""
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new, 1), "utf-8")


def digests(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a site, by its path."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def content(site: Path) -> dict[str, Any]:
    """Return what a site holds: `digests`, but what the search index says, which has other bytes whenever it is made."""
    held: dict[str, Any] = digests(site)
    index = {path: (site / path).read_bytes() for path in held if is_index(path)}
    return {path: digest for path, digest in held.items() if path not in index} | {"index": index_content(index)}
