"""A report within the limits of GitHub: what is harmless is cut first, and what is cut is counted."""

import re

import pytest

from dossier.check.changes import COMMENT, ChangedFile, Report, as_markdown, as_text, compare, make_report
from tests import bridge

WHOLE = "`python build.py diff main`"


def report(*, changed: int = 0, added: int = 0, acting: int = 0, words: int = 12) -> Report:
    before = [bridge.claim(f"c{number:04}", text=f"Part {number}: the toll never rises.") for number in range(changed)]
    rest = " ".join(f"word{number}" for number in range(words))
    after = [
        bridge.claim(f"c{number:04}", text=f"Part {number}: the toll always rises, {rest}.")
        for number in range(changed)
    ]
    fresh = [bridge.claim(f"new-{number:04}") for number in range(added)]
    stay = bridge.claim("stays")
    base, head = (
        bridge.library(briefs={**bridge.BRIEFS, "toll-rise": bridge.brief([stay, *claims])})
        for claims in (before, [*after, *fresh])
    )
    files = [ChangedFile(f"tools/{number}.py", "new", "code") for number in range(acting)]
    return make_report(compare(base, head), files=files)


def test_a_report_with_room_is_whole() -> None:
    short = report(changed=20, added=20, acting=20)
    assert as_markdown(short, limit=COMMENT, whole=WHOLE) == as_markdown(short)


def test_the_harmless_is_cut_first_and_counted() -> None:
    shown = as_markdown(report(changed=40, added=1000, acting=40), limit=COMMENT, whole=WHOLE)
    assert len(shown.encode()) <= COMMENT
    assert all(f"Part {number}: the toll always rises" in shown for number in range(40))
    assert all(f"`tools/{number}.py`" in shown for number in range(40))
    named = len(re.findall(r"^- `toll-rise/new-", shown, re.MULTILINE))
    left_out = re.search(r"… and ([\d,]+) more", shown)
    assert left_out is not None
    assert 0 < named < 1000
    assert int(left_out[1].replace(",", "")) >= 1000 - named
    assert f"The whole: {WHOLE}." in shown
    assert "grave change" not in shown


@pytest.mark.parametrize("words", [1, 30])
def test_where_the_grave_alone_has_no_room_that_is_said_at_the_top(words: int) -> None:
    big = report(changed=900, acting=300, words=words)
    shown = as_markdown(big, limit=COMMENT, whole=WHOLE)
    assert len(shown.encode()) <= COMMENT
    top = shown[: shown.index("###")]
    assert re.search(r"\*\*[\d,]+ grave changes are not shown here in full: there is no room\.\*\*", top)
    assert WHOLE in top
    assert all(f"`tools/{number}.py`" in shown for number in range(300)), "files keep their part of the room"
    whole = as_text(big)
    assert all(f"Part {number}: the toll always rises" in whole for number in range(900))


@pytest.mark.parametrize("limit", [9_000, 20_000, COMMENT, 1 << 20])
@pytest.mark.parametrize(("changed", "added", "acting"), [(0, 3000, 0), (3000, 0, 0), (0, 0, 3000), (500, 500, 500)])
def test_no_report_passes_its_limit(limit: int, changed: int, added: int, acting: int) -> None:
    shown = as_markdown(report(changed=changed, added=added, acting=acting), limit=limit, whole=WHOLE)
    assert len(shown.encode()) <= limit
    assert shown.count("<details>") == shown.count("</details>")
    assert shown.count("```") % 2 == 0
