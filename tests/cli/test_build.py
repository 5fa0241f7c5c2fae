"""`build` publishes a site, or prints why it did not."""

import re
from pathlib import Path

import pytest

from tests.cli.typed import typed


def test_it_prints_what_it_wrote_and_the_time_of_each_stage(own: Path) -> None:
    seen = typed(own, "--no-search")
    assert (seen.code, seen.err) == (0, "")
    told = re.fullmatch(
        r"site/ has (\d+) files: \1 new or changed, 0 unchanged; 0 removed\n"
        r"read [\d.]+ s, check [\d.]+ s, frame [\d.]+ s, .*publish [\d.]+ s; [\d.]+ s in total\n",
        seen.out,
    )
    assert told, seen.out
    held = [path for path in (own / "site").rglob("*") if path.is_file()]
    assert abs(len(held) - int(told[1])) <= 1
    again = typed(own, "build", "--no-search")
    assert again.out.startswith(f"site/ has {told[1]} files: 0 new or changed, {told[1]} unchanged; 0 removed\n")
    assert typed(own, "--no-search", "--quiet").out == ""


def test_errors_leave_the_site_unchanged(own: Path) -> None:
    assert typed(own, "--no-search", "--site", "../public").code == 0
    public = own.parent / "public"
    before = {path: path.read_bytes() for path in public.rglob("*") if path.is_file()}
    file = own / "briefings/parties.yaml"
    file.write_text(file.read_text().replace("name: Region", "nmae: Region"))
    seen = typed(own, "--no-search", "--site", "../public")
    assert seen.code == 1
    assert 'error[unknown-key]: "nmae" is not a key of a party' in seen.out
    assert seen.err == "nothing was published; ../public is unchanged\n"
    assert {path: path.read_bytes() for path in public.rglob("*") if path.is_file()} == before


def test_warnings_are_printed_and_the_site_is_built(own: Path) -> None:
    file = own / "briefings/parties.yaml"
    file.write_text(file.read_text() + "  - id: gulls\n    name: The gulls\n")
    seen = typed(own, "--no-search")
    assert seen.code == 0
    assert "warning[unused-party]" in seen.out
    assert "\nsite/ has " in seen.out


def test_a_folder_with_other_files_is_not_replaced(own: Path) -> None:
    (own / "site").mkdir()
    (own / "site/letter.txt").write_text("Dear all\n")
    seen = typed(own, "--no-search")
    assert (seen.code, seen.out) == (2, "")
    assert (own / "site/letter.txt").read_text() == "Dear all\n"


@pytest.mark.parametrize("where", ["elsewhere", "."])
def test_a_dossier_is_built_from_anywhere(own: Path, where: str) -> None:
    (own.parent / "elsewhere").mkdir()
    root = "../dossier" if where == "elsewhere" else "dossier"
    seen = typed(own.parent / where, "--root", root, "--no-search")
    assert seen.code == 0
    assert seen.out.startswith(f"{root}/site/ has ")
    assert (own / "site/index.html").exists()
