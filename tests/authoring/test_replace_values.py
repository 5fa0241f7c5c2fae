"""A value is replaced where it stands, however it is written, and its comment stays."""

import pytest
import yaml

from dossier.authoring.replace_values import replace_values

LONG = "It is said of the quay " * 6 + "again."


@pytest.mark.parametrize("new", ["Plain.", "With: a colon", LONG, 'He said "no" # twice'])
@pytest.mark.parametrize(
    "old",
    [
        "old words",
        "old words # remark",
        "'old' # remark",
        '"old: words"',
        ">-\n      old\n      words",
        "> # remark\n      old\n\n      words\n",
        "|2-\n      old\n    # remark",
        "old words\n      over two lines",
        "\n      old words",
    ],
)
def test_all_else_stays(old: str, new: str) -> None:
    text = f"# top\nclaims:\n  - id: a\n    text: {old}\n    kind: x  # kind\n  # behind\n  - {{id: b}}\n"
    made = replace_values(text, "x.yaml", {("claims", 0, "text"): new})
    assert yaml.safe_load(made) == {"claims": [{"id": "a", "text": new, "kind": "x"}, {"id": "b"}]}
    for remark in ("# top", "# kind", "# behind", *(["# remark"] if "# remark" in old else [])):
        assert made.count(remark) == 1
    before, after = text.partition(old)[::2]
    assert made.startswith(before)
    assert made.endswith(after)


def test_several_values_are_replaced_at_once() -> None:
    text = "a: one\nb: [two, three]\n"
    assert replace_values(text, "x.yaml", {("a",): "1st", ("b", 1): "3rd"}) == "a: 1st\nb: [two, 3rd]\n"


def test_a_value_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        replace_values("a: one\n", "x.yaml", {("b",): "x"})
