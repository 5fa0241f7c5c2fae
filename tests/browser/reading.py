"""How a reader looks at a page: what is to be seen there, and how another day is asked for."""

from playwright.sync_api import Locator, Page

AS_OF = "What these sources had reported by"
ALL_OF_SLUICE = [
    "spring-talks/keep-shut-summer",
    "spring-talks/hinge-whole",
    "sluice-shut/keep-shut",
    "spring-talks/wrongly-noted",
    "sluice-shut/open-now",
    "sluice-shut/gate-broken",
]


def shown(locator: Locator) -> list[str]:
    """Return the texts of what is visible, white space folded."""
    return [" ".join(text.split()) for text in locator.locator("visible=true").all_inner_texts()]


def choose(page: Page, date: str) -> None:
    """Ask for what had been reported by a day."""
    page.get_by_label(AS_OF).fill(date)
    page.get_by_role("button", name="Show", exact=True).click()


def claims(page: Page) -> list[str | None]:
    """Return the ids of the claims that are visible."""
    return [each.get_attribute("data-claim") for each in page.locator("article.claim >> visible=true").all()]
