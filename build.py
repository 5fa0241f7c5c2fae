"""The way in: `python build.py` builds the site, `python build.py --help` lists what else there is.

Never does anything itself: the command line is read in `dossier/cli`.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - a clone is run, not installed, so nothing else says it
    sys.stderr.write(f"Dossier needs Python 3.11 or newer, and this is Python {sys.version.split()[0]}\n")
    sys.exit(2)

from dossier.cli import main

if __name__ == "__main__":
    sys.exit(main())
