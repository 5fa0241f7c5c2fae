"""Every way to get a number, or a range of paragraphs, wrong: its code, its place and the words in which it is told."""

import pytest

from tests.binding.samples import Case, tell

BAD: dict[str, Case] = {
    "word for a number": (
        "brief",
        "paragraph: 3",
        "paragraph: three",
        "not-a-number",
        22,
        20,
        25,
        "a whole number in digits",
    ),
    "sign before a number": ("brief", "paragraph: 3", "paragraph: ¶3", "not-a-number", 22, 20, 22, "write 3"),
    "range that runs backwards": (
        "source",
        "[1, 2]",
        "[1, 4-2]",
        "not-a-number",
        17,
        21,
        24,
        'element 2 of "paragraphs" of left_out 1 is "4-2", which runs backwards; write "2-4"',
    ),
    "words for paragraphs": (
        "source",
        "[1, 2]",
        "[1, ¶2]",
        "not-a-number",
        17,
        21,
        23,
        "but the number of a paragraph is wanted, or a range such as 4-11; write 2",
    ),
    "left-out paragraph nought": (
        "source",
        "[1, 2]",
        "[0, 2]",
        "number-too-small",
        17,
        18,
        19,
        "paragraphs are counted from 1",
    ),
    "more paragraphs than any text has": (
        "source",
        "[1, 2]",
        "[1-99999, 2-99999]",
        "list-too-long",
        16,
        1,
        9,
        "names more than 100,000 paragraphs",
    ),
    "two paragraphs for one": (
        "brief",
        "paragraph: 3",
        "paragraph: 3–4",
        "not-a-number",
        22,
        20,
        23,
        "write the one that the quote stands in; what stands in two is two pieces of evidence",
    ),
    "point in a number": ("topic", "order: 1", "order: 1.0", "not-a-number", 13, 8, 11, ""),
    "underscore in a number": ("topic", "order: 1", "order: 1_0", "not-a-number", 13, 8, 11, ""),
    "paragraph nought": (
        "brief",
        "paragraph: 3",
        "paragraph: 0",
        "number-too-small",
        22,
        20,
        21,
        "paragraphs are counted from 1",
    ),
}


@pytest.mark.parametrize("case", BAD.values(), ids=BAD)
def test_each_mismatch_has_its_code_place_and_words(case: Case) -> None:
    assert tell(case) == case[3:7]
