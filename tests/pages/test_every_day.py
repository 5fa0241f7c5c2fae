"""On every day that a reader can look back to, pages show what these sources had by then, and agree with each other.

The reader's script is played here: it shows what has no `data-since` after the day and no `data-until` up to it.
"""

from datetime import date, timedelta

import pytest
from lxml.html import HtmlElement

from dossier.linked import LinkedClaim
from dossier.model import last_day
from tests.webpage import WebPage
from tests.world import Site, Tree, World, claim, evidence

FAR = "9999-12-31"


def world() -> World:
    """Return a dossier in which things are reported late, denied later, replaced, and known by more and more sources."""
    made = World()
    for topic in ("trams", "noise"):
        made.topic(topic)
    for party in ("city", "guild"):
        made.party(party)
    for source, published in (("gazette", "2031-03-03"), ("courier", "2031-04"), ("wire", "2031-05-21")):
        made.source(source, published=published)
    held: Tree = {"kind": "position", "topics": ["trams"]}
    made.brief(
        "spring",
        claim("open", party="city", date="2031-02-10", reported="2031-03-03", evidence=[evidence("gazette")], **held),
        claim(
            "shut",
            party="guild",
            date="2022",
            reported="2031-04",
            status="disputed",
            evidence=[evidence("courier"), evidence("wire", support="denies")],
            **held,
        ),
        claim(
            "later",
            party="city",
            date="2031-05-20",
            reported="2031-05-21",
            supersedes=["open"],
            evidence=[evidence("wire")],
            **held,
        ),
        claim(
            "quiet",
            party="city",
            kind="position",
            topics=["noise"],
            date="2031-03",
            reported="2031-04",
            evidence=[evidence("courier"), evidence("wire", origin="wire-report")],
        ),
        claim(
            "broke",
            party=None,
            kind="event",
            topics=["noise", "trams"],
            date="2031-03-01",
            reported="2031-03-03",
            evidence=[evidence("gazette"), evidence("wire", origin="wire-report")],
        ),
    )
    return made


SITE = Site(world().trees())
CLAIMS = SITE.library.claims
PAGES = ("topics/trams/", "topics/noise/", "positions/", "timeline/", "parties/city/", "parties/guild/")


def known(linked: LinkedClaim) -> str:
    """Return the day from which a claim is sure to be in the sources: the end of the earliest date of one of them."""
    days = [
        last_day(source.record.published)
        for each, source, _ in linked.evidence
        if source is not None and each.support != "denies"
    ]
    return min(days).isoformat()


def days() -> list[str]:
    """Return every day from the one before the first report to the one after the last."""
    first, last = (pick(map(known, CLAIMS.values())) for pick in (min, max))
    start, end = date.fromisoformat(first) - timedelta(1), date.fromisoformat(last) + timedelta(1)
    return [(start + timedelta(n)).isoformat() for n in range((end - start).days + 1)]


def is_shown(element: HtmlElement, day: str) -> bool:
    for each in (element, *element.iterancestors()):
        since, until = each.get("data-since", ""), each.get("data-until", "")
        if since > day or (until and until <= day):
            return False
        if each.get("data-past") is not None or (each.get("data-now") is not None and day != FAR):
            return False
    return True


def told_on(page: WebPage, day: str) -> set[str]:
    """Return the claims that a page tells on a day, outside what the reader's choice of a day does not concern."""
    found = set()
    for link in page.all(".//li[@data-since]//a[@href] | .//article[@data-since]//h4//ancestor::article"):
        target = link.get("data-claim") or link.get("href", "").rpartition("briefs/")[2].replace("/#", "/").lstrip("#")
        if target in CLAIMS and is_shown(link, day) and "refs" not in (link.getparent().get("class") or ""):
            found.add(target)
    return found


@pytest.mark.parametrize("where", PAGES)
def test_a_page_tells_on_each_day_what_the_sources_had_by_then(where: str) -> None:
    page = SITE.page(where)
    today = told_on(page, FAR)
    replaced = {linked.id for linked in CLAIMS.values() if linked.superseded_by}
    for day in days():
        expected = {each for each in today | replaced if known(CLAIMS[each]) <= day}
        told = told_on(page, day)
        assert told <= expected, day
        # What was replaced by that day may be left out by lists of what is in force.
        assert {each for each in expected & today if each not in replaced} <= told, day


def _in_force(topic: str, party: str, day: str) -> str | None:
    """Return the position of a party on a topic on a day, worked out from the claims alone."""
    held = [
        linked
        for linked in CLAIMS.values()
        if linked.claim.kind == "position"
        and linked.claim.party == party
        and topic in linked.claim.topics
        and known(linked) <= day
        and not any(known(CLAIMS[newer]) <= day for newer in linked.superseded_by)
    ]
    return max(held, key=lambda linked: linked.sort_key).id if held else None


def _first(lines: list[HtmlElement], day: str) -> str | None:
    shown = [line for line in lines if is_shown(line, day)]
    if not shown:
        return None
    return str(shown[0].find(".//a").get("href")).rpartition("briefs/")[2].replace("/#", "/").lstrip("#")


@pytest.mark.parametrize(("topic", "party"), [("trams", "city"), ("trams", "guild"), ("noise", "city")])
def test_matrix_topic_and_party_agree_on_each_day(topic: str, party: str) -> None:
    parties, topics = ["city", "guild"], ["trams", "noise"]
    cell = SITE.page("positions/").all(".//tbody/tr")[topics.index(topic)].findall("td")[parties.index(party)]
    name = {"trams": "Trams", "noise": "Noise", "city": "The city", "guild": "The guild"}
    stance = SITE.page(f"topics/{topic}/").section("Where each side stands").section(name[party])
    wish = SITE.page(f"parties/{party}/").section("What it wants").section(name[topic])
    rows = [
        cell.xpath(".//li[@data-since]"),
        stance.all(".//ul[contains(@class,'stance')]/li[@data-since]"),
        wish.all(".//ul[contains(@class,'stance')]/li[@data-since]"),
    ]
    for day in [*days(), FAR]:
        assert [_first(each, day) for each in rows] == [_in_force(topic, party, day)] * 3, day


def test_what_is_printed_beside_a_claim_is_the_day_from_which_it_is_told() -> None:
    for where in PAGES:
        for line in SITE.page(where).all(".//*[@data-since][.//*[contains(text(), 'in these sources from')]]"):
            words = " ".join(line.text_content().split())
            if "in these sources from" in words and line.tag == "li":
                shown = words.partition("in these sources from ")[2]
                linked = next(each for each in CLAIMS.values() if each.claim.text in words)
                assert known(linked) == line.get("data-since")
                assert shown.startswith(
                    {"2031-03-03": "3 March 2031", "2031-04-30": "April 2031", "2031-05-21": "21 May 2031"}[
                        known(linked)
                    ]
                )
