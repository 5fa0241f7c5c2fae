"""The page of all claims: a form that filters them, and for readers without scripts the lists by topic.

The claims themselves are loaded by the page's script from the files of `exports.claim_parts`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

from dossier.evidence import BASES
from dossier.linked import Named, Names, address
from dossier.model import Settings
from dossier.pages.page import Link, Page, Toc, feed_links, link_of_topic, sections
from dossier.wording import counted, phrase, titles
from dossier.wording.basis import none, unnamed_sources
from dossier.wording.labels import BASIS, KIND


class Filter(NamedTuple):
    """A filter: its name in the address of the page, its label, and its choices as value and words."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """The form, and the topics with the number of their claims."""

    words: str
    span: str
    filters: tuple[Filter, ...]
    topics: tuple[tuple[Link, str], ...]
    toc: tuple[Toc, ...]


@dataclass(frozen=True, slots=True)
class ClaimsMatter:
    """How many claims there are and how many on each topic, `dates` from the first to the last, topics and parties in order."""

    dates: tuple[str, ...]
    claims: int
    topics: tuple[tuple[Named, int], ...]
    parties: Names
    modified: datetime | None

    @property
    def address(self) -> str:
        """The page's address."""
        return address.CLAIMS


def claims_page(matter: ClaimsMatter, settings: Settings) -> Page:
    """Return the page of all claims."""
    return Page(
        address=matter.address,
        kind="claims",
        template="pages/claims.html",
        title=titles.LISTS["claims"],
        description=phrase.clipped(f"{titles.ABOUT['claims']}. {settings.description}", 200),
        build=partial(_view, matter),
        feeds=feed_links(settings),
        modified=phrase.moment_or_empty(matter.modified),
    )


def _view(matter: ClaimsMatter) -> ClaimsView:
    bases: list[tuple[str, str]] = []
    for kind in BASES:
        bases.append((kind, BASIS[kind]))
        if kind == "one-report":
            bases.append(("unnamed", unnamed_sources(BASIS[kind])))
    choices: dict[str, Iterable[tuple[str, str]]] = {
        "topic": (topic for topic, _ in matter.topics),
        "party": matter.parties,
        "kind": KIND.items(),
        "basis": (*bases, ("none", none())),
        "status": titles.CLAIM_STATUS.items(),
    }
    filters = tuple(Filter(name, titles.CLAIM_FILTERS[name], tuple(found)) for name, found in choices.items())
    topics = tuple(
        (Link(f"{link.address}#claims", link.words), counted.claims(number))
        for link, number in ((link_of_topic(topic), number) for topic, number in matter.topics)
    )
    return ClaimsView(
        words=counted.claims(matter.claims),
        span=phrase.span(matter.dates),
        filters=filters,
        topics=topics,
        toc=sections(titles.CLAIMS_SECTIONS, *titles.CLAIMS_SECTIONS) if topics else (),
    )
