"""The files of a dossier while they are rewritten, what was done to them, and what is left for a person to decide.

What is rewritten is left to the steps.
"""

from collections.abc import Iterator, Mapping

from dossier.authoring.edited_yaml import EditedFile, UnreadableYamlError
from dossier.problem import Place, UserError


class UpgradedDossier:
    """The files of a dossier while they are rewritten. YAML files are parsed when a step first asks for them."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = files
        self._edited: dict[str, EditedFile] = {}
        self.counts: dict[str, int] = {}
        self.open: list[tuple[Place, str]] = []

    def yaml(self, path: str) -> EditedFile | None:
        """Return a YAML file to be edited, or None where there is none. Raises `UserError` where it cannot be read."""
        if path not in self._edited:
            if path not in self.files:
                return None
            try:
                self._edited[path] = EditedFile(self.files[path])
            except UnreadableYamlError as error:
                raise UserError(f"{path}: {error}", "mend the file first") from error
        return self._edited[path]

    def under(self, folder: str) -> Iterator[str]:
        """Yield the paths of the YAML files below a folder."""
        return (path for path in self.files if path.startswith(folder) and path.endswith(".yaml"))

    def did(self, what: str) -> None:
        """Note that something was done once more."""
        self.counts[what] = self.counts.get(what, 0) + 1

    def leave(self, file: str, path: tuple[str | int, ...], what: str) -> None:
        """Note that something is left for a person to decide."""
        self.open.append((Place(file, path), what))

    def changed(self) -> dict[str, bytes]:
        """Return the files that differ from what they were."""
        written = {path: edited.written() for path, edited in self._edited.items()}
        return {path: content for path, content in written.items() if content != self.files[path]}
