"""What a site is made from is looked at whole before it is taken for unchanged: nothing in it may be left out."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions, version
from pathlib import Path
from types import SimpleNamespace

import pytest

from dossier.disk import FileCounts
from dossier.pipeline import build as building
from dossier.pipeline import load as loading
from dossier.pipeline import theme
from dossier.pipeline.build import build
from dossier.pipeline.load import load
from dossier.pipeline.theme import read_theme_files
from tests.architecture.module_rules import ROOT
from tests.catalogues import compiled
from tests.pipeline.harbour import BRIEF, copy, digests, edit

Change = Callable[[Path, pytest.MonkeyPatch], object]


@pytest.fixture(scope="module", params=["templates of its own", "the generator's templates"])
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with `home`, a generator's templates, and `root`, a dossier whose site is known where it lies."""
    folder = tmp_path_factory.mktemp("inputs")
    shutil.copytree(ROOT / "templates", folder / "home/templates")
    root = copy(folder / "root")
    if request.param == "templates of its own":
        shutil.copytree(ROOT / "templates", root / "templates", ignore=shutil.ignore_patterns("frame"))
        # Where it is gone, the generator's serves, and that is another one.
        edit(root, "templates/pieces/jump.html", "{%", " {%")
    edit(root, "mkdocs.yml", "copyright: CC BY 4.0", "copyright: !ENV [NOTICE, None]")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(theme, "HOME", folder / "home")
        assert build(root, search=False).problems == ()
    return folder


