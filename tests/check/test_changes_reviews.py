"""A change of reviews is told among what readers are told, where they are shown; a forged digest is seen."""

from dossier.check.changes import Changes, as_text, compare, find_problems, make_report
from tests import seam
from tests.moves import moved
from tests.reviews import review
from tests.world import World, claim


def world(reviews: str = "shown") -> World:
    made = World(reviews=reviews)
    made.brief("spring", claim("a"), claim("b", "The guild says no.", party="guild"))
    made.brief("summer", claim("c", "The mill says yes.", party="mill"))
    return made


def changes(base: World, head: World) -> Changes:
    return compare(base.library(), head.library())


def lines(base: World, head: World, grade: str = "told") -> list[str]:
    found = changes(base, head)
    told, _, rest = as_text(make_report(found, find_problems(found))).partition("\nALL ELSE\n")
    part = told if grade == "told" else rest
    return [line.removeprefix("- ") for line in part.splitlines() if "read by" in line]


def test_new_reviews_by_one_person_on_one_day_are_one_line() -> None:
    head = world()
    for one in ("spring/a", "spring/b"):
        review(head, one)
    review(head, "summer/c", "Una Reed")
    assert lines(world(), head) == [
        'New review: read by "Ada Brook" on 2031-03-05, 2 claims: "spring/a, spring/b"',
        'New review: read by "Una Reed" on 2031-03-05, 1 claim: "summer/c"',
    ]
    assert not changes(world(), head).is_empty


def test_a_review_that_fits_no_claim_as_it_is_says_so() -> None:
    head = world()
    review(head, "spring/a", digest="0" * 64)
    (told,) = lines(world(), head)
    assert 'does not fit the claim as it is, 1 claim: "spring/a"' in told


def test_a_digest_that_alone_changed_is_told_apart() -> None:
    base, head = world(), world()
    review(base, "spring/a")
    head.briefs["spring"]["claims"][0]["text"] = "The city says otherwise."
    review(head, "spring/a")
    (told,) = lines(base, head)
    assert told == 'Digest changed, person and day did not: read by "Ada Brook" on 2031-03-05, 1 claim: "spring/a"'


def test_another_person_and_a_review_that_is_gone_are_told() -> None:
    base, head = world(), world()
    for one in ("spring/a", "spring/b"):
        review(base, one)
    review(head, "spring/a", "Una Reed", "2031-03-09")
    assert lines(base, head) == [
        'Review changed: read by "Ada Brook" on 2031-03-05 → read by "Una Reed" on 2031-03-09, 1 claim: "spring/a"',
        'Review gone: read by "Ada Brook" on 2031-03-05, 1 claim: "spring/b"',
    ]


def test_where_reviews_are_not_shown_their_changes_come_last() -> None:
    head = world("off")
    review(head, "spring/a")
    assert lines(world("off"), head) == []
    assert len(lines(world("off"), head, "rest")) == 1


def test_a_review_of_a_claim_that_moved_is_the_same() -> None:
    base, head = world(), world()
    review(base, "spring/a")
    head.reviews = list(base.reviews)
    one = head.briefs["spring"]["claims"][0]
    head.briefs["spring"]["claims"][0] = moved("a", "summer/a")
    head.briefs["summer"]["claims"].append(one)
    assert changes(base, head).reviews == ()
    head.reviews = [{**base.reviews[0], "claim": "summer/a"}]
    assert changes(base, head).reviews == ()


def test_reviews_that_cannot_be_read_are_not_compared_and_not_gone() -> None:
    base = world()
    review(base, "spring/a")
    kept = [one for one in seam.readings(base.trees()) if one.kind != "review"]
    head = seam.linked(base.settings, [*kept, seam.Reading("review", "", seam.REVIEWS, None)])
    found = compare(base.library(), head)
    assert found.reviews == ()
    assert [one.file for one in found.unread] == [seam.REVIEWS]
