"""The command line: reads the arguments, runs a command, prints the result and returns an exit code.

All decisions about content are left to the rooms below. Exit codes: 0 clean, 1 problems, 2 wrong use.
"""

from dossier.cli.command import main

__all__ = ["main"]
