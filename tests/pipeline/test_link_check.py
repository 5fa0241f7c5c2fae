"""Links of hand-written pages are held against the site."""

import pytest

from dossier.pipeline.link_check import broken_links
from dossier.problem import Span

PUBLISHED = {"index.html", "about/index.html", "topics/toll/index.html", "data/claims.json", "a b/index.html"}


def broken(link: str, address: str = "about/", path: str = "pages/about.md") -> list[tuple[str, object]]:
    html = f'<nav><a href="nowhere/">x</a></nav><article><p><a class="x" href="{link}">x</a></p></article>'
    text = f"# About\n\nSee [x]({link}).\n".encode()
    found = broken_links({address: html}, {path: text}, "pages", PUBLISHED)
    return [(problem.code.name, problem.at) for problem in found]


@pytest.mark.parametrize(
    "link",
    [
        "../topics/toll/",
        "../topics/toll/#claims",
        "..",
        "../",
        "./",
        "#here",
        "?x",
        "../data/claims.json",
        "/topics/toll/",
        "../a%20b/",
        "https://other.example/x",
        "//other.example/x",
        "mailto:a@b.example",
    ],
)
def test_a_link_that_leads_somewhere_is_left_alone(link: str) -> None:
    assert broken(link) == []


@pytest.mark.parametrize("link", ["../topics/tol/", "topics/toll/", "../data/claims.csv", "../topics/toll", "http://["])
def test_a_link_that_leads_nowhere_is_named_where_it_stands(link: str) -> None:
    assert broken(link) == [("page-link", Span("pages/about.md", 3, 9, 3, 9 + len(link)))]


@pytest.mark.parametrize(
    ("address", "path"),
    [("about/", "pages/about/index.md"), ("", "pages/index.md"), ("x/y/", "pages/x/y.md"), ("x/", "pages/x/README.md")],
)
def test_the_file_of_a_page_is_found(address: str, path: str) -> None:
    assert [at for _, at in broken("gone/", address, path)] == [Span(path, 3, 9, 3, 14)]


def test_a_link_that_is_written_otherwise_is_named_with_its_file() -> None:
    found = broken_links(
        {"about/": '<article><img src="a&amp;b.png"></article>'}, {"pages/about.md": b"#"}, "pages", set()
    )
    assert [(problem.message, problem.at) for problem in found] == [
        ('this page links to "a&b.png", and there is no such page', Span("pages/about.md"))
    ]
