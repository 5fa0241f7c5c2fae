"""Parties, who hold positions, and people, who say things.

Never says what a party wants: positions are derived from claims.
"""

from typing import Annotated

from pydantic import Field

from dossier.model.words import Id, Line, Prose, Record


class Party(Record):
    """Who holds a position."""

    id: Id
    name: Line
    about: Prose | None = None
    aliases: tuple[Line, ...] = ()
    spellings: tuple[Line, ...] = ()
    order: Annotated[int, Field(ge=0)] = 100
    """Parties are listed by this number, then by name."""


class Person(Record):
    """Who said something."""

    id: Id
    name: Line
    party: Id | None = None
    role: Line | None = None
    """Office or function at the time of what is cited."""
    aliases: tuple[Line, ...] = ()
    spellings: tuple[Line, ...] = ()


class Parties(Record):
    """The file `briefings/parties.yaml`."""

    parties: tuple[Party, ...]


class People(Record):
    """The file `briefings/people.yaml`."""

    people: tuple[Person, ...]
