"""A site is what was put, and nothing that was there before shows through."""

import os
from pathlib import Path
from typing import Any

import pytest

from dossier.disk import Count, Ledger, Publication, PublishError, scratch
from tests.disk.site import NEW, OLD, held, publish


def test_a_site_is_what_was_put_and_nothing_else(tmp_path: Path) -> None:
    site = tmp_path / "deep" / "site"
    assert publish(site, OLD) == Count(written=5)
    assert held(site) == OLD
    assert publish(site, NEW) == Count(written=3, unchanged=2, removed=1)
    assert held(site) == NEW
    assert not (site / "gone").exists()
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_what_is_the_same_is_not_written_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    known = (site / "same.html").stat()
    publish(site, NEW)
    assert (site / "same.html").stat().st_ino == known.st_ino
    assert (site / "same.html").stat().st_mtime_ns == known.st_mtime_ns
    assert (site / "same.html").stat().st_nlink == 1


def test_a_file_that_the_system_takes_in_bits_is_written_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, content: write(descriptor, content[:3]))
    publish(tmp_path / "site", OLD)
    assert held(tmp_path / "site") == OLD


def test_where_files_cannot_be_linked_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    publish(site, OLD)

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    assert publish(site, OLD) == Count(written=5)
    assert held(site) == OLD


def test_the_old_site_is_brought_up_to_date_where_there_is_a_workshop(tmp_path: Path) -> None:
    site, workshop = tmp_path / "site", tmp_path / "workshop"
    publish(site, OLD, workshop)
    publish(site, NEW, workshop)
    folders = {path: path.stat().st_ino for path in site.rglob("*") if path.is_dir()}
    other = {path: path.stat().st_ino for path in next(workshop.iterdir()).rglob("*") if path.is_dir()}
    for files in (OLD, NEW, NEW, OLD, NEW):
        count = publish(site, files, workshop)
        assert held(site) == files
        assert count.written + count.unchanged == len(files) + 1
    assert {path.stat().st_ino for path in folders} <= {*folders.values(), *other.values()}
    assert [path.name for path in workshop.iterdir()] == [next(workshop.iterdir()).name]


@pytest.mark.parametrize("kept", [True, False])
def test_a_file_may_become_a_folder_and_a_folder_a_file(kept: bool, tmp_path: Path) -> None:
    site, workshop = tmp_path / "site", tmp_path / "workshop" if kept else None
    one, two = {"a": b"file", "b/c": b"below"}, {"a/d/e": b"below", "b": b"file"}
    for files in (one, two, one, two):
        publish(site, files, workshop)
        assert held(site) == files


def test_whatever_lies_in_the_workshop_is_not_published(tmp_path: Path) -> None:
    site, workshop = tmp_path / "site", tmp_path / "workshop"
    for _ in range(3):
        publish(site, OLD, workshop)
    twin = next(workshop.iterdir())
    (twin / "stray.html").write_text("stray", "utf-8")
    (twin / "empty" / "below").mkdir(parents=True)
    (twin / "link").symlink_to(tmp_path)
    (twin / "index.html").unlink()
    (twin / "index.html").symlink_to(tmp_path / "stray")
    (twin / "a").rename(twin / "moved")
    (twin / "a").symlink_to(twin / "moved")
    publish(site, OLD, workshop)
    assert held(site) == OLD
    assert not [path for path in site.rglob("*") if path.is_symlink()]
    assert not (site / "empty").exists()


def test_what_lies_beside_is_the_new_site_once_it_is_pruned(tmp_path: Path) -> None:
    site, workshop = tmp_path / "site", tmp_path / "workshop"
    for _ in range(2):
        publish(site, OLD | {"kept/x": b"x", "keptnot": b"y"}, workshop)
    with Publication(site, workshop) as publication:
        for address, content in NEW.items():
            publication.put(address, content)
        publication.prune(but="kept/")
        assert held(publication.beside) == NEW | {"kept/x": b"x"}
        publication.publish()
    assert held(site) == NEW


def test_what_is_published_may_be_kept_as_it_is(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, {"index/a": b"one", "index/deep/b": b"two", "page.html": b"old"})
    with Publication(site) as publication:
        publication.put("page.html", b"new")
        assert publication.keep("index/")
        assert not publication.keep("nothing/")
        publication.publish()
    assert held(site) == {"index/a": b"one", "index/deep/b": b"two", "page.html": b"new"}


