from pathlib import Path

import pytest

from dossier.pipeline.build import build
from tests.architecture.test_repository_files import names_in, subject, text_of
from tests.cases.cases import lay_out


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = lay_out(tmp_path_factory.mktemp("tram") / "dossier")
    report = build(root, search=False)
    assert report.problems == ()
    assert report.count is not None
    return report.site


def test_a_dossier_on_another_subject_is_built_whole(site: Path) -> None:
    for address in (
        "",
        "about/",
        "topics/",
        "topics/route/",
        "topics/funding/",
        "positions/",
        "timeline/",
        "briefs/",
        "briefs/harbour-vote/",
        "sources/",
        "sources/quay-post-2031-05-13/",
        "origins/",
        "origins/courier-officials/",
        "parties/traders/",
        "updates/",
        "updates/harbour-vote-count-mended/",
        "feeds/",
    ):
        assert (site / address / "index.html").is_file(), address
    for name in (
        "feeds/all/atom.xml",
        "feeds/route/rss.xml",
        "feeds/funding/feed.json",
        "data/claims.json",
        "schema/brief.json",
    ):
        assert (site / name).is_file(), name


def test_nothing_of_the_first_subject_is_in_it(site: Path) -> None:
    assert len(subject()) > 20
    for path in sorted(site.rglob("*")):
        if path.is_file() and "assets" not in path.relative_to(site).parts:
            assert names_in(text_of(path)) == [], path.relative_to(site)
