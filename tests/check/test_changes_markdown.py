"""A change told in Markdown: what a maintainer sees first, and that no words of a pull request can act there."""

from typing import Any

import pytest

from dossier.check.changes import (
    TouchedPages,
    as_markdown,
    compare,
    find_problems,
    incomparable,
    make_report,
)
from dossier.library import Library
from dossier.model import Confidence, Sentence
from dossier.problem import Place, Span
from tests import bridge
from tests.check.toll import LATER, TOLL, TWO, library, toll


def told(head: Library, before: Library | None = None) -> str:
    changes = compare(before or library(toll()), head)
    return as_markdown(make_report(changes, find_problems(changes)))


def section(shown: str, heading: str) -> str:
    """Return the part of a report below a heading, up to the next one of the same rank."""
    rank = heading.split(maxsplit=1)[0] + " "
    return shown[shown.index(heading) :].split(f"\n{rank}", maxsplit=1)[0]


TOLD = "### What readers are told otherwise than before"


def test_no_change_is_said_in_one_clear_line() -> None:
    assert told(library(toll())) == "## What this does to the dossier\n\n**Nothing that readers see changed.**\n"


def test_a_maintainer_reads_what_is_dangerous_first() -> None:
    update = bridge.update("weaker", LATER, claims=("rise",), significance="minor", note="Less is known.")
    paint = bridge.BRIEFS["paint-job"].claims[0].model_copy(update={"short": "New paint"})
    briefs = {
        "toll-rise": toll(update, text="The toll may rise.", status="disputed", evidence=TWO[:1]),
        "paint-job": bridge.brief((paint,), bridge.BRIEFS["paint-job"].updates, title="Paint on the north pier"),
        "ferry": bridge.brief((bridge.claim("runs", evidence=()),), (bridge.update("ferry-runs", LATER, kind="new"),)),
    }
    assert told(bridge.library(briefs=briefs)) == GOLDEN


GOLDEN = """\
## What this does to the dossier

**2 changes of what readers are told · 2 claims changed · 1 added · 0 removed · 1 feed item results**

**1 error to be fixed before this can be merged**: claim-changed-untold

**2 warnings**: minor-rewording, weaker-claim-untold

### What readers are told otherwise than before

#### Claims changed, and no update says so

- `paint-job/paint` in `briefings/2031/paint-job.yaml` – **no update says so**, **error** claim-changed-untold
  - short text: `Settled paint` → `New paint`

#### Claims changed with a minor update, of which subscribers are not told

- `toll-rise/rise` in `briefings/2031/toll-rise.yaml` – **minor update**: `weaker` says so in the history, \
subscribers are not told, **warning** minor-rewording, **warning** weaker-claim-untold
  - text: `The harbour board settled rise <for> “now” & later.` → `The toll may rise.`
  - status: none → `disputed`
  - evidence gone: `gazette-toll` ¶3 `crowns from May onwards` from `council-talk` (stated, full)
  - basis: independent → document
  - independent origins: 2 → 1, `board-minutes, council-talk` → `board-minutes`

### All else

<details><summary>New updates (2)</summary>

- **new** `ferry-runs` in `briefings/2031/ferry.yaml` of 2031-03-06 09:30+00:00 to feeds `all, toll`: `Toll & <tide>`
  - `The board **moved** on ferry-runs; see [the minutes](https://board.example/minutes).`
- **development** `weaker` in `briefings/2031/toll-rise.yaml` of 2031-03-06 09:30+00:00 to the history only: `Toll \
& <tide>`
  - `Less is known.`

</details>

<details><summary>New claims (1)</summary>

- `ferry/runs` in `briefings/2031/ferry.yaml` (position of `board` by `mira-voss`, 2031-02-27, no basis, 0 \
independent origins): `The harbour board settled runs <for> “now” & later.`
  - no evidence

</details>

<details><summary>New records (1)</summary>

- brief `ferry` in `briefings/2031/ferry.yaml`: new

</details>

<details><summary>All faults, and what to do (3)</summary>

- **error** `claim-changed-untold` in `briefings/2031/paint-job.yaml`: `the short text of published claim \
"paint-job/paint" changed, and no new update names it`; ``add an update that names `paint`: python build.py new \
update paint-job``
- **warning** `minor-rewording` in `briefings/2031/toll-rise.yaml`: `the text of published claim "toll-rise/rise" \
says something else, and no subscriber is told`; `make the update that names it major`
- **warning** `weaker-claim-untold` in `briefings/2031/toll-rise.yaml`: `published claim "toll-rise/rise" went from \
no status to disputed, lost evidence and fell from 2 to 1 independent origin, and no subscriber is told`; `make the \
update that names it major`

</details>
"""


