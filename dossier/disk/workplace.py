"""Names the folder in which a dossier keeps what can be made anew.

Never leads elsewhere: whoever brings a change could bring a link along, and files behind it would be replaced.
"""

from pathlib import Path

from dossier.problem import Refusal


def workplace(root: Path) -> Path:
    """Return the folder `.cache` of a dossier, which need not be there. Raises `Refusal` where it is a link."""
    folder = root / ".cache"
    if folder.is_symlink():
        raise Refusal(
            '".cache" is a link, and what lies behind it could be lost',
            "remove the link; a folder is made in its place",
        )
    return folder
