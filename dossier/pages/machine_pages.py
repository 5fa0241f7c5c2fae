"""What the site gives to programs and to those who write for it: feeds, downloads, schemas, and the list of problems.

Never explains a format at length: a sentence says what it is good for, a link leads to the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dossier.library import Library
from dossier.library.subscription import FORM_NAMES, Subscription, subscriptions, told
from dossier.linked import address
from dossier.pages import jsonld
from dossier.pages.context import Context
from dossier.pages.page import Link, Page, Toc
from dossier.problem.catalogue import AREAS, Code
from dossier.wording import phrase


@dataclass(frozen=True, slots=True)
class FeedLine:
    """One subscription: what it is about, how much it has told so far, and its forms, the one to copy first."""

    scope: str
    page: Link
    words: str
    forms: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FeedsView:
    """All feeds: that of everything, then one a topic."""

    everything: FeedLine
    topics: tuple[FeedLine, ...]
    opml: str
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """One download: what it holds, its files, and its schema."""

    name: str
    words: str
    count: int
    files: tuple[Link, ...]
    schema: Link


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """All downloads."""

    downloads: tuple[Download, ...]
    rights: str
    toc: tuple[Toc, ...] = ()


@dataclass(frozen=True, slots=True)
class SchemasView:
    """The schemas of what contributors write and of the downloads."""

    written: tuple[tuple[Link, str], ...]
    given: tuple[tuple[Link, str], ...]
    example: str
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """Codes of one area."""

    anchor: str
    title: str
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """Every problem code there is, by area."""

    areas: tuple[Area, ...]
    words: str
    toc: tuple[Toc, ...]


_DOWNLOADS = (
    ("claims", "Every claim with its evidence, status, independent origins and relations"),
    ("sources", "Every source record, with what became of each paragraph"),
    ("origins", "Who first reported or said what, and what each goes back to"),
    ("topics", "Every topic with its bottom line, scope and gaps"),
    ("positions", "What each party wants on each topic, now and before"),
    ("updates", "The whole change log"),
)
_WRITTEN = (
    ("brief", "briefings/<year>/<brief>.yaml"),
    ("topic", "briefings/topics/<topic>.yaml"),
    ("parties", "briefings/parties.yaml"),
    ("people", "briefings/people.yaml"),
    ("origins", "briefings/origins.yaml"),
    ("source", "the front matter of sources/<source>.md"),
)
_MEDIA_TYPES = {"json": "application/json", "csv": "text/csv"}


def pages(context: Context) -> Iterator[Page]:
    """Yield the pages about feeds, downloads, schemas and problems."""
    about = context.library.settings.description
    yield Page(
        address=address.FEEDS,
        kind="feeds",
        template="pages/feeds.html",
        title="Feeds",
        description=phrase.clipped(f"Follow all updates or those of one topic. {about}", 200),
        build=lambda: _feeds(context),
        feeds=context.feeds(),
        searched=False,
    )
    yield Page(
        address=address.DOWNLOADS,
        kind="data",
        template="pages/downloads.html",
        title="Downloads",
        description=phrase.clipped(f"Everything on this site as JSON and CSV. {about}", 200),
        build=lambda: _downloads(context.library),
        feeds=context.feeds(),
        searched=False,
        modified=context.newest_change,
        linked=lambda: _datasets(context),
    )
    yield Page(
        address=address.SCHEMAS,
        kind="schema",
        template="pages/schemas.html",
        title="Schemas",
        description="JSON Schemas of what contributors write and of the downloads.",
        build=lambda: _schemas(context.library),
        feeds=context.feeds(),
        searched=False,
    )
    yield Page(
        address=address.PROBLEMS,
        kind="problems",
        template="pages/problems.html",
        title="Problems",
        description="Every problem that the check can find, what it means and how it is mended.",
        build=_problems,
        feeds=context.feeds(),
        searched=False,
    )


def _feeds(context: Context) -> FeedsView:
    lines = [_feed_line(context, each) for each in subscriptions(context.library).values()]
    return FeedsView(
        everything=lines[0],
        topics=tuple(lines[1:]),
        opml=address.OPML,
        toc=(Toc("all", "Everything"), Toc("topics", "By topic"), Toc("programs", "For programs")),
    )


def _feed_line(context: Context, feed: Subscription) -> FeedLine:
    return FeedLine(
        scope=feed.scope,
        page=context.topics.get(feed.scope, Link(address.UPDATES, "All updates")),
        words=phrase.count(len(told(context.library, feed.scope)), "update"),
        forms=tuple(Link(feed.address(form), words) for form, words in FORM_NAMES.items()),
    )


def _downloads(library: Library) -> DownloadsView:
    buckets = sum(1 for origin in library.origins.values() if origin.kind == "bucket")
    notes = {
        "origins": f"; {buckets:,} of them {'stands' if buckets == 1 else 'stand'} for what has no traceable origin"
    }
    counts = {
        "claims": len(library.claims),
        "sources": len(library.sources),
        "origins": len(library.origins),
        "topics": len(library.topics),
        "positions": len(library.positions),
        "updates": len(library.updates),
    }
    return DownloadsView(
        downloads=tuple(
            Download(
                name=name,
                words=words + (notes.get(name, "") if buckets else ""),
                count=counts[name],
                files=tuple(Link(address.download(f"{name}.{form}"), form.upper()) for form in _forms(name)),
                schema=Link(address.schema(f"downloads/{name}.json"), "schema"),
            )
            for name, words in _DOWNLOADS
        ),
        rights=library.settings.rights or "",
    )


def _forms(name: str) -> tuple[str, ...]:
    return ("json", "csv") if name == "claims" else ("json",)


def _datasets(context: Context) -> Iterator[dict[str, Any]]:
    settings = context.library.settings
    for name, words in _DOWNLOADS:
        files = [(address.download(f"{name}.{form}"), _MEDIA_TYPES[form]) for form in _forms(name)]
        yield jsonld.dataset(settings, name, words, files, context.newest_change)


def _schemas(library: Library) -> SchemasView:
    return SchemasView(
        written=tuple((Link(address.schema(f"{name}.json"), f"{name}.json"), words) for name, words in _WRITTEN),
        given=tuple(
            (Link(address.schema(f"downloads/{name}.json"), f"{name}.json"), words) for name, words in _DOWNLOADS
        ),
        example=f"# yaml-language-server: $schema={library.settings.url}{address.schema('brief.json')}",
        toc=(Toc("written", "What contributors write"), Toc("given", "Downloads")),
    )


def _problems() -> ProblemsView:
    areas = tuple(Area(f"_{name}", title, codes) for name, title, codes in AREAS)
    return ProblemsView(
        areas=areas,
        words=phrase.count(sum(len(area.codes) for area in areas), "problem"),
        toc=tuple(Toc(area.anchor, area.title) for area in areas),
    )
