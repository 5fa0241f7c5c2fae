"""A change told in Markdown: what a maintainer sees first, and that no words of a pull request can act there."""

from datetime import timedelta
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.check.changes import TouchedPages, as_markdown, compare, find_problems, incomparable_as_markdown
from dossier.check.changes.markup import code, value
from dossier.library import Library
from dossier.model import Brief, Sentence, Update
from dossier.problem import Place, Span
from tests import bridge

TOLL = bridge.BRIEFS["toll-rise"]
LATER = bridge.START + timedelta(days=5)
TWO = (bridge.evidence(), bridge.evidence(quote="crowns from May onwards", origin="council-talk", paragraph=3))


def toll(*more: Update, **rise: Any) -> Brief:
    rise = {"evidence": TWO, **rise}
    return bridge.brief((bridge.claim("rise", **rise), TOLL.claims[1]), (*TOLL.updates, *more))


def library(brief: Brief, **changes: Any) -> Library:
    return bridge.library(briefs={**bridge.BRIEFS, "toll-rise": brief}, **changes)


def told(head: Library, before: Library | None = None) -> str:
    changes = compare(before or library(toll()), head)
    return as_markdown(changes, find_problems(changes))


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

**2 claims changed · 1 added · 0 removed · 1 feed item results**

**1 error has to be fixed before this can be merged.**

### Faults

- **error** `claim-changed-untold`: `the short text of published claim "paint-job/paint" changed, and no new update \
names it`; ``add an update that names `paint`: python build.py new update paint-job``
- **warning** `weaker-claim-untold`: `published claim "toll-rise/rise" went from no status to disputed, lost evidence \
and fell from 2 to 1 independent origin, and no subscriber is told`; `make the update that names it major`

### Look at these first

- **Status** none → disputed: `toll-rise/rise` in `briefings/2031/toll-rise.yaml` – `weaker` says so in the \
history, subscribers are not told
  - `The toll may rise.`
- **Evidence removed**: `toll-rise/rise` in `briefings/2031/toll-rise.yaml` – `weaker` says so in the history, \
subscribers are not told
  - `gazette-toll` ¶3 `crowns from May onwards` from `council-talk` (stated, full)
- **Independent origins** 2 → 1: `toll-rise/rise` in `briefings/2031/toll-rise.yaml` – `weaker` says so in the \
history, subscribers are not told
- **Short text** `Settled paint` → `New paint`: `paint-job/paint` in `briefings/2031/paint-job.yaml` – no update says \
so

### Changed claims

#### `paint-job/paint` – no update says so

- short: `Settled paint` → `New paint`

#### `toll-rise/rise` – `weaker` says so in the history, subscribers are not told

```diff
- The harbour board settled rise <for> “now” & later.
+ The toll may rise.
```

- status: none → `disputed`
- evidence gone: `gazette-toll` ¶3 `crowns from May onwards` from `council-talk` (stated, full)

### Added claims

- `ferry/runs` in `briefings/2031/ferry.yaml` (position of `board` by `mira-voss`, 2031-02-27, no basis, 0 \
independent origins): `The harbour board settled runs <for> “now” & later.`
  - no evidence

### Updates

- **new** `ferry-runs` of 2031-03-06 09:30+00:00 to feeds `all`, `toll`: `Toll & <tide>`
  - `The board **moved** on ferry-runs; see [the minutes](https://board.example/minutes).`
- **development** `weaker` of 2031-03-06 09:30+00:00 to the history only: `Toll & <tide>`
  - `Less is known.`

### Other records

