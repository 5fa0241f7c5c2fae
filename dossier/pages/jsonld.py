"""What structured-data parsers read of a page (schema.org): the page, the way to it, and the claims or files on it.

Claims are not rated: a claim is told with who makes it and where it appears.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from dossier.linked import LinkedClaim, LinkedSource, address
from dossier.model import SPOKEN, Person, Settings, Topic
from dossier.pages import social_card
from dossier.pages.page import Link, Page
from dossier.wording import phrase
from dossier.wording.labels import STATUS
from dossier.wording.machines import DOWNLOAD_NAME
from dossier.wording.strip_markdown import plain
from dossier.wording.titles import LISTS

Node = dict[str, Any]
"""A thing as JSON-LD has it. Addresses in it are absolute."""

_ARTICLES = frozenset(("topic", "topic-period", "brief", "update"))


def graph(page: Page, settings: Settings, cards: Collection[str] = ()) -> Node:
    """Return a page as JSON-LD. `cards` are the addresses of pictures that there are."""
    nodes = [_site(settings), _page(page, settings, cards), *_way(page, settings), *page.linked()]
    return {"@context": "https://schema.org", "@graph": nodes}


def _site(settings: Settings) -> Node:
    return {
        "@type": "WebSite",
        "@id": f"{settings.url}#site",
        "url": settings.url,
        "name": settings.name,
        "description": settings.description,
        "inLanguage": settings.language,
        "publisher": publisher(settings),
    }


def publisher(settings: Settings) -> Node:
    """Return who publishes the site, under the site's name: no other is known."""
    return {"@type": "Organization", "@id": f"{settings.url}#publisher", "name": settings.name, "url": settings.url}


def _page(page: Page, settings: Settings, cards: Collection[str]) -> Node:
    where = f"{settings.url}{page.address}"
    is_article = page.kind in _ARTICLES
    node: Node = {
        "@type": "Article" if is_article else "CollectionPage" if page.address.rstrip("/") in LISTS else "WebPage",
        "@id": where,
        "url": where,
        "headline" if is_article else "name": phrase.clipped(page.title, 110) if is_article else page.title,
        "description": page.description,
        "inLanguage": settings.language,
        "isPartOf": {"@id": f"{settings.url}#site"},
    }
    if is_article:
        node |= {"author": {"@id": f"{settings.url}#publisher"}, "publisher": {"@id": f"{settings.url}#publisher"}}
    if page.modified:
        node["dateModified"] = page.modified
    if page.published:
        node["datePublished"] = page.published
    if page.topics:
        node["about"] = [{"@type": "Thing", "name": name} for name in page.topics]
    if settings.rights:
        node["license"] = {"@type": "CreativeWork", "name": settings.rights}
    picture = picture_of(page.address, cards)
    if picture:
        node["image"] = f"{settings.url}{picture}"
    return node


def picture_of(page_address: str, cards: Collection[str]) -> str:
    """Return the address of the card that a page shows, or an empty string where there is none."""
    return next((each for each in (social_card.of_page(page_address), social_card.SITE) if each in cards), "")


def _way(page: Page, settings: Settings) -> Iterator[Node]:
    """Yield the breadcrumbs, where there is more than one crumb."""
    above = page.address.partition("/")[0]
    steps = [Link(address.HOME, settings.name)]
    if above in LISTS and page.address != f"{above}/":
        steps.append(Link(f"{above}/", LISTS[above]))
    if page.address != address.HOME:
        steps.append(Link(page.address, page.title))
        crumbs = [
            {"@type": "ListItem", "position": number, "name": step.words, "item": f"{settings.url}{step.address}"}
            for number, step in enumerate(steps, start=1)
        ]
        yield {"@type": "BreadcrumbList", "itemListElement": crumbs}


