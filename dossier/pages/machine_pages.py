"""What the site gives to programs and to those who write for it: feeds, downloads, schemas, and the list of problems.

A sentence says what a format is good for, and a link leads to the file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from dossier.linked import Named, address
from dossier.linked.subscription import FORM_NAMES
from dossier.model import Settings
from dossier.pages import jsonld
from dossier.pages.page import Link, Page, Toc, feed_links, link_of_party, link_of_topic, sections
from dossier.problem import Area, Code
from dossier.wording import counted, machines, phrase, titles


@dataclass(frozen=True, slots=True)
class FeedLine:
    """One subscription: what it is about, how much it has told so far, and its forms, the one to copy first."""

    scope: str
    page: Link
    words: str
    forms: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FeedsView:
    """All feeds: that of everything, then one a topic and one a party."""

    everything: FeedLine
    topics: tuple[FeedLine, ...]
    parties: tuple[FeedLine, ...]
    opml: str
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """One download: what it holds, its files, and its schema."""

    name: str
    title: str
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
class AreaView:
    """Codes of one area."""

    anchor: str
    title: str
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class ProblemsView:
    """Every problem code there is, by area."""

    areas: tuple[AreaView, ...]
    words: str
    toc: tuple[Toc, ...]


_WRITTEN = (
    ("brief", "briefings/<year>/<brief>.yaml"),
    ("topic", "briefings/topics/<topic>.yaml"),
    ("overview", "briefings/overview.yaml"),
    ("parties", "briefings/parties.yaml"),
    ("people", "briefings/people.yaml"),
    ("origins", "briefings/origins.yaml"),
    ("reviews", "briefings/reviews.yaml"),
)
_MEDIA_TYPES = {"json": "application/json", "csv": "text/csv"}


class CountedFeed(NamedTuple):
    """A feed and how many updates it has told so far. `about` is its topic or party."""

    about: Named
    updates: int


@dataclass(frozen=True, slots=True)
class FeedsMatter:
    """All feeds: that of everything, of which `updates` is how many it has told so far, then one a topic and one a party."""

    updates: int
    topics: tuple[CountedFeed, ...]
    parties: tuple[CountedFeed, ...]
    modified: None = None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.FEEDS


@dataclass(frozen=True, slots=True)
class DownloadsMatter:
    """How many records each download holds, by its name, and how many origins are nobody's report."""

    counts: Mapping[str, int]
    nobodys: int
    modified: datetime | None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.DOWNLOADS


@dataclass(frozen=True, slots=True)
class SchemasMatter:
    """Nothing of the content: the schemas are those of the generator."""

    modified: None = None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.SCHEMAS


@dataclass(frozen=True, slots=True)
class ProblemsMatter:
    """Every problem code that the generator knows."""

    codes: tuple[Code, ...]
    modified: None = None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.PROBLEMS


def feeds_page(matter: FeedsMatter, settings: Settings) -> Page:
    """Return the page about feeds."""
    return Page(
        address=matter.address,
        kind="feeds",
        template="pages/feeds.html",
        title=titles.LISTS["feeds"],
        description=phrase.clipped(f"{titles.ABOUT['feeds']}. {settings.description}", 200),
        build=partial(_feeds, matter),
        feeds=feed_links(settings),
    )


def downloads_page(matter: DownloadsMatter, settings: Settings) -> Page:
    """Return the page about downloads."""
    return Page(
        address=matter.address,
        kind="data",
        template="pages/downloads.html",
        title=titles.LISTS["data"],
        description=phrase.clipped(f"{titles.ABOUT['data']}. {settings.description}", 200),
        build=partial(_downloads, matter, settings),
        feeds=feed_links(settings),
        modified=phrase.moment_or_empty(matter.modified),
        linked=partial(_datasets, matter, settings),
    )


