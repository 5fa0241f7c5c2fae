"""Links to passages, followed in a browser: on pages of invented texts in ten scripts, and on pages made of the archive."""

import random
from collections.abc import Callable, Sequence
from html import escape
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Page

from dossier.evidence import check_verbatim, decoded, paragraphs, text_fragment
from dossier.pipeline.load import load

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ROOT = Path(__file__).resolve().parents[2]
APOSTROPHES = "'’‘ʼ′`´"
DASHES = ("-", "‐", "‑", "–", "—", " – ", " — ", " - ", "--")
QUOTES = ("“”", '""', "„“", "«»", "‘’")
# `’` and `–` stand for any apostrophe and any dash, `“` and `”` for any pair of quotation marks.
SPACED = {
    "Latin": (
        "The harbour master’s second plan for the northern quay wasn’t read out before the autumn fair",
        "La vie de l’eau – dit la pêcheuse “Anne” – n’est qu’une longue attente au bord du quai",
        "Über die “alte” Fährlinie – so der Schiffer – entscheidet der Straßenrat erst nächsten März",
    ),
    "Cyrillic": (
        "Новий об’єкт на березі “Сонячний” збудують – за словами майстра – до літа наступного року",
        "П’ять вуликів об’єднали в один бо рій не повернувся з липового гаю цього літа",
    ),
    "Greek": (
        "Το νέο λιμάνι θ’ ανοίξει την άνοιξη – λέει ο ψαράς – αν ο δήμος βρει τα χρήματα",
        "Η παλιά “γέφυρα” έκλεισε τον χειμώνα γιατί κανείς δεν πλήρωσε τον φύλακα του ποταμού",
    ),
    "Arabic": (
        "أُغلقت قاعة القراءة في المكتبة “القديمة” – كما قيل – يوم الاثنين ولم تُفتح أبوابها بعد ذلك",
        "قال أمين المكتبة إن ٣٠ كتابا نادرا نُقلت إلى غرفة جافة قبل موسم المطر",
    ),
    "Hebrew": (
        "הנמל הישן נסגר בחורף – כך אמר הדייג – בגלל הסערה שהרסה את הגשר “החדש” ליד הכיכר",
        "ג’ורג’ הספן קנה שלוש סירות כחולות לפני שהמועצה אסרה על מסחר ברציף הצפוני",
    ),
    "Devanagari": (
        "बंदरगाह की नई रेखा अगले साल खुलेगी – नाविक ने कहा – अगर परिषद “पुल” का खर्च उठाए",
        "पुराने पुल के पास रहने वाले मछुआरों ने शोर की शिकायत की और काम रुक गया",
    ),
    "Hangul": (
        "항구의 새 노선은 내년 여름에 열린다고 “선장” 김씨가 말했지만 – 시의회는 아직 답하지 않았다",
        "오래된 다리 옆의 어부들은 공사 소음을 걱정하며 봄까지 기다려 달라고 했다",
    ),
    "Georgian": (
        "ახალი ხიდი მდინარეზე მომავალ წელს გაიხსნება – თქვა მეთევზემ – თუ საბჭო “ფულს” იპოვის",
        "ძველი ნავსადგური ზამთარში დაიხურა რადგან ქარიშხალმა ხიდის ნაწილი წაიღო",
    ),
}
# Scripts without spaces, a clause each: there only the whole clause is sought.
UNSPACED = {
    "Han": ("河边的茶馆每天早上六点开门", "三月下了两场雪", "新线沿港口运行而不经过山坡", "议会没有批准老桥的修理费"),
    "Kana": ("港の会議は新しい橋の計画を承認した", "漁師たちは工事の騒音を心配している", "春まで待つことにした"),
    "Thai": ("ปีนี้มีเรือสิบสองลำมาแข่งกันที่ท่าน้ำหน้าวัด", "ฝนตกหนักจนต้องเลื่อนไปอีกสองวัน", "ชาวประมงไม่เห็นด้วย"),
}
_VISITS = count()
FAR_APART = '<div style="height: 3000px"></div>'


def page_of(texts: Sequence[str], language: str = "en") -> str:
    """Return a page that has each text in a paragraph of its own, a screen and more from the next."""
    shown = "".join(f"{FAR_APART}<p id='p{number}'>{escape(text)}</p>" for number, text in enumerate(texts, 1))
    head = f"<!doctype html><html lang='{language}'><meta charset='utf-8'><link rel='icon' href='data:,'>"
    return f"{head}<title>A page</title><h1>A page</h1>{shown}{FAR_APART}"


