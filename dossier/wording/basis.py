"""How a claim is known, in words: by independent origins, on the record, by a party's account, from one report.

Which of these holds is left to `evidence`, and whose names stand in the words to `pages`.
"""

from collections.abc import Sequence

from dossier.wording.labels import BASIS
from dossier.wording.translation import gettext, ngettext


def none() -> str:
    """Return what is said of a claim that nothing supports."""
    return gettext("Nothing here supports it")


def independent(number: int) -> str:
    """Return "2 independent origins"."""
    return ngettext("%(num)s independent origin", "%(num)s independent origins", number)


def independent_of(number: int, names: Sequence[str]) -> str:
    """Return "2 independent origins: The Tide; The Gull, here through The Gazette (grade B)"."""
    return gettext("%(number)s: %(names)s", number=independent(number), names="; ".join(names))


def on_record(speaker: str, *, is_inferred: bool) -> str:
    """Return that somebody said it on the record."""
    if is_inferred:
        return gettext("On the record, by our reading: %(speaker)s", speaker=speaker)
    return gettext("On the record: %(speaker)s", speaker=speaker)


def quoted(said: str) -> str:
    """Return words on who said something, and that it is quoted."""
    return gettext("%(words)s, quoted", words=said)


def paraphrased(said: str, carriers: str) -> str:
    """Return words on who said something, and who paraphrased it."""
    return gettext("%(words)s, paraphrased by %(outlets)s", words=said, outlets=carriers)


def document(seen_by: str) -> str:
    """Return that a document says it, which somebody saw; `seen_by` may be empty."""
    return gettext("Document, seen by %(names)s", names=seen_by) if seen_by else BASIS["document"]


def said_in(names: str) -> str:
    """Return that it was said at some occasion."""
    return gettext("By what was said in %(names)s", names=names)


def account(name: str) -> str:
    """Return that one party says so."""
    return gettext("By %(name)s’s account", name=name)


def accounts(names: str) -> str:
    """Return that several parties say so."""
    return gettext("By the accounts of %(names)s", names=names)


def one_report(names: str, *, is_inferred: bool) -> str:
    """Return that it is known from one report."""
    if is_inferred:
        return gettext("One report, by our reading of %(names)s", names=names)
    return gettext("One report: %(names)s", names=names)


def unnamed_sources(said: str) -> str:
    """Return words on a report, and that it rests on people whom it does not name."""
    return gettext("%(words)s, which also uses unnamed sources", words=said)


def own_account(outlets: str) -> str:
    """Return that an outlet says it in its own voice."""
    return gettext("%(outlets)s’s own account", outlets=outlets)


def no_origin(outlets: str) -> str:
    """Return that an outlet does not say where it has it from."""
    return gettext("No origin given by %(outlets)s", outlets=outlets)


def by_our_reading(said: str) -> str:
    """Return words on an origin, and that the editors inferred it."""
    return gettext("%(words)s, by our reading", words=said)


def through(said: str, carriers: str) -> str:
    """Return words on an origin, and through whom its words reach us; `carriers` may be empty."""
    return gettext("%(words)s; here through %(outlets)s", words=said, outlets=carriers) if carriers else said


def here_through(name: str, carriers: str) -> str:
    """Return one origin of several, and through whom its words reach us; `carriers` may be empty."""
    return gettext("%(words)s, here through %(outlets)s", words=name, outlets=carriers) if carriers else name


def known_through(said: str, carriers: str) -> str:
    """Return words on a document, and through whom we know of it; `carriers` may be empty."""
    return gettext("%(words)s; known here through %(outlets)s", words=said, outlets=carriers) if carriers else said


def carrier(outlet: str, grade: str) -> str:
    """Return an outlet with its grade."""
    return gettext("%(outlet)s (grade %(grade)s)", outlet=outlet, grade=grade)


def inside(name: str) -> str:
    """Return a name as it stands inside a sentence: "the Pier Board". Names in other languages stay as they are."""
    article, space, rest = name.partition(" ")
    return f"the {rest}" if space and article == "The" else name
