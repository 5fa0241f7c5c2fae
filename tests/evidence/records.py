"""Small records for the tests of evidence, with only the fields that the model requires.

Whole dossiers are left to `tests.check.lake` and `tests.bridge`.
"""

from typing import Any, Literal

from dossier.model import NOBODYS, Claim, Evidence, LeftOut, Origin, Reliability, Source
from dossier.model.origin import OriginKind


def source(*left_out: LeftOut, sha256: str | None = None) -> Source:
    return Source(
        title="The lamp on Gull Rock",
        outlet="The Parish Paper",
        url="https://paper.example/gull-rock",
        published="2024-05-14",
        published_basis="stated",
        language="en",
        directness="original",
        reliability=Reliability(grade="B", reason="named people", judged="2024-06"),
        text_sha256=sha256,
        left_out=left_out,
        abstract="On a lamp and who pays for it.",
    )


def evidence(
    origin: str = "paper",
    quote: str = "the fog signal should go",
    paragraph: int = 4,
    support: Literal["full", "partial", "denies"] = "full",
    basis: Literal["stated", "inferred"] = "stated",
) -> Evidence:
    return Evidence(
        source="gull-rock", paragraph=paragraph, quote=quote, origin=origin, support=support, origin_basis=basis
    )


def origin(
    origin_id: str,
    *depends_on: str,
    publisher: str | None = "",
    kind: OriginKind = "report",
    status: Literal["current", "corrected", "withdrawn"] = "current",
    speaker: str | None = None,
) -> Origin:
    """Return an origin; its publisher is its id unless said otherwise, or it is nobody's report."""
    named = origin_id.title() if publisher == "" else publisher
    return Origin(
        id=origin_id,
        name=origin_id,
        kind=kind,
        publisher=None if kind in NOBODYS else named,
        speaker=speaker,
        depends_on=depends_on,
        status=status,
    )


def graph(*origins: Origin) -> dict[str, Origin]:
    return {each.id: each for each in origins}


def claim(**more: Any) -> Claim:
    """Return a claim that somebody stated; its evidence is handed in apart from it."""
    tree = {"id": "lamp", "text": "The lamp stays.", "kind": "statement", "topics": ("lamp",)}
    return Claim.model_validate({**tree, "date": "2024-05", "reported": "2024-05-14", **more})
