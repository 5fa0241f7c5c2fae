"""Evidence: fingerprints, quotes, independent origins, coverage, and what they say about a claim.

Texts, dates and records are handed in; reading files is left to `disk`.
"""

from dossier.evidence import fingerprint, problems, verification
from dossier.evidence.basis import BASES, Basis, BasisKind, basis
from dossier.evidence.coverage import Coverage, ParagraphCoverage, cover
from dossier.evidence.finding import Match, evidence_block, find_in_fingerprints, find_in_texts, find_whole_quote
from dossier.evidence.fingerprint import Fingerprint, as_recorded, decoded, paragraphs, text_sha256
from dossier.evidence.origins import (
    Independence,
    independence,
    independence_key,
    is_stated,
    is_supported,
    lineage,
    publisher_key,
    roots,
    tainted_origins,
)
from dossier.evidence.quote import Verdict, check_quote
from dossier.evidence.reading import reading_digest
from dossier.evidence.textfragment import archived_copy, text_fragment
from dossier.evidence.verbatim import Verbatim, check_verbatim
from dossier.evidence.verification import State, Verification, quote_digest, state_of
from dossier.evidence.words import measure, words

__all__ = [
    "BASES",
    "Basis",
    "BasisKind",
    "Coverage",
    "Fingerprint",
    "Independence",
    "Match",
    "ParagraphCoverage",
    "State",
    "Verbatim",
    "Verdict",
    "Verification",
    "archived_copy",
    "as_recorded",
    "basis",
    "check_quote",
    "check_verbatim",
    "cover",
    "decoded",
    "evidence_block",
    "find_in_fingerprints",
    "find_in_texts",
    "find_whole_quote",
    "fingerprint",
    "independence",
    "independence_key",
    "is_stated",
    "is_supported",
    "lineage",
    "measure",
    "paragraphs",
    "problems",
    "publisher_key",
    "quote_digest",
    "reading_digest",
    "roots",
    "state_of",
    "tainted_origins",
    "text_fragment",
    "text_sha256",
    "verification",
    "words",
]
