"""Checks the quotes from a source against its archived text, word for word.

Reading the text is left to the caller. A text that is not the one of the source's record is not used.
"""

from dataclasses import dataclass, replace
from typing import Literal

from dossier.evidence import as_recorded, check_verbatim, decoded, fingerprint, paragraphs, text_sha256
from dossier.evidence import problems as evidence_problems
from dossier.library import Library
from dossier.library.library import Cited
from dossier.model import Evidence
from dossier.problem import Place, Problem
from dossier.wording import phrase

_NAMED_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class ArchiveResult:
    """The result of checking the quotes from a source against its text.

    `text` says whether there was a text to compare with; `passed` are the pieces of evidence whose quotes are in it,
    `unlinked` are warnings of those to which no link of a browser leads.
    """

    source: str
    text: Literal["compared", "not named", "missing", "changed", "unreadable"]
    passed: tuple[Evidence, ...] = ()
    problems: tuple[Problem, ...] = ()
    unlinked: tuple[Problem, ...] = ()


def check_archive(source_id: str, library: Library, raw: bytes | None) -> ArchiveResult:
    """Check all evidence that cites a source. `raw` is the archived text, or None where there is none."""
    source = library.sources[source_id]
    at = library.corpus.place("source", source_id)
    if source.archive_file is None:
        return ArchiveResult(source_id, "not named")
    if raw is None:
        return ArchiveResult(
            source_id, "missing", problems=(evidence_problems.missing_text(source_id, source.archive_file, at),)
        )
    raw = as_recorded(raw, source.text_sha256) or raw
    try:
        text = decoded(raw)
    except UnicodeDecodeError as error:
        return ArchiveResult(
            source_id, "unreadable", problems=(evidence_problems.unreadable_text(source_id, error, at),)
        )
    if text_sha256(raw) != source.text_sha256:
        return ArchiveResult(
            source_id, "changed", problems=(evidence_problems.changed_text(source_id, text_sha256(raw), at),)
        )

    problems = []
    known = library.corpus.fingerprints.get(source_id)
    if known is not None:
        file = Place(library.corpus.files.get(("fingerprint", source_id), ""))
        made = fingerprint.make(source_id, raw, known.version)
        if problem := evidence_problems.fingerprint_problem(known, made, file):
            problems.append(problem)
    lines, passed = paragraphs(text), []
    unlinked: list[Problem] = []
    for linked, evidence in library.cited_by_source[source_id]:
        verbatim = check_verbatim(lines, evidence.paragraph, evidence.quote)
        problem = evidence_problems.verbatim_problem(
            verbatim, linked.claim.id, evidence, evidence_place((linked, evidence))
        )
        if problem is None:
            passed.append(evidence)
            unlinked += evidence_problems.link_problems(
                lines, linked.claim.id, evidence, evidence_place((linked, evidence))
            )
        else:
            problems.append(problem if problem.hint else replace(problem, hint=other_sources_hint(evidence, library)))
    return ArchiveResult(source_id, "compared", tuple(passed), tuple(problems), tuple(unlinked))


def other_sources_hint(evidence: Evidence, library: Library) -> str:
    """Return in which other sources a quote stands, as a hint; empty for none, or for more than three places."""
    found = [f'paragraph {one.paragraph} of "{one.source}"' for one in library.elsewhere(evidence)]
    return f"it stands in {phrase.listed(found, 'or')}" if 0 < len(found) <= _NAMED_AT_MOST else ""


def evidence_place(cited: Cited) -> Place:
    """Return the place of a piece of evidence."""
    linked, evidence = cited
    return linked.place("evidence", next(n for n, one in enumerate(linked.claim.evidence) if one is evidence))
