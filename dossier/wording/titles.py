"""What pages and their sections are called, and what is said of pages in lists of results.

Headings that stand in one template only are left to it.
"""

from dossier.wording import phrase
from dossier.wording.translation import Labels, gettext, gettext_noop, number_words

LISTS = Labels(
    {
        "topics": gettext_noop("Topics"),
        "positions": gettext_noop("Positions"),
        "timeline": gettext_noop("Timeline"),
        "claims": gettext_noop("Claims"),
        "briefs": gettext_noop("Briefs"),
        "sources": gettext_noop("Sources"),
        "origins": gettext_noop("Origins"),
        "parties": gettext_noop("Parties"),
        "people": gettext_noop("People"),
        "updates": gettext_noop("Updates"),
        "feeds": gettext_noop("Feeds"),
        "data": gettext_noop("Downloads"),
        "schema": gettext_noop("Schemas"),
        "problems": gettext_noop("Problems"),
    }
)
"""The names of pages that list something, by their address without its slash."""

ABOUT = Labels(
    {
        "topics": gettext_noop("Every topic with its bottom line and how fresh it is"),
        "positions": gettext_noop("Who wants what, topic by topic and side by side"),
        "timeline": gettext_noop("What happened and what was said, by date"),
        "claims": gettext_noop(
            "Every claim, to be filtered by topic, party, person, kind, source, date and how it is known"
        ),
        "briefs": gettext_noop("Dated digests of what happened"),
        "sources": gettext_noop(
            "Every source with its grade, how it came by its story and how much of it is accounted for"
        ),
        "origins": gettext_noop("Who first reported or said what the claims rest on"),
        "parties": gettext_noop("Everybody whose positions are followed here"),
        "people": gettext_noop("Who speaks here, and of whom these sources speak"),
        "updates": gettext_noop("What was added, changed and corrected, day by day"),
        "feeds": gettext_noop("Follow all updates, or those of one topic or one party"),
        "data": gettext_noop("Everything on this site as JSON and CSV"),
        "schema": gettext_noop("JSON Schemas of what contributors write and of the downloads"),
        "problems": gettext_noop("Every problem that the check can find, what it means and how it is mended"),
    }
)
"""What these pages show, in a sentence without its full stop."""

HOME_SECTIONS = Labels(
    {
        "state": gettext_noop("State of play"),
        "topics": gettext_noop("Topics"),
        "positions": gettext_noop("Positions"),
        "changes": gettext_noop("What changed"),
        "more": gettext_noop("How to use this site"),
    }
)
TOPIC_SECTIONS = Labels(
    {
        "bottom-line": gettext_noop("Bottom line"),
        "positions": gettext_noop("Where each side stands"),
        "disputed": gettext_noop("What is disputed"),
        "timeline": gettext_noop("How it unfolded"),
        "claims": gettext_noop("Every claim"),
        "gaps": gettext_noop("What these sources do not say"),
        "names": gettext_noop("Other names and search words"),
        "changes": gettext_noop("What changed on this page"),
        "sources": gettext_noop("Sources of this page"),
        "cite": gettext_noop("Cite this page"),
    }
)
BRIEF_SECTIONS = Labels(
    {
        "_claims": gettext_noop("Claims"),
        "_changes": gettext_noop("What changed on this page"),
        "_cite": gettext_noop("Cite this page"),
    }
)
PARTY_SECTIONS = Labels(
    {
        "positions": gettext_noop("What it wants"),
        "turns": gettext_noop("What changed over time"),
        "claims": gettext_noop("What it has said and done"),
        "claims-judged": gettext_noop("What it has said and done, and what others judge of it"),
        "people": gettext_noop("Who speaks for it"),
        "cite": gettext_noop("Cite this page"),
    }
)
PERSON_SECTIONS = Labels(
    {
        "record": gettext_noop("Said on the record"),
        "reported": gettext_noop("Said, as others report it"),
        "about": gettext_noop("What is said of them"),
        "speeches": gettext_noop("Statements and interviews"),
        "cite": gettext_noop("Cite this page"),
    }
)
SOURCE_SECTIONS = Labels(
    {
        "story": gettext_noop("How it came by its story"),
        "record": gettext_noop("The record"),
        "drift": gettext_noop("How it differs from what its origin said"),
        "coverage": gettext_noop("Paragraph by paragraph"),
        "checks": gettext_noop("How its quotes were checked"),
        "cite": gettext_noop("Cite this page"),
    }
)
ORIGIN_SECTIONS = Labels(
    {
        "relays": gettext_noop("Who passed it on"),
        "falls": gettext_noop("What falls with it"),
        "claims": gettext_noop("What rests on it"),
        "denied": gettext_noop("What it denies"),
        "cite": gettext_noop("Cite this page"),
    }
)
UPDATE_SECTIONS = Labels(
    {
        "wording": gettext_noop("Before and after"),
        "claims": gettext_noop("The claims concerned"),
        "cite": gettext_noop("Cite this page"),
    }
)
FEEDS_SECTIONS = Labels(
    {
        "all": gettext_noop("Everything"),
        "topics": gettext_noop("By topic"),
        "parties": gettext_noop("By party"),
        "programs": gettext_noop("For programs"),
    }
)
CLAIMS_SECTIONS = Labels(
    {
        "by-topic": gettext_noop("By topic"),
    }
)
CLAIM_FILTERS = Labels(
    {
        "topic": gettext_noop("Topic"),
        "party": gettext_noop("Party"),
        "kind": gettext_noop("Kind"),
        "basis": gettext_noop("How it is known"),
        "status": gettext_noop("Status"),
    }
)
"""What claims are filtered by."""
CLAIM_STATUS = Labels(
    {
        "disputed": gettext_noop("Disputed or denied"),
        "replaced": gettext_noop("Replaced"),
        "withdrawn": gettext_noop("Withdrawn"),
        "plain": gettext_noop("Not marked"),
    }
)
SCHEMAS_SECTIONS = Labels(
    {
        "written": gettext_noop("What contributors write"),
        "given": gettext_noop("Downloads"),
    }
)
NOT_FOUND = Labels(
    {
        "title": gettext_noop("There is no page here"),
        "about": gettext_noop("The address leads nowhere. What there is, and how to find it."),
        "home": gettext_noop("The first page, with what changed last"),
        "timeline": gettext_noop("Everything by date"),
        "positions": gettext_noop("Positions, side by side"),
        "sources": gettext_noop("Sources"),
        "updates": gettext_noop("All changes"),
    }
)
"""The page for addresses that lead nowhere, and where to go on from it."""


