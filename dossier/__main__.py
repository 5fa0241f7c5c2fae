"""The start of the program, for the command `dossier`, `python -m dossier` and `python build.py`.

The command line is read in `cli`.
"""

import os
import sys
from contextlib import suppress
from typing import NoReturn

from dossier.cli import main


def run() -> NoReturn:
    """Run the command line of this process and end the process."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError):
                stream.flush()
    # Freeing the memory of a large dossier takes seconds.
    os._exit(code)


if __name__ == "__main__":
    run()
