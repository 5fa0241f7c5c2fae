"""Texts taken out of what people have: as many paragraphs as a person would count, and the rest told."""

import random
import textwrap
from base64 import encodebytes
from collections.abc import Callable

import pytest

from dossier.authoring.extraction import Extracted, extract
from dossier.problem import UserError
from tests.authoring import printers
from tests.authoring.newsroom import LANGUAGES, Article, article, counted, sentences

ENOUGH = 0.95
PRINTED: dict[str, Callable[[Article], bytes]] = {
    "wrapped at 60": lambda one: printers.wrapped(one, 60).encode(),
    "wrapped at 72": lambda one: printers.wrapped(one).encode(),
    "wrapped at 90": lambda one: printers.wrapped(one, 90).encode(),
    "wrapped, CRLF": lambda one: printers.wrapped(one).replace("\n", "\r\n").encode(),
    "wrapped, UTF-16": lambda one: printers.wrapped(one).encode("utf-16"),
    "indented": lambda one: printers.wrapped(one, 74, gap="\n", indent="    ").encode(),
    "a paragraph a line": lambda one: "\n".join(one.whole).encode(),
    "blank lines between": lambda one: "\n\n".join(one.whole).encode(),
    "mail, quoted-printable": printers.mail,
    "mail, base64": lambda one: printers.mail(one, encoding="base64"),
    "mail, a page": lambda one: printers.mail(one, as_page=True),
    "Markdown": lambda one: printers.markdown(one).encode(),
    "Markdown, wrapped": lambda one: printers.markdown(one, 70).encode(),
}


def taken(raw: bytes | str, name: str = "text.txt") -> Extracted:
    return extract(raw.encode() if isinstance(raw, str) else raw, name)


def said(found: Extracted, number: int = 0) -> str:
    return " / ".join(doubt.words for doubt in found.doubts if doubt.paragraph == number)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", printers.PAGES, ids=lambda page: page.__name__)
def test_a_page_has_the_paragraphs_that_a_person_counts(page: Callable[[Article], str], language: str) -> None:
    for seed in (1, 2):
        one = article(language, seed)
        found = taken(page(one))
        assert found.kind == "html"
        assert counted(found.paragraphs, one.whole) >= ENOUGH
        doubted = {doubt.paragraph for doubt in found.doubts}
        stray = [
            text for number, text in enumerate(found.paragraphs, 1) if text not in one.whole and number not in doubted
        ]
        assert stray == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("how", PRINTED)
def test_a_text_has_the_paragraphs_that_a_person_counts(how: str, language: str) -> None:
    one = article(language, len(how))
    found = taken(PRINTED[how](one))
    assert counted(found.paragraphs, one.whole) >= ENOUGH
    assert len(found.paragraphs) == len(one.whole)


def test_a_transcript_of_twelve_thousand_words_has_a_paragraph_a_turn() -> None:
    chance, pool = random.Random(3), sentences("en")
    turns = [
        f"{chance.choice(('CHAIR', 'TREASURER', 'MR OF THE YARD'))}: {' '.join(chance.sample(pool, chance.randint(1, 6)))}"
        for _ in range(240)
    ]
    assert sum(len(turn.split()) for turn in turns) > 12_000
    for text in ("\n".join(turns), "\n\n".join(textwrap.fill(turn, 80) for turn in turns)):
        assert list(taken(text).paragraphs) == turns
    wrapped = taken("\n".join(textwrap.fill(turn, 80) for turn in turns))
    assert counted(wrapped.paragraphs, tuple(turns)) >= ENOUGH
    assert "where one ends is a guess" in said(wrapped)


