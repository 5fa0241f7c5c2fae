"""The forms in which readers suggest a change: their fields, by permanent ids, each with its question.

The issue forms of a forge ask the same questions; a test compares them. Making edits of answers is left to `authoring`.
"""

from collections.abc import Mapping
from typing import NamedTuple

from dossier.wording.translation import gettext, gettext_noop


class Field(NamedTuple):
    """A field of a form. `question` is English: above an answer it says which one it is. `is_long` lets it have several lines."""

    id: str
    question: str
    is_needed: bool = True
    is_long: bool = False


CORRECT_CLAIM, ADD_CLAIM, ADD_SOURCE = "correct-claim", "add-claim", "add-source"
FORMS: Mapping[str, tuple[Field, ...]] = {
    CORRECT_CLAIM: (
        Field("claim", gettext_noop("Which claim is wrong?")),
        Field("text", gettext_noop("What should it say?")),
        Field("why", gettext_noop("What was wrong, and how do you know?"), is_long=True),
        Field("source", gettext_noop("Which source has the new quote?"), is_needed=False),
        Field("paragraph", gettext_noop("Which paragraph is the new quote in?"), is_needed=False),
        Field("quote", gettext_noop("What is the new quote?"), is_needed=False),
    ),
    ADD_CLAIM: (
        Field("brief", gettext_noop("Which brief does the claim belong to?")),
        Field("text", gettext_noop("What does the claim say?")),
        Field("kind", gettext_noop("What kind of claim is it?")),
        Field("party", gettext_noop("Whose position, act or statement is it?"), is_needed=False),
        Field("topics", gettext_noop("Which topics is it about?")),
        Field("date", gettext_noop("When did it happen, or when was it said?")),
        Field("reported", gettext_noop("Since when is it in the sources?"), is_needed=False),
        Field("source", gettext_noop("Which source says so?")),
        Field("paragraph", gettext_noop("In which paragraph?")),
        Field("quote", gettext_noop("In which words?")),
        Field("origin", gettext_noop("Who reported or said it first?")),
    ),
    ADD_SOURCE: (
        Field("outlet", gettext_noop("Who published the text?")),
        Field("address", gettext_noop("What is its address?")),
        Field("title", gettext_noop("What is its title?")),
        Field("date", gettext_noop("When was it published?")),
        Field("author", gettext_noop("Who wrote it?"), is_needed=False),
        Field("why", gettext_noop("What does it say that the site does not?"), is_long=True),
    ),
}
"""The fields of each form, in their order. The first question of a form stands in no other form."""


def title() -> str:
    """Return the title of the page on which a correction is worded."""
    return gettext("Suggest a correction")


def about() -> str:
    """Return the description of that page."""
    return gettext("How to tell the editors that a claim is wrong, with the passage that shows it.")


def send(host: str) -> str:
    """Return the words of the link that leads to the filled-in issue on a host, or to an e-mail where there is none."""
    return gettext("Open the filled-in form at %(host)s", host=host) if host else gettext("Open it as an e-mail")


def asked(field: Field) -> str:
    """Return the question of a field in the language of the site."""
    return gettext(field.question)
