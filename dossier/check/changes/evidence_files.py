"""Compares the files that quotes are checked against: fingerprints, and records of checks against the archive.

Whether such a change may go in is said by `faults`, how it is shown by `markdown`. Texts are handed in by whoever calls.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from dossier.evidence import (
    Fingerprint,
    Verification,
    as_recorded,
    check_verbatim,
    decoded,
    fingerprint,
    paragraphs,
    quote_digest,
)
from dossier.library import Library
from dossier.library.library import Cited

ReadText = Callable[[str], bytes | None]
"""Gives the bytes of a file in the archive, by its name."""
Proof = Literal["verified", "refuted", "not verified", "harmless"]
"""Whether the archived text bears a change out, or is not at hand; a change that takes back what was said needs no proof."""


@dataclass(frozen=True, slots=True)
class ChangedEvidenceFile:
    """One file that differs, or that only one of the revisions has.

    `what` says how, in words of ours. `quotes` are those of the head that rest on what changed. `is_published` tells whether
    the base has the source.
    """

    kind: Literal["fingerprint", "verification"]
    source: str
    file: str
    what: str
    proof: Proof
    quotes: tuple[Cited, ...]
    is_published: bool

    @property
    def is_refused(self) -> bool:
        """Whether it must not go in as it is."""
        return self.proof == "refuted" or (self.proof == "not verified" and self.is_published)


def changed_evidence_files(base: Library, head: Library, read_text: ReadText | None) -> Iterator[ChangedEvidenceFile]:
    """Yield every such file that differs, by source, its fingerprint first.

    What went with its source is left out, and so are files that cannot be read; a source whose own record cannot be read
    is not taken for gone.
    """
    hidden = {one for one in base.sources if one not in head.sources and not head.corpus.can_lack("source", one)}
    for source_id in sorted({*head.sources, *hidden}):
        raw = _text(source_id, head if source_id in head.sources else base, read_text)
        yield from _fingerprint(source_id, base, head, raw)
        yield from _verification(source_id, base, head, raw)


def _text(source_id: str, library: Library, read_text: ReadText | None) -> bytes | None:
    name = library.sources[source_id].archive_file
    return read_text(name) if read_text and name else None


def _is_published(source_id: str, base: Library) -> bool:
    return source_id in base.sources or not base.corpus.can_lack("source", source_id)


def _is_unread(kind: Literal["fingerprint", "verification"], source_id: str, *libraries: Library) -> bool:
    return not all(library.corpus.can_lack(kind, source_id) for library in libraries)


def _fingerprint(source_id: str, base: Library, head: Library, raw: bytes | None) -> Iterator[ChangedEvidenceFile]:
    # What lies there without a source was never used to check anything.
    is_published = _is_published(source_id, base)
    old = base.corpus.fingerprints.get(source_id) if is_published else None
    new = head.corpus.fingerprints.get(source_id)
    if old == new or _is_unread("fingerprint", source_id, base, head):
        return
    proof: Proof = "not verified"
    if raw is not None:
        proof = "verified" if new is None or _is_made_of(new, source_id, raw) else "refuted"
    touched = _touched(old, new)
    quotes = tuple(one for one in head.cited_by_source.get(source_id, ()) if one[1].paragraph in touched)
    file = _file(source_id, "fingerprint", base, head)
    what = _told_of_fingerprint(old, new, touched)
    yield ChangedEvidenceFile("fingerprint", source_id, file, what, proof, quotes, is_published)


def _is_made_of(new: Fingerprint, source_id: str, raw: bytes) -> bool:
    try:
        return fingerprint.make(source_id, as_recorded(raw, new.text_sha256) or raw, new.version) == new
    except UnicodeDecodeError:
        return False


def _touched(old: Fingerprint | None, new: Fingerprint | None) -> set[int]:
    before, after = (one.paragraphs if one else () for one in (old, new))
    same = {number for number, (one, other) in enumerate(zip(before, after, strict=False), 1) if one == other}
    return set(range(1, max(len(before), len(after)) + 1)) - same


def _told_of_fingerprint(old: Fingerprint | None, new: Fingerprint | None, touched: set[int]) -> str:
    if new is None:
        return "is gone"
    if old is None:
        return "is new"
    if old.text_sha256 != new.text_sha256:
        return "is of another text than before"
    if old.version != new.version:
        return f"of the same text is of version {new.version} instead of {old.version}"
    if not touched:
        return "names another source than before"
    numbers = ", ".join(map(str, sorted(touched)))
    which = f"paragraph {numbers}" if len(touched) == 1 else f"paragraphs {numbers}"
    return f"has other values for {which}, while the sum of the text stays the same"


def _verification(source_id: str, base: Library, head: Library, raw: bytes | None) -> Iterator[ChangedEvidenceFile]:
    is_published = _is_published(source_id, base)
    old = base.corpus.verifications.get(source_id) if is_published else None
    new = head.corpus.verifications.get(source_id)
    if old == new or _is_unread("verification", source_id, base, head):
        return
    claimed = _claimed(old, new)
    cited = head.cited_by_source.get(source_id, ())
    quotes = tuple(one for one in cited if quote_digest(source_id, one[1].paragraph, one[1].quote) in claimed)
    proof: Proof = "not verified" if claimed else "harmless"
    if claimed and new is not None and raw is not None:
        proof = "verified" if _bears_out(raw, new, claimed, quotes) else "refuted"
    what = "is gone" if new is None else "is new" if old is None else "says something else than before"
    if proof == "harmless" and new is not None:
        what = "says less than before"
    file = _file(source_id, "verification", base, head)
    yield ChangedEvidenceFile("verification", source_id, file, what, proof, quotes, is_published)


def _claimed(old: Verification | None, new: Verification | None) -> set[str]:
    """Return the digests of the quotes of which a record newly says that they were held against the text, or when."""
    if new is None:
        return set()
    kept = old.checked if old and (old.source, old.text_sha256) == (new.source, new.text_sha256) else {}
    return {digest for digest, on in new.checked.items() if kept.get(digest) != on}


def _bears_out(raw: bytes, new: Verification, claimed: set[str], quotes: tuple[Cited, ...]) -> bool:
    """Return whether the text is the one of a record and has word for word what the record newly vouches for."""
    text = as_recorded(raw, new.text_sha256)
    if text is None:
        return False
    try:
        lines = paragraphs(decoded(text))
    except UnicodeDecodeError:
        return False
    held = {
        quote_digest(evidence.source, evidence.paragraph, evidence.quote)
        for _, evidence in quotes
        if check_verbatim(lines, evidence.paragraph, evidence.quote).outcome == "verbatim"
    }
    return claimed <= held


def _file(source_id: str, kind: Literal["fingerprint", "verification"], base: Library, head: Library) -> str:
    files = head.corpus.files.get((kind, source_id)) or base.corpus.files.get((kind, source_id))
    return files or ""
