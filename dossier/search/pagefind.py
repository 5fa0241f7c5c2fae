"""One run of Pagefind over a folder of pages.

Never publishes what no page of ours loads: Pagefind's ready-made interfaces stay behind.
"""

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from importlib.metadata import version

FOLDER = "pagefind/"
"""Where the index lies on the site."""
_WANTED = re.compile(
    r"pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..+\.pagefind|[^/]+\.pf_meta|(?:index|fragment|filter)/.+"
)
# The sign behind a heading that links to it is not part of what the heading says.
_NOT_SAID = ".headerlink"


class SearchError(Exception):
    """Pagefind failed. Says how, in its own words."""


def engine_version() -> str:
    """Return what an index depends on beside the pages."""
    return f"pagefind {version('pagefind')}"


def make_index(pages: str, folder: str, read: Callable[[str], Mapping[str, bytes]]) -> dict[str, bytes]:
    """Index the pages below one folder, with an empty folder to work in; return the index's files by address.

    `read` returns the files below a folder. Pages that mark what search may see are indexed, and only they. The same
    pages give an index that says the same, but not in the same bytes: Pagefind orders the values of filters anew each
    time, and names files after what they hold. Raises `SearchError`.
    """
    from pagefind.service import get_executable  # noqa: PLC0415 - takes 0.1 s to import, and is seldom needed

    program = get_executable()
    if program is None:
        raise SearchError("Pagefind is not installed; build without search, or install the package pagefind[bin]")
    done = subprocess.run(  # noqa: S603 - no shell, and no word of it comes from the content
        [str(program), "--site", pages, "--output-path", folder, "--exclude-selectors", _NOT_SAID],
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        errors="replace",
        # A settings file of Pagefind's lies where somebody stands; ours are all above.
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
    )
    if done.returncode != 0:
        raise SearchError(f"Pagefind failed: {(done.stderr or done.stdout).strip()[-500:]}")
    return {FOLDER + path: content for path, content in sorted(read(folder).items()) if _WANTED.fullmatch(path)}
