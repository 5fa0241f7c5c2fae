"""What identifies feeds and updates for subscribers: names, titles, times and addresses of feeds.

Which updates stand in a feed is left to `library`. An identity never comes from an address or a title: both may change,
and subscribers would get everything anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from dossier.linked import address
from dossier.linked.records import LinkedUpdate, Named, RelatedUpdate
from dossier.model import Settings
from dossier.wording import machines
from dossier.wording.labels import UPDATE_KIND

MEDIA_TYPES: Mapping[str, str] = {
    "atom": "application/atom+xml",
    "rss": "application/rss+xml",
    "json": "application/feed+json",
}
"""The forms of a feed and the media type of each, in the order in which pages advertise them: many readers take the
first, and Atom alone can say that an update was mended."""

FORM_NAMES: Mapping[str, str] = {"atom": "Atom", "rss": "RSS", "json": "JSON Feed"}


@dataclass(frozen=True, slots=True)
class Subscription:
    """One feed, in all its forms. `scope` is what its address has; `page` is the address of the page it is about.

    `folder` is where the list of feeds has it, and empty for the feed of everything.

    A feed that `goes_on` is that of a topic which was merged into another one: those who have it get what is told of
    the other one from then on, and nobody else is offered it.
    """

    scope: str
    title: str
    description: str
    page: str
    folder: str = ""
    goes_on: bool = False

    def address(self, form: str) -> str:
        """Return the address of the live feed in one of the forms `rss`, `atom` and `json`."""
        return address.feed(self.scope, form)


def everything(settings: Settings) -> Subscription:
    """Return the feed of all updates."""
    return Subscription(address.ALL_FEED, feed_title(settings, None), settings.description, address.HOME)


def feed_title(settings: Settings, about: Named | None) -> str:
    """Return the title of the feed of a topic or a party, or without one of the feed of all updates."""
    return f"{settings.name}: {about.name}" if about else machines.feed_of_everything(settings.name)


def archive_pages(settings: Settings, count: int) -> int:
    """Return how many archive pages a feed of `count` updates has.

    A page holds as many updates as the live feed and comes into being when the first of them leaves it, so it is
    full from the start and its updates stay the same for good.
    """
    return max(0, count - 1) // settings.feed_size


def update_tag(settings: Settings, update_id: str) -> str:
    """Return the permanent name of an update as a `tag:` URI (RFC 4151): the same in every feed and form."""
    return f"tag:{settings.authority},{settings.authority_year}:update/{update_id}"


def feed_tag(settings: Settings, scope: str) -> str:
    """Return the permanent name of a feed as a `tag:` URI. No update has such a name."""
    return f"tag:{settings.authority},{settings.authority_year}:feed/{scope}"


_SAY_THEIR_KIND = frozenset(("correction", "retraction", "closed"))


def headline(linked: LinkedUpdate | RelatedUpdate) -> str:
    """Return the title under which subscribers see an update: a correction, a retraction and a last word say so."""
    word = UPDATE_KIND[linked.kind] if linked.kind in _SAY_THEIR_KIND else ""
    if not word or linked.title.casefold().startswith(word.casefold()):
        return linked.title
    return f"{word}: {linked.title}"


def to_utc(moment: datetime) -> datetime:
    """Return a time in UTC, to the second, so that one instant is written one way in every form."""
    return moment.astimezone(UTC).replace(microsecond=0)


def published_at(linked: LinkedUpdate) -> datetime:
    """Return when an update was published, in UTC."""
    return to_utc(linked.update.at)


def mended_at(linked: LinkedUpdate) -> datetime:
    """Return when an update last changed, in UTC: when it was published, or last corrected or retracted."""
    return max((published_at(linked), *(to_utc(linked.related[one].at) for one in linked.corrected_by)))
