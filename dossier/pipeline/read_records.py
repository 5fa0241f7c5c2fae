"""Turns the bytes of files into records, through a cache, in two processes when there is much to read.

Linking the records is left to `library`. A file with a fault is not kept in the cache: it is read again until it is
mended.
"""

import pickle
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dossier.binding import RejectedRecord, bind_partially, bind_source, topic_model
from dossier.disk import Cache, digest
from dossier.evidence import fingerprint, verification
from dossier.evidence.fingerprint import FINGERPRINT_FORMAT
from dossier.evidence.verification import VERIFICATION_FORMAT
from dossier.library.assemble import FileRecord, Reading
from dossier.model import Brief, Origins, Overview, Parties, People, Reviews, Source, Topic
from dossier.pipeline.layout import ContentFile
from dossier.pipeline.parallel import halves, share
from dossier.problem import Problem, Span
from dossier.yamlfile import empty_keys, read, read_front_matter

_NAMESPACE = "records"
_MODELS: dict[str, type[Brief | Topic | Overview | Source | Parties | People | Origins | Reviews]] = {
    "brief": Brief,
    "topic": Topic,
    "overview": Overview,
    "source": Source,
    "party": Parties,
    "person": People,
    "origin": Origins,
    "review": Reviews,
}
_WORTH_A_FORK = 300


@dataclass(frozen=True, slots=True)
class _Read:
    record: FileRecord | None
    problems: tuple[Problem, ...]
    rejected: tuple[RejectedRecord, ...] | None = None


def record_keys(content: Iterable[ContentFile], files: Mapping[str, bytes], code: bytes) -> dict[str, bytes]:
    """Return for each file a digest of all that its record depends on. `code` is a digest of the code that reads."""
    return {one.file: digest(code, one.kind, files[one.file]) for one in content}


def read_all(
    content: Sequence[ContentFile], files: Mapping[str, bytes], keys: Mapping[str, bytes], cache: Cache
) -> tuple[list[Reading], list[Problem]]:
    """Return what each file gave, in the order given, and everything that is wrong in any of them.

    `keys` are those of `record_keys`.
    """
    kept = cache.get_many(_NAMESPACE, keys.values())
    known: dict[str, _Read] = {}
    for one in content:
        found = kept.get(keys[one.file])
        if found is not None:
            # The cache gives back only what this account has sealed.
            known[one.file] = _Read(pickle.loads(found), ())  # noqa: S301
    missing = [one for one in content if one.file not in known]

    def work(part: Sequence[ContentFile]) -> list[_Read]:
        return [_read(one, files[one.file]) for one in part]

    parts = halves(missing, _WORTH_A_FORK)
    for part, results in zip(parts, share(work, parts), strict=True):
        for one, result in zip(part, results, strict=True):
            known[one.file] = result
            if result.record is not None and not result.problems:
                cache.put(_NAMESPACE, keys[one.file], pickle.dumps(result.record, pickle.HIGHEST_PROTOCOL))
    readings = [
        Reading(one.kind, one.id, one.file, known[one.file].record, known[one.file].rejected) for one in content
    ]
    return readings, [problem for one in content for problem in known[one.file].problems]


def _read(one: ContentFile, content: bytes) -> _Read:
    if one.kind == "source":
        tree, body, _, problems = read_front_matter(content, one.file)
        if tree is None:
            return _Read(None, tuple(problems))
        source, misfits = bind_source(tree, body, one.file, lambda: empty_keys(content, one.file))
        return _Read(source, (*problems, *misfits))
    if one.kind in _MODELS:
        tree, problems = read(content, one.file)
        if tree is None:
            return _Read(None, tuple(problems))
        record, misfits, rejected = bind_partially(
            topic_model(tree) if one.kind == "topic" else _MODELS[one.kind],
            tree,
            one.file,
            lambda: empty_keys(content, one.file),
        )
        return _Read(record, (*problems, *misfits), rejected)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        code = FINGERPRINT_FORMAT if one.kind == "fingerprint" else VERIFICATION_FORMAT
        return _Read(None, (Problem(code, "the file is not UTF-8 text", Span(one.file)),))
    if one.kind == "fingerprint":
        return _Read(*_tupled(fingerprint.read(text, one.file)))
    return _Read(*_tupled(verification.read(text, one.file)))


def _tupled(read: tuple[FileRecord | None, list[Problem]]) -> tuple[FileRecord | None, tuple[Problem, ...]]:
    return read[0], tuple(read[1])
