"""Builds invented worlds: small dossiers made by calls in Python, of which a test names only what it is about.

    world = World()
    world.topic("night-trams", title="Night trams")
    world.brief("spring", claim("return", "The city says that night trams return in May.", kind="position"))
    world.page("topics/night-trams/").section("Every claim").text

What a claim does not name is the first of its kind in the world, and what is named but was not described is made up:
topics, parties, people, origins, and sources with a text of their own that holds each quote in its paragraph. A world
that is not `complete` makes nothing up. How the generator is called is left to `seam`, what a page shows to `webpage`.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests import seam
from tests.webpage import WebPage

Tree = dict[str, Any]

QUOTE = "the night trams will be back in May"
DAY = "2031-03-02"
REPORTED = "2031-03-03"
SETTINGS: Tree = {
    "name": "Harbour File",
    "url": "https://harbour.example/file/",
    "description": "Who wants what of the harbour, and what that rests on.",
    "authority": "harbour.example",
    "authority_year": 2031,
    "repository": "https://code.example/harbour",
    "edit": "https://code.example/harbour/edit/main/{path}",
    "rights": "CC BY 4.0",
    "attribution_rule": "ignore",
}


def evidence(source: str = "", quote: str = QUOTE, *, paragraph: int = 2, origin: str = "", **more: Any) -> Tree:
    """Return evidence; without an origin it is the first one of the world, or else the source's own report."""
    return _given(source=source or None, paragraph=paragraph, quote=quote, origin=origin or None, **more)


def drift(note: str, kind: str = "adds") -> Tree:
    """Return how a text differs from what its origin said."""
    return {"kind": kind, "note": note}


def claim(claim_id: str, text: str = "", **more: Any) -> Tree:
    """Return a claim: a statement of the first party about the first topic, borne out by one quote.

    A `party` of None is nobody's. Without `reported` a claim that has a `date` was reported on that date.
    """
    tree: Tree = {
        "id": claim_id,
        "text": text or f"This is the sentence that is called {claim_id}.",
        "kind": "statement",
    }
    if "date" not in more:
        tree |= {"date": DAY, "reported": REPORTED}
    return {**tree, "reported": more.get("date", REPORTED), **more}


def update(update_id: str, at: str = "2031-03-04T09:00:00+00:00", kind: str = "new", **more: Any) -> Tree:
    """Return an update, a major one unless said otherwise."""
    return {"id": update_id, "at": at, "kind": kind, "significance": "major", "note": f"This is {update_id}.", **more}


def correction(update_id: str, at: str, *claims: str, **more: Any) -> Tree:
    """Return a correction of claims."""
    wording = {"before": "the old words", "after": "the new words"}
    return update(update_id, at, "correction", claims=list(claims), **{**wording, **more})


