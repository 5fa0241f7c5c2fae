"""Finds the command, imports and runs it, and turns what stops it into a message and an exit code.

What a command does is left to its own module. Only that module is imported, so that a check starts fast.
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

CLEAN, WRONG_USE, INTERRUPTED, BROKEN_PIPE = 0, 2, 130, 141


class Command(Protocol):
    """The functions of a command's module."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the arguments and options of the command."""

    def run(self, options: argparse.Namespace, basics: Basics, console: Console) -> int:
        """Run it and return the exit code. May raise `UserError`."""


@dataclass(frozen=True, slots=True)
class CommandInfo:
    """What `--help` says of a command: its module, its arguments, a summary in a line, and an example."""

    module: str
    arguments: str
    summary: str
    example: str


COMMANDS = {
    "build": CommandInfo(
        "build",
        "[options]",
        "build the site (what happens when no command is given)",
        "python build.py --no-search",
    ),
    "check": CommandInfo(
        "check",
        "[options]",
        "check the content and list all problems",
        "python build.py check --archive ../texts",
    ),
    "serve": CommandInfo(
        "serve",
        "[options]",
        "build the site, show it on this machine, and rebuild it after each change",
        "python build.py serve --port 8080",
    ),
    "new": CommandInfo(
        "new",
        "brief|topic|source|update ID [options], or dossier DIR",
        "create a brief, a topic, a source, a whole dossier, or an update",
        "python build.py new brief april-plan --date 2025-04-24\n"
        '  python build.py new update april-plan --kind development --claims return-of-plant --note "What changed."',
    ),
    "source": CommandInfo(
        "source",
        "add FILE|ADDRESS|- [options], or refresh [ID ...], or fingerprint [ID ...]",
        "add a text, a page or a PDF as a source, compare sources with their pages, or renew fingerprints",
        "python build.py source add ../pages/article.html --archive ../texts\n"
        "  python build.py source add https://gazette.example/ferry --archive ../texts\n"
        "  python build.py source refresh --archive ../texts",
    ),
    "quote": CommandInfo(
        "quote",
        '"WORDS" [options]',
        "find words in the sources and print them as evidence to paste",
        'python build.py quote "some words of the passage"',
    ),
    "verify": CommandInfo(
        "verify",
        "[ID ...] [options]",
        "check all evidence against the archive, source by source",
        "python build.py verify --archive ../texts --record",
    ),
    "review": CommandInfo(
        "review",
        "CLAIM [...] --by PERSON, or --due [options]",
        "record that a person has held claims against their sources, and list what is to be read",
        'python build.py review april-plan/return-of-plant --by "Ada Brook"',
    ),
    "move": CommandInfo(
        "move",
        "CLAIM BRIEF [options]",
        "move a claim to another brief; its old address leads to the new one",
        "python build.py move april-plan/return-of-plant may-plan",
    ),
    "merge": CommandInfo(
        "merge",
        "topic|source|origin OLD NEW",
        "merge a topic, source or origin into another one; its old address leads there",
        "python build.py merge topic ferry harbour",
    ),
    "apply": CommandInfo(
        "apply",
        "FILE [options]",
        "make the change that the answers to a form suggest: correct or add a claim",
        "python build.py apply answers.json\n  python build.py apply issue.md --issue-body",
    ),
    "diff": CommandInfo(
        "diff",
        "REVISION [options]",
        "show what changed since a revision, for reviewers",
        "python build.py diff origin/main",
    ),
    "upgrade": CommandInfo(
        "upgrade",
        "[options]",
        "rewrite an older dossier in today's format",
        "python build.py upgrade",
    ),
    "schema": CommandInfo(
        "schema",
        "[options]",
        "write the JSON Schemas that editors use",
        "python build.py schema",
    ),
}
_OPTIONS_WITH_VALUE = ("--root", "--archive", "--site")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line `arguments`, by default those of the process, and return the exit code."""
    console = Console()
    try:
        try:
            code = _run(list(console.typed() if arguments is None else arguments), console)
        except SystemExit as end:  # argparse ends so after --help
            code = int(end.code or CLEAN)
        console.flush()
    except UserError as refusal:
        console.refuse(refusal)
        return WRONG_USE
    except KeyboardInterrupt:
        console.complain("stopped")
        return INTERRUPTED
    except BrokenPipeError:
        silence_output()
        return BROKEN_PIPE
    except OSError as error:
        # A full disk, or a folder without write permission: a traceback would not help.
        where = f" ({error.filename})" if error.filename else ""
        console.complain(f"the system refused: {error.strerror or error}{where}")
        silence_output()
        return WRONG_USE
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "dossier":
            raise
        console.refuse(UserError(f'the package "{missing.name}" is not installed here', "`make site` installs it"))
        return WRONG_USE
    return code


def _run(arguments: list[str], console: Console) -> int:
    name, rest = _split(arguments)
    if name is None and any(one in ("--help", "-h") for one in rest):
        console.say(_overview())
        return CLEAN
    if name is None and "--version" in rest:
        console.say(__version__)
        return CLEAN
    command, parser = load_command(name or "build")
    options = parser.read(rest)
    basics = basics_of(options, archive_variable())
    console.quiet = basics.quiet
    console.root = basics.root
    return command.run(options, basics, console)


def load_command(name: str) -> tuple[Command, Parser]:
    """Import the module of a command and return it with the parser of its arguments."""
    info = COMMANDS[name]
    command = cast(Command, importlib.import_module(f"dossier.cli.{info.module}"))
    parser = Parser(name, info.arguments, info.summary, info.example)
    command.add_options(parser)
    add_basics(parser)
    return command, parser


def _split(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Return the name of the command and all other arguments. Common options may come before the command."""
    at = 0
    while at < len(arguments):
        argument = arguments[at]
        if argument in _OPTIONS_WITH_VALUE:
            at += 2
        elif argument.startswith("-") and argument != "-":
            at += 1
        else:
            return _known_command(argument), [*arguments[:at], *arguments[at + 1 :]]
    return None, arguments


def _known_command(name: str) -> str:
    if name == "help":
        raise UserError('there is no command "help"', "use: python build.py --help")
    if name not in COMMANDS:
        meant = suggest(name, COMMANDS)
        hint = f"did you mean: python build.py {meant}" if meant else f"the commands are: {', '.join(COMMANDS)}"
        raise UserError(f'there is no command "{name}"', hint)
    return name


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
            *(f"  {name:<{width}}{info.summary}" for name, info in COMMANDS.items()),
            "",
            "options of every command:",
            options.rstrip(),
            "",
            "Help on one command: python build.py check --help. Exit codes: 0 clean, 1 problems, 2 wrong use.",
        )
    )
