"""Says in words how a claim is known, and what of it is disputed.

How it is known is left to `evidence`, which derives it; nothing is said here that does not follow from that.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from dossier.evidence import Basis, BasisKind, basis, publisher_key, roots
from dossier.linked import LinkedClaim, LinkedEvidence, LinkedOrigin, LinkedSource
from dossier.wording import basis as words
from dossier.wording import phrase
from dossier.wording.labels import BASIS, MARK


class Mark(NamedTuple):
    """A word that sets a claim apart: Withdrawn, Disputed, Denied, Replaced. It holds from the day `since`."""

    word: str
    name: str
    since: str


def marks(linked: LinkedClaim) -> tuple[Mark, ...]:
    """Return what sets a claim apart; nothing for one that stands and that nothing disputes."""
    found = []
    if linked.claim.status == "withdrawn":
        found.append(Mark(MARK["withdrawn"], "withdrawn", ""))
    if linked.is_disputed:
        name = linked.claim.status or "disputed"
        found.append(Mark(MARK[name], name, _disputed_since(linked)))
    if linked.superseded_by:
        found.append(Mark(MARK["replaced"], "replaced", until(linked)))
    return tuple(found)


def deniers(linked: LinkedClaim) -> dict[str, LinkedOrigin]:
    """Return the origins of the passages that deny a claim, by id."""
    return {each.origin.id: each.origin for each in linked.evidence if each.origin and each.record.support == "denies"}


def until(linked: LinkedClaim) -> str:
    """Return the first day on which something that replaces the claim was known, or an empty string."""
    return _first(phrase.known_since(linked.related[each].reported) for each in linked.superseded_by)


def _disputed_since(linked: LinkedClaim) -> str:
    against = [source for each, source, _ in linked.evidence if each.support == "denies" and source]
    others = (*linked.contradicts, *linked.contradicted_by)
    reported = linked.claim.reported
    days = [phrase.known_since(source.record.dated or reported) for source in against]
    days += [phrase.known_since(linked.related[each].reported) for each in others]
    return max(_first(days), phrase.known_since(linked.claim.reported))


def _first(days: Iterable[str]) -> str:
    return min(days, default="")


def basis_label(linked: LinkedClaim) -> str:
    """Return how a claim is known in a word or two, for a cell."""
    return label_of(linked.basis)


def is_unnamed(linked: LinkedClaim, found: Basis | None) -> bool:
    """Return whether a claim is known from one report that also uses sources whom it does not name."""
    if found is None or found.kind != "one-report":
        return False
    deciding = [linked.cited[number][1] for number in found.passages]
    return any(origin.record.unnamed_sources for origin in deciding if origin)


def label_of(found: Basis | None) -> str:
    """Return a basis in a word or two."""
    if found is None:
        return words.none()
    return words.independent(found.count) if found.kind == "independent" else BASIS[found.kind]


def basis_words(linked: LinkedClaim) -> str:
    """Return how a claim is known: "One report: The Tide, unnamed sources; here through The Gull (grade B)"."""
    return words_of(linked, linked.basis, linked.evidence)


def basis_by(linked: LinkedClaim, evidence: Sequence[LinkedEvidence]) -> Basis | None:
    """Return how a claim was known by some of its evidence."""
    return basis(linked.claim, [each.record for each in evidence], linked.origins)


def words_of(linked: LinkedClaim, found: Basis | None, evidence: Sequence[LinkedEvidence]) -> str:
    """Return in words how a claim is known by some of its evidence, of which `found` is the basis."""
    if found is None:
        return words.none()
    deciding = [evidence[number] for number in found.passages]
    return _WORDS[found.kind](linked, found, deciding)


_Words = Callable[[LinkedClaim, Basis, Sequence[LinkedEvidence]], str]


def _independent(_: LinkedClaim, found: Basis, deciding: Sequence[LinkedEvidence]) -> str:
    passages: dict[str, list[LinkedEvidence]] = {}
    for each in deciding:
        if each.origin:
            passages.setdefault(_root_name(each.origin), []).append(each)
    names = [words.here_through(name, _carriers(cited)) for name, cited in passages.items()]
    return words.independent_of(found.count, names)


def _on_record(linked: LinkedClaim, found: Basis, deciding: Sequence[LinkedEvidence]) -> str:
    speaker = linked.person.name if linked.person else ""
    quoted = [each for each in deciding if each.record.speech == "quoted"]
    through = _carriers(quoted or deciding)
    said = words.on_record(speaker, is_inferred=found.is_inferred)
    if quoted:
        said = words.quoted(said)
    elif any(each.record.speech == "paraphrased" for each in deciding) and through:
        return words.paraphrased(said, through)
    return words.through(said, through)


def _document(_: LinkedClaim, found: Basis, deciding: Sequence[LinkedEvidence]) -> str:
    seen = phrase.listed(_unlike(each.origin.record.seen_by for each in deciding if each.origin))
    return words.known_through(_read(found, words.document(seen)), _carriers(deciding))


def _party_account(_: LinkedClaim, found: Basis, deciding: Sequence[LinkedEvidence]) -> str:
    origins = [each.origin for each in deciding if each.origin]
    names = [words.inside(each) for each in _unlike(name_of(each) for each in origins)]
    if any(_is_nameless(each) for each in origins):
        said = words.said_in(phrase.listed(names))
    else:
        said = words.account(names[0]) if len(names) == 1 else words.accounts(phrase.listed(names))
    return words.through(_read(found, said), _carriers(deciding))


def _one_report(_: LinkedClaim, found: Basis, deciding: Sequence[LinkedEvidence]) -> str:
    origins = [each.origin for each in deciding if each.origin]
    names = phrase.listed(_unlike(name_of(each) for each in origins))
    said = words.one_report(names, is_inferred=found.is_inferred)
    if any(each.record.unnamed_sources for each in origins):
        said = words.unnamed_sources(said)
    return words.through(said, _carriers(deciding))


def _outlet(_: LinkedClaim, __: Basis, deciding: Sequence[LinkedEvidence]) -> str:
    return words.own_account(phrase.listed(_outlets(deciding)))


def _unattributed(_: LinkedClaim, __: Basis, deciding: Sequence[LinkedEvidence]) -> str:
    return words.no_origin(phrase.listed(_outlets(deciding)))


_WORDS: dict[BasisKind, _Words] = {
    "independent": _independent,
    "on-record": _on_record,
    "document": _document,
    "party-account": _party_account,
    "public-record": lambda *_: BASIS["public-record"],
    "one-report": _one_report,
    "outlet": _outlet,
    "unattributed": _unattributed,
}


def _read(found: Basis, said: str) -> str:
    return words.by_our_reading(said) if found.is_inferred else said


def name_of(origin: LinkedOrigin) -> str:
    """Return by whose name an origin goes: that of its publisher, or of who spoke, or its own.

    Who publishes an interview is not who speaks in it.
    """
    speaker = origin.speaker.name if origin.speaker else ""
    if origin.record.kind == "interview":
        return speaker or origin.record.name
    return origin.record.publisher or speaker or origin.record.name


def _root_name(origin: LinkedOrigin) -> str:
    """Return by whose name that goes which an origin goes back to."""
    names = []
    for root in roots((origin.id,), origin.lineage):
        record = origin.lineage[root]
        if record.kind == "document":
            names.append(record.name)
        else:
            names.append(name_of(origin) if root == origin.id else record.publisher or record.name)
    return phrase.listed(_unlike(names)) or name_of(origin)


def _is_nameless(origin: LinkedOrigin) -> bool:
    return name_of(origin) == origin.record.name


def _carriers(deciding: Iterable[LinkedEvidence]) -> str:
    """Return through whom passages reach us, each with its grade; empty where one of them is the origin itself."""
    found: dict[str, LinkedSource] = {}
    for each in deciding:
        if _is_its_own(each):
            return ""
        if each.source:
            found.setdefault(each.source.record.outlet, each.source)
    return phrase.listed(words.carrier(outlet, source.record.reliability.grade) for outlet, source in found.items())


def _is_its_own(evidence: LinkedEvidence) -> bool:
    """Return whether a passage stands in the text of its origin itself."""
    publisher = (evidence.origin.record.publisher or "") if evidence.origin else ""
    return evidence.source is not None and publisher_key(evidence.source.record.outlet) == publisher_key(publisher)


def _outlets(deciding: Iterable[LinkedEvidence]) -> list[str]:
    return _unlike(each.source.record.outlet for each in deciding if each.source)


def _unlike(names: Iterable[str | None]) -> list[str]:
    return list({publisher_key(name): name for name in names if name}.values())
