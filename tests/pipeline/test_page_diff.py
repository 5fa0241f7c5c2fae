"""Which pages a change touches: exactly those that show something else than before."""

from dataclasses import replace
from typing import Any

import pytest

from dossier.check.changes import TouchedPages
from dossier.library import Library
from dossier.model import InShort, Settings
from dossier.pipeline.load import load
from dossier.pipeline.page_diff import touched_pages
from tests.pipeline import harbour


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    root = tmp_path_factory.mktemp("tram") / "dossier"
    harbour.copy(root)
    return load(root).library


def but(library: Library, kind: str, record_id: str, **changes: Any) -> Library:
    """Return the library with one record changed."""
    records: Any = dict(getattr(library.corpus, kind))
    records[record_id] = records[record_id].model_copy(update=changes)
    corpus: Any = {kind: records}
    return Library(replace(library.corpus, **corpus))


def touched(library: Library, head: Library) -> set[str]:
    pages = touched_pages(library, head)
    assert pages is not None
    assert (pages.new, pages.gone) == ((), ())
    return set(pages.changed)


def test_the_same_content_touches_nothing(library: Library) -> None:
    assert touched_pages(library, library) == TouchedPages()
    # A note that nobody reads makes the two corpora differ, so that every page is looked at.
    beside = replace(library.corpus, files={**library.corpus.files, ("settings", "x"): "x"})
    assert touched_pages(library, Library(beside)) == TouchedPages()


def test_a_name_is_changed_wherever_it_is_shown(library: Library) -> None:
    party = next(linked.claim.party for linked in library.claims.values() if linked.claim.party)
    found = touched(library, but(library, "parties", party, name="Somebody else"))
    shown = {f"briefs/{linked.brief_id}/" for linked in library.claims_by_party[party]}
    shown |= {f"topics/{topic}/" for linked in library.claims_by_party[party] for topic in linked.claim.topics}
    assert {f"parties/{party}/", "parties/", "positions/", "people/", "feeds/", *shown} <= found
    assert not any(one.startswith("origins/") and one.count("/") > 2 for one in found)
    assert "schema/" not in found


def test_a_bottom_line_touches_its_topic_alone_and_the_answer_in_short_the_lists_of_topics(library: Library) -> None:
    topic_id, topic = next(iter(library.topics.items()))
    first, *rest = topic.bottom_line.sentences
    sentences = (first.model_copy(update={"text": "It is otherwise."}), *rest)
    line = topic.bottom_line.model_copy(update={"sentences": sentences})
    found = touched(library, but(library, "topics", topic_id, bottom_line=line))
    assert f"topics/{topic_id}/" in found
    assert not found & {"", "topics/", "timeline/", "updates/", "positions/"}
    in_short = InShort(text="It is otherwise.", claims=first.claims)
    found = touched(library, but(library, "topics", topic_id, in_short=in_short))
    assert {"", "topics/", f"topics/{topic_id}/"} <= found
    assert not found & {"timeline/", "updates/", "positions/"}


def test_what_only_a_claim_shows_is_found_on_every_page_with_that_claim(library: Library) -> None:
    linked = next(linked for linked in library.claims.values() if linked.claim.evidence)
    source = linked.claim.evidence[0].source
    record = library.sources[source]
    graded = record.reliability.model_copy(update={"grade": "E"})
    found = touched(library, but(library, "sources", source, reliability=graded))
    citing = {f"briefs/{cited.brief_id}/" for cited, _ in library.cited_by_source[source]}
    assert {f"sources/{source}/", "sources/", *citing} <= found


def test_a_new_page_and_one_that_is_gone(library: Library) -> None:
    origins = dict(library.corpus.origins)
    unused = next(iter(origins.values())).model_copy(update={"id": "fresh-log", "depends_on": ()})
    head = Library(replace(library.corpus, origins={**origins, "fresh-log": unused}))
    there, back = touched_pages(library, head), touched_pages(head, library)
    assert there is not None
    assert back is not None
    assert (there.new, there.gone) == (back.gone, back.new) == (("origins/fresh-log/",), ())
    assert there.changed == back.changed


def test_another_name_of_the_site_is_no_change_of_the_content(library: Library) -> None:
    settings: Settings = library.settings.model_copy(update={"name": "Another", "url": "https://elsewhere.example/"})
    assert touched_pages(library, Library(replace(library.corpus, settings=settings))) == TouchedPages()


def test_nobody_knows_the_pages_of_a_dossier_with_errors(library: Library) -> None:
    brief_id = next(iter(library.corpus.briefs))
    brief = library.corpus.briefs[brief_id]
    broken = but(library, "briefs", brief_id, claims=brief.claims[1:])
    assert touched_pages(library, broken) is None
    assert touched_pages(broken, library) is None
