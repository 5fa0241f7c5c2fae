"""An update as subscribers are told of it: the same words, names and times in every form of every feed.

Never looks at which feed it is told in, so that a notice is made once and stands in all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from dossier.library import Library, subscription
from dossier.linked import LinkedUpdate, address
from dossier.wording.phrase import clipped, date_words, day_of
from dossier.wording.strip_markdown import plain

Content = Callable[[LinkedUpdate], str]

# Marks an address of this site in HTML that was made to be stamped into pages of any depth.
SITE_MARK = "\ue000"
_SUMMARY_LENGTH = 600
_MENDED = {"correction": "corrected", "retraction": "retracted"}


@dataclass(frozen=True, slots=True)
class Notice:
    """One update, ready to be written. Times are in UTC, addresses absolute; `summary` is plain text, `content` HTML.

    `topics` are pairs of a topic's id and title. `mended` and `mends` are the updates that mend this one and the one
    that this one mends, each as its permanent name and its address.
    """

    tag: str
    url: str
    title: str
    summary: str
    content: str
    published: datetime
    updated: datetime
    kind: str
    topics: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    mends: tuple[str, str] | None
    mended: tuple[tuple[str, str], ...]


def notice(library: Library, linked: LinkedUpdate, content: Content) -> Notice:
    """Return the notice of one update; `content` gives its HTML, with addresses of the site behind U+E000."""
    site, settings = library.settings.url, library.settings
    menders = tuple(library.updates_by_id[one] for one in linked.corrected_by)

    def named(update_id: str) -> tuple[str, str]:
        return subscription.update_tag(settings, update_id), site + address.update(update_id)

    return Notice(
        tag=subscription.update_tag(settings, linked.id),
        url=site + linked.address,
        title=_title(linked, menders),
        summary=_summary(linked),
        content=("".join(map(_mark, menders)) + content(linked)).replace(SITE_MARK, site),
        published=subscription.published_at(linked),
        updated=subscription.mended_at(library, linked),
        kind=linked.update.kind,
        topics=tuple((topic, library.topics[topic].title) for topic in linked.topics),
        claims=linked.claims,
        mends=named(linked.corrects) if linked.corrects else None,
        mended=tuple(named(one) for one in linked.corrected_by),
    )


def _title(linked: LinkedUpdate, menders: tuple[LinkedUpdate, ...]) -> str:
    if not menders:
        return subscription.headline(linked)
    # Both at once: that it was retracted is what counts.
    word = max(map(_mended_word, menders))
    return f"{subscription.headline(linked)} [{word}]"


def _mended_word(mender: LinkedUpdate) -> str:
    return _MENDED.get(mender.update.kind, "corrected")


def _mark(mender: LinkedUpdate) -> str:
    """Say above what was told before that it was mended, and lead to where."""
    day = date_words(day_of(mender.update.at))
    link = f'<a href="{SITE_MARK}{mender.address}">{escape(subscription.headline(mender))}</a>'
    return f"<p><strong>{_mended_word(mender).capitalize()} on {day}:</strong> {link}</p>\n"


def _summary(linked: LinkedUpdate) -> str:
    update = linked.update
    words = [plain(update.note)]
    if update.before:
        words.append(f"Before: “{' '.join(update.before.split())}”")
    if update.after:
        words.append(f"Now: “{' '.join(update.after.split())}”")
    return clipped(" ".join(words), _SUMMARY_LENGTH)
