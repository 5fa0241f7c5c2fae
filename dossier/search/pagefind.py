"""Runs Pagefind over a folder of pages and returns the files of the index that pages load.

Pagefind's own user interfaces are left out; ours is in the templates.
"""

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from importlib.metadata import version

from dossier.search.near_words import NEAR_WORDS, near_words

FOLDER = "pagefind/"
"""The folder of the index on the site."""
_WANTED = re.compile(
    r"pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..+\.pagefind|[^/]+\.pf_meta|(?:index|fragment|filter)/.+"
)
# The link sign after a heading is not part of its text, and what a page hides is not there to be read; the other is
# Material's way to keep a block out of search.
_EXCLUDED = ".headerlink, [hidden], [data-search-exclude]"


class SearchError(Exception):
    """Pagefind failed. The message has its output."""


def engine_version() -> str:
    """Return the version of Pagefind, for the keys of the cache."""
    return f"pagefind {version('pagefind')}, extended"


def make_index(pages: str, folder: str, read: Callable[[str], Mapping[str, bytes]]) -> dict[str, bytes]:
    """Index the pages below one folder, with an empty folder to work in; return the index's files by address.

    `read` returns the files below a folder. Pages that mark what search may see are indexed, and only they. The same
    pages give an index that says the same, but not in the same bytes: Pagefind orders the values of filters anew each
    time, and names files after what they hold. Raises `SearchError`.
    """
    from pagefind.service import get_executable  # noqa: PLC0415 - takes 0.1 s to import, and is seldom needed

    program = get_executable()
    if program is None:
        raise SearchError("Pagefind is not installed; build without search, or install the package pagefind[extended]")
    done = subprocess.run(  # noqa: S603 - no shell, and no word of it comes from the content
        [str(program), "--site", pages, "--output-path", folder, "--exclude-selectors", _EXCLUDED],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        errors="replace",
        # Pagefind reads a settings file in the current folder, and variables; all settings are given above.
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
    )
    if done.returncode != 0:
        raise SearchError(f"Pagefind failed: {(done.stderr or done.stdout).strip()[-500:]}")
    index = {path: content for path, content in sorted(read(folder).items()) if _WANTED.fullmatch(path)}
    return {FOLDER + path: content for path, content in index.items()} | {FOLDER + NEAR_WORDS: near_words(index)}
