"""A dossier under Git, in a folder of its own.

Never reads the Git settings of whoever runs the tests.
"""

import subprocess
from pathlib import Path

from dossier.authoring.upgrade import in_todays_format
from dossier.pipeline.load import load
from dossier.pipeline.revision_diff import Comparison, compare_with
from tests.feeds import story

BASE = "published"


class Repository:
    """The dossier of the story as it was first published, committed and tagged."""

    def __init__(self, root: Path) -> None:
        self.root = root
        story.first(root, "https://tram.example/dossier/")
        self.git("init", "--quiet")
        self.commit(BASE)

    def git(self, *words: str) -> str:
        who = (
            "-c",
            "user.name=A contributor",
            "-c",
            "user.email=contributor@tram.example",
            "-c",
            "commit.gpgsign=false",
        )
        return subprocess.run(
            ["git", *who, *words],
            cwd=self.root,
            env={"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(self.root), "GIT_CONFIG_NOSYSTEM": "1"},
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def commit(self, tag: str) -> None:
        self.git("add", "--all", "--", ".", ":!.cache")
        self.git("commit", "--quiet", "--message", tag)
        self.git("tag", "--force", tag)

    def compared(self, revision: str = BASE) -> Comparison:
        return compare_with(load(self.root), revision, in_todays_format)

    def codes(self, revision: str = BASE) -> list[str]:
        return sorted(problem.code.name for problem in self.compared(revision).problems)
