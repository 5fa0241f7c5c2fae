"""From files to a published site: whole, repeatable, and never beside an error."""

import re
import shutil
from pathlib import Path

import pytest

from dossier.disk import FileCounts, PublishError
from dossier.pipeline import build as building
from dossier.pipeline import search_index, write_site
from dossier.pipeline.build import Report, build
from dossier.problem import Span
from tests.architecture.module_rules import ROOT
from tests.pipeline.harbour import BRIEF, digests, edit


def codes(report: Report) -> list[str]:
    return sorted({problem.code.name for problem in report.problems if problem.severity == "error"})


def test_a_site_is_built_where_it_is_wanted(fresh: Path, tmp_path: Path) -> None:
    report = build(fresh)
    assert report.count is not None
    assert report.site == fresh / "site"
    assert report.count.written == len(digests(fresh / "site"))
    assert [stage.name for stage in report.stages] == [
        "read",
        "check",
        "frame",
        "compare",
        "write",
        "search",
        "publish",
    ]
    elsewhere = build(fresh, tmp_path / "elsewhere")
    assert elsewhere.count is not None
    assert digests(tmp_path / "elsewhere") == digests(fresh / "site")


def test_what_readers_ask_for_is_there(built: Path) -> None:
    site = built / "site"
    for address in (
        "index.html",
        "topics/route/index.html",
        "briefs/harbour-vote/index.html",
        "about/index.html",
        "feeds/all/atom.xml",
        "feeds/route/rss.xml",
        "data/claims.json",
        "schema/brief.json",
        "pagefind/pagefind.js",
        "assets/dossier.css",
        "assets/frame.css",
        "assets/search.js",
    ):
        assert (site / address).is_file(), address
    for gone in ("sitemap.xml.gz", "search/search_index.json", "assets/javascripts/lunr", "made"):
        assert not (site / gone).exists(), gone
    pages = {path: path.read_text("utf-8") for path in site.rglob("*.html")}
    assert not [path for path, page in pages.items() if re.search("[\ue000-\ue002]|slot[0-9a-f]{24}", page)]
    assert not [path for path, page in pages.items() if 'type="application/atom+xml"' not in page]


def test_every_file_that_a_page_loads_is_there(built: Path) -> None:
    site = built / "site"
    for page in site.rglob("index.html"):
        text = page.read_text("utf-8")
        named = re.findall(
            r'<(?:script|img)[^>]*\ssrc="([^"]+)"|<link[^>]*rel="(?:stylesheet|icon)"[^>]*href="([^"]+)"', text
        )
        assert named
        for address in ("".join(pair) for pair in named):
            assert (page.parent / address.partition("?")[0]).resolve().is_file(), (page, address)


def test_a_page_names_the_edition_of_what_it_loads(root: Path) -> None:
    shutil.copytree(ROOT / "templates", root / "templates")
    build(root)
    edition = re.compile(r"assets/dossier\.css\?([0-9a-f]{8})\"")
    before = edition.findall((root / "site/index.html").read_text("utf-8"))
    edit(root, "templates/pages/home.html", "{%", " {%")
    build(root)
    assert edition.findall((root / "site/index.html").read_text("utf-8")) == before
    edit(root, "templates/assets/dossier.css", "/*", "/* New.")
    build(root)
    after = edition.findall((root / "site/index.html").read_text("utf-8"))
    assert (len(before), len(after)) == (1, 1)
    assert before != after


def test_a_second_run_writes_nothing_and_one_edit_writes_what_it_changes(root: Path) -> None:
    before = digests(root / "site")
    first = build(root)
    assert first.count == FileCounts(0, len(before), 0)
    title = first.loaded.library.briefs["harbour-vote"].title
    edit(root, BRIEF, title, f"{title} at last")
    report = build(root)
    assert report.count is not None
    after = digests(root / "site")
    changed = {path for path in after if after[path] != before.get(path)}
    assert report.count.written == len(changed)
    assert "briefs/harbour-vote/index.html" in changed
    assert "assets/search.js" not in changed
    assert len(changed) < len(after) / 2


@pytest.mark.parametrize("leads_to", ["mkdocs.yml", "briefings"])
def test_a_link_that_somebody_puts_into_the_site_goes(leads_to: str, root: Path) -> None:
    build(root)
    (root / "site/topics/own").symlink_to(root / leads_to)
    build(root)
    assert not (root / "site/topics/own").is_symlink()


