"""The change log and the page of each update."""

from dossier.linked import address
from dossier.pages import Link, Page, plan
from dossier.pages.update_pages import UpdatesView, UpdateView
from tests.pages import orla


def _pages() -> dict[str, Page]:
    return {page.address: page for page in plan(orla.library())}


def _update(update_id: str) -> tuple[Page, UpdateView]:
    page = _pages()[address.update(update_id)]
    assert isinstance(page.view, UpdateView)
    return page, page.view


def test_the_log_goes_by_day_in_utc_the_newest_first() -> None:
    view = _pages()[address.UPDATES].view
    assert isinstance(view, UpdatesView)
    assert [(day.date, [each.id for each in day.changes]) for day in view.days] == [
        ("2024-06-02", ["orla-0003"]),
        ("2024-06-01", ["orla-0004"]),
        ("2024-05-22", ["orla-0002"]),
        ("2024-03-04", ["orla-0001"]),
    ]
    assert view.words == "4 updates"


def test_an_update_page_tells_when_what_and_of_which_claims() -> None:
    page, view = _update("orla-0002")
    assert view.time == "22 May 2024, 08:00 UTC"
    assert [handle.id for handle in view.claims] == ["spring-talks/keep-shut-summer", "spring-talks/hinge-whole"]
    assert view.change.owner.address == "briefs/spring-talks/"
    assert page.modified == page.published == "2024-05-22T08:00:00Z"
    assert page.parties == ("The Uplands",)


def test_a_correction_says_so_and_is_tied_to_what_it_mends() -> None:
    page, view = _update("orla-0003")
    assert page.title == "Correction: Talks in spring"
    assert (view.change.before, view.change.after) == ("all spring", "all summer")
    assert view.change.mends is not None
    assert view.change.mends == Link("updates/orla-0002/", "the update of 22 May 2024")
    mended = _update("orla-0002")[1].change.mended
    assert mended == (Link("updates/orla-0003/", "the correction of 2 June 2024"),)
    assert [toc.anchor for toc in view.toc] == ["wording", "claims", "cite"]


def test_the_topic_that_an_update_stands_in_is_named_once() -> None:
    _, view = _update("orla-0004")
    assert view.change.owner.words == "The sluice"
    assert view.topics == ()
    assert [link.words for link in _update("orla-0002")[1].topics] == ["The sluice", "The ferry"]


def test_an_update_of_very_many_claims_shows_some_and_counts_the_rest() -> None:
    claims = [orla.claim(f"c-{n}") for n in range(60)]
    told = orla.update("many", claims=[f"c-{n}" for n in range(60)])
    library = orla.library(briefs={"b": orla.brief(*claims, updates=[told])}, topics={})
    (view,) = [page.view for page in plan(library) if page.kind == "update"]
    assert isinstance(view, UpdateView)
    assert (len(view.claims), view.more) == (40, 20)


def test_a_long_log_is_split_and_loses_nothing() -> None:
    found = [page for page in plan(orla.large(2400)) if page.kind in {"updates", "updates-period"}]
    shown = [each.id for page in found[1:] for day in page.view.days for each in day.changes]  # type: ignore[attr-defined]
    assert len(found) > 2
    assert len(shown) == len(set(shown)) == 400


def test_an_empty_log_is_a_page_too() -> None:
    library = orla.library(briefs={"b": orla.brief()}, topics={"sluice": orla.topic()})
    view = next(page for page in plan(library) if page.address == address.UPDATES).view
    assert isinstance(view, UpdatesView)
    assert (view.days, view.words) == ((), "0 updates")
