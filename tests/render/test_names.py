"""Whoever speaks is found by every name that is written down, and on the own page alone."""

import re
from typing import Any

from dossier.pages import plan
from dossier.render import Renderer
from tests.pages import orla
from tests.render.conftest import TEMPLATES
from tests.world import World


def _pages(*people: dict[str, Any]) -> dict[str, str]:
    world = orla.world()
    world.people = {each["id"]: each for each in people}
    world.brief("ford", orla.said("low", said_by="tess-ford", party=None), title="The ford is low", date="2024-03-02")
    library = world.library()
    renderer = Renderer(TEMPLATES, library.settings)
    return {
        page.address: renderer.page(page).html
        for page in (planned.page for planned in plan(library))
        if page.kind in {"party", "brief", "person", "people"}
    }


def _holders(pages: dict[str, str], name: str) -> set[str]:
    return {where for where, html in pages.items() if re.search(rf"(?<!\w){name}(?!\w)", html)}


def test_each_name_stands_where_search_sees_it() -> None:
    world = World()
    ada = world.person("ada-brook", party="uplands", aliases=["Reeve Ada"], spellings=["Брук", "Brooke"])
    tess = world.person("tess-ford", aliases=["T. Ford"], spellings=["Форд", "Foord"])
    mute = world.person("mute", "Nobody Heard", party="guild", spellings=["Unheard"])
    pages = _pages(ada, tess, mute)
    for name in (*ada["aliases"], *ada["spellings"]):
        assert _holders(pages, name) == {"people/ada-brook/"}, name
    for name in (*tess["aliases"], *tess["spellings"]):
        assert _holders(pages, name) == {"people/tess-ford/"}, name
    assert '<span lang="und-Cyrl" dir="auto">Форд</span>' in pages["people/tess-ford/"]
    assert _holders(pages, "Unheard") == {"people/mute/"}
