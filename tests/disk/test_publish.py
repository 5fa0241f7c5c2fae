"""A published site holds exactly what was written, and nothing of what was there before."""

import os
from pathlib import Path
from typing import Any

import pytest

from dossier.disk import FileCounts, Outputs, Publication, PublishError, scratch
from tests.disk.site import NEW, OLD, contents, publish


def test_a_site_holds_what_was_written_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "deep" / "site"
    assert publish(site, OLD) == FileCounts(written=5)
    assert contents(site) == OLD
    assert publish(site, NEW) == FileCounts(written=3, unchanged=2, removed=1)
    assert contents(site) == NEW
    assert not (site / "gone").exists()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_an_unchanged_file_is_not_written_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    known = (site / "same.html").stat()
    publish(site, NEW)
    assert (site / "same.html").stat().st_ino == known.st_ino
    assert (site / "same.html").stat().st_mtime_ns == known.st_mtime_ns
    assert (site / "same.html").stat().st_nlink == 1


def test_a_short_write_is_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:3]))
    publish(tmp_path / "site", OLD)
    assert contents(tmp_path / "site") == OLD


def test_where_files_cannot_be_linked_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    publish(site, OLD)

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    assert publish(site, OLD) == FileCounts(written=5)
    assert contents(site) == OLD


def test_with_a_staging_root_the_old_site_becomes_the_next_staging_folder(tmp_path: Path) -> None:
    site, staging_root = tmp_path / "site", tmp_path / "staging_root"
    publish(site, OLD, staging_root)
    publish(site, NEW, staging_root)
    folders = {path: path.stat().st_ino for path in site.rglob("*") if path.is_dir()}
    other = {path: path.stat().st_ino for path in next(staging_root.iterdir()).rglob("*") if path.is_dir()}
    for files in (OLD, NEW, NEW, OLD, NEW):
        count = publish(site, files, staging_root)
        assert contents(site) == files
        assert count.written + count.unchanged == len(files) + 1
    assert {path.stat().st_ino for path in folders} <= {*folders.values(), *other.values()}
    assert [path.name for path in staging_root.iterdir()] == [next(staging_root.iterdir()).name]


@pytest.mark.parametrize("kept", [True, False])
def test_a_file_may_become_a_folder_and_a_folder_a_file(kept: bool, tmp_path: Path) -> None:
    site, staging_root = tmp_path / "site", tmp_path / "staging_root" if kept else None
    one, two = {"a": b"file", "b/c": b"below"}, {"a/d/e": b"below", "b": b"file"}
    for files in (one, two, one, two):
        publish(site, files, staging_root)
        assert contents(site) == files


def test_stray_files_in_staging_are_not_published(tmp_path: Path) -> None:
    site, staging_root = tmp_path / "site", tmp_path / "staging_root"
    for _ in range(3):
        publish(site, OLD, staging_root)
    staging = next(staging_root.iterdir())
    (staging / "stray.html").write_text("stray", "utf-8")
    (staging / "empty" / "below").mkdir(parents=True)
    (staging / "link").symlink_to(tmp_path)
    (staging / "index.html").unlink()
    (staging / "index.html").symlink_to(tmp_path / "stray")
    (staging / "a").rename(staging / "moved")
    (staging / "a").symlink_to(staging / "moved")
    publish(site, OLD, staging_root)
    assert contents(site) == OLD
    assert not [path for path in site.rglob("*") if path.is_symlink()]
    assert not (site / "empty").exists()


def test_a_pruned_staging_folder_is_the_new_site(tmp_path: Path) -> None:
    site, staging_root = tmp_path / "site", tmp_path / "staging_root"
    for _ in range(2):
        publish(site, OLD | {"kept/x": b"x", "keptnot": b"y"}, staging_root)
    with Publication(site, staging_root) as publication:
        for address, content in NEW.items():
            publication.write(address, content)
        publication.prune(keep="kept/")
        assert contents(publication.staging) == NEW | {"kept/x": b"x"}
        publication.publish()
    assert contents(site) == NEW


