"""Compiles catalogues of invented translations."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo


def compiled(language: str, messages: Mapping[Any, str | tuple[str, ...]]) -> bytes:
    """Return a compiled catalogue with the translations of some messages; a pair is a message with its plural."""
    catalogue = Catalog(locale=language)
    for message, words in messages.items():
        catalogue.add(message, words)
    content = BytesIO()
    write_mo(content, catalogue)
    return content.getvalue()
