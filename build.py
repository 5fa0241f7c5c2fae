"""Runs Dossier from a clone: `python build.py` builds the site, `python build.py --help` lists the commands.

The command line is read in `dossier/cli`.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - a clone is run without an installation that would check it
    sys.stderr.write(f"Dossier needs Python 3.11 or newer, and this is Python {sys.version.split()[0]}\n")
    sys.exit(2)

from dossier.__main__ import run

if __name__ == "__main__":
    run()
