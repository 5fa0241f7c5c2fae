"""The command line: reads what was typed, runs it, prints what came of it, and says so in an exit code.

Never decides anything about content; it asks the rooms below. Exit codes: 0 clean, 1 problems, 2 wrong use.
"""

from dossier.cli.command import main

__all__ = ["main"]
