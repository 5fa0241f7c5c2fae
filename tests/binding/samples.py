"""Invented files about a tram line, good and bad, as contributors write them."""

from typing import Any

from dossier.binding import bind, bind_source, topic_model
from dossier.model import Brief, Origins, Parties, People, Reviews, Topic
from dossier.model.words import Record
from dossier.problem import Problem, Span
from dossier.yamlfile import empty_keys, read, read_front_matter, resolve_places

Case = tuple[str, str, str, str, int, int, int, str]
"""Kind of file, a passage of the good one, what it is changed into; code, line, column and end column of the
problem that this makes, and words that stand in its message or hint."""

SHAPES: dict[str, type[Record]] = {
    "brief": Brief,
    "topic": Topic,
    "parties": Parties,
    "people": People,
    "origins": Origins,
    "reviews": Reviews,
}

BRIEF = """\
title: The council votes on the route
date: 2031-05
summary: >-
  The council chose the harbour route.
  The traders object.
claims:
  - id: harbour-route
    text: The council wants the line to run along the harbour.
    short: Along the harbour
    kind: position
    party: council
    said_by: mara-quint
    topics: [route, money]
    date: 2031-05-06
    reported: 2031-05-07
    status: disputed
    confidence:
      level: high
      reason: Said in public and minuted.
    evidence:
      - source: courier-2031-05-07
        paragraph: 3
        quote: the line will run along the harbour
        origin: council-minutes
        origin_basis: stated
        support: full
        drift: {kind: omits, note: Leaves out that the vote was close.}
    supersedes: [hill-route, 2030-plans/hill-route]
    note: |
      The vote was *close*.
updates:
  - id: route-chosen
    at: 2031-05-08T09:00:00+02:00
    kind: new
    significance: major
    topics: [route]
    claims: [harbour-route]
    note: The council chose the harbour route.
"""

TOPIC = """\
title: The route
aliases: [The line]
spellings: [Trasse, траса]
question: Where will the line run?
scope:
  includes: The course of the line.
bottom_line:
  as_of: 2031
  sentences:
    - text: The council wants the harbour.
      claims: [votes/harbour-route]
review_by: 2031-12
order: 1
"""

PARTIES = """\
parties:
  - id: council
    name: The council
    order: 1
  - id: traders
    name: Harbour traders
    about: Shops on the quay.
"""

PEOPLE = """\
people:
  - id: mara-quint
    name: Mara Quint
    party: council
    role: Mayor
    aliases: [M. Quint]
"""

ORIGINS = """\
origins:
  - id: council-minutes
    name: Minutes of the council, 6 May 2031
    kind: document
    publisher: City council
    date: 2031-05-06
    url: https://council.example/minutes?id=3
    depends_on: [draft]
    status: corrected
    status_reason: A number was wrong.
  - id: draft
    name: Draft of the minutes
    kind: background
"""

SOURCE = """\
---
title: Council picks the harbour
outlet: The Courier
url: https://courier.example/1
published: 2031-05-07
published_basis: stated on the page
accessed: 2031-05-08
language: en
authors: [A. Reporter]
directness: relay
reliability:
  grade: B
  reason: Names its origins.
  judged: 2031-06
text_sha256: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
left_out:
  - paragraphs: [1, 2]
    reason: title and byline
---

The council picked the harbour.
"""

REVIEWS = """\
reviews:
  - claim: april-plan/harbour-route
    by: Ada Brook
    on: 2031-06-01
    digest: fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210
"""

GOOD = {
    "brief": BRIEF,
    "topic": TOPIC,
    "parties": PARTIES,
    "people": PEOPLE,
    "origins": ORIGINS,
    "reviews": REVIEWS,
    "source": SOURCE,
}


def shaped(kind: str, text: str) -> tuple[Any, list[Problem]]:
    """Return the record of a file's text and its problems, each at its span."""
    record: Record | None
    if kind == "source":
        file = "sources/x.md"
        tree, body, _, problems = read_front_matter(text, file)
        if tree is None:
            return None, problems
        record, misfits = bind_source(tree, body, file, lambda: empty_keys(text, file))
    else:
        file = "briefings/x.yaml"
        tree, problems = read(text, file)
        if tree is None:
            return None, problems
        record, misfits = bind(
            topic_model(tree) if kind == "topic" else SHAPES[kind], tree, file, lambda: empty_keys(text, file)
        )
    return record, resolve_places([*problems, *misfits], lambda _: text)


def changed(kind: str, old: str, new: str) -> str:
    """Return the good sample of a kind with one passage changed."""
    text = GOOD[kind]
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the sample"
    return text.replace(old, new)


def tell(case: Case) -> tuple[str, int, int, int]:
    """Return code, line, column and end column of the one problem that a case has, told in the words it asks for."""
    kind, old, new, *_, words = case
    record, problems = shaped(kind, changed(kind, old, new))
    assert record is None
    assert len(problems) == 1, problems
    (problem,) = problems
    assert isinstance(problem.at, Span)
    assert words in f"{problem.message}; {problem.hint}"
    return problem.code.name, problem.at.line, problem.at.column, problem.at.end_column
