"""Frames: how they are found, stamped, kept, and what is said when they cannot be made."""

import json
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest

from dossier.frames import Filling, Frame, Frames, frame_keys
from dossier.frames.cut import CutError, cut_frame
from dossier.frames.frames import frame_key
from dossier.frames.slot import Gap, tokens
from dossier.problem import Problem, Span
from tests.frames.folder import ABOUT, NAV, SETTINGS, folder, frames_of

FILLING = Filling("Toll", "About the toll.", "https://harbour.example/reports/topics/toll/", "<h1>Toll</h1>")


@dataclass(frozen=True)
class Line:
    anchor: str
    title: str
    children: "tuple[Line, ...]" = ()


@pytest.fixture(scope="module")
def frames(tmp_path_factory: pytest.TempPathFactory) -> Frames:
    return frames_of(folder(tmp_path_factory.mktemp("frames")))


def filled(frame: Frame, **changes: object) -> str:
    values = {name: getattr(FILLING, name) for name in Filling.__slots__} | changes
    return frame.stamp(Filling(**values))


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
    assert frame_keys({address: "A title"}, ["toll"]) == {key: "A title" if key == address else ""}


def test_a_frame_is_found_by_the_address_of_a_page(frames: Frames) -> None:
    assert frames.of("briefs/toll-rise/") is frames.of("briefs/paint-job/")
    assert frames.of("topics/toll/") is not frames.of("topics/lights/")
    with pytest.raises(KeyError):
        frames.of("parties/board/")


def test_everything_is_escaped_where_it_stands(frames: Frames) -> None:
    hard = """</title><script>alert("x")</script>'"""
    page = filled(
        frames.of("topics/toll/"),
        title=hard,
        description=hard,
        address='https://harbour.example/?a=1&b="><i>',
        toc=(Line("a", hard, (Line("b", hard),)),),
        edit='https://code.example/"><script>',
    )
    plain = filled(frames.of("topics/toll/"), title="Toll", toc=(Line("a", "x", (Line("b", "x"),)),), edit="https://x/")
    # Whatever is in the gaps, the page has the same tags.
    assert re.findall(r"<\w+", page) == re.findall(r"<\w+", plain)


def test_addresses_of_ours_become_relative_to_the_page(frames: Frames) -> None:
    link = '<a href="\ue000briefs/x/">x</a>'
    for address, prefix in (
        ("", "./"),
        ("topics/", "../"),
        ("topics/toll/2031/", "../../../"),
        ("404.html", "/reports/"),
    ):
        page = filled(frames.of(address), body=link, head=link)
        assert page.count(f'href="{prefix}briefs/x/"') == 2
        assert "\ue000" not in page


def test_text_that_looks_like_a_gap_or_a_template_is_left_alone(frames: Frames) -> None:
    said = " ".join([*tokens(b"seed").values(), "{{ page.title }}", "{% include 'x' %}"])
    page = filled(frames.of("topics/toll/"), body=said, title=said)
    assert page.count(said) == 1
    assert page.count(said.replace("'", "&#x27;")) == 2


def test_no_gap_is_left_open(frames: Frames) -> None:
    for address in ("", "topics/toll/", "briefs/toll-rise/", "404.html"):
        for toc in ((), (Line("a", "A"),)):
            assert re.search(r"gap[0-9a-f]{24}", filled(frames.of(address), toc=toc)) is None


def test_the_table_of_contents_stands_in_both_side_bars_and_not_at_all_without_lines(frames: Frames) -> None:
    toc = (Line("one", "One", (Line("two", "Two", (Line("three", "Three"),)),)), Line("four", "Four"))
    page = filled(frames.of("topics/toll/"), toc=toc)
    for anchor in ("one", "two", "three", "four"):
        assert page.count(f'href="#{anchor}"') == 2
    assert page.count('data-md-component="toc"') == 2
    assert 'data-md-component="toc"' not in filled(frames.of("topics/toll/"))


def test_the_edit_button_stands_where_there_is_something_to_edit(frames: Frames) -> None:
    address = "https://code.example/harbour/edit/main/briefings/topics/toll.yaml"
    page = filled(frames.of("topics/toll/"), edit=address)
    assert f'href="{address}"' in page
    assert f'href="{address.replace("edit", "raw")}"' in page
    assert "md-content__button" not in filled(frames.of("topics/toll/"))


