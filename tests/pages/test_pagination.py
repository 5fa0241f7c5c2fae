"""Long lists are split by date, and the pages of their periods lead to each other."""

from dossier.pages.pagination import links, sizes, split
from dossier.wording import counted


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
    assert links(sizes(periods), "x/", counted.briefs)[1] == ("x/2025-12.1/", "December 2025, part 1", "4 briefs")


def test_what_is_new_moves_nothing_that_was_there() -> None:
    before = split(["2025-01-01"] * 5, _itself, 2)
    after = split(["2025-01-02"] * 2 + ["2025-01-01"] * 5, _itself, 2)
    assert {(period.key, period.members) for period in before if len(period.members) == 2} <= {
        (period.key, period.members) for period in after
    }


def test_of_many_periods_a_page_links_the_years_and_those_beside_it() -> None:
    dates = [f"{year}-{month:02d}-01" for year in (2025, 2024, 2023) for month in range(12, 0, -1) for _ in range(2)]
    periods = split(dates, _itself, 2)
    assert len(links(sizes(periods), "x/", counted.claims)) == 36
    inside = links(sizes(periods), "x/", counted.claims, near="x/2024-05/")
    assert [link.words for link in (inside[0], inside[-1])] == ["2025", "2023"]
    assert inside[0] == ("x/2025-12/", "2025", "24 claims")
    assert [link.address for link in inside[1:-1]] == [f"x/2024-{month:02d}/" for month in range(12, 0, -1)]
    assert [link.words for link in links(sizes(periods), "x/", counted.claims, near="x/")][:2] == [
        "December 2025",
        "November 2025",
    ]
    assert len(links(sizes(periods[:20]), "x/", counted.claims, near="x/")) == 20
