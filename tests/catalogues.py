"""The catalogues that there are, and catalogues of invented translations."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tests.architecture.module_rules import ROOT

LOCALE = ROOT / "templates" / "locale"
LANGUAGES = tuple(sorted(path.name for path in LOCALE.iterdir() if path.is_dir()))
"""The languages that sites can be in, besides English."""


def content(language: str) -> bytes:
    """Return the compiled catalogue of a language."""
    return (LOCALE / language / "LC_MESSAGES" / "dossier.mo").read_bytes()


def compiled(language: str, messages: Mapping[Any, str | tuple[str, ...]]) -> bytes:
    """Return a compiled catalogue with the translations of some messages; a pair is a message with its plural."""
    catalogue = Catalog(locale=language)
    for message, words in messages.items():
        catalogue.add(message, words)
    content = BytesIO()
    write_mo(content, catalogue)
    return content.getvalue()
