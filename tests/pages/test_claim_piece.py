"""The claim piece's view: sourcing in words, the chain, ties, what can be known when."""

from typing import Any

import pytest

from dossier.model import Origin
from dossier.pages.claim_piece import ClaimView, sourcing, view_claim
from dossier.pages.context import Context
from tests.pages import orla

EVIDENCE = orla.evidence


def _context(*evidence: Any, **given: Any) -> Context:
    return Context(orla.library(briefs={"b": orla.brief(orla.claim("c", evidence=evidence, **given))}))


def _view(*evidence: Any, **given: Any) -> ClaimView:
    context = _context(*evidence, **given)
    return view_claim(context, context.library.claims["b/c"])


def _chain(view: ClaimView, number: int = 0) -> str:
    chain = view.evidence[number].chain
    assert chain is not None
    return " → ".join(" + ".join(link.words for link in step.links) for step in chain.steps)


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ([EVIDENCE()], "1 origin, 1 report"),
        ([EVIDENCE(), EVIDENCE("river-wire")], "1 origin, 2 reports"),
        ([EVIDENCE(), EVIDENCE("river-wire", origin="guild-letter")], "2 origins, 2 reports"),
        ([EVIDENCE(), EVIDENCE(paragraph=2)], "1 origin, 1 report"),
        ([EVIDENCE(origin="hearsay")], "no traceable origin, 1 report"),
        ([EVIDENCE(), EVIDENCE("river-wire", support="denies", origin="guild-letter")], "1 origin, 1 report"),
    ],
)
def test_sourcing_counts_origins_and_reports_apart(evidence: list[Any], words: str) -> None:
    assert sourcing(_context(*evidence).library.claims["b/c"]) == words


@pytest.mark.parametrize(
    ("evidence", "part"),
    [
        ([EVIDENCE()], ""),
        ([EVIDENCE(origin="hearsay")], "Nobody can be named as the origin"),
        ([EVIDENCE(origin_basis="inferred")], "the editors inferred"),
        ([EVIDENCE(origin_basis="inferred"), EVIDENCE(origin="guild-letter")], ""),
        ([EVIDENCE(support="denies")], "all of it denies it"),
    ],
)
def test_evidence_that_names_nobody_is_told_in_words(evidence: list[Any], part: str) -> None:
    caution = _view(*evidence).caution
    assert part in caution
    assert bool(caution) == bool(part)


def test_the_chain_runs_from_the_first_origin_to_the_source() -> None:
    view = _view(EVIDENCE("valley-post", origin="wire-report"), EVIDENCE("river-wire", origin="wire-report"))
    assert _chain(view, 0) == "Letter of the guild, 1 March 2024 → River Wire → The Valley Post"
    assert _chain(view, 1) == "Letter of the guild, 1 March 2024 → River Wire"


def test_a_sources_own_report_has_no_chain() -> None:
    origins = {"own": Origin(id="own", name="Its own report", kind="report", publisher="the valley post")}
    context = Context(
        orla.library(briefs={"b": orla.brief(orla.claim("c", evidence=[EVIDENCE(origin="own")]))}, origins=origins)
    )
    chain = view_claim(context, context.library.claims["b/c"]).evidence[0].chain
    assert chain is not None
    assert chain.is_own


def test_a_chain_of_several_roots_names_them_side_by_side_and_ends_in_circles_too() -> None:
    origins = {
        each.id: each
        for each in (
            Origin(id="a", name="A", kind="report", publisher="A"),
            Origin(id="b", name="B", kind="document", publisher="B"),
            Origin(id="c", name="C", kind="report", publisher="C", depends_on=("a", "b")),
            Origin(id="x", name="X", kind="document", publisher="X", depends_on=("y",)),
            Origin(id="y", name="Y", kind="document", publisher="Y", depends_on=("x",)),
        )
    }
    claims = [orla.claim(name, evidence=[EVIDENCE(origin=name)]) for name in ("c", "x")]
    context = Context(orla.library(briefs={"b": orla.brief(*claims)}, origins=origins))
    assert _chain(view_claim(context, context.library.claims["b/c"])) == "A + B → C → The Valley Post"
    assert _chain(view_claim(context, context.library.claims["b/x"])).endswith("The Valley Post")


