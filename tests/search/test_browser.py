"""Search in a real browser, from a plain static server, below a folder of it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from dossier.pipeline.build import build
from tests.pipeline.harbour import copy, edit


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the invented site below `dossier/`."""
    top = tmp_path_factory.mktemp("served")
    root = copy(tmp_path_factory.mktemp("content") / "root")
    edit(
        root,
        "briefings/people.yaml",
        "    name: Mara Quint\n",
        "    name: Mara Quint\n    spellings: [Quinnt, Квинт]\n",
    )
    (root / "pages/towns.md").write_text("# Towns\n\nП\u02bcять міст об\u2019єднали порт.\n", "utf-8")
    (root / "pages/quiet.md").write_text("---\nsearch:\n  exclude: true\n---\n# Quiet\n\nA zylophone.\n", "utf-8")
    report = build(root, top / "dossier")
    assert report.count is not None
    return top


@pytest.fixture
def site(folder: Path, serve: Callable[[Path], str]) -> str:
    return f"{serve(folder)}dossier/"


@pytest.fixture
def messages(page: Page) -> list[str]:
    """Return the errors and warnings of the browser: faults of scripts, and what the policy blocks."""
    seen: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.append(message.text)

    page.on("console", listen)
    page.on("pageerror", lambda error: seen.append(str(error)))
    return seen


def ask(page: Page, words: str) -> None:
    page.get_by_role("searchbox").fill(words)
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ pages?|Nothing"))


def found(page: Page) -> int:
    number = re.match(r"\d+", page.get_by_role("status").inner_text())
    return int(number[0]) if number else 0


