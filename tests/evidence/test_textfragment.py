from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.evidence.textfragment import archived_copy, begins_and_ends_with_words, text_fragment

PAGE = "https://paper.example/gull-rock"


def sought(quote: str) -> list[str]:
    """Return what a browser is told to look for, in its order."""
    fragment = text_fragment(PAGE, quote).partition(":~:")[2]
    return [unquote(one.removeprefix("text=")) for one in fragment.split("&")]


@pytest.mark.parametrize(
    ("quote", "tries"),
    [
        ("the fog signal should go", ["the fog signal should go"]),
        ("one two three four five six seven eight nine", ["one two three four five six seven eight nine"]),
        ("“Nobody asked us whether,”", ["Nobody asked us whether"]),
        ("rows 1,200 litres & more of oil", ["rows 1,200 litres & more of oil"]),
        ("мед не гіркий, а", ["мед не гіркий, а"]),
        # Signs that a page may have otherwise.
        ("rows litres of the oil-cake", ["rows litres of the oil-cake", "rows litres of the oil"]),
        ("her brother — a retired pilot", ["her brother — a retired pilot", "a retired pilot"]),
        ("the “Blue Hand” fair opens", ["the “Blue Hand” fair opens", "Blue Hand"]),
        ("let's reopen the old pier", ["let's reopen the old pier", "reopen the old pier"]),
        ("costs $5,000 or 20%, no more", ["costs $5,000 or 20%, no more", "5,000 or 20"]),
        ("п’ять вуликів об’єднали", ["п’ять вуликів об’єднали", "пʼять вуликів обʼєднали", "вуликів"]),
        ("обʼєкт – пʼять", ["обʼєкт – пʼять", "об'єкт – п'ять"]),
        ("a bed, the mayor's plan", ["a bed, the mayor's plan", "a bed, the"]),
        # Where words cannot be told, the whole quote and nothing less.
        ("茶叶比去年少了三成因为三月下雪", ["茶叶比去年少了三成因为三月下雪"]),
        ("?!", ["?!"]),
    ],
)
def test_a_browser_is_told_to_look_for_whole_words(quote: str, tries: list[str]) -> None:
    assert sought(quote) == list(dict.fromkeys(tries))


@pytest.mark.parametrize(
    ("text", "passage", "whole"),
    [
        ("la vie de l'eau", "eau", False),
        ("la vie de l'eau", "l'eau", True),
        ("the anti-war protests", "war protests", True),
        ("about пʼять рядків", "ять", False),
        ("河边的茶馆", "边的", True),
    ],
)
def test_where_a_word_begins_is_said_by_unicode(text: str, passage: str, whole: bool) -> None:
    start = text.index(passage)
    assert begins_and_ends_with_words(text, start, start + len(passage)) == whole


@pytest.mark.parametrize(
    ("url", "start"),
    [
        (f"{PAGE}#lamp", f"{PAGE}#lamp:~:text="),
        (f"{PAGE}#", f"{PAGE}#:~:text="),
        (f"{PAGE}?a=b", f"{PAGE}?a=b#:~:text="),
        (f"{PAGE}#:~:text=other", f"{PAGE}#:~:text="),
        (f"{PAGE}#lamp:~:text=other", f"{PAGE}#lamp:~:text="),
    ],
)
def test_a_fragment_joins_any_address(url: str, start: str) -> None:
    assert text_fragment(url, "the fog signal should go") == start + "the%20fog%20signal%20should%20go"


@given(st.text(st.characters(codec="utf-8"), max_size=80))
def test_nothing_in_a_quote_is_syntax(quote: str) -> None:
    address = text_fragment(PAGE, quote)
    assert address.isascii()
    for one in address.partition(":~:")[2].split("&"):
        assert one.startswith("text=")
        assert not set(one.removeprefix("text=")) & set("-,&#= \"'<>")


def test_an_archived_copy_is_looked_up() -> None:
    assert archived_copy(f"{PAGE}?a=b") == f"https://web.archive.org/web/2/{PAGE}?a=b"


@pytest.mark.parametrize("fragment", ["#lamp", "#!/news/812", "#/a?b=c"])
def test_what_stands_behind_a_hash_stays_with_an_archived_copy(fragment: str) -> None:
    assert archived_copy(PAGE + fragment) == f"https://web.archive.org/web/2/{PAGE}{fragment}"
    assert archived_copy(f"{PAGE}{fragment}:~:text=a") == f"https://web.archive.org/web/2/{PAGE}{fragment}"


@pytest.mark.parametrize(
    "url",
    [
        f"https://web.archive.org/web/20310514120000/{PAGE}",
        f"https://web.archive.org/web/2031/{PAGE}",
        f"https://web.archive.org/web/20310514120000id_/{PAGE}",
        f"https://web.archive.org/web/*/{PAGE}",
        f"https://arquivo.pt/wayback/20310514120000/{PAGE}",
        f"https://webarchive.example.gov/20310514120000/{PAGE}",
        "https://archive.ph/AbC12",
        "https://perma.cc/AB12-CD34",
    ],
)
def test_there_is_no_copy_of_a_copy(url: str) -> None:
    assert archived_copy(url) == ""


@pytest.mark.parametrize("url", [f"{PAGE}/2031/05/14/a", "https://archive.example/20310514/a", "https://www.is/a"])
def test_a_page_with_a_date_in_its_address_is_no_copy(url: str) -> None:
    assert archived_copy(url).endswith(url)


def test_no_password_is_handed_on() -> None:
    assert (
        archived_copy("https://me:secret@paper.example/a@b")
        == "https://web.archive.org/web/2/https://paper.example/a@b"
    )
