"""One invented dossier with something of everything, and its pages as plain text for a reader to compare.

`python -m tests.pages.example` writes the texts in `golden/` anew. Read the difference before you keep it.
"""

from functools import cache
from pathlib import Path

from tests.webpage import Part
from tests.world import Site, World, claim, correction, drift, evidence, update

GOLDEN = Path(__file__).parent / "golden"


def world() -> World:
    """Return the dossier: whether night trams return to an invented harbour, and what became of a wire."""
    world = World(written=["method/", "contribute/"])
    world.topic(
        "night-trams",
        "Night trams",
        question="Will trams run at night again, and from when?",
        aliases=["Owl trams"],
        spellings=["Нічний трамвай"],
        scope={"includes": "Trams after *midnight*.", "excludes": "Buses."},
        bottom_line={
            "as_of": "2031-05-22",
            "sentences": [
                {"text": "The city now wants night trams from July.", "claims": ["summer/from-july"]},
                {
                    "text": "The drivers do **not** want them; whether a wire broke is disputed.",
                    "claims": ["spring/no-night-work", "spring/wire-broke"],
                },
            ],
        },
        gaps=["Nobody says what night trams cost."],
        review_by="2031-09",
        updates=[update("line-written", "2031-05-22T18:00:00+02:00", "development", title="Bottom line written anew")],
    )
    world.topic("noise", "Noise at night")
    world.party("city", "City council", about="Runs the trams.", aliases=["Town hall"])
    world.party("drivers", "Drivers’ guild")
    world.party("residents", "Residents of the quay")
    world.person("mara-quint", "Mara Quint", party="city", role="mayor", spellings=["Мара Квінт"])
    world.source(
        "gazette",
        "Trams may be back",
        outlet="The Gazette",
        url="https://gazette.example/trams",
        directness="relay",
        directness_note="has it from the minutes",
        authors=["A. Reporter"],
        accessed="2031-03-09",
        leaning="on the side of the city",
        text=(
            "Trams may be back\nThe mayor said that night trams will be back in May, the minutes say.\n"
            "The guild said that nobody will drive after midnight for the same pay.\n"
            "People say that a wire broke in the last storm.\nBuy more of our papers.\n"
        ),
        left_out=[{"paragraphs": [1], "reason": "the title"}],
    )
    world.source(
        "wire-page",
        "Нічні трамваї з липня",
        outlet="Harbour Wire",
        url="https://wire.example/a-b,c",
        published="2031-05-21",
        language="uk",
        reliability={"grade": "D", "reason": "names nobody who works there", "judged": "2031-04"},
    )
    world.origin(
        "minutes", "Minutes of the council, 1 March 2031", "document", publisher="City council", date="2031-03-01"
    )
    world.origin(
        "wire-report",
        "Harbour Wire report of 21 May 2031",
        publisher="Harbour Wire",
        date="2031-05-21",
        depends_on=["minutes"],
        rests_on="two unnamed clerks",
        caveats=["the clerks were not in the room"],
        url="https://wire.example/report",
    )
    world.origin("guild-talk", "Talk with the guild’s chair", "interview", publisher="The Gazette", date="2031-03-02")
    world.origin("rumour", "Background, unattributed", "background")
    world.origin(
        "mill-news",
        "Mill News report",
        publisher="Mill News",
        status="withdrawn",
        status_reason="its author made it up",
    )
    world.brief(
        "spring",
        claim(
            "from-may",
            "The city council says that night trams return in May.",
            short="Back in May",
            kind="position",
            party="city",
            said_by="mara-quint",
            date="2031-03-01",
            evidence=[
                evidence("gazette", "night trams will be back in May", paragraph=2, origin="minutes"),
                evidence("wire-page", "трамваї повернуться вночі у травні", paragraph=2, origin="wire-report"),
            ],
            note="The council voted *twice*.",
            confidence={"level": "high", "reason": "The minutes are public."},
        ),
        claim(
            "no-night-work",
            "The drivers’ guild refuses to work at night for the same pay.",
            kind="position",
            party="drivers",
            topics=["night-trams", "noise"],
            opposes=["from-may"],
            evidence=[
                evidence(
                    "gazette",
                    "nobody will drive after midnight for the same pay",
                    paragraph=3,
                    origin="guild-talk",
                    drift=drift("The chair said “few”, not “nobody”."),
                )
            ],
        ),
        claim(
            "wire-broke",
            "A wire broke in the storm.",
            kind="event",
            party=None,
            date="2031-02",
            status="disputed",
            status_reason="The council denies it.",
            evidence=[
                evidence("gazette", "a wire broke in the last storm", paragraph=4, origin="rumour", support="partial")
            ],
        ),
        title="Spring: trams may be back",
        date="2031-03-01",
        summary="The council voted for *night trams*. The drivers refuse.",
        updates=[update("spring-told", "2031-03-04T09:00:00+00:00", note="Night trams are on the table again.")],
    )
    world.brief(
        "summer",
        claim(
            "from-july",
            "The city council now says that night trams return in July.",
            short="Back in July",
            kind="position",
            party="city",
            topics=["night-trams", "noise"],
            date="2031-05-20",
            reported="2031-05-21",
            supersedes=["spring/from-may"],
            evidence=[evidence("wire-page", "нічні трамваї підуть тільки з липня", paragraph=3, origin="wire-report")],
        ),
        claim(
            "wire-whole",
            "The city council says that no wire broke.",
            kind="denial",
            party="city",
            date="2031-05-20",
            reported="2031-05-21",
            contradicts=["spring/wire-broke"],
            evidence=[
                evidence(
                    "wire-page",
                    "жоден дріт того дня не обірвався",
                    paragraph=4,
                    origin="wire-report",
                    origin_basis="inferred",
                )
            ],
        ),
        claim(
            "new-depot",
            "The guild bought a depot.",
            kind="event",
            party="drivers",
            date="2031-05-19",
            reported="2031-05-21",
            status="withdrawn",
            status_reason="The paper took it back.",
            evidence=[evidence("wire-page", "гільдія купила собі нове депо", paragraph=5, origin="mill-news")],
        ),
        title="Summer: July instead of May",
        date="2031-05-20",
        summary="The council moved the date.",
        updates=[
            update(
                "summer-told", "2031-05-22T10:00:00+02:00", claims=["from-july", "wire-whole"], note="July, not May."
            ),
            correction(
                "july-mended",
                "2031-06-02T08:00:00+00:00",
                "from-july",
                note="The month was given wrongly.",
                before="from June",
                after="from July",
            ),
        ],
    )
    world.check_quotes("gazette", "2031-03-10", "night trams will be back in May")
    return world


@cache
def site() -> Site:
    """Return its site, planned once a run."""
    return world().site()


def texts() -> dict[str, str]:
    """Return what is compared: a page of each of these kinds, and a claim with its evidence, as plain text."""
    shown: dict[str, Part] = {
        "topic": site().page("topics/night-trams/"),
        "claim": site().page("briefs/spring/").claim("spring/from-may"),
        "origin": site().page("origins/minutes/"),
        "party": site().page("parties/city/"),
        "source": site().page("sources/gazette/"),
    }
    return {name: part.plain for name, part in shown.items()}


if __name__ == "__main__":
    for name, text in texts().items():
        (GOLDEN / f"{name}.txt").write_text(text, "utf-8")
