"""Names commands in messages as the reader can type them: by how the program was called, and with its dossier.

Messages are written with `python build.py`, as in a clone. Printing them is left to `console`.
"""

import shlex
import sys
from pathlib import PurePath

_WRITTEN = "python build.py"


def program_name(called: str | None = None) -> str:
    """Return how the program is called: `dossier`, `python -m dossier` or `python build.py`.

    `called` is the path by which it was started, by default that of this process.
    """
    path = PurePath((sys.argv[0] if called is None else called).replace("\\", "/"))
    if path.parts[-2:] == ("dossier", "__main__.py"):
        return "python -m dossier"
    return "dossier" if path.stem == "dossier" else _WRITTEN


def typed(message: str, program: str, root: str = ".") -> str:
    """Return a message in which each command names the program and, if it is not the current folder, the dossier."""
    return message.replace(_WRITTEN, program if root == "." else f"{program} --root {shlex.quote(root)}")