def claims(settings: Settings, linked: Iterable[LinkedClaim]) -> Iterator[Node]:
    """Yield claims, each with the texts in which it appears, and after them those texts, each once."""
    site = settings.url
    cited: dict[str, LinkedSource] = {}
    for each in linked:
        claim = each.claim
        where = f"{site}{each.address}"
        sources = {evidence.source.id: evidence.source for evidence in each.evidence if evidence.source}
        cited |= sources
        node: Node = {
            "@type": "Claim",
            "@id": where,
            "url": where,
            "text": claim.text,
            "datePublished": claim.reported,
            "isPartOf": {"@id": f"{site}{address.brief(each.brief_id)}"},
            "appearance": [{"@id": text_id(site, source)} for source in sources],
        }
        if claim.status:
            node["creativeWorkStatus"] = STATUS[claim.status]
        if speaks(each) and each.person:
            node["author"] = {
                "@type": "Person",
                "name": each.person.name,
                "url": f"{site}{address.person(each.person.id)}",
            }
        yield node
    for source in cited.values():
        yield text(settings, source)


def speaks(linked: LinkedClaim) -> bool:
    """Return whether the person of a claim says it, by that person's own words in a statement or interview."""
    return linked.claim.kind != "event" and any(
        origin is not None and origin.record.kind in SPOKEN and origin.record.speaker == linked.claim.said_by
        for each, _, origin in linked.evidence
        if each.support != "denies"
    )


def person(settings: Settings, about: Person) -> Node:
    """Return a person, with the names that readers know them by."""
    where = f"{settings.url}{address.person(about.id)}"
    names = list(dict.fromkeys((*about.aliases, *about.spellings)))
    node: Node = {"@type": "Person", "@id": f"{where}#person", "name": about.name, "mainEntityOfPage": {"@id": where}}
    return node | ({"description": about.role} if about.role else {}) | ({"alternateName": names} if names else {})


def text_id(site: str, source_id: str) -> str:
    """Return the name under which a source's text is told, apart from our page about it."""
    return f"{site}{address.source(source_id)}#text"


def text(settings: Settings, linked: LinkedSource) -> Node:
    """Return a source's text as a work of its publisher."""
    source = linked.record
    node: Node = {
        "@type": "Article",
        "@id": text_id(settings.url, linked.id),
        "url": source.url,
        "headline": source.title,
        "inLanguage": source.language,
        "publisher": {"@type": "Organization", "name": source.outlet},
    }
    if source.dated:
        node["datePublished"] = source.dated
    if source.authors:
        node["author"] = [{"@type": "Person", "name": name} for name in source.authors]
    return node


def subject(settings: Settings, topic_id: str, topic: Topic) -> Iterator[Node]:
    """Yield what a topic is about, with the names that readers know it by."""
    where = f"{settings.url}{address.topic(topic_id)}"
    names = list(dict.fromkeys((*topic.aliases, *topic.spellings)))
    yield {
        "@type": "Thing",
        "@id": f"{where}#subject",
        "name": topic.title,
        "description": plain(topic.question),
        "mainEntityOfPage": {"@id": where},
    } | ({"alternateName": names} if names else {})


def dataset(settings: Settings, name: str, words: str, files: Iterable[tuple[str, str]], modified: str) -> Node:
    """Return a download: its name, what it holds, and its files as pairs of address and media type."""
    node: Node = {
        "@type": "Dataset",
        "@id": f"{settings.url}{address.DOWNLOADS}#{name}",
        "name": f"{settings.name}: {DOWNLOAD_NAME[name]}",
        "description": f"{words}. {settings.description}",
        "url": f"{settings.url}{address.DOWNLOADS}",
        "inLanguage": settings.language,
        "isAccessibleForFree": True,
        "creator": {"@id": f"{settings.url}#publisher"},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": form, "contentUrl": f"{settings.url}{where}"}
            for where, form in files
        ],
    }
    if modified:
        node["dateModified"] = modified
    if settings.rights:
        node["license"] = {"@type": "CreativeWork", "name": settings.rights}
    return node