def test_topics_stand_in_the_navigation_under_their_own_names(frames: Frames) -> None:
    page = filled(frames.of("briefs/toll-rise/"))
    assert re.search(r'href="../../topics/toll/"[^>]*>\s*<span[^>]*>\s*Toll &amp; &lt;b&gt;bridges&lt;/b&gt;', page)
    assert re.search(r'href="../../topics/lights/"[^>]*>\s*<span[^>]*>\s*Lights', page)


def test_frames_survive_being_kept(frames: Frames) -> None:
    kept = Frames.from_bytes(frames.to_bytes())
    assert kept.frames == frames.frames
    assert kept.written == frames.written
    assert kept.to_bytes() == frames.to_bytes()


def test_the_same_input_gives_the_same_frames(frames: Frames, tmp_path: Path) -> None:
    assert frames_of(folder(tmp_path / "elsewhere")).to_bytes() == frames.to_bytes()


def test_hand_written_pages_keep_their_text_and_get_their_head(frames: Frames) -> None:
    page = frames.page("about/", '<link href="\ue000feeds/all/atom.xml">')
    assert "The toll is {{ toll }} and {% this %} stays." in page
    assert '<link href="../feeds/all/atom.xml">' in page
    assert 'href="https://code.example/harbour/edit/main/pages/about.md"' in page
    assert "data-pagefind-body" in page


def test_a_hand_written_page_tells_programs_what_it_tells_readers(tmp_path: Path) -> None:
    told = 'Tolls & "rates" </script> <b>'
    text = f"---\ntitle: Who pays & why\ndescription: '{told}'\n---\n\nSome words.\n"
    page = frames_of(folder(tmp_path / "x", pages={"about.md": text})).page("about/", "")
    meta = dict(re.findall(r'<meta property="og:(title|description|url)" content="([^"]*)">', page))
    assert unescape(meta["title"]) == "Who pays & why"
    assert unescape(meta["description"]) == told
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert len(found) == 1
    node = json.loads(found[0])
    assert (node["@type"], node["name"], node["description"]) == ("WebPage", "Who pays & why", told)
    assert node["url"] == meta["url"] == re.findall(r'<link rel="canonical" href="([^"]*)">', page)[0]


def test_a_hand_written_page_may_hold_any_text(tmp_path: Path) -> None:
    said = tokens(b"another seed")[Gap.BODY]
    made = frames_of(folder(tmp_path / "x", pages={"about.md": f"# About\n\n{said} \ue000\n"}))
    assert f"{said} \ue000" in made.page("about/", "")


def places(problems: tuple[Problem, ...]) -> list[tuple[str, str, int, int]]:
    found = []
    for problem in problems:
        assert isinstance(problem.at, Span)
        found.append((problem.code, problem.at.file, problem.at.line, problem.at.column))
    return found


def test_a_broken_link_in_a_hand_written_page_is_found(tmp_path: Path) -> None:
    pages = {"about.md": ABOUT + "\nSee [method](method.md) and [the topics](topics/index.md).\n"}
    made = frames_of(folder(tmp_path / "x", pages=pages))
    assert places(made.problems) == [("page-link", "pages/about.md", 9, 14)]
    assert 'href="../topics/"' in made.page("about/", "")


def test_a_broken_navigation_is_found(tmp_path: Path) -> None:
    made = frames_of(folder(tmp_path / "x", SETTINGS + NAV.replace("about.md", "abuot.md")))
    assert [code for code, *_ in places(made.problems)] == ["page-link"]


def test_a_hand_written_page_may_not_take_an_address_of_ours(tmp_path: Path) -> None:
    pages = {"about.md": ABOUT, "topics/index.md": "# Mine\n"}
    made = frames_of(folder(tmp_path / "x", pages=pages))
    assert places(made.problems) == [("address-taken", "pages/topics/index.md", 1, 1)]


def test_nothing_foreign_and_no_script_comes_in_by_a_hand_written_page(tmp_path: Path) -> None:
    text = "# About\n\n<img src='https://pictures.example/x.png'>\n\n<script>alert(1)</script>\n"
    made = frames_of(folder(tmp_path / "x", pages={"about.md": text}))
    assert places(made.problems) == [
        ("frame-script", "pages/about.md", 5, 9),
        ("foreign-host", "pages/about.md", 3, 19),
    ]


