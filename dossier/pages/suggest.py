"""The page on which a reader words a correction of the claim they come from, where the settings say where to send it.

A script in the reader's browser writes the issue or e-mail, and the reader sends it: nothing is sent from here.
"""

from dataclasses import dataclass
from functools import partial
from typing import NamedTuple
from urllib.parse import urlsplit

from dossier.linked import address
from dossier.model import Settings
from dossier.pages.page import Page, Toc, feed_links
from dossier.wording import suggestion

_ROOM = {"text": 300, "why": 1000}
_SHORT = 400


class Question(NamedTuple):
    """One field: `heading` stands above the answer in what is sent, `room` is how many characters an answer has."""

    id: str
    words: str
    heading: str
    room: int
    is_needed: bool
    is_short: bool


@dataclass(frozen=True, slots=True)
class SuggestView:
    """The questions, and where the answers go: an address, the same for people, and the words of the link."""

    title: str
    to: str
    name: str
    send: str
    questions: tuple[Question, ...]
    toc: tuple[Toc, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestMatter:
    """Where suggestions go."""

    to: str
    modified: None = None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.SUGGEST


def suggest_page(matter: SuggestMatter, settings: Settings) -> Page:
    """Return the page on which a correction is worded."""
    return Page(
        address=matter.address,
        kind="suggest",
        template="pages/suggest.html",
        title=suggestion.title(),
        description=suggestion.about(),
        build=partial(_view, matter.to),
        feeds=feed_links(settings),
        searched=False,
    )


def _view(to: str) -> SuggestView:
    host = urlsplit(to).hostname or ""
    return SuggestView(
        title=suggestion.title(),
        to=to,
        name=to.removeprefix("mailto:"),
        send=suggestion.send(host),
        questions=tuple(
            Question(
                field.id,
                suggestion.asked(field),
                field.question,
                _ROOM.get(field.id, _SHORT),
                field.is_needed,
                field.id not in _ROOM,
            )
            for field in suggestion.FORMS[suggestion.CORRECT_CLAIM]
        ),
    )
