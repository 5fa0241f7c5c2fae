"""The JSON Schemas of the contributors' files and of the downloads, as files.

They are the same for every site. Their contents are left to `binding.schemas` and `exports`.
"""

import json

from dossier.binding.schemas import schemas
from dossier.exports import download_schemas


def schema_files() -> dict[str, bytes]:
    """Return all schemas by their path below `schema/`, as in `brief.json` and `downloads/claims.json`."""
    ours = {
        f"{name}.json": (json.dumps(schema, ensure_ascii=False, indent=2) + "\n").encode() for name, schema in schemas()
    }
    return ours | download_schemas()
