"""No page grows past what a phone bears, however much there is to show."""

import pytest

from dossier.library import Library
from dossier.pages import plan
from dossier.render import Renderer
from tests.pages import orla
from tests.render.conftest import TEMPLATES

MOST = 300_000


def _large() -> Library:
    """Return a dossier with one source and one origin that thousands of claims rest on, and long lists of everything."""
    world = orla.large(3600, topics=2, per_brief=3)
    for n in range(900):
        world.source(f"s-{n:04d}", f"Text number {n}, with a title of some length", text=None, published="2019")
        world.origin(f"o-{n:04d}", f"Report number {n} of a newsroom", publisher=f"P {n}", depends_on=["wire-report"])
    return world.library()


@pytest.mark.slow
def test_no_page_of_a_large_dossier_is_too_large() -> None:
    library = _large()
    renderer = Renderer(TEMPLATES, library.settings)
    seen: dict[str, int] = {}
    for page in (planned.page for planned in plan(library)):
        # Of the thousands of briefs and updates some are enough.
        if page.kind in {"brief", "update"} and not page.address.endswith("00/"):
            continue
        body = renderer.page(page)
        seen[page.kind] = max(seen.get(page.kind, 0), len(body.html.encode()) + len(body.head.encode()))
    kinds = {"source", "source-part", "sources-period", "origin", "origin-period", "origins-period", "updates-period"}
    assert kinds <= set(seen)
    assert {kind: size for kind, size in seen.items() if size > MOST} == {}
