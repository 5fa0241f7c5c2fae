"""What was taken out of a file: paragraphs, what the file says of itself, and what a person should look at.

How it is taken out is left to the readers of each kind of file.
"""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["text", "html", "pdf", "markdown", "mail"]

NAMES: dict[Kind, str] = {
    "text": "plain text",
    "html": "a web page",
    "pdf": "a PDF file",
    "markdown": "Markdown",
    "mail": "a mail",
}
"""What each kind is called."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """What may be wrong, in a few words: with one paragraph, counted from 1, or with the whole (0)."""

    paragraph: int
    words: str


@dataclass(frozen=True, slots=True)
class Stated:
    """What a file says of itself; each is empty where it says nothing.

    `published` is a date as the model has it, and `basis` says where in the file it stands.
    """

    title: str = ""
    outlet: str = ""
    url: str = ""
    published: str = ""
    basis: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()

    def or_else(self, other: "Stated") -> "Stated":
        """Return this, completed by another where it says nothing."""
        dated = self if self.published else other
        return Stated(
            self.title or other.title,
            self.outlet or other.outlet,
            self.url or other.url,
            dated.published,
            dated.basis,
            self.language or other.language,
            self.authors or other.authors,
        )


@dataclass(frozen=True, slots=True)
class Extracted:
    """The paragraphs of a text in order, and all that there is to say of how they were taken.

    `done` says what was changed on the way, `left_out` what of the file was not taken, each a sentence. `everything` are
    all passages of the file that a person sees, also those that are no part of the text, such as a page's menu.
    `encoding` is empty where the kind of file settles it. `asks_to_sign_in` says that a page has a field for a password.
    """

    kind: Kind
    paragraphs: tuple[str, ...]
    stated: Stated = Stated()
    doubts: tuple[Doubt, ...] = ()
    done: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    everything: tuple[str, ...] = field(default=(), repr=False)
    encoding: str = ""
    asks_to_sign_in: bool = False
