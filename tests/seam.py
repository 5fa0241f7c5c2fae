"""How tests of content call the generator: what they know of its modules stands here and nowhere else.

What a dossier holds is left to `world`, what a rendered page shows to `webpage`.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from dossier import exports, feeds
from dossier.binding import RejectedRecord as Dropped
from dossier.binding import topic_model
from dossier.check import check
from dossier.evidence import fingerprint, text_sha256, verification
from dossier.library import Corpus, Library, Reading, assemble
from dossier.linked import address
from dossier.model import FORMAT, Brief, Claim, Origins, Overview, Parties, People, Reviews, Settings, Source
from dossier.pages import PlannedPage
from dossier.pages import plan as plan_pages
from dossier.pages.sitemap import crawlers
from dossier.pages.social_card import cards
from dossier.pipeline.catalogue import CODES
from dossier.pipeline.load import load
from dossier.problem import Place, Problem
from dossier.render import Renderer
from dossier.render.feed_content import feed_content
from dossier.wording.translation import in_use

__all__ = [
    "FORMAT",
    "OVERVIEW",
    "REVIEWS",
    "Dropped",
    "Library",
    "Planned",
    "Reading",
    "Rendered",
    "Trees",
    "address",
    "brief",
    "card_words",
    "collect",
    "crawled",
    "downloads",
    "evidence_files",
    "feed_files",
    "file_of",
    "link",
    "linked",
    "parties",
    "place",
    "plan",
    "problem_codes",
    "problems",
    "read",
    "reading",
    "readings",
    "renderer",
    "text_sha256",
]

Tree = dict[str, Any]
Planned = PlannedPage
OVERVIEW = "briefings/overview.yaml"
REVIEWS = "briefings/reviews.yaml"
TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


@dataclass(frozen=True)
class Trees:
    """A dossier as trees: what its files hold, before the model has seen it.

    `texts` are the archived texts of sources. `checked` says on which day quotes from a source were held against its
    text, and which; none means all.
    """

    settings: Tree
    briefs: Mapping[str, Tree]
    topics: Mapping[str, Tree]
    sources: Mapping[str, Tree]
    parties: Sequence[Tree]
    people: Sequence[Tree]
    origins: Sequence[Tree]
    texts: Mapping[str, str]
    checked: Mapping[str, tuple[str, tuple[str, ...]]]
    overview: Tree | None = None
    reviews: Sequence[Tree] = ()


@dataclass(frozen=True)
class Rendered:
    """A page as it goes into its frame. `contents` are lines of the table of contents: anchor, title, lines below."""

    title: str
    description: str
    html: str
    head: str
    contents: tuple[Any, ...]


def file_of(kind: str, record_id: str, tree: Tree) -> str:
    """Return the path of the file of a brief, a topic or a source."""
    return {
        "brief": f"briefings/{str(tree.get('date', ''))[:4]}/{record_id}.yaml",
        "topic": f"briefings/topics/{record_id}.yaml",
        "source": f"sources/{record_id}.md",
    }[kind]


def link(trees: Trees, *more: Reading) -> Library:
    """Return the library of a dossier and of further files that were read after its own."""
    return Library(collect(trees, *more))


def collect(trees: Trees, *more: Reading) -> Corpus:
    """Return the corpus of a dossier and of further files that were read after its own."""
    return assemble(Settings.model_validate(trees.settings), [*readings(trees), *more])


def linked(settings: Tree, read: Iterable[Reading]) -> Library:
    """Return the library of files that were read, in their order."""
    return Library(assemble(Settings.model_validate(settings), read))


def reading(file: str, tree: Tree) -> Reading:
    """Return the file of a brief or of a topic as it is read."""
    name = Path(file).stem
    if "/topics/" in file:
        return Reading("topic", name, file, topic_model(tree).model_validate(tree))
    return Reading("brief", name, file, Brief.model_validate(tree))


def brief(tree: Tree) -> Brief:
    """Return a brief as it is read."""
    return Brief.model_validate(tree)


def parties(*trees: Tree) -> Parties:
    """Return the file of parties as it is read."""
    return Parties.model_validate({"parties": trees})


def place(file: str, *path: str | int) -> Place:
    """Return the place of something in a file."""
    return Place(file, path)


def readings(trees: Trees) -> list[Reading]:
    """Return the files of a dossier as they are read."""
    found = [reading(file_of("brief", key, tree), tree) for key, tree in trees.briefs.items()]
    found += [reading(file_of("topic", key, tree), tree) for key, tree in trees.topics.items()]
    found += [
        Reading("source", key, file_of("source", key, tree), Source.model_validate(tree))
        for key, tree in trees.sources.items()
    ]
    found += [
        Reading("party", "", "briefings/parties.yaml", Parties.model_validate({"parties": trees.parties})),
        Reading("person", "", "briefings/people.yaml", People.model_validate({"people": trees.people})),
        Reading("origin", "", "briefings/origins.yaml", Origins.model_validate({"origins": trees.origins})),
    ]
    if trees.overview is not None:
        found.append(Reading("overview", "", OVERVIEW, Overview.model_validate(trees.overview)))
    if trees.reviews:
        found.append(Reading("review", "", REVIEWS, Reviews.model_validate({"reviews": trees.reviews})))
    found += [Reading("fingerprint", key, _fingerprint_file(key), one) for key, one in _fingerprints(trees).items()]
    found += [Reading("verification", key, _verification_file(key), one) for key, one in _verifications(trees).items()]
    return found


def _fingerprint_file(source_id: str) -> str:
    return f"sources/fingerprints/{source_id}.txt"


def _verification_file(source_id: str) -> str:
    return f"sources/verified/{source_id}.txt"


def _fingerprints(trees: Trees) -> dict[str, fingerprint.Fingerprint]:
    return {key: fingerprint.make(key, text) for key, text in trees.texts.items()}


def _verifications(trees: Trees) -> dict[str, verification.Verification]:
    written = [one for brief in trees.briefs.values() for one in Brief.model_validate(brief).claims]
    claims = [one for one in written if isinstance(one, Claim)]
    return {
        key: verification.record(
            key,
            text_sha256(trees.texts[key].encode()),
            [
                each
                for claim in claims
                for each in claim.evidence
                if each.source == key and (not quotes or each.quote in quotes)
            ],
            datetime.date.fromisoformat(day),
        )
        for key, (day, quotes) in trees.checked.items()
    }


def evidence_files(trees: Trees) -> dict[str, str]:
    """Return the files of fingerprints and of checks, by their paths."""
    files = {_fingerprint_file(key): fingerprint.write(one) for key, one in _fingerprints(trees).items()}
    return files | {_verification_file(key): verification.write(one) for key, one in _verifications(trees).items()}


def downloads(library: Library) -> dict[str, bytes]:
    """Return the downloads and schemas, by their addresses."""
    return dict(exports.write(library))


def feed_files(library: Library) -> dict[str, bytes]:
    """Return the feeds, by their addresses."""
    return dict(feeds.write(library, feed_content(TEMPLATES, library.settings)))


def problem_codes() -> dict[str, Any]:
    """Return every code of a problem, with its meaning, severity and remedy."""
    return {code.name: code for code in CODES}


def read(folder: Path) -> Library:
    """Return the library of the dossier in a folder."""
    return load(folder).library


def problems(library: Library, archive: Mapping[str, bytes] | None = None) -> list[Problem]:
    """Return what the check finds."""
    return check(library, archive.get if archive is not None else None)


def plan(library: Library, written: Iterable[str] = ()) -> dict[str, Planned]:
    """Return the pages of a site by their addresses, in their order."""
    return {page.address: page for page in plan_pages(library, tuple(written), CODES)}


def renderer(library: Library) -> Callable[[Planned], Rendered]:
    """Return what renders pages of a site, without their frames; addresses of the site begin with a slash."""
    made = Renderer(TEMPLATES, library.settings, {each.address: each.words for each in cards(library)})

    def rooted(text: str) -> str:
        return text.replace(address.ROOT_MARK, "/")

    def render(planned: Planned) -> Rendered:
        page = planned.page
        body = made.page(page)
        return Rendered(page.title, page.description, rooted(body.html), rooted(body.head), body.toc)

    return render


def card_words(library: Library) -> list[tuple[str, ...]]:
    """Return the words of all cards."""
    return [(card.name, card.title, card.text, card.facts) for card in cards(library)]


def crawled(library: Library, written: Iterable[str], most: int = 50_000) -> dict[str, str]:
    """Return the files for crawlers, by their addresses; a map holds no more than `most` pages."""
    pages = plan(library, written).values()
    return {where: content.decode() for where, content in crawlers(library.settings, pages, written, most)}


def _compile_once() -> None:
    """Have each template compiled once for all worlds of a language: that takes thirty times as long as rendering a page."""
    compiled: dict[object, Any] = {}
    afresh = jinja2.Environment.compile

    def compile_(self: jinja2.Environment, source: Any, name: Any = None, filename: Any = None, **more: Any) -> Any:
        key = (type(self), *self.extensions, in_use(), source, name, filename, *more.items())
        if key not in compiled:
            compiled[key] = afresh(self, source, name, filename, **more)
        return compiled[key]

    jinja2.Environment.compile = compile_  # type: ignore[assignment, method-assign]


_compile_once()
