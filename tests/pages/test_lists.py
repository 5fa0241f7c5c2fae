"""Long lists: split by date where they are long, drawn, and set against each other."""

import pytest

from dossier.linked import Dispute, LinkedClaim
from dossier.model import Origin
from dossier.pages import plan
from dossier.pages.context import Context
from dossier.pages.disputes import dispute_views
from dossier.pages.histogram import picture
from dossier.pages.matrix import matrix
from dossier.pages.pagination import LINES, links, split
from dossier.pages.party_position import silent, stances
from tests.pages import orla


def _itself(date: str) -> str:
    return date


def test_what_fits_is_not_split() -> None:
    assert split(["2025"] * 4, _itself, 4) == ()


def test_years_that_are_too_long_are_split_by_month_and_months_into_parts() -> None:
    dates = ["2025-12-02"] * 3 + ["2025-12-01"] * 2 + ["2025-03-01"] * 2 + ["2025"] + ["2024-01-01"] * 4
    periods = split(dates, _itself, 4)
    assert [(period.key, period.words, len(period.members)) for period in periods] == [
        ("2025-12.2", "December 2025, part 2", 1),
        ("2025-12.1", "December 2025, part 1", 4),
        ("2025-03", "March 2025", 2),
        ("2025", "2025", 1),
        ("2024", "2024", 4),
    ]
    assert [date for period in periods for date in period.members] == dates
    assert links(periods, "x/", "brief")[1] == ("x/2025-12.1/", "December 2025, part 1", "4 briefs")


def test_what_is_new_moves_nothing_that_was_there() -> None:
    before = split(["2025-01-01"] * 5, _itself, 2)
    after = split(["2025-01-02"] * 2 + ["2025-01-01"] * 5, _itself, 2)
    assert {(period.key, period.members) for period in before if len(period.members) == 2} <= {
        (period.key, period.members) for period in after
    }


def test_of_many_periods_a_page_links_the_years_and_those_beside_it() -> None:
    dates = [f"{year}-{month:02d}-01" for year in (2025, 2024, 2023) for month in range(12, 0, -1) for _ in range(2)]
    periods = split(dates, _itself, 2)
    assert len(links(periods, "x/", "claim")) == 36
    inside = links(periods, "x/", "claim", near="x/2024-05/")
    assert [link.words for link in (inside[0], inside[-1])] == ["2025", "2023"]
    assert inside[0] == ("x/2025-12/", "2025", "24 claims")
    assert [link.address for link in inside[1:-1]] == [f"x/2024-{month:02d}/" for month in range(12, 0, -1)]
    assert [link.words for link in links(periods, "x/", "claim", near="x/")][:2] == ["December 2025", "November 2025"]
    assert len(links(periods[:20], "x/", "claim", near="x/")) == 20


@pytest.fixture(scope="module")
def context() -> Context:
    return Context(orla.library())


def test_a_picture_says_in_words_what_it_shows(context: Context) -> None:
    drawn = picture(context.library.claims_by_topic["sluice"], "Claims about the sluice")
    assert drawn is not None
    assert drawn.words == (
        "Claims about the sluice by month: 6 claims from February 2024 to 20 May 2024, most of them in March 2024 (3)."
    )
    assert len(drawn.marks) == 6
    assert all(0 <= mark.x <= 100 - mark.width and 0 <= mark.y <= drawn.floor for mark in drawn.marks)


def test_a_far_off_year_does_not_squeeze_the_rest() -> None:
    claims = [orla.claim(f"a{n}", date=f"2024-0{n % 6 + 1}-01", reported="2024-07-01") for n in range(12)]
    far = orla.claim("far", date="1954", reported="2024-07-01")
    library = orla.library(briefs={"b": orla.brief(far, *claims)})
    drawn = picture(library.claims_by_topic["sluice"], "Claims")
    assert drawn is not None
    assert [tick.words for tick in drawn.ticks] == ["earlier", "2024"]
    assert len({mark.x for mark in drawn.marks}) == 7


def test_there_is_no_picture_of_one_month() -> None:
    library = orla.library(briefs={"b": orla.brief(orla.claim("a"), orla.claim("b"))})
    assert picture(library.claims_by_topic["sluice"], "Claims") is None


def test_too_many_marks_become_columns() -> None:
    drawn = picture(orla.large(300).claims_by_topic["topic-0"], "Claims")
    assert drawn is not None
    assert len(drawn.marks) < 100
    assert max(mark.height for mark in drawn.marks) > 20


def test_a_party_row_holds_what_is_in_force_and_what_it_replaced(context: Context) -> None:
    uplands = stances(context, "sluice")[0]
    assert [(line.short, line.until) for line in uplands.lines] == [
        ("Shut all summer", ""),
        ("Shut until the river falls", "2024-05-21"),
    ]
    assert uplands.now == 1
    assert [line.short for line in uplands.past] == ["Shut until the river falls"]


def test_a_party_without_a_position_is_named_apart(context: Context) -> None:
    assert [link.words for link in silent(context, stances(context, "sluice"))] == ["The Mill"]
    assert [link.words for link in silent(context, stances(context, "ferry"))] == ["Ferry Guild", "The Mill"]


