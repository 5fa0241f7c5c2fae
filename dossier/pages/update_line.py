"""Change notes as histories and lists show them.

Changes are ordered and dated by the time that their author wrote.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from dossier.linked import LinkedUpdate, RelatedUpdate, address
from dossier.pages.page import Link, topic_links
from dossier.wording import phrase
from dossier.wording.labels import UPDATE_KIND
from dossier.wording.machines import mending, the_claim


class Reworded(NamedTuple):
    """What a correction changed in one claim. `claim` leads to it."""

    claim: Link
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One update in a list. `at` is its time in UTC, `day` the day where its author was; `note` is Markdown.

    `mended` are links to corrections of this update, `mended_in_part` to those of a part of it; `mends` leads to the one
    that it corrects.
    """

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
    changes: tuple[Reworded, ...]
    mends: Link | None
    mended: tuple[Link, ...]
    mended_in_part: tuple[Link, ...]


def change(linked: LinkedUpdate) -> Change:
    """Return an update as lists show it."""
    update, menders = linked.update, [linked.related[each] for each in linked.corrected_by]
    return Change(
        address=linked.address,
        title=linked.title,
        kind=update.kind,
        kind_words=UPDATE_KIND[update.kind],
        is_major=linked.is_major,
        at=phrase.moment(update.at),
        day=phrase.day_of(update.at),
        owner=Link(linked.owner_address, linked.owner_title),
        topics=topic_links(linked.named_topics),
        note=update.note,
        before=update.before or "",
        after=update.after or "",
        changes=tuple(
            Reworded(Link(address.claim(each), the_claim()), one.before, one.after) for each, one in linked.changes
        ),
        mends=_link(linked.related[linked.corrects]) if linked.corrects else None,
        mended=tuple(_link(each) for each in menders if not each.is_in_part),
        mended_in_part=tuple(_link(each) for each in menders if each.is_in_part),
    )


def _link(other: RelatedUpdate) -> Link:
    kind = other.kind if other.is_mending else ""
    return Link(other.address, mending(kind, phrase.moment(other.at)[:10], other.title))


def newest_major(changes: Iterable[LinkedUpdate]) -> LinkedUpdate | None:
    """Return the first significant one of updates given newest first."""
    return next((linked for linked in changes if linked.is_major), None)
