"""How the command line is read: words, options and what is wrong with them, in plain sentences.

Never runs anything.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from dossier.problem import UserError, suggest


@dataclass(frozen=True, slots=True)
class Basics:
    """The options that every command takes. `archive` and `site` are as typed, relative to where one stands."""

    root: str
    archive: str | None
    site: str | None
    search: bool
    quiet: bool


class Parser(argparse.ArgumentParser):
    """An `ArgumentParser` that raises `UserError`, takes no shortened options, and keeps line breaks in its help."""

    def __init__(self, command: str, words: str, summary: str, example: str = "") -> None:
        """Take a command's name, what follows it, what it does, and how it looks when typed."""
        program = f"python build.py {command}".rstrip()
        super().__init__(
            prog=program,
            usage=f"{program} {words}",
            description=f"{summary[:1].upper()}{summary[1:]}.",
            epilog=f"for example:\n  {example}" if example else None,
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Raise the fault that was found while reading the command line."""
        if found := re.fullmatch(r"the following arguments are required: (.+)", message):
            raise UserError(f"{found[1]} is missing", self._use())
        if found := re.fullmatch(r"argument (\S+): expected one argument", message):
            raise UserError(f"{found[1]} needs a value behind it", self._use())
        if found := re.fullmatch(r"argument (\S+): (.+)", message, re.DOTALL):
            name = f"{found[1]}: " if found[1].startswith("-") else ""
            raise UserError(f"{name}{found[2]}", self._use())
        raise UserError(message, self._use())

    def _use(self) -> str:
        return f"use: {self.usage}"

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """Return the options in `words`. Raises `UserError`, with what was probably meant by an unknown option."""
        known, extra = self.parse_known_args(list(words))
        if not extra:
            return known
        word = extra[0]
        if not word.startswith("-"):
            raise UserError(f'"{word}" is one word too many', self._use())
        name = word.partition("=")[0]
        options = [option for action in self._actions for option in action.option_strings]
        meant = suggest(name, options)
        raise UserError(f'there is no option "{name}"', f'did you mean "{meant}"?' if meant else self._use())


def one_of(*words: str) -> Callable[[str], str]:
    """Return a reader of a value that must be one of `words`."""

    def read(value: str) -> str:
        if value in words:
            return value
        meant = suggest(value, words)
        said = f'"{value}" is none of {", ".join(words)}'
        raise argparse.ArgumentTypeError(f'{said}; did you mean "{meant}"?' if meant else said)

    return read


def add_basics(parser: argparse.ArgumentParser) -> None:
    """Let a parser take what every command takes."""
    basics = parser.add_argument_group("options of every command")
    basics.add_argument("--root", metavar="DIR", default=".", help="the dossier's folder (default: this one)")
    basics.add_argument("--archive", metavar="DIR", help="the folder of full texts (default: DOSSIER_ARCHIVE)")
    basics.add_argument("--site", metavar="DIR", help="where the site is built (default: site/ in the root)")
    basics.add_argument("--no-search", action="store_true", help="leave the search index out")
    basics.add_argument("--quiet", "-q", action="store_true", help="say only what is wrong")
    basics.add_argument("--help", "-h", action="help", help="show this and stop")


def basics_of(options: argparse.Namespace, environment_archive: str | None) -> Basics:
    """Return what every command takes, as it was typed."""
    return Basics(
        root=options.root,
        archive=options.archive or environment_archive or None,
        site=options.site,
        search=not options.no_search,
        quiet=options.quiet,
    )
