"""Topics are inserted below the page of all topics, unless the navigation names them itself."""

import re
from pathlib import Path
from typing import Any

import pytest

from dossier.frames import Frames
from dossier.frames.navigation import insert_topics
from tests.frames.folder import SETTINGS, filled, folder, frames_of

TOPICS = [("toll", "Toll & more"), ("lights", "Lights")]
PAGES = {"index.md", "topics/index.md", "topics/toll/index.md", "topics/lights/index.md"}
TOLL, LIGHTS = {"Toll &amp; more": "topics/toll/index.md"}, {"Lights": "topics/lights/index.md"}


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        (["topics/index.md"], [{"Topics": ["topics/index.md", TOLL, LIGHTS]}]),
        ([{"All": "topics/index.md"}], [{"All": ["topics/index.md", TOLL, LIGHTS]}]),
        ([{"A": ["topics/index.md", "x.md"]}], [{"A": ["topics/index.md", "x.md", TOLL, LIGHTS]}]),
        ([{"A": [{"B": "topics/index.md"}, "x.md"]}], [{"A": [{"B": ["topics/index.md", TOLL, LIGHTS]}, "x.md"]}]),
        (
            ["topics/index.md", {"T": "topics/toll/index.md"}],
            [{"Topics": ["topics/index.md", LIGHTS]}, {"T": "topics/toll/index.md"}],
        ),
        (["index.md", {"A": ["x.md"]}], ["index.md", {"A": ["x.md"]}]),
        ("index.md", "index.md"),
    ],
)
def test_topics_are_put_below_the_page_of_all_topics(nav: Any, expected: Any) -> None:
    assert insert_topics(nav, TOPICS, PAGES, []) == expected


def test_a_topic_without_a_page_is_left_out() -> None:
    assert insert_topics(["topics/index.md"], TOPICS, PAGES - {"topics/toll/index.md"}, []) == [
        {"Topics": ["topics/index.md", LIGHTS]}
    ]


def test_without_a_navigation_the_pages_that_exist_come_before_the_hand_written_ones() -> None:
    assert insert_topics(None, TOPICS, PAGES, ["about.md"]) == [
        {"Home": "index.md"},
        {"Topics": ["topics/index.md", TOLL, LIGHTS]},
        "about.md",
    ]


def test_topics_are_in_the_rendered_navigation_with_their_titles(frames: Frames) -> None:
    page = filled(frames.frame_for("briefs/toll-rise/"))
    assert re.search(r'href="../../topics/toll/"[^>]*>\s*<span[^>]*>\s*Toll &amp; &lt;b&gt;bridges&lt;/b&gt;', page)
    assert re.search(r'href="../../topics/lights/"[^>]*>\s*<span[^>]*>\s*Lights', page)


def test_without_a_navigation_the_default_one_is_rendered(tmp_path: Path) -> None:
    page = filled(frames_of(folder(tmp_path / "x", SETTINGS)).frame_for("topics/toll/"))
    titles = re.findall(r'class="md-tabs__link">\s*([^<]*?)\s*<', page)
    assert titles == ["Home", "Topics", "Positions", "Briefs", "Sources", "About"]


def test_a_page_without_a_name_in_the_navigation_has_its_title(tmp_path: Path) -> None:
    nav = "nav:\n  - index.md\n  - Reading:\n      - briefs/index.md\n      - positions/index.md\n"
    page = filled(
        frames_of(folder(tmp_path / "x", SETTINGS.replace("navigation.indexes, ", "") + nav)).frame_for("topics/")
    )
    assert re.findall(r'class="md-nav__link">\s*<span[^>]*>\s*(\S[^<]*?)\s*<', page)[:3] == [
        "Page",
        "Page briefs/",
        "Page positions/",
    ]


def test_a_topic_that_the_navigation_names_is_rendered_only_there(tmp_path: Path) -> None:
    nav = "nav:\n  - Home: index.md\n  - Mine:\n      - Light: topics/lights/index.md\n  - All: topics/index.md\n"
    page = filled(frames_of(folder(tmp_path / "x", SETTINGS + nav)).frame_for(""))
    below = re.findall(r'href="(\./topics/\w*/?|topics/\w*/?)" class="md-nav__link[^"]*">', page)
    assert below == ["topics/lights/", "topics/", "topics/toll/"]
