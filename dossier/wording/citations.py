"""Sentences by which a page or a claim is cited.

The forms for programs are left to `pages`.
"""

from dossier.wording import phrase
from dossier.wording.translation import gettext


def of_page(title: str, site: str) -> str:
    """Return how a page is named."""
    return gettext("“%(title)s”. %(site)s.", title=title, site=site)


def of_claim(text: str, brief: str, site: str) -> str:
    """Return how a claim is named."""
    return gettext("“%(claim)s” In “%(brief)s”, %(site)s.", claim=text, brief=brief, site=site)


def version_sentence(day: str) -> str:
    """Return which version is cited, as a sentence."""
    return gettext("Version of %(date)s.", date=phrase.date_words(day))


def version_note(day: str) -> str:
    """Return which version is cited, as a note for programs."""
    return gettext("Version of %(date)s", date=day)
