"""Whoever speaks is found by every name that is written down: on the page of a party, or else beside the claim."""

import re

from dossier.model import Person
from dossier.pages import plan
from dossier.render import Renderer
from tests.pages import orla
from tests.render.conftest import TEMPLATES


def _pages(**people: Person) -> dict[str, str]:
    base = orla.corpus().briefs
    said = {"said_by": "tess-ford", "party": None}
    briefs = {**base, "ford": orla.brief(orla.claim("low", **said), title="The ford is low")}
    library = orla.library(briefs=briefs, people={person.id: person for person in people.values()})
    renderer = Renderer(TEMPLATES, library.settings)
    return {page.address: renderer.page(page).html for page in plan(library) if page.kind in {"party", "brief"}}


def _holders(pages: dict[str, str], name: str) -> set[str]:
    return {where for where, html in pages.items() if re.search(rf"(?<!\w){name}(?!\w)", html)}


def test_each_name_stands_where_search_sees_it() -> None:
    ada = Person(
        id="ada-brook", name="Ada Brook", party="uplands", aliases=("Reeve Ada",), spellings=("Брук", "Brooke")
    )
    tess = Person(id="tess-ford", name="Tess Ford", aliases=("T. Ford",), spellings=("Форд", "Foord"))
    mute = Person(id="mute", name="Nobody Heard", party="guild", spellings=("Unheard",))
    pages = _pages(ada=ada, tess=tess, mute=mute)
    for name in (*ada.aliases, *ada.spellings):
        assert _holders(pages, name) == {"parties/uplands/"}, name
    for name in (*tess.aliases, *tess.spellings):
        assert _holders(pages, name) == {"briefs/ford/"}, name
    assert '<span lang="und-Cyrl" dir="auto">Форд</span>' in pages["briefs/ford/"]
    assert _holders(pages, "Unheard") == set()
