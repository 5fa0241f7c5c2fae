"""Published style sheets and scripts say the same as written ones, in fewer bytes."""

import pytest

from dossier.pipeline.minify import lean
from tests.architecture.module_rules import ROOT


def styles(text: str) -> str:
    return lean("assets/a.css", text.encode()).decode()


def script(text: str) -> str:
    return lean("assets/a.js", text.encode()).decode()


def test_comments_and_indents_go() -> None:
    assert styles("/* Why. */\na {\n  color: red; /* and\n  so on */\n\n}\n") == "a {\ncolor: red;\n}"
    assert script('"use strict";\n/* What.\n   Why. */\n(() => {\n  // Because.\n  go(); // now\n})();\n') == (
        '"use strict";\n(() => {\ngo(); // now\n})();'
    )


@pytest.mark.parametrize(
    "text", ['a { content: "/* no */  x" }', "a { content: '\\'/*' } b { c: '*/' }", "a{b:url(/*)}"]
)
def test_what_only_looks_like_a_comment_stays_in_styles(text: str) -> None:
    assert styles(text) == text


@pytest.mark.parametrize("text", ["a = `\n  // no\n`;\n", 'a = "x\\\n  // no";\n', 'a = "http://x"; b = /\\/*/;\n'])
def test_what_only_looks_like_a_comment_stays_in_scripts(text: str) -> None:
    assert script(text).strip() == text.strip()


def test_other_files_are_left_alone() -> None:
    assert lean("assets/a.svg", b"<svg>\n  <!-- x -->\n</svg>\n") == b"<svg>\n  <!-- x -->\n</svg>\n"


def test_our_own_files_do_get_smaller() -> None:
    files = [file for folder in ("assets", "frame/assets") for file in (ROOT / "templates" / folder).iterdir()]
    written = [file for file in files if file.suffix in {".css", ".js"}]
    assert len(written) >= 4
    for file in written:
        assert len(lean(file.name, file.read_bytes())) < 0.95 * file.stat().st_size, file.name
