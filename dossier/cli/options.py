"""Parses arguments and options, with a plain message for each mistake.

Running the command is left to `command`.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from dossier.cli.program import program_name, typed
from dossier.problem import UserError, suggest


@dataclass(frozen=True, slots=True)
class Basics:
    """The common options of all commands. `archive` and `site` are as typed, relative to the current folder."""

    root: str
    archive: str | None
    site: str | None
    search: bool
    quiet: bool


class Parser(argparse.ArgumentParser):
    """An `ArgumentParser` that raises `UserError`, takes no abbreviated options, and keeps line breaks in its help."""

    def __init__(self, command: str, arguments: str, summary: str, example: str = "") -> None:
        """Make the parser of a command, with what its help says."""
        name = program_name()
        program = f"{name} {command}".rstrip()
        example = typed(example, name)
        super().__init__(
            prog=program,
            usage=f"{program} {arguments}",
            description=f"{summary[:1].upper()}{summary[1:]}.",
            epilog=f"for example:\n  {example}" if example else None,
            add_help=False,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Raise `UserError` with a plain form of a message of argparse."""
        if found := re.fullmatch(r"the following arguments are required: (.+)", message):
            raise UserError(f"{found[1]} is missing", self._usage_hint())
        if found := re.fullmatch(r"argument (\S+): expected one argument", message):
            raise UserError(f"{found[1]} needs a value", self._usage_hint())
        if found := re.fullmatch(r"argument (\S+): (.+)", message, re.DOTALL):
            name = f"{found[1]}: " if found[1].startswith("-") else ""
            raise UserError(f"{name}{found[2]}", self._usage_hint())
        raise UserError(message, self._usage_hint())

    def _usage_hint(self) -> str:
        return f"usage: {self.usage}"

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """Return the parsed arguments. Raises `UserError`, with a suggestion for an unknown option."""
        known, extra = self.parse_known_args(list(arguments))
        if not extra:
            return known
        first = extra[0]
        if not first.startswith("-"):
            raise UserError(f'"{first}" is one argument too many', self._usage_hint())
        name = first.partition("=")[0]
        options = [option for action in self._actions for option in action.option_strings]
        meant = suggest(name, options)
        raise UserError(f'there is no option "{name}"', f'did you mean "{meant}"?' if meant else self._usage_hint())


def one_of(*words: str) -> Callable[[str], str]:
    """Return a function that parses a value which must be one of `words`."""

    def read(value: str) -> str:
        if value in words:
            return value
        meant = suggest(value, words)
        message = f'"{value}" is not one of {", ".join(words)}'
        raise argparse.ArgumentTypeError(f'{message}; did you mean "{meant}"?' if meant else message)

    return read


def add_basics(parser: argparse.ArgumentParser) -> None:
    """Add the common options to a parser."""
    group = parser.add_argument_group("options of every command")
    group.add_argument(
        "--root", metavar="DIR", default=".", help="the folder of the dossier (default: the current folder)"
    )
    group.add_argument("--archive", metavar="DIR", help="the folder of full texts (default: DOSSIER_ARCHIVE)")
    group.add_argument("--site", metavar="DIR", help="the folder of the site (default: site/ in the root)")
    group.add_argument("--no-search", action="store_true", help="build no search index")
    group.add_argument("--quiet", "-q", action="store_true", help="print only problems")
    group.add_argument("--help", "-h", action="help", help="show this help")


def basics_of(options: argparse.Namespace, environment_archive: str | None) -> Basics:
    """Return the common options, as they were typed."""
    return Basics(
        root=options.root,
        archive=options.archive or environment_archive or None,
        site=options.site,
        search=not options.no_search,
        quiet=options.quiet,
    )