- brief `ferry`: new
"""


def test_errors_are_counted_at_the_top_and_listed_before_all_else() -> None:
    shown = told(library(toll(text="The toll may rise.")))
    assert "**1 error has to be fixed before this can be merged.**" in shown
    assert shown.index("`claim-changed-untold`") < shown.index("### Changed claims")


def test_what_is_gone_or_was_edited_is_shown() -> None:
    edited = TOLL.updates[0].model_copy(update={"note": "Rewritten.", "at": LATER})
    brief = bridge.brief((TOLL.claims[0],), (edited, *TOLL.updates[1:]))
    shown = told(library(brief), bridge.library())
    assert "- **Gone**: claim `toll-rise/cost` from `briefings/2031/toll-rise.yaml`" in shown
    assert "- **Published update edited**: `toll-announced`" in shown
    assert "  - at: `2031-03-01 09:30:00+00:00` → `2031-03-06 09:30:00+00:00`\n  - note: `The board" in shown
    assert "→ `Rewritten.`" in shown
    assert "### Removed claims\n\n- `toll-rise/cost`" in shown


SAYS: list[tuple[dict[str, Any], str]] = [
    ({"short": "Toll up"}, "- **Short text** `Settled rise` → `Toll up`"),
    ({"kind": "denial"}, "- **Kind** `position` → `denial`"),
    ({"party": "council"}, "- **Party** `board` → `council`"),
    ({"said_by": None}, "- **Speaker** `mira-voss` → none"),
    ({"date": "2030"}, "- **Date** `2031-02-27` → `2030`"),
    ({"supersedes": ("cost",)}, "- **Now supersedes** `toll-rise/cost`"),
    ({"responds_to": ("cost",)}, "- **Now responds to** `toll-rise/cost`"),
    ({"evidence": TWO[:1]}, "- **Independent origins** 2 → 1"),
]


@pytest.mark.parametrize(("change", "line"), SAYS)
def test_what_readers_see_changed_comes_first(change: dict[str, Any], line: str) -> None:
    shown = told(library(toll(**change)))
    first = shown[shown.index("### Look at these first") : shown.index("### Changed claims")]
    assert f"{line}: `toll-rise/rise` in `briefings/2031/toll-rise.yaml` – no update says so" in first


def test_what_is_taken_back_comes_first_as_well() -> None:
    shown = told(library(toll()), library(toll(opposes=("paint-job/paint",))))
    assert "### Look at these first\n\n- **No longer opposes** `paint-job/paint`: `toll-rise/rise`" in shown


def test_claims_that_count_otherwise_for_their_origins_come_first() -> None:
    minutes = bridge.ORIGINS["board-minutes"]
    bucket = {**bridge.ORIGINS, "board-minutes": minutes.model_copy(update={"kind": "background"})}
    relay = {**bridge.ORIGINS, "board-minutes": minutes.model_copy(update={"depends_on": ("council-talk",)})}
    rises = told(library(toll()), library(toll(), origins=bucket))
    assert "- **Independent origins** 0 → 1: `toll-rise/cost`" in rises
    roots = told(library(toll(), origins=relay))
    assert "- **Independent origins** `board-minutes` → `council-talk`: `toll-rise/cost`" in roots


def test_a_new_claim_shows_what_it_does_to_others_and_what_it_rests_on() -> None:
    new = bridge.claim(
        "falls", text="The toll falls.", short="Toll falls", date="2031-03-02", supersedes=("rise",),
        contradicts=("paint-job/paint",), responds_to=("cost",),
    )  # fmt: skip
    brief = toll(bridge.update("fell", LATER, claims=("falls",)))
    shown = told(library(brief.model_copy(update={"claims": (*brief.claims, new)})))
    assert shown[shown.index("### Look") : shown.index("### Updates")] == ADDED


ADDED = """\
### Look at these first

- **Position** of `board` on `toll`: `Settled rise` → `Toll falls`
  - `toll-rise/rise` → `toll-rise/falls`
- **New claim supersedes** `toll-rise/rise`: `toll-rise/falls` in `briefings/2031/toll-rise.yaml`
  - `The harbour board settled rise <for> “now” & later.`
- **New claim contradicts** `paint-job/paint`: `toll-rise/falls` in `briefings/2031/toll-rise.yaml`
  - `The harbour board settled paint <for> “now” & later.`

### Added claims

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
    assert "**0 claims changed · 0 added · 0 removed · 2 renamed · 0 feed items result**" in shown
    assert (
        "- **Gone**: brief `toll-rise` from `briefings/2031/toll-rise.yaml`, now `toll-goes-up` with the same 2 claims"
        in shown
    )
    assert "claims\n" not in shown.replace("same 2 claims\n", "")


