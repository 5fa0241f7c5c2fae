"""What `check` passes, the build builds: random dossiers and settings that look valid.

`DOSSIER_EXAMPLES` sets how many are tried.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.pipeline.build import build
from dossier.pipeline.frame_check import frame_problems
from dossier.pipeline.load import load
from dossier.yamlfile import read
from tests.cases.cases import GOOD, lay_out

pytestmark = pytest.mark.slow
EXAMPLES = int(os.environ.get("DOSSIER_EXAMPLES", "6"))

ODD = "é ß ʼ ’ “ ” « » – — … % & < > \" ' ` ~ | # * _ [ ] ( ) { } \\ / : ; 東 港 π ж ى שׁ ก 👩🏽‍🚒 🏴󠁧󠁢󠁥󠁮󠁧󠁿 \u00a0 \u200b \u200d \u202e \u2800 \u0008 \u2028".split(
    " "
)
WORDS = st.lists(st.sampled_from(["pier", "tram", "порт", *ODD]), min_size=1, max_size=8).map(" ".join)
LINES = WORDS | st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=40)
PROSE = LINES | st.sampled_from(
    [
        "- one\n- two",
        "> said",
        "# Head",
        "```\ncode",
        "[a](b)",
        "![a](b)",
        "a\n\n\nb",
        "<script>x</script>",
        "&#8238;",
        "| a |\n|---|",
    ]
)
YEARS = st.sampled_from(["0001", "0225", "0988", "1066", "1899", "1970", "1999", "2031", "9999"])
DATES = st.builds(
    "".join, st.tuples(YEARS, st.sampled_from(["", "-01", "-02", "-12"]), st.sampled_from(["", "-01", "-28", "-31"]))
)
MOMENTS = st.builds(
    "{}-{}T{}{}".format,
    YEARS,
    st.sampled_from(["01-01", "12-31", "02-29"]),
    st.sampled_from(["00:00", "23:59:59", "12:30:00"]),
    st.sampled_from(["Z", "+00:00", "-23:59", "+14:00"]),
)
URLS = st.sampled_from(
    [
        "https://a.example/",
        "https://a.example/it's",
        "https://?x",
        "http:///x",
        "https://a.example/#!/b",
        "https://u:p@a.example/",
        "https://порт.example/новини",
        "https://[::1]/",
        "https://a.example:99999/",
        "https://web.archive.org/web/2031/https://a.example/",
        "10.1000/182",
        "https://a.example/100%",
        "https://a.example/a b",
    ]
)
TAGS = st.sampled_from("en uk de ar zh zh-Hant ja th sr-Latn tlh ua jp iw xx EN en-US no".split())
NUMBERS = st.sampled_from(["0", "1", "2", "999999999", "-1", "x"])
VOTE, TOPIC = "briefings/2031/harbour-vote.yaml", "briefings/topics/route.yaml"
Change = Callable[[Path], None]


def value(file: str, *path: str | int) -> Callable[[str], Change]:
    """Return what puts a value into a YAML file."""

    def put(given: str) -> Change:
        def change(root: Path) -> None:
            tree, _ = read((root / file).read_bytes(), file)
            node: Any = tree
            for step in path[:-1]:
                node = node[step] if isinstance(step, int) else node.setdefault(step, {})
            node[path[-1]] = given
            text = yaml.safe_dump(tree, default_style='"', allow_unicode=True, sort_keys=False, width=4096)
            (root / file).write_text(text, "utf-8")

        return change

    return put


def front(file: str, key: str) -> Callable[[str], Change]:
    """Return what puts a value into the front matter of a source record."""

    def put(given: str) -> Change:
        def change(root: Path) -> None:
            lines = (root / file).read_text().split("\n")
            quoted = yaml.safe_dump(given, default_style='"', allow_unicode=True, width=4096).strip()
            lines = [f"{key}: {quoted}" if line.startswith(f"{key}:") else line for line in lines]
            (root / file).write_text("\n".join(lines), "utf-8")

        return change

    return put


def setting(*path: str) -> Callable[[Any], Change]:
    """Return what puts a value into the settings."""

    def put(given: Any) -> Change:
        def change(root: Path) -> None:
            tree = yaml.safe_load((root / "mkdocs.yml").read_text())
            node = tree
            for step in path[:-1]:
                node = node.setdefault(step, {})
                if not isinstance(node, dict):
                    return
            node[path[-1]] = given
            (root / "mkdocs.yml").write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), "utf-8")

        return change

    return put


def page(name: str, text: str) -> Change:
    def change(root: Path) -> None:
        (root / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "pages" / name).write_text(text, "utf-8")

    return change


def renamed(name: str) -> Change:
    def change(root: Path) -> None:
        (root / VOTE).rename(root / f"briefings/2031/{name}.yaml")

    return change


SOURCE = "sources/quay-post-2031-05-13.md"
CONTENT: tuple[st.SearchStrategy[Change], ...] = (
    LINES.map(value(VOTE, "title")),
    PROSE.map(value(VOTE, "summary")),
    DATES.map(value(VOTE, "date")),
    DATES.map(value(VOTE, "claims", 0, "date")),
    DATES.map(value(VOTE, "claims", 0, "reported")),
    LINES.map(value(VOTE, "claims", 0, "text")),
    LINES.map(value(VOTE, "claims", 0, "short")),
    PROSE.map(value(VOTE, "claims", 1, "note")),
    MOMENTS.map(value(VOTE, "updates", 0, "at")),
    PROSE.map(value(VOTE, "updates", 0, "note")),
    LINES.map(value(VOTE, "updates", 0, "title")),
    LINES.map(value(TOPIC, "title")),
    LINES.map(value(TOPIC, "question")),
    DATES.map(value(TOPIC, "review_by")),
    DATES.map(value(TOPIC, "bottom_line", "as_of")),
    PROSE.map(value(TOPIC, "scope", "includes")),
    LINES.map(value("briefings/parties.yaml", "parties", 0, "name")),
    PROSE.map(value("briefings/parties.yaml", "parties", 0, "about")),
    NUMBERS.map(value("briefings/parties.yaml", "parties", 0, "order")),
    LINES.map(value("briefings/origins.yaml", "origins", 0, "name")),
    URLS.map(value("briefings/origins.yaml", "origins", 0, "url")),
    DATES.map(value("briefings/origins.yaml", "origins", 0, "date")),
    URLS.map(front(SOURCE, "url")),
    TAGS.map(front(SOURCE, "language")),
    LINES.map(front(SOURCE, "title")),
    LINES.map(front(SOURCE, "outlet")),
    DATES.map(front(SOURCE, "published")),
    st.sampled_from(["con", "aux", "a" * 80, "a" * 81, "vote-2", "Vote", "all", "2031"]).map(renamed),
)
SETTINGS: tuple[st.SearchStrategy[Change], ...] = (
    LINES.map(setting("site_name")),
    LINES.map(setting("site_description")),
    LINES.map(setting("copyright")),
    st.sampled_from(["https://a.example/", "https://a.example", "https://порт.example/a/", "https://a.example/?x"]).map(
        setting("site_url")
    ),
    TAGS.map(setting("theme", "language")),
    st.lists(
        st.sampled_from(
            "navigation.tabs navigation.instant navigation.path navigation.prune navigation.expand navigation.footer "
            "navigation.tracking header.autohide announce.dismiss search.suggest toc.integrate toc.follow nosuch".split()
        ),
        max_size=3,
    ).map(setting("theme", "features")),
    st.sampled_from(["white", "teal", "custom", "nosuch"]).map(setting("theme", "palette", "primary")),
    st.sampled_from(
        [
            [],
            {},
            "teal",
            [{"scheme": "slate"}],
            [{"scheme": "default", "toggle": {"icon": "material/nosuch", "name": "x"}}],
        ]
    ).map(setting("theme", "palette")),
    st.sampled_from(["material/tram", "material/nosuch", "../x", ""]).map(setting("theme", "icon", "logo")),
    st.sampled_from(["ltr", "rtl", "up"]).map(setting("theme", "direction")),
    st.lists(
        st.sampled_from(
            [
                "attr_list",
                "tables",
                "admonition",
                "footnotes",
                "nosuch",
                "md_in_html",
                {"toc": {"permalink": True}},
                {"toc": {"permalnk": True}},
                "pymdownx.superfences",
                "pymdownx.tabbed",
                "pymdownx.emoji",
                "pymdownx.details",
            ]
        ),
        max_size=3,
    ).map(setting("markdown_extensions")),
    st.lists(
        st.sampled_from(["search", "offline", "tags", "nosuch", "info", {"search": {"lang": "en"}}]), max_size=2
    ).map(setting("plugins")),
    st.sampled_from(
        [
            None,
            [],
            {},
            ["about.md"],
            [{"A": "about.md"}, {"B": ["index.md", "nosuch.md"]}],
            [5],
            [{"A": {"B": "about.md"}}],
            "x",
        ]
    ).map(setting("nav")),
    NUMBERS.map(setting("extra", "dossier", "feed_size")),
    st.sampled_from(["a.example", "A.example", "x@a.example", "a b", "é.example"]).map(
        setting("extra", "dossier", "authority")
    ),
    st.sampled_from([1989, 1990, 2031, 10000, "x"]).map(setting("extra", "dossier", "authority_year")),
    st.sampled_from(["https://a.example/{path}", "https://a.example/", "javascript:{path}"]).map(
        setting("extra", "dossier", "edit")
    ),
    st.sampled_from([[{"icon": "fontawesome/brands/nosuch", "link": "/"}], [], "x"]).map(setting("extra", "social")),
    st.sampled_from([{"title": "a"}, {}]).map(setting("extra", "consent")),
    st.booleans().map(setting("use_directory_urls")),
    st.booleans().map(setting("strict")),
    st.sampled_from(["about.md", "*.md", "x"]).map(setting("exclude_docs")),
    st.sampled_from(["pages", ".", "nosuch", "../x", "briefings"]).map(setting("docs_dir")),
    st.sampled_from([["a.css"], ["https://a.example/a.css"], {"a": "b"}, "a.css"]).map(setting("extra_css")),
)
PAGES: tuple[st.SearchStrategy[Change], ...] = (
    st.builds(
        page,
        st.sampled_from(
            [
                "über uns.md",
                "про-нас.md",
                "c++.md",
                "100%.md",
                "index.md",
                "topics/index.md",
                "briefs/harbour-vote.md",
                "a/b/c.md",
                "README.md",
            ]
        ),
        PROSE,
    ),
    PROSE.map(lambda text: page("about.md", f"# About\n\n{text}\n")),
    st.sampled_from(
        [
            "<meta http-equiv=refresh content='0;url=/'>",
            "<img src=//a.example/x>",
            "<script>a</script>",
            "---\ntitle: [\n---\n",
            "---\ntemplate: nosuch.html\n---\n",
            "---\nhide: 5\ntitle: 5\n---\nx",
            "{{ x }} {% x %}",
            "[a](nosuch.md)",
            "<iframe src='/'></iframe>",
        ]
    ).map(lambda text: page("about.md", f"{text}\n")),
)


@pytest.fixture(scope="module")
def workshop() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    yield folder
    shutil.rmtree(folder)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.one_of(*CONTENT, *SETTINGS, *PAGES), min_size=1, max_size=3))
def test_what_check_passes_the_build_builds(workshop: Path, changes: list[Change]) -> None:
    assert_same(workshop, changes)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(*SETTINGS, *PAGES))
def test_what_check_passes_of_settings_and_pages_the_build_builds(workshop: Path, change: Change) -> None:
    assert_same(workshop, [change])


def assert_same(workshop: Path, changes: list[Change]) -> None:
    """Make the changes in a copy of the small dossier; what its check says must be what its build says."""
    assert GOOD.is_dir()
    root = workshop / "dossier"
    shutil.rmtree(root, ignore_errors=True)
    lay_out(root)
    for change in changes:
        change(root)
    loaded = load(root)
    found = [*loaded.problems, *frame_problems(loaded)]
    passes = not any(problem.severity == "error" for problem in found)
    report = build(root, workshop / "site", search=False)
    assert (report.count is not None) == passes, (found, report.problems)
