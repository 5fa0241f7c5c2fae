"""An update as subscribers are told of it: the same words, names and times in every form of every feed.

Never looks at which feed it is told in, so that a notice is made once and stands in all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from html import escape

from dossier.library import FiledUpdate, Library, address, subscription
from dossier.pages.phrase import clipped, date_words, day_of
from dossier.pages.plain import plain

Content = Callable[[FiledUpdate], str]

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


def notice(library: Library, filed: FiledUpdate, content: Content) -> Notice:
    """Return the notice of one update; `content` gives its HTML, with addresses of the site behind U+E000."""
    site, settings = library.settings.url, library.settings
    menders = tuple(library.updates_by_id[one] for one in filed.corrected_by)

    def named(update_id: str) -> tuple[str, str]:
        return subscription.update_tag(settings, update_id), site + address.update(update_id)

    return Notice(
        tag=subscription.update_tag(settings, filed.id),
        url=site + filed.address,
        title=_title(filed, menders),
        summary=_summary(filed),
        content=("".join(map(_mark, menders)) + content(filed)).replace(SITE_MARK, site),
        published=subscription.published_at(filed),
        updated=subscription.mended_at(library, filed),
        kind=filed.update.kind,
        topics=tuple((topic, library.topics[topic].title) for topic in filed.topics),
        claims=filed.claims,
        mends=named(filed.corrects) if filed.corrects else None,
        mended=tuple(named(one) for one in filed.corrected_by),
    )


def _title(filed: FiledUpdate, menders: tuple[FiledUpdate, ...]) -> str:
    if not menders:
        return subscription.headline(filed)
    # Both at once: that it was retracted is what counts.
    word = max(map(_mended_word, menders))
    return f"{subscription.headline(filed)} [{word}]"


def _mended_word(mender: FiledUpdate) -> str:
    return _MENDED.get(mender.update.kind, "corrected")


def _mark(mender: FiledUpdate) -> str:
    """Say above what was told before that it was mended, and lead to where."""
    day = date_words(day_of(mender.update.at))
    link = f'<a href="{SITE_MARK}{mender.address}">{escape(subscription.headline(mender))}</a>'
    return f"<p><strong>{_mended_word(mender).capitalize()} on {day}:</strong> {link}</p>\n"


def _summary(filed: FiledUpdate) -> str:
    update = filed.update
    words = [plain(update.note)]
    if update.before:
        words.append(f"Before: “{' '.join(update.before.split())}”")
    if update.after:
        words.append(f"Now: “{' '.join(update.after.split())}”")
    return clipped(" ".join(words), _SUMMARY_LENGTH)