def test_published_files_can_be_kept_unchanged(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index/a": b"one", "index/deep/b": b"two", "page.html": b"old"})
    with Publication(site) as publication:
        publication.write("page.html", b"new")
        assert publication.keep_published("index/")
        assert not publication.keep_published("nothing/")
        publication.publish()
    assert contents(site) == {"index/a": b"one", "index/deep/b": b"two", "page.html": b"new"}


def test_links_in_staging_are_not_followed(tmp_path: Path) -> None:
    site, staging_root, outside = tmp_path / "site", tmp_path / "staging_root", tmp_path / "outside"
    outside.mkdir()
    for _ in range(2):
        publish(site, OLD, staging_root)
    staging = next(staging_root.iterdir())
    staging.rename(tmp_path / "was")
    staging.symlink_to(outside)
    publish(site, NEW, staging_root)
    assert list(outside.iterdir()) == []
    assert contents(site) == NEW
    assert not staging.is_symlink()
    (staging / "z").symlink_to(outside)
    publish(site, NEW | {"z/y": b"new"}, staging_root)
    assert list(outside.iterdir()) == []
    assert contents(site)["z/y"] == b"new"


def test_a_published_file_is_never_written_in_place(tmp_path: Path) -> None:
    site, staging_root = tmp_path / "site", tmp_path / "staging_root"
    for _ in range(3):
        publish(site, OLD, staging_root)
    with (site / "index.html").open("rb") as reading:
        with Publication(site, staging_root) as publication:
            publication.write("index.html", b"new")
        publish(site, NEW, staging_root)
        assert reading.read() == b"old"


def test_a_staging_root_on_another_file_system_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, staging_root = tmp_path / "site", tmp_path / "staging_root"
    staging_root.mkdir()
    real = Path.stat

    def stat(path: Path, **names: Any) -> Any:
        known = real(path, **names)
        return os.stat_result((*known[:2], known.st_dev + 1, *known[3:10])) if path == staging_root else known

    monkeypatch.setattr(Path, "stat", stat)
    publish(site, OLD, staging_root)
    publish(site, NEW, staging_root)
    monkeypatch.undo()
    assert contents(site) == NEW
    assert list(staging_root.iterdir()) == []


def test_outputs_of_two_processes_must_not_overlap(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        Outputs({"a"}, {"b"}).merge(Outputs({"b"}, set()))


def test_a_published_file_that_was_altered_is_restored(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    (site / "same.html").write_bytes(b"SAME")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    publish(site, OLD)
    assert contents(site) == OLD
    assert not (site / "index.html").is_symlink()


def test_an_error_leaves_the_site_unchanged_and_no_staging_folder(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, OLD)

    def fail() -> None:
        with Publication(site) as publication:
            publication.write("index.html", b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert contents(site) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_without_publish_nothing_is_published(tmp_path: Path) -> None:
    with Publication(tmp_path / "site") as publication:
        publication.write("index.html", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["", "/etc/x", "../x", "a/../../x", "a//b", "./x", "a/", "a\0b"])
def test_an_address_that_leads_out_of_the_site_is_refused(address: str, tmp_path: Path) -> None:
    with Publication(tmp_path / "site") as publication, pytest.raises(ValueError, match="no file of a site"):
        publication.write(address, b"x")


def test_a_file_cannot_be_written_twice(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    for content in (b"old", b"new"):
        with Publication(site) as publication:
            publication.write("index.html", content)
            with pytest.raises(FileExistsError):
                publication.write("index.html", content)


def test_a_folder_without_the_marker_is_not_replaced(tmp_path: Path) -> None:
    site = tmp_path / "home"
    site.mkdir()
    (site / "letter.txt").write_text("dear", "utf-8")
    with pytest.raises(PublishError, match="Dossier did not make"):
        publish(site, NEW)
    assert (site / "letter.txt").read_text("utf-8") == "dear"
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
    (site / "letter.txt").unlink()
    publish(site, NEW)
    assert contents(site) == NEW


def test_a_site_cannot_replace_a_file(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", "utf-8")
    with pytest.raises(PublishError, match="is a file"):
        publish(tmp_path / "site", NEW)


def test_the_root_of_the_file_system_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="cannot be the folder of a site"):
        Publication(Path(tmp_path.anchor))


def test_a_site_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    publish(tmp_path / "disk" / "real", OLD)
    (tmp_path / "site").symlink_to(tmp_path / "disk" / "real")
    publish(tmp_path / "site", NEW)
    assert (tmp_path / "site").is_symlink()
    assert contents(tmp_path / "disk" / "real") == NEW


def test_a_scratch_folder_is_empty_and_goes_away_even_that_of_a_dead_process(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        with scratch(tmp_path) as folder:
            (folder / "file").write_text("x", "utf-8")
            os._exit(0)
    os.waitpid(child, 0)
    (tmp_path / ".cache" / "scratch-words").mkdir()
    (tmp_path / ".cache" / f"scratch-{os.getppid()}").mkdir()
    (tmp_path / ".cache" / "site-0123").mkdir()
    assert (tmp_path / ".cache" / f"scratch-{child}" / "file").exists()
    with scratch(tmp_path) as folder:
        assert list(folder.iterdir()) == []
        names = {path.name for path in folder.parent.iterdir()}
        assert names == {folder.name, "site-0123", "scratch-words", f"scratch-{os.getppid()}"}
    assert not folder.exists()
