"""Makes source records and fingerprints out of texts.

The project gets what is known of a source and what lets its quotes be checked, not its text. It does not change a
record that somebody wrote.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.authoring import fill_forms
from dossier.binding import bind_source
from dossier.disk import Archive, write_file
from dossier.evidence import decoded, fingerprint, paragraphs, text_sha256
from dossier.library import Library
from dossier.problem import Problem, UserError
from dossier.yamlfile import Tree, read_front_matter

Given = Mapping[str, str | tuple[str, ...]]

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


def misfit(key: str, value: str | tuple[str, ...]) -> str:
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
    outlet, published = given.get("outlet", ""), given.get("published", "")
    words = "".join(char if char.isascii() and char.isalnum() else " " for char in f"{outlet}".casefold()).split()
    if words[:1] == ["the"]:
        words = words[1:]
    if not words:
        return ""
    proposed, known = f"{'-'.join(words)[:60].rstrip('-')}-{published}", set(taken)
    numbered = (f"{proposed}-{number}" if number > 1 else proposed for number in range(1, len(known) + 2))
    return next(one for one in numbered if one not in known)


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

    `given` is by the keys of the record, those of its reliability among them, and `abstract`; `name` is the name of the
    text's file. Raises `UserError` where something is there already or an answer does not fit, `WriteError` where a file
    cannot be written.
    """
    text = text_of(raw, name)
    digest = text_sha256(raw)
    _refuse_doubles(library, source_id, digest)
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


def _refuse_doubles(library: Library, source_id: str, digest: str) -> None:
    if source_id in library.sources or not library.corpus.can_lack("source", source_id):
        hint = f"a fingerprint is made anew with: python build.py source fingerprint {source_id}"
        raise UserError(f'there already is a source "{source_id}"', hint)
    for other_id, other in library.sources.items():
        if other.text_sha256 == digest:
            raise UserError(f'the source "{other_id}" already has this very text', "let all evidence cite that one")


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
    digest = text_sha256(raw)
    if digest != source.text_sha256:
        return Renewed(
            source_id, f"the text is not the one of its record; if it is the right one, set text_sha256: {digest}"
        )
    file = f"sources/fingerprints/{source_id}.txt"
    changed = write_file(root, file, fingerprint.write(fingerprint.make(source_id, raw)), replace=True)
    return Renewed(source_id, "made" if changed else "same", file)
