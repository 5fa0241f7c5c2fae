"""Turns the bytes of files into records, through a cache, in two processes when there is much to read.

Never keeps in the cache what had a fault: such a file is read again until it is mended.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dossier.binding import Dropped, shape_in_part, shape_source
from dossier.disk import Cache, digest
from dossier.evidence import fingerprint, verification
from dossier.library.assemble import Reading, Record
from dossier.model import Brief, Origins, Parties, People, Source, Topic
from dossier.pipeline.layout import ContentFile
from dossier.pipeline.parallel import halves, share
from dossier.problem import Problem, Span
from dossier.yamlfile import empty_keys, read, read_front_matter

_SHELF = "records"
_Kept = Brief | Topic | Source | Parties | People | Origins
_MODELS: dict[str, type[_Kept]] = {
    "brief": Brief,
    "topic": Topic,
    "source": Source,
    "party": Parties,
    "person": People,
    "origin": Origins,
}
_WORTH_A_FORK = 300


@dataclass(frozen=True, slots=True)
class _Read:
    record: Record | None
    problems: tuple[Problem, ...]
    dropped: tuple[Dropped, ...] | None = None


def read_all(
    linked: Sequence[ContentFile], files: Mapping[str, bytes], cache: Cache, maker: bytes
) -> tuple[list[Reading], list[Problem]]:
    """Return what each file gave, in the order given, and everything that is wrong in any of them.

    `maker` is a digest of the code that reads, so that what other code read is not taken for what this would.
    """
    keys = {one.file: digest(maker, one.kind, files[one.file]) for one in linked if one.kind in _MODELS}
    kept = cache.get_all(_SHELF, keys.values())
    known: dict[str, _Read] = {}
    for one in linked:
        found = kept.get(keys[one.file]) if one.file in keys else None
        if found is not None:
            known[one.file] = _Read(_MODELS[one.kind].model_validate_json(found), ())
    missing = [one for one in linked if one.file not in known]

    def work(part: Sequence[ContentFile]) -> list[_Read]:
        return [_read(one, files[one.file]) for one in part]

    parts = halves(missing, _WORTH_A_FORK)
    for part, results in zip(parts, share(work, parts), strict=True):
        for one, result in zip(part, results, strict=True):
            known[one.file] = result
            if one.file in keys and result.record is not None and not result.problems:
                cache.put(_SHELF, keys[one.file], _to_json(result.record))
    readings = [Reading(one.kind, one.id, one.file, known[one.file].record, known[one.file].dropped) for one in linked]
    return readings, [problem for one in linked for problem in known[one.file].problems]


def _to_json(record: Record) -> bytes:
    # What was not given stays not given: a default may change, and a record says which of its values are its own.
    return record.model_dump_json(exclude_unset=True).encode() if isinstance(record, _Kept) else b""


def _read(one: ContentFile, content: bytes) -> _Read:
    if one.kind == "source":
        tree, body, _, problems = read_front_matter(content, one.file)
        if tree is None:
            return _Read(None, tuple(problems))
        source, misfits = shape_source(tree, body, one.file, lambda: empty_keys(content, one.file))
        return _Read(source, (*problems, *misfits))
    if one.kind in _MODELS:
        tree, problems = read(content, one.file)
        if tree is None:
            return _Read(None, tuple(problems))
        record, misfits, dropped = shape_in_part(
            _MODELS[one.kind], tree, one.file, lambda: empty_keys(content, one.file)
        )
        return _Read(record, (*problems, *misfits), dropped)
    try:
        text = content.decode()
    except UnicodeDecodeError:
        code = "fingerprint-format" if one.kind == "fingerprint" else "verification-format"
        return _Read(None, (Problem(code, "the file is not UTF-8 text", Span(one.file)),))
    if one.kind == "fingerprint":
        return _Read(*_tupled(fingerprint.read(text, one.file)))
    return _Read(*_tupled(verification.read(text, one.file)))


def _tupled(read: tuple[Record | None, list[Problem]]) -> tuple[Record | None, tuple[Problem, ...]]:
    return read[0], tuple(read[1])
