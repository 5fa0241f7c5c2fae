"""Pages of sources: each paragraph's fate, each bend, each way the story came, and every claim once."""

import datetime
from typing import Any

from dossier.evidence import fingerprint, verification
from dossier.library import Library
from dossier.linked import address
from dossier.model import LeftOut
from dossier.pages import Page, plan
from dossier.pages.context import Context
from dossier.pages.source import Passage, SourcePartView, SourceView, pages
from tests.pages import orla

QUOTE = "the sluice stays shut until spring"
TEXT = f"Now they say that {QUOTE}\nA heading\nAgain {QUOTE}\nNobody has read this one\n"
SHA = fingerprint.text_sha256(TEXT.encode())


def _library(**given: Any) -> Library:
    """Return a dossier in which one source's paragraphs are known: 1 and 3 cited, 2 left out, 4 not read."""
    cites = orla.claim(
        "cites",
        evidence=[
            orla.evidence(),
            orla.evidence(paragraph=3, origin="hearsay", drift="It turns a wish into a plan."),
        ],
    )
    also = orla.claim("also", evidence=[orla.evidence(paragraph=3, drift="It turns a wish into a plan.")])
    fields: dict[str, Any] = {
        "briefs": {"b": orla.brief(cites, also)},
        "sources": {
            "valley-post": orla.source(text_sha256=SHA),
            "river-wire": orla.source("Unused", outlet="River Wire"),
        },
        "fingerprints": {"valley-post": fingerprint.make("valley-post", TEXT)},
    }
    return orla.library(**{**fields, **given})


def _page(library: Library, where: str = "sources/valley-post/") -> Page:
    return next(page for page in plan(library) if page.address == where)


def _view(library: Library, where: str = "sources/valley-post/") -> SourceView:
    view = _page(library, where).view
    assert isinstance(view, SourceView)
    return view


def _told(passages: tuple[Passage, ...]) -> list[tuple[int, str, str, list[str]]]:
    return [(each.number, each.state, each.words, [cited.line.id for cited in each.claims]) for each in passages]


def test_every_paragraph_says_what_became_of_it() -> None:
    view = _view(_library())
    assert _told(view.passages) == [
        (1, "cited", "cited by 1 claim", ["b/cites"]),
        (2, "left out", "heading", []),
        (3, "cited", "cited by 2 claims", ["b/cites", "b/also"]),
        (4, "not read", "not yet read", []),
    ]
    assert view.tallies == "4 paragraphs: 2 cited, 1 left out, with a reason, 1 not yet read"
    assert [each.bends for each in view.passages] == [False, False, True, False]


def test_a_bend_is_told_once_however_many_claims_meet_it() -> None:
    (one, other) = _view(_library()).bends
    assert one.drift == other.drift == "It turns a wish into a plan."
    assert (one.paragraphs, other.paragraphs) == ((3,), (3,))
    assert {one.origin.address, other.origin.address} == {"origins/hearsay/", "origins/guild-report/"}
    assert [cited.bends for cited in _view(_library()).passages[2].claims] == [True, True]


def test_a_claim_that_the_same_paragraph_tells_straight_is_not_said_to_be_bent() -> None:
    straight = orla.claim("straight", evidence=[orla.evidence(paragraph=3), orla.evidence(paragraph=1, drift="Bent.")])
    bent = orla.claim("bent", evidence=[orla.evidence(paragraph=3, drift="Bent.")])
    view = _view(_library(briefs={"b": orla.brief(straight, bent)}))
    told = {(each.number, cited.line.id): cited.bends for each in view.passages for cited in each.claims}
    assert told == {(1, "b/straight"): True, (3, "b/bent"): True, (3, "b/straight"): False}


def test_the_way_that_most_claims_came_by_stands_first() -> None:
    ways = _view(_library()).ways
    assert [(each.claims, each.chain.is_bucket) for each in ways] == [("2 claims", False), ("1 claim", True)]
    assert [each.chain.steps[-1].links[0].words for each in ways] == ["The Valley Post"] * 2


def test_what_nobody_is_named_in_stands_last_however_much_came_that_way() -> None:
    hearsay = [orla.claim(f"h-{n}", evidence=[orla.evidence(origin="hearsay")]) for n in range(3)]
    view = _view(_library(briefs={"b": orla.brief(orla.claim("named"), *hearsay)}))
    assert [(each.claims, each.chain.is_bucket) for each in view.ways] == [("1 claim", False), ("3 claims", True)]


def test_an_origin_that_the_text_never_names_is_told_as_inferred() -> None:
    inferred = orla.claim("x", evidence=[orla.evidence(origin_basis="inferred")])
    assert [each.inferred for each in _view(_library(briefs={"b": orla.brief(inferred)})).ways] == [True]
    both = orla.brief(inferred, orla.claim("y"))
    assert [each.inferred for each in _view(_library(briefs={"b": both})).ways] == [False]


