"""The addresses of the site, each relative to its root and without a slash in front.

An address that was public does not change: links, feeds and bookmarks rely on it.
"""

ROOT_MARK = "\ue000"
"""Stands in front of each address of the site in rendered HTML, until what is in front of it is known."""

HOME = ""
TOPICS = "topics/"
POSITIONS = "positions/"
TIMELINE = "timeline/"
CLAIMS = "claims/"
BRIEFS = "briefs/"
SOURCES = "sources/"
ORIGINS = "origins/"
PARTIES = "parties/"
PEOPLE = "people/"
UPDATES = "updates/"
FEEDS = "feeds/"
DOWNLOADS = "data/"
SCHEMAS = "schema/"
PROBLEMS = "problems/"
NOT_FOUND = "404.html"
SUGGEST = "suggest/"
OPML = "feeds/subscriptions.opml"
FEED_FILES = {"rss": "rss.xml", "atom": "atom.xml", "json": "feed.json"}
ALL_FEED = "all"
NO_TOPICS = frozenset((ALL_FEED, "party", "corrections"))
"""What stands in the place of a topic's id in addresses of other feeds."""


def topic(topic_id: str) -> str:
    """Return the address of a topic's page."""
    return f"topics/{topic_id}/"


def brief(brief_id: str) -> str:
    """Return the address of a brief's page."""
    return f"briefs/{brief_id}/"


def claim(claim_id: str) -> str:
    """Return the permalink of a claim, given its full id `<brief>/<claim>`."""
    brief_id, _, local = claim_id.partition("/")
    return f"briefs/{brief_id}/#{local}"


def suggestion(claim_id: str) -> str:
    """Return where a correction of a claim is suggested, given its full id."""
    return f"{SUGGEST}#{claim_id}"


def source(source_id: str) -> str:
    """Return the address of a source record's page."""
    return f"sources/{source_id}/"


def paragraph(source_id: str, number: int) -> str:
    """Return the address of one cell of a source's coverage."""
    return f"sources/{source_id}/#p{number}"


def origin(origin_id: str) -> str:
    """Return the address of an origin's page."""
    return f"origins/{origin_id}/"


def party(party_id: str) -> str:
    """Return the address of a party's page."""
    return f"parties/{party_id}/"


def person(person_id: str) -> str:
    """Return the address of a person's page."""
    return f"people/{person_id}/"


def update(update_id: str) -> str:
    """Return the permalink of an update."""
    return f"updates/{update_id}/"


def party_scope(party_id: str) -> str:
    """Return the scope of a party's feed. No topic has one like it: ids have no slash."""
    return f"party/{party_id}"


def feed(scope: str, form: str) -> str:
    """Return the address of a feed: `scope` is `all`, a topic's id or the scope of a party, `form` is `rss`, `atom` or `json`."""
    return f"feeds/{scope}/{FEED_FILES[form]}"


def feed_archive(scope: str, number: int, form: str) -> str:
    """Return the address of one archive page of a feed. The oldest page is number 1 and stays number 1."""
    return f"feeds/{scope}/archive/{number}/{FEED_FILES[form]}"


def download(name: str) -> str:
    """Return the address of a download, as in `claims.json`."""
    return f"data/{name}"


def claims_data(name: str) -> str:
    """Return the address of a file that the page of all claims loads, as in `index` or `2025-04.2`."""
    return f"data/claims/{name}.json"


def schema(name: str) -> str:
    """Return the address of a JSON Schema, as in `brief.json` or `downloads/claims.json`."""
    return f"schema/{name}"
