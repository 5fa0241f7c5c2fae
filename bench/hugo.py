"""Writes the pages of a built site as a project for Hugo: their text as Markdown, our frame as its layout.

Turning a page into Markdown is left to `plain`.
"""

import json
import re
from pathlib import Path

from bench.plain import markdown, pages_of
from bench.writing import SITE_URL

_SETTINGS = {
    "baseURL": SITE_URL,
    "title": "Bench",
    # A page is a page here, so that nothing is made twice and all addresses are those of our site.
    "disableKinds": ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
}
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)


def write(site: Path, folder: Path) -> int:
    """Write the pages of the built site in `site` as a Hugo project into `folder`. Returns how many there are."""
    pages = pages_of(site)
    content, layouts = folder / "content", folder / "layouts/_default"
    content.mkdir(parents=True)
    layouts.mkdir(parents=True)
    for number, (address, path) in enumerate(sorted(pages.items())):
        text = markdown(path.read_text("utf-8"), address, set(pages)).replace("/index.md", "/")
        title = re.search("^# (.+?)(?: \\{#.*)?$", text, re.MULTILINE)
        head = {"title": title[1] if title else address, "url": f"/{address}/" if address else "/"}
        (content / f"{number}.md").write_text(f"{json.dumps(head, ensure_ascii=False)}\n\n{text}", "utf-8")
    frame = next(path for address, path in sorted(pages.items()) if address.startswith("briefs/"))
    (layouts / "single.html").write_text(layout(frame.read_text("utf-8")), "utf-8")
    (folder / "hugo.json").write_text(json.dumps(_SETTINGS), "utf-8")
    return len(pages)


def layout(page: str) -> str:
    """Return a built page as a layout: with gaps for its title and its article."""
    start = page.index(">", page.index("<article")) + 1
    html = page[:start] + "\ue000" + page[page.rindex("</article>") :]
    html = _TITLE.sub("<title>\ue001</title>", html, count=1).replace("{{", "{{ `{{` }}")
    return html.replace("\ue000", "{{ .Content }}").replace("\ue001", "{{ .Title }}")