class World:
    """An invented dossier. Its parts are trees as in its files, free to be changed; what is asked of it is made anew."""

    def __init__(self, *, complete: bool = True, written: Iterable[str] = (), **settings: Any) -> None:
        """Make an empty world. `written` are addresses of hand-written pages; `settings` replace those of `SETTINGS`."""
        self.complete = complete
        self.written = tuple(written)
        self.settings = _given(**{**SETTINGS, **settings})
        self.briefs: dict[str, Tree] = {}
        self.topics: dict[str, Tree] = {}
        self.sources: dict[str, Tree] = {}
        self.parties: dict[str, Tree] = {}
        self.people: dict[str, Tree] = {}
        self.origins: dict[str, Tree] = {}
        self.texts: dict[str, str] = {}
        self.checked: dict[str, tuple[str, tuple[str, ...]]] = {}
        self.overview: Tree | None = None
        self.reviews: list[Tree] = []

    def brief(self, brief_id: str, *claims: Tree, **more: Any) -> Tree:
        """Add a brief. Unless it is given `updates`, one tells of it as new, two days after its date."""
        tree: Tree = {
            "title": _words(brief_id),
            "date": DAY,
            "summary": f"What came about in {_words(brief_id).lower()}.",
            "claims": list(claims or (claim("first"),)),
            **more,
        }
        tree.setdefault("updates", [update(f"{brief_id}-told", f"{_later(tree['date'])}T09:00:00+00:00")])
        self.briefs[brief_id] = tree
        return tree

    def topic(self, topic_id: str, title: str = "", **more: Any) -> Tree:
        """Add a topic; they stand in the order in which they were added. Unless it is given a `bottom_line`, one sentence
        rests on its first claim."""
        name = title or _words(topic_id)
        tree = {
            "title": name,
            "question": f"What becomes of {name.lower()}?",
            "scope": {"includes": f"All that is said of {name.lower()}."},
            "review_by": "2031-12-31",
            "order": len(self.topics) + 1,
            **more,
        }
        self.topics[topic_id] = tree
        return tree

    def source(self, source_id: str, title: str = "", *, text: str | None = "", **more: Any) -> Tree:
        """Add a source. Unless it is given a `text`, it has one that holds what is quoted and nothing that is not
        accounted for; with a text of None nobody knows its paragraphs."""
        outlet = more.get("outlet", f"The {_words(source_id)}")
        tree = {
            "title": title or f"What the {_words(source_id)} tells",
            "outlet": outlet,
            "url": f"https://{source_id}.example/text",
            "published": REPORTED,
            "published_basis": "printed under the title",
            "language": "en",
            "directness": "original",
            "reliability": {"grade": "B", "reason": "corrects its errors in print", "judged": "2031-03-01"},
            "abstract": f"What {outlet} tells of it, in our words.",
            **more,
        }
        self.sources[source_id] = tree
        if text is None or text:
            self.texts[source_id] = text or ""
        return tree

    def origin(self, origin_id: str, name: str = "", kind: str = "report", **more: Any) -> Tree:
        """Add an origin; unless it is nobody's its publisher is called after it."""
        publisher = None if kind in ("public-record", "background", "unattributed") else f"The {_words(origin_id)}"
        tree = {"id": origin_id, "name": name or _words(origin_id), "kind": kind, "publisher": publisher, **more}
        self.origins[origin_id] = tree
        return tree

    def party(self, party_id: str, name: str = "", **more: Any) -> Tree:
        """Add a party; they stand in the order in which they were added."""
        self.parties[party_id] = {
            "id": party_id,
            "name": name or f"The {party_id.replace('-', ' ')}",
            "order": len(self.parties) + 1,
            **more,
        }
        return self.parties[party_id]

    def person(self, person_id: str, name: str = "", **more: Any) -> Tree:
        """Add a person."""
        self.people[person_id] = {"id": person_id, "name": name or person_id.replace("-", " ").title(), **more}
        return self.people[person_id]

    def state_of_play(self, *sentences: tuple[str, list[str]], **more: Any) -> Tree:
        """Give the world an overview: sentences, each with the claims that it rests on."""
        told = [{"text": text, "claims": claims} for text, claims in sentences]
        self.overview = {"as_of": REPORTED, "review_by": "2031-12-31", "sentences": told, **more}
        return self.overview

    def check_quotes(self, source_id: str, on: str, *quotes: str) -> None:
        """Put on record that quotes from a source, or all of them, were held against its archived text on a day."""
        self.checked[source_id] = (on, quotes)

    def trees(self) -> seam.Trees:
        """Return all parts as they are now, with what is not said filled in."""
        return _Completed(self).trees()

    def library(self) -> seam.Library:
        """Return the linked library of all parts as they are now."""
        return seam.link(self.trees())

    def site(self) -> "Site":
        """Return the site of all parts as they are now."""
        return Site(self.trees(), self.written)

    def page(self, address: str) -> WebPage:
        """Return one page of the site; for several pages of one world ask `site` once."""
        return self.site().page(address)

    def files(self) -> dict[str, str]:
        """Return the files of the dossier, by their paths."""
        return _files(self.trees())

    def archive(self) -> dict[str, str]:
        """Return the texts of the sources, by the names under which the records look for them."""
        trees = self.trees()
        return {trees.sources[source]["archive_file"]: text for source, text in trees.texts.items()}

    def write(self, folder: Path) -> Path:
        """Write the files of the dossier to a folder, the archive to `archive` in it, and return the folder."""
        archived = {f"archive/{name}": text for name, text in self.archive().items()}
        for path, text in {**self.files(), **archived}.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        return folder


