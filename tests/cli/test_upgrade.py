"""`upgrade` writes what it changed and prints what it did and what is left to decide."""

import shutil
from pathlib import Path

from tests.cases.cases import FOLDER
from tests.cli.typed import typed


def test_it_says_what_it_did_and_what_is_left(tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    shutil.copytree(FOLDER / "format-1", root)
    assert "format-outdated" in typed(root, "check").out
    seen = typed(root, "upgrade")
    assert (seen.code, seen.err) == (0, "")
    assert seen.out.startswith("from format 1 to format 2: 3 files rewritten\n")
    assert "things that only a person can decide:\n" in seen.out
    assert "briefings/2031/harbour-vote.yaml:25:" in seen.out
    assert "format-outdated" not in typed(root, "check").out


def test_what_is_in_todays_format_stays_untouched(own: Path) -> None:
    before = {path: path.read_bytes() for path in own.rglob("*.yaml")}
    seen = typed(own, "upgrade")
    assert seen.out == "the dossier is in format 2 already: nothing was changed\n"
    assert {path: path.read_bytes() for path in own.rglob("*.yaml")} == before
