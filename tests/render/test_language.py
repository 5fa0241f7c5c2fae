"""In another language no word of ours stays English, on any kind of page, in feeds or on cards.

Besides an invented language these are the languages that there is a catalogue of.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from dossier.wording import translation
from tests import moves, seam
from tests.architecture import messages
from tests.architecture.module_rules import ROOT
from tests.catalogues import LANGUAGES, content
from tests.other_script import WideTranslations, in_greek
from tests.pages import example, long, orla
from tests.world import Site, World

WORLDS = {"example": example.world, "long": long.world, "orla": orla.world, "moves": moves.world, "empty": World}
WORLDS["suggestions"] = lambda: World(suggest="mailto:editors@harbour.example")
TOLD = ("title", "alt", "aria-label", "placeholder", "label", "data-number", "data-all", "data-steps", "content")
"""Attributes that are read out or shown."""
NAMES = re.compile(
    r"https?://\S+|\S+@\S+|\S+\.(?:json|yaml|md)\b|\b(?:RSS|Atom|JSON Feed|JSON|CSV|OPML|BibTeX|CSL-JSON)\b|card\.png|\b[0-9a-f]{64}\b"
)
"""What no language translates: addresses, of mails too, files, formats."""
UNWRITTEN = (
    ".//pre | .//code | .//script | .//*[@class='digest'] | .//*[contains(@class, 'row--code')]"
    " | .//*[contains(@class, 'dossier--problems')]//h2"
)
"""What is for programs, and the messages of the check, which are English."""
META = re.compile(r"article:|twitter:|og:(?:type|url|image$|image:(?:type|width|height))|robots")
TYPES = frozenset({"@type", "@id", "@context", "url", "item", "encodingFormat", "contentUrl", "inLanguage", "image"})
FEW = 8
"""Pages of one template in a world, of which each is another."""
WRITTEN = ("method/", "contribute/")
WORD = re.compile(r"[A-Za-z]{2,}")
INVENTED = "invented"


@pytest.fixture(scope="module", params=[INVENTED, *LANGUAGES])
def spoken(request: pytest.FixtureRequest) -> Iterator[NullTranslations]:
    """Use another language, after everything was said in English, so that what was kept of that would show."""
    for name in WORLDS:
        assert [*_told(_site(name))]
    translations = WideTranslations() if request.param == INVENTED else GNUTranslations(BytesIO(content(request.param)))
    with translation.use(translations):
        yield translations


@pytest.fixture(scope="module")
def own(spoken: NullTranslations) -> frozenset[str]:
    """Return the words in Latin letters that are the language's own; of an invented one there are none."""
    words = spoken._catalog.values() if isinstance(spoken, GNUTranslations) else ()  # type: ignore[attr-defined]
    return frozenset(word for each in words for word in WORD.findall(each))


@pytest.fixture(scope="module")
def told(spoken: NullTranslations) -> list[tuple[str, str]]:
    """Return every text of the pages, with the template of its page."""
    return [each for name in WORLDS for each in _told(_site(name))]


@pytest.fixture(scope="module")
def feeds(spoken: NullTranslations) -> dict[str, bytes]:
    """Return the feeds."""
    return {where: content for name in WORLDS for where, content in seam.feed_files(_site(name).library).items()}


@cache
def _site(name: str) -> Site:
    return Site(in_greek(WORLDS[name]().trees()), WRITTEN)


def _told(site: Site) -> Iterator[tuple[str, str]]:
    """Yield every text of the pages of a site, each with the template of its page; a few pages of each template will do."""
    render, seen = seam.renderer(site.library), Counter[str]()
    for planned in seam.plan(site.library, WRITTEN).values():
        template = planned.page.template
        seen[template] += 1
        if seen[template] <= FEW:
            yield from ((template, text) for text in _texts(render(planned)))


def _texts(page: seam.Rendered) -> Iterator[str]:
    yield page.title
    yield page.description
    if "problems" not in page.html[:100]:
        yield from _titles(page.contents)
    body = html.fragment_fromstring(page.html.strip(), create_parent="main")
    for machine in body.xpath(UNWRITTEN):
        machine.drop_tree()
    for element in body.iter(etree.Element):
        yield from (element.get(name, "") for name in TOLD)
        yield element.text or ""
        yield element.tail or ""
    head = html.fragment_fromstring(page.head.strip(), create_parent="head")
    for element in head.iter("meta", "link"):
        if not META.match(element.get("property") or element.get("name") or ""):
            yield element.get("content") or element.get("title") or ""
    for script in head.iter("script"):
        yield from _values(json.loads(script.text or "null"))


def _values(node: Any) -> Iterator[str]:
    """Yield the texts in JSON-LD."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in TYPES and not key.startswith("date"):
                yield from _values(value)
    elif isinstance(node, list):
        for each in node:
            yield from _values(each)
    elif isinstance(node, str):
        yield node


def _titles(lines: tuple[object, ...]) -> Iterator[str]:
    for line in lines:
        yield line.title  # type: ignore[attr-defined]
        yield from _titles(line.children)  # type: ignore[attr-defined]


def _english(text: str, own: frozenset[str]) -> list[str]:
    """Return the words of a text that are not of its language. A sentence may begin with any of its own."""
    words = WORD.findall(NAMES.sub("", text))
    return [word for word in words if own.isdisjoint((word, word[:1].lower() + word[1:]))]


def test_no_word_on_a_page_stays_english(told: list[tuple[str, str]], own: frozenset[str]) -> None:
    templates = {path.relative_to(ROOT / "templates").as_posix() for path in (ROOT / "templates/pages").iterdir()}
    assert {template for template, _ in told} == templates
    assert sorted({(template, *_english(text, own)) for template, text in told if _english(text, own)}) == []


def test_no_word_in_a_feed_stays_english(feeds: dict[str, bytes], own: frozenset[str]) -> None:
    assert len(feeds) > 20
    shown = [(where, text) for where, content in feeds.items() for text in _told_by_feed(where, content)]
    assert sorted({(where, *_english(text, own)) for where, text in shown if _english(text, own)}) == []


def _told_by_feed(where: str, content: bytes) -> Iterator[str]:
    if where.endswith("json"):
        feed = json.loads(content)
        yield from (feed["title"], feed["description"])
        for item in feed["items"]:
            yield from (item["title"], item["summary"], *item["tags"], *_visible(item["content_html"]))
        return
    for element in etree.fromstring(content).iter(etree.Element):
        yield from (element.get(name, "") for name in ("text", "title", "description", "label"))
        name = etree.QName(element).localname
        if name in {"title", "subtitle", "description", "summary", "content", "encoded", "category"}:
            yield from _visible(element.text or "<p></p>")


def _visible(markup: str) -> Iterator[str]:
    yield from html.fragment_fromstring(markup, create_parent="div").itertext()


def test_no_word_on_a_card_stays_english(own: frozenset[str]) -> None:
    cards = [card for name in WORLDS for card in seam.card_words(_site(name).library)]
    assert len(cards) > 6
    assert [card for card in cards for words in card if _english(words, own)] == []


@pytest.mark.usefixtures("told", "feeds")
@pytest.mark.parametrize("spoken", [INVENTED], indirect=True, scope="module")
def test_what_is_translated_is_what_translators_are_given(spoken: WideTranslations, tmp_path: Path) -> None:
    """Each message that a page asks for is in the catalogue that is made for translators, letter for letter."""
    assert len(spoken.asked) > 300
    assert spoken.asked - messages.collected(tmp_path) == set()
