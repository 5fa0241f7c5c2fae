"""How the benchmark times the preview."""

from pathlib import Path

import pytest

from bench import serving, writing
from bench.edits import Edits


@pytest.mark.slow
def test_the_preview_is_timed_from_an_edit_to_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The user's archive is not that of the dossier: with it no site would be built.
    monkeypatch.setenv("DOSSIER_ARCHIVE", str(tmp_path))
    root = tmp_path / "root"
    site = root / "site"
    written = writing.write(root, 10, 1)
    page = site / "briefs" / written.newest_brief.stem / "index.html"
    edits = Edits(root, written)
    found = serving.latencies(root, site, page, edits.summary, 1, tmp_path / "serve.log")
    assert len(found) == 1
    assert 0 < found[0] < 120
    assert "Edit 1" in page.read_text("utf-8")
