"""Every page: well-formed, in order, with links that lead somewhere."""

import re
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import pytest

from dossier.linked import address
from dossier.model.words import CLAIM_REF_PATTERN
from dossier.render import CONTENT, renderer
from tests.pages import orla
from tests.render.conftest import Rendered, render
from tests.render.markup import Markup
from tests.world import World, evidence, update

# Pages and files that other rooms write, and the hand-written page that the fixture names.
_ELSEWHERE = re.compile(r"(?:feeds|data|schema|sources|origins|updates|problems)/.*|method/")


def test_every_page_is_well_formed(rendered: Rendered) -> None:
    assert {where: Markup(body.html).faults for where, (_, body) in rendered.items() if Markup(body.html).faults} == {}


def test_the_checker_of_markup_sees_faults() -> None:
    assert Markup("<p><ul><li>x</li></ul></p>").faults
    assert Markup("<p>a</p></p>").faults
    assert Markup("<div><p>a</div>").faults
    assert Markup("<i id=a></i><i id=a></i>").faults
    assert Markup("<a href=x><a href=y></a></a>").faults
    assert Markup("<ul><p>a</p></ul>").faults
    assert not Markup("<div><p>a<br>b</p><ul><li>x</li></ul></div>").faults


def test_a_claim_that_was_let_go_is_rendered_again_alike(rendered: Rendered, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renderer, "_KEPT", 1)
    again = render(orla.world().library(), ("method/",))
    assert {where: body for where, (_, body) in again.items()} == {where: body for where, (_, body) in rendered.items()}


def test_headings_start_with_one_h1_and_skip_no_level(rendered: Rendered) -> None:
    for where, (_, body) in rendered.items():
        levels = Markup(body.html).headings
        assert levels.count(1) == 1, where
        assert levels[0] == 1, where
        assert all(below - above <= 1 for above, below in pairwise(levels)), (where, levels)


def test_links_of_the_site_stand_behind_the_mark_and_lead_to_pages_and_anchors(rendered: Rendered) -> None:
    ids = {where: set(Markup(body.html).ids) for where, (_, body) in rendered.items()}
    broken = []
    for where, (_, body) in rendered.items():
        for link in Markup(body.html + body.head).links:
            if urlsplit(link).scheme:
                assert urlsplit(link).scheme in {"http", "https", "mailto"}
                continue
            assert link.startswith((address.ROOT_MARK, "#")), (where, link)
            target, _, anchor = (
                link.removeprefix(address.ROOT_MARK).partition("#")
                if link[0] == address.ROOT_MARK
                else (where, "", link[1:])
            )
            known = target in ids and (not anchor or anchor in ids[target])
            if not known and not _ELSEWHERE.fullmatch(target):
                broken.append((where, link))
    assert broken == []


def test_contents_name_sections_that_are_there(rendered: Rendered) -> None:
    for where, (_, body) in rendered.items():
        ids = Markup(body.html).ids
        lines = [*body.toc, *(child for line in body.toc for child in line.children)]
        assert [line.anchor for line in lines if line.anchor not in ids] == [], where


def test_no_part_of_a_page_bears_what_may_be_the_id_of_a_claim(rendered: Rendered) -> None:
    claims = orla.world().library().claims
    for where, (page, body) in rendered.items():
        in_brief = page.address.startswith(address.BRIEFS)
        own = where.removeprefix(address.BRIEFS)
        for found in Markup(body.html).ids:
            full = own + found if in_brief else found
            if "/" in full and re.fullmatch(CLAIM_REF_PATTERN, full):
                assert full in claims, (where, found)


def test_what_skip_to_content_leads_to_is_there(rendered: Rendered) -> None:
    for where, (_, body) in rendered.items():
        assert Markup(body.html).ids[CONTENT] == 1, where


def test_no_mark_of_the_renderer_and_no_python_value_leaks(rendered: Rendered) -> None:
    for where, (_, body) in rendered.items():
        assert not re.search("[\ue001-\uf8ff]", body.html), where
        # BibTeX has braces of its own.
        html = re.sub("<pre.*?</pre>", "", body.html, flags=re.DOTALL)
        assert not re.search(r"\bNone\b|Undefined|<dossier|object at 0x|\{\{|\{%|Link\(", html), where


def test_every_word_for_search_filters_is_there(rendered: Rendered) -> None:
    for where, (page, body) in rendered.items():
        filters = [
            str(attributes["data-pagefind-filter"])
            for _, attributes in Markup(body.html).elements
            if "data-pagefind-filter" in attributes
        ]
        kinds = [f"Kind:{page.label}"] if page.label else []
        wanted = [*kinds, *(f"Topic:{x}" for x in page.topics), *(f"Party:{x}" for x in page.parties)]
        assert filters == (wanted if page.searched else []), where
        assert ("data-pagefind-body" in body.html) == page.searched, where


