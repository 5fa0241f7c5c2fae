"""The digest of what a person reads changes with what the claim tells and with the passages, and with nothing else."""

from typing import Any

import pytest

from dossier.evidence import fingerprint, reading_digest
from tests import bridge

TEXT = "Toll to rise\nThe board said the toll will rise to four crowns from May onwards.\nNothing else is known of it."
CLAIM = bridge.claim("rise")
SOURCE = bridge.source("Toll to rise", text_sha256="1" * 64)
PAPER = fingerprint.make("gazette-toll", TEXT)


def digest(text: str = TEXT, **changes: Any) -> str:
    claim = bridge.claim("rise", **changes)
    return reading_digest(claim, [(SOURCE, fingerprint.make("gazette-toll", text))] * len(claim.evidence))


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "The board settled it."},
        {"short": "Settled"},
        {"kind": "statement"},
        {"party": "council"},
        {"said_by": "una-reed"},
        {"about": ("mira-voss",)},
        {"attribution": "the board"},
        {"date": "2031-02-26"},
        {"dated": "by"},
        {"reported": "2031-03-01"},
        {"status": "disputed"},
        {"status_reason": "It is said otherwise."},
        {"note": "A note."},
        {"evidence": ()},
        *(
            {"evidence": (bridge.evidence(**{key: value}),)}
            for key, value in {
                "source": "gazette-second",
                "paragraph": 3,
                "quote": "will rise to four crowns from May",
                "origin": "council-talk",
                "origin_basis": "inferred",
                "support": "partial",
                "speech": "quoted",
                "translation": "It will.",
                "drift": bridge.drift("It says more."),
            }.items()
        ),
    ],
)
def test_it_changes_with_all_that_the_claim_tells(changes: dict[str, Any]) -> None:
    assert digest(**changes) != digest()


@pytest.mark.parametrize("changes", [{"topics": ("repairs",)}, {"opposes": ("cost",)}, {"supersedes": ("a/b",)}])
def test_where_a_claim_is_filed_and_what_it_is_related_to_change_nothing(changes: dict[str, Any]) -> None:
    assert digest(**changes) == digest()


def test_a_claim_that_moves_keeps_its_digest() -> None:
    cited = [(SOURCE, PAPER)]
    assert reading_digest(bridge.claim("rise", text="Same."), cited) == reading_digest(
        bridge.claim("moved", text="Same.", short="Settled rise"), cited
    )


def test_the_order_of_evidence_changes_nothing() -> None:
    one, other = bridge.evidence(), bridge.evidence(quote="crowns from May onwards")
    assert digest(evidence=(one, other)) == digest(evidence=(other, one)) != digest(evidence=(one,))


def test_it_changes_with_the_paragraph_that_is_cited_and_with_no_other() -> None:
    assert digest(TEXT.replace("four crowns", "nine crowns")) != digest()
    assert digest(TEXT.replace("Nothing else", "Nothing more")) == digest()


def test_without_a_fingerprint_it_changes_with_the_whole_text() -> None:
    other = SOURCE.model_copy(update={"text_sha256": "2" * 64})
    assert reading_digest(CLAIM, [(SOURCE, None)]) != reading_digest(CLAIM, [(other, None)])
    assert reading_digest(CLAIM, [(SOURCE, PAPER)]) == reading_digest(CLAIM, [(other, PAPER)])


def test_a_paragraph_that_is_not_there_and_a_source_without_a_record_have_a_digest_too() -> None:
    far = bridge.claim("rise", evidence=(bridge.evidence(paragraph=99),))
    assert reading_digest(far, [(SOURCE, PAPER)]) == reading_digest(far, [(SOURCE, None)])
    assert len(reading_digest(CLAIM, [(None, None)])) == 64
