"""Gives a source another text in place of one that was taken wrongly, and says which of its quotes still stand.

The old text stays in the archive. What claims cite is left to people: paragraphs may have other numbers now.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.authoring.add_source import text_of
from dossier.authoring.edit_record import with_keys
from dossier.authoring.yaml_scalars import scalar
from dossier.check.archive import evidence_place
from dossier.disk import Archive, write_file
from dossier.evidence import check_verbatim, fingerprint, paragraphs, text_sha256
from dossier.pipeline.load import Loaded
from dossier.problem import UserError
from dossier.yamlfile import locate


@dataclass(frozen=True, slots=True)
class Standing:
    """How a quote stands in another text: the claim that cites it and where, the paragraph cited, and those it stands in.

    `stands_in` is empty where it does not stand there at all.
    """

    claim: str
    at: str
    paragraph: int
    stands_in: tuple[int, ...]

    @property
    def is_kept(self) -> bool:
        """Whether it stands in the paragraph that is cited."""
        return self.paragraph in self.stands_in


@dataclass(frozen=True, slots=True)
class Replaced:
    """What `replace_text` wrote, how many paragraphs the text has now, and how each quote stands in it."""

    files: tuple[str, ...]
    archived: str
    paragraphs: int
    quotes: tuple[Standing, ...]
    had_left_out: bool


def replace_text(
    loaded: Loaded, source_id: str, raw: bytes, archive: Path, archive_file: str | None = None
) -> Replaced:
    """Put another text into the archive for a source, and renew its record and fingerprint.

    `raw` is the text as it is archived. Raises `UserError` where it is the same text, or the archive has another one of the
    name that was asked for; `WriteError` where a file cannot be written.
    """
    library = loaded.library
    source = library.sources[source_id]
    digest = text_sha256(raw)
    if digest == source.text_sha256:
        raise UserError(f'"{source_id}" has this very text already')
    text = text_of(raw, source_id)
    name = archive_file or _free_name(Archive(archive), source_id, raw)
    kept = Archive(archive).read(name)
    if kept is not None and kept != raw:
        raise UserError(
            f'the archive already has another text of the name "{name}"', "name it otherwise: --archive-file NAME"
        )
    file = library.corpus.files["source", source_id]
    keys = {
        "archive_file": [f"archive_file: {scalar(name)}"],
        "text_sha256": [f"text_sha256: {digest}"],
        "refreshed": [],
    }
    record = with_keys(loaded.scan.files[file].decode("utf-8-sig"), file, keys)
    quotes = tuple(standing(loaded, source_id, paragraphs(text)))
    if kept is None:
        write_file(archive, name, raw)
    made = f"sources/fingerprints/{source_id}.txt"
    write_file(loaded.root, made, fingerprint.write(fingerprint.make(source_id, raw)), replace=True)
    write_file(loaded.root, file, record, replace=True)
    return Replaced((made, file), name, len(paragraphs(text)), quotes, bool(source.left_out))


def standing(loaded: Loaded, source_id: str, lines: list[str]) -> Iterator[Standing]:
    """Yield how each quote from a source stands in the paragraphs of a text, in the order of paragraphs cited."""
    for linked, evidence in loaded.library.cited_by_source[source_id]:
        found = check_verbatim(lines, evidence.paragraph, evidence.quote)
        stands_in = (evidence.paragraph,) if found.outcome == "verbatim" else found.stands_in
        place = evidence_place((linked, evidence))
        span = locate(loaded.scan.files[place.file], place.file, [place])[place]
        yield Standing(linked.id, f"{place.file}:{span.line}", evidence.paragraph, stands_in)


def _free_name(archive: Archive, source_id: str, raw: bytes) -> str:
    number = 1
    while True:
        name = f"{source_id}.txt" if number == 1 else f"{source_id}-{number}.txt"
        if archive.read(name) in (None, raw):
            return name
        number += 1
