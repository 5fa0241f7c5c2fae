"""Other names: each once, marked by its letters, and none that is read anyway."""

from dossier.wording.spellings import other_names


def test_a_name_that_is_given_twice_is_shown_once() -> None:
    names = other_names("The Uplands", ["Highland", "Hill Land"], ["highland", "Нагорье", "Hill Land"])
    assert [name.text for name in names] == ["Highland", "Hill Land", "Нагорье"]
    assert [name.language for name in names] == ["", "", "und-Cyrl"]


def test_what_the_name_itself_says_in_whole_words_is_left_out() -> None:
    assert [name.text for name in other_names("Ada Brook", ["Brook", "brook", "Ada", "Broo", "Ada B."])] == [
        "Broo",
        "Ada B.",
    ]
