"""An invented dossier with more of everything than fits on one page.

Each of 155 days of 2015 and of 2016 has a brief of its own with one claim, an update, a source and an origin; all are
one party's word on one topic and one person, rest on one origin behind the others, and are cited from one gazette too.
"""

from functools import cache

from tests.world import Site, World, claim, correction, evidence, update

YEARS = (2015, 2016)
DAYS = 155
OLDEST, NEWEST = "2015-01-01T09:00:00Z", "2016-06-15T09:00:00Z"
LATER = "2015-12-24T17:00:00Z"
"""When the first claim of all was told anew."""
LAST = "2017-01-01T00:00:00Z"
"""The newest change of all: that of a bottom line."""


def names() -> list[str]:
    """Return the ids of the briefs, oldest first: their sources and origins bear the same."""
    return [f"day-{year}-{day:03d}" for year in YEARS for day in range(DAYS)]


def _date(year: int, day: int) -> str:
    return f"{year}-{day // 28 + 1:02d}-{day % 28 + 1:02d}"


@cache
def site() -> Site:
    """Return the site of it, planned once a run."""
    return world().site()


def world() -> World:
    """Return the dossier."""
    made = World()
    made.topic("trams", "Night trams", updates=[update("last", "2017-01-01T00:00:00+00:00", "development")])
    made.party("city", "The city")
    made.person("mara-quint", party="city")
    made.source("gazette", "All of it", outlet="Gazette", published="2017")
    made.origin("minutes", "Minutes of the council", "document", date="2014-12-31")
    made.origin("rumour", "Background", "background")
    for place, name in enumerate(names()):
        date = _date(YEARS[place // DAYS], place % DAYS)
        cited = [evidence("gazette", paragraph=place + 1, origin=name), evidence(name, origin=name)]
        updates = [update(f"told-{name}", f"{date}T09:00:00+00:00", claims=["c"])]
        if not place:
            updates.append(update("later", "2015-12-24T18:00:00+01:00", "development", claims=["c"]))
        said = claim(
            "c",
            f"It was said on {date}.",
            kind="position",
            date=date,
            reported=date,
            about=["mara-quint"],
            evidence=cited,
        )
        made.brief(name, said, title=f"Brief of {date}", date=date, updates=updates)
        made.source(name, f"Text of {date}", outlet=f"Courier {place}", published=date)
        made.origin(name, f"Report of {date}", date=date, depends_on=["minutes"])
    return made


def mended() -> World:
    """Return a dossier with 301 updates, of which the first was corrected in the year after."""
    world = World()
    told = [update(f"u-{number:03d}", f"2015-01-01T00:{number % 60:02d}:00+00:00") for number in range(300)]
    mends = correction("mends", "2016-02-01T00:00:00+00:00", "c", corrects="u-000")
    world.brief("many", claim("c"), date="2015-01-01", updates=[*told, mends])
    return world
