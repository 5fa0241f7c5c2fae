"""What a check says of hand-written pages and of settings, and what it never runs."""

from pathlib import Path

import pytest

from dossier.disk import PublishError
from dossier.pipeline.build import build
from dossier.pipeline.frame_check import frame_problems
from dossier.pipeline.load import load
from dossier.problem import Span, UserError
from tests.cases.cases import lay_out


@pytest.fixture
def tram(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "dossier")


def codes(root: Path) -> list[tuple[str, str]]:
    return [(one.code.name, one.at.file) for one in frame_problems(load(root))]


def test_a_sound_dossier_has_none(tram: Path) -> None:
    assert codes(tram) == []


def test_what_the_build_would_refuse_is_told(tram: Path) -> None:
    (tram / "pages/about.md").write_text("# About\n\n<script>alert(1)</script>\n")
    (tram / "pages/briefs").mkdir()
    (tram / "pages/briefs/harbour-vote.md").write_text("# Mine\n")
    assert codes(tram) == [("frame-script", "pages/about.md"), ("address-taken", "mkdocs.yml")]
    assert build(tram, search=False).count is None


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\x08", "\ue000"])
def test_a_page_holds_no_character_that_a_brief_may_not_hold(tram: Path, sign: str) -> None:
    (tram / "pages/about.md").write_text(f"# About\n\nA {sign}word.\n")
    (problem,) = frame_problems(load(tram))
    assert (problem.at.file, getattr(problem.at, "line", 0)) == ("pages/about.md", 3)
    assert build(tram, search=False).count is None


@pytest.mark.parametrize("name", ["con.md", "nul/a.md", "Aux.txt"])
def test_a_page_has_no_name_that_windows_reserves(tram: Path, name: str) -> None:
    (tram / "pages" / name).parent.mkdir(exist_ok=True)
    (tram / "pages" / name).write_text("# A\n")
    assert codes(tram) == [("reserved-id", f"pages/{name}")]


def test_what_others_wrote_is_not_run(tram: Path) -> None:
    settings = (tram / "mkdocs.yml").read_text()
    (tram / "hook.py").write_text("from pathlib import Path\nPath(__file__).with_name('ran').touch()\n")
    (tram / "mkdocs.yml").write_text(settings + "hooks: [hook.py]\n")
    assert codes(tram) == []
    assert not (tram / "ran").exists()
    build(tram, search=False)
    assert (tram / "ran").exists()


def test_a_dossier_may_bring_a_single_template(tram: Path) -> None:
    (tram / "templates/pages").mkdir(parents=True)
    (tram / "templates/pages/topic.html").write_text("<p>The pier is ours.</p>\n")
    report = build(tram, search=False)
    assert report.count is not None
    assert "The pier is ours." in (report.site / "topics/route/index.html").read_text()
    assert "The pier is ours." not in (report.site / "briefs/harbour-vote/index.html").read_text()


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("<p>\n{% if view %}\n", 2),
        ("{{ view.title|shout }}\n", 1),
        ("{% include %}\n", 1),
        ("\n{{ view. }}\n", 2),
        (b"\xff\xfe", None),
    ],
)
def test_a_template_that_cannot_be_read_is_told_with_its_line(
    tram: Path, template: str | bytes, line: int | None
) -> None:
    path = tram / "templates/pages/topic.html"
    path.parent.mkdir(parents=True)
    path.write_bytes(template if isinstance(template, bytes) else template.encode())
    (told,) = frame_problems(load(tram))
    assert (told.code.name, told.at) == ("template-broken", Span("templates/pages/topic.html", line or 1))
    report = build(tram, search=False)
    assert report.count is None
    assert [each.code.name for each in report.problems] == ["template-broken"]


@pytest.mark.parametrize("name", ["pages/topic.html", "pieces/claim.html", "pieces/told.html"])
@pytest.mark.parametrize(
    "template", ["\n{{ view.nosuch }}", "\n{{ claim.nosuch.word }}", "\n{{ 1 / 0 }}", '\n{% include "no.html" %}']
)
def test_a_template_that_fails_is_named_with_its_line(tram: Path, name: str, template: str) -> None:
    path = tram / "templates" / name
    path.parent.mkdir(parents=True)
    path.write_text(template)
    with pytest.raises(UserError, match=f"^templates/{name}:2: ") as told:
        build(tram, search=False)
    assert told.value.hint == "mend the template, or delete it: the generator's template of the same name serves then"
    assert not (tram / "site").exists()


def test_a_hook_or_a_theme_that_is_not_there_is_told(tram: Path) -> None:
    settings = (tram / "mkdocs.yml").read_text()
    (tram / "mkdocs.yml").write_text(settings + "hooks: [nosuch.py]\n")
    assert [one.code.name for one in load(tram).problems] == ["settings-wrong"]


@pytest.mark.parametrize("folder", ["pages/site", "pages", "briefings/site", "sources/x/site"])
def test_a_site_does_not_lie_among_what_it_is_made_from(tram: Path, folder: str) -> None:
    with pytest.raises(PublishError, match="which the site is made from"):
        build(tram, tram / folder, search=False)
    assert not (tram / "pages/site").exists()


def test_pages_of_any_name_are_published_under_it(tram: Path, tmp_path: Path) -> None:
    (tram / "pages/über uns.md").write_text("# Us\n")
    build(tram, tmp_path / "site", search=False)
    assert (tmp_path / "site/über uns/index.html").is_file()
    assert "/%C3%BCber%20uns/</loc>" in (tmp_path / "site/sitemap.xml").read_text()
