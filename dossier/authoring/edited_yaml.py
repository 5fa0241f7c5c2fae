"""A YAML file that is changed key by key and keeps its comments, its order, its quotes and its folds.

What to change is left to whoever holds it.
"""

import datetime
import io
import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import FoldedScalarString

_WIDTH = 116
_LIST = re.compile(r"^( *)[^\s#-][^\n]*:[ ]*(?:#[^\n]*)?\n(?:[ ]*(?:#[^\n]*)?\n)*( *)- ", re.MULTILINE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class UnreadableYamlError(Exception):
    """A file that is not YAML. The message says where and why."""


class EditedFile:
    """One file. `tree` is what it holds: mappings, lists and texts that know their comments."""

    def __init__(self, content: bytes) -> None:
        """Parse a file. Raises `UnreadableYamlError`."""
        self._content = content
        self._is_changed = False
        self._yaml = YAML()
        self._yaml.preserve_quotes = True
        self._yaml.width = 1 << 20
        try:
            text = content.decode("utf-8-sig").replace("\r\n", "\n")
            found = _LIST.search(text)
            offset = len(found[2]) - len(found[1]) if found else 2
            self._yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
            self.tree: Any = self._yaml.load(text)
        except (YAMLError, UnicodeDecodeError) as error:
            mark = getattr(error, "problem_mark", None)
            where = f"line {mark.line + 1}: " if mark else ""
            raise UnreadableYamlError(f"{where}{getattr(error, 'problem', None) or 'it cannot be read'}") from error

    def written(self) -> bytes:
        """Return the file as it is now."""
        if not self._is_changed:
            return self._content
        out = io.StringIO()
        self._yaml.dump(self.tree, out)
        text = out.getvalue()
        raw = (text.replace("\n", "\r\n") if b"\r\n" in self._content else text).encode()
        return b"\xef\xbb\xbf" + raw if self._content.startswith(b"\xef\xbb\xbf") else raw

    def put(self, holder: Any, key: str, value: object, *, after: str = "") -> None:
        """Set a key; a new one stands behind `after`, or last."""
        self._is_changed = True
        if key in holder:
            tail = _taken(holder, key)
            holder[key] = value
            _given(holder, key, tail)
            return
        keys = list(holder)
        place = keys.index(after) + 1 if after in holder else len(keys)
        tail = _taken(holder, keys[place - 1]) if place else None
        holder.insert(place, key, value)
        _given(holder, key, tail)

    def remove(self, holder: Any, key: str) -> None:
        """Take a key out. A comment or a blank line behind it goes behind the key before it."""
        self._is_changed = True
        keys = list(holder)
        place = keys.index(key)
        tail = _taken(holder, key)
        del holder[key]
        if place and tail is not None:
            _given(holder, keys[place - 1], tail)

    def replace(self, holder: Any, key: Any, value: object) -> Any:
        """Put another value behind a key, or at a place of a list, and return the one that was there."""
        self._is_changed = True
        tail, before = _taken(holder, key), holder[key]
        holder[key] = value
        _given(holder, key, tail)
        return before

    def drop(self, holder: Any, index: int) -> None:
        """Take an element out of a list."""
        self._is_changed = True
        tail = _taken(holder, index)
        del holder[index]
        if index:
            _given(holder, index - 1, tail)

    def append(self, holder: Any, value: object) -> None:
        """Add an element to a list, with blank lines above it where the others have them."""
        self._is_changed = True
        last = len(holder) - 1
        tail = _taken(holder, last) if holder else None
        lines = self._content.decode("utf-8-sig").splitlines()
        places = holder.lc.data or {}  # of the elements that the file had
        is_apart = last > 0 and 1 in places and not lines[places[1][0] - 1].strip()
        holder.append(value)
        _given(holder, last + 1, tail)
        if is_apart:
            holder.yaml_set_comment_before_after_key(last + 1, before="\n")

    def rename_key(self, holder: Any, key: str, name: str) -> None:
        """Give a key another name. Its value stays."""
        self._is_changed = True
        place = list(holder).index(key)
        value, comments = holder[key], holder.ca.items.pop(key, None)
        del holder[key]
        holder.insert(place, name, value)
        if comments is not None:
            holder.ca.items[name] = comments

    def move_below(self, holder: Any, key: str, name: str) -> None:
        """Make a mapping of a value: what stood behind `key` then stands behind `name` in it."""
        self._is_changed = True
        tail = _taken(holder, key)
        holder[key] = CommentedMap({name: holder[key]})
        _given(holder[key], name, tail)


def folded(text: str) -> Any:
    """Return a long text that is written on several lines."""
    value: Any = FoldedScalarString(text)
    folds, start = [], 0
    while len(text) - start > _WIDTH:
        at = text.rfind(" ", start, start + _WIDTH)
        if at <= start:
            break
        folds.append(at)
        start = at + 1
    value.fold_pos = folds
    return value


def date_value(date: str) -> object:
    """Return a date as YAML has it, so that it is written without quotes."""
    if _DAY.fullmatch(date):
        return datetime.date.fromisoformat(date)
    return int(date) if date.isdecimal() else date


def _taken(holder: Any, key: Any) -> Any:
    """Take the comment and the blank lines away that stand behind a value, and return them."""
    value = holder[key]
    if isinstance(value, CommentedMap | CommentedSeq) and value and not value.fa.flow_style():
        return _taken(value, list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1)
    where = 2 if isinstance(holder, CommentedMap) else 0
    comments = holder.ca.items.get(key)
    if not comments or comments[where] is None:
        return None
    tail, comments[where] = comments[where], None
    return tail


def _given(holder: Any, key: Any, tail: Any) -> None:
    """Put a comment and blank lines behind a value, unless others stand there."""
    value = holder[key]
    if tail is None:
        return
    if isinstance(value, CommentedMap | CommentedSeq) and value and not value.fa.flow_style():
        _given(value, list(value)[-1] if isinstance(value, CommentedMap) else len(value) - 1, tail)
    else:
        size, where = (4, 2) if isinstance(holder, CommentedMap) else (2, 0)
        comments = holder.ca.items.setdefault(key, [None] * size)
        if comments[where] is None:
            comments[where] = tail
