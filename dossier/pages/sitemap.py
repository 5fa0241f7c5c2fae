"""What crawlers read first: the map of the site, and that they are welcome.

The date of a page is one that an author wrote; a page without a dated change has none.
"""

from collections.abc import Iterable, Iterator
from html import escape

from dossier.model import Settings
from dossier.pages.plan import PlannedPage
from dossier.wording import phrase

SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
MOST = 50_000
"""Addresses that one map may hold (sitemaps.org)."""
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def crawlers(
    settings: Settings, pages: Iterable[PlannedPage], written: Iterable[str], most: int = MOST
) -> Iterator[tuple[str, bytes]]:
    """Yield `robots.txt` and the map of all listed pages, as address and content; `written` are hand-written ones.

    With more than `most` pages the map is a list of maps.
    """
    lines = [
        _line(settings.url + page.address, phrase.moment_or_empty(page.modified)) for page in pages if page.is_listed
    ]
    lines += [_line(settings.url + where, "") for where in sorted(written)]
    parts = [lines[start : start + most] for start in range(0, len(lines), most)]
    if len(parts) <= 1:
        yield SITEMAP, _map(lines)
    else:
        names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        for name, part in zip(names, parts, strict=True):
            yield name, _map(part)
        listed = "".join(f"<sitemap><loc>{escape(settings.url + name)}</loc></sitemap>\n" for name in names)
        yield SITEMAP, f"{_HEAD}<sitemapindex {_SPACE}>\n{listed}</sitemapindex>\n".encode()
    yield ROBOTS, f"User-agent: *\nAllow: /\n\nSitemap: {settings.url}{SITEMAP}\n".encode()


def _map(lines: Iterable[str]) -> bytes:
    return f"{_HEAD}<urlset {_SPACE}>\n{''.join(lines)}</urlset>\n".encode()


def _line(address: str, modified: str) -> str:
    changed = f"<lastmod>{modified}</lastmod>" if modified else ""
    return f"<url><loc>{escape(address)}</loc>{changed}</url>\n"
