"""Evidence: fingerprints, quotes, independent origins, coverage, and what all of them say about a claim.

Never opens a file and never asks for the time: texts, dates and records are handed in.
"""

from dossier.evidence import faults, fingerprint, verification
from dossier.evidence.coverage import Coverage, Covered, cover
from dossier.evidence.finding import Found, evidence_block, find_in_fingerprints, find_in_texts, find_whole
from dossier.evidence.fingerprint import Fingerprint, decoded, paragraphs, text_sha256
from dossier.evidence.origins import (
    Independence,
    independence,
    is_inferred,
    is_on_record,
    is_tainted_by,
    lineage,
    publisher_key,
    roots,
)
from dossier.evidence.quote import Verdict, check_quote
from dossier.evidence.textfragment import archived_copy, text_fragment
from dossier.evidence.verbatim import Verbatim, check_verbatim
from dossier.evidence.verification import State, Verification, quote_digest, state_of
from dossier.evidence.words import measure, words

__all__ = [
    "Coverage",
    "Covered",
    "Fingerprint",
    "Found",
    "Independence",
    "State",
    "Verbatim",
    "Verdict",
    "Verification",
    "archived_copy",
    "check_quote",
    "check_verbatim",
    "cover",
    "decoded",
    "evidence_block",
    "faults",
    "find_in_fingerprints",
    "find_in_texts",
    "find_whole",
    "fingerprint",
    "independence",
    "is_inferred",
    "is_on_record",
    "is_tainted_by",
    "lineage",
    "measure",
    "paragraphs",
    "publisher_key",
    "quote_digest",
    "roots",
    "state_of",
    "text_fragment",
    "text_sha256",
    "verification",
    "words",
]
