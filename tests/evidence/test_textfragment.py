from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.evidence.textfragment import archived_copy, text_fragment

PAGE = "https://paper.example/gull-rock"


@pytest.mark.parametrize(
    ("quote", "fragment"),
    [
        ("the fog signal should go", "the%20fog%20signal%20should%20go"),
        ("rows 1,200 litres & more of oil-cake", "rows%201%2C200%20litres%20%26%20more%20of%20oil%2Dcake"),
        ("one two three four five six seven eight nine", "one%20two%20three%20four%20five%20six%20seven%20eight"),
        ("“Nobody asked us whether,”", "Nobody%20asked%20us%20whether"),
        ("her brother — a retired pilot who rows", "a%20retired%20pilot%20who%20rows"),
        ("the “Blue Hand” fair", "the%20%E2%80%9CBlue%20Hand%E2%80%9D%20fair"),
        ("мед не гіркий, а", "%D0%BC%D0%B5%D0%B4%20%D0%BD%D0%B5%20%D0%B3%D1%96%D1%80%D0%BA%D0%B8%D0%B9%2C%20%D0%B0"),
        ("costs $5,000 or 20%, no more", "costs%20%245%2C000%20or%2020%25%2C%20no%20more"),
    ],
)
def test_a_fragment_is_a_few_encoded_words(quote: str, fragment: str) -> None:
    assert text_fragment(PAGE, quote) == f"{PAGE}#:~:text={fragment}"


def test_a_script_without_spaces_is_shortened_too() -> None:
    assert unquote(text_fragment(PAGE, "茶叶比去年少了三成因为三月下雪")) == f"{PAGE}#:~:text=茶叶比去年少了三"


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
    assert not set(address.partition(":~:text=")[2]) & set("-,&#= \"'<>")


def test_an_archived_copy_is_looked_up() -> None:
    assert archived_copy(f"{PAGE}?a=b#lamp") == f"https://web.archive.org/web/2/{PAGE}?a=b"
