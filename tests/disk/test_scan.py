"""What is read from a folder, and what is never followed."""

import os
from pathlib import Path

import pytest

from dossier.disk import Archive, Folder, WriteError, pack, scan, unpack, write_file
from dossier.problem import Span


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


def codes(root: Path, *folders: Folder) -> list[tuple[str, str]]:
    found = []
    for problem in scan(root, folders).problems:
        assert isinstance(problem.at, Span)
        found.append((problem.code, problem.at.file))
    return found


def test_files_come_sorted_by_path_and_litter_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, {"b/2.yaml": "2", "b/1.yaml": "1", "a.yml": "a", "b/.hid": "", "b/1.yaml~": "", "b/x.swp": ""})
    found = scan(tmp_path, [Folder("b"), Folder("a.yml"), Folder("absent")])
    assert list(found.files.items()) == [("a.yml", b"a"), ("b/1.yaml", b"1"), ("b/2.yaml", b"2")]
    assert found.problems == ()
    assert found.under("b") == {"b/1.yaml": b"1", "b/2.yaml": b"2"}


def test_links_out_of_the_dossier_are_refused_and_those_inside_followed(tmp_path: Path) -> None:
    write(tmp_path / "secret", {"key.yaml": "secret"})
    root = write(tmp_path / "root", {"b/1.yaml": "1"})
    (root / "b" / "out.yaml").symlink_to(tmp_path / "secret" / "key.yaml")
    (root / "b" / "relative.yaml").symlink_to("../../secret/key.yaml")
    (root / "b" / "in.yaml").symlink_to("1.yaml")
    (root / "b" / "folder").symlink_to(tmp_path / "secret")
    (root / "b" / "round.yaml").symlink_to("round.yaml")
    (root / "b" / "nowhere.yaml").symlink_to("absent.yaml")
    found = scan(root, [Folder("b")])
    assert found.files == {"b/1.yaml": b"1", "b/in.yaml": b"1"}
    assert sorted(codes(root, Folder("b"))) == [
        ("file-unreadable", "b/nowhere.yaml"),
        ("file-unreadable", "b/round.yaml"),
        ("file-unsafe", "b/folder"),
        ("file-unsafe", "b/out.yaml"),
        ("file-unsafe", "b/relative.yaml"),
    ]


def test_a_folder_that_is_itself_a_link_out_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "secret", {"key.yaml": "secret"})
    root = write(tmp_path / "root", {})
    root.mkdir()
    (root / "briefings").symlink_to(tmp_path / "secret")
    assert scan(root, [Folder("briefings")]).files == {}
    assert codes(root, Folder("briefings")) == [("file-unsafe", "briefings")]


def test_a_root_behind_a_link_is_read(tmp_path: Path) -> None:
    write(tmp_path / "real", {"b/1.yaml": "1"})
    (tmp_path / "root").symlink_to(tmp_path / "real")
    assert scan(tmp_path / "root", [Folder("b")]).files == {"b/1.yaml": b"1"}


def test_pipes_do_not_stop_a_scan(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    os.mkfifo(tmp_path / "b" / "pipe.yaml")
    assert codes(tmp_path, Folder("b")) == [("file-unsafe", "b/pipe.yaml")]


def test_a_file_over_its_limit_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"b/1.yaml": "12345", "b/2.yaml": "123456"})
    found = scan(tmp_path, [Folder("b", limit=5)])
    assert list(found.files) == ["b/1.yaml"]
    assert [problem.code for problem in found.problems] == ["file-too-large"]


def test_a_name_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a\nb.yaml").write_text("", "utf-8")
    (tmp_path / "b" / os.fsdecode(b"\xff.yaml")).touch()
    assert sorted(codes(tmp_path, Folder("b"))) == [("file-name", "b/\\xff.yaml"), ("file-name", "b/a\\nb.yaml")]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_a_file_without_the_right_to_read_it_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {"b/1.yaml": "1"})
    (tmp_path / "b" / "1.yaml").chmod(0)
    assert codes(tmp_path, Folder("b")) == [("file-unreadable", "b/1.yaml")]


def test_files_survive_being_packed() -> None:
    files = {"a": b"", "b/ü": b"\x00\xff", "c": b"x" * 1000}
    assert unpack(pack(files)) == files
    assert unpack(pack({})) == {}


def test_commands_write_whole_files_and_replace_only_when_told(tmp_path: Path) -> None:
    assert write_file(tmp_path, "a/b.md", "one")
    with pytest.raises(WriteError, match="already"):
        write_file(tmp_path, "a/b.md", "two")
    assert not write_file(tmp_path, "a/b.md", "one", replace=True)
    assert write_file(tmp_path, "a/b.md", b"two", replace=True)
    assert (tmp_path / "a" / "b.md").read_bytes() == b"two"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.md"]


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/tmp/x", "link/x", "file"])
def test_commands_write_nothing_outside(path: str, tmp_path: Path) -> None:
    root = write(tmp_path / "root", {"real": "x"})
    (root / "link").symlink_to(tmp_path)
    (root / "file").symlink_to(root / "real")
    with pytest.raises(WriteError, match="leads out"):
        write_file(root, path, "x", replace=True)
    assert (root / "real").read_text("utf-8") == "x"


def test_the_archive_opens_only_its_own_texts(tmp_path: Path) -> None:
    write(tmp_path, {"archive/text.txt": "words", "secret.txt": "secret", "archive/below/x.txt": "x"})
    (tmp_path / "archive" / "link.txt").symlink_to(tmp_path / "secret.txt")
    archive = Archive(tmp_path / "archive")
    assert archive.exists
    assert archive.read("text.txt") == b"words"
    for name in ("absent.txt", "../secret.txt", "below/x.txt", "link.txt", "", ".", "..", "a\0b", "below"):
        assert archive.read(name) is None
    assert not Archive(tmp_path / "absent").exists
