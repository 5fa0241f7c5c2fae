"""What is known of a published site: kept in the cache, and worth nothing where the cache is not to be believed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.disk import MARKER, Cache, FileCounts, FileState
from dossier.pipeline import build as building
from dossier.pipeline import write_site
from dossier.pipeline.build import build
from dossier.pipeline.manifest import Manifest, PublishedFile, read_manifest, write_manifest
from dossier.pipeline.products import Product
from tests.pipeline.harbour import BRIEF, copy, digests, edit

SECRET = b"a secret of thirty-two bytes' length"
KNOWN = Manifest(
    {
        "index.html": PublishedFile(b"stamp", FileState(3, 4, 5), b"indexed"),
        "data/claims.json": PublishedFile(b"other", FileState(6, 7, 8), b""),
    },
    b"inputs",
)


def test_a_manifest_is_kept_for_each_site(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    with Cache(tmp_path / "cache", SECRET) as cache:
        write_manifest(cache, one, KNOWN)
        write_manifest(cache, other, Manifest({}, b"others"))
    with Cache(tmp_path / "cache", SECRET) as cache:
        assert read_manifest(cache, one) == KNOWN
        assert read_manifest(cache, other) == Manifest({}, b"others")
        assert read_manifest(cache, tmp_path / "third") == Manifest()


def test_a_manifest_that_another_account_wrote_is_empty(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache", SECRET) as cache:
        write_manifest(cache, tmp_path, KNOWN)
    with Cache(tmp_path / "cache", b"another secret of some length") as cache:
        assert read_manifest(cache, tmp_path) == Manifest()


@pytest.fixture
def known(root: Path) -> Path:
    """Return the folder of a dossier whose site is known where it lies; it has no search, which takes longest."""
    build(root, search=False)
    return root


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses of all files that are made from now on, in one process."""
    found: list[str] = []
    write = write_site.write_product

    def note(product: Product, publication: object) -> PublishedFile:
        found.append(product.address)
        return write(product, publication)  # type: ignore[arg-type]

    monkeypatch.setattr(write_site, "write_product", note)
    monkeypatch.setattr(write_site, "_WORTH_A_FORK", 100_000)
    return found


def _remove(root: Path, _: pytest.MonkeyPatch) -> None:
    (root / ".cache/dossier.sqlite").unlink()


def _damage(root: Path, _: pytest.MonkeyPatch) -> None:
    file = root / ".cache/dossier.sqlite"
    content = bytearray(file.read_bytes())
    content[1000:-1000] = b"x" * (len(content) - 2000)
    file.write_bytes(content)


def _cut_off(root: Path, _: pytest.MonkeyPatch) -> None:
    file = root / ".cache/dossier.sqlite"
    file.write_bytes(file.read_bytes()[:5000])


def _disown(root: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("XDG_CACHE_HOME", str(root.parent / "another-account"))


@pytest.mark.parametrize("spoil", [_remove, _damage, _cut_off, _disown], ids=lambda spoil: spoil.__name__)
def test_without_a_manifest_to_believe_everything_is_made_again_and_comes_out_the_same(
    spoil: Callable[[Path, pytest.MonkeyPatch], None], known: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digests(known / "site")
    build(known, search=False)
    assert made == []
    spoil(known, monkeypatch)
    report = build(known, search=False)
    assert {*made, MARKER} == before.keys()
    assert report.count == FileCounts(0, len(before), 0)
    assert digests(known / "site") == before


def test_a_site_that_was_moved_is_made_again(known: Path, made: list[str]) -> None:
    (known / "site").rename(known / "moved")
    build(known, known / "moved", search=False)
    assert {*made, MARKER} == digests(known / "moved").keys()


def test_where_nothing_changed_no_page_is_planned(known: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count = len(digests(known / "site"))

    def plan(*_: object) -> None:
        raise AssertionError("pages are planned")

    monkeypatch.setattr(building, "plan", plan)
    assert build(known, search=False).count == FileCounts(0, count, 0)
    edit(known, BRIEF, "title: ", "title: Today, ")
    with pytest.raises(AssertionError, match="pages are planned"):
        build(known, search=False)


def test_what_was_reported_is_reported_again(known: Path) -> None:
    (known / "pages/about.md").write_text("# About\n\n[one](../topics/rout/)\n", "utf-8")
    first, second = build(known, search=False), build(known, search=False)
    assert [problem.code.name for problem in first.problems] == ["page-link"]
    assert second.problems == first.problems


def _change(site: Path) -> None:
    (site / "index.html").write_text("changed by hand", "utf-8")


def _delete(site: Path) -> None:
    (site / "feeds/all/atom.xml").unlink()


def _delete_folder(site: Path) -> None:
    shutil.rmtree(site / "topics")


def _add(site: Path) -> None:
    (site / "topics/own.html").write_text("added by hand", "utf-8")


def _replace_by_link(site: Path) -> None:
    (site / "index.html").rename(site.parent / "elsewhere.html")
    (site / "index.html").symlink_to(site.parent / "elsewhere.html")


def _replace_by_folder(site: Path) -> None:
    (site / "index.html").unlink()
    (site / "index.html").mkdir()


def _swap(site: Path) -> None:
    one, other = site / "feeds/all/atom.xml", site / "feeds/all/rss.xml"
    one.rename(site / "between")
    other.rename(one)
    (site / "between").rename(other)


def _say_today(root: Path) -> None:
    edit(root, BRIEF, "title: ", "title: Today, ")


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, dict[str, str]]:
    """Return what a site holds that is built anew, as the dossier comes and with a brief that changed."""
    root = copy(tmp_path_factory.mktemp("expected") / "root")
    build(root, root / "one", search=False)
    _say_today(root)
    build(root, root / "other", search=False)
    return {False: digests(root / "one"), True: digests(root / "other")}


@pytest.mark.parametrize(
    "meddle",
    [_change, _delete, _delete_folder, _add, _replace_by_link, _replace_by_folder, _swap],
    ids=lambda meddle: meddle.__name__,
)
def test_what_somebody_did_to_the_published_files_is_put_right(
    meddle: Callable[[Path], None], known: Path, expected: dict[bool, dict[str, str]]
) -> None:
    site = known / "site"
    meddle(site)
    build(known, search=False)
    assert digests(site) == expected[False]
    assert not [path for path in site.rglob("*") if path.is_symlink()]


def test_it_is_put_right_also_where_other_files_have_to_be_made(
    known: Path, expected: dict[bool, dict[str, str]]
) -> None:
    for meddle in (_delete_folder, _add, _change, _swap):
        (known / "site/topics").mkdir(exist_ok=True)
        meddle(known / "site")
    _say_today(known)
    build(known, search=False)
    assert digests(known / "site") == expected[True]
