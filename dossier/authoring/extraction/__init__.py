"""Takes the words out of what people have: texts, web pages, PDF files, Markdown, mails.

What becomes of the words is left to `add_source` and `refresh`; nothing here opens or writes a file.
"""

from dossier.authoring.extraction.extract import extract
from dossier.authoring.extraction.extracted import Doubt, Extracted, Stated

__all__ = ["Doubt", "Extracted", "Stated", "extract"]
