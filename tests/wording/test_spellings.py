"""Other names: each once, marked by its letters, and none that is read anyway."""

from dossier.wording.spellings import alphabetical, other_names


def test_a_name_that_is_given_twice_is_shown_once() -> None:
    names = other_names("The Uplands", ["Highland", "Hill Land"], ["highland", "Нагорье", "Hill Land"])
    assert [name.text for name in names] == ["Highland", "Hill Land", "Нагорье"]
    assert [name.language for name in names] == ["", "", "und-Cyrl"]


def test_what_the_name_itself_says_in_whole_words_is_left_out() -> None:
    assert [name.text for name in other_names("Ada Brook", ["Brook", "brook", "Ada", "Broo", "Ada B."])] == [
        "Broo",
        "Ada B.",
    ]


def test_names_stand_in_the_order_of_their_alphabet() -> None:
    names = ["Zoll", "ärzte", "Ämter", "Bahn", "Abgaben", "Straße", "Strass", "Éole", "Eon"]
    ordered = ["Abgaben", "Ämter", "ärzte", "Bahn", "Éole", "Eon", "Strass", "Straße", "Zoll"]
    assert sorted(names, key=alphabetical) == ordered
    ukrainian = ["Газ", "Ґанок", "Дім", "Енергія", "Єдність", "Жито", "Ибис", "Іван", "Їжак", "Йод", "Кіт", "Яма"]
    assert sorted(ukrainian, key=alphabetical) == ukrainian
