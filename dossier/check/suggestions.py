"""Suggests what somebody meant who named something that does not exist: by a similar id, a name, an alias, a file or an address.

Only ids that exist are suggested, and several only where a name belongs to each of them. Similarity of words is left to
`problem.suggest`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from dossier.binding.values import WRONG_CLAIM_NAME, WRONG_ID
from dossier.library import Library
from dossier.library.linking import full_id
from dossier.model import Origin, Party, Person, Source, Topic
from dossier.model.ids import id_of
from dossier.model.words import CLAIM_REF_PATTERN
from dossier.problem import Place, Problem, suggest
from dossier.wording import english

WHERE_TO_LOOK: dict[str, str] = {
    "source": 'sources are the files in sources/, named without ".md"',
    "origin": "origins are listed in briefings/origins.yaml",
    "party": "parties are listed in briefings/parties.yaml",
    "person": "people are listed in briefings/people.yaml",
    "topic": 'topics are the files in briefings/topics/, named without ".yaml"',
    "update": "",
    "claim": "a claim is named as <brief>/<claim>, or as <claim> alone inside its own brief",
}
"""The hint where to look for the records of a kind."""
_NAMED_BY = {
    "source": "source",
    "origin": "origin",
    "depends_on": "origin",
    "party": "party",
    "said_by": "person",
    "topics": "topic",
    "corrects": "update",
}
_FOLDERS = ("sources", "fingerprints", "origins", "parties", "topics")
_SUGGESTED_AT_MOST = 100
_OFFERED_AT_MOST = 5
_NUMBER = re.compile(r"\d+")


class Suggester:
    """Suggests ids of one library. Each question looks at all ids, so after a hundred there are no more answers."""

    def __init__(self, library: Library) -> None:
        self._library = library
        corpus = library.corpus
        self._known: dict[str, Iterable[str]] = {
            "source": corpus.sources,
            "origin": corpus.origins,
            "party": corpus.parties,
            "person": corpus.people,
            "topic": corpus.topics,
            "update": [linked.id for linked in library.updates],
        }
        self._answers: dict[tuple[str, str, str], tuple[str, ...]] = {}
        self._names: dict[str, Mapping[str, Sequence[str]]] = {}

    def guesses(self, kind: str, named: str, brief_id: str = "") -> tuple[str, ...]:
        """Return the ids that were probably meant, few or none. `brief_id` is the brief in which a claim was named."""
        key = (kind, named, brief_id)
        if key not in self._answers:
            # One missing file may make thousands of ids unknown.
            self._answers[key] = self._guess(*key) if len(self._answers) < _SUGGESTED_AT_MOST else ()
        return self._answers[key]

    def hint(self, kind: str, named: str, brief_id: str = "") -> str:
        """Return the ids that were probably meant as a hint, or where to look."""
        guesses = [f'"{one}"' for one in self.guesses(kind, named, brief_id)]
        if not guesses:
            return WHERE_TO_LOOK[kind]
        return f"did you mean {english.listed(guesses, 'or')}?"

    def _guess(self, kind: str, named: str, brief_id: str) -> tuple[str, ...]:
        if kind == "claim":
            guess = self._claim(named, brief_id)
            return (guess,) if guess else ()
        known = self._known[kind]
        if (stem := _stem(named)) in known:
            return (stem,)
        if named.startswith(("http://", "https://")):
            # Another page of the same outlet is another source.
            return tuple(self._by_address.get(_plain_address(named), ())) if kind == "source" else ()
        if near := _near(named, known):
            return (near,)
        names = self._ids_by_name(kind)
        found = names.get(_folded(stem)) or names.get(_folded(named))
        if not found and (name := suggest(_folded(named), names)) and _NUMBER.findall(named) == _NUMBER.findall(name):
            found = names[name]
        return tuple(found) if found and len(found) <= _OFFERED_AT_MOST else ()

    def _ids_by_name(self, kind: str) -> Mapping[str, Sequence[str]]:
        if kind not in self._names:
            names: dict[str, list[str]] = {}
            for record_id, name in _names(kind, self._library):
                owners = names.setdefault(_folded(name), [])
                if record_id not in owners:
                    owners.append(record_id)
            self._names[kind] = names
        return self._names[kind]

    @cached_property
    def _by_address(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for source_id, source in self._library.sources.items():
            found.setdefault(_plain_address(source.url), []).append(source_id)
        return found

    def _claim(self, named: str, brief_id: str) -> str | None:
        claims, briefs = self._library.claims, self._library.corpus.briefs
        in_brief, _, local = full_id(named, brief_id).partition("/")
        if in_brief in briefs:
            if guess := _near(local, [linked.claim.id for linked in self._library.claims_by_brief[in_brief]]):
                return f"{in_brief}/{guess}" if "/" in named else guess
        elif (brief := _near(in_brief, briefs)) and f"{brief}/{local}" in claims:
            return f"{brief}/{local}"
        if local not in self._claims_by_local_id and "/" not in named:
            local = _near(local, self._claims_by_local_id) or local
        found = self._claims_by_local_id.get(local, [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _claims_by_local_id(self) -> dict[str, list[str]]:
        """All claims by their ids inside their briefs."""
        claims: dict[str, list[str]] = {}
        for claim_id in self._library.claims:
            claims.setdefault(claim_id.partition("/")[2], []).append(claim_id)
        return claims


def add_hints(problems: Iterable[Problem], library: Library) -> Iterator[Problem]:
    """Yield problems, with a hint added to those about the form of a reference.

    They come from reading single files, where it is not known which ids there are.
    """
    suggester = Suggester(library)
    for problem in problems:
        at = problem.at
        key = next((step for step in reversed(at.path) if isinstance(step, str)), "") if isinstance(at, Place) else ""
        if not isinstance(at, Place) or not at.part or problem.hint:
            yield problem
        elif problem.code == WRONG_CLAIM_NAME:
            yield replace(problem, hint=_claim_hint(at, suggester, library))
        elif problem.code == WRONG_ID and key in _NAMED_BY:
            yield replace(problem, hint=suggester.hint(_NAMED_BY[key], at.part))
        else:
            yield problem


def _claim_hint(at: Place, suggester: Suggester, library: Library) -> str:
    # In an address copied from the site the claim's id comes last.
    parts = [part for part in re.split("[/#]", at.part) if part]
    parts = parts[parts.index("briefs") + 1 :] if "briefs" in parts else parts
    guess = "/".join(id_of(part) for part in parts)
    path = PurePosixPath(at.file)
    brief_id = path.stem if path.parts[:1] == ("briefings",) and path.parent.name != "topics" else ""
    if full_id(guess, brief_id) in library.claims:
        return f'did you mean "{guess}"?'
    return (
        suggester.hint("claim", guess, brief_id) if re.fullmatch(CLAIM_REF_PATTERN, guess) else WHERE_TO_LOOK["claim"]
    )


def _names(kind: str, library: Library) -> Iterator[tuple[str, str]]:
    """Yield each id of a kind with each name of its record."""
    corpus = library.corpus
    records: Mapping[str, Mapping[str, Source | Origin | Party | Person | Topic]] = {
        "source": corpus.sources,
        "origin": corpus.origins,
        "party": corpus.parties,
        "person": corpus.people,
        "topic": corpus.topics,
    }
    for record_id, record in records.get(kind, {}).items():
        match record:
            case Source():
                names = [record.title, record.outlet, (urlsplit(record.url).hostname or "").removeprefix("www.")]
            case Origin():
                names = [record.name, *([record.publisher] if record.publisher else [])]
            case Topic():
                names = [record.title, *record.aliases, *record.spellings]
            case _:
                names = [record.name, *record.aliases, *record.spellings]
        yield from ((record_id, name) for name in names)


def _stem(named: str) -> str:
    """Return the last part of a path or an address on the site, without ending and fragment."""
    parts = [part for part in named.partition("#")[0].split("/") if part]
    if len(parts) > 1 and parts[-2] not in _FOLDERS:
        return named
    return re.sub(r"\.(?:md|ya?ml|txt)$", "", parts[-1]).strip() if parts else named


def _folded(name: str) -> str:
    return id_of(name.removeprefix("www.")) or " ".join(name.casefold().split())


def _plain_address(url: str) -> str:
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _near(named: str, known: Iterable[str]) -> str | None:
    """Return the id that was probably meant. Ids with different numbers are different things, unless one digit differs."""
    guess = suggest(named, known)
    if guess is None:
        return None
    if _NUMBER.findall(named) == _NUMBER.findall(guess):
        return guess
    apart = sum(one != other for one, other in zip(named, guess, strict=False))
    return guess if len(named) == len(guess) and apart == 1 else None
