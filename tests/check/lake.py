"""A small dossier on an invented quarrel over a pier, without a fault in it, for tests that put one in.

Never read from files: what a rule says of a corpus must not hang on how the corpus was read.
"""

from copy import deepcopy
from typing import Any

from dossier.library import Library, Reading
from dossier.problem import Place, Problem
from tests import seam
from tests.world import World, claim, evidence, update

GAZETTE = """\
Ferry to stop at the north pier, harbour office says

The harbour office wants the ferry to leave the north pier before the autumn storms arrive, its chief told us on Monday.
The ferry line said it would keep the pier open until every ticket of the season is used up.
A letter of the lake council that we have seen asks both sides to share the cost of a new jetty.
"""
COURIER = """\
Harbour office wants ferry out
Citing the Gazette, people here say that the harbour office wants the ferry to leave the north pier before winter.
The ferry line denied that it had been asked to leave any pier this year.
"""
BRIEF_FILE = "briefings/2031/pier-dispute.yaml"
TOPIC_FILE = "briefings/topics/north-pier.yaml"
BRIEF = "pier-dispute"

Tree = dict[str, Any]
SETTINGS: Tree = {
    "name": "Lake",
    "url": "https://lake.example/",
    "description": "A lake.",
    "authority": "lake.example",
    "authority_year": 2031,
    "attribution_rule": "ignore",
    "sides_rule": "ignore",
}


def _claim(claim_id: str, kind: str, day: str, cited: list[Tree], **more: Any) -> Tree:
    text = f"A sentence of our own about {claim_id}."
    return claim(claim_id, text, kind=kind, topics=["north-pier"], date=day, evidence=cited, **more)


def _source(source_id: str, title: str, published: str) -> Tree:
    return World().source(
        source_id,
        title,
        outlet=source_id.capitalize(),
        url=f"https://{source_id}.example/pier",
        published=published,
        accessed="2031-05-07",
        left_out=[{"paragraphs": [1], "reason": "Title"}],
    )


