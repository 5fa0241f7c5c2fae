"""Which pages of a built site stand for all of them."""

from collections import defaultdict
from pathlib import Path


def one_of_each(site: Path) -> list[str]:
    """Return the address of one page of each kind, relative to the site.

    Pages at the top are a kind each; below, those in one part of the site and at one depth are of one kind, and the
    one of middling size stands for them.
    """
    kinds = defaultdict(list)
    for file in sorted(site.rglob("*.html")):
        parts = file.relative_to(site).parts
        address = "".join(f"{part}/" for part in parts[:-1]) + parts[-1].removesuffix("index.html")
        kinds[parts if len(parts) < 3 else (parts[0], len(parts))].append((file.stat().st_size, address))
    return [sorted(pages)[len(pages) // 2][1] for pages in kinds.values()]