def test_where_nothing_tells_paragraphs_apart_that_is_said() -> None:
    one = article("en", 4)
    found = taken(printers.wrapped(one, 72, gap="\n"))
    assert counted(found.paragraphs, one.whole) >= 0.8
    assert "where one ends is a guess" in said(found)


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("The port has begun nego-\ntiations with the yard, and\nsees an agree-\nment soon.\n", 1),
        ("The port has begun negotia- tions with the yard.\n", 1),
        ("The port has begun nego\u00adtiations with the yard.\n", 1),
        ("The port has begun nego\u00ac\ntiations with the yard.\n", 1),
        ("The port has begun nego\u00ac tiations with the yard.\n", 1),
    ],
)
def test_a_word_that_was_cut_is_put_together(text: str, paragraphs: int) -> None:
    found = taken(text)
    assert "begun negotiations with the yard" in found.paragraphs[0]
    assert len(found.paragraphs) == paragraphs


@pytest.mark.parametrize(
    "kept", ["two- and three-year terms are on offer", "Vor- und Nachteile der Brücke", "a city - or a town - of boats"]
)
def test_a_hyphen_that_belongs_there_stays(kept: str) -> None:
    assert taken(f"They say: {kept}.\n").paragraphs == (f"They say: {kept}.",)


def test_a_hyphen_stays_where_the_text_has_the_word_with_it() -> None:
    text = "The anti-ice paint is dear, and so the office wants to buy no anti-\nice paint before the spring comes.\n"
    assert "no anti-ice paint" in taken(text).paragraphs[0]


def test_a_list_and_a_poem_stay_apart() -> None:
    text = "What the ferry carries:\n- boxes of fish\n- the mail\n- people who work in the yards\n"
    assert len(taken(text).paragraphs) == 4


@pytest.mark.parametrize(
    ("encoding", "language"),
    [("cp1252", "de"), ("cp1251", "uk"), ("cp1256", "ar"), ("gb18030", "zh")],
)
def test_an_encoding_is_found_and_called_a_guess(encoding: str, language: str) -> None:
    one = article(language)
    raw = "\n".join(one.whole).replace("\u2019", "'").encode(encoding)
    found = taken(raw)
    assert found.paragraphs == one.whole
    assert "which is a guess" in said(found)
    named = extract(raw, "text.txt", encoding=encoding)
    assert (named.paragraphs, named.doubts) == (one.whole, ())


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("koi8-u", "Міст відкриють у травні"),
        ("koi8-r", "Мост откроют в мае"),
        ("cp866", "Мост откроют в мае"),
        ("iso8859-5", "Міст відкриють у травні"),
        ("mac-roman", "Der Stadtrat öffnet die Brücke für alle Fußgänger."),
        ("cp850", "Der Stadtrat öffnet die Brücke für alle Fußgänger."),
        ("iso8859-2", "Rada miasta otworzy most w środę, mówi burmistrz Łodzi."),
        ("cp1254", "Belediye köprüyü çarşamba günü açmaya karar verdi."),
        ("cp1257", "Miesto taryba trečiadienį nusprendė atidaryti tiltą."),
        ("cp932", "市議会は水曜日、この春に橋を開くことを決めた。"),
        ("iso2022_jp", "市議会は水曜日、この春に橋を開くことを決めた。"),
        ("euc_kr", "시의회는 수요일 올봄에 다리를 열기로 결정했다."),
        ("utf-16-le", "The council opens the bridge in May."),
        ("utf-16-be", "Міст відкриють у травні"),
    ],
)
def test_one_sentence_is_enough_to_find_an_encoding(encoding: str, text: str) -> None:
    found = taken(text.encode(encoding))
    assert found.paragraphs == (text,)
    assert "which is a guess" in said(found)


def test_signs_that_are_also_escape_codes_leave_a_text_in_utf_8() -> None:
    found = taken("The café ~{by the pier} stays open.\n")
    assert (found.encoding, found.paragraphs, found.doubts) == ("utf-8", ("The café ~{by the pier} stays open.",), ())


def test_a_stated_encoding_is_no_guess() -> None:
    one = article("uk")
    page = printers.plain_page(one).replace('charset="utf-8"', 'charset="windows-1251"')
    found = taken(page.encode("cp1251"))
    assert (found.encoding, counted(found.paragraphs, one.whole), said(found)) == ("cp1251", 1, "")
    sent = extract("\n".join(one.whole).encode("cp1251"), "text", charset="windows-1251")
    assert (sent.encoding, sent.paragraphs, sent.doubts) == ("cp1251", one.whole, ())


