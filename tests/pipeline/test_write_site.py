"""The loop that keeps or makes the files of a site: exactly what changed is made, in one process or in two."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.disk import Publication, digest, published_states
from dossier.pipeline import write_site
from dossier.pipeline.manifest import PublishedFile
from dossier.pipeline.products import Made, Product
from dossier.pipeline.stages import Stage
from dossier.pipeline.write_site import keep_unchanged, write_products
from tests.disk.site import contents

FILES = {"index.html": b"first", "a/b.html": b"second", "a/c.html": b"third", "d/e/f.txt": b"fourth"}
Known = Mapping[str, PublishedFile]


class Site:
    """A site whose products say how often they were made. `known` is what a manifest would hold of it."""

    def __init__(self, folder: Path, staging_root: Path | None = None) -> None:
        self.folder = folder
        self.staging_root = staging_root
        self.known: Known = {}
        self.made: list[str] = []

    def product(self, address: str, content: bytes) -> Product:
        def make() -> Made:
            self.made.append(address)
            return Made(content, digest(content) if address.endswith(".html") else b"")

        return Product(address, digest(content), make)

    def publish(self, files: Mapping[str, bytes]) -> list[str]:
        """Publish a site with these files; return the addresses of those that this process made."""
        self.made.clear()
        batches = [[self.product(address, content)] for address, content in files.items()]
        with Publication(self.folder, self.staging_root) as publication:
            kept, stale = keep_unchanged(batches, self.known, publication)
            self.known = kept | write_products(stale, publication, Silence())
            publication.publish()
        return sorted(self.made)


class Silence:
    def begin(self, stage: str, total: int | None) -> None: ...

    def advance(self, steps: int) -> None: ...

    def end(self, stage: Stage) -> None: ...


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Return a site that was published once, with the folder that it replaced left for the next time."""
    site = Site(tmp_path / "site", tmp_path / "staging")
    assert site.publish(FILES) == sorted(FILES)
    return site


def test_what_is_unchanged_is_not_made_again(site: Site) -> None:
    for _ in range(3):
        before = published_states(site.folder)
        assert site.publish(FILES) == []
        assert published_states(site.folder) == before
        assert contents(site.folder) == FILES


def test_exactly_what_has_another_stamp_is_made_again(site: Site) -> None:
    changed = FILES | {"a/b.html": b"other", "new.txt": b"new"}
    assert site.publish(changed) == ["a/b.html", "new.txt"]
    for _ in range(2):
        assert contents(site.folder) == changed
        assert site.publish(changed) == []
    assert site.publish({"index.html": b"first"}) == []
    assert contents(site.folder) == {"index.html": b"first"}


def test_what_is_known_of_a_file_stays_known_when_it_is_kept(site: Site) -> None:
    before = site.known
    site.publish(FILES)
    assert site.known == before
    assert {where: entry.indexed for where, entry in before.items()} == {
        where: digest(content) if where.endswith(".html") else b"" for where, content in FILES.items()
    }
    assert {where: entry.state for where, entry in before.items()} == {
        where: state for where, state in published_states(site.folder).items() if where in FILES
    }


def test_of_a_batch_only_what_is_stale_is_left(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    site.publish(FILES)
    one, two, three = (site.product(where, b"changed") for where in ("index.html", "a/b.html", "new.html"))
    same = site.product("a/c.html", FILES["a/c.html"])
    with Publication(site.folder) as publication:
        kept, stale = keep_unchanged([[one, same, two], [same], [three]], site.known, publication)
    assert [*kept] == ["a/c.html"]
    assert stale == [[one, two], [three]]


def _rewrite(file: Path) -> None:
    file.write_bytes(b"fifth.")


def _rewrite_with_the_same_size(file: Path) -> None:
    status = file.stat()
    file.write_bytes(b"x" * status.st_size)
    # The clock of a file system may stand still between two writes.
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 1))


def _lengthen_at_the_same_time(file: Path) -> None:
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    file.write_bytes(file.read_bytes() + b"x")
    os.utime(file, ns=times)


