"""The sides rule: a text that rests on a disputed claim also rests on what disputes it.

It holds within one text: the overview, a topic in short, a whole bottom line, the note of an update. An update that a
correction mends is passed over.
"""

from collections.abc import Iterable, Iterator

from dossier.check.names import is_named, names_of_origin, names_of_source
from dossier.check.summaries import Summary, summaries
from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.problem import Area, Code, Problem
from dossier.wording import phrase

ONE_SIDED = Code(
    "one-sided",
    Area.CLAIMS,
    "warning",
    "A text rests on a disputed or denied claim and not on what disputes it.",
    "Tell in the same text what disputes it, and name the claim that does; where only a passage denies it, name who denies.",
)
ONE_PARTY_IN_SHORT = Code(
    "one-party-in-short",
    Area.CLAIMS,
    "warning",
    "A topic in short tells of one side, though several parties hold positions.",
    "Tell both sides in the sentence, and name claims of both under `claims`.",
)


def check(library: Library) -> Iterator[Problem]:
    """Yield the texts that tell one side of what is disputed or opposed."""
    level = library.settings.sides_rule
    if level == "ignore":
        return
    for one in summaries(library):
        if not one.is_mended:
            yield from _disputed(one, library, is_error=level == "error")
            if one.kind == "in_short":
                yield from _in_short(one, library, is_error=level == "error")


def _disputed(one: Summary, library: Library, *, is_error: bool) -> Iterator[Problem]:
    named = [library.claims[ref] for ref in one.claims if ref in library.claims]
    for linked in named:
        if not linked.is_disputed:
            continue
        against = list(_against(linked, library))
        if against and not {each.id for each in against} & {each.id for each in named}:
            yield Problem(
                ONE_SIDED,
                f'{one.name} rests on "{linked.id}", which is disputed, and not on what disputes it',
                one.at,
                f"tell that side too, and name {_either(each.id for each in against[:3])} with it",
                is_raised=is_error,
            )
        elif not against and (names := list(_who_denies(linked))) and not is_named(one.text, names):
            yield Problem(
                ONE_SIDED,
                f'{one.name} rests on "{linked.id}" and does not name who denies it',
                one.at,
                f"say that it is denied, and by whom: {_either(names[:3])}",
                is_raised=is_error,
            )


def _either(names: Iterable[str]) -> str:
    return phrase.listed([f'"{name}"' for name in names], "or")


def _against(linked: LinkedClaim, library: Library) -> Iterator[LinkedClaim]:
    for other_id in dict.fromkeys((*linked.contradicts, *linked.contradicted_by)):
        other = library.claims[other_id]
        if other.claim.status != "withdrawn":
            yield other


def _who_denies(linked: LinkedClaim) -> Iterator[str]:
    """Yield the names of those whose words deny a claim in its evidence; of the outlet where the origin is nobody's."""
    for each, source, origin in linked.evidence:
        if each.support == "denies" and source and origin:
            found = names_of_source(source) if origin.record.is_nobodys else names_of_origin(origin)
            yield from (name for name in found if name)


def _in_short(one: Summary, library: Library, *, is_error: bool) -> Iterator[Problem]:
    named = {ref for ref in one.claims if ref in library.claims}
    if len(named) < len(one.claims):
        return  # a claim that is not there is a problem of its own
    holders = [party for topic, party in library.positions if topic == one.topic]
    parties = {library.claims[ref].claim.party for ref in named} - {None}
    pairs = [each for each in library.disputes(one.topic) if each.kind == "positions" and each.is_live]
    if pairs and not any({each.left.id, each.right.id} <= named for each in pairs):
        pair = pairs[-1]
        yield Problem(
            ONE_PARTY_IN_SHORT,
            f'{one.name} does not tell both sides of opposed positions, such as "{pair.left.id}" and "{pair.right.id}"',
            one.at,
            "tell both in the sentence, and name both under `claims`",
            is_raised=is_error,
        )
    elif not pairs and len(holders) > 1 and len(parties) < 2:
        hold = phrase.listed(f'"{party}"' for party in holders)
        yield Problem(
            ONE_PARTY_IN_SHORT,
            f"{one.name} rests on claims of one party, yet {hold} hold positions on the topic",
            one.at,
            "tell in the sentence what a second one wants, and name its claim under `claims`",
            is_raised=is_error,
        )
