"""Small records for the tests of evidence, with only the fields that the model requires.

Whole dossiers are left to `tests.check.lake` and `tests.bridge`.
"""

from typing import Literal

from dossier.model import Evidence, LeftOut, Origin, Reliability, Source

Kind = Literal["report", "document", "interview", "statement", "bucket"]


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
    kind: Kind = "report",
    status: Literal["current", "corrected", "withdrawn"] = "current",
) -> Origin:
    """Return an origin; its publisher is its id unless said otherwise."""
    named = origin_id.title() if publisher == "" else publisher
    return Origin(
        id=origin_id,
        name=origin_id,
        kind=kind,
        publisher=None if kind == "bucket" else named,
        depends_on=depends_on,
        status=status,
    )


def graph(*origins: Origin) -> dict[str, Origin]:
    return {each.id: each for each in origins}
