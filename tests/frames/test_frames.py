"""Frames are found by address, filled with values and stored, and problems of hand-written pages have places."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from dossier.frames import Frames, frame_keys, make_frames
from dossier.frames.frames import frame_key, is_unused
from dossier.frames.slot import Slot, make_tokens
from dossier.problem import Problem, Span
from tests.frames.folder import ABOUT, NAV, SETTINGS, THEME, Heading, filled, folder, frames_of, settings_of


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("", ""),
        ("404.html", "404.html"),
        ("topics/", "topics/"),
        ("topics/toll/", "topics/toll/"),
        ("topics/toll/2031/", "topics/toll/*/"),
        ("topics/else/", "topics/*/"),
        ("briefs/toll-rise/", "briefs/*/"),
        ("feeds/all/2/", "feeds/*/*/"),
    ],
)
def test_pages_of_a_kind_share_a_frame_and_topics_have_their_own(address: str, key: str) -> None:
    assert frame_key(address, {"topics/toll/"}) == key
    assert frame_keys([address], ["toll"]) == [key]


def test_a_frame_is_found_by_the_address_of_a_page(frames: Frames) -> None:
    assert frames.frame_for("briefs/toll-rise/") is frames.frame_for("briefs/paint-job/")
    assert frames.frame_for("topics/toll/") is not frames.frame_for("topics/lights/")
    with pytest.raises(KeyError):
        frames.frame_for("parties/board/")


def test_values_are_escaped_for_their_place(frames: Frames) -> None:
    hard = """</title><script>alert("x")</script>'"""
    page = filled(
        frames.frame_for("topics/toll/"),
        title=hard,
        description=hard,
        address='https://harbour.example/?a=1&b="><i>',
        toc=(Heading("a", hard, (Heading("b", hard),)),),
        edit='https://code.example/"><script>',
    )
    plain = filled(
        frames.frame_for("topics/toll/"),
        title="Toll",
        toc=(Heading("a", "x", (Heading("b", "x"),)),),
        edit="https://x/",
    )
    # Whatever is in the slots, the page has the same tags.
    assert re.findall(r"<\w+", page) == re.findall(r"<\w+", plain)


def test_addresses_of_this_site_become_relative_to_the_page(frames: Frames) -> None:
    link = '<a href="\ue000briefs/x/">x</a>'
    for address, prefix in (
        ("", "./"),
        ("topics/", "../"),
        ("topics/toll/2031/", "../../../"),
        ("404.html", "/reports/"),
    ):
        page = filled(frames.frame_for(address), body=link, head=link)
        assert page.count(f'href="{prefix}briefs/x/"') == 2
        assert "\ue000" not in page


def test_text_that_looks_like_a_slot_or_a_template_is_kept(frames: Frames) -> None:
    said = " ".join([*make_tokens(b"seed").values(), "{{ page.title }}", "{% include 'x' %}"])
    page = filled(frames.frame_for("topics/toll/"), body=said, title=said)
    assert page.count(said) == 1
    assert page.count(said.replace("'", "&#x27;")) == 2


def test_every_slot_is_filled(frames: Frames) -> None:
    for address in ("", "topics/toll/", "briefs/toll-rise/", "404.html"):
        for toc in ((), (Heading("a", "A"),)):
            assert re.search(r"slot[0-9a-f]{24}", filled(frames.frame_for(address), toc=toc)) is None


def test_the_table_of_contents_is_in_both_side_bars_unless_it_is_empty(frames: Frames) -> None:
    toc = (Heading("one", "One", (Heading("two", "Two", (Heading("three", "Three"),)),)), Heading("four", "Four"))
    page = filled(frames.frame_for("topics/toll/"), toc=toc)
    for anchor in ("one", "two", "three", "four"):
        assert page.count(f'href="#{anchor}"') == 2
    assert page.count('data-md-component="toc"') == 2
    assert 'data-md-component="toc"' not in filled(frames.frame_for("topics/toll/"))


def test_the_edit_button_is_there_if_there_is_an_address_to_edit(frames: Frames) -> None:
    address = "https://code.example/harbour/edit/main/briefings/topics/toll.yaml"
    page = filled(frames.frame_for("topics/toll/"), edit=address)
    assert f'href="{address}"' in page
    assert f'href="{address.replace("edit", "raw")}"' in page
    assert "md-content__button" not in filled(frames.frame_for("topics/toll/"))