class Site:
    """The pages of one world, planned once; each is rendered when it is first asked for."""

    def __init__(self, trees: seam.Trees, written: Iterable[str] = ()) -> None:
        self.library = seam.link(trees)
        self._written = tuple(written)
        self._rendered: dict[str, WebPage] = {}

    @cached_property
    def _render(self) -> Callable[[seam.Planned], seam.Rendered]:
        return seam.renderer(self.library)

    @cached_property
    def _planned(self) -> Mapping[str, seam.Planned]:
        return seam.plan(self.library, self._written)

    @property
    def addresses(self) -> list[str]:
        """The addresses of all pages, in the order in which they are planned."""
        return [*self._planned]

    def page(self, address: str) -> WebPage:
        """Return the page at an address."""
        if address not in self._rendered:
            made = self._render(self._planned[address])
            self._rendered[address] = WebPage(made.html, made.head, made.title, made.description, made.contents)
        return self._rendered[address]

    def sitemap(self) -> str:
        """Return the site map."""
        return seam.crawled(self.library, self._written)["sitemap.xml"]


class _Completed:
    """A copy of a world in which every tree has all that it needs."""

    def __init__(self, world: World) -> None:
        self.world = deepcopy(world)
        self.claims = [
            (f"{brief_id}/{each['id']}", each)
            for brief_id, brief in self.world.briefs.items()
            for each in brief["claims"]
            if "moved_to" not in each
        ]
        for _, each in self.claims:
            self._claim(each)
        if world.complete:
            self._make_up()
        for topic_id, topic in self.world.topics.items():
            if "merged_into" not in topic:
                topic.setdefault("bottom_line", self._bottom_line(topic_id))
        self._texts()

    def trees(self) -> seam.Trees:
        world = self.world
        sources = {key: _given(**tree) for key, tree in world.sources.items()}
        briefs = {
            key: {**tree, "claims": [_given(**each) for each in tree["claims"]]} for key, tree in world.briefs.items()
        }
        origins = [_given(**tree) for tree in world.origins.values()]
        return seam.Trees(
            world.settings,
            briefs,
            {key: _given(**tree) for key, tree in world.topics.items()},
            sources,
            [*world.parties.values()],
            [*world.people.values()],
            origins,
            {key: text for key, text in world.texts.items() if text},
            world.checked,
            world.overview,
            world.reviews,
        )

    def _claim(self, tree: Tree) -> None:
        world = self.world
        tree.setdefault("topics", [next(iter(world.topics), "harbour")])
        tree.setdefault("party", next(iter(world.parties), "city"))
        tree.setdefault("evidence", [evidence()])
        for each in tree["evidence"]:
            each["source"] = each.get("source") or next(iter(world.sources), "gazette")
            each["origin"] = each.get("origin") or next(iter(world.origins), f"{each['source']}-report")

    def _make_up(self) -> None:
        world = self.world
        for _, each in self.claims:
            for topic_id in each["topics"]:
                if topic_id not in world.topics:
                    world.topic(topic_id)
            if each["party"] and each["party"] not in world.parties:
                world.party(each["party"])
            if each.get("said_by") and each["said_by"] not in world.people:
                world.person(each["said_by"], party=each["party"])
            for cited in each["evidence"]:
                if cited["source"] not in world.sources:
                    world.source(cited["source"])
                self._origin(cited["origin"])
        for origin in [*world.origins.values()]:
            for behind in origin.get("depends_on", ()):
                self._origin(behind)

    def _origin(self, origin_id: str) -> None:
        if origin_id not in self.world.origins:
            own = self.world.sources.get(origin_id.removesuffix("-report"))
            self.world.origin(origin_id, **({"publisher": own["outlet"]} if own else {}))

    def _bottom_line(self, topic_id: str) -> Tree:
        about = [claim_id for claim_id, each in self.claims if topic_id in each["topics"]]
        newest = max((each["reported"] for _, each in self.claims if topic_id in each["topics"]), default=REPORTED)
        return {"as_of": newest, "sentences": [{"text": "It is not settled.", "claims": [(about or ["no/claim"])[0]]}]}

    def _texts(self) -> None:
        world = self.world
        quoted: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        for _, each in self.claims:
            for cited in each["evidence"]:
                quoted[cited["source"]][cited["paragraph"]].append(cited["quote"])
        for source_id, source in world.sources.items():
            if source_id not in world.texts:
                held = quoted[source_id]
                numbers = range(1, max(held, default=1) + 1)
                world.texts[source_id] = "".join(f"{_paragraph(number, held.get(number, ()))}\n" for number in numbers)
                silent = [number for number in numbers if number not in held]
                if silent and "left_out" not in source:
                    source["left_out"] = [{"paragraphs": silent, "reason": "says nothing of it"}]
            text = world.texts[source_id]
            if text:
                source.setdefault("archive_file", f"{source_id}.txt")
                source.setdefault("text_sha256", seam.text_sha256(text.encode()))