def test_a_withdrawn_position_is_nobodys_position() -> None:
    gone = orla.claim("gone", status="withdrawn", status_reason="It was never said.")
    assert stances(Context(orla.library(briefs={"b": orla.brief(gone)})), "sluice") == ()


def test_a_cell_keeps_what_it_needs_to_look_back(context: Context) -> None:
    row = matrix(context, ["sluice"], ["uplands", "mill"]).rows[0]
    assert [(each.line.short, each.shown, each.sign) for each in row.cells[0].lines] == [
        ("Shut all summer", True, "◐"),
        ("Shut until the river falls", False, "◐"),
    ]
    assert row.cells[1].lines == ()


def test_a_row_that_leaves_positions_out_says_from_which_day_on_it_can_be_believed(context: Context) -> None:
    assert stances(context, "sluice")[0].whole_from == ""
    assert matrix(context, ["sluice"], ["uplands"]).rows[0].cells[0].whole_from == ""
    # Of twenty positions in force a row keeps the newest twelve: those of the ninth day and later.
    held = [orla.claim(f"p-{n}", date=f"2024-01-{n:02d}", reported=f"2024-01-{n:02d}") for n in range(1, 21)]
    much = Context(orla.library(briefs={"b": orla.brief(*held)}))
    row = stances(much, "sluice")[0]
    assert (len(row.lines), row.more, row.whole_from) == (12, 8, "2024-01-09")
    cell = matrix(much, ["sluice"], ["uplands"]).rows[0].cells[0]
    assert (len(cell.lines), cell.whole_from) == (12, "2024-01-09")
    # Where all that is kept was replaced, no day can be believed but those since the one in force.
    after = orla.claim("q", date="2023-01-01", reported="2024-03-01")
    ended = [
        orla.claim(f"p-{n}", date=f"2024-01-{n:02d}", supersedes=[f"p-{n - 1}"] if n > 1 else []) for n in range(1, 15)
    ]
    last = orla.claim("r", date="2022-01-01", reported="2022-01-01", supersedes=["p-14"])
    cell = (
        matrix(Context(orla.library(briefs={"b": orla.brief(*ended, last, after)})), ["sluice"], ["uplands"])
        .rows[0]
        .cells[0]
    )
    assert [each.line.id for each in cell.lines if each.shown] == ["b/q"]
    assert cell.whole_from == "9999"


def _pairs(context: Context, *names: str) -> list[Dispute]:
    claims = {linked.claim.id: linked for linked in context.library.claims.values()}

    def of(name: str) -> LinkedClaim:
        return claims[name]

    return [Dispute("positions", of(name[0]), of(name[1])) for name in names]


def _sides(context: Context, *names: str) -> list[tuple[str, str]]:
    def ids(lines: tuple[object, ...]) -> str:
        return "".join(sorted(str(getattr(line, "id", "")).partition("/")[2] for line in lines))

    return [(ids(view.left), ids(view.right)) for view in dispute_views(context, _pairs(context, *names))]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["ab"], [("a", "b")]),
        (["ab", "ac"], [("a", "bc")]),
        (["ab", "cb"], [("ac", "b")]),
        (["ac", "ad", "bc", "bd"], [("ab", "cd")]),
        (["ab", "ad", "bc", "cd"], [("ac", "bd")]),
        # a and b never stand against each other, and neither do b and d, so neither may seem to.
        (["ac", "ad", "bc"], [("a", "cd"), ("b", "c")]),
    ],
)
def test_disputes_that_share_a_claim_are_told_once_and_none_is_made_up(
    names: list[str], told: list[tuple[str, str]]
) -> None:
    members = [orla.claim(name, date=f"2024-01-0{n + 1}") for n, name in enumerate("abcd")]
    context = Context(orla.library(briefs={"x": orla.brief(*members)}))
    found = _sides(context, *names)
    assert found == told
    stated = {frozenset(name) for name in names}
    assert {frozenset((left, right)) for lefts, rights in found for left in lefts for right in rights} == stated


def test_a_party_keeps_its_column_from_one_dispute_to_the_next() -> None:
    members = [
        orla.claim("u-1", date="2024-01-01"),
        orla.claim("g-1", party="guild", date="2024-01-02", opposes=["u-1"]),
        orla.claim("g-2", party="guild", date="2024-02-01"),
        orla.claim("u-2", date="2024-02-02", opposes=["g-2"]),
        orla.claim("n-3", party=None, kind="event", date="2024-03-01"),
        orla.claim("m-3", party="mill", date="2024-03-02", opposes=["n-3"]),
    ]
    context = Context(orla.library(briefs={"x": orla.brief(*members)}))
    told = [
        (view.left[0].party_id, view.right[0].party_id) for view in dispute_views(context, context.library.disputes())
    ]
    assert told == [("uplands", "guild"), ("uplands", "guild"), ("mill", "")]


