"""Changed files outside the content: what may act comes first, and nothing counts as harmless by accident."""

import pytest

from dossier.check.changes import (
    ChangedFile,
    SitePaths,
    as_markdown,
    as_text,
    compare,
    file_kind,
    gravest_first,
    make_report,
)
from tests import bridge

SITE = SitePaths(frozenset({"tools/hook.py", "notes/plan.txt"}), frozenset({"overrides"}), frozenset({"pages"}))


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("mkdocs.yml", "settings"),
        ("tools/hook.py", "hook"),
        ("notes/plan.txt", "hook"),
        ("briefings/hook.py", "code"),
        (".github/workflows/site.yml", "workflow"),
        ("../.github/actions/x/README.md", "workflow"),
        ("CODEOWNERS", "workflow"),
        ("templates/pages/brief.html", "template"),
        ("overrides/note.md", "template"),
        ("../overrides/note.md", "harmless"),
        ("dossier/cli/diff.py", "code"),
        ("requirements.lock", "code"),
        ("requirements.txt", "code"),
        ("Makefile", "code"),
        ("tools/.hidden", "code"),
        ("pages/about.md", "page"),
        ("pages/extra.js", "code"),
        ("data.bin", "unknown"),
        ("../mkdocs.yml", "unknown"),
        ("notes/00.txt", "harmless"),
        ("README.md", "harmless"),
        ("LICENSE-CONTENT", "harmless"),
        ("photo.jpeg", "harmless"),
    ],
)
def test_a_file_is_what_its_place_and_name_say(path: str, kind: str) -> None:
    assert file_kind(path, SITE, is_plain=True) == kind


def test_a_link_or_a_program_is_never_harmless() -> None:
    assert file_kind("notes/00.txt", SITE, is_plain=False) == "code"


def test_a_theme_that_is_the_whole_dossier_makes_everything_in_it_a_template() -> None:
    site = SitePaths(frozenset(), frozenset({"."}), frozenset())
    assert file_kind("notes/00.txt", site, is_plain=True) == "template"
    assert file_kind("../notes/00.txt", site, is_plain=True) == "harmless"


def test_what_may_act_is_never_cut_and_the_rest_is_told_by_folder() -> None:
    junk = [ChangedFile(f"!notes/{number:03}.txt", "new", "harmless") for number in range(400)]
    code = [ChangedFile(f"!code/{number:03}.py", "new", "code") for number in range(400)]
    acting = [
        ChangedFile("zz/x.py", "changed", "code"),
        ChangedFile("mkdocs.yml", "changed", "settings"),
        ChangedFile("zz/hook.py", "new", "hook"),
    ]
    files = gravest_first([*junk, *code, *acting])
    assert [one.path for one in files[:4]] == ["mkdocs.yml", "zz/hook.py", "zz/x.py", "!code/000.py"]
    report = make_report(compare(bridge.library(), bridge.library()), files=files)
    for shown in (as_text(report), as_markdown(report), as_markdown(report, limit=65_536)):
        assert all(one.path in shown for one in (*acting, *code))
        assert "400 files" in shown
        assert shown.count("!notes/") == 1
        assert "and 390 more" in shown
    assert (
        "**403 files to read before you build**: `mkdocs.yml`, `zz/hook.py`, `zz/x.py`, `!code/000.py`"
        in as_markdown(report)
    )
