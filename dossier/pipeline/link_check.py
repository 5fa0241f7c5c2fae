"""Links of hand-written pages to pages of the site, held against what is about to be published.

Links to other hosts are not checked.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from dossier.frames.frames import PAGE_LINK
from dossier.problem import Problem, Span

# A host of no meaning: what leads away from it leads away from the site.
_HERE = "https://site.invalid"
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_LINK = re.compile(r"""<(?:a|img)\b[^>]*?\s(?:href|src)\s*=\s*("[^"]*"|'[^']*')""")


def broken_links(
    pages: Mapping[str, str], files: Mapping[str, bytes], folder: str, published: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for each link in a hand-written page that leads to nothing on the site.

    `pages` are rendered pages by address, `files` what they were made from, by path below `folder`; `published` are
    the files that the site will have.
    """
    for address, html in pages.items():
        article = _ARTICLE.search(html)
        for found in dict.fromkeys(_LINK.findall(article[0] if article else "")):
            link = unescape(found[1:-1])
            target = _target(address, link)
            if target is not None and target not in published:
                path = _made_from(address, files, folder)
                at = _place(files.get(path, b"").decode("utf-8", "replace"), link, path)
                yield Problem(PAGE_LINK, f'this page links to "{link}", and there is no such page', at)


def _target(address: str, link: str) -> str | None:
    """Return the file that a link on a page leads to; None where it leads elsewhere or stays on its page."""
    try:
        there = urlsplit(urljoin(f"{_HERE}/{address}", link))
    except ValueError:
        return ""
    if f"{there.scheme}://{there.netloc}" != _HERE or link.startswith(("#", "?")):
        return None
    path = unquote(there.path.lstrip("/"))
    return f"{path}index.html" if path.endswith("/") or not path else path


def _made_from(address: str, files: Mapping[str, bytes], folder: str) -> str:
    stem = f"{folder}/{address.rstrip('/')}".rstrip("/")
    return next(
        (path for path in (f"{stem}.md", f"{stem}/index.md", f"{stem}/README.md") if path in files), f"{stem}.md"
    )


def _place(text: str, link: str, file: str) -> Span:
    at = text.find(link)
    if at < 0:
        return Span(file)
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return Span(file, line, column, line, column + len(link))
