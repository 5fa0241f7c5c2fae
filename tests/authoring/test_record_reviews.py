"""`review` writes who has read which claims and leaves everything else in the file; what is due is listed."""

from datetime import date
from pathlib import Path

import pytest

from dossier.authoring.record_reviews import due, named_claims, record_reviews
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError
from tests.moves import moved
from tests.reviews import review
from tests.world import World, claim

FILE = "briefings/reviews.yaml"
DAY = date(2031, 3, 7)


def world() -> World:
    made = World()
    made.brief("spring", claim("a"), claim("b", text="The guild says no.", party="guild"))
    made.brief("summer", claim("c", "The mill says yes.", party="mill"), moved("old", "spring/a"))
    return made


def written(made: World, folder: Path, reviews: str | None = None) -> Loaded:
    root = made.write(folder / "dossier")
    if reviews is not None:
        (root / FILE).write_text(reviews, "utf-8")
    return load(root)


def recorded(loaded: Loaded, *claim_ids: str, by: str = "Ada Brook", on: date = DAY) -> Loaded:
    (loaded.root / FILE).write_bytes(record_reviews(loaded, claim_ids, by, on))
    return load(loaded.root)


def text(loaded: Loaded) -> str:
    return (loaded.root / FILE).read_text("utf-8")


def test_the_first_review_makes_the_file(tmp_path: Path) -> None:
    loaded = recorded(written(world(), tmp_path), "spring/a", "spring/b")
    digests = [loaded.library.claims[one].reading_digest for one in ("spring/a", "spring/b")]
    assert text(loaded) == (
        "# yaml-language-server: $schema=../schema/reviews.json\n"
        "# Who has held which claim against its sources. `python build.py review` writes it.\n"
        "reviews:\n"
        "  - claim: spring/a\n    by: Ada Brook\n    on: 2031-03-07\n"
        f"    digest: {digests[0]}\n"
        "  - claim: spring/b\n    by: Ada Brook\n    on: 2031-03-07\n"
        f"    digest: {digests[1]}\n"
    )
    assert loaded.problems == ()


@pytest.mark.parametrize("empty", ["reviews: []\n", "# None yet.\nreviews: [] # none\n"])
def test_an_empty_list_is_filled(empty: str, tmp_path: Path) -> None:
    loaded = recorded(written(world(), tmp_path, empty), "spring/a")
    assert list(loaded.library.reviews) == ["spring/a"]
    assert loaded.problems == ()
    assert text(loaded).startswith(empty.partition("reviews")[0])


def test_a_review_is_replaced_in_its_place_and_comments_stay(tmp_path: Path) -> None:
    made = world()
    digest = made.library().claims["summer/c"].reading_digest
    before = (
        "# Kept.\n"
        "reviews:\n"
        "# The first.\n"
        "- claim: spring/a # moved once\n"
        "  by: 'Una Reed'\n"
        "  on: 2031-03-05\n"
        f"  digest: {'0' * 64}\n"
        "\n"
        "- claim: summer/c\n"
        '  by: "Una Reed" # by telephone\n'
        "  on: 2031-03-05\n"
        f"  digest: {digest}\n"
    )
    loaded = recorded(written(made, tmp_path, before), "spring/a", "spring/b")
    now = loaded.library.claims
    assert text(loaded) == before.replace("0" * 64, now["spring/a"].reading_digest).replace(
        "'Una Reed'\n  on: 2031-03-05", "'Ada Brook'\n  on: 2031-03-07"
    ) + (f"\n- claim: spring/b\n  by: Ada Brook\n  on: 2031-03-07\n  digest: {now['spring/b'].reading_digest}\n")
    assert loaded.problems == ()


def test_a_review_under_a_former_id_is_replaced_too(tmp_path: Path) -> None:
    made = world()
    review(made, "summer/old", "Una Reed")
    loaded = recorded(written(made, tmp_path), "spring/a")
    assert [(one.claim, one.by) for one in loaded.library.corpus.reviews] == [("spring/a", "Ada Brook")]


def test_what_was_read_already_is_recorded_as_it_was(tmp_path: Path) -> None:
    loaded = recorded(written(world(), tmp_path), "spring/a")
    before = text(loaded)
    assert text(recorded(loaded, "spring/a")) == before


@pytest.mark.parametrize("name", ["Ada\nBrook", " ", "A" * 301, "Ada\x07", "Ada\u202eBrook"])
def test_what_is_no_name_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError):
        recorded(written(world(), tmp_path), "spring/a", by=name)
    assert not (tmp_path / "dossier" / FILE).exists()


@pytest.mark.parametrize("name", ["Yes", "2031", "Ada: Brook", "#ada", "Ada “B” Brook"])
def test_a_name_that_yaml_could_mistake_is_read_back(name: str, tmp_path: Path) -> None:
    assert recorded(written(world(), tmp_path), "spring/a", by=name).library.reviews["spring/a"].by == name


def test_nothing_is_recorded_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    loaded = written(world(), tmp_path, "reviews: 3\n")
    with pytest.raises(UserError, match="has errors"):
        recorded(loaded, "spring/a")


def test_claims_are_named_by_their_ids_of_today_or_before_or_by_their_brief() -> None:
    library = world().library()
    assert named_claims(library, ["summer/old", "spring", "spring/b"]) == ["spring/a", "spring/b"]
    with pytest.raises(UserError, match='there is no claim or brief "sprin/a"') as caught:
        named_claims(library, ["sprin/a"])
    assert caught.value.hint == 'did you mean "spring/a"?'


def test_what_is_due_is_what_nobody_has_read_what_changed_and_what_is_past_its_date() -> None:
    made = world()
    made.topic("trams", "Trams", review_by="2031-03")
    made.topic("rent", "Rent", review_by="2031-04")
    made.state_of_play(("It is so.", ["spring/a"]), review_by="2031-03-31")
    review(made, "summer/old")
    review(made, "spring/b", on="2031-04-02")
    made.briefs["spring"]["claims"][0]["text"] = "Other words."
    found = due(made.library(), date(2031, 4, 1))
    assert found.unread == ("summer/c",)
    assert [(claim_id, one.by) for claim_id, one in found.stale] == [("spring/a", "Ada Brook")]
    assert [claim_id for claim_id, _ in found.ahead] == ["spring/b"]
    assert found.overdue == (("overview", "", "2031-03-31"), ("topic", "trams", "2031-03"))
    # On its very day, or within its month, nothing is overdue.
    assert due(made.library(), date(2031, 3, 31)).overdue == ()
