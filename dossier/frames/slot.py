"""The slots of a frame, the tokens that mark them while the theme renders, and the values that fill them.

Finding the tokens in a rendered page is left to `cut`.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Slot(StrEnum):
    """What differs between pages of one kind. The values become part of tokens, so they are plain letters."""

    TITLE = "title"
    DESCRIPTION = "description"
    ADDRESS = "address"
    POLICY = "policy"
    HEAD = "head"
    SKIP = "skip"
    TOC = "toc"
    BODY = "body"
    EDIT = "edit"
    # The theme makes the address of its "view source" button by replacing "edit" with "raw".
    VIEW = "raw"
    ID = "id"
    HEADING = "heading"


class Heading(Protocol):
    """One line of a table of contents."""

    @property
    def anchor(self) -> str:
        """The id of the section on its page."""

    @property
    def title(self) -> str:
        """Plain text."""

    @property
    def children(self) -> Sequence["Heading"]:
        """Headings below this one."""


@dataclass(frozen=True, slots=True)
class SlotValues:
    """What one page puts into the slots of its frame.

    `title` and `description` are plain text; `address` is an absolute URL, `edit` an absolute URL or empty. `head` and
    `body` are HTML and may contain `ROOT_MARK`. `skip` is the id of the element that "skip to content" leads to.
    """

    title: str
    description: str
    address: str
    body: str
    head: str = ""
    toc: Sequence[Heading] = ()
    edit: str = ""
    skip: str = "_content"


def make_tokens(seed: bytes) -> dict[Slot, str]:
    """Return a token for each slot.

    A token contains a digest of `seed`, so no text that is part of `seed` can contain it. It has only lower-case letters
    and digits, so no filter of a theme's templates changes it.
    """
    digest = hashlib.blake2b(seed, digest_size=12).hexdigest()
    return {slot: f"slot{digest}{slot}end" for slot in Slot}
