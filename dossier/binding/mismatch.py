"""One fault of a value against the model: what stands there, what is wanted, and how to speak of both.

Never decides what the fault is called.
"""

from collections.abc import Container
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from dossier.binding.expected import is_record, subject, wanted
from dossier.model.words import Record
from dossier.problem.place import KeyPath
from dossier.yamlfile import Tree

_LONGEST = 60


class Said(NamedTuple):
    """A fault in words: its code, what is wrong, one thing to do; and whether to point at the key or at a part."""

    code: str
    message: str
    hint: str = ""
    on_key: bool = False
    part: str = ""


class Misfit:
    """What pydantic found wrong at one path of a tree.

    `record` is the innermost record in words, `holder` the record that has the key, `what` the value in words, `kind` what the model wants there once
    options and lists are taken off, `listed` whether it wants a list of them, `is_empty` whether the key is there with nothing
    behind it.
    """

    def __init__(
        self, error: ErrorDetails, model: type[Record], tree: Tree, empty: Container[KeyPath] = frozenset()
    ) -> None:
        self.type = error["type"]
        self.path: KeyPath = error["loc"]
        self.value: Any = error["input"]
        self.limits: dict[str, Any] = error.get("ctx", {})
        self.model = model
        self.is_empty = self.path in empty
        self.owner, self.key, self.field, self.kind, self.listed = wanted(model, self.path)
        self.record = subject(model, tree, self.path)
        self.holder = subject(model, tree, self.path[:-1])
        last = self.path[-1] if self.path else None
        if is_record(self.kind) and not self.listed:
            self.what = self.record
        elif isinstance(last, int):
            self.what = f'element {last + 1} of "{self.key}" of {self.record}'
        else:
            self.what = f'"{self.key}" of {self.record}'

    @property
    def optional(self) -> bool:
        """Whether the key may be left out."""
        return self.field is not None and not self.field.is_required()

    @property
    def description(self) -> str:
        """What the key is for, as the model says it: the first sentence, to be put behind a colon."""
        first = ((self.field.description if self.field else None) or "").split(". ")[0].rstrip(".")
        return first[:1].lower() + first[1:]


def cut(text: str) -> str:
    """Return a text on one line, shortened to what a message can bear."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
