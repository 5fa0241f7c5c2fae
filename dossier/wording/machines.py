"""What is said of downloads, schemas and feeds.

Feeds' and files' own forms are left to `feeds` and `exports`.
"""

from dossier.wording import phrase
from dossier.wording.translation import Labels, gettext, gettext_noop, ngettext

DOWNLOAD_NAME = Labels(
    {
        "claims": gettext_noop("claims"),
        "sources": gettext_noop("sources"),
        "origins": gettext_noop("origins"),
        "topics": gettext_noop("topics"),
        "positions": gettext_noop("positions"),
        "updates": gettext_noop("updates"),
    }
)
DOWNLOAD = Labels(
    {
        "claims": gettext_noop("Every claim with its evidence, how it is known, what disputes it, and its relations"),
        "sources": gettext_noop("Every source record, with what became of each paragraph"),
        "origins": gettext_noop("Who first reported or said what, and what each goes back to"),
        "topics": gettext_noop("Every topic with its bottom line, scope and gaps"),
        "positions": gettext_noop("What each party wants on each topic, now and before"),
        "updates": gettext_noop("The whole change log"),
    }
)
"""What each download holds, in the order of the page that lists them."""

MENDED = Labels({"correction": gettext_noop("corrected"), "retraction": gettext_noop("retracted")})
_MENDED_ON = Labels(
    {"correction": gettext_noop("Corrected on %(date)s:"), "retraction": gettext_noop("Retracted on %(date)s:")}
)
_MENDED_IN_PART_ON = Labels(
    {
        "correction": gettext_noop("Corrected in part on %(date)s:"),
        "retraction": gettext_noop("Retracted in part on %(date)s:"),
    }
)
_MENDING = Labels(
    {
        "correction": gettext_noop("the correction of %(date)s, “%(title)s”"),
        "retraction": gettext_noop("the retraction of %(date)s, “%(title)s”"),
    }
)


def nobodys(number: int) -> str:
    """Return how many of the origins in a download are nobody's report."""
    return ngettext("%(num)s of them is nobody’s report", "%(num)s of them are nobody’s report", number)


def the_claim() -> str:
    """Return the words of a link to the claim that a correction changed."""
    return gettext("The claim")


def schema() -> str:
    """Return the words of a link to a schema."""
    return gettext("schema")


def front_matter(path: str) -> str:
    """Return where a source's record is written."""
    return gettext("the front matter of %(path)s", path=path)


def all_updates() -> str:
    """Return the words of a link to all updates."""
    return gettext("All updates")


def feed_of_everything(site: str) -> str:
    """Return the title of the feed of all updates."""
    return gettext("%(site)s: all updates", site=site)


def feed_topics() -> str:
    """Return the name of the folder of topics in a list of feeds."""
    return gettext("Topics")


def feed_parties() -> str:
    """Return the name of the folder of parties in a list of feeds."""
    return gettext("Parties")


def feed_of_party(party: str) -> str:
    """Return what the feed of a party says of itself."""
    return gettext("What changed in what is told of %(party)s: its positions, its statements, its acts.", party=party)


def feed_of_merged(topic: str, into: str) -> str:
    """Return what the feed of a topic that was merged into another one says of itself."""
    return gettext(
        "“%(topic)s” is now part of “%(into)s”. This feed goes on with what is new there.", topic=topic, into=into
    )


def mended_on(kind: str, date: str, *, in_part: bool) -> str:
    """Return what stands above an update that was mended later; `kind` is that of the update that mends it."""
    return (_MENDED_IN_PART_ON if in_part else _MENDED_ON).filled(kind, date=phrase.date_words(date))


def mending(kind: str, date: str, title: str) -> str:
    """Return the words of a link to an update of a day, which may mend another one."""
    words = {"date": phrase.date_words(date), "title": title}
    if kind not in _MENDING:
        return gettext("the update of %(date)s, “%(title)s”", **words)
    return _MENDING.filled(kind, **words)


def said_before(text: str) -> str:
    """Return what was said before a change."""
    return gettext("Before: “%(text)s”", text=text)


def said_now(text: str) -> str:
    """Return what is said since a change."""
    return gettext("Now: “%(text)s”", text=text)


def of_party(kind: str, party: str) -> str:
    """Return what kind of claim it is and whose, as in "Position of Orla"."""
    return gettext("%(kind)s of %(party)s", kind=kind, party=party)
