"""A brief on the toll of the invented bridge as it was and with changes, for tests of what a change does."""

from datetime import timedelta
from typing import Any

from dossier.library import Library
from dossier.model import Brief, Update
from tests import bridge

TOLL = bridge.BRIEFS["toll-rise"]
LATER = bridge.START + timedelta(days=5)
TWO = (bridge.evidence(), bridge.evidence(quote="crowns from May onwards", origin="council-talk", paragraph=3))


def toll(*more: Update, **rise: Any) -> Brief:
    """Return the brief with further updates, and with other fields of its claim on the rise."""
    rise = {"evidence": TWO, **rise}
    return bridge.brief((bridge.claim("rise", **rise), TOLL.claims[1]), (*TOLL.updates, *more))


def library(brief: Brief, **changes: Any) -> Library:
    """Return the dossier with this brief in the place of the one that it has."""
    return bridge.library(briefs={**bridge.BRIEFS, "toll-rise": brief}, **changes)
