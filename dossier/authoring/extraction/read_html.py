"""Takes the text of an article out of a web page, and what the page says of itself.

What belongs to the article is left to trafilatura; the page's visible passages are listed beside it, for comparison.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from dossier.authoring.extraction.clean_text import clean
from dossier.authoring.extraction.extracted import Stated
from dossier.authoring.extraction.join_lines import is_open
from dossier.authoring.extraction.stated_values import as_date, as_language, as_names
from dossier.evidence import words

_UNSEEN = frozenset("script style template noscript head title svg math iframe object select datalist option".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead"
    " tr ul".split()
)
_BESIDE = frozenset({"nav", "footer", "aside"})
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_PARTS = frozenset({"p", "head", "item", "list", "quote", "row", "table", "code", "cell"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "citation_publication_date",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
    "sailthru.date",
)
_ARTICLES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "blogposting",
    "opinionnewsarticle",
    "analysisnewsarticle",
    "report",
)
_SENTENCE = 8
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class Page:
    """A web page: the article's blocks with the line ends they have, all visible passages, and what the page states."""

    blocks: tuple[str, ...]
    visible: tuple[str, ...]
    stated: Stated
    asks_to_sign_in: bool = False


def read_html(text: str, address: str = "") -> Page:
    """Return what a page holds. `address` is where it was found; without one the page's own is all there is to go by."""
    try:
        tree, other = (html.document_fromstring(_XML_HEAD.sub("", text)) for _ in range(2))
    except (etree.ParserError, ValueError):
        return Page((), (), Stated())
    shown = [passage for passage in _visible(tree) if passage.text]
    visible = tuple(passage.text for passage in shown)
    blocks, known = _article(other, address)
    blocks = list(_filled(list(_parted(blocks, shown)), shown))
    stated, headline = _stated(tree, address).or_else(known), _headline(tree)
    if headline and blocks and _is_title(headline, stated.title) and not _holds(blocks[:3], headline):
        blocks.insert(0, headline)
    signs_in = bool(tree.xpath("//input[@type='password']"))
    return Page(tuple(blocks), visible, stated, signs_in)


def _parted(blocks: Iterable[str], shown: Sequence["_Passage"]) -> Iterator[str]:
    """Yield blocks of an article, those parted again in which several passages of the page were run together.

    What of these stands in a menu or at the page's foot is left out.
    """
    said = [words(passage.text) for passage in shown]
    for block in blocks:
        whole = words(block)
        starts = [
            at for at, first in enumerate(said) if first and len(first) < len(whole) and whole[: len(first)] == first
        ]
        yield from next((run for at in starts if (run := _run(whole, at, said, shown))), [block])


def _run(whole: Sequence[str], start: int, said: Sequence[Sequence[str]], shown: Sequence["_Passage"]) -> list[str]:
    """Return the visible passages from one on that make up a block together, or none where they do not."""
    at = 0
    run: list[_Passage] = []
    for passage, seen in zip(said[start:], shown[start:], strict=True):
        if list(whole[at : at + len(passage)]) != list(passage):
            return []
        at += len(passage)
        run.append(seen)
        if at == len(whole):
            return [each.text for each in run if not _is_beside(each)]
    return []


def _is_beside(passage: "_Passage") -> bool:
    around = passage.kind[0]
    return around is not None and any(element.tag in _BESIDE for element in (around, *around.iterancestors()))


def _filled(blocks: Sequence[str], shown: Sequence["_Passage"]) -> Iterator[str]:
    """Yield the blocks of an article with what was lost between them: passages of the page set like those on either side.

    A passage is set like another that has the same parent, tag and class; a heading is set like any paragraph beside it.
    """
    places: dict[tuple[str, ...], list[int]] = {}
    for at, passage in enumerate(shown):
        places.setdefault(tuple(words(passage.text)), []).append(at)
    last = -1
    kinds: set[object] = set()
    stands: list[int | None] = []
    for block in blocks:
        stand = next((one for one in places.get(tuple(words(block)), ()) if one > last), None)
        stands.append(stand)
        if stand is not None:
            last = stand
            kinds |= {shown[stand].kind, (shown[stand].kind[0], "heading")}
    first = next((at for at in stands if at is not None), 0)
    done = first - sum(1 for _ in takewhile(lambda lost: lost.kind in kinds, reversed(shown[:first])))
    for block, stand in zip(blocks, stands, strict=True):
        if stand is not None:
            yield from (lost.text for lost in shown[done:stand] if lost.kind in kinds)
            done = stand + 1
        yield block
    yield from (lost.text for lost in takewhile(lambda lost: lost.kind in kinds, shown[last + 1 :]))


