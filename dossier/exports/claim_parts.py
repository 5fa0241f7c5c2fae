"""The files from which the page of all claims makes its list: claims in parts, and what they are filtered by.

Choosing and showing claims is left to the page's script, `templates/assets/claims.js`.

- `index.json`: the parts, newest first, as name and number of claims; the years, likewise; and the ids that topics
  and sources had before, each with that of today, as addresses with filters are kept.
- `<part>.json`, as in `2025-04.2.json`: claims, newest first, each as id, date, date in words, text, facts and marks.
- `traits/<year>.json`: for the claims of a year, in the same order, what they can be filtered by. `dates` are pairs of a
  date and how many claims in a row have it. Of each trait `names` has the values, and `columns` for each claim the
  number of its value, or a list of numbers.
- `names.json`: the people and the sources that claims name.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from dossier.exports.write_downloads import Download
from dossier.library import Library
from dossier.linked import LinkedClaim, address
from dossier.pages import basis_words
from dossier.pages.claim_groups import date_of
from dossier.pages.pagination import Period, split
from dossier.wording import basis as words
from dossier.wording import phrase
from dossier.wording.labels import KIND

_PART = 100
"""Claims in a part at most. A search that finds few claims in each of many parts loads all of these."""


def claim_parts(library: Library) -> Iterator[Download]:
    """Yield the files that the page of all claims loads."""
    claims = tuple(library.claims.values())
    # An empty file of a dossier without claims would be one more case for the script.
    parts = split(claims, date_of, _PART) or ((Period("all", claims),) if claims else ())
    years = [(year, tuple(group)) for year, group in groupby(claims, key=lambda linked: linked.claim.date[:4])]
    index = {
        "parts": [(part.key, len(part.members)) for part in parts],
        "years": [(year, len(members)) for year, members in years],
        "former": {
            "topic": library.corpus.former("topic", library.topics),
            "source": library.corpus.former("source", library.sources),
        },
    }
    yield Download(address.claims_data("index"), index, partial(_json, index))
    for part in parts:
        yield Download(address.claims_data(part.key), part.members, partial(_part, part.members))
    for year, members in years:
        yield Download(address.claims_data(f"traits/{year}"), members, partial(_traits, members))
    names = {"people": _people(library), "sources": _sources(library)}
    yield Download(address.claims_data("names"), names, partial(_json, names))


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _part(claims: Sequence[LinkedClaim]) -> bytes:
    return _json([_line(linked) for linked in claims])


def _line(linked: LinkedClaim) -> tuple[object, ...]:
    claim = linked.claim
    facts = [
        KIND[claim.kind],
        linked.party.name if linked.party else "",
        phrase.reported(claim.reported) if claim.reported != claim.date else "",
        _label(linked),
    ]
    return (
        linked.id,
        claim.date,
        phrase.when(claim.date, is_by=claim.dated == "by"),
        claim.text,
        " · ".join(fact for fact in facts if fact),
        [(mark.name, mark.word) for mark in basis_words.marks(linked)],
    )


def _label(linked: LinkedClaim) -> str:
    found = linked.basis
    label = basis_words.label_of(found)
    return words.unnamed_sources(label) if basis_words.is_unnamed(linked, found) else label


def _traits(claims: Sequence[LinkedClaim]) -> bytes:
    columns: dict[str, list[int | list[int]]] = {}
    names: dict[str, list[str]] = {}
    for name, values in _TRAITS.items():
        numbers: dict[str, int] = {}
        coded = [[numbers.setdefault(value, len(numbers)) for value in values(linked)] for linked in claims]
        columns[name] = [found[0] if len(found) == 1 else found for found in coded]
        names[name] = list(numbers)
    dates = [(date, len(list(group))) for date, group in groupby(map(date_of, claims))]
    return _json({"dates": dates, "names": names, "columns": columns})


def _bases(linked: LinkedClaim) -> list[str]:
    found = linked.basis
    if found is None:
        return ["none"]
    return [found.kind, "unnamed"] if basis_words.is_unnamed(linked, found) else [found.kind]


def _states(linked: LinkedClaim) -> list[str]:
    # A claim that is denied is disputed, too; its mark has the stronger word.
    found = dict.fromkeys("disputed" if mark.name == "denied" else mark.name for mark in basis_words.marks(linked))
    return [*found] or ["plain"]


def _persons(linked: LinkedClaim) -> Iterable[str]:
    claim = linked.claim
    return dict.fromkeys((*((claim.said_by,) if claim.said_by else ()), *claim.about))


_TRAITS: Mapping[str, Callable[[LinkedClaim], Iterable[str]]] = {
    "topic": lambda linked: linked.claim.topics,
    "party": lambda linked: (linked.claim.party,) if linked.claim.party else (),
    "kind": lambda linked: (linked.claim.kind,),
    "basis": _bases,
    "status": _states,
    "person": _persons,
    "source": lambda linked: dict.fromkeys(evidence.source for evidence in linked.claim.evidence),
}
"""What claims are filtered by, by the name that a filter has in the form and in the address of the page."""


def _people(library: Library) -> list[tuple[str, str]]:
    """Return the people who made claims or of whom claims speak: id and name."""
    named = {person for linked in library.claims.values() for person in _persons(linked)}
    return [(each, person.name) for each, person in library.people.items() if each in named]


def _sources(library: Library) -> list[tuple[str, str, str]]:
    """Return the sources that claims cite: id, outlet, and title with date."""
    return [
        (each, source.outlet, f"{source.title} ({phrase.date_short(source.dated) or phrase.undated()})")
        for each, source in library.sources.items()
        if library.cited_by_source[each]
    ]