def test_what_an_origin_that_was_taken_back_carries_says_so() -> None:
    view = _view(EVIDENCE(origin="taken-back"))
    assert [link.words for link in view.tainted] == ["Report of a new gate (withdrawn)"]
    assert view.evidence[0].chain is not None
    assert view.evidence[0].chain.status == "Report of a new gate was withdrawn: its author admitted a mistake"


def test_a_claim_knows_from_when_to_when_it_was_the_last_word() -> None:
    context = Context(orla.library())
    old = view_claim(context, context.library.claims["sluice-shut/keep-shut"])
    assert (old.since, old.until) == ("2024-03-03", "2024-05-21")
    broken = view_claim(context, context.library.claims["sluice-shut/gate-broken"])
    assert (broken.since, broken.until) == ("2024-03-31", "")


def test_of_several_that_replace_it_the_first_known_counts() -> None:
    later = [
        orla.claim("l1", supersedes=["a"], date="2024-06-01", reported="2024-06-02"),
        orla.claim("l2", supersedes=["a"], date="2024-05-01", reported="2024-05"),
    ]
    context = Context(orla.library(briefs={"b": orla.brief(orla.claim("a"), *later)}))
    assert view_claim(context, context.library.claims["b/a"]).until == "2024-05-31"


def test_earlier_counts_are_told_only_where_evidence_came_in_over_time() -> None:
    together = _view(EVIDENCE(), EVIDENCE(paragraph=2, origin="guild-letter"))
    assert (together.sourcing_steps, together.evidence_steps) == ("", "")
    apart = _view(EVIDENCE(), EVIDENCE("river-wire", origin="wire-report"))
    assert apart.sourcing_steps == "2024-03-03 1 origin, 1 report|2024-05-21 2 origins, 2 reports"
    assert apart.evidence_steps == "2024-03-03 1 quote from 1 source|2024-05-21 2 quotes from 2 sources"
    denied = _view(EVIDENCE(), EVIDENCE("river-wire", origin="wire-report", support="denies"))
    assert denied.sourcing_steps == ""
    assert denied.evidence_steps == "2024-03-03 1 quote from 1 source|2024-05-21 2 quotes from 2 sources"


def test_the_last_step_says_what_the_page_says_today() -> None:
    view = _view(EVIDENCE(), EVIDENCE("river-wire", origin="wire-report"))
    assert view.sourcing_steps.endswith(view.sourcing)
    assert view.evidence_steps.endswith(view.evidence_words)


def test_no_claim_stands_without_its_first_evidence() -> None:
    # The paper is dated to the month only, and so to its last day; the claim names the very day.
    context = Context(
        orla.library(
            briefs={"b": orla.brief(orla.claim("a", reported="2024-03-05"))},
            sources={"valley-post": orla.source(published="2024-03")},
        )
    )
    view = view_claim(context, context.library.claims["b/a"])
    assert view.since == view.evidence[0].since == "2024-03-05"


def test_a_denial_and_what_it_denies_name_each_other() -> None:
    context = Context(orla.library())
    broken = view_claim(context, context.library.claims["sluice-shut/gate-broken"])
    whole = view_claim(context, context.library.claims["spring-talks/hinge-whole"])
    assert [tie.words for tie in broken.relations] == ["Denied by"]
    assert [tie.words for tie in whole.relations] == ["Denies"]


def test_a_correction_is_the_newest_change_of_the_claims_it_names() -> None:
    context = Context(orla.library())
    assert context.changed("spring-talks/keep-shut-summer") == "2024-06-02T08:00:00Z"
    assert context.changed("spring-talks/hinge-whole") == "2024-05-22T08:00:00Z"
    assert context.changed("sluice-shut/open-now") == "2024-03-04T09:00:00Z"


def test_a_problem_is_reported_where_the_repository_is() -> None:
    report = _view(EVIDENCE()).report
    assert report.startswith("https://code.example/orla/issues/new?title=Problem%20with%20claim%20b%2Fc&body=")
    settings = orla.SETTINGS.model_copy(update={"repository": None})
    context = Context(orla.library(settings=settings))
    assert view_claim(context, context.library.claims["sluice-shut/keep-shut"]).report == ""