def _replace_at_the_same_time(file: Path) -> None:
    times = (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    beside = file.with_name("beside")
    beside.write_bytes(b"x" * file.stat().st_size)
    os.utime(beside, ns=times)
    beside.replace(file)


def _delete(file: Path) -> None:
    file.unlink()


def _link(file: Path) -> None:
    shutil.move(file, file.with_name("elsewhere"))
    file.symlink_to(file.with_name("elsewhere"))


def _make_a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()
    (file / "inside").write_bytes(b"inside")


DAMAGE = (
    _rewrite,
    _rewrite_with_the_same_size,
    _lengthen_at_the_same_time,
    _replace_at_the_same_time,
    _delete,
    _link,
    _make_a_folder,
)


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("has_staging", [True, False])
def test_a_file_that_somebody_changed_is_made_again(
    damage: Callable[[Path], None], has_staging: bool, tmp_path: Path
) -> None:
    site = Site(tmp_path / "site", tmp_path / "staging" if has_staging else None)
    site.publish(FILES)
    site.publish(FILES)
    damage(site.folder / "a/b.html")
    assert site.publish(FILES) == ["a/b.html"]
    assert contents(site.folder) == FILES
    assert not [path for path in site.folder.rglob("*") if path.is_symlink()]


def test_where_the_whole_site_is_gone_everything_is_made_again(site: Site) -> None:
    shutil.rmtree(site.folder)
    assert site.publish(FILES) == sorted(FILES)
    assert contents(site.folder) == FILES


def test_a_folder_that_somebody_put_in_place_of_another_is_put_right(site: Site) -> None:
    (site.folder / "a").rename(site.folder / "elsewhere")
    (site.folder / "a").symlink_to(site.folder / "elsewhere")
    site.publish(FILES)
    assert contents(site.folder) == FILES
    assert not (site.folder / "a").is_symlink()


STATES = st.dictionaries(st.sampled_from([*FILES]), st.sampled_from([b"one", b"two", b"three"]))
MEDDLING = st.dictionaries(st.sampled_from([*FILES, "stray", "a/stray"]), st.sampled_from(DAMAGE), max_size=2)


@given(st.lists(st.tuples(STATES, MEDDLING), max_size=5), st.booleans())
@settings(max_examples=40)
def test_whatever_came_before_a_site_holds_what_its_products_say(
    steps: list[tuple[dict[str, bytes], dict[str, Callable[[Path], None]]]], has_staging: bool
) -> None:
    with TemporaryDirectory() as name:
        site = Site(Path(name, "site"), Path(name, "staging") if has_staging else None)
        for files, meddling in steps:
            site.publish(files)
            assert contents(site.folder) == files
            assert site.publish(files) == []
            assert contents(site.folder) == files
            for address, damage in meddling.items():
                file = site.folder / address
                file.parent.mkdir(parents=True, exist_ok=True)
                if not file.exists():
                    file.write_bytes(b"added")
                damage(file)
        site.publish(FILES)
        assert contents(site.folder) == FILES


@pytest.mark.parametrize("worth_a_fork", [1, 1000], ids=["two processes", "one process"])
def test_one_process_and_two_make_the_same(worth_a_fork: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_site, "_WORTH_A_FORK", worth_a_fork)
    files = {f"{number % 7}/{number}.html": str(number).encode() for number in range(60)}
    site = Site(tmp_path / "site", tmp_path / "staging")
    made = site.publish(files)
    assert worth_a_fork == 1 or len(made) == 60
    assert contents(site.folder) == files
    assert {where: entry.state for where, entry in site.known.items()} == {
        where: state for where, state in published_states(site.folder).items() if where in files
    }
    assert site.publish(files) == []
    changed = files | dict.fromkeys([*files][10:30], b"changed")
    assert set(site.publish(changed)) <= {where for where in files if changed[where] == b"changed"}
    assert contents(site.folder) == changed


@pytest.mark.parametrize(("processes", "worth_a_fork"), [(1, 1000), (2, 1)])
def test_progress_is_reported_for_all_processes(
    processes: int, worth_a_fork: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[int] = []

    class Ear(Silence):
        def advance(self, steps: int) -> None:
            reported.append(steps)

    monkeypatch.setattr(write_site, "_STEP", 3)
    monkeypatch.setattr(write_site, "_WORTH_A_FORK", worth_a_fork)
    site = Site(tmp_path / "site")
    batches = [[site.product(f"{number}.html", b"x")] for number in range(100)]
    with Publication(site.folder) as publication:
        write_products(batches, publication, Ear())
    assert reported == [3 * processes] * (len(site.made) // 3)
    assert processes == 2 or len(site.made) == 100


def test_a_product_that_cannot_be_made_leaves_the_published_site_as_it_was(site: Site) -> None:
    def fail() -> Made:
        raise RuntimeError("no room")

    broken = Product("a/b.html", b"another stamp", fail)
    with pytest.raises(RuntimeError, match="no room"), Publication(site.folder) as publication:
        write_products([[broken]], publication, Silence())
    assert contents(site.folder) == FILES
