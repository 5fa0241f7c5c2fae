"""Writes all downloads and schemas as addresses and bytes.

Never sorts by chance: the order is the library's, and one record stands on one line, so that two editions compare well.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from dossier.binding.schemas import schemas
from dossier.exports import claims, records
from dossier.exports.form import DOWNLOADS
from dossier.exports.schema import schema_of
from dossier.exports.spreadsheet import claims_csv
from dossier.library import Library
from dossier.linked import address

VERSION = 1
_MADE_BY: Mapping[str, Callable[[Library], Iterable[Any]]] = {
    "claims": claims.claims,
    "sources": records.sources,
    "origins": records.origins,
    "topics": records.topics,
    "positions": claims.positions,
    "updates": records.updates,
}


def write(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield every download, and every JSON Schema of a download or of a YAML file."""
    for name, make in _MADE_BY.items():
        made = list(make(library))
        yield address.download(f"{name}.json"), _download(name, made)
        if name == "claims":
            yield address.download("claims.csv"), claims_csv(made)
    site = library.settings.url
    for name, schema in schemas(site):
        yield address.schema(f"{name}.json"), _pretty(schema)
    for name, text in download_schemas(site).items():
        yield address.schema(name), text


def download_schemas(site: str = "") -> dict[str, bytes]:
    """Return the schemas of the downloads, by file name below `schema/`, as in `downloads/claims.json`.

    `$id` is that name, or the address below `<site>schema/` where a site's address is given, which ends in a slash.
    """
    base = f"{site}{address.SCHEMAS}" if site else ""
    names = {f"downloads/{name}.json": (name, form) for name, form in DOWNLOADS.items()}
    return {
        file: _pretty(schema_of(form, f"dossier-{name}/{VERSION}", base + file)) for file, (name, form) in names.items()
    }


def _download(name: str, made: list[Any]) -> bytes:
    lines = ",\n".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in made)
    records = f"[\n{lines}\n]" if made else "[]"
    return f'{{"schema":"dossier-{name}/{VERSION}","{name}":{records}}}\n'.encode()


def _pretty(schema: Mapping[str, Any]) -> bytes:
    return (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode()
