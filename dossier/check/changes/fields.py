"""Tells the fields of a record that differ, each as it was and as it is, and never cut.

Which records differ is left to `comparison`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from dossier.check.changes.report_line import Phrase, Wordings, Words
from dossier.check.changes.words import differing
from dossier.model import Evidence
from dossier.model.words import Record

_SHORT = 60
FIELD_NAMES = {
    "said_by": "speaker",
    "short": "short text",
    "reported": "date of report",
    "status_reason": "reason of the status",
}
"""Fields that go by other words than their keys."""

Lines = Iterator[Phrase | Wordings]


def name_of(field: str) -> str:
    """Return the name of a field in words."""
    return FIELD_NAMES.get(field, field.replace("_", " "))


def told(field: str, before: object, after: object) -> Lines:
    """Yield what became of one field."""
    if isinstance(before, tuple) and isinstance(after, tuple):
        yield from _listed(field, before, after)
    elif isinstance(before, Record) and isinstance(after, Record) and type(before) is type(after):
        for name in type(after).model_fields:
            if getattr(before, name) != getattr(after, name):
                yield from told(f"{name_of(field)}, {name}", getattr(before, name), getattr(after, name))
    else:
        yield from _worded(field, plain(before), plain(after))


def plain(value: object) -> str:
    """Return a value in one text, which is empty for none."""
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        return ", ".join(map(plain, value))
    if isinstance(value, Record):
        # Fields that are not given are left out.
        given = {name: getattr(value, name) for name in value.model_dump(exclude_defaults=True)}
        return "; ".join(f"{name}: {plain(one)}" for name, one in given.items())
    return str(value)


def evidence(one: Evidence) -> Phrase:
    """Return a piece of evidence in one line."""
    drift: Phrase = (", drift ", Words(plain(one.drift))) if one.drift else ()
    how = f" ({one.origin_basis}, {one.support}"
    return (Words(one.source), f" ¶{one.paragraph} ", Words(one.quote), " from ", Words(one.origin), how, *drift, ")")


def evidence_lines(lost: Sequence[Evidence], gained: Sequence[Evidence]) -> Lines:
    """Yield what became of evidence: what was moved or altered as such, and what is gone and new."""
    by_quote, by_paragraph = ({_key(one, name): one for one in reversed(gained)} for name in ("quote", "paragraph"))
    taken: set[int] = set()
    gone = []
    for old in lost:
        found = (by_quote.get(_key(old, "quote")), by_paragraph.get(_key(old, "paragraph")))
        new = next((one for one in found if one is not None and id(one) not in taken), None)
        if new is None:
            gone.append(old)
            continue
        taken.add(id(new))
        yield ("evidence ", Words(new.source), f" ¶{new.paragraph} ", Words(new.quote), " changed")
        for name in type(new).model_fields:
            if getattr(old, name) != getattr(new, name):
                yield from told(f"evidence, {name_of(name)}", getattr(old, name), getattr(new, name))
    yield from (("evidence gone: ", *evidence(one)) for one in gone)
    yield from (("evidence new: ", *evidence(one)) for one in gained if id(one) not in taken)


def _key(one: Evidence, field: str) -> tuple[str, object]:
    return one.source, getattr(one, field)


def _listed(field: str, before: tuple[object, ...], after: tuple[object, ...]) -> Lines:
    old, new = list(map(plain, before)), list(map(plain, after))
    gone, fresh = list((Counter(old) - Counter(new)).elements()), list((Counter(new) - Counter(old)).elements())
    if not gone and not fresh:
        yield (f"{name_of(field)}: the same in another order",)
    for one, other in zip_longest(gone, fresh, fillvalue=""):
        yield from _worded(field, one, other)


def _worded(field: str, before: str, after: str) -> Lines:
    name = name_of(field)
    if before and after and max(len(before), len(after)) > _SHORT:
        places = tuple(differing(before, after))
        yield (f"{name}:",) if places else (f"{name}: the same words with other spaces between them",)
        if places:
            yield Wordings(places)
        return
    yield (f"{name}: ", *(_or_none(before)), " → ", *(_or_none(after)))


def _or_none(value: str) -> Phrase:
    return (Words(value),) if value else ("none",)
