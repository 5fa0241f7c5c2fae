"""Makes source records and fingerprints out of texts.

The project gets what is known of a source and what lets its quotes be checked, not its text. It does not change a
record that somebody wrote.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag

from dossier.authoring import fill_forms
from dossier.authoring.create import refuse_reserved
from dossier.authoring.extraction import Extracted
from dossier.authoring.extraction.extracted import Kind
from dossier.binding import bind_source
from dossier.disk import Archive, write_file
from dossier.evidence import as_recorded, decoded, fingerprint, paragraphs, text_sha256
from dossier.library import Library
from dossier.model.date import UNKNOWN
from dossier.model.ids import id_of
from dossier.problem import Problem, UserError, suggest
from dossier.yamlfile import Tree, read_front_matter

Given = Mapping[str, str | tuple[str, ...]]

_LONGEST_OUTLET = 60
_ENDINGS: dict[Kind, str] = {
    "text": ".original.txt",
    "html": ".html",
    "pdf": ".pdf",
    "markdown": ".md",
    "mail": ".eml",
}
_OF_RELIABILITY = ("grade", "reason", "judged")


@dataclass(frozen=True, slots=True)
class Added:
    """What `add` wrote: the source's id, the files in the project, and the file in the archive, or empty."""

    id: str
    files: tuple[str, ...]
    archived: str
    paragraphs: int