def test_settings_that_mkdocs_refuses_are_a_problem(tmp_path: Path) -> None:
    made = frames_of(folder(tmp_path / "x", SETTINGS.replace("attr_list", "no_such_extension") + NAV))
    assert made.frames == {}
    assert [code for code, *_ in places(made.problems)] == ["frame-broken"]
    assert "no_such_extension" in made.problems[0].message


def test_whatever_else_fails_in_mkdocs_is_a_problem(tmp_path: Path) -> None:
    root = folder(tmp_path / "x", SETTINGS + NAV + "hooks: [breaks.py]\n")
    (root / "breaks.py").write_text("def on_page_markdown(markdown, **_):\n    return markdown[10_000]\n", "utf-8")
    made = frames_of(root)
    assert (made.frames, [code for code, *_ in places(made.problems)]) == ({}, ["frame-broken"])
    assert "about.md': string index out of range" in made.problems[0].message


def test_names_and_descriptions_are_no_html(tmp_path: Path) -> None:
    said = '\'"><script>alert("&amp;")</script><b>\''
    settings = SETTINGS.replace("Harbour Dossier", said).replace("What the harbour board and the town want.", said)
    about = "---\ndescription: " + said + "\n---\n\n# About\n"
    made = frames_of(folder(tmp_path / "x", settings + NAV, {"about.md": about}))
    assert made.problems == ()
    shown = "&quot;&gt;&lt;script&gt;alert(&quot;&amp;amp;&quot;)&lt;/script&gt;&lt;b&gt;"
    for page in (made.page("about/", ""), filled(made.of("404.html")), filled(made.of("topics/toll/"))):
        assert "<script>alert" not in page
        assert f"- {shown}</title>" in page
        assert f'title="{shown}"' in page
    for page in (made.page("about/", ""), filled(made.of("404.html"))):
        assert f'<meta name="description" content="{shown}">' in page


def test_without_a_navigation_there_is_the_usual_one(tmp_path: Path) -> None:
    page = filled(frames_of(folder(tmp_path / "x", SETTINGS)).of("topics/toll/"))
    titles = re.findall(r'class="md-tabs__link">\s*([^<]*?)\s*<', page)
    assert titles == ["Home", "Topics", "Positions", "Briefs", "Sources", "About"]


def test_a_page_of_ours_without_a_name_in_the_navigation_has_its_own(tmp_path: Path) -> None:
    nav = "nav:\n  - index.md\n  - Reading:\n      - briefs/index.md\n      - positions/index.md\n"
    page = filled(frames_of(folder(tmp_path / "x", SETTINGS.replace("navigation.indexes, ", "") + nav)).of("topics/"))
    assert re.findall(r'class="md-nav__link">\s*<span[^>]*>\s*(\S[^<]*?)\s*<', page)[:3] == [
        "Page",
        "Page briefs/",
        "Page positions/",
    ]


def test_a_topic_that_the_navigation_names_stays_there(tmp_path: Path) -> None:
    nav = "nav:\n  - Home: index.md\n  - Mine:\n      - Light: topics/lights/index.md\n  - All: topics/index.md\n"
    page = filled(frames_of(folder(tmp_path / "x", SETTINGS + nav)).of(""))
    below = re.findall(r'href="(\./topics/\w*/?|topics/\w*/?)" class="md-nav__link[^"]*">', page)
    assert below == ["topics/lights/", "topics/", "topics/toll/"]


def test_a_theme_that_leaves_a_gap_out_is_refused() -> None:
    marks = tokens(b"x")
    with pytest.raises(CutError, match="body"):
        cut_frame(f"<title>{marks[Gap.TITLE]}</title>", None, marks, "./", [Gap.TITLE, Gap.BODY])
    with pytest.raises(CutError, match="table of contents"):
        cut_frame(marks[Gap.BODY], marks[Gap.BODY], marks, "./", [Gap.BODY])


def test_tokens_are_plain_and_none_is_part_of_another() -> None:
    marks = tokens(b"x")
    assert all(re.fullmatch("[a-z0-9]+", mark) for mark in marks.values())
    assert not any(one in other for one in marks.values() for other in marks.values() if one is not other)
    assert set(marks.values()).isdisjoint(tokens(b"y").values())
