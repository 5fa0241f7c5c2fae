"""What search reads of a page: facts apart from their names, and nothing that is there for programs."""

import re
from html.parser import HTMLParser

from dossier.linked import address
from tests.render.conftest import Rendered
from tests.render.markup import VOID


class _Seen(HTMLParser):
    """The text of a page as an indexer joins it: without what it is told to ignore."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[bool] = []
        self.text: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append("data-pagefind-ignore" in dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not any(self.open):
            self.text.append(data)


def _seen(rendered: Rendered, where: str) -> str:
    return " ".join("".join(_Seen(rendered[where][1].html).text).split())


def test_search_sees_no_form_of_a_citation_and_no_tools(rendered: Rendered) -> None:
    for where, (page, body) in rendered.items():
        if page.searched:
            text = _seen(rendered, where)
            assert not re.search(r"@misc|BibTeX|CSL|Copy link|Permalink", text), where
            assert text, body.html[:200]


def test_a_fact_stands_apart_from_its_name(rendered: Rendered) -> None:
    brief = _seen(rendered, address.brief("sluice-shut"))
    assert "What it adds: The letter said" in brief
    assert re.search(r"How it came: \S", brief)
    for where, (_, body) in rendered.items():
        # By the tags, as not every page has all of them.
        assert not re.search(r"</dt><dd|[^>]</dt>", body.html), where