def test_slash_opens_search_and_a_claim_is_found_under_its_page(page: Page, site: str, messages: list[str]) -> None:
    page.goto(f"{site}topics/route/")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("court")
    claim = page.locator(".find__claim", has_text="court").first
    expect(claim).to_be_visible()
    assert "#" in (claim.get_attribute("href") or "")
    address = claim.get_attribute("href") or ""
    assert address.startswith("/dossier/")
    claim.click()
    page.wait_for_url(lambda url: url.endswith(address))
    anchor = address.partition("#")[2]
    expect(page.locator(f'[id="{anchor}"]')).to_be_attached()
    assert messages == []


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k", "/"])
def test_keys_open_search_but_not_while_somebody_types(keys: str, page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press(keys)
    dialog = page.get_by_role("dialog", name="Search")
    expect(dialog).to_be_visible()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_have_value("/")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_the_button_opens_search_and_gets_the_focus_back(page: Page, site: str) -> None:
    page.goto(f"{site}briefs/harbour-vote/")
    button = page.get_by_role("button", name="Search")
    button.click()
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_everything_is_reached_by_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}about/")
    page.keyboard.press("/")
    ask(page, "court")
    expect(page.locator(".find__results a").nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".find__results a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".find__results a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    # Whatever is tabbed to lies inside the dialog.
    assert page.evaluate("document.querySelector('dialog').contains(document.activeElement)")
    page.get_by_role("searchbox").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url != f"{site}about/"


@pytest.mark.parametrize("words", ["Hafentrasse", "línea cuatro", "linea cuatro", "hafen"])
def test_other_spellings_lead_to_the_topic(words: str, page: Page, site: str) -> None:
    page.goto(f"{site}about/")
    page.keyboard.press("/")
    ask(page, words)
    expect(page.locator(".find__title").first).to_have_attribute("href", "/dossier/topics/route/")


def test_results_are_narrowed_by_topic_party_and_kind(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    ask(page, "line")
    everything = found(page)
    for name in ("Topic", "Party", "Kind"):
        choice = page.get_by_role("combobox", name=name)
        expect(choice).to_be_visible()
        choice.select_option(index=1)
        # Somewhere on the way the number goes down, and without the choice it comes back.
        expect(page.get_by_role("status")).not_to_have_text(f"{everything} pages")
        assert found(page) < everything
        choice.select_option("")
        expect(page.get_by_role("status")).to_have_text(f"{everything} pages")
    page.get_by_role("combobox", name="Kind").select_option("Brief")
    expect(page.locator(".find__title small").first).to_have_text("Brief")
    kinds = set(page.locator(".find__title small").all_inner_texts())
    assert kinds == {"Brief"}
    # A choice alone lists all there is of it.
    page.get_by_role("searchbox").fill("")
    expect(page.get_by_role("status")).to_have_text("2 pages")


def test_words_that_are_nowhere_are_said_to_be_nowhere(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("xyzzyplugh<b>")
    expect(page.get_by_role("status")).to_contain_text(
        "Nothing found for “xyzzyplugh<b>”. Search finds pages that hold all"
    )
    assert page.locator(".find__results li").count() == 0


@pytest.mark.parametrize(
    ("words", "is_there"),
    [
        ("court", True),
        ("COÛRT", True),
        ("courts", True),
        ("courtyard", True),
        # Pagefind takes "a" for what begins with it and is no word it knows, and "co…" for "council".
        ("axqzv", False),
        ("coxqzv", False),
        ("court axqzv", False),
        ("cou", True),
        ("cou court", False),  # short words in front have to be there whole
    ],
)
def test_a_page_is_found_only_by_words_that_it_holds(words: str, is_there: bool, page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    ask(page, words)
    assert bool(found(page)) == is_there
    assert bool(page.locator(".find__page").count()) == is_there


@pytest.mark.parametrize("sign", ["'", "\u2019", "\u02bc", "`"])
@pytest.mark.parametrize("word", ["п{}ять", "об{}єднали"])
def test_a_word_is_found_with_each_apostrophe(word: str, sign: str, page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    ask(page, word.format(sign))
    expect(page.locator(".find__title").first).to_have_attribute("href", "/dossier/towns/")


def test_a_page_can_keep_out_of_search(page: Page, site: str) -> None:
    page.goto(f"{site}quiet/")
    expect(page.get_by_text("zylophone")).to_be_visible()
    page.keyboard.press("/")
    ask(page, "zylophone")
    assert found(page) == 0


@pytest.mark.parametrize("words", ["港口", "新线", "市议会"])
def test_words_within_a_chinese_sentence_are_found(
    words: str, page: Page, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    root = copy(tmp_path / "root")
    edit(root, "mkdocs.yml", "  language: en\n", "  language: zh\n")
    (root / "pages/zh.md").write_text("# 港\n\n市议会周二决定新线沿港口运行。\n", "utf-8")
    assert build(root).count is not None
    page.goto(serve(root / "site"))
    page.keyboard.press("/")
    ask(page, words)
    expect(page.locator(".find__title").first).to_have_attribute("href", "/zh/")


@pytest.mark.parametrize("words", ["Quinnt", "Квинт", "квінт"])
def test_whoever_speaks_is_found_in_every_spelling(words: str, page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    ask(page, words)
    links = page.locator(".find__results a")
    expect(links.first).to_have_attribute("href", "/dossier/people/mara-quint/")


@pytest.mark.parametrize(("words", "address"), [("Region", "parties/region/"), ("town hall", "parties/council/")])
def test_a_name_leads_to_the_page_that_is_called_so(words: str, address: str, page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    ask(page, words)
    expect(page.locator(".find__title").first).to_have_attribute("href", f"/dossier/{address}")


def test_what_is_about_the_machinery_is_not_found_and_lists_are_no_kind(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    ask(page, "schemas")
    assert page.locator('.find__title[href*="/schema/"], .find__title[href*="/problems/"]').count() == 0
    kinds = page.get_by_role("combobox", name="Kind").locator("option").all_inner_texts()
    assert kinds == ["any", "Brief", "Origin", "Page", "Party", "Person", "Source", "Topic", "Update"]


def test_enter_opens_what_is_found_for_the_words_that_stand_there(page: Page, site: str) -> None:
    page.goto(f"{site}about/")
    page.keyboard.press("/")
    ask(page, "Region")
    # Nobody waits for the answer: what was found before must not be opened.
    page.keyboard.press("Control+a")
    page.keyboard.type("town hall")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site}parties/council/")


def test_enter_opens_nothing_where_nothing_is_found_or_asked(page: Page, site: str) -> None:
    page.goto(f"{site}about/")
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    ask(page, "Region")
    page.get_by_role("searchbox").fill("xyzzyplugh")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Nothing found")
    page.get_by_role("searchbox").fill("")
    page.keyboard.press("Enter")
    expect(page.locator(".find__results li")).to_have_count(0)
    assert page.url == f"{site}about/"
    expect(page.get_by_role("dialog")).to_be_visible()


def test_what_was_searched_is_there_again_after_a_result(page: Page, site: str) -> None:
    page.goto(f"{site}about/")
    page.keyboard.press("/")
    ask(page, "line")
    page.get_by_role("combobox", name="Kind").select_option("Brief")
    expect(page.locator(".find__title small").first).to_have_text("Brief")
    expect(page.locator(".find__title small").last).to_have_text("Brief")
    before = page.locator(".find__title").all_inner_texts()
    page.locator(".find__title").first.click()
    page.wait_for_url("**/briefs/**")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_have_value("line")
    expect(page.get_by_role("combobox", name="Kind")).to_have_value("Brief")
    expect(page.locator(".find__title")).to_have_count(len(before))
    assert page.locator(".find__title").all_inner_texts() == before
    # Selected: whoever types begins anew.
    page.keyboard.type("court")
    expect(page.get_by_role("searchbox")).to_have_value("court")


def test_search_works_where_nothing_may_be_kept(page: Page, site: str, messages: list[str]) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto(f"{site}about/")
    page.keyboard.press("/")
    ask(page, "court")
    assert found(page)
    assert messages == []


def test_what_comes_out_of_the_index_is_text(page: Page, site: str, messages: list[str]) -> None:
    hostile = '<img src=x onerror="window.ran=1">'
    fake = f"""
        export const options = async () => {{}};
        export const filters = async () => ({{ Topic: {{ {hostile!r}: 1, "b": 2 }} }});
        const data = {{ url: "/dossier/about/", meta: {{ title: {hostile!r} }}, filters: {{ Kind: [{hostile!r}] }},
          excerpt: {hostile!r} + "&lt;i&gt;<mark>found</mark>",
          sub_results: [{{ url: "/dossier/about/#x", title: "2" + {hostile!r}, excerpt: "<mark>" + {hostile!r} + "</mark>" }}] }};
        export const search = async () => ({{ results: [{{ data: async () => data }}] }});
    """
    page.route("**/pagefind/pagefind.js", lambda route: route.fulfill(body=fake, content_type="text/javascript"))
    page.goto(site)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("x")
    expect(page.get_by_role("status")).to_have_text("1 page")
    assert page.locator("dialog img").count() == 0
    assert page.evaluate("window.ran") is None
    expect(page.locator(".find__title span")).to_have_text(hostile)
    expect(page.locator(".find__claim mark")).to_have_text(hostile)
    assert messages == []


def test_without_an_index_that_is_said(page: Page, site: str) -> None:
    page.route("**/pagefind/**", lambda route: route.fulfill(status=404))
    page.goto(site)
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("line")
    expect(page.get_by_role("status")).to_contain_text("Search is not available here")


def test_a_visit_without_search_loads_nothing_of_it(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}topics/route/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "pagefind" in url or "search_index" in url]


def test_without_scripts_there_is_no_dead_button(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("[data-find-open]")).to_be_hidden()
    context.close()


def test_the_policy_blocks_nothing_of_ours_and_everything_else(page: Page, site: str, messages: list[str]) -> None:
    for address in ("", "topics/route/", "briefs/harbour-vote/", "positions/", "about/", "data/", "feeds/"):
        page.goto(site + address)
        page.wait_for_load_state("networkidle")
    assert messages == []
    ran = page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = 1";
            document.body.append(script);
            return window.ran ?? null;
        }"""
    )
    assert ran is None
    assert any("Content Security Policy" in text for text in messages)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_dialog_fits_the_screen(width: int, page: Page, site: str) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{site}topics/route/")
    page.keyboard.press("/")
    ask(page, "line")
    expect(page.locator(".find__results a").first).to_be_visible()
    box = page.get_by_role("dialog").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert page.evaluate("(e => e.scrollWidth <= e.clientWidth)(document.querySelector('dialog'))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
