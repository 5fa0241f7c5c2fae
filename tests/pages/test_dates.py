"""A page of a period is dated by what it shows, not by the newest change of the whole dossier."""

import pytest

from tests.pages import long
from tests.world import World, claim, correction, update


@pytest.mark.parametrize(
    ("where", "modified"),
    [
        ("timeline/2015/", long.LATER),
        ("timeline/2016/", long.NEWEST),
        ("briefs/year/2015/", long.LATER),
        ("briefs/year/2016/", long.NEWEST),
        ("sources/year/2015/", long.LATER),
        ("sources/year/2016/", long.NEWEST),
        ("origins/year/2015/", long.LATER),
        ("origins/year/2016/", long.NEWEST),
        ("updates/year/2015/", long.LATER),
        ("updates/year/2016/", long.NEWEST),
        ("topics/trams/2015-01/", long.LATER),
        ("topics/trams/2015-02/", "2015-02-28T09:00:00Z"),
        ("topics/trams/2016-06/", long.NEWEST),
        ("parties/city/2015/", long.LATER),
        ("parties/city/2016/", long.NEWEST),
        ("origins/minutes/year/2015/", long.LATER),
        ("origins/minutes/year/2016/", long.NEWEST),
        ("sources/gazette/part/1/", "2016-06-05T09:00:00Z"),
        ("sources/gazette/part/2/", long.NEWEST),
    ],
)
def test_a_page_of_a_period_has_the_date_of_the_newest_change_that_it_shows(where: str, modified: str) -> None:
    assert long.site().page(where).modified == modified
    assert f"/{where}</loc><lastmod>{modified}</lastmod>" in long.site().sitemap()


def test_a_period_of_a_topic_was_published_with_the_first_of_its_claims() -> None:
    site = long.site()
    assert site.page("topics/trams/2015-01/").published == long.OLDEST
    assert site.page("topics/trams/2016-06/").published == "2016-06-01T09:00:00Z"
    assert site.page("topics/trams/").published == long.OLDEST


def test_claims_that_no_update_names_were_published_with_their_brief() -> None:
    world = World()
    # The topic is called as the brief is, and its update publishes no claim.
    world.topic("trams", updates=[update("of-topic", "2031-01-01T00:00:00+00:00")])
    updates = [
        update("told", "2031-04-01T00:00:00+00:00"),
        correction("mended", "2031-05-01T00:00:00+00:00", "c-000"),
    ]
    world.brief("trams", *(claim(f"c-{number:03d}") for number in range(121)), updates=updates)
    site = world.site()
    second, first = (site.page(f"topics/trams/2031-03.{part}/") for part in (2, 1))
    assert (first.published, first.modified) == ("2031-04-01T00:00:00Z", "2031-05-01T00:00:00Z")
    assert (second.published, second.modified) == ("2031-04-01T00:00:00Z", "2031-04-01T00:00:00Z")


def test_a_log_of_updates_changed_with_the_correction_of_one_of_them() -> None:
    assert long.mended().page("updates/year/2015/").modified == "2016-02-01T00:00:00Z"


def test_a_whole_list_has_the_date_of_the_newest_change_of_all() -> None:
    for where in ("timeline/", "briefs/", "sources/", "origins/", "updates/", "positions/", "parties/", "topics/", ""):
        assert long.site().page(where).modified == long.LAST, where
