"""A reader goes from a claim to the page for suggestions, answers, and sends the text; the site itself sends nothing."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Browser, Page, expect

from dossier.authoring.form_answers import read_issue

TEXT = "The ferry guild wants the sluice opened at once, at its own cost."
WHY = 'It said "soon" & <more>.\nSee paragraph 3.'


def test_answers_become_the_text_of_an_issue_or_an_email(
    page: Page, suggesting: tuple[str, Path], serve: Callable[[Path], str]
) -> None:
    to, folder = suggesting
    site = serve(folder)
    page.goto(f"{site}briefs/sluice-shut/#open-now")
    page.locator('[data-claim="sluice-shut/open-now"]').get_by_role("link", name="Suggest a correction").click()
    claim = page.get_by_label("Which claim is wrong?")
    expect(claim).to_have_value(f"{site}briefs/sluice-shut/#open-now")
    text = page.get_by_label("What should it say?")
    expect(text).to_have_value(TEXT)
    send = page.locator(".suggest__send")
    send.click()
    assert page.url.startswith(site), "an answer is missing"
    text.fill("The ferry guild wants the sluice opened soon.")
    page.get_by_label("What was wrong, and how do you know?").fill(WHY)
    address = urlsplit(str(send.get_attribute("href")))
    assert f"{address.scheme}://{address.netloc}{address.path}".replace("mailto://", "mailto:") == to
    given = {name: values[0] for name, values in parse_qs(address.query, strict_parsing=True).items()}
    answers = {
        "claim": f"{site}briefs/sluice-shut/#open-now",
        "text": "The ferry guild wants the sluice opened soon.",
        "why": WHY,
    }
    title = f"Correction: {answers['claim']}"
    composed = page.get_by_label("Or copy this text").input_value()
    told = read_issue(composed.encode())
    assert (told.form, {name: value for name, value in told.values.items() if value}) == ("correct-claim", answers)
    if to.startswith("mailto:"):
        assert given == {"subject": title, "body": composed.replace("\n", "\r\n")}
    else:
        assert given == {"template": "correct-claim.yml", "title": title, **answers}


def test_a_strange_address_names_no_claim(
    page: Page, suggesting: tuple[str, Path], serve: Callable[[Path], str]
) -> None:
    _, folder = suggesting
    for fragment in ("", "#../x/y", "#<b>/x", "#a/b/c", "#%E0%A4%A"):
        page.goto("about:blank")
        page.goto(f"{serve(folder)}suggest/{fragment}")
        expect(page.get_by_label("Which claim is wrong?")).to_have_value("")
    page.goto(f"{serve(folder)}suggest/#no-brief/no-claim")
    expect(page.get_by_label("Which claim is wrong?")).not_to_have_value("")
    expect(page.get_by_label("What should it say?")).to_have_value("")


def test_without_a_script_it_says_where_to_write(
    browser: Browser, suggesting: tuple[str, Path], serve: Callable[[Path], str]
) -> None:
    to, folder = suggesting
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve(folder)}suggest/#sluice-shut/open-now")
    expect(page.locator("form")).to_be_hidden()
    assert page.get_by_role("link", name=to.removeprefix("mailto:")).get_attribute("href") == to
    context.close()


def test_the_form_fits_a_narrow_phone(page: Page, suggesting: tuple[str, Path], serve: Callable[[Path], str]) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{serve(suggesting[1])}suggest/#sluice-shut/open-now")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
