"""The list of all feeds as OPML 2.0, which feed readers can import.

Each feed is listed in one form only, as an importing reader would show everything twice. The feeds are defined in
`subscription`.
"""

from collections.abc import Sequence

from lxml import etree

from dossier.linked.subscription import Subscription
from dossier.model import Settings

# OPML knows no other type for feeds, and readers accept it for Atom.
_TYPE = "rss"
_FORM = "atom"


def opml(feeds: Sequence[Subscription], settings: Settings) -> bytes:
    """Return the list: feeds without a folder, then those of each folder."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = settings.name
    body = etree.SubElement(root, "body")
    folders = {"": body}
    for feed in feeds:
        if feed.folder not in folders:
            folders[feed.folder] = etree.SubElement(body, "outline", text=feed.folder)
        etree.SubElement(
            folders[feed.folder],
            "outline",
            {
                "type": _TYPE,
                "text": feed.title,
                "title": feed.title,
                "description": feed.description,
                "xmlUrl": settings.url + feed.address(_FORM),
                "htmlUrl": settings.url + feed.page,
                "language": settings.language,
            },
        )
    etree.indent(root)
    document: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return document + b"\n"
