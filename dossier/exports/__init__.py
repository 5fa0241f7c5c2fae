"""The downloads: everything the dossier knows as JSON and CSV, and the JSON Schemas that say what stands in them.

Never changes a name or a meaning within a version: what others compute with is a promise.
"""

from dossier.exports.write_downloads import download_schemas, write

__all__ = ["download_schemas", "write"]
