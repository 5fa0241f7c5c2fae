"""Runs Dossier from a clone: `python build.py` builds the site, `python build.py --help` lists the commands.

The command line is read in `dossier/cli`.
"""

import os
import sys
from contextlib import suppress

if sys.version_info < (3, 11):  # noqa: UP036 - a clone is run without an installation that would check it
    sys.stderr.write(f"Dossier needs Python 3.11 or newer, and this is Python {sys.version.split()[0]}\n")
    sys.exit(2)

from dossier.cli import main

if __name__ == "__main__":
    code = main()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError):
                stream.flush()
    # Freeing the memory of a large dossier takes seconds, so the process ends without it.
    os._exit(code)
