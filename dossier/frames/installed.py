"""Says what is installed of what settings may name: words of the theme, plugins, extensions, modules.

Nothing is imported for that. What the settings are is left to `settings`.
"""

from collections.abc import Sequence
from importlib.machinery import PathFinder
from importlib.metadata import distribution, entry_points


def has_translation(language: str) -> bool:
    """Return whether the theme has words in a language."""
    path = f"material/templates/partials/languages/{language}.html"
    return language == "en" or any(str(file) == path for file in distribution("mkdocs-material").files or ())


def is_installed(group: str, *names: str) -> bool:
    """Return whether a plugin or extension of one of these names is installed."""
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
