"""The digest of what a person reads who holds a claim against its sources: the claim, its evidence, the passages.

Who read it, and when, is left to the model. Topics, relations and the claim's id are left out: a claim can be filed elsewhere
and mean the same. The order of evidence does not count. A field that is added to the model changes no digest as long as
a claim does not use it.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from dossier.evidence.fingerprint import Fingerprint
from dossier.model import RELATIONS, Claim, Source

_FILED = {"id", "topics", "evidence", *RELATIONS}


def reading_digest(claim: Claim, cited: Iterable[tuple[Source | None, Fingerprint | None]]) -> str:
    """Return the digest of a claim. `cited` are the source of each piece of its evidence, and the fingerprint of it."""
    passages = [
        [one.model_dump(mode="json", exclude_defaults=True), _passage(one.paragraph, source, fingerprint)]
        for one, (source, fingerprint) in zip(claim.evidence, cited, strict=True)
    ]
    told = claim.model_dump(mode="json", exclude=_FILED, exclude_defaults=True)
    content = json.dumps([told, sorted(passages, key=_written)], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _passage(paragraph: int, source: Source | None, fingerprint: Fingerprint | None) -> list[int | str | None]:
    """Return what tells the text of a paragraph from another one; of a source without a fingerprint, of its whole text."""
    if fingerprint is not None and paragraph <= len(fingerprint.paragraphs):
        one = fingerprint.paragraphs[paragraph - 1]
        return [one.words, one.bits, one.packed.hex()]
    return [source.text_sha256 if source is not None else None]


def _written(value: Any) -> str:
    return json.dumps(value, sort_keys=True)