def test_a_large_topic_tells_the_live_dispute_before_older_and_replaced_ones() -> None:
    # One pair a month; of all but the oldest and the newest live one a side was replaced.
    pairs = []
    for n in range(70):
        date = f"{2016 + n // 12}-{n % 12 + 1:02d}-01"
        pairs.append(orla.claim(f"a-{n}", date=date, reported=date))
        pairs.append(orla.claim(f"b-{n}", date=date, reported=date, party="guild", opposes=[f"a-{n}"]))
    ended = tuple(f"b-{n}" for n in range(70) if n not in (0, 65))
    pairs.append(orla.claim("end", party="guild", date="2023-01-01", reported="2023-01-01", supersedes=ended))
    library = orla.library(briefs={"x": orla.brief(*pairs)})
    view = next(page for page in plan(library) if page.address == "topics/sluice/").view
    told = [tuple(line.id.partition("/")[2] for line in (*each.left, *each.right)) for each in view.disputes]  # type: ignore[attr-defined]
    assert [set(ids) for ids in told[:4]] == [{f"a-{n}", f"b-{n}"} for n in (65, 0, 69, 68)]
    assert len(told) == 10
    assert view.more_disputes == 60  # type: ignore[attr-defined]


def test_a_small_topic_tells_its_disputes_from_the_oldest_on() -> None:
    claims = []
    for n in range(12):
        claims.append(orla.claim(f"a-{n}", date=f"2024-01-{n + 1:02d}"))
        claims.append(orla.claim(f"b-{n}", date="2024-02-01", party="guild", opposes=[f"a-{n}"]))
    library = orla.library(briefs={"x": orla.brief(*claims)})
    view = next(page for page in plan(library) if page.address == "topics/sluice/").view
    assert [each.left[0].id for each in view.disputes] == [f"x/a-{n}" for n in range(12)]  # type: ignore[attr-defined]


def test_a_large_topic_is_split_and_no_claim_is_lost() -> None:
    library = orla.large(700)
    pages = [page for page in plan(library) if page.address.startswith("topics/topic-0/")]
    assert [page.kind for page in pages] == ["topic"] + ["topic-period"] * (len(pages) - 1)
    shown = [
        handle.id
        for page in pages[1:]
        for group in page.view.groups  # type: ignore[attr-defined]
        for handle in group.claims
    ]
    assert len(shown) == len(set(shown)) == 700
    assert set(shown) == set(library.claims)
    first = pages[0].view
    assert len([handle for group in first.groups for handle in group.claims]) < 120  # type: ignore[attr-defined]
    assert len(first.periods) == len(pages) - 1  # type: ignore[attr-defined]


def test_no_two_pages_share_an_address_even_where_a_brief_is_called_like_a_year() -> None:
    library = orla.large(3000, per_brief=6)
    briefs = dict(library.corpus.briefs)
    briefs["2016"] = briefs.pop("b-000000")
    addresses = [page.address for page in plan(orla.library(briefs=briefs, topics=dict(library.topics)))]
    assert len(addresses) == len(set(addresses))
    assert "briefs/year/2016/" in addresses
    assert "briefs/2016/" in addresses


def test_a_long_list_is_told_whole_and_then_by_period() -> None:
    library = orla.large(3000, per_brief=6)
    pages = [page for page in plan(library) if page.kind in {"briefs", "briefs-period"}]
    whole, *periods = pages
    assert (whole.address, whole.kind, whole.title) == ("briefs/", "briefs", "Briefs")
    assert whole.description == f"Dated digests of what happened. {library.settings.description}"
    assert periods
    for page in periods:
        year = page.address.removeprefix("briefs/year/").rstrip("/")
        assert (page.kind, page.title) == ("briefs-period", f"Briefs: {year}")
        assert page.description == f"Dated digests of what happened: {year}."
    views = [page.view for page in pages]
    listed = [[line.brief.address for month in view.months for line in month.briefs] for view in views]  # type: ignore[attr-defined]
    assert len(listed[0]) == LINES
    assert [view.cut for view in views] == [f"The newest {LINES} of 500 stand here"] + [""] * len(periods)  # type: ignore[attr-defined]
    assert sorted(address for part in listed[1:] for address in part) == sorted(
        f"briefs/{each}/" for each in library.briefs
    )
    assert {view.periods for view in views} == {views[0].periods}  # type: ignore[attr-defined]
    assert [link.address for link in views[0].periods] == [page.address for page in periods]  # type: ignore[attr-defined]


def test_buckets_stand_on_the_first_page_of_origins_alone() -> None:
    origins = {
        f"o-{number}": Origin(
            id=f"o-{number}", name=f"Report {number}", kind="report", publisher="Wire", date=f"{2001 + number % 20}"
        )
        for number in range(LINES + 1)
    } | {"nobody": Origin(id="nobody", name="Background", kind="bucket")}
    pages = [page for page in plan(orla.library(origins=origins)) if page.kind in ("origins", "origins-period")]
    views = [page.view for page in pages]
    assert [len(view.buckets) for view in views] == [1] + [0] * 20  # type: ignore[attr-defined]
    assert [len(view.origins) for view in views[:2]] == [LINES, 15]  # type: ignore[attr-defined]
    listed = [line.origin.address for view in views[1:] for line in view.origins]  # type: ignore[attr-defined]
    assert len(listed) == len(set(listed)) == LINES + 1