def text_of(raw: bytes, name: str) -> str:
    """Return the text in a file's bytes. Raises `UserError` where they are no text of UTF-8, or an empty one."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UserError(f'"{name}" is UTF-16, and a source\'s text is kept as UTF-8', "save it anew as UTF-8")
    try:
        text = decoded(raw)
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = f'"{name}" is not UTF-8 text: byte {error.start + 1}, in line {line}, does not fit'
        raise UserError(message, "save it as plain text in UTF-8") from None
    if "\0" in text:
        raise UserError(
            f'"{name}" is not a plain text', "take the words out of it and save them as plain text in UTF-8"
        )
    if not paragraphs(text):
        raise UserError(f'"{name}" is empty')
    return text


def find_fault(key: str, value: str | tuple[str, ...]) -> str:
    """Return what is wrong with one answer for a source record, or nothing. Keys are those of the model."""
    tree: dict[str, Tree] = {
        "title": "A",
        "outlet": "A",
        "url": "https://example.org/",
        "published": "2000",
        "published_basis": "A",
        "language": "en",
        "directness": "original",
        "reliability": {"grade": "A", "reason": "A", "judged": "2000"},
    }
    answer: Tree = list(value) if isinstance(value, tuple) else value
    if key in _OF_RELIABILITY:
        tree["reliability"] = {"grade": "A", "reason": "A", "judged": "2000", key: answer}
    elif key != "abstract":
        tree[key] = answer
    _, problems = bind_source(tree, value if key == "abstract" and isinstance(value, str) else "A", "")
    return "; ".join(f"{one.message}; {one.hint}" if one.hint else one.message for one in problems)


def propose_id(given: Given, taken: Iterable[str]) -> str:
    """Return an id made of outlet and date, or an empty one where they make none; never one that is taken."""
    outlet = id_of(f"{given.get('outlet', '')}", _LONGEST_OUTLET).removeprefix("the-")
    published = f"{given.get('published', '')}"
    if not outlet:
        return ""
    dated = "undated" if published == UNKNOWN else published
    proposed, known = f"{outlet}-{dated}", set(taken)
    numbered = (f"{proposed}-{number}" if number > 1 else proposed for number in range(1, len(known) + 2))
    return next(one for one in numbered if one not in known)


def archived_form(raw: bytes, found: Extracted) -> bytes:
    """Return the bytes that go into the archive: a paragraph a line, or the file as it is where that is what it holds."""
    if found.kind == "text" and found.encoding == "utf-8":
        try:
            if tuple(paragraphs(decoded(raw))) == found.paragraphs:
                return raw
        except UnicodeDecodeError:
            pass
    return ("\n".join(found.paragraphs) + "\n").encode()


def same_address(library: Library, url: str) -> str:
    """Return the id of a source that has an address already, or nothing. `http` and `https` are one, as is a last slash."""
    plain = _plain(url)
    return next((source_id for source_id, source in sorted(library.sources.items()) if _plain(source.url) == plain), "")


def _plain(url: str) -> str:
    return urldefrag(url.strip()).url.removeprefix("http://").removeprefix("https://").removeprefix("www.").rstrip("/")


def add(
    root: Path,
    library: Library,
    source_id: str,
    raw: bytes,
    name: str,
    given: Given,
    archive: Path | None,
    archive_file: str | None = None,
) -> Added:
    """Write the record and fingerprint of a text, and put the text into the archive where there is one.

    `raw` is the text as it is archived. `given` is by the keys of the record, those of its reliability among them, and
    `abstract`; `name` is what the text is called in the archive. Raises `UserError` where something is there already or an
    answer does not fit, `WriteError` where a file cannot be written.
    """
    text = text_of(raw, name)
    digest = text_sha256(raw)
    refuse_reserved(source_id)
    _refuse_doubles(library, source_id, digest, given)
    kept = archive_file or (name if archive is not None else None)
    known: dict[str, str | tuple[str, ...]] = {**given, "text_sha256": digest}
    if kept is not None:
        known["archive_file"] = kept
    abstract = known.pop("abstract", "")
    record = fill_forms.source(known, abstract if isinstance(abstract, str) else "")
    _refuse_misfits(record, f"sources/{source_id}.md")
    made = fingerprint.make(source_id, raw)

    archived = ""
    if archive is not None and kept is not None and _put_away(archive, kept, raw):
        archived = kept
    files = (f"sources/fingerprints/{source_id}.txt", f"sources/{source_id}.md")
    write_file(root, files[0], fingerprint.write(made), replace=True)
    write_file(root, files[1], record)
    return Added(source_id, files, archived, len(paragraphs(text)))


def keep_original(archive: Path, source_id: str, raw: bytes, found: Extracted) -> str:
    """Put a file beside the text that was taken out of it, and return its name there. Raises `UserError`, `WriteError`."""
    name = f"{source_id}{_ENDINGS[found.kind]}"
    _put_away(archive, name, raw)
    return name


def _refuse_doubles(library: Library, source_id: str, digest: str, given: Given) -> None:
    if source_id in library.sources or not library.corpus.can_lack("source", source_id):
        hint = f"where its text was taken wrongly: --replace {source_id}; else choose another id: --id ID"
        raise UserError(f'there already is a source "{source_id}"', hint)
    for other_id, other in library.sources.items():
        if other.text_sha256 == digest:
            raise UserError(f'the source "{other_id}" already has this very text', "let all evidence cite that one")
    older = given.get("version_of", "")
    if older and older not in library.sources:
        meant = suggest(str(older), library.sources)
        raise UserError(f'there is no source "{older}"', f'did you mean "{meant}"?' if meant else "")
    same = same_address(library, str(given.get("url", "")))
    if same and not older:
        raise UserError(
            f'the source "{same}" already has this address',
            f"where its text was taken wrongly: --replace {same}; where the publisher changed it: --version-of {same}",
        )


def _refuse_misfits(record: str, file: str) -> None:
    tree, body, _, problems = read_front_matter(record, file)
    found: Sequence[Problem] = problems
    if tree is not None and not problems:
        _, found = bind_source(tree, body, file)
    if found:
        raise UserError("the record would not be right: " + "; ".join(one.message for one in found), found[0].hint)


def _put_away(archive: Path, name: str, raw: bytes) -> bool:
    there = Archive(archive).read(name)
    if there == raw:
        return False
    if there is not None:
        hint = "name it otherwise there: --archive-file NAME"
        raise UserError(f'the archive already has another text of the name "{name}"', hint)
    return write_file(archive, name, raw)


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of one source's fingerprint: `made` anew, the `same` as before, or why not, in a sentence."""

    source: str
    outcome: str
    file: str = ""


def renew(root: Path, library: Library, archive: Archive, source_ids: Sequence[str]) -> list[Renewed]:
    """Make the fingerprints of sources anew from their archived texts. Raises `WriteError`.

    A text that is not the one its record describes is left alone: which of the two is right, only a person can say.
    """
    return [_renewed(root, library, archive, source_id) for source_id in source_ids]


def _renewed(root: Path, library: Library, archive: Archive, source_id: str) -> Renewed:
    source = library.sources[source_id]
    if source.archive_file is None:
        return Renewed(source_id, "its record names no archive_file")
    raw = archive.read(source.archive_file)
    if raw is None:
        return Renewed(source_id, f'the archive has no file "{source.archive_file}"')
    text_of(raw, source.archive_file)
    recorded = as_recorded(raw, source.text_sha256)
    if recorded is None:
        digest = text_sha256(raw)
        return Renewed(
            source_id, f"the text is not the one of its record; if it is the right one, set text_sha256: {digest}"
        )
    file = f"sources/fingerprints/{source_id}.txt"
    changed = write_file(root, file, fingerprint.write(fingerprint.make(source_id, recorded)), replace=True)
    return Renewed(source_id, "made" if changed else "same", file)
