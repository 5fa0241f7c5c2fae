"""Old addresses of what moved or was merged, in a browser and from a plain server of files: with scripts and without."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dossier.pipeline.build import build
from tests.feeds import story
from tests.pipeline import harbour


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Return the address of the site of a dossier in which a claim moved and a topic was merged."""
    root = harbour.copy(tmp_path_factory.mktemp("moved") / "dossier")
    story.merge(root)
    return serve(build(root, search=False).site)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_old_addresses_lead_on(browser: Browser, moved: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    answer = page.goto(f"{moved}topics/funding/")
    assert answer is not None
    assert answer.status == 200
    main = page.locator("#_content")
    expect(main).to_contain_text("What was here is now part of")
    assert page.locator("link[rel=canonical]").get_attribute("href") == "https://tram.example/dossier/topics/route/"
    main.get_by_role("link").last.click()
    page.wait_for_url(f"{moved}topics/route/")
    page.goto(f"{moved}briefs/harbour-vote/#quay-half-open")
    line = page.locator("#quay-half-open")
    expect(line).to_be_visible()
    expect(line).to_contain_text("was moved from here")
    line.get_by_role("link").first.click()
    page.wait_for_url(f"{moved}briefs/traders-soften/#quay-half-open")
    expect(page.locator("#quay-half-open")).to_be_in_viewport()
    context.close()
