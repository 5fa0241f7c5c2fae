"""Counts, lists and values in messages for contributors."""

from dossier.wording import english


def test_counts_have_their_singular() -> None:
    counts = [english.count(number, "origin") for number in (0, 1, 2, 1200)]
    assert counts == ["0 origins", "1 origin", "2 origins", "1,200 origins"]
    assert english.count(2, "reply", "replies") == "2 replies"


def test_lists_of_words() -> None:
    assert [english.listed("abc"[:n]) for n in range(4)] == ["", "a", "a and b", "a, b and c"]
    assert english.listed("abc", "or") == "a, b or c"


def test_a_value_is_shown_on_one_line_and_cut_to_its_length() -> None:
    assert english.cut("one\n two", 7) == "one two"
    assert english.cut("one two three", 7) == "one tw…"
    assert [len(english.cut("x" * length)) for length in (59, 60, 61)] == [59, 60, 60]
