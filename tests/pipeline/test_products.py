"""Products: the stamp of a file changes with each thing that its content is made from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from dossier.disk import digest
from dossier.frames.cut import Frame, SlottedText
from dossier.frames.frames import Frames, frame_keys
from dossier.frames.slot import Slot
from dossier.linked import address
from dossier.pages import plan
from dossier.pipeline.products import Product, Workshop, file_of, files
from tests import seam
from tests.linked.filled import harbour

SLOTS = (Slot.TITLE, Slot.DESCRIPTION, Slot.ADDRESS, Slot.HEAD, Slot.BODY, Slot.EDIT)
FRAME = Frame(
    "../../",
    SlottedText(("<title>", "<p>", "<p>", "</head>", "<body>", "<p>", "</html>"), SLOTS),
    SlottedText(
        ("<title>", "<p>", "<p>", "</head>", "<nav>", "<body>", "<p>", "</html>"), (*SLOTS[:4], Slot.TOC, *SLOTS[4:])
    ),
    None,
    SlottedText(('<a href="', '">'), (Slot.EDIT,)),
)
TOPIC_CARD, SITE_CARD = "topics/trams/card.png", "card.png"
CARDS = {TOPIC_CARD: "A picture.", SITE_CARD: "A picture."}
PAGE = "topics/trams/index.html"


@dataclass(frozen=True)
class Made:
    """What a site is made from. `settings` replace those of the dossier, `title` is that of a topic."""

    settings: Mapping[str, Any]
    epoch: bytes = b"epoch"
    frame: Frame = FRAME
    cards: Mapping[str, str] = field(default_factory=CARDS.copy)
    title: str = "Night trams"
    written: tuple[str, ...] = ("about/",)

    def workshop(self) -> tuple[Workshop, list[seam.Planned]]:
        world = harbour()
        world.settings |= {"edit": "https://code.example/edit/{path}", **self.settings}
        world.topics["trams"]["title"] = self.title
        library = world.library()
        pages = list(plan(library, self.written))
        keys = frame_keys((page.address for page in pages), library.topics)
        handwritten = {where: ("../", SlottedText(("<html>", "</html>"), (Slot.HEAD,))) for where in self.written}
        frames = Frames(dict.fromkeys(keys, self.frame), handwritten)
        return Workshop(library, library.settings, frames, (seam.TEMPLATES,), self.cards, self.epoch), pages

    def products(self) -> dict[str, Product]:
        """Return all products by address."""
        workshop, pages = self.workshop()
        found = [
            *map(workshop.page, pages),
            *workshop.feeds(),
            *workshop.downloads(),
            *workshop.written_pages(),
            *workshop.crawlers(pages),
        ]
        by_address = {product.address: product for product in found}
        assert len(by_address) == len(found)
        return by_address


SAME = Made({})
# Each changes one thing, and what is printed of it.
PARTS: dict[str, tuple[str, Made, Made]] = {
    "settings of a page": (PAGE, SAME, Made({"repository": "https://code.example/other"}, b"other")),
    "matter of a page": (PAGE, SAME, replace(SAME, title="Late trams")),
    "frame of a page": (PAGE, SAME, replace(SAME, frame=replace(FRAME, prefix="../"))),
    "address of a card": (PAGE, SAME, replace(SAME, cards={SITE_CARD: "A picture."})),
    "words of a card": (PAGE, SAME, replace(SAME, cards={**CARDS, TOPIC_CARD: "Another picture."})),
    "card that is gone": (PAGE, SAME, replace(SAME, cards={})),
    "settings of a feed": ("feeds/trams/atom.xml", SAME, Made({"rights": "CC0"}, b"other")),
    "matter of a feed": ("feeds/trams/rss.xml", SAME, replace(SAME, title="Late trams")),
    "settings of a download": ("data/claims.json", SAME, Made({"url": "https://other.example/"}, b"other")),
    "matter of a download": ("data/topics.json", SAME, replace(SAME, title="Late trams")),
    "list of feeds": (address.OPML, SAME, replace(SAME, title="Late trams")),
    "site map": ("sitemap.xml", SAME, replace(SAME, written=("about/", "more/"))),
    "head of a hand-written page": ("about/index.html", SAME, Made({"name": "Another File"}, b"other")),
}


@pytest.mark.parametrize("part", PARTS)
def test_what_a_file_is_made_from_shows_in_its_stamp(part: str) -> None:
    where, before, after = PARTS[part]
    one, other = before.products()[where], after.products()[where]
    assert one.make().content != other.make().content
    assert one.stamp != other.stamp


def test_the_same_gives_the_same_stamps_and_the_same_content() -> None:
    one, other = SAME.products(), SAME.products()
    assert {where: each.stamp for where, each in one.items()} == {where: each.stamp for where, each in other.items()}
    assert [where for where in one if one[where].make() != other[where].make()] == []


def _pages(made: Made) -> Iterator[tuple[seam.Planned, Product]]:
    workshop, pages = made.workshop()
    yield from ((page, workshop.page(page)) for page in pages)


def test_a_page_stands_in_its_frame_and_links_to_where_its_record_is_edited() -> None:
    content = SAME.products()[PAGE].make().content.decode()
    assert content.startswith("<title>Night trams<p>")
    assert "<p>https://harbour.example/file/topics/trams/</head>" in content
    assert '<a href="https://code.example/edit/briefings/topics/trams.yaml">' in content
    assert address.ROOT_MARK not in content
    about_more = {page.address for page, product in _pages(SAME) if b"code.example/edit" not in product.make().content}
    assert {"", "topics/", "briefs/", "sources/", "parties/city/", "updates/first/"} <= about_more
    assert not {"topics/rent/", "briefs/spring/", "sources/gazette/"} & about_more


def test_without_an_address_to_edit_at_there_is_no_such_link() -> None:
    content = Made({"edit": None}).products()[PAGE].make().content
    assert b"code.example/edit" not in content


def test_search_reads_the_body_of_pages_that_it_shows_and_nothing_else() -> None:
    for page, product in _pages(SAME):
        assert bool(product.make().indexed) == page.page.searched, page.address
    products, framed = SAME.products(), replace(SAME, frame=replace(FRAME, prefix="../../x/")).products()
    renamed = replace(SAME, title="Late trams").products()
    assert framed[PAGE].make().indexed == products[PAGE].make().indexed != renamed[PAGE].make().indexed
    about = products["about/index.html"].make()
    assert about.indexed == digest(about.content)
    unread = {where for where, each in products.items() if not where.endswith("/index.html")} - {"index.html"}
    assert {where for where in unread if products[where].make().indexed} == set()


def test_files_that_are_there_already_are_products_too() -> None:
    one, other = (list(files({"a.css": content, "b.css": b"b"})) for content in (b"a", b"c"))
    assert [each.address for each in one] == ["a.css", "b.css"]
    assert [each.make().content for each in other] == [b"c", b"b"]
    assert _same(one, other) == [False, True]


def _same(one: Iterable[Product], other: Iterable[Product]) -> list[bool]:
    return [left.stamp == right.stamp for left, right in zip(one, other, strict=True)]


@pytest.mark.parametrize(
    ("where", "file"), [("", "index.html"), ("topics/trams/", "topics/trams/index.html"), ("404.html", "404.html")]
)
def test_a_page_is_published_as_the_index_of_its_folder(where: str, file: str) -> None:
    assert file_of(where) == file
