"""A new dossier asks for its address alone and can be built."""

import re
from pathlib import Path

import pytest

from dossier import __version__
from dossier.authoring.init_dossier import init_dossier
from dossier.pipeline.build import build
from dossier.pipeline.load import load
from dossier.problem import UserError
from tests.architecture.module_rules import ROOT


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


def test_with_its_address_nothing_is_left_to_do(tmp_path: Path) -> None:
    init_dossier(tmp_path, "Quay", "The quay.", 2031, "https://quay.example/file/")
    loaded = load(tmp_path)
    assert loaded.problems == ()
    settings = loaded.settings_file.settings
    assert settings is not None
    assert (settings.url, settings.authority) == ("https://quay.example/file/", "quay.example")


def test_a_new_dossier_has_pages_documents_and_workflows(tmp_path: Path) -> None:
    files = init_dossier(tmp_path, "Quay & co", "Who wants what of the quay.", 2031)
    hidden = {path for path in files if path.startswith(".")}
    assert {".gitignore", ".gitattributes", ".gitlab-ci.yml", ".github/workflows/check.yml"} <= hidden
    assert ".github/workflows/publish.yml" in hidden
    assert (tmp_path / "README.md").read_text().startswith("# Quay & co\n\nWho wants what of the quay.\n")
    assert f"dossier=={__version__}" in (tmp_path / "requirements.txt").read_text()
    for path in files:
        text = (tmp_path / path).read_text("utf-8")
        assert not re.search(r"@[A-Z]+@", text), path
        # They name the command that an installed generator has.
        assert "build.py" not in text or path == "mkdocs.yml", path
    assert build(tmp_path, search=False).count is not None
    for page in ("about", "method", "contribute"):
        assert (tmp_path / "site" / page / "index.html").is_file()


@pytest.mark.parametrize("page", ["method", "contribute"])
def test_the_shipped_dossier_has_the_same_pages(page: str) -> None:
    shipped, new = (ROOT / folder / f"{page}.md" for folder in ("pages", "templates/starter/pages"))
    assert shipped.read_text("utf-8").replace("python build.py", "dossier") == new.read_text("utf-8")


@pytest.mark.parametrize("name", ["correct-claim.yml", "add-claim.yml", "add-source.yml"])
def test_the_shipped_dossier_has_the_same_issue_forms(name: str) -> None:
    shipped = (ROOT / ".github/ISSUE_TEMPLATE" / name).read_text("utf-8")
    assert shipped == (ROOT / "templates/starter/github/ISSUE_TEMPLATE" / name).read_text("utf-8")
