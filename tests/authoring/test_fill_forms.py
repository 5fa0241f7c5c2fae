"""Forms explain every field, and updates are added without changing anything else."""

from collections.abc import Callable
from datetime import date
from itertools import chain, repeat

import pytest
import yaml

from dossier.authoring import fill_forms
from dossier.problem import UserError

GIVEN = {
    "id": "20310506-abc234",
    "at": "2031-05-06T12:00:00+00:00",
    "kind": "new",
    "significance": "major",
    "note": "What: changed.",
}
ELEMENT = fill_forms.update(GIVEN)


def test_values_are_filled_in_and_uncommented() -> None:
    made = fill_forms.source({"title": "A: b", "leaning": "None known", "authors": ("Ada Holm",)}, "What it says.")
    front, _, body = made.removeprefix("---\n").partition("---\n")
    tree = yaml.safe_load(front)
    assert (tree["title"], tree["leaning"], tree["authors"]) == ("A: b", "None known", ["Ada Holm"])
    assert body == "What it says.\n"
    assert "#directness_note:" in front


def test_a_key_that_a_form_does_not_have_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill_forms.update({"heading": "x"})


def test_an_id_is_the_day_and_the_first_free_suffix() -> None:
    suffixes = chain(["aaa", "bbb"], repeat("ccc"))
    assert fill_forms.mint_id(date(2031, 5, 6), {"20310506-aaa"}, suffixes) == "20310506-bbb"


WITHOUT = "title: A\nclaims:\n  - id: x\n    note: |\n      updates: none\n"
NEXT = "after: {x: 1}\n"
FORMS: dict[str, str] = {
    "no updates": WITHOUT,
    "no line end": "title: A",
    "blank lines at the end": WITHOUT + "\n\n",
    "an empty key": WITHOUT + "updates:\n",
    "an empty key with a remark": WITHOUT + "updates: # none yet\n# a remark\n",
    "an empty list": WITHOUT + "updates: []\n",
    "an empty list with a remark": WITHOUT + "updates: []  # none yet\n",
    "an empty key in the middle": "updates:\n\n" + WITHOUT,
    "a quoted key": WITHOUT + '"updates":\n  - {id: one}\n',
    "one update": WITHOUT + "updates:\n  - id: one\n    note: x\n",
    "a remark behind": WITHOUT + "updates:\n  - id: one\n    # to be done\n\n# the end\n",
    "not indented": WITHOUT + "updates:\n- id: one\n  note: x\n",
    "indented by four": WITHOUT + "updates:\n    - id: one\n      note: x\n",
    "another key behind": WITHOUT + "updates:\n  - id: one\n    note: x\n\n# of the next\n" + NEXT,
    "a block of text at the end": WITHOUT + "updates:\n  - id: one\n    note: |\n      a\n\n      b\n" + NEXT,
    "a document end": WITHOUT + "updates:\n  - id: one\n...\n",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("ends", [lambda text: text, lambda text: text.replace("\n", "\r\n")], ids=["unix", "windows"])
def test_an_update_is_added_and_nothing_else_changes(text: str, ends: Callable[[str], str]) -> None:
    before = ends(text)
    after = fill_forms.append_update(before, ELEMENT)
    old, new = yaml.safe_load(before), yaml.safe_load(after)
    assert (old.pop("updates", None) or []) == new["updates"][:-1]
    added = new.pop("updates")[-1]
    assert (added["id"], added["note"]) == (GIVEN["id"], GIVEN["note"])
    assert old == new
    assert ("\r\n" in after) == ("\r\n" in before)
    assert after.replace("\r\n", "").count("\n") == (0 if "\r\n" in before else after.count("\n"))
    kept = [line for line in before.splitlines() if line.strip()]
    left = iter(after.splitlines())
    assert all(line in left or line.startswith("updates: [") for line in kept)


def test_a_second_update_comes_after_the_first() -> None:
    once = fill_forms.append_update(WITHOUT, ELEMENT)
    twice = fill_forms.append_update(once, fill_forms.update(GIVEN | {"id": "20310507-abc234"}))
    assert [update["id"] for update in yaml.safe_load(twice)["updates"]] == ["20310506-abc234", "20310507-abc234"]
    assert twice.startswith(once.rstrip("\n"))


def test_a_list_in_brackets_is_refused() -> None:
    with pytest.raises(UserError, match="brackets"):
        fill_forms.append_update("updates: [{id: one}]\n", ELEMENT)