def test_text_that_was_decoded_wrongly_before_is_named() -> None:
    damaged = "The mayor said it wasn\u2019t her bridge.\nCaf\u00e9 owners.\n".encode().decode("cp1252")
    assert "wrong encoding" in said(taken(damaged), 1)
    assert taken("Le château coûte 3 €, dit l’Écho™ du port.\n").doubts == ()


def test_what_is_odd_about_a_paragraph_is_said_beside_it() -> None:
    long = " ".join(sentences("en") * 3)
    found = taken(
        f"A \ufffd sign.\n{long}\nThe pier is closed.\nThe pier is closed.\nSee <span class='x'>this</span>.\n"
    )
    assert "a character was lost" in said(found, 1)
    assert "break it up" in said(found, 2)
    assert "the same as paragraph 3" in said(found, 4)
    assert "markup" in said(found, 5)
    assert said(found, 3) == ""


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("It wasn=E2=80=99t hers.\n", "code of mails"),
        ("> The ferry stays.\n", "quoted from another mail"),
        ("The ferry stays.\n12\n", "number alone"),
        ("* * *\nThe ferry stays.\n", "no word"),
        ("The ferry stays at the pier, and=\nthe council agreed to it.\n", "a code of mails"),
        ("The ferry stays at the pier.=\n", "a code of mails"),
        ("Старий пором лишається\n".encode("koi8-u").decode("cp1251"), "wrong encoding"),
    ],
)
def test_what_another_program_left_in_a_text_is_said(text: str, doubt: str) -> None:
    found = taken(text)
    assert doubt in " ".join(said(found, number) for number in range(1, len(found.paragraphs) + 1))


def test_characters_are_set_as_an_archive_keeps_them() -> None:
    assert taken("A \u202bنص\u202c, a\u200b pier, می\u200cخواهم.\n").paragraphs == ("A نص, a pier, می\u200cخواهم.",)
    text = "The o\ufb03ce\u00a0of \ufeffthe  Cafe\u0301 is\tclosed\x07, 10² and ½.\n"
    assert taken(text).paragraphs == ("The office of the Café is closed, 10² and ½.",)


