"""A value that does not fit the model: what stands there, what is expected, and how messages name both.

Codes and messages are left to `structure` and `values`.
"""

from collections.abc import Container
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from dossier.binding.expected import describe, expected_at, is_record
from dossier.model.words import Record
from dossier.problem import Code
from dossier.problem.place import KeyPath
from dossier.yamlfile import Tree


class Explanation(NamedTuple):
    """What a mismatch is called: its code, message and hint.

    The problem points at the value, at its key if `on_key` is set, or at `part` of the value's text.
    """

    code: Code
    message: str
    hint: str = ""
    on_key: bool = False
    part: str = ""


class Mismatch:
    """One error of pydantic's, at one path of a tree.

    In words for messages: `subject` is the value, `record` the innermost record around it, `holder` the record that has
    the key. `expected_type` is the type the model declares there without `None` and without the tuple around it,
    `expects_list` says whether there is such a tuple. `is_empty` says that the key is there with nothing behind it.
    """

    def __init__(
        self, error: ErrorDetails, model: type[Record], tree: Tree, empty_keys: Container[KeyPath] = frozenset()
    ) -> None:
        self.error_type = error["type"]
        self.path: KeyPath = error["loc"]
        self.value: Any = error["input"]
        self.limits: dict[str, Any] = error.get("ctx", {})
        self.model = model
        self.is_empty = self.path in empty_keys
        self.owner, self.key, self.field, self.expected_type, self.expects_list = expected_at(model, self.path)
        self.record = describe(model, tree, self.path)
        self.holder = describe(model, tree, self.path[:-1])
        last = self.path[-1] if self.path else None
        if is_record(self.expected_type) and not self.expects_list:
            self.subject = self.record
        elif isinstance(last, int):
            self.subject = f'element {last + 1} of "{self.key}" of {self.record}'
        else:
            self.subject = f'"{self.key}" of {self.record}'

    @property
    def is_optional(self) -> bool:
        """Whether the key may be left out."""
        return self.field is not None and not self.field.is_required()

    @property
    def description(self) -> str:
        """What the key is for: the first sentence of its docstring in the model, in lower case and without full stop."""
        first = ((self.field.description if self.field else None) or "").split(". ")[0].rstrip(".")
        return first[:1].lower() + first[1:]