def test_a_page_that_is_no_longer_wanted_goes(root: Path) -> None:
    assert (root / "site/about/index.html").exists()
    (root / "pages/about.md").rename(root / "pages/who.md")
    edit(root, "mkdocs.yml", "about.md", "who.md")
    report = build(root)
    assert report.count is not None
    assert report.count.removed >= 1
    assert not (root / "site/about").exists()
    assert (root / "site/who/index.html").exists()


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (BRIEF, "source: ", "source: no-such-", "unknown-source"),
        ("mkdocs.yml", "site_name:", "sight_name:", "settings-missing"),
        ("mkdocs.yml", "toc:", "tocc:", "settings-wrong"),
        ("pages/about.md", "#", "<script>alert(1)</script>\n\n#", "frame-script"),
    ],
)
def test_an_error_leaves_the_published_site_as_it_was(path: str, old: str, new: str, code: str, root: Path) -> None:
    before = digests(root / "site")
    edit(root, path, old, new)
    report = build(root)
    assert report.count is None
    assert code in codes(report)
    assert digests(root / "site") == before
    assert all(isinstance(problem.at, Span) for problem in report.problems)


def test_a_hand_written_page_that_is_no_utf_8_is_named_where_it_breaks_off(root: Path) -> None:
    (root / "pages/about.md").write_bytes(b"# About\n\nCaf\xe9\n")
    report = build(root)
    assert (report.count, [(problem.code.name, problem.at) for problem in report.problems]) == (
        None,
        [("not-utf-8", Span("pages/about.md", 3, 4, 3, 5))],
    )


def test_a_hand_written_page_may_not_stand_at_an_address_of_ours(root: Path) -> None:
    (root / "pages/briefs").mkdir()
    (root / "pages/briefs/harbour-vote.md").write_text("# Mine\n", "utf-8")
    assert codes(build(root)) == ["address-taken"]
    (root / "pages/briefs/harbour-vote.md").rename(root / "pages/briefs/index.md")
    assert codes(build(root)) == ["address-taken"]


def test_files_beside_hand_written_pages_are_published_and_may_not_stand_in_the_way(root: Path) -> None:
    (root / "pages/picture.svg").write_text("<svg/>", "utf-8")
    build(root)
    assert (root / "site/picture.svg").read_text("utf-8") == "<svg/>"
    (root / "pages/briefs/harbour-vote").mkdir(parents=True)
    (root / "pages/briefs/harbour-vote/index.html").write_text("mine", "utf-8")
    assert codes(build(root)) == ["address-taken"]


@pytest.mark.parametrize(
    "path",
    ["feeds", "topics", "briefs/harbour-vote", "404.html/x", "feeds/all/rss.xml", "data/claims.json", "schema/own"],
)
def test_a_file_and_a_folder_of_one_name_are_not_both_published(path: str, root: Path) -> None:
    before = digests(root / "site")
    file = root / "pages" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("mine", "utf-8")
    assert codes(build(root)) == ["address-taken"]
    assert digests(root / "site") == before