def not_taken(page: Page, taken: tuple[str, ...]) -> list[str]:
    """Return the visible passages of a page that read like sentences and are in none of the paragraphs taken, in order."""
    whole = f" {' '.join(chain.from_iterable(map(words, taken)))} "
    left = []
    for passage in page.visible:
        said = words(passage)
        if len(said) >= _SENTENCE and not is_open(passage) and f" {' '.join(said)} " not in whole:
            left.append(passage)
    return left


@dataclass(frozen=True, slots=True)
class _Passage:
    """A passage that a browser shows, and how it is set: the element around its block, and the block's tag and class."""

    text: str
    kind: tuple[Any, str]


def _visible(element: Any) -> Iterator[_Passage]:
    """Yield the passages that a browser shows of an element, a block each, in the order of the page."""
    run: list[str] = []
    block = element
    # Pages nest deeper than Python calls, so what is still to be done stands on a list.
    todo: list[Any] = [element]
    while todo:
        one = todo.pop()
        if isinstance(one, str):
            run.append(one)
        elif isinstance(one, _Break):
            if run:
                yield _Passage(clean("".join(run)), _kind(block))
                run.clear()
            block = one.block
        elif isinstance(one.tag, str) and not _is_hidden(one):
            todo.extend(reversed(list(_in_order(one, block))))
    if run:
        yield _Passage(clean("".join(run)), _kind(block))


@dataclass(frozen=True, slots=True)
class _Break:
    """The end of a passage; `block` is the element that the next one belongs to."""

    block: Any


def _kind(block: Any) -> tuple[Any, str]:
    if block.tag in _HEADINGS:
        return (block.getparent(), "heading")
    return (block.getparent(), f"{block.tag} {block.get('class') or ''}")


def _in_order(element: Any, around: Any) -> Iterator[Any]:
    """Yield what an element shows, in order: texts, elements, and breaks where a block or a line begins or ends."""
    is_block = element.tag in _BLOCKS
    inner = element if is_block else around
    if is_block or element.tag == "br":
        yield _Break(inner)
    if element.text:
        yield str(element.text)
    for child in element:
        yield child
        if child.tail:
            yield str(child.tail)
    if is_block:
        yield _Break(around)


def _is_hidden(element: Any) -> bool:
    if element.tag in _UNSEEN or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


def _headline(tree: Any) -> str:
    """Return the page's only headline of the first rank, or nothing."""
    heads = [clean("".join(head.itertext())) for head in tree.iter("h1") if not _is_hidden(head)]
    return heads[0] if len(heads) == 1 else ""


def _is_title(headline: str, title: str) -> bool:
    one, other = words(headline), words(title)
    return bool(one) and f" {' '.join(one)} " in f" {' '.join(other)} "


def _holds(blocks: Sequence[str], headline: str) -> bool:
    return any(words(block)[: len(words(headline))] == words(headline) for block in blocks)


