"""What stands in a page's head: feeds, a card for whoever shows a link, and structured data, safe in any text."""

import json
from typing import Any

import pytest

from dossier.linked import address
from dossier.pages import FeedLink
from dossier.render import Renderer
from dossier.render.script import json_script
from tests.pages import orla
from tests.render.conftest import TEMPLATES, Rendered, render
from tests.render.markup import Markup
from tests.render.test_escaping import HOSTILE, _library

CARDS = {"card.png": "The site: what it is", "topics/sluice/card.png": 'The "sluice": who & when?'}


def _meta(head: str) -> dict[str, str]:
    found = {}
    for tag, attributes in Markup(head).elements:
        if tag == "meta":
            found[str(attributes.get("property") or attributes.get("name"))] = str(attributes["content"])
    return found


def _graph(head: str) -> dict[str, Any]:
    start = head.index('<script type="application/ld+json">') + len('<script type="application/ld+json">')
    found: dict[str, Any] = json.loads(head[start : head.index("</script>", start)])
    return found


def test_a_page_introduces_itself_to_whoever_shows_a_link_to_it(rendered: Rendered) -> None:
    meta = _meta(rendered["topics/sluice/"][1].head)
    assert meta["og:title"] == "The sluice"
    assert meta["og:description"] == "Who may open the sluice, and when?"
    assert meta["og:url"] == "https://orla.example/site/topics/sluice/"
    assert meta["og:site_name"] == "Orla Water File"
    assert meta["og:type"] == "article"
    assert meta["article:modified_time"] == "2024-06-02T08:00:00Z"
    assert _meta(rendered["sources/"][1].head)["og:type"] == "website"


def test_every_listed_page_has_a_title_a_description_and_a_graph(rendered: Rendered) -> None:
    for where, (page, body) in rendered.items():
        if page.listed:
            meta = _meta(body.head)
            assert meta["og:title"], where
            assert 1 <= len(meta["og:description"]) <= 200, where
            assert _graph(body.head)["@graph"][1]["url"] == meta["og:url"], where


def test_the_page_for_lost_readers_is_kept_out_of_search(rendered: Rendered) -> None:
    head = rendered[address.NOT_FOUND][1].head
    assert _meta(head) == {"robots": "noindex"}
    assert "ld+json" not in head


def test_a_card_is_shown_where_there_is_one() -> None:
    library = orla.world().library()
    renderer = Renderer(TEMPLATES, library.settings, CARDS)
    pages = {where: page for where, (page, _) in render(library).items()}
    sluice = _meta(renderer.page(pages["topics/sluice/"]).head)
    assert sluice["og:image"] == "https://orla.example/site/topics/sluice/card.png"
    assert sluice["og:image:alt"] == 'The "sluice": who & when?'
    assert (sluice["og:image:width"], sluice["og:image:height"]) == ("1200", "630")
    assert sluice["twitter:card"] == "summary_large_image"
    # The ferry's could not be drawn.
    assert _meta(renderer.page(pages["topics/ferry/"]).head)["og:image"] == "https://orla.example/site/card.png"
    assert _meta(renderer.head([FeedLink("all", "All")]))["og:image"] == "https://orla.example/site/card.png"
    assert "og:image" not in _meta(render(library)["topics/sluice/"][1].head)


@pytest.mark.parametrize("hostile", [*HOSTILE, "</script><script>alert(1)</script>", "<!--<script>", "a\u2028b\u2029c"])
def test_hostile_text_stays_text_in_the_head(hostile: str) -> None:
    calm, infected = render(orla.world().library()), render(_library(hostile))
    for where, (page, body) in infected.items():
        tags = [tag for tag, _ in Markup(body.head).elements]
        assert tags == [tag for tag, _ in Markup(calm[where][1].head).elements], where
        assert Markup(body.head).faults == []
        assert "\u2028" not in body.head.partition("ld+json")[2]
        if page.listed:
            assert body.head.count("</script") == 1
            nodes = _graph(body.head)["@graph"]
            assert nodes[0]["name"] == f"Orla Water File {hostile}"


@pytest.mark.parametrize("text", ["</script>", "<!--", "]]>", "&lt;", "\u2028\u2029", "a'b\"c\\", "Шлюз"])
def test_json_in_a_page_is_read_as_it_was_written(text: str) -> None:
    made = str(json_script({"x": [text]}))
    assert json.loads(made) == {"x": [text]}
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(made)
