"""Sentences on what claims rest on: how a quote was checked, what a reader must know, how claims are tied together.

Which of them holds is left to `pages`.
"""

from collections.abc import Sequence

from dossier.wording import phrase
from dossier.wording.labels import ORIGIN_STATUS
from dossier.wording.translation import Labels, gettext, gettext_noop, ngettext, number_words

CAUTION = Labels(
    {
        "unsupported": gettext_noop("No evidence here supports this claim; all of it denies it."),
    }
)
RELATION = Labels(
    {
        "superseded_by": gettext_noop("Replaced by"),
        "supersedes": gettext_noop("Replaces"),
        "denies": gettext_noop("Denies"),
        "denied_by": gettext_noop("Denied by"),
        "contradicts": gettext_noop("In conflict of fact with"),
        "opposes": gettext_noop("Opposed to"),
        "follows": gettext_noop("A later state of"),
        "followed_by": gettext_noop("Later state"),
        "responds_to": gettext_noop("Refers to"),
        "answered_by": gettext_noop("Referred to by"),
        "qualifies": gettext_noop("To be read with"),
    }
)
DISPUTE = Labels(
    {
        "denial": gettext_noop("One side asserts something, the other denies it."),
        "fact": gettext_noop("A conflict of fact: what these assert cannot both hold."),
        "positions": gettext_noop("Opposed positions: the two sides here want different things."),
    }
)
"""What is said of claims that stand against each other."""
TALLY = Labels(
    {
        "cited": gettext_noop("%(number)s cited"),
        "left out": gettext_noop("%(number)s left out, with a reason"),
        "not read": gettext_noop("%(number)s not yet read"),
    }
)
"""How many paragraphs of a source met which fate."""


def reported_and_denied(outlets: str, names: str) -> str:
    """Return who reports a thing and who denies it; it stands above both claims."""
    return gettext("Reported by %(outlets)s; denied by %(names)s.", outlets=outlets, names=names)


def not_named(number: int) -> str:
    """Return what stands at the end of a list of people for those without a name."""
    return ngettext("one not named", "%(num)s not named", number)


def denied_too(names: str) -> str:
    """Return who denies a claim, beside it."""
    return gettext("denied by %(names)s", names=names)


def denied(origin: str) -> str:
    """Return that a passage denies its claim, and who denies it there; `origin` may be empty."""
    return gettext("Denies the claim; denied by %(origin)s", origin=origin) if origin else gettext("Denies the claim")


def partial() -> str:
    """Return that a passage supports its claim in part."""
    return gettext("Supports the claim in part")


def bends() -> str:
    """Return that a text changes what its origin said."""
    return gettext("this passage bends its origin")


def omits() -> str:
    """Return that a text leaves out something that its origin said."""
    return gettext("this passage leaves out part of what its origin said")


def differs() -> str:
    """Return that a text does not say what its origin said."""
    return gettext("this passage differs from its origin")


def inferred(number: int, claim_count: int) -> str:
    """Return that the editors infer the origin of some of a source's claims."""
    if number == claim_count:
        return gettext("inferred by the editors, not named for these passages")
    return ngettext(
        "inferred by the editors for %(num)s of them", "inferred by the editors for %(num)s of them", number
    )


def not_read() -> str:
    """Return what is said of a paragraph that nobody has read yet."""
    return gettext("not yet read")


def not_cited() -> str:
    """Return what is said of a source that no claim cites."""
    return gettext("not cited")


def graded(grade: str, words: str) -> str:
    """Return the grade of a source in a list."""
    return gettext("graded %(grade)s, %(words)s", grade=grade, words=words)


def tainted(name: str, status: str) -> str:
    """Return the name of a corrected or withdrawn origin that a claim rests on."""
    return f"{name} ({ORIGIN_STATUS[status]})"


_ORIGIN_BECAME = Labels(
    {
        "corrected": gettext_noop("%(origin)s was corrected: %(reason)s"),
        "withdrawn": gettext_noop("%(origin)s was withdrawn: %(reason)s"),
    }
)


def origin_became(name: str, status: str, reason: str | None) -> str:
    """Return what became of an origin that is not current."""
    return _ORIGIN_BECAME.filled(status, origin=name, reason=reason or gettext("no reason is recorded"))


