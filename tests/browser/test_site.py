"""The built site in a real browser: every kind of page, on a phone and on a desk, light and dark."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

# One page of each kind: a folder stands for the first page in it.
KINDS = (
    "", "topics/", "topics/*/", "positions/", "timeline/", "parties/", "parties/*/", "briefs/", "briefs/*/", "sources/",
    "sources/*/", "origins/", "origins/*/", "updates/", "updates/*/", "feeds/", "data/", "schema/", "problems/", "about/",
    "404.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def addresses(built_site: Path) -> dict[str, str]:
    """Return the address of one page of each kind."""
    found = {}
    for kind in KINDS:
        if kind.endswith("*/"):
            folder = built_site / kind[:-2]
            first = min((file.parent for file in folder.glob("*/index.html")), key=lambda path: path.name)
            found[kind] = f"{first.relative_to(built_site).as_posix()}/"
        elif kind:
            found[kind] = kind
    return {"": "", **found}


@pytest.fixture(params=[(1280, "light"), (390, "dark")], ids=["desk", "phone"], scope="module")
def opened(
    request: pytest.FixtureRequest, browser: Browser, built_site: Path, serve: Callable[[Path], str]
) -> Iterator[Callable[[str], tuple[Page, list[str]]]]:
    """Return a function that opens a page, its evidence unfolded, and what the browser complained of."""
    width, scheme = request.param
    base = serve(built_site)
    # The checker is a script of its own, which the policy of the site would rightly stop.
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def open_page(address: str) -> tuple[Page, list[str]]:
        complaints.clear()
        page.goto(base + address)
        page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))")
        return page, complaints

    yield open_page
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_shut_out(
    kind: str, addresses: dict[str, str], opened: Callable[[str], tuple[Page, list[str]]]
) -> None:
    page, complaints = opened(addresses[kind])
    # The theme lets colours glide for a quarter of a second; their contrast is not theirs before.
    page.wait_for_timeout(300)
    violations = Axe().run(page).response["violations"]
    told = [(each["id"], each["nodes"][0]["html"][:200], len(each["nodes"])) for each in violations]
    assert told == []
    assert complaints == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_runs_off_a_narrow_phone(
    kind: str, addresses: dict[str, str], page: Page, built_site: Path, serve: Callable[[Path], str]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(serve(built_site) + addresses[kind])
    page.evaluate("document.querySelectorAll('details').forEach((details) => (details.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
