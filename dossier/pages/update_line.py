"""Change notes as histories and lists show them.

Never orders or dates a change by anything but the time its author wrote.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.linked import LinkedUpdate, address
from dossier.pages.page import Link
from dossier.wording import phrase

if TYPE_CHECKING:
    from dossier.pages.context import Context


@dataclass(frozen=True, slots=True)
class Change:
    """One update in a list. `at` is its time in UTC, `day` the day where its author was; `note` is Markdown.

    `mended` are links to corrections of this update; `mends` leads to the one that it corrects.
    """

    id: str
    address: str
    title: str
    kind: str
    kind_words: str
    is_major: bool
    at: str
    day: str
    owner: Link
    topics: tuple[Link, ...]
    note: str
    before: str
    after: str
    mends: Link | None
    mended: tuple[Link, ...]


def change(context: "Context", linked: LinkedUpdate) -> Change:
    """Return an update as lists show it."""
    update = linked.update
    return Change(
        id=linked.id,
        address=linked.address,
        title=linked.title,
        kind=update.kind,
        kind_words=phrase.UPDATE_KIND[update.kind],
        is_major=linked.is_major,
        at=phrase.moment(update.at),
        day=phrase.day_of(update.at),
        owner=Link(linked.owner_address, linked.owner_title),
        topics=context.topic_links(linked.topics),
        note=update.note,
        before=update.before or "",
        after=update.after or "",
        mends=_link(context, linked.corrects) if linked.corrects else None,
        mended=tuple(_link(context, each) for each in linked.corrected_by),
    )


def _link(context: "Context", update_id: str) -> Link:
    other = context.library.updates_by_id[update_id]
    words = f"the {phrase.UPDATE_KIND[other.update.kind].lower()} of" if other.corrects else "the update of"
    return Link(address.update(update_id), f"{words} {phrase.date_words(phrase.moment(other.update.at)[:10])}")


def newest_major(changes: tuple[LinkedUpdate, ...]) -> LinkedUpdate | None:
    """Return the first significant one of updates given newest first."""
    return next((linked for linked in changes if linked.is_major), None)