def test_a_bottom_line_and_a_title_show_what_they_were() -> None:
    topic = bridge.TOPICS["toll"]
    line = topic.bottom_line.model_copy(
        update={"as_of": "2031-03", "sentences": (Sentence(text="It is settled.", claims=("toll-rise/cost",)),)}
    )
    changed = topic.model_copy(update={"title": "The toll", "bottom_line": line, "order": 9})
    shown = told(library(toll(), topics={**bridge.TOPICS, "toll": changed}))
    assert shown[shown.index("### Look") :] == RETOLD


RETOLD = """\
### Look at these first

- **Title** `Toll` → `The toll`: topic `toll`
- **Bottom line** of topic `toll`
  - as of `2031-02-28` → `2031-03`
  - before: `It is not settled.` on `toll-rise/rise`
  - after: `It is settled.` on `toll-rise/cost`

### Other records

- topic `toll`: title, bottom line, order changed
  - title: `Toll` → `The toll`
  - order: `1` → `9`
"""


def test_a_name_comes_first_and_records_show_their_values() -> None:
    parties = {**bridge.PARTIES, "board": bridge.PARTIES["board"].model_copy(update={"name": "The board"})}
    minutes = bridge.ORIGINS["board-minutes"].model_copy(
        update={"publisher": "Another", "depends_on": ("council-talk",)}
    )
    shown = told(library(toll(), parties=parties, origins={**bridge.ORIGINS, "board-minutes": minutes}))
    assert "- **Name** `Harbour board` → `The board`: party `board`" in shown
    assert "  - publisher: `Publisher of board-minutes` → `Another`\n  - depends on: none → `council-talk`" in shown


def test_many_dangers_of_one_kind_do_not_hide_the_others() -> None:
    claims = [bridge.claim(f"settled-{number:02}") for number in range(30)]
    shorter = [one.model_copy(update={"short": "Settled"}) for one in claims[1:]]
    shown = told(library(bridge.brief(shorter)), library(bridge.brief(claims)))
    assert "- … and 17 more" in shown
    assert "- **Gone**: claim `toll-rise/settled-00`" in shown


def test_a_correction_shows_both_wordings_and_what_it_marks() -> None:
    update = bridge.update("mend", LATER, kind="correction", claims=("rise",), before="it rises", after="it may rise")
    shown = told(library(toll(update, text="The toll may rise.")))
    assert (
        "- **correction** `mend` of 2031-03-06 09:30+00:00 to feeds `all`, `toll`, `repairs`: `Correction: Toll & <tide>`"
        in shown
    )
    assert "  - `it rises` → `it may rise`" in shown
    assert "### Published updates that will be marked as corrected\n\n- `toll-corrected`" in shown


def test_places_are_linked_where_the_web_knows_them() -> None:
    changes = compare(library(toll()), library(toll(text="The toll may rise.")))

    def where(at: Place | Span) -> str:
        return f"https://code.example/blob/head/{at.file}"

    shown = as_markdown(changes, find_problems(changes), where)
    assert "#### [`toll-rise/rise`](<https://code.example/blob/head/briefings/2031/toll-rise.yaml>)" in shown


def test_what_cannot_be_compared_is_not_called_fine() -> None:
    shown = incomparable_as_markdown('there is no revision "v1" here')
    assert '**The revisions cannot be compared:** `there is no revision "v1" here`' in shown
    assert "Nothing that readers see changed" not in shown


def test_pages_are_listed_by_what_becomes_of_them() -> None:
    changes = compare(library(toll()), library(toll(note="Context.")))
    pages = TouchedPages(("new/",), ("", "topics/toll/"), ("gone/",))
    shown = as_markdown(changes, pages=pages)
    assert shown.endswith(
        "### Pages\n\n- New (1): `/new/`\n- Changed (2): `/`, `/topics/toll/`\n- Gone (1): `/gone/`\n"
    )
    assert as_markdown(changes, pages=None).endswith(
        "- not known as long as the check finds errors in either revision\n"
    )
    same = compare(library(toll()), library(toll()))
    assert "Nothing that readers see changed" not in as_markdown(same, pages=pages)


