"""Prints: results to standard output, complaints to standard error, colours only for whoever sees them.

When it is told to be quiet, it prints only results and problems.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from io import TextIOBase

from dossier.cli.environment import is_workflow, wants_colour
from dossier.cli.program import program_name, typed
from dossier.problem import Problem, UserError
from dossier.problem.report import Piece, Style

_STYLES: Mapping[Style, str] = {"place": "\033[1m", "error": "\033[1;31m", "warning": "\033[1;33m"}
_PLAIN = "\033[0m"


class Console:
    """The two streams of a command."""

    def __init__(self) -> None:
        """Make both streams take any text, whatever their encoding."""
        self.quiet = False
        self.root = "."
        self._program = program_name()
        self._colour = wants_colour()
        self._is_workflow = is_workflow()
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")

    def typed(self) -> Sequence[str]:
        """Return the words of the command line."""
        return sys.argv[1:]

    def say(self, text: str) -> None:
        """Print a result."""
        print(self._harmless(self.as_typed(text)))

    def instruct(self, commands: str) -> None:
        """Print commands for GitHub's runner."""
        print(commands)

    def remark(self, text: str) -> None:
        """Print what is good to know, unless told to be quiet."""
        if not self.quiet:
            print(self._harmless(self.as_typed(text)))

    def complain(self, text: str) -> None:
        """Print to standard error."""
        with suppress(OSError):
            self.flush()
        # A stream that was closed before the start is None, and one that takes nothing leaves nobody to tell.
        if isinstance(sys.stderr, TextIOBase):
            with suppress(OSError):
                print(self._harmless(self.as_typed(text)), file=sys.stderr)

    def refuse(self, refusal: UserError) -> None:
        """Say why something was not done, and what to do instead."""
        self.complain(f"{refusal.message}\n  = {refusal.hint}" if refusal.hint else refusal.message)

    def ask(self, question: str) -> str:
        """Return the answer of whoever sits at the terminal. Raises `UserError` when they leave."""
        try:
            return input(question)
        except EOFError:
            print(file=sys.stderr)
            raise UserError("there was no answer, so nothing was written") from None

    def report(self, pieces: Iterable[Piece]) -> None:
        """Print a report of problems, with colours where they are seen."""
        print(self._harmless("".join(self._styled(piece) for piece in pieces)), end="")

    def as_typed(self, message: str) -> str:
        """Return a message in which commands stand as they can be typed here."""
        return typed(message, self._program, self.root)

    def flush(self) -> None:
        """Let everything that was printed go out now. Raises `BrokenPipeError` where nobody takes it."""
        # A stream that was closed before the start is None.
        if isinstance(sys.stdout, TextIOBase):
            sys.stdout.flush()

    def _styled(self, piece: Piece) -> str:
        code = _STYLES.get(piece.style) if self._colour else None
        return f"{code}{piece.text}{_PLAIN}" if code else piece.text

    def _harmless(self, text: str) -> str:
        # The runner obeys `::` at the start of a line, where no words of the content ever stand, but `##[` anywhere.
        return text.replace("##[", "#\\u0023[") if self._is_workflow else text


def has_errors(problems: Sequence[Problem]) -> bool:
    """Return whether one of these problems stops publication."""
    return any(problem.severity == "error" for problem in problems)
