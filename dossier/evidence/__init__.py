"""Evidence: fingerprints, quotes, independent origins, coverage, and what all of them say about a claim.

Never opens a file and never asks for the time: texts, dates and records are handed in.
"""

from dossier.evidence.fingerprint import Fingerprint, decoded, paragraphs, text_sha256

__all__ = ["Fingerprint", "decoded", "paragraphs", "text_sha256"]
