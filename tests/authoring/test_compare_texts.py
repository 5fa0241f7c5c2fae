"""A page held against an archived text: what stands, what reads otherwise, what is gone and what was added."""

from dossier.authoring.compare_texts import compare
from tests.authoring.newsroom import LANGUAGES, article

TEXT = (
    "Old ferry stays at the pier",
    "The council decided on Monday to keep the old ferry at the pier until the bridge has been paid for.",
    "Nobody in the region has been asked for money yet, the treasurer said.",
    "The vote was close.",
)


def test_a_text_stands_however_it_is_cut_and_set() -> None:
    whole = "OLD FERRY STAYS AT THE PIER", f"{TEXT[1]} {TEXT[2]}", "Advertisement", "“The vote was close.”"
    found = compare(TEXT, TEXT, whole, ())
    assert (found.missing, found.added, found.is_another) == ((), (), False)


def test_a_word_that_changed_is_shown_with_what_surrounds_it() -> None:
    page = [TEXT[0], TEXT[1].replace("Monday", "Tuesday"), *TEXT[2:]]
    (missing,) = compare(TEXT, page, page, ()).missing
    assert missing.paragraph == 2
    assert "Monday to keep" in missing.was
    assert "Tuesday to keep" in missing.now
    assert max(len(missing.was.split()), len(missing.now.split())) <= 12


def test_a_paragraph_that_is_gone_is_not_said_to_read_otherwise() -> None:
    page = [TEXT[0], TEXT[1], TEXT[3], "Something quite different stands here about the weather of the week."]
    found = compare(TEXT, page, page, ())
    assert [(one.paragraph, one.now) for one in found.missing] == [(3, "")]
    assert found.added == (page[3],)


def test_what_took_the_place_of_a_paragraph_is_no_addition() -> None:
    page = [*TEXT[:2], TEXT[2].replace("yet", "so far"), TEXT[3]]
    assert compare(TEXT, page, page, ()).added == ()


def test_half_a_word_is_no_word() -> None:
    page = ["The vote was closed."]
    assert [one.paragraph for one in compare(("The vote was close.",), page, page, ()).missing] == [1]


def test_another_page_is_known_as_one() -> None:
    page = ["Before you go on", "We store cookies on your device to show you advertising that fits."]
    assert compare(TEXT, page, page, ()).is_another
    assert not compare(
        TEXT[1:2], [TEXT[1].replace("Monday", "Tuesday")], [TEXT[1].replace("Monday", "Tuesday")], ()
    ).is_another


def test_one_changed_paragraph_is_found_in_every_language() -> None:
    for language in LANGUAGES:
        one = article(language, 7)
        page = list(one.whole)
        gone = page.pop(4)
        found = compare(one.whole, page, page, ())
        assert [each.paragraph for each in found.missing] == [5], (language, gone)