def test_a_long_list_is_cut_and_says_so() -> None:
    shown = told(bridge.busy(100), bridge.busy(1))
    assert shown.count("\n- `meeting-") == 40
    assert "- … and 59 more" in shown
    assert len(shown) < 40_000


HOSTILE = [
    "@owner please merge #1 **now**",
    "<img src=x onerror=run()> <!-- hidden",
    "` out of the span `` and ``` more",
    "``` \n# A heading\n- [x] approved",
    "[click](https://evil.example) ![x](https://evil.example/x.png) https://evil.example",
    "</code></pre><script>run()</script>",
    "| a | b |\n|---|---|\n$`math`$ &lt;b&gt; \\` ~~gone~~",
    "`",
    "```",
    " `lead and trail` ",
]


def tokens(markdown: str) -> list[Token]:
    parsed = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown)
    return [inner for token in parsed for inner in (token, *(token.children or ()))]


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_a_pull_request_acts_in_its_own_report(words: str) -> None:
    line = " ".join(words.split())
    update = bridge.update(
        "x", LATER, kind="correction", claims=("rise", "cost"), note=words, before=words, after=words * 2, title=line
    )
    brief = toll(
        update,
        text=line,
        status="disputed",
        note=words,
        short=line[:60].strip() or "x",
        evidence=(bridge.evidence(quote=line, drift=bridge.drift(line)),),
    )
    extra = bridge.claim("more", text=line, evidence=(bridge.evidence(quote=line),))
    head = library(brief.model_copy(update={"claims": (*brief.claims, extra)}))
    before = library(toll(evidence=(*TWO, bridge.evidence(quote=line, paragraph=7))))
    changes = compare(before, head)
    shown = as_markdown(changes, find_problems(changes), lambda at: "https://code.example/x")
    found = tokens(shown)
    harmless = {"code_inline", "fence", "text", "inline", "softbreak"}
    harmless |= {
        f"{name}_{way}"
        for name in ("heading", "paragraph", "bullet_list", "list_item", "strong", "link")
        for way in ("open", "close")
    }
    assert {token.type for token in found} <= harmless
    assert {token.attrs.get("href") for token in found if token.type == "link_open"} == {"https://code.example/x"}
    plain = " ".join(token.content for token in found if token.type == "text")
    for sign in ("@", "<", "#", "evil", "approved", "$", "~"):
        assert sign not in plain
    assert any(line in token.content for token in found if token.type in ("code_inline", "fence"))


@pytest.mark.parametrize("text", ["plain", "`", "a``b", " ` ", "``` fence ```", "ends with `", "", "x" * 500])
def test_a_code_span_is_one_text_and_nothing_else(text: str) -> None:
    (_, inline, *_) = MarkdownIt("commonmark").parse(code(text))
    assert inline.children is not None
    assert [token.type for token in inline.children] == ["code_inline"]
    wanted = " ".join(text.split()) or "∅"
    assert inline.children[0].content == (wanted if len(wanted) <= 400 else wanted[:399] + "…")


def test_a_list_of_many_values_says_how_many_more_there_are() -> None:
    assert value(()) == value(None) == "none"
    assert value(tuple("abc")) == "`a`, `b`, `c`"
    assert value(tuple("x" * 14)).endswith("`x` and 2 more")


def test_what_cannot_be_seen_is_spelled_out() -> None:
    assert code("a\u202eb\u200bc\x07d\ue000") == "`a<U+202E>b<U+200B>c<U+0007>d<U+E000>`"
    assert code("Елорі 橋 é") == "`Елорі 橋 é`"


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({"note": "Context."}, "- note: none → `Context.`"),
        ({"status_reason": "The minutes are public."}, "- status reason: none → `The minutes are public.`"),
    ],
)
def test_a_changed_note_or_reason_is_shown_and_warned_about(change: dict[str, Any], line: str) -> None:
    changes = compare(library(toll()), library(toll(**change)))
    shown = as_markdown(changes, find_problems(changes))
    assert line in shown.splitlines()
    assert "- **warning** `context-changed-untold`:" in shown
