"""A rendered page is cut at its tokens, and filled again with other values."""

import pytest

from dossier.frames.cut import FrameError, cut_frame, split_at_slots
from dossier.frames.slot import Slot, SlotValues, make_tokens
from tests.frames.folder import Heading

TOKENS = make_tokens(b"x")
BODY = f"<h1>{TOKENS[Slot.BODY]}</h1>"
EDIT = f'<a href="{TOKENS[Slot.EDIT]}">Edit</a> <a href="{TOKENS[Slot.VIEW]}">View</a>'


def entry(number: int, below: str = "") -> str:
    """Return an entry of the sample table of contents as a theme might write it."""
    return f'<li><a href="#{TOKENS[Slot.ID]}{number}">{TOKENS[Slot.HEADING]}{number}</a>{below}</li>'


TOC = f"<ul>{entry(0, f'<ol>{entry(1)}</ol>')}{entry(2)}</ul>"


def values(**changes: object) -> SlotValues:
    known = {"title": "Toll", "description": "About.", "address": "https://a.example/", "body": "<h1>Toll</h1>"}
    return SlotValues(**{**known, **changes})  # type: ignore[arg-type]


def test_text_is_cut_at_each_token_and_filled_again() -> None:
    text = split_at_slots(f"a{TOKENS[Slot.TITLE]}b{TOKENS[Slot.HEAD]}", TOKENS)
    assert (text.texts, text.slots) == (("a", "b", ""), (Slot.TITLE, Slot.HEAD))
    assert text.fill({Slot.TITLE: "1", Slot.HEAD: "2"}) == "a1b2"
    with pytest.raises(KeyError):
        text.fill({Slot.TITLE: "1"})


def test_the_heading_around_the_body_token_is_removed() -> None:
    frame = cut_frame(BODY, None, TOKENS, "./", [Slot.BODY])
    assert frame.fill(values()) == "<h1>Toll</h1>"


def test_a_missing_slot_is_an_error() -> None:
    with pytest.raises(FrameError, match="no place for the body"):
        cut_frame(f"<title>{TOKENS[Slot.TITLE]}</title>", None, TOKENS, "./", [Slot.TITLE, Slot.BODY])
    with pytest.raises(FrameError, match="no place for the title"):
        cut_frame(BODY + TOKENS[Slot.TITLE], BODY + TOC, TOKENS, "./", [Slot.TITLE])


@pytest.mark.parametrize("toc", [entry(0) + entry(1) + entry(2), entry(0, entry(1)), f"#{TOKENS[Slot.ID]}0"])
def test_a_table_of_contents_of_another_form_is_an_error(toc: str) -> None:
    with pytest.raises(FrameError, match="in a form that cannot be cut"):
        cut_frame(BODY, BODY + toc, TOKENS, "./", [Slot.BODY])


def test_a_missing_table_of_contents_is_an_error() -> None:
    with pytest.raises(FrameError, match="no place for a table of contents"):
        cut_frame(BODY, BODY, TOKENS, "./", [Slot.BODY])


def test_entries_are_written_as_in_the_sample_at_any_depth() -> None:
    frame = cut_frame(f"without {BODY}", f"{TOC}{TOC}", TOKENS, "./", [])
    toc = (Heading("a", "A & B", (Heading("b", "B", (Heading("c", "C"),)),)), Heading("d", "D"))
    c = '<li><a href="#c">C</a></li>'
    b = f'<li><a href="#b">B</a><ol>{c}</ol></li>'
    once = f'<ul><li><a href="#a">A &amp; B</a><ol>{b}</ol></li><li><a href="#d">D</a></li></ul>'
    assert frame.fill(values(toc=toc)) == once + once
    assert frame.fill(values()) == "without <h1>Toll</h1>"


def test_a_frame_without_a_table_of_contents_ignores_headings() -> None:
    frame = cut_frame(BODY, None, TOKENS, "./", [Slot.BODY])
    assert frame.fill(values(toc=(Heading("a", "A"),))) == "<h1>Toll</h1>"


def test_the_edit_buttons_are_written_only_with_an_address() -> None:
    frame = cut_frame(f"<p>{EDIT}</p>", None, TOKENS, "./", [])
    assert frame.fill(values()) == "<p></p>"
    filled = frame.fill(values(edit="https://a.example/edit/x?a&b"))
    assert filled == (
        '<p><a href="https://a.example/edit/x?a&amp;b">Edit</a> <a href="https://a.example/raw/x?a&amp;b">View</a></p>'
    )


def test_a_theme_without_edit_buttons_has_none() -> None:
    frame = cut_frame(BODY, None, TOKENS, "./", [])
    assert frame.edit is None
    assert frame.fill(values(edit="https://a.example/edit/x")) == "<h1>Toll</h1>"
