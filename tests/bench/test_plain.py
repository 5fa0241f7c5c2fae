"""The plain site has the same text as ours."""

from pathlib import Path

from bench import plain

PAGE = """<!doctype html><html><head><title>Bridges</title></head><body>
<nav><a href="../../">Home</a></nav>
<article class="md-content__inner">
<h1 id="toll">The toll</h1>
<p>It is <strong>four</strong> crowns, <a href="../other/#rise">as told</a> in the <a href="../../feeds/rss.xml">feed</a>.</p>
<ul><li>one<ul><li>under one</li></ul></li><li>two_three</li></ul>
<blockquote><p>“Never five”</p></blockquote>
<table><tr><th>Who</th><th>What</th></tr><tr><td>Board</td><td>four</td></tr></table>
<svg><text>drawn</text></svg><script>run()</script>
</article><footer>Made by hand</footer></body></html>"""


def test_text_and_order_are_kept() -> None:
    assert plain.markdown(PAGE, "briefs/toll", {"briefs/toll", "briefs/other", ""}).split("\n\n") == [
        "# The toll {#toll}",
        "It is **four** crowns, [as told](../other/index.md#rise) in the [feed](https://bench.example/feeds/rss.xml).",
        "- one",
        "    - under one",
        "- two\\_three",
        "> “Never five”",
        "Who | What",
        "Board | four\n",
    ]


def test_every_page_exists_and_topics_are_in_the_navigation(tmp_path: Path) -> None:
    site, folder = tmp_path / "site", tmp_path / "plain"
    for address in ("", "topics/toll", "topics", "briefs/rise"):
        (site / address).mkdir(parents=True, exist_ok=True)
        (site / address / "index.html").write_text(PAGE, "utf-8")
    folder.mkdir()
    assert plain.write(site, folder) == 4
    assert {path.relative_to(folder / "docs").as_posix() for path in folder.rglob("*.md")} == {
        *("index.md", "topics/toll/index.md", "topics/index.md", "briefs/rise/index.md")
    }
    assert (folder / "mkdocs.yml").read_text("utf-8").endswith("- Topics:\n      - topics/toll/index.md\n")
