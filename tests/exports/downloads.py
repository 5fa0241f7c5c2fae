"""An invented dossier with every kind of record, and its downloads read back from their bytes."""

import json
from datetime import date
from typing import Any

from dossier import exports
from dossier.evidence import fingerprint, verification
from dossier.library import Corpus, Library
from dossier.model import Confidence, Evidence
from tests import bridge

TEXT = "Toll to rise\nThe board said the toll will rise to four crowns from May onwards.\nNothing else is known of it."


def checked(library: Library, *passed: Evidence) -> Library:
    """Return a library whose source has a fingerprint, and for some quotes the record of an archive check."""
    print_ = fingerprint.make("gazette-toll", TEXT)
    source = library.sources["gazette-toll"].model_copy(update={"text_sha256": print_.text_sha256})
    values = {name: getattr(library.corpus, name) for name in Corpus.__dataclass_fields__}
    values["sources"] = {**library.sources, "gazette-toll": source}
    values["fingerprints"] = {"gazette-toll": print_}
    values["verifications"] = {
        "gazette-toll": verification.record("gazette-toll", print_.text_sha256, passed, date(2031, 3, 1))
    }
    return Library(Corpus(**values))


def full() -> Library:
    """Return a dossier with relations, checked quotes and optional fields."""
    rise = bridge.claim(
        "rise",
        confidence=Confidence(level="high", reason="The minutes say so."),
        evidence=(bridge.evidence(), bridge.evidence(quote="crowns from May onwards", origin="council-talk")),
        supersedes=("cost",),
    )
    cost = bridge.claim("cost", topics=("toll", "repairs"), short=None, date="2031-02")
    paint = bridge.claim("paint", topics=("repairs",), party="council", contradicts=("toll-rise/rise",), evidence=())
    made = bridge.library(
        briefs={
            "toll-rise": bridge.brief((rise, cost), bridge.BRIEFS["toll-rise"].updates),
            "paint-job": bridge.brief((paint,), bridge.BRIEFS["paint-job"].updates),
        }
    )
    return checked(made, bridge.evidence())


def parsed(library: Library) -> dict[str, Any]:
    """Return the JSON downloads of a dossier by name."""
    return {
        address.removeprefix("data/").removesuffix(".json"): json.loads(raw)
        for address, raw in exports.write(library)
        if address.startswith("data/") and address.endswith(".json")
    }