def test_search_offers_what_there_is_and_no_list_of_it(rendered: Rendered) -> None:
    labels = {page.label for page, _ in rendered.values() if page.searched}
    assert labels == {"", "Topic", "Party", "Person", "Brief", "Source", "Origin", "Update"}
    for where, (page, body) in rendered.items():
        # What only leads to others must not outrank them.
        body_tag = body.html[body.html.index("<div id=") :].partition(">")[0]
        assert ('data-pagefind-weight="0.3"' in body_tag) == (page.searched and not page.label), where


def test_a_claim_is_headed_by_its_permalink_in_its_brief_and_by_its_full_id_elsewhere(rendered: Rendered) -> None:
    brief = Markup(rendered[address.brief("sluice-shut")][1].html)
    topic = Markup(rendered[address.topic("sluice")][1].html)
    assert ("h3", "keep-shut") in {(tag, attributes.get("id")) for tag, attributes in brief.elements}
    assert ("h4", "sluice-shut/keep-shut") in {(tag, attributes.get("id")) for tag, attributes in topic.elements}


def test_one_piece_serves_all_pages_that_show_a_claim(rendered: Rendered) -> None:
    def evidence(where: str) -> str:
        html = rendered[where][1].html
        start = html.index('data-claim="sluice-shut/gate-broken"')
        return html[html.index("<details", start) : html.index("Permalink", start)]

    assert evidence(address.brief("sluice-shut")) == evidence(address.topic("sluice"))


def test_rendering_twice_gives_the_same(rendered: Rendered) -> None:
    again = render(orla.world().library(), ("method/",))
    assert {where: body for where, (_, body) in again.items()} == {where: body for where, (_, body) in rendered.items()}


def test_dates_keep_their_precision(rendered: Rendered) -> None:
    html = rendered[address.brief("sluice-shut")][1].html
    assert '<time datetime="2024-02">February 2024</time>' in html
    assert '<time datetime="2024-03-02">2 March 2024</time>' in html


def test_the_home_page_links_hand_written_pages_only_where_there_are_any(rendered: Rendered) -> None:
    html = rendered[address.HOME][1].html
    assert f'href="{address.ROOT_MARK}method/"' in html
    assert "contribute/" not in html


@pytest.mark.parametrize("where", ["topics/sluice/", "briefs/spring-talks/"])
def test_feeds_of_the_topic_come_before_the_feed_of_everything(rendered: Rendered, where: str) -> None:
    links = [link.removeprefix(address.ROOT_MARK) for link in Markup(rendered[where][1].head).links]
    assert links[0] == "feeds/sluice/atom.xml"
    assert links[-3:] == ["feeds/all/atom.xml", "feeds/all/rss.xml", "feeds/all/feed.json"]


def test_relations_are_told_in_plain_words(rendered: Rendered) -> None:
    words = Markup(rendered[address.topic("sluice")][1].html).words()
    assert "Replaced by Shut all summer, 20 May 2024" in words
    assert "Replaces Shut until the river falls, 2 March 2024" in words
    assert "Denies The gate’s lower hinge broke in the flood, February 2024" in words
    assert "Denied by The uplands say no hinge broke, 20 May 2024" in words


def test_a_quote_leads_to_its_passage_and_to_its_paragraph(rendered: Rendered) -> None:
    markup = Markup(rendered[address.brief("spring-talks")][1].html)
    assert "https://wire.example/a-b,c#:~:text=the%20sluice%20stays%20shut%20until%20spring" in markup.links
    assert f"{address.ROOT_MARK}sources/river-wire/#p4" in markup.links


def test_links_to_doubtful_sources_are_not_vouched_for(rendered: Rendered) -> None:
    elements = Markup(rendered[address.brief("spring-talks")][1].html).elements
    outside = [(a["href"], a.get("rel")) for tag, a in elements if tag == "a" and ":~:" in str(a.get("href"))]
    assert {rel for link, rel in outside if "wire.example" in str(link)} == {"nofollow"}
    assert {rel for link, rel in outside if "post.example" in str(link)} == {None}


def test_absolute_addresses_are_those_of_the_settings(rendered: Rendered) -> None:
    words = Markup(rendered[address.topic("sluice")][1].html).words()
    assert urljoin("https://orla.example/site/", "topics/sluice/") in words


def test_an_empty_dossier_and_a_topic_without_claims_have_pages_too() -> None:
    empty = render(World().library())
    assert address.HOME in empty
    bare = render(orla.with_topics().library())
    html = bare[address.topic("sluice")][1].html
    assert Markup(html).faults == []
    assert "0 claims" in Markup(html).words()


def test_references_that_lead_nowhere_break_no_page() -> None:
    lost = orla.said("lost", party="nobody", said_by="nobody", topics=["sluice", "nothing"], supersedes=["x/y"])
    cited = orla.said("cited", evidence=[evidence("no-source"), evidence(origin="no-origin")])
    rendered = render(orla.of(lost, cited, updates=[update("u", topics=["nothing"])]).library())
    for where, (_, body) in rendered.items():
        assert Markup(body.html).faults == [], where
    assert "nothing" not in {link for _, body in rendered.values() for link in Markup(body.html).links}
