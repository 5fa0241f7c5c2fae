"""Edits of a synthetic dossier, as a contributor makes them: each call changes something, however often it is called.

Timing what they cost is left to `__main__`.
"""

import re
from datetime import datetime, timedelta
from pathlib import Path

from bench.writing import Written

_FIRST_CLAIM = re.compile(r"^  - id: (\S+)$", re.MULTILINE)
_MOMENT = re.compile(r'^    at: "(.+)"$', re.MULTILINE)


class Edits:
    """The edits of one dossier."""

    def __init__(self, root: Path, written: Written) -> None:
        """Edit the dossier that was written into `root`."""
        self.brief = written.newest_brief
        self._parties = root / "briefings/parties.yaml"
        self._count = 0

    def summary(self) -> None:
        """Change the summary of the newest brief."""
        self._lengthen(self.brief, "summary: ")

    def claim_text(self) -> None:
        """Change the text of a claim of the newest brief."""
        self._lengthen(self.brief, "    text: ")

    def party_name(self) -> None:
        """Change the name of a party, which stands on very many pages."""
        self._lengthen(self._parties, "    name: ")

    def update(self) -> None:
        """Add an update to the newest brief, an hour after its last one."""
        text = self.brief.read_text("utf-8")
        at = datetime.fromisoformat(_MOMENT.findall(text)[-1]) + timedelta(hours=1)
        self._count += 1
        claim = _FIRST_CLAIM.findall(text)[0]
        lines = [
            f"  - id: added-{self._count}",
            f'    at: "{at.isoformat()}"',
            "    kind: development",
            "    significance: major",
            f"    claims: [{claim}]",
            f"    note: Update {self._count} tells of what was added.",
        ]
        self.brief.write_text(text + "\n".join(lines) + "\n", "utf-8")

    def _lengthen(self, file: Path, key: str) -> None:
        self._count += 1
        text = file.read_text("utf-8")
        file.write_text(text.replace(key, f"{key}Edit {self._count} ", 1), "utf-8")
