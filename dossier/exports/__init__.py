"""The downloads: all records as JSON and CSV, and the JSON Schemas that describe them.

Within a version no key and no meaning changes. Linking records is left to `library`.
"""

from dossier.exports.claim_parts import claim_parts
from dossier.exports.write_downloads import Download, download_schemas, downloads, write

__all__ = ["Download", "claim_parts", "download_schemas", "downloads", "write"]