def _article(tree: Any, address: str) -> tuple[list[str], Stated]:
    """Return the blocks of a page's article, and what trafilatura makes out about it. Changes the tree."""
    from trafilatura import bare_extraction  # noqa: PLC0415

    # Old pages are set with tables, whose cells are no data.
    for table in list(tree.iter("table")):
        if next(table.iter("p", "div", "h1", "h2", "h3", "ul", "article"), None) is not None:
            for part in list(table.iter("table", "tbody", "thead", "tr", "td", "th")):
                part.tag = "div"
    found = bare_extraction(tree, url=address or None, with_metadata=True, include_comments=False, include_tables=True)
    if found is None or isinstance(found, dict):
        return [], Stated()
    authors = as_names((found.author or "").split(";"))
    outlet = found.sitename or ""
    if outlet and outlet == found.hostname:
        outlet = ""
    stated = Stated(title=clean(found.title or ""), outlet=clean(outlet), url=address, authors=authors)
    return [block for block in _parts(found.body) if block.strip()], stated


def _parts(element: Any) -> Iterator[str]:
    """Yield the blocks of an article as trafilatura marks it up, lists item by item and tables row by row."""
    if element.tag == "row":
        yield " | ".join(" ".join("".join(cell.itertext()).split()) for cell in element.iter("cell"))
        return
    run = [_spaced(element.text)]
    for child in element:
        if child.tag in _PARTS:
            yield "".join(run)
            yield from _parts(child)
            run.clear()
        elif child.tag == "lb":
            run.append("\n")
        else:
            run.append(_spaced("".join(child.itertext())))
        run.append(_spaced(child.tail))
    yield "".join(run)


def _spaced(text: str | None) -> str:
    """Return a text of a page as a browser sets it: a line end in the page's source is a space."""
    return re.sub(r"[ \t\r\n\f]+", " ", text or "")


def _stated(tree: Any, address: str) -> Stated:
    """Return what a page says of itself in its data for machines, which is surer than what is guessed from its text."""
    metas = {
        (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").casefold(): meta.get(
            "content", ""
        ).strip()
        for meta in tree.iter("meta")
    }
    told = next((one for one in _linked_data(tree) if _is_article(one)), {})
    published, basis = as_date(_text(told.get("datePublished"))), "stated in the page's data for search engines"
    if not published:
        published = next((day for name in _DATES if (day := as_date(metas.get(name, "")))), "")
        basis = "stated in the page's metadata"
    if not published:
        days = [as_date(element.get("datetime") or "") for element in tree.iter("time")]
        published, basis = next(filter(None, days), ""), "stated on the page"
    language = as_language(tree.get("lang") or _text(told.get("inLanguage")) or metas.get("og:locale", ""))
    title = _text(told.get("headline")) or metas.get("og:title", "")
    outlet = _text(told.get("publisher")) or metas.get("og:site_name", "")
    return Stated(
        title=clean(title),
        outlet=clean(outlet),
        url=_canonical(tree, metas, address),
        published=published,
        basis=basis if published else "",
        language=language,
        authors=as_names(_people(told.get("author"))),
    )


def _canonical(tree: Any, metas: dict[str, str], address: str) -> str:
    """Return the page's own address for itself, or nothing; one of another host is not believed when the page was fetched."""
    links = [link.get("href", "") for link in tree.iter("link") if (link.get("rel") or "").casefold() == "canonical"]
    for named in (*links, metas.get("og:url", "")):
        whole = urljoin(address, named.strip()) if named.strip() else ""
        parts = urlsplit(whole) if whole.startswith(("http://", "https://")) else None
        if parts is None or not parts.hostname:
            continue
        if not address or _site(parts.hostname) == _site(urlsplit(address).hostname or ""):
            return whole
    return ""


def _site(host: str) -> str:
    return host.removeprefix("www.").removeprefix("m.").removeprefix("amp.")


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").casefold().strip() != "application/ld+json":
            continue
        try:
            found = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _records(found)


def _records(found: Any) -> Iterator[dict[str, Any]]:
    for one in found if isinstance(found, list) else [found]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (each for each in graph if isinstance(each, dict)) if isinstance(graph, list) else ()


def _is_article(record: dict[str, Any]) -> bool:
    kinds = record.get("@type")
    return any(
        isinstance(kind, str) and kind.casefold() in _ARTICLES
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    return value.strip() if isinstance(value, str) else ""


def _people(value: Any) -> list[str]:
    return [name for one in (value if isinstance(value, list) else [value]) if (name := _text(one))]