_SOURCE_BECAME = Labels(
    {
        "corrected": gettext_noop("Corrected by its publisher: %(reason)s"),
        "retracted": gettext_noop("Retracted by its publisher: %(reason)s"),
    }
)
PAGE_WAS = Labels(
    {
        "gone": gettext_noop("%(on_date)s the page was no longer there."),
        "unchanged": gettext_noop("%(on_date)s everything stood on the page as it was archived."),
        "moved": gettext_noop("%(on_date)s the page had moved to another address."),
    }
)
"""What was found where a source's page was looked at again. "On 3 May 2025" stands in the place of `on_date`."""


def source_became(status: str, reason: str | None) -> str:
    """Return what a source's publisher did with it."""
    return _SOURCE_BECAME.filled(status, reason=reason or gettext("no reason is recorded"))


def page_was(result: str, date: str) -> str:
    """Return what was found where a source's page was looked at again."""
    return PAGE_WAS.filled(result, on_date=_on(date))


def paragraphs_gone(numbers: Sequence[str], how_many: int, date: str) -> str:
    """Return which paragraphs a source's page no longer has; `numbers` may be ranges."""
    return ngettext(
        "%(on_date)s paragraph %(numbers)s no longer stood on the page as archived.",
        "%(on_date)s paragraphs %(numbers)s no longer stood on the page as archived.",
        how_many,
        numbers=phrase.listed(numbers),
        on_date=_on(date),
    )


def paragraph_gone(date: str) -> str:
    """Return that a source's page no longer has the paragraph of a quote."""
    return gettext("%(on_date)s this paragraph no longer stood on the page as archived.", on_date=_on(date))


def _on(date: str) -> str:
    words = phrase.span([date])
    return words[:1].upper() + words[1:]


def above() -> str:
    """Return what stands in place of a branch that was drawn before."""
    return gettext("see above")


def held(number: int, quote_count: int, date: str) -> str:
    """Return how many of a source's quotes were held against the archive, and when the newest of them was."""
    on_date = phrase.date_words(date)
    if number == quote_count:
        return gettext("held against the archive, last on %(date)s", date=on_date)
    counts = {"number": number_words(number), "all": number_words(quote_count)}
    return gettext("%(number)s of %(all)s quotes held against the archive, last on %(date)s", date=on_date, **counts)


def quotes_held(number: int, dates: Sequence[str]) -> str:
    """Return how many quotes of a source are on record as standing in the archived text, checked on some dates."""
    return ngettext(
        "%(num)s quote is on record as standing word for word in the archived text, checked on %(dates)s.",
        "%(num)s quotes are on record as standing word for word in the archived text, checked on %(dates)s.",
        number,
        dates=phrase.listed(phrase.date_words(each) for each in dates),
    )


def quotes_fitting(number: int, *, some_held: bool) -> str:
    """Return how many quotes of a source fit a fingerprint; `some_held` says that others are on record as held."""
    if some_held:
        return ngettext(
            "%(num)s quote fits the fingerprint of the paragraph; not yet on record as held against the archived text.",
            "%(num)s quotes fit the fingerprint of the paragraph; not yet on record as held against the archived text.",
            number,
        )
    return ngettext(
        "%(num)s quote fits the fingerprint of the paragraph; none is on record as held against the archived text.",
        "%(num)s quotes fit the fingerprint of the paragraph; none is on record as held against the archived text.",
        number,
    )


def quotes_unchecked(number: int) -> str:
    """Return how many quotes of a source could not be checked."""
    return ngettext("%(num)s quote could not be checked.", "%(num)s quotes could not be checked.", number)


def quote_fits() -> str:
    """Return that a quote fits a fingerprint."""
    return gettext("Fits the fingerprint of its paragraph.")


def quote_unchecked() -> str:
    """Return that nobody has checked a quote."""
    return gettext("Not checked yet.")


def reviewed(name: str, date: str, *, fits: bool) -> str:
    """Return who has read a claim against its sources and when; where it does not fit any more, that it changed since."""
    if fits:
        return gettext("Read against its sources by %(name)s on %(date)s.", name=name, date=phrase.date_words(date))
    return gettext(
        "Changed since it was read against its sources by %(name)s on %(date)s.",
        name=name,
        date=phrase.date_words(date),
    )


def problem_title(claim_id: str) -> str:
    """Return the title of a report of a problem with a claim."""
    return gettext("Problem with claim %(claim)s", claim=claim_id)


def problem_question() -> str:
    """Return what is asked of somebody who reports a problem."""
    return gettext("What is wrong, and how do you know?")