def _files(trees: seam.Trees) -> dict[str, str]:
    settings = dict(trees.settings)
    files = {
        "mkdocs.yml": _yaml(
            _given(
                site_name=settings.pop("name"),
                site_url=settings.pop("url"),
                site_description=settings.pop("description"),
                docs_dir="pages",
                theme={"name": "material", "language": settings.pop("language", "en"), "font": False},
                plugins=["search"],
                markdown_extensions=[{"toc": {"permalink": True}}],
                extra={"scope": "/", "dossier": {"format": seam.FORMAT, **settings}},
            )
        ),
        "pages/about.md": "# About\n\nAll of this is invented.\n",
        "briefings/parties.yaml": _yaml({"parties": trees.parties}),
        "briefings/people.yaml": _yaml({"people": trees.people}),
        "briefings/origins.yaml": _yaml({"origins": trees.origins}),
    }
    if trees.overview is not None:
        files[seam.OVERVIEW] = _yaml(trees.overview)
    if trees.reviews:
        files[seam.REVIEWS] = _yaml({"reviews": list(trees.reviews)})
    files |= {seam.file_of("brief", key, tree): _yaml(tree) for key, tree in trees.briefs.items()}
    files |= {seam.file_of("topic", key, tree): _yaml(tree) for key, tree in trees.topics.items()}
    for key, tree in trees.sources.items():
        record = {name: value for name, value in tree.items() if name != "abstract"}
        files[seam.file_of("source", key, tree)] = f"---\n{_yaml(record)}---\n\n{tree['abstract']}\n"
    return {**files, **seam.evidence_files(trees)}


def _yaml(tree: Tree) -> str:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=1000)


def _given(**fields: Any) -> Tree:
    return {key: value for key, value in fields.items() if value is not None}


def _words(record_id: str) -> str:
    return record_id.replace("-", " ").capitalize()


def _later(date: str) -> str:
    day = datetime.date.fromisoformat(date if len(date) == 10 else f"{date}-28" if len(date) == 7 else f"{date}-12-28")
    return (day + datetime.timedelta(days=2)).isoformat()


def _paragraph(number: int, quotes: Iterable[str]) -> str:
    told = " And they wrote that ".join(dict.fromkeys(quotes))
    return f"In paragraph {number} they wrote that {told}" if told else f"Paragraph {number} has nothing on it."