def test_a_source_that_nobody_has_read_says_so() -> None:
    view = _view(_library(), "sources/river-wire/")
    assert (view.passages, view.is_counted, view.claims_words, view.checks) == ((), False, "0 claims", ())


def test_without_a_fingerprint_what_is_cited_still_has_its_place() -> None:
    view = _view(_library(fingerprints={}))
    assert [each.number for each in view.passages] == [1, 3]
    assert (view.tallies, view.is_counted) == ("", False)


def test_the_state_of_checks_is_told_with_its_date() -> None:
    assert _view(_library()).checks == (
        "2 quotes fit the fingerprint of the paragraph; none is on record as held against the archived text.",
    )
    held = verification.record("valley-post", SHA, [orla.evidence()], datetime.date(2024, 7, 1))
    checks = _view(_library(verifications={"valley-post": held})).checks
    assert checks[0] == "1 quote stands word for word in the archived text, as checked on 1 July 2024."
    assert (
        checks[1]
        == "1 quote fits the fingerprint of the paragraph; not yet on record as held against the archived text."
    )
    wrong = orla.brief(orla.claim("x", evidence=[orla.evidence(quote="nothing of the kind was said")]))
    assert _view(_library(briefs={"b": wrong})).checks[0] == "1 quote could not be checked."


def test_the_record_is_in_words() -> None:
    view = _view(
        _library(sources={"valley-post": orla.source(language="uk", authors=["Ada", "Ben"], leaning="of the valley")})
    )
    assert (view.language, view.authors, view.leaning) == ("Ukrainian", "Ada and Ben", "of the valley")
    assert view.directness == "passes on a report by others"
    strange = _view(_library(sources={"valley-post": orla.source(language="tlh")}))
    assert strange.language == "tlh"


def test_a_source_that_very_many_claims_cite_has_parts_and_loses_none() -> None:
    claims = [
        orla.claim(f"c-{n}", evidence=[orla.evidence(paragraph=n % 5 + 1), orla.evidence(paragraph=9)])
        for n in range(700)
    ]
    library = _library(briefs={"b": orla.brief(*claims)}, fingerprints={})
    found = [page for page in pages(Context(library)) if page.address.startswith("sources/valley-post/")]
    first, parts = found[0].view, [page.view for page in found[1:]]
    assert isinstance(first, SourceView)
    assert [page.kind for page in found] == ["source"] + ["source-part"] * 5
    assert [link.address for link in first.parts] == [page.address for page in found[1:]]
    assert [link.words for link in first.parts] == [
        "paragraphs 1 to 3",
        "paragraphs 3 to 5",
        "paragraphs 5 to 9",
        "paragraph 9",
        "paragraph 9",
    ]
    assert all(not each.claims for each in first.passages)
    # What is linked for a paragraph is the part on which it begins.
    assert {each.number: each.elsewhere for each in first.passages}[9] == "sources/valley-post/part/3/#p9"
    shown = []
    for view in parts:
        assert isinstance(view, SourcePartView)
        shown += [(each.number, cited.line.id) for each in view.passages for cited in each.claims]
    assert len(shown) == len(set(shown)) == 1400
    assert {claim for _, claim in shown} == set(library.claims)


def test_sources_are_listed_newest_first_and_by_year_where_they_are_many() -> None:
    some = {f"s-{n:03d}": orla.source(f"Text {n}", published=f"{2015 + n % 4}-0{n % 9 + 1}") for n in range(700)}
    found = [page for page in plan(_library(sources=some)) if page.kind in {"sources", "sources-period"}]
    assert found[0].address == address.SOURCES
    assert [page.address for page in found[1:]] == [f"sources/year/{year}/" for year in (2018, 2017, 2016, 2015)]
    lines = [line for page in found[1:] for line in page.view.sources]  # type: ignore[attr-defined]
    assert len({line.source.address for line in lines}) == 700
    dates = [line.published for line in lines]
    assert dates == sorted(dates, reverse=True)


def test_a_listed_source_says_what_is_to_be_known_of_it() -> None:
    listed = _page(_library(), address.SOURCES).view.sources  # type: ignore[attr-defined]
    line = next(each for each in listed if each.source.address == "sources/valley-post/")
    assert line.counts == "cited by 2 claims · bends its origin in 2 places · 1 paragraph not yet read"
    assert line.grade == "graded B, usually reliable"
    unused = next(each for each in listed if each.source.address == "sources/river-wire/")
    assert unused.counts == "not cited"


def test_left_out_paragraphs_keep_their_reasons_apart() -> None:
    left = [LeftOut(paragraphs=(2,), reason="heading"), LeftOut(paragraphs=(4,), reason="repeats ¶1")]
    view = _view(_library(sources={"valley-post": orla.source(left_out=left)}))
    assert [each.words for each in view.passages if each.state == "left out"] == ["heading", "repeats ¶1"]