def test_frames_can_be_stored_and_read_back(frames: Frames) -> None:
    stored = Frames.from_bytes(frames.to_bytes())
    assert stored.frames == frames.frames
    assert stored.handwritten == frames.handwritten
    assert stored.to_bytes() == frames.to_bytes()


def test_the_same_input_gives_the_same_frames(frames: Frames, tmp_path: Path) -> None:
    assert frames_of(folder(tmp_path / "elsewhere")).to_bytes() == frames.to_bytes()


def test_hand_written_pages_keep_their_text_and_get_their_head(frames: Frames) -> None:
    page = frames.handwritten_page("about/", '<link href="\ue000feeds/all/atom.xml">')
    assert "The toll is {{ toll }} and {% this %} stays." in page
    assert '<link href="../feeds/all/atom.xml">' in page
    assert 'href="https://code.example/harbour/edit/main/pages/about.md"' in page
    assert "data-pagefind-body" in page


def test_a_hand_written_page_has_the_same_title_for_programs_and_readers(tmp_path: Path) -> None:
    description = 'Tolls & "rates" </script> <b>'
    text = f"---\ntitle: Who pays & why\ndescription: '{description}'\n---\n\nSome words.\n"
    page = frames_of(folder(tmp_path / "x", pages={"about.md": text})).handwritten_page("about/", "")
    meta = dict(re.findall(r'<meta property="og:(title|description|url)" content="([^"]*)">', page))
    assert unescape(meta["title"]) == "Who pays & why"
    assert unescape(meta["description"]) == description
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert len(found) == 1
    node = json.loads(found[0])
    assert (node["@type"], node["name"], node["description"]) == ("WebPage", "Who pays & why", description)
    assert node["url"] == meta["url"] == re.findall(r'<link rel="canonical" href="([^"]*)">', page)[0]


def test_a_hand_written_page_may_contain_a_token(tmp_path: Path) -> None:
    said = make_tokens(b"another seed")[Slot.BODY]
    made = frames_of(folder(tmp_path / "x", pages={"about.md": f"# About\n\n{said} \ue000\n"}))
    assert f"{said} \ue000" in made.handwritten_page("about/", "")


def places(problems: tuple[Problem, ...]) -> list[tuple[str, str, int, int]]:
    found = []
    for problem in problems:
        assert isinstance(problem.at, Span)
        found.append((problem.code.name, problem.at.file, problem.at.line, problem.at.column))
    return found


def test_a_broken_link_in_a_hand_written_page_is_found(tmp_path: Path) -> None:
    pages = {"about.md": ABOUT + "\nSee [method](method.md) and [the topics](topics/index.md).\n"}
    made = frames_of(folder(tmp_path / "x", pages=pages))
    assert places(made.problems) == [("page-link", "pages/about.md", 9, 14)]
    assert 'href="../topics/"' in made.handwritten_page("about/", "")


def test_a_fault_at_the_first_character_of_a_page_has_its_place(tmp_path: Path) -> None:
    text = "<img src='https://pictures.example/x.png'>\n"
    made = frames_of(folder(tmp_path / "x", pages={"about.md": text}))
    assert places(made.problems) == [("foreign-host", "pages/about.md", 1, 19)]
    link = frames_of(folder(tmp_path / "y", pages={"about.md": "(method.md) [method](method.md)\n"}))
    assert places(link.problems) == [("page-link", "pages/about.md", 1, 2)]


def test_a_broken_navigation_is_found(tmp_path: Path) -> None:
    made = frames_of(folder(tmp_path / "x", SETTINGS + NAV.replace("about.md", "abuot.md")))
    assert [code for code, *_ in places(made.problems)] == ["page-link"]


def test_a_hand_written_page_cannot_take_the_address_of_a_generated_page(tmp_path: Path) -> None:
    pages = {"about.md": ABOUT, "topics/index.md": "# Mine\n"}
    made = frames_of(folder(tmp_path / "x", pages=pages))
    assert places(made.problems) == [("address-taken", "pages/topics/index.md", 1, 1)]


def test_scripts_and_files_of_other_hosts_in_a_hand_written_page_are_problems(tmp_path: Path) -> None:
    text = "# About\n\n<img src='https://pictures.example/x.png'>\n\n<script>alert(1)</script>\n"
    made = frames_of(folder(tmp_path / "x", pages={"about.md": text}))
    assert places(made.problems) == [
        ("frame-script", "pages/about.md", 5, 9),
        ("foreign-host", "pages/about.md", 3, 19),
    ]


