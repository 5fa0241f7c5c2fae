"""The way in: `python build.py` builds the site, `python build.py --help` lists what else there is.

Never does anything itself: the command line is read in `dossier/cli`.
"""

import sys

from dossier.cli import main

if __name__ == "__main__":
    sys.exit(main())
