"""Finds every field of a file: where its key and its value are in the text, and what the model expects there.

What can go wrong at a field is left to `slips`.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from dossier.binding.expected import allowed_words, expected_at, is_record
from dossier.model import MergedSource, MergedTopic, Record
from tests.slips.material import files
from tests.stale.state import model_of

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Spot:
    """One field in a file. All positions are indexes into `text`.

    `kind` is what the model expects: `text`, `word`, `id`, `claim`, `date`, `moment`, `number`, `flag`, `address`,
    `language`, `hash`, `paragraphs`, `texts`, `ids`, `record`, `records`, or `setting`. `style` is how the value is
    written: `plain`, a quote, `>`, `|`, `[`, `-` or `:`. `record` are the first and the last line of the record around.
    """

    file: str
    text: str
    path: Path
    name: str
    kind: str
    words: tuple[str, ...]
    is_required: bool
    key_start: int
    key_end: int
    start: int
    end: int
    style: str
    record: tuple[int, int]

    @property
    def key(self) -> str:
        return self.text[self.key_start : self.key_end]

    @property
    def value(self) -> str:
        return self.text[self.start : self.end]

    @property
    def line_start(self) -> int:
        return self.text.rfind("\n", 0, self.key_start) + 1

    @property
    def line_end(self) -> int:
        return self.text.find("\n", self.key_start)

    @property
    def line(self) -> str:
        return self.text[self.line_start : self.line_end]

    @property
    def block_end(self) -> int:
        """The index behind the last line of the field, its line end included."""
        return self.text.find("\n", max(self.key_end, self.end - 1)) + 1

    @property
    def column(self) -> int:
        return self.key_start - self.line_start

    @property
    def is_first(self) -> bool:
        """Whether a dash stands before the key."""
        return self.text[self.line_start : self.key_start].lstrip().startswith("-")

    @property
    def is_scalar(self) -> bool:
        return self.style in ("plain", '"', "'")

    def with_value(self, value: str) -> str:
        return self.text[: self.start] + value + self.text[self.end :]

    def with_key(self, key: str) -> str:
        return self.text[: self.key_start] + key + self.text[self.key_end :]

    def with_line(self, line: str) -> str:
        return self.text[: self.line_start] + line + self.text[self.line_end :]

    def with_block(self, block: str) -> str:
        return self.text[: self.line_start] + block + self.text[self.block_end :]


def spots(file: str, text: str) -> Iterator[Spot]:
    """Yield the fields of a file in the order in which they stand there; those in a list one by one."""
    front = text.split("---\n")[1] if file.endswith(".md") else text
    offset = text.index(front)
    node = yaml.compose(front)
    model = model_of(file)
    if "merged_into:" in text and model is not None and file != "briefings/origins.yaml":
        model = MergedTopic if "topics" in file else MergedSource
    yield from _fields(file, text, node, model, (), offset)


def _fields(file: str, text: str, node: Any, model: type[Record] | None, path: Path, offset: int) -> Iterator[Spot]:
    if isinstance(node, yaml.SequenceNode):
        for number, each in enumerate(node.value):
            yield from _fields(file, text, each, model, (*path, number), offset)
    if not isinstance(node, yaml.MappingNode):
        return
    first = text.count("\n", 0, node.start_mark.index + offset) + 1
    last = text.count("\n", 0, text.rfind("\n", 0, _end(text, node.value[-1][1], offset)) + 1) + 1
    for key, value in node.value:
        here = (*path, key.value)
        if model is None and here[0] not in OURS:
            continue
        name, kind, words, required = _expected(model, here)
        yield Spot(
            file, text, here, name, kind, words, required,
            key.start_mark.index + offset, key.end_mark.index + offset,
            value.start_mark.index + offset, _end(text, value, offset),
            _style(value), (first, last),
        )  # fmt: skip
        yield from _fields(file, text, value, model, here, offset)


def _end(text: str, node: Any, offset: int) -> int:
    end: int = node.end_mark.index + offset
    # The end of what stands on lines is where the next thing begins.
    begun = text[node.start_mark.index + offset : end]
    return end - len(begun) + len(re.sub(r"(?:\s+#.*|\s+)*\Z", "", begun))


def _style(node: Any) -> str:
    if isinstance(node, yaml.ScalarNode):
        return node.style or "plain"
    if isinstance(node, yaml.SequenceNode):
        return "[" if node.flow_style else "-"
    return "{" if node.flow_style else ":"


OURS = ("site_name", "site_url", "site_description", "extra")
"""The settings that are not MkDocs' own, or that every site needs."""
_SIMPLE = {
    "Id": "id", "ClaimRef": "claim", "Date": "date", "DateOrUnknown": "date", "Moment": "moment", "Number": "number",
    "Ordinal": "number", "Flag": "flag", "Url": "address", "Language": "language", "Sha256": "hash",
    "Paragraphs": "paragraphs", "Line": "text", "Prose": "text",
}  # fmt: skip


def _expected(model: type[Record] | None, path: Path) -> tuple[str, str, tuple[str, ...], bool]:
    if model is None:
        return ".".join(map(str, path)), "setting", (), False
    found = expected_at(model, path)
    name = f"{found.owner.__name__}.{found.key}"
    required = bool(found.field and found.field.is_required())
    if is_record(found.type):
        return name, "records" if found.is_list else "record", (), required
    if words := allowed_words(found.type):
        return name, "word", words, required
    declared = str(_source_of(found.owner, found.key))
    kind = next((kind for sign, kind in _SIMPLE.items() if re.search(rf"\b{sign}\b", declared)), "text")
    if found.is_list:
        kind = {"text": "texts", "id": "ids", "claim": "ids", "paragraphs": "paragraphs"}[kind]
    return name, kind, (), required


@cache
def _source_of(owner: type[Record], key: str) -> str:
    found = re.search(rf"^    {key}: (.*)$", inspect.getsource(owner), re.MULTILINE)
    return found[1] if found else ""


def chosen() -> Iterator[Spot]:
    """Yield for each field of each record the first and the last place where it stands, by each way in which it is written."""
    places: dict[tuple[str, str], list[Spot]] = {}
    for file, text in files().items():
        if not file.endswith(".txt"):
            for spot in spots(file, text):
                places.setdefault((spot.name, spot.style), []).append(spot)
    for found in places.values():
        yield from dict.fromkeys((found[0], found[-1]))
