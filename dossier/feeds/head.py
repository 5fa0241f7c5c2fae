"""The head of a feed document: title, id, date, and links to its other documents.

Writing it as XML or JSON is left to `feedgen_xml` and `json_feed`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from dossier.linked import address
from dossier.linked.subscription import MEDIA_TYPES, Subscription, feed_tag
from dossier.model import Settings


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a live feed or an archive page, in any form.

    `links` gives for each form the absolute addresses of related documents by relation: `self`, and, where they exist,
    `current`, `prev-archive` and `next-archive` (RFC 5005).
    """

    tag: str
    title: str
    description: str
    author: str
    site: str
    page: str
    language: str
    rights: str | None
    updated: datetime
    is_archive: bool
    links: Mapping[str, Mapping[str, str]]


def head(about: Subscription, settings: Settings, updated: datetime, pages: int, number: int | None) -> Head:
    """Return the head of the live feed (`number` None) or of one archive page of a feed that has `pages` of them."""
    scope = about.scope
    return Head(
        tag=feed_tag(settings, scope),
        title=about.title,
        description=about.description,
        author=settings.name,
        site=settings.url,
        page=settings.url + about.page,
        language=settings.language,
        rights=settings.rights,
        updated=updated,
        is_archive=number is not None,
        links={form: _links(settings.url, scope, form, pages, number) for form in MEDIA_TYPES},
    )


def _links(site: str, scope: str, form: str, pages: int, number: int | None) -> dict[str, str]:
    live = site + address.feed(scope, form)
    if number is None:
        links, older = {"self": live}, pages
    else:
        links, older = {"self": site + address.feed_archive(scope, number, form), "current": live}, number - 1
    if older:
        links["prev-archive"] = site + address.feed_archive(scope, older, form)
    if number is not None and number < pages:
        links["next-archive"] = site + address.feed_archive(scope, number + 1, form)
    return links
