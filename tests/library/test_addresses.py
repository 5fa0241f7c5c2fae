"""Addresses of the site: none of them may ever change."""

from tests.seam import address


def test_every_record_has_its_address() -> None:
    assert address.topic("trams") == "topics/trams/"
    assert address.brief("spring") == "briefs/spring/"
    assert address.claim("spring/return") == "briefs/spring/#return"
    assert address.source("gazette") == "sources/gazette/"
    assert address.paragraph("gazette", 12) == "sources/gazette/#p12"
    assert address.origin("letter") == "origins/letter/"
    assert address.party("city") == "parties/city/"
    assert address.person("mara-quint") == "people/mara-quint/"
    assert address.update("20310304-abc234") == "updates/20310304-abc234/"


def test_every_list_has_its_address() -> None:
    found = {
        name: value
        for name, value in vars(address).items()
        if name.isupper() and isinstance(value, str) and name != "ROOT_MARK"
    }
    assert found == {
        "HOME": "",
        "TOPICS": "topics/",
        "POSITIONS": "positions/",
        "TIMELINE": "timeline/",
        "CLAIMS": "claims/",
        "BRIEFS": "briefs/",
        "SOURCES": "sources/",
        "ORIGINS": "origins/",
        "PARTIES": "parties/",
        "PEOPLE": "people/",
        "UPDATES": "updates/",
        "FEEDS": "feeds/",
        "DOWNLOADS": "data/",
        "SCHEMAS": "schema/",
        "PROBLEMS": "problems/",
        "NOT_FOUND": "404.html",
        "SUGGEST": "suggest/",
        "OPML": "feeds/subscriptions.opml",
        "ALL_FEED": "all",
    }


def test_every_file_for_programs_has_its_address() -> None:
    assert address.feed("trams", "rss") == "feeds/trams/rss.xml"
    assert address.feed("all", "atom") == "feeds/all/atom.xml"
    assert address.feed("all", "json") == "feeds/all/feed.json"
    assert address.feed(address.party_scope("city"), "rss") == "feeds/party/city/rss.xml"
    assert address.feed_archive(address.party_scope("city"), 3, "rss") == "feeds/party/city/archive/3/rss.xml"
    assert address.feed_archive("trams", 3, "json") == "feeds/trams/archive/3/feed.json"
    assert address.download("claims.csv") == "data/claims.csv"
    assert address.claims_data("2025-04.2") == "data/claims/2025-04.2.json"
    assert address.schema("downloads/claims.json") == "schema/downloads/claims.json"
