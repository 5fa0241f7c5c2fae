"""A small dossier in memory in which every field is given, and what a check says of it.

It is the good one of `tests/cases` with what that leaves out. Mistakes in it are left to `slips`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from dossier.disk import Scan, read_folder
from dossier.pipeline import load as loading
from dossier.problem import Problem
from tests.cases.cases import GOOD

VOTE, SOFTEN = "briefings/2031/harbour-vote.yaml", "briefings/2031/traders-soften.yaml"
ORIGINS, PARTIES, PEOPLE = "briefings/origins.yaml", "briefings/parties.yaml", "briefings/people.yaml"
ROUTE, OVERVIEW, SETTINGS = "briefings/topics/route.yaml", "briefings/overview.yaml", "mkdocs.yml"
REVIEWS = "briefings/reviews.yaml"
COURIER, POST = "sources/alder-courier-2031-05-07.md", "sources/quay-post-2031-05-13.md"

# Each of these lines is put below the first line that begins with the other.
_MORE = (
    (VOTE, "date: 2031-05-06", "dated: on"),
    (VOTE, "    text: The council will never", "    attribution: The council will"),
    (VOTE, "    text: Alder Transit says", "    about: [mara-quint]"),
    (
        VOTE,
        "    text: The council expects",
        "    note: The sum is told of *line four* alone, see [the minutes](https://council.example/minutes).",
    ),
    (VOTE, "    status: disputed", "    status_reason: The company names another sum."),
    (VOTE, "        quote: it would build", "        translation: it would build what the council decides"),
    (VOTE, "    before: by twelve", None),
    (
        VOTE,
        "    after: by eleven",
        "    title: The count of votes\n    changes:\n      - claim: harbour-chosen\n        before: by twelve votes to nine\n        after: by eleven votes to ten",
    ),
    (SOFTEN, "    text: The Quay Post judges", "    follows: [harbour-vote/quay-half-open]"),
    (SOFTEN, "    text: The region says", "    dated: by"),
    (SOFTEN, "claims:", "  - id: sum-told\n    moved_to: harbour-vote/cost-240"),
    (ORIGINS, "    name: Minutes of the city", '    aliases: [The resolution, "The council\'s record"]'),
    (ORIGINS, "    name: Two unnamed officials", "    status: current\n    status_reason: The Courier stands by them."),
    (ORIGINS, "origins:", "  - id: courier-officers\n    merged_into: courier-officials"),
    (PARTIES, "    name: City council", "    aliases:\n      - The council\n      - The mayor"),
    (PEOPLE, "    role: Mayor", "    aliases: [Mayor Quint]\n    spellings: [Quint M, 'Kvint']"),
    (COURIER, "outlet:", "aliases: [The Courier]\nauthors:\n  - Una Berg\n  - Ole Strand"),
    (POST, "archive_file:", "refreshed:\n  date: 2031-06-01\n  result: changed\n  missing: [2, 6-7]"),
    (
        ROUTE,
        "title:",
        "in_short:\n  text: The council chose the harbour, and the traders name a condition.\n  claims: [harbour-vote/harbour-chosen, traders-soften/traders-accept-harbour]",
    ),
    (
        ROUTE,
        "order:",
        'updates:\n  - id: route-opened\n    at: 2031-05-15T10:00:00+02:00\n    kind: new\n    significance: minor\n    claims: [harbour-vote/harbour-chosen]\n    note: "The topic is opened."',
    ),
    (
        SETTINGS,
        "    feed_size:",
        "    repository: https://code.example/tram\n    edit: https://code.example/tram/edit/main/{path}\n    rights: CC BY 4.0",
    ),
)
_FILES = {
    OVERVIEW: """\
as_of: 2031-05-13
review_by: 2031-12-31
sentences:
  - text: >-
      The council chose the harbour for line four, by one vote; the traders would live with that
      if one side of the quay stays open.
    claims: [harbour-vote/harbour-chosen, traders-soften/traders-accept-harbour]
  - text: "Who pays is open: the region says that nobody has asked it."
    claims:
      - traders-soften/region-denies
      - harbour-vote/region-pays-half
""",
    "briefings/topics/cost.yaml": """\
title: The cost
merged_into: funding
updates:
  - id: cost-opened
    at: 2031-05-10T10:00:00+02:00
    kind: new
    significance: minor
    note: The topic of the cost is opened.
""",
    "sources/courier-early.md": """\
---
title: Council votes on the tram
outlet: Alder Courier
url: https://courier.example/early
published: unknown
published_basis: The page has no date.
language: en
directness: original
reliability:
  grade: B
  reason: A paper with named editors.
  judged: 2031-05-14
status: corrected
status_reason: The paper corrected a name.
version_of: alder-courier-2031-05-07
---

The first version of the report, without the sum.
""",
    "sources/courier-again.md": """\
---
title: The text of the Courier again
merged_into: alder-courier-2031-05-07
---

The same text, found twice.
""",
}
# The claim that is read is one at which few slips are made: each of them makes a change that was not read.
_REVIEWS = """\
reviews:
  - claim: harbour-vote/traders-want-hill
    by: Una Berg
    on: 2031-05-20
    digest: {}
"""


@cache
def files() -> dict[str, str]:
    """Return the files of the dossier by their paths: those that hold YAML, and those that these need."""
    made = {
        path: text.decode()
        for path, text in read_folder(GOOD).items()
        if path.startswith(("briefings/", "sources/", SETTINGS))
    }
    made |= _FILES
    for file, begin, more in _MORE:
        found = re.search(rf"(?m)^{re.escape(begin)}.*\n", made[file])
        assert found, (file, begin)
        put = "" if more is None else f"{found[0]}{more}\n"
        made[file] = made[file][: found.start()] + put + made[file][found.end() :]
    made[REVIEWS] = _REVIEWS.format(_load(made).library.claims["harbour-vote/traders-want-hill"].reading_digest)
    return {path: made[path] for path in sorted(made)}


class _Memory:
    """A cache that lasts as long as the process. What is in it was put there by the same code."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, bytes], bytes] = {}

    def __enter__(self) -> "_Memory":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def get(self, namespace: str, key: bytes) -> bytes | None:
        return self.kept.get((namespace, key))

    def get_many(self, namespace: str, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        return {key: self.kept[namespace, key] for key in keys if (namespace, key) in self.kept}

    def put(self, namespace: str, key: bytes, value: bytes) -> None:
        if namespace != "checked":
            self.kept[namespace, key] = value


_MEMORY = _Memory()
_CODE = b"the code as it is"


def check(changed: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return what a check says of the dossier with some of its files changed. Nothing is read from the disk."""
    return _load({**files(), **changed}).problems


def _load(texts: Mapping[str, str]) -> loading.Loaded:
    scanned = Scan({path: text.encode("utf-8", "surrogatepass") for path, text in texts.items()})
    with mock.patch.multiple(
        loading, scan=lambda *_: scanned, open_cache=lambda _: _MEMORY, reading_code=lambda: _CODE, has_folder=_there
    ):
        return loading.load(Path("/nowhere"))


def _there(*_: Any) -> bool:
    return True
