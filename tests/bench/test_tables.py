"""What the benchmark prints: medians, shares, sizes, and how others fare with the same pages."""

import sys
from pathlib import Path

import pytest

from bench import __main__ as bench
from bench import hugo
from bench.measure import Measure

PAGE = """<!doctype html><html><head><title>The {{ toll }}</title></head><body class="md-main"><nav>Home</nav>
<article class="md-content__inner">
<h1 id="toll">The toll</h1>
<p>It is <a href="../other/#rise">four</a> crowns.</p>
</article><footer>Made by hand</footer></body></html>"""
COLD = Measure(8.0, 10.0, 100.0, 100.0, "")
# Does what Hugo does, as far as a count of pages tells.
STUB = """#!/bin/sh
while [ $# -gt 1 ]; do case $1 in --source) from=$2;; --destination) to=$2;; esac; shift; done
for page in "$from"/content/*.md; do
  where=$(sed -n '1s/.*"url": "\\([^"]*\\)".*/\\1/p' "$page")
  mkdir -p "$to$where" && cp "$from/layouts/_default/single.html" "$to${where}index.html"
done
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for address in ("", "briefs", "briefs/toll", "briefs/other"):
        (tmp_path / "site" / address).mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / address / "index.html").write_text(PAGE, "utf-8")
    return tmp_path


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "hugo-stub"
    path.write_text(STUB, "utf-8")
    path.chmod(0o755)
    return path


def test_the_text_of_each_page_is_given_to_hugo_with_our_frame(folder: Path) -> None:
    assert hugo.write(folder / "site", folder / "hugo") == 4
    texts = [path.read_text("utf-8") for path in sorted((folder / "hugo/content").iterdir())]
    assert [text.partition("\n")[0] for text in texts] == [
        '{"title": "The toll", "url": "/"}',
        '{"title": "The toll", "url": "/briefs/"}',
        '{"title": "The toll", "url": "/briefs/other/"}',
        '{"title": "The toll", "url": "/briefs/toll/"}',
    ]
    assert "# The toll {#toll}\n\nIt is [four](../other/#rise) crowns.\n" in texts[3]
    frame = (folder / "hugo/layouts/_default/single.html").read_text("utf-8")
    assert "<title>{{ .Title }}</title>" in frame
    assert '<article class="md-content__inner">{{ .Content }}</article><footer>Made by hand' in frame


def test_braces_of_a_page_are_no_part_of_the_layout_s_language() -> None:
    assert hugo.layout("<title>a</title><p>{{ x }}</p><article>b</article>") == (
        "<title>{{ .Title }}</title><p>{{ `{{` }} x }}</p><article>{{ .Content }}</article>"
    )


def test_hugo_is_timed_beside_the_cold_build(folder: Path, program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bench.compare_with_hugo(str(program), folder, COLD, 1)
    said = capsys.readouterr().out
    assert "\nHugo   " in said
    assert "cold build / Hugo: " in said


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (None, "\nHugo: skipped, as --hugo names none\n"),
        ("no/such/hugo", "\nHugo: skipped, there is no program no/such/hugo\n"),
    ],
)
def test_without_hugo_a_word_says_so(
    path: str | None, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bench.compare_with_hugo(path, folder, COLD, 1)
    assert capsys.readouterr().out == said


def test_other_pages_are_no_comparison(folder: Path, program: Path) -> None:
    program.write_text(STUB.replace("briefs", "").replace('mkdir -p "$to$where" &&', 'mkdir -p "$to" && where=/ &&'))
    with pytest.raises(SystemExit, match="does not have the same number of pages"):
        bench.compare_with_hugo(str(program), folder, COLD, 1)


def test_a_line_tells_seconds_cpu_and_its_share(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    calls: list[int] = []
    table = bench.Table(tmp_path, 1000.0)
    spin = "import time\nwhile time.process_time() < 0.2: pass\nprint('spun')"
    measure = table.time("a name", [sys.executable, "-c", spin], lambda: calls.append(1), 3)
    line = capsys.readouterr().out.splitlines()[-1].split()
    assert line[:2] == ["a", "name"]
    assert 0.2 <= float(line[2]) < 60
    assert 0.2 <= float(line[3]) < 60
    assert line[4] == "0.00"
    assert len(calls) == 3
    assert measure.output == "spun\n"


def test_pages_are_told_by_size(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "site/briefs/toll/index.html").write_text("x" * 10_000, "utf-8")
    bench.sizes(folder / "site")
    mean = (10_000 + 3 * len(PAGE)) / 4
    assert capsys.readouterr().out == (
        f"\n4 pages: {mean:,.0f} bytes in the mean, 10,000 in the largest, briefs/toll/index.html\n"
    )
