"""What the site gives to programs: every feed, download and schema that there is, and no other."""

import json

from dossier.exports import write as write_downloads
from dossier.feeds import write as write_feeds
from dossier.library import Library
from dossier.linked import address
from dossier.pages import Link, plan
from dossier.pages.machine_pages import DownloadsView, FeedsView, ProblemsView, SchemasView
from dossier.problem import CODES
from tests.pages import orla


def _view(where: str, library: Library | None = None) -> object:
    return next(page for page in plan(library or orla.library()) if page.address == where).view


def test_every_feed_is_offered_in_every_form_with_what_it_has_told() -> None:
    library = orla.library()
    view = _view(address.FEEDS, library)
    assert isinstance(view, FeedsView)
    lines = [view.everything, *view.topics]
    assert [(line.page.words, line.words) for line in lines] == [
        ("All updates", "4 updates"),
        ("The sluice", "4 updates"),
        ("The ferry", "2 updates"),
    ]
    written = {where for where, _ in write_feeds(library, lambda _: "")}
    offered = {form.address for line in lines for form in line.forms} | {view.opml}
    assert offered == {where for where in written if "archive" not in where}


def test_the_form_to_copy_is_the_one_that_tells_of_corrections() -> None:
    view = _view(address.FEEDS)
    assert isinstance(view, FeedsView)
    assert view.everything.forms[0] == Link("feeds/all/atom.xml", "Atom")


def test_every_download_is_offered_with_its_schema_and_its_size() -> None:
    library = orla.library()
    view = _view(address.DOWNLOADS, library)
    assert isinstance(view, DownloadsView)
    written = dict(write_downloads(library))
    offered = {file.address for each in view.downloads for file in each.files}
    assert offered == {where for where in written if where.startswith("data/")}
    for each in view.downloads:
        assert each.schema.address in written
        assert each.count == len(json.loads(written[f"data/{each.name}.json"])[each.name])


def test_every_schema_is_offered() -> None:
    library = orla.library()
    view = _view(address.SCHEMAS, library)
    assert isinstance(view, SchemasView)
    offered = {link.address for link, _ in (*view.written, *view.given)}
    assert offered == {where for where, _ in write_downloads(library) if where.startswith("schema/")}
    assert view.example == "# yaml-language-server: $schema=https://orla.example/site/schema/brief.json"


def test_every_problem_is_listed() -> None:
    view = _view(address.PROBLEMS)
    assert isinstance(view, ProblemsView)
    assert {code.name for area in view.areas for code in area.codes} == set(CODES)
