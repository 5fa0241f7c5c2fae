"""Finds the command that was meant, runs it, and turns whatever stops it into a plain sentence.

Never imports a command that was not asked for: a check need not wait for what only a build needs.
"""

import argparse
import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from dossier import __version__
from dossier.cli.console import Console
from dossier.cli.environment import archive_variable, silence_output
from dossier.cli.options import Basics, Parser, add_basics, basics_of
from dossier.problem import UserError, suggest

CLEAN, PROBLEMS, WRONG_USE, STOPPED, CUT_OFF = 0, 1, 2, 130, 141


class Command(Protocol):
    """What a module of a command offers."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's own words and options."""

    def run(self, options: argparse.Namespace, basics: Basics, console: Console) -> int:
        """Run it and return the exit code. May raise `UserError`."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A command in the list: the module it lives in, what follows its name, what it does in a line, and an example."""

    module: str
    words: str
    summary: str
    example: str


COMMANDS = {
    "build": Listed(
        "build",
        "[options]",
        "build the site (what happens when no command is given)",
        "python build.py --no-search",
    ),
    "check": Listed(
        "check",
        "[options]",
        "check everything and say what is wrong",
        "python build.py check --archive ../texts",
    ),
    "serve": Listed(
        "serve",
        "[options]",
        "build, show the site on this machine, and follow changes",
        "python build.py serve --port 8080",
    ),
    "new": Listed(
        "new",
        "brief|topic|source|update ID [options], or dossier DIR",
        "begin a brief, a topic, a source or a whole dossier, or add an update",
        "python build.py new brief april-plan --date 2025-04-24\n"
        '  python build.py new update april-plan --kind development --claims return-of-plant --note "What changed."',
    ),
    "source": Listed(
        "source",
        "add FILE [options], or fingerprint [ID ...]",
        "make a record and a fingerprint of a text, or make fingerprints anew",
        "python build.py source add ../texts/article.txt --archive ../texts\n"
        "  python build.py source fingerprint --archive ../texts",
    ),
    "quote": Listed(
        "quote",
        '"WORDS" [options]',
        "find where words stand in the sources, ready to paste as evidence",
        'python build.py quote "some words of the passage"',
    ),
    "verify": Listed(
        "verify",
        "[ID ...] [options]",
        "hold all evidence against the archive, source by source",
        "python build.py verify --archive ../texts --record",
    ),
    "diff": Listed(
        "diff",
        "REVISION [options]",
        "say what changed since a revision, for whoever reviews it",
        "python build.py diff origin/main",
    ),
    "schema": Listed(
        "schema",
        "[options]",
        "write the JSON Schemas that editors use",
        "python build.py schema",
    ),
}
_WITH_VALUE = ("--root", "--archive", "--site")


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line `words` (by default what was typed) and return the exit code."""
    console = Console()
    try:
        try:
            code = _run(list(console.typed() if words is None else words), console)
        except SystemExit as end:  # how the reader of options ends after it has said what there is to say
            code = int(end.code or CLEAN)
        console.flush()
    except UserError as refusal:
        console.refuse(refusal)
        return WRONG_USE
    except KeyboardInterrupt:
        console.complain("stopped")
        return STOPPED
    except BrokenPipeError:
        silence_output()
        return CUT_OFF
    except OSError as error:
        # A full disk or a folder that may not be written to is no bug of ours, and no traceback helps with it.
        where = f" ({error.filename})" if error.filename else ""
        console.complain(f"the system refused: {error.strerror or error}{where}")
        silence_output()
        return WRONG_USE
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "dossier":
            raise
        console.refuse(
            UserError(f'the package "{missing.name}" is not installed here', "`make site` sets up all it needs")
        )
        return WRONG_USE
    return code


def _run(words: list[str], console: Console) -> int:
    name, rest = _split(words)
    if name is None and any(word in ("--help", "-h") for word in rest):
        console.say(_overview())
        return CLEAN
    if name is None and "--version" in rest:
        console.say(__version__)
        return CLEAN
    name = name or "build"
    listed = COMMANDS[name]
    command = cast(Command, importlib.import_module(f"dossier.cli.{listed.module}"))
    parser = Parser(name, listed.words, listed.summary, listed.example)
    command.add_options(parser)
    add_basics(parser)
    options = parser.read(rest)
    basics = basics_of(options, archive_variable())
    console.quiet = basics.quiet
    return command.run(options, basics, console)


def _split(words: list[str]) -> tuple[str | None, list[str]]:
    """Return the command in `words` and all the others. Options of every command may stand before it."""
    at = 0
    while at < len(words):
        word = words[at]
        if word in _WITH_VALUE:
            at += 2
        elif word.startswith("-") and word != "-":
            at += 1
        else:
            return _meant(word), [*words[:at], *words[at + 1 :]]
    return None, words


def _meant(word: str) -> str:
    if word == "help":
        raise UserError('there is no command "help"', "try: python build.py --help")
    if word not in COMMANDS:
        meant = suggest(word, COMMANDS)
        hint = f"did you mean: python build.py {meant}" if meant else f"there are: {', '.join(COMMANDS)}"
        raise UserError(f'there is no command "{word}"', hint)
    return word


def _overview() -> str:
    parser = Parser("", "", "")
    add_basics(parser)
    options = parser.format_help().partition("options of every command:\n")[2]
    width = max(map(len, COMMANDS)) + 2
    return "\n".join(
        (
            "Dossier turns curated YAML briefs into a static briefing site whose every claim can be checked.",
            "",
            "python build.py [command] [options]",
            "",
            "commands:",
            *(f"  {name:<{width}}{listed.summary}" for name, listed in COMMANDS.items()),
            "",
            "options of every command:",
            options.rstrip(),
            "",
            "python build.py check --help tells of one command. Exit codes: 0 clean, 1 problems, 2 wrong use.",
        )
    )
