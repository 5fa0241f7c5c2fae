"""Pages of origins: who passed a thing on, what rests on it, and what falls with it."""

from typing import Any

from dossier.library import Library
from dossier.linked import address
from dossier.model import Origin
from dossier.pages import Page, plan
from dossier.pages.context import Context
from dossier.pages.origin import OriginView
from dossier.pages.origin_tree import Tree, tree
from tests.pages import orla


def _report(origin_id: str, publisher: str, *behind: str, **given: Any) -> Origin:
    return Origin(
        id=origin_id, name=f"Report {origin_id}", kind="report", publisher=publisher, depends_on=behind, **given
    )


def _library(origins: list[Origin], *claims: Any) -> Library:
    return orla.library(briefs={"b": orla.brief(*claims)}, origins={each.id: each for each in origins})


def _view(library: Library, origin_id: str) -> OriginView:
    view = next(page for page in plan(library) if page.address == address.origin(origin_id)).view
    assert isinstance(view, OriginView)
    return view


def _drawn(branches: Tree) -> list[Any]:
    return [
        (each.link.words, _drawn(each.below)) if each.below.branches else each.link.words for each in branches.branches
    ]


def test_who_passed_it_on_is_a_tree_down_to_the_texts() -> None:
    library = orla.library()
    assert _drawn(tree(Context(library), "guild-letter")) == [
        ("River Wire report of 21 May 2024", ["The Valley Post", "River Wire"]),
        "The Valley Post",
    ]


def test_a_branch_says_how_much_came_that_way_and_whether_the_text_says_so() -> None:
    library = orla.library()
    (report, post) = tree(Context(library), "guild-letter").branches
    assert report.words == "report"
    assert post.words == "3 March 2024 · 1 claim"
    (only,) = tree(Context(library), "hearsay").branches
    assert only.words == "3 March 2024 · 1 claim · does not name it here"


def test_a_report_with_two_ways_to_it_is_drawn_once() -> None:
    origins = [_report("a", "A"), _report("b", "B", "a"), _report("c", "C", "a"), _report("d", "D", "b", "c")]
    library = _library(origins, orla.claim("x", evidence=[orla.evidence(origin="d")]))
    drawn = tree(Context(library), "a")
    assert _drawn(drawn) == [("Report b", [("Report d", ["The Valley Post"])]), ("Report c", ["Report d"])]
    assert drawn.branches[1].below.branches[0].words == "see above"


def test_circles_and_thickets_end() -> None:
    circle = [_report("a", "A", "c"), _report("b", "B", "a"), _report("c", "C", "b")]
    assert _drawn(tree(Context(_library(circle, orla.claim("x"))), "a")) == [("Report b", [("Report c", ["Report a"])])]
    # Each of 30 reports rests on all thirty of the layer before: 27,000 ways lead to the last layer.
    layers = [[f"l{layer}-{n}" for n in range(30)] for layer in range(4)]
    thicket = [_report("root", "R")] + [
        _report(name, name, *(layers[layer - 1] if layer else ["root"]))
        for layer, names in enumerate(layers)
        for name in names
    ]
    drawn = tree(Context(_library(thicket, orla.claim("x"))), "root")

    def count(branches: Tree) -> int:
        return len(branches.branches) + sum(count(each.below) for each in branches.branches)

    assert count(drawn) <= 120


def test_what_is_not_drawn_is_counted() -> None:
    many = [_report("root", "R")] + [_report(f"r-{n:03d}", f"P{n}", "root") for n in range(100)]
    drawn = tree(Context(_library(many, orla.claim("x"))), "root")
    assert (len(drawn.branches), drawn.more) == (40, 60)


def test_what_falls_with_an_origin_is_what_has_no_other() -> None:
    origins = [_report("a", "A"), _report("b", "B"), _report("relay", "C", "a")]
    alone = orla.claim("alone", evidence=[orla.evidence(origin="relay")])
    both = orla.claim("both", evidence=[orla.evidence(origin="a"), orla.evidence(paragraph=2, origin="b")])
    apart = orla.claim("apart", evidence=[orla.evidence(origin="b")])
    library = _library(origins, alone, both, apart)
    view = _view(library, "a")
    assert (view.claims_count, view.falls_count, view.leans_count) == (2, 1, 1)
    assert [link.address for link in view.falls] == ["briefs/b/#alone"]
    # A relay adds no origin of its own, so nothing but itself leans on it.
    assert (_view(library, "relay").falls_count, _view(library, "relay").leans_count) == (1, 0)


def test_a_withdrawn_origin_and_a_bucket_hold_nothing_up() -> None:
    library = orla.library()
    taken_back = _view(library, "taken-back")
    assert (taken_back.status, taken_back.status_reason) == ("withdrawn", "its author admitted a mistake")
    assert (taken_back.falls_count, taken_back.leans_count, taken_back.claims_count) == (0, 0, 1)
    hearsay = _view(library, "hearsay")
    assert hearsay.is_bucket
    assert hearsay.falls_count == 0


def test_what_lies_behind_is_linked() -> None:
    assert [link.words for link in _view(orla.library(), "wire-report").behind] == ["Letter of the guild, 1 March 2024"]


def test_buckets_stand_apart_in_the_list() -> None:
    view = next(page for page in plan(orla.library()) if page.address == address.ORIGINS).view
    assert [each.origin.words for each in view.buckets] == ["Background, unattributed"]  # type: ignore[attr-defined]
    assert view.words == "4 origins"  # type: ignore[attr-defined]
    lines = {each.origin.words: each for each in view.origins}  # type: ignore[attr-defined]
    assert lines["Report of a new gate"].status == "withdrawn"
    assert lines["River Wire report of 21 May 2024"].counts == "2 claims rest on it, passed on by 2 sources"


def test_the_list_counts_what_the_page_of_an_origin_counts() -> None:
    library = orla.library()
    listed = next(page for page in plan(library) if page.address == address.ORIGINS).view
    counts = {each.origin.address: each.counts for each in (*listed.origins, *listed.buckets)}  # type: ignore[attr-defined]
    for origin_id in library.origins:
        assert counts[address.origin(origin_id)].startswith(f"{_view(library, origin_id).claims_count} claim")
    # One claim cites the letter itself; two more do through the report that rests on it.
    assert counts[address.origin("guild-letter")] == "3 claims rest on it, passed on by 2 sources"


def test_origins_without_a_date_have_a_page_too() -> None:
    dated = [_report(f"o-{n:03d}", f"P{n}", date=f"{2020 + n % 2}") for n in range(250)]
    undated = [_report(f"u-{n:03d}", f"P{n}") for n in range(80)]
    found = [page for page in plan(_library([*dated, *undated], orla.claim("x"))) if page.kind == "origins-period"]
    assert [page.address for page in found] == [
        "origins/year/2021/",
        "origins/year/2020/",
        "origins/year/undated/",
    ]
    assert found[-1].title == "Origins: undated"
    assert len(found[-1].view.origins) == 80  # type: ignore[attr-defined]


def test_an_origin_of_very_many_claims_is_split_and_loses_none() -> None:
    library = orla.large(1200)
    found: list[Page] = [page for page in plan(library) if page.address.startswith("origins/guild-report/")]
    view = found[0].view
    assert isinstance(view, OriginView)
    assert view.claims_count == 1200
    assert [link.address for link in view.periods] != []
    shown = [line.id for page in found[1:] for month in page.view.months for line in month.lines]  # type: ignore[attr-defined]
    assert len(shown) == len(set(shown)) == 1200
