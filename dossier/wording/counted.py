"""Numbers of things, as readers see them: "1 claim", "12,000 claims", "1 origin, 2 reports".

What is counted is left to the rooms that speak.
"""

from dossier.wording.translation import gettext, ngettext


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


def reports(number: int) -> str:
    """Return "2 reports"."""
    return ngettext("%(num)s report", "%(num)s reports", number)


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


def disputed_claims(number: int, disputed: int) -> str:
    """Return "12 claims, 3 disputed"."""
    if not disputed:
        return claims(number)
    return ngettext("%(claims)s, %(num)s disputed", "%(claims)s, %(num)s disputed", disputed, claims=claims(number))


def sourcing(origin_count: int, report_count: int) -> str:
    """Return how well something is sourced: "1 origin, 2 reports"."""
    told = origins(origin_count) if origin_count else gettext("no traceable origin")
    return f"{told}, {reports(report_count)}"


def quotes(number: int, source_count: int) -> str:
    """Return "2 quotes from 1 source"."""
    return ngettext(
        "%(num)s quote from %(sources)s", "%(num)s quotes from %(sources)s", number, sources=sources(source_count)
    )


def corpus(claim_count: int, source_count: int, origin_count: int, publishers: int) -> str:
    """Return what a dossier comes to: "9 claims on 4 sources, 3 origins with 2 independent publishers behind them"."""
    return ngettext(
        "%(claims)s on %(sources)s, %(num)s origin with %(publishers)s behind it",
        "%(claims)s on %(sources)s, %(num)s origins with %(publishers)s behind them",
        origin_count,
        claims=claims(claim_count),
        sources=sources(source_count),
        publishers=ngettext("%(num)s independent publisher", "%(num)s independent publishers", publishers),
    )


def positions_held(topic_count: int) -> str:
    """Return on how many topics a party holds a position."""
    if not topic_count:
        return gettext("no position found")
    return ngettext("positions on %(num)s topic", "positions on %(num)s topics", topic_count)


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


def bends(places: int) -> str:
    """Return in how many places a source bends its origin."""
    return ngettext("bends its origin in %(num)s place", "bends its origin in %(num)s places", places)


def unread(number: int) -> str:
    """Return how many paragraphs of a source nobody has read yet."""
    return ngettext("%(num)s paragraph not yet read", "%(num)s paragraphs not yet read", number)