def test_errors_are_counted_at_the_top_and_listed_before_all_else() -> None:
    shown = told(library(toll(text="The toll may rise.")))
    assert "**1 error to be fixed before this can be merged**: claim-changed-untold" in shown
    assert shown.index("claim-changed-untold") < shown.index(TOLD)


def test_what_is_gone_or_was_edited_is_shown() -> None:
    edited = TOLL.updates[0].model_copy(update={"note": "Rewritten.", "at": LATER})
    brief = bridge.brief((TOLL.claims[0],), (edited, *TOLL.updates[1:]))
    shown = told(library(brief), bridge.library())
    assert "- **Gone**: claim `toll-rise/cost` from `briefings/2031/toll-rise.yaml`" in shown
    assert "- **Edited**: `toll-announced` in" in shown
    assert "  - at: `2031-03-01 09:30:00+00:00` → `2031-03-06 09:30:00+00:00`\n  - note:\n\n" in shown
    assert "\n  + Rewritten.\n" in shown
    assert "  - `toll-rise/cost` in `briefings/2031/toll-rise.yaml` (statement of `board`" in section(
        shown, "#### Gone"
    )


SAYS: list[tuple[dict[str, Any], str]] = [
    ({"text": "The toll falls."}, "text: `The harbour board settled rise <for> “now” & later.` → `The toll falls.`"),
    ({"short": "Toll up"}, "short text: `Settled rise` → `Toll up`"),
    ({"status": "denied"}, "status: none → `denied`"),
    ({"status_reason": "The minutes are public."}, "reason of the status: none → `The minutes are public.`"),
    ({"note": "It has since said the opposite."}, "note: none → `It has since said the opposite.`"),
    ({"kind": "denial"}, "kind: `position` → `denial`"),
    ({"party": "council"}, "party: `board` → `council`"),
    ({"said_by": None}, "speaker: `mira-voss` → none"),
    ({"date": "2030"}, "date: `2031-02-27` → `2030`"),
    ({"reported": "2030"}, "date of report: `2031-02-28` → `2030`"),
    ({"supersedes": ("cost",)}, "supersedes: none → `toll-rise/cost`"),
    ({"topics": ("toll", "lights")}, "topics: none → `lights`"),
    ({"confidence": Confidence(level="low", reason="One text only.")}, "confidence: none → `level: low; reason: One"),
    ({"evidence": TWO[:1]}, "independent origins: 2 → 1"),
    ({"evidence": TWO[:1]}, "evidence gone: `gazette-toll` ¶3 `crowns from May onwards` from"),
    ({"evidence": (TWO[0], TWO[1].model_copy(update={"paragraph": 9}))}, "evidence, paragraph: `3` → `9`"),
    (
        {"evidence": (TWO[0], TWO[1].model_copy(update={"origin": "board-minutes"}))},
        "evidence, origin: `council-talk` →",
    ),
]


@pytest.mark.parametrize(("change", "line"), SAYS)
def test_every_change_of_a_published_claim_comes_first_and_says_that_nobody_is_told(
    change: dict[str, Any], line: str
) -> None:
    first = section(told(library(toll(**change))), TOLD)
    assert "- `toll-rise/rise` in `briefings/2031/toll-rise.yaml` – **no update says so**" in first
    assert f"\n  - {line}" in first


def test_what_is_taken_back_comes_first_as_well() -> None:
    shown = told(library(toll()), library(toll(opposes=("paint-job/paint",))))
    assert "\n  - opposes: `paint-job/paint` → none" in section(shown, TOLD)


