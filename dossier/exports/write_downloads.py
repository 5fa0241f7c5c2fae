"""Writes all downloads and schemas as addresses and bytes.

The order is that of the library, and each record is on one line, so that two versions can be compared line by line. The
records are left to `claims` and `records`.
"""

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from dossier.binding.schemas import schemas
from dossier.exports import claims, records
from dossier.exports.form import DOWNLOADS, ClaimForm, form_name
from dossier.exports.schema import schema_of
from dossier.exports.spreadsheet import claims_csv
from dossier.library import Library
from dossier.library.corpus import MovedKind
from dossier.linked import address, stamp


@lru_cache(maxsize=1)
def _claim_records(library: Library) -> list[ClaimForm]:
    """Return the records of claims, which stand in two downloads that are made one after the other."""
    return list(claims.claims(library))


_FORMER: Mapping[str, tuple[str, MovedKind, Callable[[Library], Container[str]]]] = {
    "claims": ("moved_to", "claim", lambda library: library.claims),
    "sources": ("merged_into", "source", lambda library: library.sources),
    "origins": ("merged_into", "origin", lambda library: library.origins),
    "topics": ("merged_into", "topic", lambda library: library.topics),
}
"""For each download that says which ids its records had before: the key of these, the kind of record, and all there are."""
_Records = Callable[[Library], Iterable[Any]]
_MADE_BY: Mapping[str, tuple[_Records, Callable[[Library], tuple[object, ...]]]] = {
    "claims": (_claim_records, lambda _: ()),
    "sources": (records.sources, lambda library: tuple(library.linked_sources.values())),
    "origins": (records.origins, lambda library: tuple(library.linked_origins.values())),
    "topics": (records.topics, lambda library: (library.topics, library.updates)),
    "positions": (claims.positions, lambda library: (tuple(library.topics), tuple(library.named_parties.values()))),
    "updates": (records.updates, lambda library: library.updates),
}
"""For each download what makes its records, and what these can show beside claims."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download. `matter` holds all of the content that it can show; `make` gives its bytes."""

    address: str
    matter: object
    make: Callable[[], bytes]

    @property
    def stamp(self) -> bytes:
        """The digest of all of the content that it can show."""
        return stamp(self.matter)


def downloads(library: Library) -> Iterator[Download]:
    """Yield every download, and every JSON Schema of a download or of a YAML file."""
    for name, (make, others) in _MADE_BY.items():
        # All but the change log list claims. That log names those that an update names, which the update itself holds.
        matter = others(library) if name == "updates" else (library.claims_stamp, *others(library))
        yield Download(
            address.download(f"{name}.json"), (matter, _former(name, library)), partial(_download, name, make, library)
        )
        if name == "claims":
            yield Download(address.download("claims.csv"), matter, partial(_claims_csv, library))
    site = library.settings.url
    for name, schema in schemas(site):
        yield Download(address.schema(f"{name}.json"), schema, partial(_pretty, schema))
    for name, text in download_schemas(site).items():
        yield Download(address.schema(name), text, partial(bytes, text))


def write(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield every download and schema as its address and bytes."""
    for download in downloads(library):
        yield download.address, download.make()


def download_schemas(site: str = "") -> dict[str, bytes]:
    """Return the schemas of the downloads, by file name below `schema/`, as in `downloads/claims.json`.

    `$id` is that name, or the address below `<site>schema/` where a site's address is given, which ends in a slash.
    """
    base = f"{site}{address.SCHEMAS}" if site else ""
    names = {f"downloads/{name}.json": (name, form) for name, form in DOWNLOADS.items()}
    return {file: _pretty(schema_of(form, form_name(name), base + file)) for file, (name, form) in names.items()}


def _download(name: str, make: _Records, library: Library) -> bytes:
    lines = ",\n".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in make(library))
    records = f"[\n{lines}\n]" if lines else "[]"
    former = "".join(
        f'"{key}":{json.dumps(ids, separators=(",", ":"))},' for key, ids in _former(name, library).items()
    )
    return f'{{"schema":"{form_name(name)}",{former}"{name}":{records}}}\n'.encode()


def _former(name: str, library: Library) -> dict[str, dict[str, str]]:
    """Return the ids that records had before, each with the id of today, under the key by which the download has them."""
    if name not in _FORMER:
        return {}
    key, kind, known = _FORMER[name]
    return {key: library.corpus.former(kind, known(library))}


def _claims_csv(library: Library) -> bytes:
    return claims_csv(_claim_records(library))


def _pretty(schema: Mapping[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
