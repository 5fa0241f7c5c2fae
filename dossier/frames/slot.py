"""The gaps of a frame, the tokens that mark them while the theme renders, and what fills them.

Never looks for a token in what was filled in: a frame is cut once, before any authored text reaches it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Protocol

PREFIX = "\ue000"
"""Stands in front of every address of ours in rendered HTML, until the depth of its page is known."""


class Gap(StrEnum):
    """What differs between pages of one kind. The values are part of tokens, so they are plain letters."""

    TITLE = "title"
    DESCRIPTION = "description"
    ADDRESS = "address"
    POLICY = "policy"
    HEAD = "head"
    SKIP = "skip"
    TOC = "toc"
    BODY = "body"
    EDIT = "edit"
    # The theme makes the address of its "view source" button by writing "raw" where the other says "edit".
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
class Filling:
    """What one page puts into the gaps of its frame.

    `title` and `description` are plain text, `address` is absolute, `edit` too or empty. `head` and `body` are HTML
    and may hold `PREFIX`. `skip` is the id of the element that "skip to content" leads to.
    """

    title: str
    description: str
    address: str
    body: str
    head: str = ""
    toc: Sequence[Heading] = ()
    edit: str = ""
    skip: str = "_content"


def tokens(seed: bytes) -> dict[Gap, str]:
    """Return a token for each gap. No text that goes into `seed` can hold one, as it would need its own digest.

    A token is made of lower-case letters and digits, so that no filter of a theme's templates changes it.
    """
    digest = hashlib.blake2b(seed, digest_size=12).hexdigest()
    return {gap: f"gap{digest}{gap}end" for gap in Gap}


def literal(text: str) -> str:
    """Return plain text as HTML that is safe between tags and inside a quoted attribute."""
    return escape(text, quote=True)
