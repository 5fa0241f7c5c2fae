"""Writes `expected.txt` anew: `python -m tests.cases.rewrite [CASE…]`. Read the difference before you keep it."""

import sys
import tempfile
from pathlib import Path

from tests.cases.cases import BAD, told

if __name__ == "__main__":
    for case in BAD:
        if len(sys.argv) == 1 or case.name in sys.argv[1:]:
            with tempfile.TemporaryDirectory() as folder:
                (case / "expected.txt").write_text(told(Path(folder, "dossier"), case))
