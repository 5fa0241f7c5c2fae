"""What subscribers read of an update: everything the update names, nothing that is derived from elsewhere."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from dossier.library import Library
from dossier.model import Brief, Person
from dossier.render.feed_content import feed_content
from tests import bridge
from tests.feeds.validity import linked

TEMPLATES = Path(__file__).parents[2] / "templates"
CORRECTION = bridge.BRIEFS["toll-rise"].updates[2]


def content(update_id: str, library: Library | None = None) -> str:
    library = library or bridge.library()
    update = library.updates_by_id[update_id]
    return feed_content(TEMPLATES, library.settings)(update, [library.claims[each] for each in update.claims])


def with_claim(**changes: Any) -> Library:
    brief = bridge.brief((bridge.claim("rise", **changes), bridge.claim("cost")), bridge.BRIEFS["toll-rise"].updates)
    return bridge.library(briefs={**bridge.BRIEFS, "toll-rise": brief})


def test_an_update_tells_note_claims_and_evidence_with_links() -> None:
    html = content("toll-announced")
    assert html.startswith("<p>The board <strong>moved</strong> on toll-announced")
    assert (
        '<a href="\ue000briefs/toll-rise/#rise">The harbour board settled rise &lt;for&gt; “now” &amp; later.</a>'
        in html
    )
    assert (
        "<p>corrected · Document; known here through Ellory Gazette (grade B) · Position of Harbour board · Mira Voss · "
        "of 27 February 2031; in these sources from 28 February 2031</p>" in html
    )
    assert "“the toll will rise to four crowns”" in html
    assert '<a href="\ue000sources/gazette-toll/#p2">Ellory Gazette, paragraph 2</a>, 28 February 2031.' in html
    assert 'Origin: <a href="\ue000origins/board-minutes/">Origin board-minutes</a>.' in html
    assert (
        '<p>From: <a href="\ue000briefs/toll-rise/">Toll &amp; &lt;tide&gt;</a> · <a href="\ue000topics/toll/">Toll</a>'
        in html
    )
    assert html.count("<h4>") == 2


def test_a_correction_shows_the_wrong_wording_and_the_right_one() -> None:
    html = content("toll-corrected")
    assert "<p><strong>Before:</strong> <del>four crowns</del></p>" in html
    assert "<p><strong>Now:</strong> <ins>five crowns</ins></p>" in html
    assert "Before" not in content("toll-announced")


def test_what_limits_a_quote_is_said_beside_it() -> None:
    limited = bridge.evidence(
        support="denies", origin_basis="inferred", drift=bridge.drift("Leaves the date out.", "omits")
    )
    html = content("toll-announced", with_claim(evidence=(limited,), status="withdrawn", status_reason="Misread."))
    assert "Denies the claim; denied by Publisher of board-minutes. " in html
    assert "(inferred by the editors)" in html
    assert "What it leaves out: Leaves the date out." in html
    assert "<p>Withdrawn: Misread.</p>" in html


@pytest.mark.parametrize("words", ["<script>run()</script>", "<img src=x onerror=run()>", "[go](javascript:run())"])
def test_no_words_of_an_author_act(words: str) -> None:
    update = CORRECTION.model_copy(update={"note": words, "before": words, "after": words})
    evidence = bridge.evidence(quote=words, drift=bridge.drift(words))
    brief = bridge.brief((bridge.claim("rise", text=words, evidence=(evidence,)),), (update,), title=words)
    html = content("toll-corrected", bridge.library(briefs={"toll-rise": brief}))
    assert "<script" not in html
    assert "<img" not in html
    assert all(url.startswith("\ue000") for url in linked(html))


def test_links_into_the_site_bear_the_mark_and_others_are_absolute() -> None:
    urls = [url for update in bridge.library().updates for url in linked(content(update.id))]
    assert len(urls) > 12
    assert all(url.startswith(("\ue000", "https://")) for url in urls)


def test_what_happens_elsewhere_does_not_change_what_was_told() -> None:
    before = content("toll-announced")
    extra = bridge.brief(
        (bridge.claim("denied", supersedes=("toll-rise/rise",), contradicts=("toll-rise/cost",)),),
        (bridge.update("later", bridge.START + timedelta(days=9), claims=("denied", "toll-rise/rise")),),
    )
    briefs: dict[str, Brief] = {**bridge.BRIEFS, "later-news": extra}
    origins = {
        **bridge.ORIGINS,
        "board-minutes": bridge.origin("board-minutes", publisher="Nobody", status="corrected", status_reason="x"),
    }
    people = {**bridge.PEOPLE, "ida-pell": Person(id="ida-pell", name="Ida Pell")}
    assert content("toll-announced", bridge.library(briefs=briefs, origins=origins, people=people)) == before


def test_a_claim_that_was_retracted_says_so_and_the_others_do_not() -> None:
    updates = (
        bridge.update("one", kind="new", claims=("rise", "cost")),
        bridge.update("two", bridge.START + timedelta(days=3), kind="retraction", claims=("cost",)),
    )
    claims = (bridge.claim("rise"), bridge.claim("cost"))
    rise, cost = content("one", bridge.library(briefs={"toll-rise": bridge.brief(claims, updates)})).split("<h4>")[1:]
    assert "<p>retracted · " in cost
    assert "retracted" not in rise
