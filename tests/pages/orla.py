"""An invented subject for tests of pages and of rendering: who may take how much water from the river Orla."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from dossier.library import Corpus, Library
from dossier.model import (
    BottomLine,
    Brief,
    Claim,
    Evidence,
    LeftOut,
    Origin,
    Party,
    Person,
    Reliability,
    Scope,
    Sentence,
    Settings,
    Source,
    Topic,
    Update,
)

SETTINGS = Settings(
    name="Orla Water File",
    url="https://orla.example/site/",
    description="Who wants what of the river Orla, and what that rests on.",
    authority="orla.example",
    authority_year=2024,
    repository="https://code.example/orla",
    edit="https://code.example/orla/edit/main/{path}",
    rights="CC BY 4.0",
)


def evidence(source: str = "valley-post", paragraph: int = 1, **given: Any) -> Evidence:
    fields = {"quote": "the sluice stays shut until spring", "origin": "guild-report", **given}
    return Evidence(source=source, paragraph=paragraph, **fields)


def claim(claim_id: str, **given: Any) -> Claim:
    fields: dict[str, Any] = {
        "text": f"The statement called {claim_id} is made here in one whole sentence.",
        "kind": "position",
        "party": "uplands",
        "topics": ["sluice"],
        "date": "2024-03-02",
        "reported": "2024-03-03",
        "evidence": [evidence()],
    }
    return Claim(id=claim_id, **{**fields, **given})


def brief(*claims: Claim, **given: Any) -> Brief:
    fields: dict[str, Any] = {
        "title": "The sluice is shut",
        "date": "2024-03-02",
        "summary": "The uplands shut the sluice. The ferry guild complained.",
    }
    return Brief(claims=claims or (claim("shut"),), **{**fields, **given})


def update(update_id: str, at: str = "2024-03-04T09:00:00+00:00", **given: Any) -> Update:
    fields: dict[str, Any] = {"kind": "new", "significance": "major", "note": "First published."}
    return Update(id=update_id, at=datetime.fromisoformat(at), **{**fields, **given})


def topic(title: str = "The sluice", **given: Any) -> Topic:
    fields: dict[str, Any] = {
        "question": "Who may open the sluice, and when?",
        "scope": Scope(includes="Everything about the gate itself.", excludes="Fishing rights."),
        "bottom_line": BottomLine(
            as_of="2024-06-01",
            sentences=(Sentence(text="The gate stays shut.", claims=("sluice-shut/keep-shut",)),),
        ),
        "gaps": ["Nobody says what the repair costs."],
        "review_by": "2024-12-31",
        "order": 1,
    }
    return Topic(title=title, **{**fields, **given})


def source(title: str = "Gate shut, guild says", **given: Any) -> Source:
    fields: dict[str, Any] = {
        "outlet": "The Valley Post",
        "url": "https://post.example/2024/gate",
        "published": "2024-03-03",
        "published_basis": "printed on the page",
        "language": "en",
        "directness": "relay",
        "reliability": Reliability(grade="B", reason="a local paper with named editors", judged="2024-05-01"),
        "abstract": "What the paper tells of the gate.",
        "left_out": [LeftOut(paragraphs=(2,), reason="heading")],
    }
    return Source(title=title, **{**fields, **given})


def corpus(**given: Any) -> Corpus:
    """Return a small corpus that has one of everything; `given` replaces whole mappings."""
    briefs = {
        "sluice-shut": brief(
            claim(
                "keep-shut",
                text="The uplands say the sluice stays shut until the river falls.",
                short="Shut until the river falls",
                said_by="ada-brook",
                reported="2024-03-03",
            ),
            claim(
                "open-now",
                text="The ferry guild wants the sluice opened at once, at its own cost.",
                party="guild",
                opposes=["keep-shut"],
                evidence=[evidence(origin="guild-letter", paragraph=3, drift="The letter said “soon”, not “at once”.")],
            ),
            claim(
                "gate-broken",
                kind="event",
                party=None,
                text="The gate’s lower hinge broke in the flood.",
                date="2024-02",
                reported="2024-03",
                status="disputed",
                evidence=[evidence(origin="hearsay", origin_basis="inferred", support="partial")],
            ),
            updates=[update("orla-0001", claims=[])],
        ),
        "spring-talks": brief(
            claim(
                "keep-shut-summer",
                text="The uplands now say the sluice stays shut all summer.",
                short="Shut all summer",
                date="2024-05-20",
                reported="2024-05-21",
                supersedes=["sluice-shut/keep-shut"],
                topics=["sluice", "ferry"],
                evidence=[
                    evidence("river-wire", 4, origin="wire-report"),
                    evidence("valley-post", 7, origin="wire-report", quote="no water before the harvest is in"),
                ],
                confidence={"level": "moderate", "reason": "One of two papers quotes the minutes."},
            ),
            claim(
                "hinge-whole",
                kind="denial",
                text="The uplands say no hinge broke.",
                contradicts=["sluice-shut/gate-broken"],
                date="2024-05-20",
                reported="2024-05-21",
                evidence=[evidence("river-wire", 5, origin="wire-report")],
            ),
            claim(
                "wrongly-noted",
                kind="event",
                party="guild",
                status="withdrawn",
                status_reason="The paper took the report back.",
                text="The guild paid for a new gate.",
                evidence=[evidence(origin="taken-back")],
            ),
            title="Talks in spring",
            date="2024-05-20",
            updates=[
                update("orla-0002", "2024-05-22T10:00:00+02:00", claims=["keep-shut-summer", "hinge-whole"]),
                update(
                    "orla-0003",
                    "2024-06-02T08:00:00+00:00",
                    kind="correction",
                    claims=["keep-shut-summer"],
                    note="The date was wrong.",
                    before="all spring",
                    after="all summer",
                ),
            ],
        ),
    }
    fields: dict[str, Any] = {
        "settings": SETTINGS,
        "briefs": briefs,
        "topics": {
            "sluice": topic(
                spellings=["Шлюз", "Kanalschleuse"],
                updates=[update("orla-0004", "2024-06-01T12:00:00+00:00", note="Bottom line written.")],
            ),
            "ferry": topic(
                "The ferry",
                order=2,
                question="May the ferry run?",
                bottom_line=BottomLine(
                    as_of="2024-06",
                    sentences=(Sentence(text="It may not.", claims=("spring-talks/keep-shut-summer",)),),
                ),
            ),
        },
        "sources": {
            "valley-post": source(),
            "river-wire": source(
                "No water before harvest",
                outlet="River Wire",
                url="https://wire.example/a-b,c",
                published="2024-05-21",
                reliability=Reliability(grade="D", reason="anonymous site", judged="2024-05-01"),
            ),
        },
        "parties": {
            "uplands": Party(id="uplands", name="The Uplands", order=1),
            "guild": Party(id="guild", name="Ferry Guild", order=2),
            "mill": Party(id="mill", name="The Mill", order=3),
        },
        "people": {"ada-brook": Person(id="ada-brook", name="Ada Brook", party="uplands", role="reeve")},
        "origins": {
            each.id: each
            for each in (
                Origin(id="guild-report", name="Report of the guild’s clerk", kind="report", publisher="Guild Gazette"),
                Origin(
                    id="guild-letter",
                    name="Letter of the guild, 1 March 2024",
                    kind="document",
                    publisher="Ferry Guild",
                ),
                Origin(
                    id="wire-report",
                    name="River Wire report of 21 May 2024",
                    kind="report",
                    publisher="River Wire",
                    depends_on=("guild-letter",),
                    rests_on="two unnamed clerks",
                ),
                Origin(id="hearsay", name="Background, unattributed", kind="bucket"),
                Origin(
                    id="taken-back",
                    name="Report of a new gate",
                    kind="report",
                    publisher="Mill News",
                    status="withdrawn",
                    status_reason="its author admitted a mistake",
                ),
            )
        },
        "files": {
            ("brief", "sluice-shut"): "briefings/2024/sluice-shut.yaml",
            ("brief", "spring-talks"): "briefings/2024/spring-talks.yaml",
        },
    }
    return Corpus(**{**fields, **given})


def library(**given: Any) -> Library:
    return Library(corpus(**given))


def large(claims: int, topics: int = 1, per_brief: int = 6) -> Library:
    """Return a library with so many claims over eight years, to see what becomes of long lists."""
    names = [f"topic-{number}" for number in range(topics)]
    briefs = {}
    for number in range(0, claims, per_brief):
        day = number * 2920 // claims
        date = f"{2016 + day // 365}-{day % 365 // 31 + 1:02d}-{day % 28 + 1:02d}"
        members = [
            claim(
                f"c-{number + each}",
                date=date,
                reported=date,
                topics=[names[(number + each) % topics]],
                kind=("position", "event", "statement")[each % 3],
                party=("uplands", "guild", None)[each % 3],
                evidence=[
                    evidence(paragraph=each + 1),
                    evidence("river-wire", each + 2, origin="wire-report", quote="no water before the harvest is in"),
                ],
            )
            for each in range(min(per_brief, claims - number))
        ]
        digest = hashlib.blake2b(str(number).encode(), digest_size=3).hexdigest()
        at = datetime(2016 + day // 365, 1, 1, tzinfo=UTC).isoformat()
        briefs[f"b-{number:06d}"] = brief(
            *members, title=f"Day {number} of the talks ({digest})", date=date, updates=[update(f"u-{number}", at)]
        )
    first = next(iter(briefs))
    line = BottomLine(as_of="2023", sentences=(Sentence(text="It drags on.", claims=(f"{first}/c-0",)),))
    return library(
        briefs=briefs, topics={name: topic(f"Topic {name}", order=i, bottom_line=line) for i, name in enumerate(names)}
    )
