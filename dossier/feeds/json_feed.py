"""Writes JSON Feed 1.1, which feedgen cannot write.

It has the same content as the XML forms, and in addition the ids of claims. The content is left to `published_update`.
"""

import json
from typing import Any

from dossier.feeds.head import Head
from dossier.feeds.published_update import Notice

VERSION = "https://jsonfeed.org/version/1.1"
_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def update_json(notice: Notice) -> str:
    """Return one update as an object of JSON Feed. `_dossier` has its kind, claims and corrections."""
    about: dict[str, Any] = {
        "kind": notice.kind,
        "claims": notice.claims,
        "corrects": notice.corrects[0] if notice.corrects else None,
        "corrected_by": [tag for tag, _ in notice.corrected_by],
    }
    return _dump(
        {
            "id": notice.tag,
            "url": notice.url,
            "title": notice.title,
            "summary": notice.summary,
            "content_html": notice.content,
            "date_published": notice.published.isoformat(),
            "date_modified": notice.updated.isoformat(),
            "tags": [title for _, title in notice.topics],
            "_dossier": about,
        }
    )


def feed_json(head: Head) -> tuple[str, str]:
    """Return a feed document without its updates: the text before and the text after them.

    `feed_url` is the address of the live feed in archive pages, too, as JSON Feed identifies a feed by it. `next_url`
    leads to older updates.
    """
    links = head.links["json"]
    values = {
        "version": VERSION,
        "title": head.title,
        "description": head.description,
        "home_page_url": head.page,
        "feed_url": links.get("current", links["self"]),
        "next_url": links.get("prev-archive"),
        "language": head.language,
        "authors": [{"name": head.author, "url": head.site}],
        "_dossier": {"id": head.tag, "updated": head.updated.isoformat(), "rights": head.rights},
    }
    opening = _dump({key: value for key, value in values.items() if value is not None})
    return f'{opening.removesuffix("}")},"items":[\n', "\n]}\n"
