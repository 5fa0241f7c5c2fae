"""Change notes as histories and lists show them.

Never orders or dates a change by anything but the time its author wrote.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dossier.library import FiledUpdate, address
from dossier.pages import phrase
from dossier.pages.page import Link

if TYPE_CHECKING:
    from dossier.pages.desk import Desk


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


def change(desk: "Desk", filed: FiledUpdate) -> Change:
    """Return an update as lists show it."""
    update = filed.update
    return Change(
        id=filed.id,
        address=filed.address,
        title=filed.title,
        kind=update.kind,
        kind_words=phrase.UPDATE_KIND[update.kind],
        is_major=filed.is_major,
        at=phrase.moment(update.at),
        day=phrase.day_of(update.at),
        owner=Link(filed.owner_address, filed.owner_title),
        topics=desk.topic_links(filed.topics),
        note=update.note,
        before=update.before or "",
        after=update.after or "",
        mends=_link(desk, filed.corrects) if filed.corrects else None,
        mended=tuple(_link(desk, each) for each in filed.corrected_by),
    )


def _link(desk: "Desk", update_id: str) -> Link:
    other = desk.library.updates_by_id[update_id]
    words = f"the {phrase.UPDATE_KIND[other.update.kind].lower()} of" if other.corrects else "the update of"
    return Link(address.update(update_id), f"{words} {phrase.date_words(phrase.moment(other.update.at)[:10])}")


def newest_major(changes: tuple[FiledUpdate, ...]) -> FiledUpdate | None:
    """Return the first significant one of updates given newest first."""
    return next((filed for filed in changes if filed.is_major), None)
