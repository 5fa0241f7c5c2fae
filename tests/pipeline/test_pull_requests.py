"""Pull requests made by rule: what does harm stands first whatever it hides among, and what does none is not refused.

A few are tried in each run; `PULL_REQUESTS=100 python -m pytest tests/pipeline/test_pull_requests.py` tries that many.
"""

import os
from pathlib import Path

import pytest

from dossier.authoring.upgrade import in_todays_format
from dossier.check.changes import COMMENT, as_text
from dossier.pipeline.load import load
from dossier.pipeline.revision_diff import Comparison, compare_with
from tests.pipeline.pull_requests import HARMFUL, PullRequest, base, pull_requests

NUMBER = int(os.environ.get("PULL_REQUESTS", "8"))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("published") / "dossier"
    base(root)
    assert not load(root).has_errors
    return root


@pytest.mark.parametrize("one", list(pull_requests(NUMBER)), ids=lambda one: f"{one.harm or 'harmless'}-{one.size}")
def test_harm_stands_first_and_what_does_none_is_not_refused(one: PullRequest, published: Path, tmp_path: Path) -> None:
    root = tmp_path / "dossier"
    one.make(published, root)
    loaded = load(root)
    compared = compare_with(loaded, "published", in_todays_format)
    if one.harm:
        check_harm(one, compared)
    else:
        assert not loaded.has_errors
        assert not compared.has_errors, compared.problems


def check_harm(one: PullRequest, compared: Comparison) -> None:
    harm = HARMFUL[one.harm]
    whole, short = as_text(compared.report), compared.as_markdown(COMMENT, "whole.md")
    assert len(short.encode()) <= COMMENT
    for shown, told, machinery, rest in (
        (whole, "\nWHAT READERS ARE TOLD", "\nWHAT THE SITE IS MADE", "\nALL ELSE"),
        (short, "\n### What readers are told", "\n### What the site is made", "\n### All else"),
    ):
        grave = shown.partition(rest)[0]
        part = grave.partition(machinery)[2] if harm.is_machinery else grave.partition(told)[2].partition(machinery)[0]
        assert harm.sign in part
        assert not harm.is_machinery or harm.sign in shown.partition(told)[0].partition(machinery)[0], (
            "named at the top"
        )
        assert harm.code in shown.partition(told)[0], "the problem is named at the top"
    if harm.code:
        assert harm.code in {problem.code.name for problem in compared.problems}
