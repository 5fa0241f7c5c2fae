"""The downloads: exactly the promised form, valid against their own schemas, the same bytes from the same content."""

import copy
import json
import random
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dossier import exports
from dossier.evidence import fingerprint, verification
from dossier.exports.form import DOWNLOADS
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
    return {
        address.removeprefix("data/").removesuffix(".json"): json.loads(raw)
        for address, raw in exports.write(library)
        if address.startswith("data/") and address.endswith(".json")
    }


SCHEMAS = {
    name: json.loads(raw)
    for name, raw in ((key.split("/")[1].removesuffix(".json"), raw) for key, raw in exports.download_schemas().items())
}

EMPTY = bridge.library(briefs={}, topics={}, sources={}, origins={}, parties={}, people={})


@pytest.mark.parametrize(
    "library", [full(), bridge.library(), bridge.busy(7), EMPTY], ids=["full", "small", "busy", "empty"]
)
def test_every_download_is_valid_by_its_own_schema(library: Library) -> None:
    downloads = parsed(library)
    assert set(downloads) == set(SCHEMAS) == set(DOWNLOADS)
    for name, download in downloads.items():
        Draft202012Validator.check_schema(SCHEMAS[name])
        faults = [fault.message for fault in Draft202012Validator(SCHEMAS[name]).iter_errors(download)]
        assert faults == []
        assert download["schema"] == f"dossier-{name}/1"
        assert list(download) == ["schema", name]


def keys(value: object) -> list[str]:
    """Return the keys of a record in their order, those of records inside it as paths."""
    if isinstance(value, dict):
        return [path for key, inner in value.items() for path in (key, *(f"{key}.{below}" for below in keys(inner)))]
    return keys(value[0]) if isinstance(value, list) and value else []


def test_a_claim_has_the_promised_keys_in_the_promised_order() -> None:
    claim = next(one for one in parsed(full())["claims"]["claims"] if one["id"] == "toll-rise/rise")
    told = (
        "id brief url text short kind party said_by topics date reported status confidence confidence.level "
        "confidence.reason evidence evidence.source evidence.archive_file evidence.paragraph evidence.quote "
        "evidence.origin evidence.origin_basis evidence.support evidence.drift evidence.verified independent_origins "
        "independent_origins.count independent_origins.roots supersedes superseded_by contradicts contradicted_by "
        "opposes responds_to qualifies"
    )
    assert keys(claim) == told.split()


def test_a_claim_says_what_the_dossier_knows() -> None:
    claims = {one["id"]: one for one in parsed(full())["claims"]["claims"]}
    rise, cost, paint = claims["toll-rise/rise"], claims["toll-rise/cost"], claims["paint-job/paint"]
    assert rise["url"] == "https://bridge.example/dossier/briefs/toll-rise/#rise"
    assert rise["independent_origins"] == {"count": 2, "roots": ["board-minutes", "council-talk"]}
    assert [one["verified"] for one in rise["evidence"]] == ["archive", "fingerprint"]
    assert rise["evidence"][0]["archive_file"] == "gazette-toll.txt"
    assert (rise["supersedes"], cost["superseded_by"]) == (["toll-rise/cost"], ["toll-rise/rise"])
    assert (paint["contradicts"], rise["contradicted_by"]) == (["toll-rise/rise"], ["paint-job/paint"])
    assert (cost["short"], cost["confidence"], paint["evidence"]) == (None, None, [])
    assert cost["date"] == "2031-02"


def test_an_unchecked_quote_is_not_called_checked() -> None:
    claims = parsed(bridge.library())["claims"]["claims"]
    assert {one["verified"] for claim in claims for one in claim["evidence"]} == {None}


def test_positions_come_by_topic_and_party_with_what_they_replace() -> None:
    positions = parsed(full())["positions"]["positions"]
    assert [(one["topic"], one["party"], one["claim"], one["history"]) for one in positions] == [
        ("toll", "board", "toll-rise/rise", ["toll-rise/cost"]),
        ("repairs", "council", "paint-job/paint", []),
    ]


