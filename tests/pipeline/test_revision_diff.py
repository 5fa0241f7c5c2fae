"""A dossier held against an earlier revision of itself, in a real repository, step by step through one story."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dossier.authoring.upgrade import in_todays_format
from dossier.check.changes import IncomparableError
from dossier.pipeline.load import load
from dossier.pipeline.revision_diff import compare_with
from tests.feeds import story
from tests.pipeline import harbour
from tests.pipeline.repository import BASE, Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "dossier")


def test_a_fresh_clone_has_changed_nothing(repository: Repository) -> None:
    compared = repository.compared()
    assert compared.changes.is_empty
    assert not compared.has_errors
    assert "**Nothing that readers see changed.**" in compared.as_markdown()


def test_reviews_are_compared(repository: Repository) -> None:
    claim_id = next(iter(repository.compared().changes.head.claims))
    review = f"- claim: {claim_id}\n  by: Ada Brook\n  on: 2031-03-05\n  digest: {'0' * 64}\n"
    file = repository.root / "briefings/reviews.yaml"
    file.write_text(f"reviews:\n{review}", "utf-8")
    compared = repository.compared()
    document = json.loads(compared.as_json())
    assert document["reviews"] == [
        {"claim": claim_id, "by": [None, "Ada Brook"], "on": [None, "2031-03-05"], "fits": False}
    ]
    # Readers are not told of reviews, so no page changes.
    assert (document["beside"], document["pages"]) == ([], {"new": [], "changed": [], "gone": []})
    assert "New review" in compared.as_markdown().split("### All else")[1]
    harbour.edit(repository.root, "mkdocs.yml", "authority:", "reviews: shown\n    authority:")
    compared = repository.compared()
    assert f"briefs/{claim_id.partition('/')[0]}/" in json.loads(compared.as_json())["pages"]["changed"]
    assert "New review" in compared.as_markdown().split("### All else")[0]


def test_files_outside_the_content_are_named_as_they_may_do_anything(repository: Repository) -> None:
    harbour.edit(repository.root, "mkdocs.yml", "authority:", "# a hook would run here\n    authority:")
    (repository.root / "pages/about.md").unlink()
    (repository.root / "hooks").mkdir()
    (repository.root / "hooks/run\n`me`.py").symlink_to("../elsewhere")
    (repository.root / "sources/README.md").write_text("Records.\n", "utf-8")
    told = [
        ("mkdocs.yml", "changed", "settings"),
        ("hooks/run\n`me`.py", "new", "code"),
        ("pages/about.md", "gone", "page"),
        ("sources/README.md", "new", "harmless"),
    ]
    uncommitted = repository.compared()
    repository.commit("beside")
    compared = repository.compared()
    for one in (uncommitted, compared):
        assert [(file.path, file.how, file.kind) for file in one.beside] == told
    assert json.loads(compared.as_json())["beside"][1] == {"path": told[1][0], "how": "new", "kind": "code"}
    shown = compared.as_markdown()
    assert "Nothing in the content changed." in shown
    assert "**3 files to read before you build**: `mkdocs.yml`, ``hooks/run ⏎ `me`.py``, `pages/about.md`" in shown
    assert repository.compared("beside").beside == ()


def test_a_hook_among_the_content_is_code_whatever_it_is_called(repository: Repository) -> None:
    for name in ("briefings/2031/harbour-hook.txt", "sources/run.py", "briefings/.hidden"):
        (repository.root / name).write_text("x = 1\n", "utf-8")
    settings = (repository.root / "mkdocs.yml").read_text("utf-8")
    (repository.root / "mkdocs.yml").write_text(f"{settings}\nhooks: [briefings/2031/harbour-hook.txt]\n", "utf-8")
    kinds = {one.path: one.kind for one in repository.compared().beside}
    assert kinds == {
        "mkdocs.yml": "settings",
        "briefings/2031/harbour-hook.txt": "hook",
        "briefings/.hidden": "code",
        "sources/run.py": "code",
    }


def test_the_overview_is_compared(repository: Repository) -> None:
    overview = repository.root / "briefings/overview.yaml"
    kept = overview.read_text("utf-8") if overview.exists() else OVERVIEW
    overview.write_text(kept, "utf-8")
    repository.commit("with-overview")
    overview.write_text(kept.replace("The council", "Nobody"), "utf-8")
    assert "Nobody" in repository.compared("with-overview").as_markdown().split("### All else")[0]
    overview.unlink()
    assert "id-vanished" in repository.codes("with-overview")


def test_a_typo_mended_in_silence_is_refused_at_the_very_line(repository: Repository) -> None:
    story.mend_typo(repository.root, told=False)
    compared = repository.compared()
    (problem,) = compared.problems
    assert (problem.code.name, problem.at.file) == ("claim-changed-untold", story.BRIEF)
    lines = (repository.root / story.BRIEF).read_text("utf-8").splitlines()
    assert "The city council resolved" in lines[problem.at.line - 1]  # type: ignore[union-attr]
    assert compared.has_errors


def test_a_typo_mended_with_a_minor_update_may_go_in(repository: Repository) -> None:
    story.mend_typo(repository.root)
    compared = repository.compared()
    assert compared.problems == ()
    assert [one.id for one in compared.changes.feed_items] == []
    shown = compared.as_markdown()
    assert "- The city cuoncil resolved" in shown
    assert "+ The city council resolved" in shown


def test_claims_lead_to_their_files_where_the_settings_say_how_a_file_is_edited(repository: Repository) -> None:
    story.mend_typo(repository.root)
    assert "](<" not in repository.compared().as_markdown()
    where = "https://tram.example/edit/{path}"
    harbour.edit(repository.root, "mkdocs.yml", "authority_year: 2031", f'authority_year: 2031\n    edit: "{where}"')
    assert f"](<https://tram.example/edit/{story.BRIEF}>)" in repository.compared().as_markdown()


def test_a_correction_makes_one_feed_item_and_marks_what_it_mends(repository: Repository) -> None:
    story.mend_typo(repository.root)
    repository.commit("spelt")
    story.correct(repository.root)
    compared = repository.compared("spelt")
    assert compared.problems == ()
    assert [one.id for one in compared.changes.feed_items] == [story.CORRECTION]
    assert [one.id for one in compared.changes.corrected] == ["harbour-vote-first-told"]
    told = json.loads(compared.as_json())
    assert told["feed_items"] == [story.CORRECTION]
    assert repository.codes(f"{BASE}~0") == [], "and so does everything since the first publication"


def test_a_renamed_brief_is_refused_with_the_way_back(repository: Repository) -> None:
    story.rename(repository.root)
    gone = [problem for problem in repository.compared().problems if problem.code.name == "id-vanished"]
    assert [problem.message.split(" was ")[0] for problem in gone] == ['brief "harbour-vote"']


def test_a_move_of_the_site_is_no_change_and_a_new_authority_is_refused(repository: Repository) -> None:
    story.move(repository.root, "https://tram.example/dossier/", "https://elsewhere.example/")
    assert repository.compared().changes.is_empty
    harbour.edit(repository.root, "mkdocs.yml", "authority_year: 2031", "authority_year: 2032")
    (problem,) = repository.compared().problems
    assert (problem.code.name, problem.at.file) == ("feed-identity-changed", "mkdocs.yml")


def test_an_edited_and_a_deleted_update_are_refused(repository: Repository) -> None:
    harbour.edit(repository.root, story.BRIEF, "nobody has said who pays", "nobody says who pays")
    assert repository.codes() == ["update-edited"]
    text = (repository.root / story.BRIEF).read_text("utf-8")
    (repository.root / story.BRIEF).write_text(text.partition("updates:\n")[0], "utf-8")
    assert repository.codes() == ["id-vanished"]


def test_a_dossier_in_a_folder_of_the_repository_is_compared_alike(tmp_path: Path) -> None:
    outer = Repository(tmp_path / "outer")
    inner = outer.root / "inner"
    story.first(inner, "https://tram.example/dossier/")
    outer.commit("with-inner")
    assert compare_with(load(inner), "with-inner", in_todays_format).changes.is_empty
    story.mend_typo(inner, told=False)
    (problem,) = compare_with(load(inner), "with-inner", in_todays_format).problems
    assert problem.at.file == story.BRIEF
    assert outer.compared("with-inner").changes.is_empty


BROKEN = "title: [\n"
OVERVIEW = """\
as_of: 2031-05
review_by: 2032-05
sentences:
  - text: The council chose the harbour.
    claims: [harbour-vote/harbour-chosen]
