"""Looks at what became of sources at their publishers, and writes it into their records.

Fetching is left to `disk.fetch`, comparing to `compare_texts`. A page that cannot be compared changes no record.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from dossier.authoring.compare_texts import Compared, compare
from dossier.authoring.edit_record import with_keys
from dossier.authoring.extraction import Extracted, extract
from dossier.disk import write_file
from dossier.disk.fetch import Fetched, Fetcher, FetchError
from dossier.evidence import as_recorded, decoded, paragraphs
from dossier.pipeline.load import Loaded
from dossier.problem import UserError

Result = Literal["unchanged", "changed", "gone", "moved"]
_GONE = (404, 410)
_WORDS = {
    401: "asks for a password",
    402: "asks for money",
    403: "may not be seen by programs, as its server says",
    429: "was asked for too often, as its server says",
    451: "is withheld for legal reasons, as its server says",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one source: its result, or none where it could not be compared, and why not in `said`.

    `moved_to` is the page's new address. `compared` is None where there was nothing to compare with.
    """

    source: str
    result: Result | None
    said: str = ""
    moved_to: str = ""
    compared: Compared | None = None

    @property
    def is_fine(self) -> bool:
        """Whether everything stands where it stood."""
        return self.result == "unchanged" or (self.result == "moved" and not (self.compared and self.compared.missing))


def refresh(loaded: Loaded, source_id: str, fetcher: Fetcher) -> Outcome:
    """Fetch a source's page, and return what became of it. The archive must be at hand."""
    archived = archived_paragraphs(loaded, source_id)
    if isinstance(archived, str):
        return Outcome(source_id, None, archived)
    url = loaded.library.sources[source_id].url
    try:
        page = fetcher.fetch(url)
    except FetchError as error:
        return Outcome(source_id, None, str(error))
    if page.status in _GONE:
        return Outcome(source_id, "gone", f"is not there any more, says its server ({page.status})")
    if page.status != 200:
        said = _WORDS.get(
            page.status, "could not be had, as its server is at fault" if page.status >= 500 else "could not be had"
        )
        return Outcome(source_id, None, f"{said} ({page.status})")
    return _judged(loaded, source_id, archived, page, url)


def _judged(loaded: Loaded, source_id: str, archived: Sequence[str], page: Fetched, url: str) -> Outcome:
    try:
        found = extract(page.content, page.address, charset=page.charset, address=page.address)
    except UserError as error:
        return Outcome(source_id, None, f"has nothing that could be compared: {error.message}")
    compared = _compared(loaded, source_id, archived, found)
    standing = compared.paragraphs - len(compared.missing)
    if found.asks_to_sign_in and standing * 2 < compared.paragraphs:
        said = f"asks to sign in, and shows {standing} of {compared.paragraphs} paragraphs without"
        return Outcome(source_id, None, said, compared=compared)
    if compared.is_another:
        said = "has nothing in common with the archived text: a notice, a wall, or another page"
        return Outcome(source_id, None, said, compared=compared)
    moved_to = page.moved_to if _is_elsewhere(page.moved_to, url) else ""
    if moved_to:
        return Outcome(source_id, "moved", moved_to=moved_to, compared=compared)
    return Outcome(source_id, "changed" if compared.missing else "unchanged", compared=compared)


def refresh_from(loaded: Loaded, source_id: str, found: Extracted) -> Outcome:
    """Compare a page that a person saved, and return what became of the source."""
    archived = archived_paragraphs(loaded, source_id)
    if isinstance(archived, str):
        return Outcome(source_id, None, archived)
    compared = _compared(loaded, source_id, archived, found)
    return Outcome(source_id, "changed" if compared.missing else "unchanged", compared=compared)


def archived_paragraphs(loaded: Loaded, source_id: str) -> Sequence[str] | str:
    """Return the paragraphs of a source's archived text, or why there are none, as what is said of the source."""
    source = loaded.library.sources[source_id]
    if source.archive_file is None:
        return "cannot be compared: its record names no archive_file"
    raw = loaded.archive.read(source.archive_file) if loaded.archive else None
    if raw is None:
        return f'cannot be compared: the archive has no file "{source.archive_file}"'
    recorded = as_recorded(raw, source.text_sha256)
    if recorded is None:
        return "cannot be compared: its archived text is not the one that its record describes"
    try:
        return paragraphs(decoded(recorded))
    except UnicodeDecodeError:
        return "cannot be compared: its archived text is not UTF-8"


def _compared(loaded: Loaded, source_id: str, archived: Sequence[str], found: Extracted) -> Compared:
    cited = loaded.library.cited_by_source[source_id]
    return compare(archived, found.paragraphs, found.everything, cited)


def _is_elsewhere(moved_to: str, url: str) -> bool:
    """Return whether an address is another one, and not the same with `https`, `www` or a slash at its end."""
    if not moved_to:
        return False
    old, new = urlsplit(url), urlsplit(moved_to)
    hosts = [(each.hostname or "").removeprefix("www.") for each in (old, new)]
    return hosts[0] != hosts[1] or (old.path.rstrip("/"), old.query) != (new.path.rstrip("/"), new.query)


def record(loaded: Loaded, outcome: Outcome, on: date) -> bool:
    """Write what came of a source into its record, and return whether that changed it.

    Raises `UserError` where the record cannot be changed without disturbing it, `WriteError` where it cannot be written.
    """
    if outcome.result is None:
        return False
    missing = [each.paragraph for each in outcome.compared.missing] if outcome.compared else []
    lines = ["refreshed:", f"  date: {on.isoformat()}", f"  result: {outcome.result}"]
    if missing:
        lines.append(f"  missing: [{', '.join(_runs(missing))}]")
    file = loaded.library.corpus.files["source", outcome.source]
    # Line ends and a mark at the file's start stay as they are.
    before = loaded.scan.files[file].decode()
    mark = "\ufeff" if before.startswith("\ufeff") else ""
    after = mark + with_keys(before.removeprefix(mark), file, {"refreshed": lines})
    return write_file(loaded.root, file, after, replace=True)


def _runs(numbers: Sequence[int]) -> list[str]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
