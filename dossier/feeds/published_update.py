"""An update as it is in feeds: the same text, ids and times in every form of every feed.

It does not depend on the feed, so it is made once for all feeds. The HTML of the content is left to `render`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from dossier.linked import LinkedClaim, LinkedUpdate, RelatedUpdate, address, subscription
from dossier.model import Settings
from dossier.wording import machines
from dossier.wording.phrase import clipped, day_of
from dossier.wording.strip_markdown import plain

Content = Callable[[LinkedUpdate, Sequence[LinkedClaim]], str]

_SUMMARY_LENGTH = 600


@dataclass(frozen=True, slots=True)
class Notice:
    """One update as feeds show it. Times are in UTC, addresses absolute; `summary` is plain text, `content` is HTML.

    `topics` are pairs of id and title. `corrects` and `corrected_by` are pairs of the id and the address of an update.
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
    corrects: tuple[str, str] | None
    corrected_by: tuple[tuple[str, str], ...]


def notice(linked: LinkedUpdate, claims: Sequence[LinkedClaim], settings: Settings, content: Content) -> Notice:
    """Return the notice of an update that names these claims.

    `content` gives its HTML, with addresses of the site behind U+E000.
    """
    site = settings.url
    menders = tuple(linked.related[one] for one in linked.corrected_by)

    def named(update_id: str) -> tuple[str, str]:
        return subscription.update_tag(settings, update_id), site + address.update(update_id)

    return Notice(
        tag=subscription.update_tag(settings, linked.id),
        url=site + linked.address,
        title=_title(linked, menders),
        summary=_summary(linked),
        content=("".join(map(_mark, menders)) + content(linked, claims)).replace(address.ROOT_MARK, site),
        published=subscription.published_at(linked),
        updated=subscription.mended_at(linked),
        kind=linked.update.kind,
        topics=linked.named_topics,
        claims=linked.claims,
        corrects=named(linked.corrects) if linked.corrects else None,
        corrected_by=tuple(named(one) for one in linked.corrected_by),
    )


def _title(linked: LinkedUpdate, menders: tuple[RelatedUpdate, ...]) -> str:
    # Where only some of its claims were wrong, those are marked.
    menders = tuple(mender for mender in menders if not mender.claims)
    if not menders:
        return subscription.headline(linked)
    # That it was retracted says more than that it was corrected.
    is_retracted = any(mender.kind == "retraction" for mender in menders)
    return f"{subscription.headline(linked)} [{machines.MENDED['retraction' if is_retracted else 'correction']}]"


def _mark(mender: RelatedUpdate) -> str:
    """Say above what was told before that it was mended, and lead to where."""
    words = machines.mended_on(mender.kind, day_of(mender.at), in_part=bool(mender.claims))
    link = f'<a href="{address.ROOT_MARK}{mender.address}">{escape(subscription.headline(mender))}</a>'
    return f"<p><strong>{words}</strong> {link}</p>\n"


def _summary(linked: LinkedUpdate) -> str:
    update = linked.update
    words = [plain(update.note)]
    if update.before:
        words.append(machines.said_before(" ".join(update.before.split())))
    if update.after:
        words.append(machines.said_now(" ".join(update.after.split())))
    return clipped(" ".join(words), _SUMMARY_LENGTH)
