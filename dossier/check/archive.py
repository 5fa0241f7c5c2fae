"""The archive: every quote stands in its source's text, word for word, where the text is at hand.

Never opens a file: whoever calls hands the bytes in. Never holds a quote against a text that is not the one its record
describes.
"""

from dataclasses import dataclass, replace
from typing import Literal

from dossier.evidence import check_verbatim, decoded, faults, fingerprint, paragraphs, text_sha256
from dossier.library import Library
from dossier.library.library import Cited
from dossier.model import Evidence
from dossier.problem import Place, Problem

_NAMED_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Holding:
    """What it came to when one source's quotes were held against its text.

    `text` says whether there was a text to hold them against; `passed` are the pieces of evidence that it bears out.
    """

    source: str
    text: Literal["held", "not named", "missing", "changed", "unreadable"]
    passed: tuple[Evidence, ...] = ()
    problems: tuple[Problem, ...] = ()


def hold(source_id: str, library: Library, raw: bytes | None) -> Holding:
    """Return what a source's text says of everything that cites it. `raw` is the archived text, None where there is none."""
    source = library.sources[source_id]
    at = library.corpus.place("source", source_id)
    if source.archive_file is None:
        return Holding(source_id, "not named")
    if raw is None:
        return Holding(source_id, "missing", problems=(faults.missing_text(source_id, source.archive_file, at),))
    try:
        text = decoded(raw)
    except UnicodeDecodeError as error:
        return Holding(source_id, "unreadable", problems=(faults.unreadable_text(source_id, error, at),))
    if text_sha256(raw) != source.text_sha256:
        return Holding(source_id, "changed", problems=(faults.changed_text(source_id, text_sha256(raw), at),))

    problems = []
    kept = library.corpus.fingerprints.get(source_id)
    if kept is not None:
        file = Place(library.corpus.files.get(("fingerprint", source_id), ""))
        if fault := faults.fingerprint_fault(kept, fingerprint.make(source_id, raw), file):
            problems.append(fault)
    lines, passed = paragraphs(text), []
    for linked, evidence in library.cited_by_source[source_id]:
        verbatim = check_verbatim(lines, evidence.paragraph, evidence.quote)
        fault = faults.verbatim_fault(verbatim, linked.claim.id, evidence, place_of((linked, evidence)))
        if fault is None:
            passed.append(evidence)
        else:
            problems.append(fault if fault.hint else replace(fault, hint=elsewhere(evidence, library)))
    return Holding(source_id, "held", tuple(passed), tuple(problems))


def elsewhere(evidence: Evidence, library: Library) -> str:
    """Return which other source a quote stands in, as a hint, or nothing where no fingerprint or too many have it."""
    found = [f'paragraph {one.paragraph} of "{one.source}"' for one in library.elsewhere(evidence)]
    return f"it stands in {' or '.join(found)}" if 0 < len(found) <= _NAMED_AT_MOST else ""


def place_of(cited: Cited) -> Place:
    """Return the place of a piece of evidence."""
    linked, evidence = cited
    return linked.place("evidence", next(n for n, one in enumerate(linked.claim.evidence) if one is evidence))
