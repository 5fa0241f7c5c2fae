"""Collects the messages of the whole program, as `make messages` does."""

import re
import subprocess
import sys
from pathlib import Path

from babel.messages.pofile import read_po

from tests.architecture.module_rules import ROOT


def collected(folder: Path) -> set[str]:
    """Return every message that translators are given, the singular where it has a plural."""
    recipe = re.search(r"-m (babel\S+) (.*?) --output", (ROOT / "Makefile").read_text("utf-8"), re.DOTALL)
    assert recipe is not None
    options = recipe[2].replace("\\\n", " ").split()
    file = folder / "dossier.pot"
    subprocess.run([sys.executable, "-m", recipe[1], *options, "--output", str(file), "."], cwd=ROOT, check=True)
    with file.open("rb") as opened:
        catalogue = read_po(opened)
    return {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue} - {""}
