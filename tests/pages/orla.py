"""An invented subject for tests of rendering and of what pages do in a browser: who may take water from the river Orla."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from tests.world import World, claim, correction, drift, evidence, update

SHUT = "the sluice stays shut until spring"
HARVEST = "no water before the harvest is in"


def _empty() -> World:
    """Return the world without its briefs and topics. Nobody knows the paragraphs of its sources."""
    world = World(
        complete=False,
        name="Orla Water File",
        url="https://orla.example/site/",
        description="Who wants what of the river Orla, and what that rests on.",
        authority="orla.example",
        authority_year=2024,
        repository="https://code.example/orla",
        edit="https://code.example/orla/edit/main/{path}",
    )
    world.source(
        "valley-post",
        "Gate shut, guild says",
        text=None,
        outlet="The Valley Post",
        url="https://post.example/2024/gate",
        published="2024-03-03",
        published_basis="printed on the page",
        directness="relay",
        reliability={"grade": "B", "reason": "a local paper with named editors", "judged": "2024-05-01"},
        abstract="What the paper tells of the gate.",
        left_out=[{"paragraphs": [2], "reason": "heading"}],
    )
    world.source(
        "river-wire",
        "No water before harvest",
        text=None,
        outlet="River Wire",
        url="https://wire.example/a-b,c",
        published="2024-05-21",
        published_basis="printed on the page",
        directness="relay",
        reliability={"grade": "D", "reason": "anonymous site", "judged": "2024-05-01"},
        abstract="What the paper tells of the gate.",
        left_out=[{"paragraphs": [2], "reason": "heading"}],
    )
    world.party("uplands", "The Uplands")
    world.party("guild", "Ferry Guild")
    world.party("mill", "The Mill")
    world.person("ada-brook", "Ada Brook", party="uplands", role="reeve")
    world.origin("guild-report", "Report of the guild’s clerk", publisher="Guild Gazette")
    world.origin("guild-letter", "Letter of the guild, 1 March 2024", "document", publisher="Ferry Guild")
    world.origin(
        "wire-report",
        "River Wire report of 21 May 2024",
        publisher="River Wire",
        depends_on=["guild-letter"],
        rests_on="two unnamed clerks",
    )
    world.origin("hearsay", "Background, unattributed", "background")
    world.origin(
        "taken-back",
        "Report of a new gate",
        publisher="Mill News",
        status="withdrawn",
        status_reason="its author admitted a mistake",
    )
    return world


def _line(as_of: str, text: str, claim_id: str) -> Any:
    return {"as_of": as_of, "sentences": [{"text": text, "claims": [claim_id]}]}


def _topic(world: World, topic_id: str, title: str, **more: Any) -> None:
    world.topic(
        topic_id,
        title,
        **{
            "question": "Who may open the sluice, and when?",
            "scope": {"includes": "Everything about the gate itself.", "excludes": "Fishing rights."},
            "bottom_line": _line("2024-06-01", "The gate stays shut.", "sluice-shut/keep-shut"),
            "gaps": ["Nobody says what the repair costs."],
            "review_by": "2024-12-31",
            **more,
        },
    )


def _brief(world: World, brief_id: str, *claims: Any, **more: Any) -> None:
    fields: dict[str, Any] = {
        "title": "The sluice is shut",
        "date": "2024-03-02",
        "summary": "The uplands shut the sluice. The ferry guild complained.",
        "updates": [],
    }
    world.brief(brief_id, *claims, **{**fields, **more})


def said(claim_id: str, text: str = "", **more: Any) -> Any:
    """Return a claim of this world: a position of the uplands on the sluice, unless said otherwise."""
    fields: dict[str, Any] = {
        "kind": "position",
        "date": "2024-03-02",
        "reported": "2024-03-03",
        "evidence": [evidence(quote=SHUT, paragraph=1)],
    }
    return claim(
        claim_id, text or f"The statement called {claim_id} is made here in one whole sentence.", **{**fields, **more}
    )


def with_topics() -> World:
    """Return the world without its briefs."""
    world = _empty()
    _topic(
        world,
        "sluice",
        "The sluice",
        spellings=["Шлюз", "Kanalschleuse"],
        updates=[update("orla-0004", "2024-06-01T12:00:00+00:00", note="Bottom line written.")],
    )
    _topic(
        world,
        "ferry",
        "The ferry",
        question="May the ferry run?",
        bottom_line=_line("2024-06", "It may not.", "spring-talks/keep-shut-summer"),
    )
    return world


def of(*claims: Any, **brief: Any) -> World:
    """Return the world with these claims alone, in one brief called `b`."""
    world = with_topics()
    _brief(world, "b", *claims, **brief)
    return world


def world() -> World:
    """Return the world with one of everything."""
    world = with_topics()
    _brief(
        world,
        "sluice-shut",
        said(
            "keep-shut",
            "The uplands say the sluice stays shut until the river falls.",
            short="Shut until the river falls",
            said_by="ada-brook",
        ),
        said(
            "open-now",
            "The ferry guild wants the sluice opened at once, at its own cost.",
            party="guild",
            opposes=["keep-shut"],
            evidence=[
                evidence(
                    quote=SHUT,
                    paragraph=3,
                    origin="guild-letter",
                    drift=drift("The letter said “soon”, not “at once”."),
                )
            ],
        ),
        said(
            "gate-broken",
            "The gate’s lower hinge broke in the flood.",
            kind="event",
            party=None,
            date="2024-02",
            reported="2024-03",
            status="disputed",
            evidence=[evidence(quote=SHUT, paragraph=1, origin="hearsay", origin_basis="inferred", support="partial")],
        ),
        updates=[update("orla-0001", "2024-03-04T09:00:00+00:00", note="First published.")],
    )
    _brief(
        world,
        "spring-talks",
        said(
            "keep-shut-summer",
            "The uplands now say the sluice stays shut all summer.",
            short="Shut all summer",
            date="2024-05-20",
            reported="2024-05-21",
            supersedes=["sluice-shut/keep-shut"],
            topics=["sluice", "ferry"],
            evidence=[
                evidence("river-wire", SHUT, paragraph=4, origin="wire-report"),
                evidence("valley-post", HARVEST, paragraph=7, origin="wire-report"),
            ],
            confidence={"level": "moderate", "reason": "One of two papers quotes the minutes."},
        ),
        said(
            "hinge-whole",
            "The uplands say no hinge broke.",
            kind="denial",
            contradicts=["sluice-shut/gate-broken"],
            date="2024-05-20",
            reported="2024-05-21",
            evidence=[evidence("river-wire", SHUT, paragraph=5, origin="wire-report")],
        ),
        said(
            "wrongly-noted",
            "The guild paid for a new gate.",
            kind="event",
            party="guild",
            status="withdrawn",
            status_reason="The paper took the report back.",
            evidence=[evidence(quote=SHUT, paragraph=1, origin="taken-back")],
        ),
        title="Talks in spring",
        date="2024-05-20",
        updates=[
            update(
                "orla-0002",
                "2024-05-22T10:00:00+02:00",
                claims=["keep-shut-summer", "hinge-whole"],
                note="First published.",
            ),
            correction(
                "orla-0003",
                "2024-06-02T08:00:00+00:00",
                "keep-shut-summer",
                note="The date was wrong.",
                before="all spring",
                after="all summer",
            ),
        ],
    )
    return world


def large(claims: int, topics: int = 1, per_brief: int = 6) -> World:
    """Return the world with so many claims over eight years, to see what becomes of long lists."""
    world = _empty()
    for number in range(topics):
        _topic(world, f"topic-{number}", f"Topic {number}", bottom_line=_line("2023", "It drags on.", "b-000000/c-0"))
    for number in range(0, claims, per_brief):
        day = number * 2920 // claims
        date = f"{2016 + day // 365}-{day % 365 // 31 + 1:02d}-{day % 28 + 1:02d}"
        members = [
            said(
                f"c-{number + each}",
                date=date,
                reported=date,
                topics=[f"topic-{(number + each) % topics}"],
                kind=("position", "event", "statement")[each % 3],
                party=("uplands", "guild", None)[each % 3],
                evidence=[
                    evidence(quote=SHUT, paragraph=each + 1),
                    evidence("river-wire", HARVEST, paragraph=each + 2, origin="wire-report"),
                ],
            )
            for each in range(min(per_brief, claims - number))
        ]
        digest = hashlib.blake2b(str(number).encode(), digest_size=3).hexdigest()
        at = datetime(2016 + day // 365, 1, 1, tzinfo=UTC).isoformat()
        title = f"Day {number} of the talks ({digest})"
        _brief(world, f"b-{number:06d}", *members, title=title, date=date, updates=[update(f"u-{number}", at)])
    return world
