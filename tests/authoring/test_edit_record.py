"""Single keys changed in records that people wrote, and every other letter left as it is."""

import pytest

from dossier.authoring.edit_record import with_keys
from dossier.problem import UserError

RECORD = """---
# A remark on top.
title: "A bench: for the quay"   # and one behind

refreshed: {date: 2031-05-01, result: changed, missing: [2]}
left_out:
- paragraphs: [1]
  reason: Title
rights: link-only	# as ever
---

Our abstract: with a colon.

---
A rule in it.
"""
LINES = {"refreshed": ["refreshed:", "  date: 2031-06-01", "  result: unchanged"]}


def test_a_key_is_replaced_where_it_stands() -> None:
    made = with_keys(RECORD, "a.md", LINES)
    old = "refreshed: {date: 2031-05-01, result: changed, missing: [2]}\n"
    assert made == RECORD.replace(old, "refreshed:\n  date: 2031-06-01\n  result: unchanged\n")
    assert with_keys(made, "a.md", LINES) == made


def test_a_key_that_is_not_there_comes_last() -> None:
    record = RECORD.replace("refreshed: {date: 2031-05-01, result: changed, missing: [2]}\n", "")
    made = with_keys(record, "a.md", LINES)
    assert made == record.replace("as ever\n---", "as ever\nrefreshed:\n  date: 2031-06-01\n  result: unchanged\n---")


def test_a_list_at_the_left_edge_belongs_to_its_key() -> None:
    made = with_keys(RECORD, "a.md", {"left_out": []})
    assert made == RECORD.replace("left_out:\n- paragraphs: [1]\n  reason: Title\n", "")


def test_other_line_ends_stay() -> None:
    windows = RECORD.replace("\n", "\r\n")
    assert with_keys(windows, "a.md", LINES) == with_keys(RECORD, "a.md", LINES).replace("\n", "\r\n")


@pytest.mark.parametrize(
    "record",
    [
        "---\n{title: A, rights: link-only}\n---\nText.\n",
        "title: A\n",
        "---\ntitle: A\n",
        '---\ntitle: A\n"refreshed": |\n  x\n refreshed: y\n---\nText.\n',
    ],
)
def test_what_would_be_disturbed_is_refused(record: str) -> None:
    with pytest.raises(UserError, match=r"a\.md"):
        with_keys(record, "a.md", LINES)
