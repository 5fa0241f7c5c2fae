"""The attribution rule: the text of a claim says how the claim is known where that is weak.

How it is known is left to `evidence`. The rule knows names, and no words of any language.
"""

from collections.abc import Iterable, Iterator, Sequence

from dossier.check.names import is_named, names_of_origin, names_of_source, names_of_speaker
from dossier.evidence import Basis
from dossier.library import Library
from dossier.linked import LinkedClaim, LinkedEvidence
from dossier.problem import Area, Code, Problem
from dossier.wording import phrase

UNATTRIBUTED_CLAIM = Code(
    "unattributed-claim",
    Area.CLAIMS,
    "warning",
    "The text of a claim does not say how it is known, though that is weak.",
    "Name in the text who says so: the outlet, the report, the speaker, whose account it is, or who saw the document; or "
    "give the words of the text that do as `attribution`.",
)
ATTRIBUTION_NOT_IN_TEXT = Code(
    "attribution-not-in-text",
    Area.CLAIMS,
    "error",
    "The words given as `attribution` are not words of the text of the claim.",
    "Copy them from the text.",
)


def check(library: Library) -> Iterator[Problem]:
    """Yield the claims whose text does not say how they are known."""
    level = library.settings.attribution_rule
    for linked in library.claims.values():
        given = linked.claim.attribution
        if given is not None and given not in linked.claim.text:
            yield Problem(
                ATTRIBUTION_NOT_IN_TEXT,
                f'the attribution of claim "{linked.claim.id}" does not stand in its text',
                linked.place("attribution"),
                "copy it from the text, letter by letter",
            )
        elif given is None and level != "ignore" and linked.basis and linked.claim.status != "withdrawn":
            yield from _unattributed(linked, linked.basis, is_error=level == "error")


def _unattributed(linked: LinkedClaim, basis: Basis, *, is_error: bool) -> Iterator[Problem]:
    evidence = linked.evidence
    deciding = [evidence[number] for number in basis.passages]
    asked = _asked(basis, deciding)
    if asked is None or any(None in (each.source, each.origin) for each in deciding):
        return
    what, names = asked
    if not is_named(linked.claim.text, names):
        yield Problem(
            UNATTRIBUTED_CLAIM,
            f'the text of claim "{linked.claim.id}" does not name {what}',
            linked.place("text"),
            f"name one of them in the text: {phrase.listed(_few(names), 'or')}",
            is_raised=is_error,
        )


def _asked(basis: Basis, deciding: Sequence[LinkedEvidence]) -> tuple[str, list[str]] | None:
    """Return whom the text has to name, in words, and by which names; None where it need not name anybody."""
    sources = [each.source for each in deciding if each.source]
    origins = [each.origin for each in deciding if each.origin]
    outlets = [name for source in sources for name in names_of_source(source)]
    match basis.kind:
        case "outlet" | "unattributed":
            return "the outlet that says so", outlets
        case "one-report" if basis.is_inferred:
            return "the outlet, whose text does not name the report", outlets
        case "one-report":
            return "whose report it is", [name for origin in origins for name in names_of_origin(origin)]
        case "on-record":
            return "who said it", [name for origin in origins for name in names_of_speaker(origin)]
        case "party-account":
            return "whose account it is", [name for origin in origins for name in names_of_origin(origin)]
        case "document":
            names = [name for origin in origins for name in (*names_of_origin(origin), origin.record.name)]
            return "the document or who saw it", names
        case _:
            return None


def _few(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in dict.fromkeys(name for name in names if name)][:4]
