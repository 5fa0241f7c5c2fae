"""Which parts of the theme and of MkDocs are installed, found without running any of them.

What a part that is missing means is left to `settings`.
"""

from collections.abc import Sequence
from importlib.machinery import PathFinder
from importlib.metadata import distribution, entry_points


def has_translation(language: str) -> bool:
    """Return whether the theme has words in a language."""
    path = f"material/templates/partials/languages/{language}.html"
    return language == "en" or any(str(file) == path for file in distribution("mkdocs-material").files or ())


def is_installed(group: str, *names: str) -> bool:
    """Return whether a package offers one of these names in a group of entry points."""
    return "search" in names or any(found.name in names for found in entry_points(group=group))


def is_module(name: str) -> bool:
    """Return whether a module is there, without running its package, as `importlib.util.find_spec` does."""
    path: Sequence[str] | None = None
    parts = name.split(".")
    for length in range(1, len(parts) + 1):
        found = PathFinder.find_spec(".".join(parts[:length]), path)
        if found is None:
            return False
        path = found.submodule_search_locations or ()
    return True
