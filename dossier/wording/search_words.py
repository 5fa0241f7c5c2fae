"""Words by which readers look for pages that do something, rather than tell something; and abbreviations of names.

Which pages these are is left to `search`.
"""

from collections.abc import Iterator

from dossier.wording import titles
from dossier.wording.translation import Labels, gettext, gettext_noop

_MOST_LETTERS = 6
SIGNPOSTS = Labels(
    {
        "feeds": gettext_noop(
            "RSS, Atom, JSON Feed, OPML, feed, feeds, subscribe, subscription, follow, newsletter, news alerts"
        ),
        "downloads": gettext_noop("download, downloads, data, data set, dataset, CSV, JSON, open data, export"),
        "updates": gettext_noop("updates, changes, what changed, what is new, latest, news, change log, changelog"),
        "corrections": gettext_noop("correction, corrections, corrected, retraction, retracted, erratum, errata"),
        "denials": gettext_noop("deny, denies, denied, denial, denials"),
        "unnamed": gettext_noop("unnamed, unnamed sources, anonymous, anonymous sources, not named"),
        "contact": gettext_noop("contact, email, e-mail, feedback, report a mistake, imprint, who runs this site"),
        "method": gettext_noop("method, methods, cite, citing, citation, how to cite, BibTeX, how it works"),
        "contribute": gettext_noop("contribute, contributing, edit, help out, source code"),
    }
)
"""What readers type who look for a page of the site itself; words of one meaning, with commas between them."""


_TITLES = Labels(
    {
        "claims/?kind=denial": gettext_noop("Claims: denials"),
        "claims/?basis=unnamed": gettext_noop("Claims: unnamed sources"),
        "corrections/": gettext_noop("Corrections"),
        "contact/": gettext_noop("Contact"),
        "about/": gettext_noop("About"),
        "method/": gettext_noop("Method"),
        "contribute/": gettext_noop("Contribute"),
    }
)


def typed(signpost: str) -> list[str]:
    """Return the words by which readers look for one of these pages."""
    return SIGNPOSTS[signpost].split(", ")


def title(where: str) -> str:
    """Return what search calls the page at an address of the site."""
    return _TITLES[where] if where in _TITLES else titles.LISTS[where.rstrip("/")]


def initials(names: tuple[str, ...]) -> Iterator[str]:
    """Yield abbreviations of names: "FT" of "Financial Times", "WSJ" of "The Wall Street Journal".

    Only words that begin with a capital letter count, and an article in front does not.
    """
    articles = gettext("The, A, An").split(", ")
    for name in names:
        words = [word for word in name.replace("-", " ").split() if word[0].isupper()]
        letters = "".join(word[0] for word in (words[1:] if words and words[0] in articles else words))
        if 2 <= len(letters) <= _MOST_LETTERS:
            yield letters