def home() -> str:
    """Return the name of the first page in the navigation."""
    return gettext("Home")


def no_party() -> str:
    """Return the title of claims that no party made."""
    return gettext("Events and analysis")


def period(key: str) -> str:
    """Return the name of a period: "2025-04" is "April 2025", "2025-04.2" is "April 2025, part 2"."""
    date, _, part = key.partition(".")
    words = phrase.date_words(date) if date[:1].isdigit() else phrase.undated()
    return gettext("%(period)s, part %(number)s", period=words, number=part) if part else words


def newest_of(shown: int, total: int) -> str:
    """Return what of a list stands on a page that has no room for all of it."""
    return gettext("The newest %(shown)s of %(total)s stand here", shown=number_words(shown), total=number_words(total))


def paragraphs(first: int, last: int) -> str:
    """Return "paragraph 3" or "paragraphs 3 to 7"."""
    if first == last:
        return gettext("paragraph %(number)s", number=first)
    return gettext("paragraphs %(first)s to %(last)s", first=first, last=last)


def about_topic_period(claims: str, topic: str, period_words: str) -> str:
    """Return the description of a topic's page of one period."""
    return gettext(
        "%(claims)s on %(topic)s dated %(period)s, with their evidence.",
        claims=claims,
        topic=topic,
        period=period_words,
    )


def about_party(name: str) -> str:
    """Return the description of a party's page."""
    return gettext("%(party)s: what it wants on each topic, and what it has said and done.", party=name)


def about_party_period(name: str, period_words: str) -> str:
    """Return the description of a party's page of one period."""
    return gettext("%(party)s: what it said and did, %(period)s.", party=name, period=period_words)


def about_person(name: str, role: str) -> str:
    """Return the description of a person's page; `role` is who that is, or empty."""
    words = gettext("%(person)s: what they said, on the record or as reported, and what is said of them.", person=name)
    return f"{words} {role}." if role else words


def about_person_period(name: str, period_words: str) -> str:
    """Return the description of a person's page of one period."""
    return gettext("%(person)s: what they said and what is said of them, %(period)s.", person=name, period=period_words)


def about_origin(name: str, rests_on: str) -> str:
    """Return the description of an origin's page; `rests_on` is what it rests on, or empty."""
    words = gettext("Who passed on %(origin)s, and which claims rest on it.", origin=name)
    below = gettext("Rests on: %(base)s.", base=rests_on) if rests_on else ""
    return f"{words} {below}" if below else words


def about_origin_period(name: str, period_words: str) -> str:
    """Return the description of an origin's page of one period."""
    return gettext("Claims that rest on %(origin)s: %(period)s.", origin=name, period=period_words)


def about_source(outlet: str) -> str:
    """Return the description of a source's page."""
    return gettext(
        "How %(outlet)s came by its story, what rests on it, and how it differs from its origins.", outlet=outlet
    )


def about_source_part(paragraph_words: str) -> str:
    """Return the description of a further page of a source."""
    return gettext("Claims that rest on %(paragraphs)s of this source.", paragraphs=paragraph_words)


def card_facts(claims: str, newest: str) -> str:
    """Return the last line of a topic's card."""
    return gettext("%(claims)s · newest evidence %(date)s", claims=claims, date=phrase.date_words(newest))


def merged_into(name: str) -> str:
    """Return what the page at an old address says of itself."""
    return gettext("What was here is now part of “%(name)s”.", name=name)