def schemas_page(matter: SchemasMatter, settings: Settings) -> Page:
    """Return the page about schemas."""
    return Page(
        address=matter.address,
        kind="schema",
        template="pages/schemas.html",
        title=titles.LISTS["schema"],
        description=f"{titles.ABOUT['schema']}.",
        build=partial(_schemas, settings),
        feeds=feed_links(settings),
        searched=False,
    )


def problems_page(matter: ProblemsMatter, settings: Settings) -> Page:
    """Return the page that explains every problem."""
    return Page(
        address=matter.address,
        kind="problems",
        template="pages/problems.html",
        title=titles.LISTS["problems"],
        description=f"{titles.ABOUT['problems']}.",
        build=partial(_problems, matter.codes),
        feeds=feed_links(settings),
        searched=False,
    )


def _feeds(matter: FeedsMatter) -> FeedsView:
    anchors = (anchor for anchor in titles.FEEDS_SECTIONS if anchor != "parties" or matter.parties)
    return FeedsView(
        everything=_feed_line(address.ALL_FEED, Link(address.UPDATES, machines.all_updates()), matter.updates),
        topics=tuple(_feed_line(about.id, link_of_topic(about), number) for about, number in matter.topics),
        parties=tuple(
            _feed_line(address.party_scope(about.id), link_of_party(about), number) for about, number in matter.parties
        ),
        opml=address.OPML,
        toc=sections(titles.FEEDS_SECTIONS, *anchors),
    )


def _feed_line(scope: str, page: Link, updates: int) -> FeedLine:
    return FeedLine(
        scope=scope,
        page=page,
        words=counted.updates(updates),
        forms=tuple(Link(address.feed(scope, form), words) for form, words in FORM_NAMES.items()),
    )


def _downloads(matter: DownloadsMatter, settings: Settings) -> DownloadsView:
    notes = {"origins": f"; {machines.nobodys(matter.nobodys)}"} if matter.nobodys else {}
    return DownloadsView(
        downloads=tuple(
            Download(
                name=name,
                title=machines.DOWNLOAD_NAME[name],
                words=words + notes.get(name, ""),
                count=matter.counts[name],
                files=tuple(Link(address.download(f"{name}.{form}"), form.upper()) for form in _forms(name)),
                schema=Link(address.schema(f"downloads/{name}.json"), machines.schema()),
            )
            for name, words in machines.DOWNLOAD.items()
        ),
        rights=settings.rights or "",
    )


def _forms(name: str) -> tuple[str, ...]:
    return ("json", "csv") if name == "claims" else ("json",)


def _datasets(matter: DownloadsMatter, settings: Settings) -> Iterator[dict[str, Any]]:
    modified = phrase.moment_or_empty(matter.modified)
    for name, words in machines.DOWNLOAD.items():
        files = [(address.download(f"{name}.{form}"), _MEDIA_TYPES[form]) for form in _forms(name)]
        yield jsonld.dataset(settings, name, words, files, modified)


def _schemas(settings: Settings) -> SchemasView:
    return SchemasView(
        written=tuple((Link(address.schema(f"{name}.json"), f"{name}.json"), words) for name, words in _written()),
        given=tuple(
            (Link(address.schema(f"downloads/{name}.json"), f"{name}.json"), words)
            for name, words in machines.DOWNLOAD.items()
        ),
        example=f"# yaml-language-server: $schema={settings.url}{address.schema('brief.json')}",
        toc=sections(titles.SCHEMAS_SECTIONS, *titles.SCHEMAS_SECTIONS),
    )


def _written() -> Iterator[tuple[str, str]]:
    """Yield the schemas of what contributors write, and where it is written."""
    yield from _WRITTEN
    yield "source", machines.front_matter("sources/<source>.md")


def _problems(codes: Sequence[Code]) -> ProblemsView:
    areas = tuple(
        AreaView(f"_{area.name.lower()}", area.value, tuple(code for code in codes if code.area is area))
        for area in Area
    )
    return ProblemsView(
        areas=areas,
        words=counted.problems(len(codes)),
        toc=tuple(Toc(area.anchor, area.title) for area in areas),
    )