class Dossier:
    """The parts of the dossier, free to be spoilt. `texts` are fingerprinted; nothing else is derived."""

    def __init__(self) -> None:
        wants = "wants the ferry to leave the north pier"
        self.claims: list[Tree] = [
            _claim(
                "office-wants-ferry-out",
                "position",
                "2031-05-05",
                [
                    evidence("gazette", wants, origin="gazette-report"),
                    evidence("courier", wants, origin="gazette-report"),
                ],
                party="office",
                said_by="ada-holm",
            ),
            _claim(
                "line-keeps-pier",
                "position",
                "2031-05-05",
                [evidence("gazette", "keep the pier open until every ticket", paragraph=3, origin="gazette-report")],
                party="line",
                opposes=["office-wants-ferry-out"],
            ),
            _claim(
                "council-asks-to-share",
                "event",
                "2031-05",
                [evidence("gazette", "asks both sides to share the cost", paragraph=4, origin="council-letter")],
                reported="2031-05-05",
            ),
            _claim(
                "line-was-not-asked",
                "denial",
                "2031-05-06",
                [evidence("courier", "denied that it had been asked to leave", paragraph=3, origin="line-statement")],
                party="line",
                responds_to=["pier-dispute/office-wants-ferry-out"],
            ),
        ]
        self.brief: Tree = {
            "title": "A quarrel over the pier",
            "date": "2031-05-05",
            "summary": "Two sides want two things.",
            "claims": self.claims,
            "updates": [update("2031-05-06-abc234", "2031-05-06T18:00:00+00:00", note="A first look at the quarrel.")],
        }
        self.updates: list[Tree] = self.brief["updates"]
        self.topic: Tree = {
            "title": "The north pier",
            "question": "Who may use the north pier?",
            "spellings": ["North Jetty"],
            "scope": {"includes": "Whatever is said about the pier."},
            "bottom_line": {
                "as_of": "2031-05-06",
                "sentences": [
                    {"text": "The office wants it empty.", "claims": ["pier-dispute/office-wants-ferry-out"]},
                    {"text": "The line does not.", "claims": ["pier-dispute/line-keeps-pier"]},
                ],
            },
            "review_by": "2031-08",
        }
        self.files: list[tuple[str, Tree]] = [(BRIEF_FILE, self.brief), (TOPIC_FILE, self.topic)]
        self.sources: dict[str, Tree] = {
            "gazette": _source("gazette", "Ferry to stop", "2031-05-05"),
            "courier": _source("courier", "Ferry out", "2031-05-06"),
        }
        self.texts = {"gazette": GAZETTE, "courier": COURIER}
        self.parties: list[Tree] = [{"id": "office", "name": "The harbour office"}, {"id": "line", "name": "The line"}]
        self.people: list[Tree] = [{"id": "ada-holm", "name": "Ada Holm", "party": "office"}]
        self.origins: list[Tree] = [
            _origin("gazette-report", "report", "The Gazette", "2031-05-05"),
            _origin("council-letter", "document", "Lake Council", "2031-05"),
            _origin("line-statement", "statement", "The line", "2031-05-06"),
            {"id": "background", "name": "Background", "kind": "background"},
        ]
        self.unreadable: list[Reading] = []

    def claim(self, claim_id: str) -> Tree:
        """Return the claim of that id."""
        return next(claim for claim in self.claims if claim["id"] == claim_id)

    def add_claim(self, claim_id: str, like: str, **more: Any) -> Tree:
        """Add a copy of a claim under another id, with its own text, and without relations unless given."""
        relations = ("supersedes", "follows", "contradicts", "opposes", "responds_to", "qualifies")
        copied = {key: deepcopy(value) for key, value in self.claim(like).items() if key not in relations}
        self.claims.append({**copied, "id": claim_id, "text": f"Words about {claim_id}.", **more})
        return self.claims[-1]

    def add_origin(self, origin_id: str, kind: str, publisher: str, day: str, **more: Any) -> Tree:
        """Add an origin."""
        self.origins.append(_origin(origin_id, kind, publisher, day, **more))
        return self.origins[-1]

    def add_update(self, update_id: str, day: str, kind: str, **more: Any) -> Tree:
        """Add an update to the brief, at noon."""
        self.updates.append(update(update_id, f"{day}T12:00:00+00:00", kind, **{"note": "What changed.", **more}))
        return self.updates[-1]

    def library(self) -> Library:
        """Return the library of all parts as they are now."""
        sources = {}
        for source_id, tree in self.sources.items():
            text = self.texts.get(source_id)
            known: Tree = {}
            if text is not None:
                known = {"text_sha256": seam.text_sha256(text.encode()), "archive_file": f"{source_id}.txt"}
            sources[source_id] = known | tree
        trees = seam.Trees(SETTINGS, {}, {}, sources, self.parties, self.people, self.origins, self.texts, {})
        read = [*(seam.reading(file, tree) for file, tree in self.files), *seam.readings(trees)]
        replaced = {(each.kind, each.id) for each in self.unreadable}
        kept = [each for each in read if (each.kind, each.id) not in replaced]
        return seam.linked(SETTINGS, [*kept, *self.unreadable])

    def problems(self, archive: dict[str, bytes] | None = None) -> list[Problem]:
        """Return what the check says of all parts as they are now, with an archive or without."""
        return seam.problems(self.library(), archive)

    def told(self) -> list[tuple[str, str, tuple[str | int, ...]]]:
        """Return code, file and key path of each problem, sorted."""
        return sorted((told.code.name, told.at.file, path_of(told)) for told in self.problems())

    def codes(self) -> list[str]:
        """Return the codes of all problems, sorted."""
        return sorted(told.code.name for told in self.problems())

    def only(self, code: str) -> Problem:
        """Return the one problem there is. Fails where there is none, another, or more."""
        problems = self.problems()
        assert [told.code.name for told in problems] == [code], problems
        return problems[0]


def _origin(origin_id: str, kind: str, publisher: str, day: str, **more: Any) -> Tree:
    return {"id": origin_id, "name": origin_id, "kind": kind, "publisher": publisher, "date": day, **more}


def path_of(problem: Problem) -> tuple[str | int, ...]:
    """Return the key path of a problem's place."""
    assert isinstance(problem.at, Place)
    return problem.at.path
