"""An invented dossier about the toll on an invented bridge, made in code for tests of several rooms.

It is built in memory, from invented words. What is asserted of it is left to the tests.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

from dossier.library import Corpus, Library
from dossier.linked import LinkedClaim, LinkedUpdate, address
from dossier.model import (
    BottomLine,
    Brief,
    Claim,
    Drift,
    Evidence,
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
from dossier.model.claim import DriftKind
from dossier.model.moved import MovedClaim

SITE = "https://bridge.example/dossier/"
START = datetime(2031, 3, 1, 9, 30, tzinfo=UTC)


def settings(**changes: Any) -> Settings:
    values: dict[str, Any] = {
        "name": "Ellory Bridge Watch",
        "url": SITE,
        "description": "Who wants what for the bridge at Ellory & how that changed.",
        "authority": "bridge.example",
        "authority_year": 2031,
        "rights": "CC BY 4.0",
        "feed_size": 50,
    }
    return Settings(**(values | changes))


def evidence(**changes: Any) -> Evidence:
    values: dict[str, Any] = {
        "source": "gazette-toll",
        "paragraph": 2,
        "quote": "the toll will rise to four crowns",
        "origin": "board-minutes",
    }
    return Evidence(**(values | changes))


def drift(note: str, kind: DriftKind | None = "adds") -> Drift:
    return Drift(kind=kind, note=note)


def claim(claim_id: str, **changes: Any) -> Claim:
    values: dict[str, Any] = {
        "id": claim_id,
        "text": f"The harbour board settled {claim_id} <for> “now” & later.",
        "short": f"Settled {claim_id}",
        "kind": "position",
        "party": "board",
        "said_by": "mira-voss",
        "topics": ("toll",),
        "date": "2031-02-27",
        "reported": "2031-02-28",
        "evidence": (evidence(),),
    }
    return Claim(**(values | changes))


def update(update_id: str, at: datetime = START, **changes: Any) -> Update:
    values: dict[str, Any] = {
        "id": update_id,
        "at": at,
        "kind": "development",
        "significance": "major",
        "note": f"The board **moved** on {update_id}; see [the minutes](https://board.example/minutes).",
    }
    return Update(**(values | changes))


def brief(claims: Iterable[Claim | MovedClaim] = (), updates: Iterable[Update] = (), **changes: Any) -> Brief:
    values: dict[str, Any] = {
        "title": "Toll & <tide>",
        "date": "2031-02-27",
        "summary": "The board met and settled the toll.",
        "claims": tuple(claims) or (claim("rise"),),
        "updates": tuple(updates),
    }
    return Brief(**(values | changes))


def topic(title: str, rests_on: str = "toll-rise/rise", **changes: Any) -> Topic:
    values: dict[str, Any] = {
        "title": title,
        "question": f"What becomes of the {title.lower()}?",
        "scope": Scope(includes=f"All that is said of the {title.lower()}."),
        "bottom_line": BottomLine(
            as_of="2031-02-28", sentences=(Sentence(text="It is not settled.", claims=(rests_on,)),)
        ),
        "review_by": "2031-06-30",
    }
    return Topic(**(values | changes))


def source(title: str, **changes: Any) -> Source:
    values: dict[str, Any] = {
        "title": title,
        "outlet": "Ellory Gazette",
        "url": "https://gazette.example/toll",
        "published": "2031-02-28",
        "published_basis": "printed under the title",
        "language": "en",
        "directness": "original",
        "reliability": Reliability(grade="B", reason="Corrects its errors in print.", judged="2031-03-01"),
        "archive_file": "gazette-toll.txt",
        "abstract": "Reports the meeting of the board.",
    }
    return Source(**(values | changes))


def origin(origin_id: str, **changes: Any) -> Origin:
    values: dict[str, Any] = {
        "id": origin_id,
        "name": f"Origin {origin_id}",
        "kind": "document",
        "publisher": f"Publisher of {origin_id}",
        "date": "2031-02-27",
    }
    return Origin(**(values | changes))


TOPICS = {
    "toll": topic("Toll", order=1),
    "repairs": topic("Repairs & paint", order=2),
    "lights": topic("Lights", order=3),
}
BRIEFS = {
    "toll-rise": brief(
        claims=(
            claim("rise"),
            claim("cost", kind="statement", topics=("toll", "repairs"), short=None),
        ),
        updates=(
            update("toll-announced", kind="new", claims=("rise", "cost")),
            update("toll-typo", START + timedelta(days=1), significance="minor", claims=("rise",), note="Spelling."),
            update(
                "toll-corrected",
                START + timedelta(days=2),
                kind="correction",
                claims=("rise",),
                before="four crowns",
                after="five crowns",
                note="The toll was given wrongly.",
            ),
        ),
    ),
    "paint-job": brief(
        claims=(claim("paint", topics=("repairs",), party="council", said_by=None),),
        updates=(update("paint-begun", START + timedelta(days=1, hours=2), kind="new", claims=("paint",)),),
        title="Paint on the north pier",
    ),
}
SOURCES = {"gazette-toll": source("Toll to rise"), "herald-toll": source("Toll: what next", outlet="Herald")}
ORIGINS = {"board-minutes": origin("board-minutes"), "council-talk": origin("council-talk", kind="interview")}
PARTIES = {"board": Party(id="board", name="Harbour board", order=1), "council": Party(id="council", name="Council")}
PEOPLE = {"mira-voss": Person(id="mira-voss", name="Mira Voss", party="board")}


def library(
    briefs: Mapping[str, Brief] = BRIEFS,
    topics: Mapping[str, Topic] = TOPICS,
    sources: Mapping[str, Source] = SOURCES,
    origins: Mapping[str, Origin] = ORIGINS,
    parties: Mapping[str, Party] = PARTIES,
    people: Mapping[str, Person] = PEOPLE,
    **changes: Any,
) -> Library:
    """Return the invented dossier, or one with other records; `changes` go to the settings."""
    files: dict[Any, str] = {("brief", key): f"briefings/2031/{key}.yaml" for key in briefs}
    files |= {("topic", key): f"briefings/topics/{key}.yaml" for key in topics}
    files |= {("source", key): f"sources/{key}.md" for key in sources}
    files |= {("party", ""): "briefings/parties.yaml", ("person", ""): "briefings/people.yaml"}
    files |= {("origin", ""): "briefings/origins.yaml", ("settings", ""): "mkdocs.yml"}
    return Library(
        Corpus(
            settings=settings(**changes),
            briefs=briefs,
            topics=topics,
            sources=sources,
            origins=origins,
            parties=parties,
            people=people,
            files=files,
        )
    )


def busy(count: int, **changes: Any) -> Library:
    """Return a dossier with so many major updates, one a brief, an hour apart, every other one about repairs too."""
    briefs = {
        f"meeting-{number:05}": brief(
            claims=(claim("rise", topics=("toll", "repairs") if number % 2 else ("toll",)),),
            updates=(update(f"news-{number:05}", START + timedelta(hours=number), kind="new", claims=("rise",)),),
            title=f"Meeting {number}",
        )
        for number in range(1, count + 1)
    }
    topics = {key: topic(one.title, "meeting-00001/rise", order=one.order) for key, one in TOPICS.items()}
    return library(briefs=briefs, topics=topics, **changes)


def content(library: Library) -> Callable[[LinkedUpdate, Sequence[LinkedClaim]], str]:
    """Return a small stand-in for what `render` makes of an update: note, claims with links, before and after."""

    def html(linked: LinkedUpdate, claims: Sequence[LinkedClaim]) -> str:
        parts = [f"<p>{escape(linked.update.note)}</p>"]
        for known in claims:
            parts.append(f'<p><a href="\ue000{known.address}">{escape(known.claim.text)}</a></p>')
            parts += [
                f'<blockquote>{escape(one.quote)} <a href="\ue000{address.source(one.source)}">¶{one.paragraph}</a>'
                "</blockquote>"
                for one in known.claim.evidence
            ]
        if linked.update.before and linked.update.after:
            parts.append(f"<p><del>{escape(linked.update.before)}</del> <ins>{escape(linked.update.after)}</ins></p>")
        return "\n".join(parts)

    return html