class TestKinds:
    @pytest.mark.parametrize(
        ("raw", "remedy"),
        [
            (b"{\\rtf1\\ansi The ferry stays.\\par}", "save it as plain text"),
            (b"PK\x03\x04\x14\x00word/document.xml", "save it as plain text"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as plain text"),
            (b"\x89PNG\r\n\x1a\n", "text recognition"),
            (b"SQLite format 3\x00\x10\x00\x01\x01\x00@  \x00\x00", "save them as plain text"),
            (b"\x7fELF\x02\x01\x01" + bytes(9) + b"\x03\x00>\x00\x01\x00\xb0\xc8", "save them as plain text"),
            (b"1\n00:00:01,000 --> 00:00:03,000\nThe ferry\n", "as paragraphs"),
            (b"%PDF-1.4\nno more of it", "save or print it anew"),
            (b'{"title": "The ferry", "body": "It stays."}', "save them as plain text"),
            (b'<?xml version="1.0"?><rss><item><p>It stays.</p></item></rss>', "save them as plain text"),
            (b'<svg xmlns="http://www.w3.org/2000/svg"><text>It stays.</text></svg>', "save them as plain text"),
            (b"\\documentclass{article}\n\\begin{document}\nIt stays.\n", "save them as plain text"),
            (encodebytes(b"The ferry stays at the pier. " * 5), "save them as plain text"),
            (b"day,text\n2031-05-01,It stays.\n2031-05-02,It goes.\n", "save them as plain text"),
            (b'day;who;text\n1;Mayor;"It stays; so far."\n2;Mayor;It goes.\n', "save them as plain text"),
            (b"day\ttext\n1\tIt stays.\n2\tIt goes, for now.\n", "save them as plain text"),
            (b'{"text": "It stays."}\n{"text": "It goes."}\n', "save them as plain text"),
            (b"The ferry\n=========\n\n.. note:: It stays.\n\nIt goes.\n", "save them as plain text"),
            (b"It stays, says `the mayor <https://alder.example/>`_.\n", "save them as plain text"),
            (b"= The ferry\n:author: A. Reed\n\nIt stays.\n", "save them as plain text"),
            (b"#+TITLE: The ferry\n\n* News\nIt stays.\n", "save them as plain text"),
            (b"== The ferry ==\nIt stays in [[Port Alder]].\n", "save them as plain text"),
            (
                (
                    b"From a@b.example Tue May  6 10:00:00 2031\nFrom: a@b.example\nSubject: A\n\nIt stays.\n\n"
                    b"From c@b.example Tue May  6 11:00:00 2031\nFrom: c@b.example\nSubject: B\n\nIt goes.\n"
                ),
                "save the one",
            ),
            (b"BEGIN:VCALENDAR\nSUMMARY:The ferry\nEND:VCALENDAR\n", "save them as plain text"),
            (b" \n\n", ""),
            (b"", ""),
        ],
    )
    def test_what_is_not_read_is_refused_with_the_remedy(self, raw: bytes, remedy: str) -> None:
        with pytest.raises(UserError) as refused:
            taken(raw, "thing")
        assert '"thing"' in refused.value.message
        assert remedy in refused.value.hint

    @pytest.mark.parametrize(
        "text",
        [
            "Costs rose, again.\nThe mayor, who voted, left.\nNobody, it seems, was there.\n",
            "It costs 1,500 crowns.\nIt will cost 2,500 crowns.\nIt did cost 3,500 crowns.\n",
            "Mayor\tIt stays.\nReed\tIt goes.\nMayor\tIt stays.\n",
            "The vote == the end == of it.\n.. and so on.\n[It stays.]\n",
        ],
    )
    def test_prose_with_the_signs_of_tables_and_markup_is_a_text(self, text: str) -> None:
        assert taken(text).kind == "text"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
    def test_a_mail_is_read_in_each_encoding_of_its_file(self, encoding: str) -> None:
        mail = "From: a@alder.example\nSubject: The ferry\nMIME-Version: 1.0\n\nThe café stays.\n"
        found = taken(mail.encode(encoding))
        assert (found.kind, found.stated.title, found.paragraphs) == ("mail", "The ferry", ("The café stays.",))

    def test_a_mail_whose_sender_was_cut_off_is_decoded(self) -> None:
        mail = (
            "Subject: The ferry\nContent-Transfer-Encoding: quoted-printable\n\nThe caf=C3=A9 stays on the=\n pier.=\n"
        )
        assert taken(mail).paragraphs == ("The café stays on the pier.",)

    @pytest.mark.parametrize("piece", ["<p>The <b>ferry</b> stays.</p>", "<div>\n<h2>The ferry stays.</h2></div>\n"])
    def test_a_piece_of_a_page_is_read_as_a_page(self, piece: str) -> None:
        assert taken(piece).kind == "html"
        assert taken(piece).paragraphs == ("The ferry stays.",)

    def test_the_name_of_a_file_does_not_count(self) -> None:
        one = article("en")
        assert taken(printers.plain_page(one), "page.txt").kind == "html"
        assert taken("\n".join(one.whole), "page.html").kind == "text"
        assert taken(printers.mail(one), "mail.md").kind == "mail"
        assert taken(printers.markdown(one), "post.pdf").kind == "markdown"

    @pytest.mark.parametrize(
        "text",
        [
            "The share is < 3 % & falls.\nThe ferry <the old one> stays.\n",
            "# of trips: four a day\nThe ferry stays.\n",
            "From the pier: nothing new.\nSubject to change.\n",
            "Date: Monday\nPlace: the pier\n\nThe ferry stays.\n",
            "The price is 5 * 3 * 2 crowns [see below].\n",
        ],
    )
    def test_a_plain_text_is_one(self, text: str) -> None:
        found = taken(text)
        assert found.kind == "text"
        assert found.paragraphs == tuple(line for line in text.splitlines() if line)
        assert found.doubts == ()


class TestStated:
    def test_a_page_says_what_it_is(self) -> None:
        told = taken(printers.plain_page(article("de"))).stated
        assert (told.title, told.outlet) == ("Die alte Fähre bleibt bis zur neuen Brücke", "The Pier Gazette")
        assert (told.published, told.language) == ("2026-05-08", "de")
        assert told.basis == "stated in the page's data for search engines"
        assert told.url == "https://gazette.example/de/ferry"
        assert told.authors == ("Staff of the Gazette",)

    def test_a_date_is_taken_from_the_page_as_it_is_stated(self) -> None:
        assert taken(printers.interrupted_page(article("en"))).stated.basis == "stated in the page's metadata"
        assert taken(printers.divided_page(article("en"))).stated.basis == "stated on the page"
        assert taken(printers.linked_page(article("en"))).stated.published == ""

    def test_an_address_of_another_host_is_not_taken_for_the_page_s_own(self) -> None:
        page = printers.plain_page(article("en")).encode()
        assert extract(page, "page", address="https://www.gazette.example/x").stated.url.endswith("/en/ferry")
        assert extract(page, "page", address="https://other.example/x").stated.url == "https://other.example/x"

    def test_a_mail_says_who_sent_it_and_when(self) -> None:
        told = taken(printers.mail(article("uk"))).stated
        assert (told.title, told.published) == ("Старий пором лишається до нового мосту", "2026-05-08")
        assert told.authors == ("The Pier Gazette",)

    def test_front_matter_says_what_it_says(self) -> None:
        found = taken(printers.markdown(article("zh")))
        assert (found.stated.published, found.stated.language) == ("2026-05-08", "zh")
        assert found.paragraphs[0] == "旧渡轮在新桥付清之前继续停靠"


def test_front_matter_in_toml_says_what_it_says() -> None:
    found = taken('+++\ntitle = "The ferry"\ndate = 2031-05-08\nauthor = ["A", "B"]\n+++\nIt stays.\n')
    assert (found.kind, found.paragraphs) == ("markdown", ("It stays.",))
    assert (found.stated.title, found.stated.published, found.stated.authors) == ("The ferry", "2031-05-08", ("A", "B"))


def test_passages_of_a_page_that_were_not_taken_are_told() -> None:
    found = taken(printers.walled_page(article("en")))
    assert any("412 partners" in line for line in found.left_out)
    assert not any("412 partners" in paragraph for paragraph in found.paragraphs)


def test_a_page_that_asks_to_sign_in_is_doubted() -> None:
    page = """<!DOCTYPE html><html lang="en"><body><main><h1>Sign in</h1><p>Sign in to read on, or become a member of our
    club today.</p><form><input name="user"><input type="password"></form></main></body></html>"""
    assert "asks to sign in" in said(taken(page))


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(UserError, match="shows no text"):
        taken("<!DOCTYPE html><html><body><div id='root'></div><script>render()</script></body></html>")


def test_a_page_saved_as_one_file_is_read_as_a_page() -> None:
    one = article("de")
    raw = printers.mail(one, as_page=True)
    saved = b"Snapshot-Content-Location: https://gazette.example/de/ferry\n" + raw
    found = taken(saved, "page.mhtml")
    assert (found.kind, found.stated.published) == ("html", "2026-05-08")
    assert counted(found.paragraphs, one.whole) == 1


def test_a_name_that_a_mail_quotes_from_another_is_marked() -> None:
    raw = b"From: a@b.example\nSubject: Ferry\n\nThe ferry stays.\n\n> It will sail, they said.\n"
    assert "quoted from another mail" in said(taken(raw), 2)
