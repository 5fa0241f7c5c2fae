"""Words of a pull request in its own report: none of them can act, and none is cut or unseen."""

import re

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.check.changes import ChangedFile, as_markdown, as_text, compare, find_problems, make_report
from dossier.check.changes.fields import plain
from dossier.check.changes.markup import code
from tests import bridge
from tests.check.toll import LATER, TWO, library, toll

HOSTILE = [
    "@owner please merge #1 **now**",
    "<img src=x onerror=run()> <!-- hidden",
    "` out of the span `` and ``` more",
    "``` \n# A heading\n- [x] approved",
    "[click](https://evil.example) ![x](https://evil.example/x.png) https://evil.example",
    "</code></pre><script>run()</script>",
    "| a | b |\n|---|---|\n$`math`$ &lt;b&gt; \\` ~~gone~~",
    "`",
    "```",
    " `lead and trail` ",
]


def tokens(markdown: str) -> list[Token]:
    parsed = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown)
    return [inner for token in parsed for inner in (token, *(token.children or ()))]


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_a_pull_request_acts_in_its_own_report(words: str) -> None:
    line = " ".join(words.split())
    update = bridge.update(
        "x", LATER, kind="correction", claims=("rise", "cost"), note=words, before=words, after=words * 2, title=line
    )
    brief = toll(
        update,
        text=line,
        status="disputed",
        note=words,
        short=line[:60].strip() or "x",
        evidence=(bridge.evidence(quote=line, drift=bridge.drift(line)),),
    )
    extra = bridge.claim("more", text=line, evidence=(bridge.evidence(quote=line),))
    head = library(brief.model_copy(update={"claims": (*brief.claims, extra)}))
    before = library(toll(evidence=(*TWO, bridge.evidence(quote=line, paragraph=7))))
    changes = compare(before, head)
    files = [ChangedFile(words, "new", kind) for kind in ("hook", "harmless")]
    report = make_report(changes, find_problems(changes), files)
    assert not any(shown.startswith(("::", "##[")) for shown in as_text(report).splitlines())
    found = tokens(as_markdown(report, lambda at: "https://code.example/x"))
    folds = {token.content for token in found if token.type == "html_block"}
    assert all(re.fullmatch(r"<details><summary>[A-Za-z, ]+ \(\d+\)</summary>\n|</details>\n?", fold) for fold in folds)
    harmless = {"code_inline", "fence", "text", "inline", "softbreak", "html_block"}
    harmless |= {
        f"{name}_{way}"
        for name in ("heading", "paragraph", "bullet_list", "list_item", "strong", "link")
        for way in ("open", "close")
    }
    assert {token.type for token in found} <= harmless
    assert {token.attrs.get("href") for token in found if token.type == "link_open"} == {"https://code.example/x"}
    plain = " ".join(token.content for token in found if token.type == "text")
    for sign in ("@", "<", "#", "evil", "approved", "$", "~"):
        assert sign not in plain
    assert any(line in token.content for token in found if token.type in ("code_inline", "fence"))


@pytest.mark.parametrize("text", ["plain", "`", "a``b", " ` ", "``` fence ```", "ends with `", "", "x" * 500])
def test_a_code_span_is_one_text_and_nothing_else(text: str) -> None:
    (_, inline, *_) = MarkdownIt("commonmark").parse(code(text))
    assert inline.children is not None
    assert [token.type for token in inline.children] == ["code_inline"]
    wanted = " ".join(text.split()) or "∅"
    assert inline.children[0].content == wanted


def test_values_are_whole() -> None:
    assert plain(()) == plain(None) == ""
    assert plain(tuple("abc" * 9)) == ", ".join("abc" * 9)
    assert plain(TWO[0]).startswith("source: gazette-toll; paragraph: 2; quote: ")


def test_what_cannot_be_seen_is_spelled_out() -> None:
    assert code("a\u202eb\u200bc\x07d\ue000") == "`a<U+202E>b<U+200B>c<U+0007>d<U+E000>`"
    assert code("Елорі 橋 é") == "`Елорі 橋 é`"
    assert code("one\n\ntwo") == "`one ⏎ ⏎ two`"