def test_updates_bear_the_names_and_times_that_feeds_give_them() -> None:
    updates = {one["id"]: one for one in parsed(full())["updates"]["updates"]}
    announced, typo = updates["toll-announced"], updates["toll-typo"]
    assert announced["tag"] == "tag:bridge.example,2031:update/toll-announced"
    assert (announced["at"], announced["changed"]) == ("2031-03-01T09:30:00+00:00", "2031-03-03T09:30:00+00:00")
    assert announced["corrected_by"] == ["toll-corrected"]
    assert (typo["significance"], typo["in_feeds"]) == ("minor", False)
    assert (announced["brief"], announced["topic"]) == ("toll-rise", None)


def test_sources_and_origins_say_who_relies_on_them() -> None:
    downloads = parsed(full())
    source = next(one for one in downloads["sources"]["sources"] if one["id"] == "gazette-toll")
    assert source["coverage"] == {"paragraphs": 3, "cited": [2], "left_out": [], "unread": [1, 3]}
    assert set(source["claims"]) == {"toll-rise/rise", "toll-rise/cost"}
    origin = next(one for one in downloads["origins"]["origins"] if one["id"] == "council-talk")
    assert (origin["sources"], origin["claims"]) == (["gazette-toll"], ["toll-rise/rise"])


def test_every_address_is_absolute() -> None:
    def urls(value: Any) -> list[str]:
        if isinstance(value, dict):
            own = [inner for key, inner in value.items() if key.endswith("url") and inner is not None]
            return own + [url for inner in value.values() for url in urls(inner)]
        return [url for inner in value for url in urls(inner)] if isinstance(value, list) else []

    found = urls(list(parsed(full()).values()))
    assert len(found) > 15
    assert all(url.startswith("https://") for url in found)


BREAKS: list[tuple[str, Any]] = [
    ("a key is missing", lambda claim: claim.pop("said_by")),
    ("a key is unknown", lambda claim: claim.update(note="x")),
    ("a status is unknown", lambda claim: claim.update(status="sure")),
    ("a list is null", lambda claim: claim.update(topics=None)),
    ("an id is bare", lambda claim: claim.update(supersedes=["rise"])),
    ("an address is relative", lambda claim: claim.update(url="briefs/x/")),
    ("a paragraph is none", lambda claim: claim["evidence"][0].update(paragraph=0)),
    ("a count is negative", lambda claim: claim["independent_origins"].update(count=-1)),
    ("a check is unheard of", lambda claim: claim["evidence"][0].update(verified="oath")),
    ("a date is a moment", lambda claim: claim.update(date="2031-02-27T10:00")),
]


@pytest.mark.parametrize(("what", "spoil"), BREAKS, ids=[what for what, _ in BREAKS])
def test_the_schema_refuses_a_claim_in_which(what: str, spoil: Any) -> None:
    download = copy.deepcopy(parsed(full())["claims"])
    assert Draft202012Validator(SCHEMAS["claims"]).is_valid(download)
    spoil(next(one for one in download["claims"] if one["evidence"]))
    assert not Draft202012Validator(SCHEMAS["claims"]).is_valid(download)


def test_the_order_in_which_files_are_found_changes_no_byte() -> None:
    before = dict(exports.write(full()))
    lottery = random.Random(3)
    for _ in range(5):
        corpus = full().corpus
        values = {name: getattr(corpus, name) for name in Corpus.__dataclass_fields__}
        for name in ("briefs", "topics", "sources", "origins", "parties", "people"):
            values[name] = dict(lottery.sample(list(values[name].items()), len(values[name])))
        assert dict(exports.write(Library(Corpus(**values)))) == before


def test_one_record_stands_on_one_line() -> None:
    lines = dict(exports.write(full()))["data/claims.json"].decode().splitlines()
    assert len(lines) == 2 + 3
    assert all(json.loads(line.rstrip(","))["brief"] for line in lines[1:-1])


def test_schemas_of_files_and_downloads_are_published_under_their_addresses() -> None:
    published = {key: raw for key, raw in exports.write(bridge.library()) if key.startswith("schema/")}
    files = {f"schema/{name}.json" for name in ("brief", "topic", "parties", "people", "origins", "source")}
    assert set(published) == files | {f"schema/downloads/{name}.json" for name in DOWNLOADS}
    for address, raw in published.items():
        schema = json.loads(raw)
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == bridge.SITE + address
