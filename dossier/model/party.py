"""Parties, who hold positions, and people, who say things.

What a party wants is left to `library`, which derives it from claims.
"""

from dossier.model.words import Id, Line, Number, Prose, Record


class Party(Record):
    """Who holds a position."""

    id: Id
    """Unique among parties. Permanent: part of the party's address."""
    name: Line
    """How readers are told of it."""
    about: Prose | None = None
    """Who that is, for a reader who does not know."""
    aliases: tuple[Line, ...] = ()
    """Other names, in the language of the site."""
    spellings: tuple[Line, ...] = ()
    """What readers type, in any language."""
    order: Number = 100
    """Parties are listed by this number, then by name."""


class Person(Record):
    """Who said something."""

    id: Id
    """Unique among people. Permanent."""
    name: Line
    """The name as readers are told it."""
    party: Id | None = None
    """The party that the person speaks for."""
    role: Line | None = None
    """Office or function at the time of what is cited."""
    aliases: tuple[Line, ...] = ()
    """Other names, in the language of the site."""
    spellings: tuple[Line, ...] = ()
    """What readers type, in any language."""


class Parties(Record):
    """The file `briefings/parties.yaml`."""

    parties: tuple[Party, ...]
    """Who holds positions."""


class People(Record):
    """The file `briefings/people.yaml`."""

    people: tuple[Person, ...]
    """Who says things."""
