"""The way in: `python build.py` builds the site, `python build.py --help` lists what else there is.

Never does anything itself: the command line is read in `dossier/cli`.
"""

import os
import sys
from contextlib import suppress

if sys.version_info < (3, 11):  # noqa: UP036 - a clone is run, not installed, so nothing else says it
    sys.stderr.write(f"Dossier needs Python 3.11 or newer, and this is Python {sys.version.split()[0]}\n")
    sys.exit(2)

from dossier.cli import main

if __name__ == "__main__":
    code = main()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError):
                stream.flush()
    # Taking a large dossier down piece by piece takes seconds, and nobody needs to wait for them.
    os._exit(code)