def test_no_link_in_the_workshop_leads_out_of_it(tmp_path: Path) -> None:
    site, workshop, outside = tmp_path / "site", tmp_path / "workshop", tmp_path / "outside"
    outside.mkdir()
    for _ in range(2):
        publish(site, OLD, workshop)
    twin = next(workshop.iterdir())
    twin.rename(tmp_path / "was")
    twin.symlink_to(outside)
    publish(site, NEW, workshop)
    assert list(outside.iterdir()) == []
    assert held(site) == NEW
    assert not twin.is_symlink()
    (twin / "z").symlink_to(outside)
    publish(site, NEW | {"z/y": b"new"}, workshop)
    assert list(outside.iterdir()) == []
    assert held(site)["z/y"] == b"new"


def test_a_published_file_is_never_written_in_place(tmp_path: Path) -> None:
    site, workshop = tmp_path / "site", tmp_path / "workshop"
    for _ in range(3):
        publish(site, OLD, workshop)
    with (site / "index.html").open("rb") as reading:
        with Publication(site, workshop) as publication:
            publication.put("index.html", b"new")
        publish(site, NEW, workshop)
        assert reading.read() == b"old"


def test_a_workshop_on_another_disk_is_of_no_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, workshop = tmp_path / "site", tmp_path / "workshop"
    workshop.mkdir()
    real = Path.stat

    def stat(path: Path, **names: Any) -> Any:
        known = real(path, **names)
        return os.stat_result((*known[:2], known.st_dev + 1, *known[3:10])) if path == workshop else known

    monkeypatch.setattr(Path, "stat", stat)
    publish(site, OLD, workshop)
    publish(site, NEW, workshop)
    monkeypatch.undo()
    assert held(site) == NEW
    assert list(workshop.iterdir()) == []


def test_ledgers_of_two_processes_must_not_overlap(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        Ledger({"a"}, {"b"}).add(Ledger({"b"}, set()))


def test_a_changed_published_file_is_put_right(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    (site / "same.html").write_bytes(b"SAME")
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    publish(site, OLD)
    assert held(site) == OLD
    assert not (site / "index.html").is_symlink()


def test_a_fault_on_the_way_leaves_the_site_and_nothing_beside_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, OLD)

    def fail() -> None:
        with Publication(site) as publication:
            publication.put("index.html", b"new")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert held(site) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_without_publish_nothing_is_published(tmp_path: Path) -> None:
    with Publication(tmp_path / "site") as publication:
        publication.put("index.html", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["", "/etc/x", "../x", "a/../../x", "a//b", "./x", "a/", "a\0b"])
def test_an_address_that_leads_elsewhere_is_refused(address: str, tmp_path: Path) -> None:
    with Publication(tmp_path / "site") as publication, pytest.raises(ValueError, match="no file of a site"):
        publication.put(address, b"x")


def test_two_files_of_one_address_are_a_fault(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, OLD)
    for content in (b"old", b"new"):
        with Publication(site) as publication:
            publication.put("index.html", content)
            with pytest.raises(FileExistsError):
                publication.put("index.html", content)


def test_a_folder_that_was_not_made_here_is_not_replaced(tmp_path: Path) -> None:
    site = tmp_path / "home"
    site.mkdir()
    (site / "letter.txt").write_text("dear", "utf-8")
    with pytest.raises(PublishError, match="not made here"):
        publish(site, NEW)
    assert (site / "letter.txt").read_text("utf-8") == "dear"
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
    (site / "letter.txt").unlink()
    publish(site, NEW)
    assert held(site) == NEW


def test_a_file_is_no_place_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", "utf-8")
    with pytest.raises(PublishError, match="is a file"):
        publish(tmp_path / "site", NEW)


def test_the_root_of_the_file_system_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="can be no site"):
        Publication(Path(tmp_path.anchor))


def test_a_site_behind_a_link_is_replaced_where_it_lies(tmp_path: Path) -> None:
    publish(tmp_path / "disk" / "real", OLD)
    (tmp_path / "site").symlink_to(tmp_path / "disk" / "real")
    publish(tmp_path / "site", NEW)
    assert (tmp_path / "site").is_symlink()
    assert held(tmp_path / "disk" / "real") == NEW


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