def test_a_minor_update_is_told_as_such_beside_the_text_that_it_covers() -> None:
    update = bridge.update("typo", LATER, claims=("rise",), significance="minor", note="Fixed a typo.")
    first = section(told(library(toll(update, text="The toll falls."))), TOLD)
    assert (
        "**minor update**: `typo` says so in the history, subscribers are not told, **warning** minor-rewording"
        in first
    )


def test_claims_that_changed_alike_are_one_item() -> None:
    claims = [bridge.claim(f"settled-{number:02}") for number in range(30)]
    dated = [one.model_copy(update={"reported": "2031-03-01"}) for one in claims]
    dated[29] = claims[29].model_copy(update={"text": "Nothing is settled."})
    first = section(told(library(bridge.brief(dated)), library(bridge.brief(claims))), TOLD)
    assert first.index("Nothing is settled.") < first.index("- 29 claims: `toll-rise/settled-00`")
    assert first.count("date of report") == 1
    assert all(f"`toll-rise/settled-{number:02}`" in first for number in range(30))


def test_claims_that_count_otherwise_for_their_origins_come_first() -> None:
    minutes = bridge.ORIGINS["board-minutes"]
    bucket = {**bridge.ORIGINS, "board-minutes": minutes.model_copy(update={"kind": "background"})}
    relay = {**bridge.ORIGINS, "board-minutes": minutes.model_copy(update={"depends_on": ("council-talk",)})}
    rises = told(library(toll()), library(toll(), origins=bucket))
    assert "\n  - independent origins: 0 → 1, `∅` → `board-minutes`" in section(rises, TOLD)
    roots = told(library(toll()), library(toll(), origins=relay))
    assert "\n  - independent origins: 1 → 1, `council-talk` → `board-minutes`" in section(roots, TOLD)


def test_a_new_claim_shows_what_it_does_to_others_and_what_it_rests_on() -> None:
    new = bridge.claim(
        "falls", text="The toll falls.", short="Toll falls", date="2031-03-02", supersedes=("rise",),
        contradicts=("paint-job/paint",), responds_to=("cost",),
    )  # fmt: skip
    brief = toll(bridge.update("fell", LATER, claims=("falls",)))
    shown = told(library(brief.model_copy(update={"claims": (*brief.claims, new)})))
    first = section(shown, TOLD)
    assert (
        "- **Position** of `board` on `toll`: `Settled rise` → `Toll falls`\n  - `toll-rise/rise` → `toll-rise/falls`"
        in first
    )
    assert "- **New claim supersedes** `toll-rise/rise`: `toll-rise/falls` in `briefings/2031/toll-rise.yaml`" in first
    assert "- **New claim contradicts** `paint-job/paint`: `toll-rise/falls` in" in first
    assert (
        "\n  - published: `The harbour board settled paint <for> “now” & later.`\n  - new: `The toll falls.`" in first
    )
    assert section(shown, "<details><summary>New claims").split("</details>")[0] == ADDED


ADDED = """\
<details><summary>New claims (1)</summary>

- `toll-rise/falls` in `briefings/2031/toll-rise.yaml` (position of `board` by `mira-voss`, 2031-03-02, document, \
1 independent origin): `The toll falls.`
  - now the position of `board` on `toll`
  - supersedes `rise`
  - contradicts `paint-job/paint`
  - responds to `cost`
  - `gazette-toll` ¶2 `the toll will rise to four crowns` from `board-minutes` (stated, full)

"""


def test_a_claim_without_evidence_says_so() -> None:
    brief = toll(bridge.update("fell", LATER, claims=("falls",)))
    new = bridge.claim("falls", evidence=())
    assert "\n  - no evidence\n" in told(library(brief.model_copy(update={"claims": (*brief.claims, new)})))


def test_a_renamed_brief_is_one_line() -> None:
    briefs = {"toll-goes-up": toll(), "paint-job": bridge.BRIEFS["paint-job"]}
    shown = told(bridge.library(briefs=briefs))
    assert "· 0 claims changed · 0 added · 0 removed · 2 renamed · 0 feed items result**" in shown
    assert (
        "- **Gone**: brief `toll-rise` from `briefings/2031/toll-rise.yaml`, now `toll-goes-up` with the same 2 claims"
        in shown
    )
    assert "New claims" not in shown


