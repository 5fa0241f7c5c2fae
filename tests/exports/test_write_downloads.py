"""Downloads are valid by their schemas, and the same content gives the same bytes."""

import copy
import json
import random
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from dossier import exports
from dossier.exports.form import DOWNLOADS, form_name
from dossier.library import Corpus, Library
from tests import bridge
from tests.exports.downloads import full, parsed

SCHEMAS = {
    name: json.loads(raw)
    for name, raw in ((key.split("/")[1].removesuffix(".json"), raw) for key, raw in exports.download_schemas().items())
}

FORMER = {"claims": ["moved_to"], **{key: ["merged_into"] for key in ("sources", "origins", "topics")}}
EMPTY = bridge.library(briefs={}, topics={}, sources={}, origins={}, parties={}, people={})


@pytest.mark.parametrize(
    "library", [full(), bridge.library(), bridge.busy(7), EMPTY], ids=["full", "small", "busy", "empty"]
)
def test_every_download_is_valid_by_its_schema(library: Library) -> None:
    downloads = parsed(library)
    assert set(downloads) == set(SCHEMAS) == set(DOWNLOADS)
    for name, download in downloads.items():
        Draft202012Validator.check_schema(SCHEMAS[name])
        faults = [fault.message for fault in Draft202012Validator(SCHEMAS[name]).iter_errors(download)]
        assert faults == []
        assert download["schema"] == form_name(name)
        assert list(download) == ["schema", *FORMER.get(name, ()), name]


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


def test_the_order_of_files_changes_no_byte() -> None:
    before = dict(exports.write(full()))
    shuffle = random.Random(3)
    for _ in range(5):
        corpus = full().corpus
        values = {name: getattr(corpus, name) for name in Corpus.__dataclass_fields__}
        for name in ("briefs", "topics", "sources", "origins", "parties", "people"):
            values[name] = dict(shuffle.sample(list(values[name].items()), len(values[name])))
        assert dict(exports.write(Library(Corpus(**values)))) == before


def test_each_record_is_on_one_line() -> None:
    lines = dict(exports.write(full()))["data/claims.json"].decode().splitlines()
    assert len(lines) == 2 + 3
    assert all(json.loads(line.rstrip(","))["brief"] for line in lines[1:-1])


def test_schemas_of_files_and_downloads_are_published() -> None:
    published = {key: raw for key, raw in exports.write(bridge.library()) if key.startswith("schema/")}
    files = {
        f"schema/{name}.json"
        for name in ("brief", "topic", "overview", "parties", "people", "origins", "reviews", "source")
    }
    assert set(published) == files | {f"schema/downloads/{name}.json" for name in DOWNLOADS}
    for address, raw in published.items():
        schema = json.loads(raw)
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == bridge.SITE + address


def test_letters_of_all_scripts_are_written_as_they_are() -> None:
    text = "É и 中 ع"
    library = bridge.library(briefs={"toll-rise": bridge.brief((bridge.claim("rise", text=text),))})
    written = dict(exports.write(library))
    assert f'"text":"{text}"'.encode() in written["data/claims.json"]
    assert text.encode() in written["data/claims.csv"]


def test_letters_of_all_scripts_are_written_as_they_are_in_schemas() -> None:
    for address, raw in exports.write(bridge.library()):
        if address.startswith("schema/"):
            assert b"\\u" not in raw, address
