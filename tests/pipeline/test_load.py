"""A dossier in memory: the same from files and from the cache, with everything that is wrong at its place."""

from pathlib import Path

import pytest

from dossier.pipeline import load as loading
from dossier.pipeline import read_records
from dossier.pipeline.load import Loaded, load
from dossier.pipeline.stages import Stage
from dossier.problem import Span
from dossier.yamlfile import read
from tests.pipeline.harbour import BRIEF, copy, edit
from tests.reviews import review
from tests.world import World, claim


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy(tmp_path / "root")


def codes(loaded: Loaded) -> list[tuple[str, str, int]]:
    found = []
    for problem in loaded.problems:
        assert isinstance(problem.at, Span)
        found.append((problem.code.name, problem.at.file, problem.at.line))
    return found


def test_a_good_dossier_has_no_problem(root: Path) -> None:
    loaded = load(root)
    assert loaded.problems == ()
    assert not loaded.has_errors
    assert set(loaded.library.briefs) == {"harbour-vote", "traders-soften"}
    assert loaded.library.settings.name == "Line Four Dossier"
    assert loaded.lines("mkdocs.yml")[1] == "site_name: Line Four Dossier"
    assert "".join(loaded.lines("absent")) == ""


def test_the_cache_gives_what_the_files_give(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(root)

    def fail(*_: object) -> None:
        raise AssertionError("it was read again")

    monkeypatch.setattr(read_records, "read", fail)
    monkeypatch.setattr(read_records, "read_front_matter", fail)
    second = load(root)
    assert second.library.corpus == first.library.corpus
    for kind in ("briefs", "topics", "sources"):
        for record_id, record in getattr(first.library.corpus, kind).items():
            assert record.model_fields_set == getattr(second.library.corpus, kind)[record_id].model_fields_set


def test_a_change_is_seen_through_the_cache(root: Path) -> None:
    load(root)
    before = load(root).library.briefs["harbour-vote"].title
    edit(root, BRIEF, before, "Another title")
    assert load(root).library.briefs["harbour-vote"].title == "Another title"


@pytest.mark.parametrize(("old", "new"), [("paragraph: 3", "paragraph: 333"), ("review_by: 2031", "review_by: 1931")])
def test_what_a_check_found_is_told_again_without_another_check(
    old: str, new: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (BRIEF, "briefings/topics/route.yaml"):
        text = (root / path).read_text("utf-8")
        (root / path).write_text(text.replace(old, new), "utf-8")
    first = load(root)
    assert first.problems

    def fail(*_: object) -> None:
        raise AssertionError("it was checked again")

    monkeypatch.setattr(loading, "check", fail)
    second = load(root)
    assert (second.problems, second.counts) == (first.problems, first.counts)
    edit(root, BRIEF, "title: ", "title: Another ")
    with pytest.raises(AssertionError):
        load(root)


def test_other_code_does_not_believe_the_cache(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(root)
    called = []

    def note(content: bytes, file: str) -> object:
        called.append(file)
        return read(content, file)

    monkeypatch.setattr(read_records, "read", note)
    load(root)
    assert called == []
    monkeypatch.setattr(loading, "digest_code", lambda _: b"other code")
    load(root)
    assert BRIEF in called


def test_a_file_with_a_fault_is_read_again_until_it_is_mended(root: Path) -> None:
    edit(root, BRIEF, "claims:", "clams:")
    first, second = load(root), load(root)
    assert first.has_errors
    assert codes(first) == codes(second)
    assert any(file == BRIEF for _, file, _ in codes(first))
    edit(root, BRIEF, "clams:", "claims:")
    assert load(root).problems == ()


def test_two_processes_read_what_one_reads(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(root, BRIEF, "kind: ", "knid: ")
    one = load(root)
    (root / ".cache" / "dossier.sqlite").unlink()
    monkeypatch.setattr(read_records, "_WORTH_A_FORK", 1)
    two = load(root)
    assert two.library.corpus == one.library.corpus
    assert two.problems == one.problems
    assert list(two.library.corpus.briefs) == list(one.library.corpus.briefs)


def test_a_fault_in_one_setting_leaves_the_rules_as_they_are_set(root: Path) -> None:
    rules = "  dossier:\n    attribution_rule: ignore\n    sides_rule: ignore\n"
    edit(root, "mkdocs.yml", "  dossier:\n", rules)
    before = load(root).problems
    edit(root, "mkdocs.yml", "font: false", "font: false\n  features: [toc.integrate]")
    assert [one.code.name for one in load(root).problems if one not in before] == ["settings-wrong"]


@pytest.mark.parametrize("key", ["custom_dir", "docs_dir"])
def test_a_file_where_a_folder_is_wanted_is_told(root: Path, key: str) -> None:
    (root / "notes.txt").write_text("A")
    text = (root / "mkdocs.yml").read_text()
    assert "\ntheme:\n" in text
    named = "docs_dir: notes.txt\n" if key == "docs_dir" else ""
    text = text.replace("\ntheme:\n", "\ntheme:\n  custom_dir: notes.txt\n") if not named else text
    (root / "mkdocs.yml").write_text(
        named + "".join(row for row in text.splitlines(True) if not row.startswith("docs_"))
    )
    assert any(one.code.name == "settings-wrong" and "notes.txt" in one.message for one in load(root).problems)


def test_without_settings_everything_else_is_still_checked(root: Path) -> None:
    edit(root, BRIEF, "source: ", "source: no-such-")
    (root / "mkdocs.yml").unlink()
    loaded = load(root)
    assert loaded.settings_file.settings is None
    assert ("settings-unreadable", "mkdocs.yml", 1) in codes(loaded)
    assert any(code == "unknown-source" for code, _, _ in codes(loaded))


@pytest.mark.parametrize("content", [b"\xff\xfe", b"site_name: [", b""])
def test_settings_that_are_no_settings_are_a_problem(content: bytes, root: Path) -> None:
    (root / "mkdocs.yml").write_bytes(content)
    assert ("settings-unreadable", "mkdocs.yml") in [(code, file) for code, file, _ in codes(load(root))]


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("sources/fingerprints/quay-post-2031-05-13.txt", b"\xff", "fingerprint-format"),
        ("sources/fingerprints/quay-post-2031-05-13.txt", b"words", "fingerprint-format"),
        ("sources/verified/quay-post-2031-05-13.txt", b"\xff", "verification-format"),
        ("sources/quay-post-2031-05-13.md", b"no front matter", "front-matter-missing"),
        ("briefings/2031/Bad Name.yaml", b"", "file-name"),
        ("briefings/stray.yaml", b"", "content-misplaced"),
        ("briefings/stray.txt", b"", "file-misplaced"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(path: str, content: bytes, code: str, root: Path) -> None:
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_bytes(content)
    assert (code, path) in [(found, file) for found, file, _ in codes(load(root))]


def test_a_dossier_without_its_folders_is_not_an_empty_one(root: Path) -> None:
    (root / "briefings").rename(root / "briefing")
    (root / "pages").rename(root / "page")
    found = {(problem.code.name, str(problem.at)) for problem in load(root).problems if problem.severity == "error"}
    assert found == {("briefings-missing", str(Span("briefings"))), ("settings-wrong", str(Span("mkdocs.yml")))}
    edit(root, "mkdocs.yml", "docs_dir: pages\n", "")
    (root / "page").rename(root / "docs")  # as MkDocs has it where nothing is said
    assert {problem.code.name for problem in load(root).problems if problem.severity == "error"} == {
        "briefings-missing"
    }


def test_a_link_out_of_the_dossier_is_no_brief(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text((root / BRIEF).read_text("utf-8"), "utf-8")
    (root / "briefings/2031/leak.yaml").symlink_to(tmp_path / "secret.yaml")
    loaded = load(root)
    assert codes(loaded) == [("file-unsafe", "briefings/2031/leak.yaml", 1)]
    assert "leak" not in loaded.library.briefs


def test_an_archive_is_asked_where_one_is_named(root: Path) -> None:
    archive = root / "archive"
    assert load(root, archive).problems == ()
    text = next(archive.glob("quay-post*.txt"))
    text.write_text(text.read_text("utf-8") + "\nOne more line.\n", "utf-8")
    assert [code for code, _, _ in codes(load(root, archive))] == ["archive-text-changed"]
    text.unlink()
    assert [code for code, _, _ in codes(load(root, archive))] == ["archive-missing"]
    assert load(root).problems == ()


def test_nothing_but_the_cache_is_written(root: Path) -> None:
    before = {path for path in root.rglob("*") if ".cache" not in path.parts}
    load(root)
    assert {path for path in root.rglob("*") if ".cache" not in path.parts} == before
    (root / ".cache" / "dossier.sqlite").write_bytes(b"damaged")
    assert load(root).problems == ()


def test_a_reporter_hears_of_every_stage(root: Path) -> None:
    heard: list[str] = []

    class Ear:
        def begin(self, stage: str, total: int | None) -> None:
            heard.append(f"{stage} begins")

        def advance(self, steps: int) -> None:
            heard.append(f"{steps}")

        def end(self, stage: Stage) -> None:
            assert stage.seconds >= 0
            heard.append(f"{stage.name} ends")

    load(root, reporter=Ear())
    assert heard == ["read begins", "read ends", "check begins", "check ends"]


def test_a_renamed_brief_that_only_reviews_name_is_one_problem(tmp_path: Path) -> None:
    world = World(reviews="required")
    world.brief("spring", claim("a"))
    world.brief(
        "summer", claim("b", "The guild says no.", party="guild"), claim("c", "The mill says no.", party="mill")
    )
    for each in ("spring/a", "summer/b", "summer/c"):
        review(world, each)
    root = world.write(tmp_path / "dossier")
    assert load(root).problems == ()
    (root / "briefings/2031/summer.yaml").rename(root / "briefings/2031/autumn.yaml")
    assert [(one.code.name, one.hint) for one in load(root).problems] == [("renamed", 'rename it "summer.yaml"')]
