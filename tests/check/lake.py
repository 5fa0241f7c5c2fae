"""A small dossier on an invented quarrel over a pier, without a fault in it, for tests that put one in.

Never read from files: what a rule says of a corpus must not hang on how the corpus was read.
"""

from copy import deepcopy
from typing import Any

from dossier.check import check
from dossier.evidence import fingerprint
from dossier.library import Library, Reading, assemble
from dossier.library.assemble import Record
from dossier.model import Brief, Origins, Parties, People, Settings, Source, Topic
from dossier.problem import Place, Problem

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


def _evidence(source: str, paragraph: int, quote: str, origin: str) -> Tree:
    return {"source": source, "paragraph": paragraph, "quote": quote, "origin": origin}


def _claim(claim_id: str, kind: str, day: str, evidence: list[Tree], **more: Any) -> Tree:
    return {
        "id": claim_id,
        "text": f"A sentence of our own about {claim_id}.",
        "kind": kind,
        "topics": ["north-pier"],
        "date": day,
        "reported": day,
        "evidence": evidence,
        **more,
    }


def _source(title: str, outlet: str, published: str, title_paragraphs: list[int]) -> Tree:
    return {
        "title": title,
        "outlet": outlet,
        "url": f"https://{outlet.lower()}.example/pier",
        "published": published,
        "published_basis": "stated on the page",
        "accessed": "2031-05-07",
        "language": "en",
        "directness": "original",
        "reliability": {"grade": "B", "reason": "names its origins", "judged": "2031-05-07"},
        "left_out": [{"paragraphs": title_paragraphs, "reason": "Title"}],
        "abstract": "What it says, in our words.",
    }


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
                    _evidence("gazette", 2, wants, "gazette-report"),
                    _evidence("courier", 2, wants, "gazette-report"),
                ],
                party="office",
                said_by="ada-holm",
            ),
            _claim(
                "line-keeps-pier",
                "position",
                "2031-05-05",
                [_evidence("gazette", 3, "keep the pier open until every ticket", "gazette-report")],
                party="line",
                opposes=["office-wants-ferry-out"],
            ),
            _claim(
                "council-asks-to-share",
                "event",
                "2031-05",
                [_evidence("gazette", 4, "asks both sides to share the cost", "council-letter")],
                status="confirmed",
            ),
            _claim(
                "line-was-not-asked",
                "denial",
                "2031-05-06",
                [_evidence("courier", 3, "denied that it had been asked to leave", "line-statement")],
                party="line",
                responds_to=["pier-dispute/office-wants-ferry-out"],
            ),
        ]
        self.brief: Tree = {
            "title": "A quarrel over the pier",
            "date": "2031-05-05",
            "summary": "Two sides want two things.",
            "claims": self.claims,
            "updates": [
                {
                    "id": "2031-05-06-abc234",
                    "at": "2031-05-06T18:00:00+00:00",
                    "kind": "new",
                    "significance": "major",
                    "note": "A first look at the quarrel.",
                }
            ],
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
            "gazette": _source("Ferry to stop", "Gazette", "2031-05-05", [1]),
            "courier": _source("Ferry out", "Courier", "2031-05-06", [1]),
        }
        self.texts = {"gazette": GAZETTE, "courier": COURIER}
        self.parties: list[Tree] = [{"id": "office", "name": "The harbour office"}, {"id": "line", "name": "The line"}]
        self.people: list[Tree] = [{"id": "ada-holm", "name": "Ada Holm", "party": "office"}]
        self.origins: list[Tree] = [
            _origin("gazette-report", "report", "The Gazette", "2031-05-05"),
            _origin("council-letter", "document", "Lake Council", "2031-05"),
            _origin("line-statement", "statement", "The line", "2031-05-06"),
            {"id": "background", "name": "Background", "kind": "bucket"},
        ]
        self.unreadable: list[Reading] = []

    def claim(self, claim_id: str) -> Tree:
        """Return the claim of that id."""
        return next(claim for claim in self.claims if claim["id"] == claim_id)

    def add_claim(self, claim_id: str, like: str, **more: Any) -> Tree:
        """Add a copy of a claim under another id, with its own text, and without relations unless given."""
        relations = ("supersedes", "contradicts", "opposes", "responds_to", "qualifies")
        copied = {key: deepcopy(value) for key, value in self.claim(like).items() if key not in relations}
        self.claims.append({**copied, "id": claim_id, "text": f"Words about {claim_id}.", **more})
        return self.claims[-1]

    def add_origin(self, origin_id: str, kind: str, publisher: str, day: str, **more: Any) -> Tree:
        """Add an origin."""
        self.origins.append(_origin(origin_id, kind, publisher, day, **more))
        return self.origins[-1]

    def add_update(self, update_id: str, day: str, kind: str, **more: Any) -> Tree:
        """Add an update to the brief, at noon."""
        self.updates.append(
            {
                "id": update_id,
                "at": f"{day}T12:00:00+00:00",
                "kind": kind,
                "significance": "major",
                "note": "What changed.",
                **more,
            }
        )
        return self.updates[-1]

    def library(self) -> Library:
        """Return the library of all parts as they are now."""
        settings = Settings(
            name="Lake",
            url="https://lake.example/",
            description="A lake.",
            authority="lake.example",
            authority_year=2031,
        )
        readings: list[Reading] = []
        for file, tree in self.files:
            name = file.rsplit("/", 1)[-1].removesuffix(".yaml")
            record: Record = Topic.model_validate(tree) if "/topics/" in file else Brief.model_validate(tree)
            readings.append(Reading("topic" if "/topics/" in file else "brief", name, file, record))
        for source_id, tree in self.sources.items():
            text = self.texts.get(source_id)
            made = fingerprint.make(source_id, text) if text is not None else None
            known = {"text_sha256": made.text_sha256, "archive_file": f"{source_id}.txt"} if made else {}
            source = Source.model_validate({**known, **tree})
            readings.append(Reading("source", source_id, f"sources/{source_id}.md", source))
            if made:
                readings.append(Reading("fingerprint", source_id, f"sources/fingerprints/{source_id}.txt", made))
        readings += [
            Reading("party", "", "briefings/parties.yaml", Parties.model_validate({"parties": self.parties})),
            Reading("person", "", "briefings/people.yaml", People.model_validate({"people": self.people})),
            Reading("origin", "", "briefings/origins.yaml", Origins.model_validate({"origins": self.origins})),
        ]
        replaced = {(reading.kind, reading.id) for reading in self.unreadable}
        kept = [reading for reading in readings if (reading.kind, reading.id) not in replaced]
        return Library(assemble(settings, [*kept, *self.unreadable]))

    def problems(self, archive: dict[str, bytes] | None = None) -> list[Problem]:
        """Return what the check says of all parts as they are now, with an archive or without."""
        return check(self.library(), None if archive is None else archive.get)

    def told(self) -> list[tuple[str, str, tuple[str | int, ...]]]:
        """Return code, file and key path of each problem, sorted."""
        return sorted((told.code, told.at.file, path_of(told)) for told in self.problems())

    def codes(self) -> list[str]:
        """Return the codes of all problems, sorted."""
        return sorted(told.code for told in self.problems())

    def only(self, code: str) -> Problem:
        """Return the one problem there is. Fails where there is none, another, or more."""
        problems = self.problems()
        assert [told.code for told in problems] == [code], problems
        return problems[0]


def _origin(origin_id: str, kind: str, publisher: str, day: str, **more: Any) -> Tree:
    return {"id": origin_id, "name": origin_id, "kind": kind, "publisher": publisher, "date": day, **more}


def path_of(problem: Problem) -> tuple[str | int, ...]:
    """Return the key path of a problem's place."""
    assert isinstance(problem.at, Place)
    return problem.at.path
