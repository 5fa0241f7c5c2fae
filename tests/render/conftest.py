"""The pages of an invented dossier, rendered once."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dossier.library import Library
from dossier.pages import Page, plan
from dossier.render import Body, Renderer
from tests.pages import orla

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"

Rendered = Mapping[str, tuple[Page, Body]]


def render(library: Library, written: tuple[str, ...] = ()) -> Rendered:
    """Return every page of a library by its address."""
    renderer = Renderer(TEMPLATES, library.settings)
    return {page.address: (page, renderer.page(page)) for page in (planned.page for planned in plan(library, written))}


@pytest.fixture(scope="session")
def rendered() -> Rendered:
    """Return the pages of the invented dossier."""
    return render(orla.world().library(), ("method/",))