def test_a_bottom_line_and_a_title_show_what_they_were() -> None:
    topic = bridge.TOPICS["toll"]
    line = topic.bottom_line.model_copy(
        update={"as_of": "2031-03", "sentences": (Sentence(text="It is settled.", claims=("toll-rise/cost",)),)}
    )
    changed = topic.model_copy(update={"title": "The toll", "bottom_line": line, "order": 9})
    shown = told(library(toll(), topics={**bridge.TOPICS, "toll": changed}))
    assert section(shown, TOLD) == RETOLD


RETOLD = """\
### What readers are told otherwise than before

#### Other published records

- topic `toll` in `briefings/topics/toll.yaml`: title, bottom line, order changed
  - title: `Toll` → `The toll`
  - bottom line, as of: `2031-02-28` → `2031-03`
  - bottom line, sentences: `text: It is not settled.; claims: toll-rise/rise` → \
`text: It is settled.; claims: toll-rise/cost`
  - order: `1` → `9`
"""


def test_a_name_comes_first_and_records_show_their_values() -> None:
    parties = {**bridge.PARTIES, "board": bridge.PARTIES["board"].model_copy(update={"name": "The board"})}
    minutes = bridge.ORIGINS["board-minutes"].model_copy(
        update={"publisher": "Another", "depends_on": ("council-talk",)}
    )
    shown = told(library(toll(), parties=parties, origins={**bridge.ORIGINS, "board-minutes": minutes}))
    first = section(shown, TOLD)
    assert "- party `board` in `briefings/parties.yaml`: name changed\n  - name: `Harbour board` → `The board`" in first
    assert "  - publisher: `Publisher of board-minutes` → `Another`\n  - depends on: none → `council-talk`" in first


def test_a_correction_shows_both_wordings_and_what_it_marks() -> None:
    update = bridge.update("mend", LATER, kind="correction", claims=("rise",), before="it rises", after="it may rise")
    shown = told(library(toll(update, text="The toll may rise.")))
    assert (
        "- **correction** `mend` in `briefings/2031/toll-rise.yaml` of 2031-03-06 09:30+00:00 "
        "to feeds `all, toll, repairs, party/board`: `Correction: Toll & <tide>`" in shown
    )
    assert "  - `it rises` → `it may rise`" in shown
    marked = section(shown, "<details><summary>Published updates that will be marked as corrected (1)")
    assert "\n- `toll-corrected`\n" in marked


def test_places_are_linked_where_the_web_knows_them() -> None:
    changes = compare(library(toll()), library(toll(text="The toll may rise.")))

    def where(at: Place | Span) -> str:
        return f"https://code.example/blob/head/{at.file}"

    shown = as_markdown(make_report(changes, find_problems(changes)), where)
    assert "- [`toll-rise/rise`](<https://code.example/blob/head/briefings/2031/toll-rise.yaml>)" in shown


def test_what_cannot_be_compared_is_not_called_fine() -> None:
    shown = as_markdown(incomparable('there is no revision "v1" here'))
    assert '**The revisions cannot be compared:** `there is no revision "v1" here`' in shown
    assert "Nothing that readers see changed" not in shown


def test_pages_are_listed_by_what_becomes_of_them() -> None:
    changes = compare(library(toll()), library(toll(note="Context.")))
    pages = TouchedPages(("new/",), ("", "topics/toll/"), ("gone/",))
    shown = as_markdown(make_report(changes, pages=pages))
    assert "\n- New (1): `/new/`\n- Changed (2): `/, /topics/toll/`\n- Gone (1): `/gone/`\n" in shown
    unknown = as_markdown(make_report(changes, pages=None))
    assert "- not known as long as the check finds errors in either revision\n" in unknown
    same = compare(library(toll()), library(toll()))
    assert "Nothing that readers see changed" not in as_markdown(make_report(same, pages=pages))
