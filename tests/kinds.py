"""Chooses one page of each kind from a built site."""

from collections import defaultdict
from pathlib import Path


def one_of_each(site: Path) -> list[str]:
    """Return the address of one page of each kind, relative to the site.

    Each page at the top is a kind. Below, pages in the same part of the site and at the same depth are a kind, and the
    page of median size is chosen.
    """
    kinds = defaultdict(list)
    for file in sorted(site.rglob("*.html")):
        parts = file.relative_to(site).parts
        address = "".join(f"{part}/" for part in parts[:-1]) + parts[-1].removesuffix("index.html")
        kinds[parts if len(parts) < 3 else (parts[0], len(parts))].append((file.stat().st_size, address))
    return [sorted(pages)[len(pages) // 2][1] for pages in kinds.values()]
