"""The pages of an invented dossier in a plain frame: what they do in a browser, without a theme and without a build."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from dossier.exports import claim_parts
from dossier.library import Library
from dossier.linked.address import ROOT_MARK
from dossier.pages import plan
from dossier.pipeline.script_marks import translated
from dossier.render import Renderer
from tests.pages import orla

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
_FRAME = """<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>{head}<link rel="stylesheet" href="{root}assets/dossier.css">
<script src="{root}assets/dossier.js" defer></script>
<script src="{root}assets/claims.js" defer></script></head>
<body><main class="md-typeset">{body}</main></body></html>
"""


def write_pages(library: Library, folder: Path, wanted: Callable[[str], bool] = lambda _: True) -> Path:
    """Write the wanted pages of a library, and what they load, into a folder, and return it."""
    renderer = Renderer(TEMPLATES, library.settings)
    for page in (planned.page for planned in plan(library)):
        if not wanted(page.address):
            continue
        body = renderer.page(page)
        root = "../" * page.address.count("/") or "./"
        html = _FRAME.format(title=escape(page.title), head=body.head, body=body.html, root=root).replace(
            ROOT_MARK, root
        )
        file = folder / (page.address if page.address.endswith(".html") else f"{page.address}index.html")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(html, "utf-8")
    for part in claim_parts(library):
        file = folder / part.address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(part.make())
    for asset in (TEMPLATES / "assets").iterdir():
        (folder / "assets").mkdir(exist_ok=True)
        (folder / "assets" / asset.name).write_bytes(translated(asset.name, asset.read_bytes()))
    return folder


@pytest.fixture(scope="session")
def orla_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pages of the invented dossier."""
    return write_pages(orla.world().library(), tmp_path_factory.mktemp("orla"))


@pytest.fixture(scope="session")
def large_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the pages of a topic, of parties and of the timeline that are too long for one page each."""
    wanted = ("topics/topic-0/", "parties/uplands/", "timeline/", "briefs/year/", "positions/")
    folder = tmp_path_factory.mktemp("large")
    return write_pages(
        orla.large(1200).library(), folder, lambda address: address.startswith(wanted) or address == "briefs/"
    )


FORGE, MAIL = "https://code.example/orla/issues/new", "mailto:editors@orla.example"


@pytest.fixture(scope="session", params=[FORGE, MAIL])
def suggesting(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Return where suggestions go, and a folder with some pages of the invented dossier that say so."""
    world = orla.world()
    world.settings["suggest"] = request.param
    wanted = ("suggest/", "briefs/sluice-shut/")
    folder = write_pages(world.library(), tmp_path_factory.mktemp("suggesting"), lambda address: address in wanted)
    return request.param, folder


@pytest.fixture
def site(orla_folder: Path, serve: Callable[[Path], str]) -> str:
    """Return the address at which the invented dossier is served."""
    return serve(orla_folder)


@pytest.fixture
def large_site(large_folder: Path, serve: Callable[[Path], str]) -> str:
    """Return the address at which the long pages are served."""
    return serve(large_folder)