"""


def spoil_base(repository: Repository) -> str:
    brief = repository.root / story.BRIEF
    kept = brief.read_text("utf-8")
    brief.write_text(BROKEN, "utf-8")
    repository.commit("broken")
    brief.write_text(kept, "utf-8")
    return "broken"


def spoil_head(repository: Repository) -> str:
    (repository.root / story.BRIEF).write_text(BROKEN, "utf-8")
    return BASE


def spoil_settings(repository: Repository) -> str:
    settings = repository.root / "mkdocs.yml"
    kept = settings.read_text("utf-8")
    settings.write_text("site_name: [\n", "utf-8")
    repository.commit("no-settings")
    settings.write_text(kept, "utf-8")
    return "no-settings"


def spoil_settings_here(repository: Repository) -> str:
    (repository.root / "mkdocs.yml").write_text("site_name: [\n", "utf-8")
    return BASE


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda repository: "no-such-tag", "there is no revision"),
        (lambda repository: "--output=x", "is not the name of a revision"),
    ],
)
def test_a_revision_that_is_not_there_is_said_and_never_passes(
    repository: Repository, spoil: Callable[[Repository], str], why: str
) -> None:
    revision = spoil(repository)
    with pytest.raises(IncomparableError, match=why):
        repository.compared(revision)


@pytest.mark.parametrize(
    ("spoil", "which", "file"),
    [
        (spoil_base, "base", story.BRIEF),
        (spoil_head, "head", story.BRIEF),
        (spoil_settings, "base", "mkdocs.yml"),
        (spoil_settings_here, "head", "mkdocs.yml"),
    ],
)
def test_what_cannot_be_read_is_an_error_and_all_else_is_compared(
    repository: Repository, spoil: Callable[[Repository], str], which: str, file: str
) -> None:
    revision = spoil(repository)
    other = repository.root / "briefings/2031/traders-soften.yaml"
    other.write_text(re.sub(r"(?m)^    text: ", "    text: Not so. ", other.read_text("utf-8"), count=1), "utf-8")
    (repository.root / "hook.py").write_text("x = 1\n", "utf-8")
    compared = repository.compared(revision)
    assert [(one.file, one.revision) for one in compared.changes.unread] == [(file, which)]
    assert {problem.code.name for problem in compared.problems} == {"not-compared", "claim-changed-untold"}
    assert compared.pages is None
    assert "hook.py" in [one.path for one in compared.beside]
    shown = compared.as_markdown()
    assert shown.index("#### Not compared") < shown.index("Not so.") < shown.index("- `hook.py`")


def test_what_came_to_the_base_since_is_not_missed(repository: Repository) -> None:
    begun = repository.git("rev-parse", "HEAD").strip()
    repository.git("checkout", "--quiet", "-b", "trunk")
    extra = (repository.root / story.BRIEF).read_text("utf-8").replace("harbour-vote-", "second-")
    (repository.root / "briefings/2031/second-vote.yaml").write_text(extra, "utf-8")
    repository.commit("moved-on")
    repository.git("checkout", "--quiet", "-b", "mine", begun)
    assert repository.codes("trunk") == []
    story.mend_typo(repository.root)
    repository.commit("mine-1")
    compared = repository.compared("trunk")
    assert compared.problems == ()
    assert [one.id for one in compared.changes.changed] == ["harbour-vote/harbour-chosen"]
    assert compared.beside == ()
    assert (
        f"\n\n`trunk` has moved on since this branch began: compared with `{begun[:12]}`, where they parted.\n\n"
        in compared.as_markdown()
    )
    told = json.loads(compared.as_json())
    assert (told["revision"], told["compared_with"]) == ("trunk", begun)
    assert "has moved on" not in repository.compared(BASE).as_markdown()


def test_what_has_no_commit_in_common_is_compared_itself_and_that_is_said(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "--orphan", "elsewhere")
    story.mend_typo(repository.root)
    repository.commit("begun-anew")
    compared = repository.compared()
    assert [one.id for one in compared.changes.changed] == ["harbour-vote/harbour-chosen"]
    shown = compared.as_markdown()
    assert f"`{BASE}` and this branch have no commit in common here, so that `{BASE}` itself was compared" in shown
    assert "unshallow" not in shown


def test_without_a_repository_nothing_is_compared(tmp_path: Path) -> None:
    story.first(tmp_path / "dossier", "https://tram.example/dossier/")
    with pytest.raises(IncomparableError, match="not in a Git repository"):
        compare_with(load(tmp_path / "dossier"), BASE, in_todays_format)


def test_a_shallow_clone_knows_only_what_it_has(repository: Repository, tmp_path: Path) -> None:
    first = repository.git("rev-parse", "HEAD").strip()
    story.mend_typo(repository.root)
    repository.commit("spelt")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(clone))
    assert compare_with(load(clone), "HEAD", in_todays_format).changes.is_empty
    with pytest.raises(IncomparableError, match="if the clone is shallow"):
        compare_with(load(clone), first, in_todays_format)


def test_a_shallow_clone_of_two_branches_says_what_to_fetch(repository: Repository, tmp_path: Path) -> None:
    story.mend_typo(repository.root)
    repository.commit("spelt")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(clone))
    repository.git("-C", str(clone), "fetch", "--quiet", "--depth=1", "origin", BASE)
    shown = compare_with(load(clone), "FETCH_HEAD", in_todays_format).as_markdown()
    assert "· 1 claim changed" in shown
    assert "itself was compared" in shown
    assert "Fetch the older commits: `git fetch --unshallow`." in shown