def led_to(page: Page, address: str, quote: str) -> int:
    """Return the number of the paragraph that a browser shows for a quote, 0 for the top of the page."""
    # Another query each time, or a browser would stay on the page that it has.
    page.goto(text_fragment(f"{address}?{next(_VISITS)}", quote))
    for _ in range(20):
        if page.evaluate("window.scrollY"):
            break
        page.wait_for_timeout(25)
    shown: int = page.evaluate(
        """() => [...document.querySelectorAll('p')].findIndex(p => {
            const box = p.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; }) + 1"""
    )
    return shown


def set_anew(text: str, chance: random.Random) -> str:
    """Return a text with each of its signs set in one of the ways in which people set it."""
    quotes = chance.choice(QUOTES)
    dash, apostrophe = chance.choice(DASHES), chance.choice(APOSTROPHES)
    text = text.replace("“", "\0").replace("”", "\1")
    text = text.replace(" – ", f" {dash} ".replace("  ", " ") if len(dash) == 1 else dash).replace("’", apostrophe)
    return text.replace("\0", quotes[0]).replace("\1", quotes[1])


def run_of(text: str, chance: random.Random) -> str:
    """Return 4 to 12 words of a text in a row."""
    words = text.split()
    length = chance.randint(4, min(12, len(words)))
    first = chance.randrange(len(words) - length + 1)
    return " ".join(words[first : first + length]).strip(" –")


def generated(number: int) -> dict[str, tuple[list[str], list[tuple[int, str]]]]:
    """Return for each script the texts of a page, and quotes from them set in other ways, with their paragraphs."""
    chance = random.Random(12)
    scripts = {}
    for script, texts in SPACED.items():
        shown = [set_anew(text, chance) for text in texts]
        quotes: list[tuple[int, str]] = []
        while len(quotes) < number:
            at = chance.randrange(len(texts))
            quote = set_anew(run_of(texts[at], chance), chance)
            if check_verbatim(shown, at + 1, quote).outcome == "verbatim":
                quotes.append((at + 1, quote))
        scripts[script] = shown, quotes
    for script, clauses in UNSPACED.items():
        mark = " " if script == "Thai" else "，"
        shown = [mark.join(clauses), mark.join(clauses[::-1][:1])]
        scripts[script] = [shown[0]], [(1, clause) for clause in clauses]
    return scripts


GENERATED = generated(25)


def test_there_are_two_hundred_quotes_in_eight_scripts() -> None:
    assert len(GENERATED) >= 8
    assert sum(len(quotes) for _, quotes in GENERATED.values()) >= 200


@pytest.mark.parametrize("script", GENERATED)
def test_a_browser_finds_every_quote(script: str, page: Page, tmp_path: Path, serve: Callable[[Path], str]) -> None:
    texts, quotes = GENERATED[script]
    (tmp_path / "page.html").write_text(page_of(texts), "utf-8")
    address = serve(tmp_path) + "page.html"
    missed = [(number, quote) for number, quote in quotes if led_to(page, address, quote) != number]
    assert missed == []


def test_a_browser_is_not_led_to_what_is_not_there(page: Page, tmp_path: Path, serve: Callable[[Path], str]) -> None:
    (tmp_path / "page.html").write_text(page_of(SPACED["Latin"]), "utf-8")
    assert led_to(page, serve(tmp_path) + "page.html", "nobody wrote these words here") == 0


@pytest.mark.archive
def test_a_browser_finds_every_quote_of_the_shipped_site(
    page: Page, tmp_path: Path, archive: Path, serve: Callable[[Path], str]
) -> None:
    library = load(ROOT).library
    for source_id, source in library.sources.items():
        texts = paragraphs(decoded((archive / (source.archive_file or "")).read_bytes()))
        (tmp_path / f"{source_id}.html").write_text(page_of(texts, source.language), "utf-8")
    address = serve(tmp_path)
    cited = {(one.source, one.paragraph, one.quote) for of in library.cited_by_source.values() for _, one in of}
    missed = [
        (source, number)
        for source, number, quote in sorted(cited)
        if led_to(page, f"{address}{source}.html", quote) != number
    ]
    assert len(cited) > 100
    assert missed == []
