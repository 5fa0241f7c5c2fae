"""What somebody meant who named what there is not: by an id that is near, by a name, an alias, a file or an address.

Never names anything that does not exist, and names several only where a name belongs to each of them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from dossier.binding import meant_id
from dossier.library import Library
from dossier.library.linking import full_id
from dossier.model import Origin, Party, Person, Source, Topic
from dossier.model.words import CLAIM_REF_PATTERN
from dossier.problem import Place, Problem, suggest

WHERE: dict[str, str] = {
    "source": 'sources are the files in sources/, named without ".md"',
    "origin": "origins are listed in briefings/origins.yaml",
    "party": "parties are listed in briefings/parties.yaml",
    "person": "people are listed in briefings/people.yaml",
    "topic": 'topics are the files in briefings/topics/, named without ".yaml"',
    "update": "",
    "claim": "a claim is named as <brief>/<claim>, or as <claim> alone inside its own brief",
}
"""Where one finds what there is of a kind."""
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


class Meanings:
    """Knows what there is. Each question looks at all of it, so after many of them there is no more answer."""

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
        self._told: dict[tuple[str, str, str], tuple[str, ...]] = {}

    def of(self, kind: str, named: str, brief_id: str = "") -> tuple[str, ...]:
        """Return the ids, few or none, that were probably meant. `brief_id` is the brief in which a claim was named."""
        key = (kind, named, brief_id)
        if key not in self._told:
            # A file that went missing may leave thousands unknown.
            self._told[key] = self._meant(*key) if len(self._told) < _SUGGESTED_AT_MOST else ()
        return self._told[key]

    def hint(self, kind: str, named: str, brief_id: str = "") -> str:
        """Return what was probably meant as a hint, or a word on where to look."""
        meant = self.of(kind, named, brief_id)
        if not meant:
            return WHERE[kind]
        offered = [f'"{one}"' for one in meant]
        return f"did you mean {' or '.join((', '.join(offered[:-1]), offered[-1])) if offered[1:] else offered[0]}?"

    def _meant(self, kind: str, named: str, brief_id: str) -> tuple[str, ...]:
        if kind == "claim":
            meant = self._claim(named, brief_id)
            return (meant,) if meant else ()
        known = self._known[kind]
        if (stem := _stem(named)) in known:
            return (stem,)
        if named.startswith(("http://", "https://")):
            # Another page of the same outlet is another source.
            return tuple(self._by_address.get(_plain_address(named), ())) if kind == "source" else ()
        if near := _near(named, known):
            return (near,)
        names = self._names(kind)
        found = names.get(_folded(stem)) or names.get(_folded(named))
        if not found and (name := suggest(_folded(named), names)) and _NUMBER.findall(named) == _NUMBER.findall(name):
            found = names[name]
        return tuple(found) if found and len(found) <= _OFFERED_AT_MOST else ()

    def _names(self, kind: str) -> Mapping[str, Sequence[str]]:
        if kind not in self._by_name:
            names: dict[str, list[str]] = {}
            for record_id, name in _spelled(kind, self._library):
                owners = names.setdefault(_folded(name), [])
                if record_id not in owners:
                    owners.append(record_id)
            self._by_name[kind] = names
        return self._by_name[kind]

    @cached_property
    def _by_name(self) -> dict[str, Mapping[str, Sequence[str]]]:
        return {}

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
            if meant := _near(local, [claim.id for claim in briefs[in_brief].claims]):
                return f"{in_brief}/{meant}" if "/" in named else meant
        elif (brief := _near(in_brief, briefs)) and f"{brief}/{local}" in claims:
            return f"{brief}/{local}"
        if local not in self._elsewhere and "/" not in named:
            local = _near(local, self._elsewhere) or local
        found = self._elsewhere.get(local, [])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _elsewhere(self) -> dict[str, list[str]]:
        """All claims by what they are called inside their briefs."""
        claims: dict[str, list[str]] = {}
        for claim_id in self._library.claims:
            claims.setdefault(claim_id.partition("/")[2], []).append(claim_id)
        return claims


def hinted(problems: Iterable[Problem], library: Library) -> Iterator[Problem]:
    """Yield problems, and what was probably meant with those that are about the form of a reference.

    Whoever reads a single file knows what form an id has and not which ids there are.
    """
    meanings = Meanings(library)
    for problem in problems:
        at = problem.at
        key = next((step for step in reversed(at.path) if isinstance(step, str)), "") if isinstance(at, Place) else ""
        if not isinstance(at, Place) or not at.part or problem.hint:
            yield problem
        elif problem.code == "wrong-claim-name":
            yield replace(problem, hint=_claim_hint(at, meanings, library))
        elif problem.code == "wrong-id" and key in _NAMED_BY:
            yield replace(problem, hint=meanings.hint(_NAMED_BY[key], at.part))
        else:
            yield problem


def _claim_hint(at: Place, meanings: Meanings, library: Library) -> str:
    # Whoever copied the claim's address from the site has its name at the end.
    parts = [part for part in re.split("[/#]", at.part) if part]
    parts = parts[parts.index("briefs") + 1 :] if "briefs" in parts else parts
    meant = "/".join(meant_id(part) for part in parts)
    lying = PurePosixPath(at.file)
    brief_id = lying.stem if lying.parts[:1] == ("briefings",) and lying.parent.name != "topics" else ""
    if full_id(meant, brief_id) in library.claims:
        return f'did you mean "{meant}"?'
    return meanings.hint("claim", meant, brief_id) if re.fullmatch(CLAIM_REF_PATTERN, meant) else WHERE["claim"]


def _spelled(kind: str, library: Library) -> Iterator[tuple[str, str]]:
    """Yield each id of a kind with each name that the record goes by."""
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
    """Return what is left of a path or an address on the site: its last part, without ending and fragment."""
    parts = [part for part in named.partition("#")[0].split("/") if part]
    if len(parts) > 1 and parts[-2] not in _FOLDERS:
        return named
    return re.sub(r"\.(?:md|ya?ml|txt)$", "", parts[-1]).strip() if parts else named


def _folded(name: str) -> str:
    return meant_id(name.removeprefix("www.")) or " ".join(name.casefold().split())


def _plain_address(url: str) -> str:
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"


def _near(named: str, known: Iterable[str]) -> str | None:
    """Return what was probably meant. Two ids with other numbers are two things, unless they are one digit apart."""
    meant = suggest(named, known)
    if meant is None:
        return None
    if _NUMBER.findall(named) == _NUMBER.findall(meant):
        return meant
    apart = sum(one != other for one, other in zip(named, meant, strict=False))
    return meant if len(named) == len(meant) and apart == 1 else None