@pytest.mark.parametrize(
    ("address", "unused"),
    [
        ("search/search_index.json", True),
        ("assets/javascripts/lunr/min/lunr.de.min.js", True),
        ("assets/javascripts/workers/search.js", True),
        ("assets/stylesheets/main.css.map", True),
        ("sitemap.xml", True),
        ("sitemap.xml.gz", True),
        ("assets/stylesheets/main.css", False),
        ("assets/javascripts/bundle.js", False),
        ("images/map.png", False),
    ],
)
def test_files_of_the_theme_that_no_page_needs_are_unused(address: str, unused: bool) -> None:
    assert is_unused(address) is unused


@pytest.mark.parametrize(
    "text",
    [
        "<meta http-equiv=refresh content='0;url=https://elsewhere.example/'>",
        "<META content='0' HTTP-EQUIV=' Refresh '>",
        "Words <meta a='>' http-equiv=\"refresh\"> words",
    ],
)
def test_a_page_that_sends_its_readers_away_is_refused(tmp_path: Path, text: str) -> None:
    made = frames_of(folder(tmp_path / "x", pages={"about.md": f"# About\n\n{text}\n"}))
    assert [code for code, *_ in places(made.problems)] == ["page-refresh"]
    assert Frames.from_bytes(made.to_bytes()).problems == made.problems
    shown = frames_of(folder(tmp_path / "y", pages={"about.md": f"# About\n\n`{text}`\n"}))
    assert shown.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "[A](<javascript:alert(1)>)",
        "<a href='java&#115;cript:alert(1)'>A</a>",
        '<a href=" Java\tScript:alert(1)">A</a>',
        "<a href=data:text/html,A>A</a>",
        "<form action='javascript:alert(1)'></form>",
        "[A](ftp://elsewhere.example/a)",
    ],
)
def test_a_page_links_to_pages_and_mail_addresses_alone(tmp_path: Path, text: str) -> None:
    made = frames_of(folder(tmp_path / "x", pages={"about.md": f"# About\n\n{text}\n"}))
    assert [(code, file) for code, file, *_ in places(made.problems)] == [("link-scheme", "pages/about.md")]
    assert Frames.from_bytes(made.to_bytes()).problems == made.problems


@pytest.mark.parametrize("text", ["[A](https://b.example/a:b)", "<me@b.example>", "[A](#b:c)", "`javascript:a`"])
def test_other_links_of_a_page_pass(tmp_path: Path, text: str) -> None:
    assert frames_of(folder(tmp_path / "x", pages={"about.md": f"# About\n\n{text}\n"})).problems == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - About: about.md", "  - About: about.md\n  - A: javascript:alert(1)"),
        ("extra:", "extra:\n  homepage: javascript:alert(1)"),
        ("extra:", "extra:\n  social: [{icon: material/link, link: 'javascript:alert(1)'}]"),
    ],
)
def test_settings_link_to_pages_and_mail_addresses_alone(tmp_path: Path, old: str, new: str) -> None:
    text = (SETTINGS + NAV).replace(old, new, 1)
    assert text != SETTINGS + NAV
    made = frames_of(folder(tmp_path / "x", text))
    (problem,) = made.problems
    assert isinstance(problem.at, Span)
    assert (problem.code.name, problem.at.file) == ("link-scheme", "mkdocs.yml")
    assert "javascript" in text.splitlines()[problem.at.line - 1]


def test_a_page_may_have_any_name(tmp_path: Path) -> None:
    names = ("über uns", "про-нас", "c++", "100%")
    made = frames_of(folder(tmp_path / "x", pages={f"{name}.md": "# A\n" for name in names}))
    assert set(made.handwritten) == {f"{name}/" for name in names}


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("material/weather-night", "material/nosuch", "material/nosuch"),
        ("docs_dir: pages", "docs_dir: pages\ndev_addr: nonsense", "dev_addr"),
    ],
)
def test_what_mkdocs_complains_of_is_told_where_it_stands(tmp_path: Path, old: str, new: str, named: str) -> None:
    text = (SETTINGS + NAV).replace(old, new, 1)
    root = folder(tmp_path / "x", text)
    keys = dict.fromkeys(frame_keys([""], []), "Home")
    (root / "made").mkdir()
    made = make_frames(
        str(root / "mkdocs.yml"), str(root / "made"), THEME, settings_of(root), keys, [], b"seed", config_text=text
    )
    line = 1 + text[: text.index(named)].count("\n")
    assert {(code, at) for code, _, at, _ in places(made.problems)} == {("frame-broken", line)}
