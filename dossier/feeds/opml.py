"""The list of all feeds as OPML 2.0, which feed readers import.

Never lists one feed in two forms: a reader that imports the list would be told everything twice.
"""

from lxml import etree

from dossier.library import Library, subscription

# Most readers know an Atom feed by this type; OPML names no other for feeds.
_TYPE = "rss"
_FORM = "atom"


def opml(library: Library) -> bytes:
    """Return the list: everything first, then a folder with the topics."""
    settings = library.settings
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = settings.name
    body = etree.SubElement(root, "body")
    everything, *topics = subscription.subscriptions(library).values()
    folder = None
    for feed in (everything, *topics):
        if feed is not everything and folder is None:
            folder = etree.SubElement(body, "outline", text="Topics")
        etree.SubElement(
            body if folder is None else folder,
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