def test_nothing_from_outside_comes_in_by_a_link_or_an_editors_leavings(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("a secret", "utf-8")
    (root / "pages/__pycache__").mkdir()
    (root / "pages/__pycache__/link.txt").symlink_to(outside / "secret.txt")
    (root / "pages/notes.bak").symlink_to(outside / "secret.txt")
    (root / "pages/folder.bak").symlink_to(outside)
    (root / "pages/about.md~").write_text("an old version", "utf-8")
    (root / "pages/kept.txt").write_text("published", "utf-8")
    report = build(root)
    assert (report.count is not None, report.problems) == (True, ())
    assert (root / "site/kept.txt").is_file()
    names = {path.name for path in (root / "site").rglob("*")}
    assert not names & {"link.txt", "notes.bak", "folder.bak", "secret.txt", "about.md~", "__pycache__"}
    (root / "pages/plain.txt").symlink_to(outside / "secret.txt")
    assert codes(build(root)) == ["file-unsafe"]


def test_a_folder_of_somebody_elses_is_refused(root: Path) -> None:
    (root / "notes").mkdir()
    (root / "notes/plan.txt").write_text("kept", "utf-8")
    with pytest.raises(PublishError, match="Dossier did not make"):
        build(root, root / "notes")
    assert (root / "notes/plan.txt").is_file()


@pytest.mark.parametrize("folder", ["briefings", "sources/site", "pages/site", "templates/frame/site"])
def test_a_site_among_what_it_is_made_from_is_refused(root: Path, folder: str) -> None:
    with pytest.raises(PublishError, match="which the site is made from"):
        build(root, root / folder)
    assert (root / BRIEF).is_file()


def test_two_processes_make_what_one_makes(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = build(root, tmp_path / "one")
    monkeypatch.setattr(write_site, "_WORTH_A_FORK", 1)
    two = build(root, tmp_path / "two")
    assert two.count == one.count
    assert digests(tmp_path / "two") == digests(tmp_path / "one")
    assert build(root, tmp_path / "two").count == FileCounts(0, len(digests(tmp_path / "two")), 0)


def test_a_site_of_the_dossier_s_own_leaves_the_old_one_to_bring_up_to_date(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(root / "site")
    shutil.rmtree(root / ".cache")
    monkeypatch.chdir(root)
    build(Path(), Path("site"))
    edit(root, BRIEF, "summary: ", "summary: Indeed. ")
    build(Path(), Path("site"))
    kept = list((root / ".cache").glob("site-*"))
    assert len(kept) == 1
    build(Path(), root / ".." / "elsewhere")
    build(Path(), root / ".." / "elsewhere")
    assert list((root / ".cache").glob("site-*")) == kept
    assert digests(tmp_path / "elsewhere") == digests(root / "site")


def test_in_a_hurry_search_may_stay_behind_but_pages_never_do(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def index() -> dict[str, str]:
        return {path: held for path, held in digests(root / "site").items() if path.startswith("pagefind/")}

    before = index()
    edit(root, BRIEF, "summary: ", "summary: Quincunx. ")
    assert not build(root, hurry=True).is_search_old  # so small an index is made at once
    assert index() != before
    monkeypatch.setattr(search_index, "_QUICK", 0)
    before = index()
    edit(root, BRIEF, "Quincunx", "Zeugma")
    hurried = build(root, hurry=True)
    assert hurried.is_search_old
    assert index() == before
    assert "Zeugma" in (root / "site/briefs/harbour-vote/index.html").read_text("utf-8")
    assert not build(root).is_search_old
    after = index()
    assert after != before
    assert not build(root, hurry=True).is_search_old  # it is at hand
    assert index() == after
    edit(root, BRIEF, "Zeugma", "Zeugmata")
    shutil.rmtree(root / "site/pagefind")
    assert not build(root, hurry=True).is_search_old  # nothing is there that could stay
    assert index()


def test_without_search_there_is_no_index(root: Path) -> None:
    build(root, search=False)
    assert not (root / "site/pagefind").exists()
    assert "<dialog" in (root / "site/index.html").read_text("utf-8")
    edit(root, "mkdocs.yml", "  - search\n", "  []\n")
    build(root)
    assert not (root / "site/pagefind").exists()
    assert "<dialog" not in (root / "site/index.html").read_text("utf-8")


def test_warnings_of_the_check_are_told_again_where_nothing_changed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    origins = root / "briefings/origins.yaml"
    spare = "  - id: spare\n    name: Spare report\n    kind: report\n    publisher: Nobody here\n"
    origins.write_text(origins.read_text("utf-8") + spare, "utf-8")
    first = build(root, search=False)
    monkeypatch.setattr(building, "plan", None)
    second = build(root, search=False)
    assert first.problems == second.problems
    assert [problem.severity for problem in first.problems] == ["warning"]
    assert first.count is not None
    assert second.count == FileCounts(unchanged=first.count.written + first.count.unchanged)


def test_what_only_a_build_finds_is_looked_for_again(root: Path) -> None:
    (root / "pages/about.md").write_text("# About\n\n[two](../topics/rout/)\n", "utf-8")
    first, second = build(root, search=False), build(root, search=False)
    assert first.problems == second.problems != ()


def test_a_link_of_a_hand_written_page_that_leads_nowhere_is_a_warning(root: Path) -> None:
    (root / "pages/about.md").write_text("# About\n\n[one](../topics/route/) [two](../topics/rout/)\n", "utf-8")
    report = build(root)
    assert report.count is not None
    assert [(problem.code.name, problem.at) for problem in report.problems] == [
        ("page-link", Span("pages/about.md", 3, 31, 3, 46))
    ]
