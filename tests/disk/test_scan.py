"""A scan reads the plain files of a dossier and names those that it does not read."""

import os
from pathlib import Path

import pytest

from dossier.disk import Folder, file_times, has_any, has_folder, read_file, read_folder, scan
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
        found.append((problem.code.name, problem.at.file))
    return found


def test_files_are_sorted_by_path_and_temporary_files_skipped(tmp_path: Path) -> None:
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
    assert [problem.code.name for problem in found.problems] == ["file-too-large"]


def test_a_name_that_is_not_text_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a\nb.yaml").write_text("", "utf-8")
    (tmp_path / "b" / os.fsdecode(b"\xff.yaml")).touch()
    assert sorted(codes(tmp_path, Folder("b"))) == [("file-name", "b/\\xff.yaml"), ("file-name", "b/a\\nb.yaml")]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable to root")
def test_a_file_without_the_right_to_read_it_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path, {"b/1.yaml": "1"})
    (tmp_path / "b" / "1.yaml").chmod(0)
    assert codes(tmp_path, Folder("b")) == [("file-unreadable", "b/1.yaml")]


def test_a_list_of_names_is_looked_for_in_a_folder(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "", "briefings/a.yaml": ""})
    assert has_any(tmp_path, ["absent", "mkdocs.yml"])
    assert has_any(tmp_path, ["briefings"])
    assert not has_any(tmp_path, ["absent", "a.yaml"])
    assert not has_any(tmp_path, [])


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    write(tmp_path, {"mkdocs.yml": "", "briefings/a.yaml": ""})
    assert has_folder(tmp_path, "briefings")
    assert not has_folder(tmp_path, "mkdocs.yml")
    assert not has_folder(tmp_path, "absent")


def test_a_file_that_a_person_names_is_read_up_to_its_limit(tmp_path: Path) -> None:
    write(tmp_path, {"text.txt": "12345"})
    assert read_file(tmp_path / "text.txt", 5) == b"12345"
    with pytest.raises(ValueError, match="it has more than 4 bytes"):
        read_file(tmp_path / "text.txt", 4)
    with pytest.raises(ValueError, match="it is not a file"):
        read_file(tmp_path, 5)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "absent.txt", 5)


def test_the_times_of_files_show_what_changes(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"b/1.yaml": "1", "b/c/2.yaml": "22", "b/.hid": "", "b/1.yaml~": "", "b/.d/3.yaml": "", "one.yml": "x"},
    )
    write(tmp_path, {"b/__pycache__/4.py": "", "other.yml": ""})
    before = file_times(tmp_path, [Path("b"), tmp_path / "one.yml", Path("absent")])
    names = {Path(path).relative_to(tmp_path).as_posix(): size for path, (_, size) in before.items()}
    assert names == {"b/1.yaml": 1, "b/c/2.yaml": 2, "one.yml": 1}
    os.utime(tmp_path / "b/1.yaml", ns=(1, 1))
    (tmp_path / "one.yml").write_text("xy", "utf-8")
    after = file_times(tmp_path, [Path("b"), tmp_path / "one.yml"])
    changed = {path for path in before if before[path] != after[path]}
    assert changed == {str(tmp_path / "b/1.yaml"), str(tmp_path / "one.yml")}


def test_all_files_of_a_folder_are_read_by_their_paths(tmp_path: Path) -> None:
    write(tmp_path, {"b/2.txt": "2", "a.txt": "a", ".hidden": "h"})
    assert list(read_folder(tmp_path).items()) == [(".hidden", b"h"), ("a.txt", b"a"), ("b/2.txt", b"2")]
