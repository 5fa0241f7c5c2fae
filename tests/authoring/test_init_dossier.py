"""A new dossier asks for its address alone and can be built."""

from pathlib import Path

import pytest

from dossier.authoring.init_dossier import init_dossier
from dossier.pipeline.build import build
from dossier.pipeline.load import load
from dossier.problem import UserError


def test_a_new_dossier_asks_for_its_address_alone_and_can_be_built(tmp_path: Path) -> None:
    root = tmp_path / "deep" / "quay"
    files = init_dossier(root, 'The "quay": a file', "Who wants what of the quay.", 2031)
    assert {path for path in files if path.startswith("briefings/")} == {
        "briefings/origins.yaml",
        "briefings/parties.yaml",
        "briefings/people.yaml",
    }
    assert (root / "schema/brief.json").is_file()
    loaded = load(root)
    # All that is left to do is to say where the site will be, and in whose name.
    assert [problem.code.name for problem in loaded.problems] == ["example-address"] * 2
    assert loaded.settings_file.settings is not None
    assert loaded.settings_file.settings.name == 'The "quay": a file'
    assert loaded.settings_file.settings.authority_year == 2031
    report = build(root)
    assert report.problems == loaded.problems
    home = (root / "site/index.html").read_text("utf-8")
    assert "Who wants what of the quay." in home
    for anchor in ("changes", "positions"):  # there are none, so nothing leads there
        assert f'href="#{anchor}"' not in home


def test_existing_files_are_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n", "utf-8")
    (tmp_path / "README.md").write_text("mine\n", "utf-8")
    assert ".gitignore" not in init_dossier(tmp_path, "Quay", "The quay.", 2031)
    assert (tmp_path / ".gitignore").read_text("utf-8") == "mine\n"
    before = (tmp_path / "mkdocs.yml").read_bytes()
    with pytest.raises(UserError, match="already"):
        init_dossier(tmp_path, "Other", "Other.", 2032)
    assert (tmp_path / "mkdocs.yml").read_bytes() == before
