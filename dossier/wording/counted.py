"""Numbers of things, as readers see them: "1 claim", "12,000 claims", "1 origin, 2 reports".

What is counted is left to the rooms that speak.
"""

from dossier.wording.translation import gettext, ngettext, number_words


def briefs(number: int) -> str:
    """Return "2 briefs"."""
    return ngettext("%(num)s brief", "%(num)s briefs", number)


def claims(number: int) -> str:
    """Return "2 claims"."""
    return ngettext("%(num)s claim", "%(num)s claims", number)


def lines(number: int) -> str:
    """Return "2 lines"."""
    return ngettext("%(num)s line", "%(num)s lines", number)


def origins(number: int) -> str:
    """Return "2 origins"."""
    return ngettext("%(num)s origin", "%(num)s origins", number)


def paragraphs(number: int) -> str:
    """Return "2 paragraphs"."""
    return ngettext("%(num)s paragraph", "%(num)s paragraphs", number)


def parties(number: int) -> str:
    """Return "2 parties"."""
    return ngettext("%(num)s party", "%(num)s parties", number)


def problems(number: int) -> str:
    """Return "2 problems"."""
    return ngettext("%(num)s problem", "%(num)s problems", number)


def sources(number: int) -> str:
    """Return "2 sources"."""
    return ngettext("%(num)s source", "%(num)s sources", number)


def topics(number: int) -> str:
    """Return "2 topics"."""
    return ngettext("%(num)s topic", "%(num)s topics", number)


def updates(number: int) -> str:
    """Return "2 updates"."""
    return ngettext("%(num)s update", "%(num)s updates", number)


def more_topics(number: int) -> str:
    """Return "2 more topics"."""
    return ngettext("%(num)s more topic", "%(num)s more topics", number)


def disputed(number: int) -> str:
    """Return "3 disputed", of claims."""
    return ngettext("%(num)s disputed", "%(num)s disputed", number)


def denied(number: int) -> str:
    """Return "3 denied", of claims."""
    return ngettext("%(num)s denied", "%(num)s denied", number)


def quotes(number: int, source_count: int, against: int) -> str:
    """Return "2 quotes from 1 source", or "3 quotes from 2 sources, 1 for and 2 against" where some deny what others say."""
    words = ngettext(
        "%(num)s quote from %(sources)s", "%(num)s quotes from %(sources)s", number, sources=sources(source_count)
    )
    if not against:
        return words
    counts = {"supporting": number_words(number - against), "denying": number_words(against)}
    return gettext("%(quotes)s, %(supporting)s for and %(denying)s against", quotes=words, **counts)


def corpus(claim_count: int, source_count: int, newsrooms: int, documents: int, people: int) -> str:
    """Return what a dossier comes to: "9 claims on 4 sources; behind them 2 newsrooms, 1 document"."""
    told = [
        words(number)
        for number, words in ((newsrooms, _newsrooms), (documents, _documents), (people, _people))
        if number
    ]
    counts = {"claims": claims(claim_count), "sources": sources(source_count)}
    if not told:
        return gettext("%(claims)s on %(sources)s", **counts)
    return ngettext(
        "%(claims)s on %(sources)s; behind it %(origins)s",
        "%(claims)s on %(sources)s; behind them %(origins)s",
        source_count,
        origins=", ".join(told),
        **counts,
    )


def _newsrooms(number: int) -> str:
    return ngettext("%(num)s newsroom", "%(num)s newsrooms", number)


def _documents(number: int) -> str:
    return ngettext("%(num)s document", "%(num)s documents", number)


def _people(number: int) -> str:
    return ngettext("%(num)s person on the record", "%(num)s people on the record", number)


def positions_held(topic_count: int) -> str:
    """Return on how many topics a party holds a position."""
    if not topic_count:
        return gettext("no position found")
    return ngettext("positions on %(num)s topic", "positions on %(num)s topics", topic_count)


def claims_denied(number: int) -> str:
    """Return "denies 2 claims", of an origin."""
    return ngettext("denies %(num)s claim", "denies %(num)s claims", number)


def resting(claim_count: int, source_count: int) -> str:
    """Return how many claims rest on an origin, and how many sources passed it on."""
    if not claim_count:
        return gettext("no claim rests on it")
    return ngettext(
        "%(num)s claim rests on it, passed on by %(sources)s",
        "%(num)s claims rest on it, passed on by %(sources)s",
        claim_count,
        sources=sources(source_count),
    )


def cited_by(claim_count: int) -> str:
    """Return how many claims cite a paragraph or a source."""
    return ngettext("cited by %(num)s claim", "cited by %(num)s claims", claim_count)


def omissions(places: int) -> str:
    """Return in how many places a source leaves something out."""
    return ngettext("leaves something out in %(num)s place", "leaves something out in %(num)s places", places)


def bends(places: int) -> str:
    """Return in how many places a source bends its origin."""
    return ngettext("bends its origin in %(num)s place", "bends its origin in %(num)s places", places)


def unread(number: int) -> str:
    """Return how many paragraphs of a source nobody has read yet."""
    return ngettext("%(num)s paragraph not yet read", "%(num)s paragraphs not yet read", number)
