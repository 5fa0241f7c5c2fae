"""A filled frame is the same document as the page that MkDocs would make."""

import re
from collections.abc import Mapping
from typing import Any, cast

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from dossier.frames import Frames, SlotValues
from dossier.frames.theme_fixes import fix_theme_html
from tests.frames.document import document, leaves
from tests.frames.folder import SETTINGS, THEME, Heading, folder, frames_of

HEAD = '<link rel="alternate" type="application/atom+xml" href="FEED">'
NAV = """
nav:
  - Home: index.md
  - Topics:
      - topics/index.md
      - Toll &amp; &lt;b&gt;bridges&lt;/b&gt;: topics/toll/index.md
      - Lights: topics/lights/index.md
  - Positions: positions/index.md
  - Reading:
      - briefs/index.md
      - Sources: sources/index.md
  - About: about.md
"""
# Pages that are not in the navigation, and the page that they belong to.
ABOVE = {
    "briefs/toll-rise/index.md": "briefs/index.md",
    "sources/gazette-toll/index.md": "sources/index.md",
    "topics/toll/2031/index.md": "topics/toll/index.md",
}
HIDDEN = {"index.md", "positions/index.md", "feeds/all/2/index.md"}
BODY = """\
# A rise of the toll & more {#_content}

The **board** wants [five crowns](LINK).

## First part {#first}

Text with <i>HTML</i>.

### Below it {#below}

More.

## Second part {#second}

End.
"""
SHORT = "# Nothing to choose from {#_content}\n\nOne line.\n"


TOC = (Heading("first", "First part", (Heading("below", "Below it"),)), Heading("second", "Second part"))
PAGES = [
    "index.md",
    "briefs/index.md",
    "briefs/toll-rise/index.md",
    "feeds/all/2/index.md",
    "positions/index.md",
    "sources/index.md",
    "sources/gazette-toll/index.md",
    "topics/index.md",
    "topics/lights/index.md",
    "topics/toll/index.md",
    "topics/toll/2031/index.md",
]


class NoConfig(Config):  # type: ignore[no-untyped-call]
    pass


class Author(BasePlugin[NoConfig]):  # type: ignore[no-untyped-call]
    """What an author of such pages would have to set in MkDocs besides their text."""

    def on_nav(self, nav: Navigation, /, *, files: Files, **_: object) -> Navigation:
        for uri, above in ABOVE.items():
            page, over = self._page(files, uri), self._page(files, above)
            is_index = over.parent is not None and over.parent.children[0] is over and "topics/toll" not in above
            page.parent = over.parent if is_index else over  # type: ignore[assignment]
        return nav

    def _page(self, files: Files, uri: str) -> Page:
        file = files.get_file_from_path(uri)
        assert file is not None
        assert file.page is not None
        return file.page

    def on_page_context(self, context: Any, /, *, page: Page, **_: object) -> Any:
        depth = page.url.count("/")
        head = HEAD.replace("FEED", ("../" * depth or "./") + "feeds/all/atom.xml")
        cast("dict[str, object]", context)["dossier"] = {
            "is_frame": page.url != "about/",
            "head": head,
            "policy": "none",
        }
        page.edit_url = f"https://code.example/harbour/edit/main/briefings/{page.url}"
        return context

    def on_template_context(self, context: Any, /, **_: object) -> Any:
        cast("dict[str, object]", context)["dossier"] = {
            "is_frame": True,
            "head": HEAD.replace("FEED", "/reports/feeds/all/atom.xml"),
            "policy": "none",
            "asset_version": "",
            "title": "Not here",
            "body": "<h1>Not here</h1>",
        }
        return context


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Frames, Mapping[str, str]]:
    """Return the frames, and the same pages as plain MkDocs makes them, by file."""
    frames = frames_of(folder(tmp_path_factory.mktemp("frames")))
    assert frames.problems == ()
    pages = {"about.md": "# About\n"}
    for uri in PAGES:
        link = "../" * uri.count("/") + "briefs/toll-rise/" if uri != "index.md" else "./briefs/toll-rise/"
        matter = {"description": "\"The rise & its 'cost'.\""}
        if uri != "index.md":
            matter["title"] = '"Toll & rise"'
        if uri in HIDDEN:
            matter["hide"] = "[navigation, toc]" if uri == "positions/index.md" else "[navigation]"
        elif uri == "briefs/index.md":
            matter["hide"] = "[toc]"
        lines = "".join(f"{key}: {value}\n" for key, value in matter.items())
        body = SHORT if "toc" in matter.get("hide", "") else BODY.replace("LINK", link)
        # The theme escapes neither, so the author must.
        lines = lines.replace("&", "&amp;").replace("'", "&#x27;")
        pages[uri] = f"---\n{lines}---\n{body}"
    root = folder(tmp_path_factory.mktemp("plain"), SETTINGS + NAV, pages)
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site"))
    config.theme.dirs.insert(0, THEME)
    config.plugins["author"] = Author()
    build(config)
    texts = {uri: (root / "site" / uri.replace(".md", ".html")).read_text("utf-8") for uri in PAGES}
    return frames, {**texts, "404.html": (root / "site" / "404.html").read_text("utf-8")}


def article(text: str) -> str:
    """Return the text of the author as HTML that MkDocs made."""
    found = re.search(r"(<h1.*)\s*</article>", text, re.DOTALL)
    assert found is not None
    return found[1].strip()


def level(text: str) -> list[str]:
    """Return a page as lines of its tree, without known differences: the policy, and what is fixed."""
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    return leaves(document(fix_theme_html(text)))


@pytest.mark.parametrize("uri", PAGES)
def test_a_filled_frame_is_what_mkdocs_makes(uri: str, made: tuple[Frames, Mapping[str, str]]) -> None:
    frames, plain = made
    address = uri.removesuffix("index.md")
    prefix = "../" * address.count("/") or "./"
    body = article(plain[uri]).replace(f'href="{prefix}briefs', 'href="\ue000briefs')
    page = frames.frame_for(address).fill(
        SlotValues(
            title="Toll & rise",
            description="The rise & its 'cost'.",
            address=f"https://harbour.example/reports/{address}",
            head=HEAD.replace("FEED", "\ue000feeds/all/atom.xml"),
            body=body,
            toc=() if "Nothing to choose" in body else TOC,
            edit=f"https://code.example/harbour/edit/main/briefings/{address}",
            skip="_content",
        )
    )
    assert level(page) == level(plain[uri])


def test_the_not_found_page_is_what_mkdocs_makes(made: tuple[Frames, Mapping[str, str]]) -> None:
    frames, plain = made
    filling = SlotValues(
        title="Not here",
        description="",
        address="",
        body="<h1>Not here</h1>",
        head=HEAD.replace("FEED", "\ue000feeds/all/atom.xml"),
    )
    assert level(frames.frame_for("404.html").fill(filling)) == level(plain["404.html"])