@pytest.fixture
def changeable(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the same folder; what a test changes in it, but for the site, is put back."""
    monkeypatch.setattr(theme, "HOME", kept / "home")
    paths = ("home", "root/briefings", "root/sources", "root/pages", _templates(kept))
    settings = (kept / "root/mkdocs.yml").read_bytes()
    for path in dict.fromkeys(paths):
        shutil.copytree(kept / path, tmp_path / path, dirs_exist_ok=True)
    yield kept
    for path in dict.fromkeys(paths):
        shutil.rmtree(kept / path, ignore_errors=True)
        shutil.copytree(tmp_path / path, kept / path)
    (kept / "root/mkdocs.yml").write_bytes(settings)


def _templates(folder: Path) -> str:
    return "root/templates" if (folder / "root/templates").exists() else "home/templates"


class PlannedError(Exception):
    """Pages are planned: the site is not taken for unchanged."""


def _plan(*_: object) -> None:
    raise PlannedError


def _is_taken_for_unchanged(root: Path, patch: pytest.MonkeyPatch, *, search: bool = False) -> bool:
    patch.setattr(building, "plan", _plan)
    try:
        report = build(root, search=search)
    except PlannedError:
        return False
    assert report.count == FileCounts(0, len(digests(root / "site")), 0)
    return True


def _edited(path: str, old: str, new: str) -> Change:
    return lambda folder, _: edit(folder, path.replace("TEMPLATES", _templates(folder)), old, new)


def _written(path: str) -> Change:
    return lambda folder, _: (folder / path.replace("TEMPLATES", _templates(folder))).write_text("Quincunx.\n", "utf-8")


def _linked(folder: Path, _: pytest.MonkeyPatch) -> None:
    (folder / "root/pages/elsewhere").symlink_to(folder / "home")


def _other_version(package: str) -> Change:
    def other(name: str) -> str:
        return "0.0" if name == package else version(name)

    return lambda _, patch: patch.setattr(building, "version", other)


def _other_python(_: Path, patch: pytest.MonkeyPatch) -> None:
    for module in (building, loading):
        patch.setattr(module, "sys", SimpleNamespace(version="4.0"))


def _translated(folder: Path, _: pytest.MonkeyPatch) -> None:
    file = folder / "home/templates/locale/en/LC_MESSAGES/dossier.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(compiled("en", {"Topics": "Subjects"}))


PACKAGES = {f"package {name}": _other_version(name) for name in building._PACKAGES}


CHANGES: dict[str, Change] = {
    "brief": _edited(f"root/{BRIEF}", "title: ", "title: Today, "),
    "source": _edited("root/sources/quay-post-2031-05-13.md", "outlet: ", "outlet: The "),
    "settings": _edited("root/mkdocs.yml", "teal", "red"),
    "environment": lambda _, patch: patch.setenv("NOTICE", "A notice."),
    "hand-written page": _edited("root/pages/about.md", "#", "# New:"),
    "new hand-written page": _written("root/pages/more.md"),
    "file beside hand-written pages": _written("root/pages/picture.svg"),
    "page that cannot be read": _linked,
    "template": _edited("TEMPLATES/pages/home.html", "{%", " {%"),
    "new template": _written("TEMPLATES/pages/more.html"),
    "template that is gone": lambda folder, _: (folder / _templates(folder) / "pieces/jump.html").unlink(),
    "style sheet": _edited("TEMPLATES/assets/dossier.css", "/*", "/* New."),
    "addition to the theme": _edited("home/templates/frame/main.html", "{%", " {%"),
    "catalogue": _translated,
    "code": lambda _, patch: patch.setattr(building, "digest_code", lambda _: b"other code"),
    "code that reads": lambda _, patch: patch.setattr(loading, "digest_code", lambda _: b"other code"),
    "Python": _other_python,
    "package that reads": lambda _, patch: patch.setattr(loading, "version", lambda _: "0.0"),
    "packages of frames": lambda _, patch: patch.setattr(building, "theme_engine", lambda: "mkdocs 0.0"),
    "packages of search": lambda _, patch: patch.setattr(building, "search_engine", lambda: "pagefind 0.0"),
    **PACKAGES,
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_site_is_not_taken_for_unchanged_where_anything_changed(
    name: str, changeable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    CHANGES[name](changeable, monkeypatch)
    assert not _is_taken_for_unchanged(changeable / "root", monkeypatch)


def test_it_is_taken_for_unchanged_where_nothing_did(changeable: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _is_taken_for_unchanged(changeable / "root", monkeypatch)


def test_a_site_without_search_is_another_one(changeable: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _is_taken_for_unchanged(changeable / "root", monkeypatch, search=True)


def test_with_an_archive_at_hand_everything_is_looked_at(changeable: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "plan", _plan)
    with pytest.raises(PlannedError):
        build(changeable / "root", archive=changeable / "root/archive", search=False)


def _epoch(root: Path) -> bytes:
    loaded = load(root)
    assert loaded.settings_file.settings is not None
    return building._epoch(loaded.settings_file.settings, read_theme_files(loaded))


IN_EVERY_PRODUCT = ("catalogue", "template", "new template", "template that is gone", "code", "Python", *PACKAGES)
ELSEWHERE = ("brief", "source", "hand-written page", "style sheet", "packages of search")


@pytest.mark.parametrize("name", [*IN_EVERY_PRODUCT, *ELSEWHERE])
def test_code_packages_and_templates_are_in_every_product_and_nothing_else_is(
    name: str, changeable: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _epoch(changeable / "root")
    CHANGES[name](changeable, monkeypatch)
    assert (_epoch(changeable / "root") != before) == (name in IN_EVERY_PRODUCT)


@pytest.mark.parametrize(
    ("key", "value"), {"rights": "CC0", "feed_size": 3, "language": "de", "url": "https://o.example/"}.items()
)
def test_every_setting_is_in_every_product(key: str, value: object, kept: Path) -> None:
    loaded = load(kept / "root")
    settings, theme_files = loaded.settings_file.settings, read_theme_files(loaded)
    assert settings is not None
    other = settings.model_copy(update={key: value})
    assert building._epoch(other, theme_files) != building._epoch(settings, theme_files)


MAKES_A_SITE = """
import sys
from pathlib import Path
from dossier.pipeline.build import build
assert build(Path(sys.argv[1]), search=False).count is not None
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""
NOT_SEEN_ON_PAGES = {
    "annotated-types": "part of pydantic's models",
    "typing-extensions": "types for older versions of Python",
    "typing-inspection": "pydantic reads types with it",
    "python-dateutil": "feedgen reads dates with it that are given as text, and is given none",
    "setuptools": "it finds installed packages",
}
"""Packages that are loaded where pages are made, and why their version needs no place in a digest."""


def test_every_package_that_makes_pages_is_in_a_digest(tmp_path: Path) -> None:
    root = copy(tmp_path / "root")
    build(root, search=False)
    edit(root, BRIEF, "title: ", "title: Today, ")
    run = subprocess.run(
        [sys.executable, "-c", MAKES_A_SITE, str(root)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    names = packages_distributions()
    found = {name.lower().replace("_", "-") for module in run.stdout.split() for name in names.get(module, ())}
    assert found - {*building._PACKAGES, *loading._READ_BY, *NOT_SEEN_ON_PAGES} == set()
