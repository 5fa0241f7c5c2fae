"""Parses YAML from libyaml's events into plain values, and tells a recorder of places and problems if there is one.

There is no recursion and no alias is followed, so no input can exhaust stack or memory. Messages are left to `recorder`.
"""

from typing import Any

from yaml import YAMLError
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from dossier.model.keys import known_keys
from dossier.yamlfile.recorder import Recorder

Tree = str | list["Tree"] | dict[str, "Tree"]
MAX_DEPTH = 32
OUTER_QUOTES = frozenset('"”“„‟»«’‹›「」『』')
"""What begins or ends a plain scalar and may be no part of the text: only a recorder looks whether it is."""


class NeedsRecorderError(Exception):
    """Something is wrong, and there is no recorder to say what: parse again with one."""


# One long loop: it runs 400 times a brief, and a call for each kind of event would cost a third of its time.
def parse(text: str, recorder: Recorder | None = None) -> Tree | None:  # noqa: C901, PLR0915
    """Return the tree of a YAML text, every scalar a str; None where there is nothing usable in it.

    A key with nothing behind it is not in the tree. Without a recorder anything wrong raises `NeedsRecorderError` or
    `YAMLError`, and comments and escapes are not examined. With one, it gets each problem, and parsing goes on as far as
    it can.
    """
    next_event = CParser(text).get_event
    stack: list[tuple[Any, Any]] = []
    top: Any = None  # the innermost open list or mapping
    key: Any = None  # the key that waits for its value
    root: Any = None
    empty_values: list[tuple[dict[str, Any], str]] = []
    documents = 0
    while True:
        try:
            event: Any = next_event()
        except YAMLError as error:
            if recorder is None:
                raise
            recorder.syntax(error)
            return None
        kind = type(event)
        if kind is ScalarEvent:
            value: Any = event.value
            if event.tag is not None or event.anchor is not None:
                _required(recorder).anchor_or_tag(event)
            if type(top) is dict:
                if key is None:
                    if value in top or value in {"", "<<"}:
                        following = _required(recorder).start_element(event)
                        if following is not None:
                            top = following
                            stack[-1][0].append(top)
                        value = _required(recorder).refused_key(event, value in top)
                    elif recorder is not None:
                        value = recorder.key(event)
                    key = value
                    continue
                if recorder is not None:
                    value = recorder.scalar(event)
                if event.style == "":
                    if value == "":
                        empty_values.append((top, key))
                    elif recorder is None and (value[-1] in OUTER_QUOTES or value[0] in OUTER_QUOTES):
                        raise NeedsRecorderError
                if key is not Recorder.IGNORED:
                    top[key] = value
                key = None
            elif type(top) is list:
                if recorder is not None:
                    value = recorder.scalar(event)
                if value != "" or event.style != "":
                    if (
                        recorder is None
                        and value != ""
                        and event.style == ""
                        and (value[-1] in OUTER_QUOTES or value[0] in OUTER_QUOTES)
                    ):
                        raise NeedsRecorderError
                    top.append(value)
                elif event.value == "":
                    _required(recorder).empty_element(event)
            else:
                if recorder is not None:
                    value = recorder.scalar(event)
                root = value if value != "" or event.style != "" else None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if recorder is not None:
                recorder.close(event)
            top, key = stack.pop()
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.tag is not None or event.anchor is not None:
                _required(recorder).anchor_or_tag(event)
            if len(stack) >= MAX_DEPTH:
                _required(recorder).too_deep(event, MAX_DEPTH)
                return None
            value = {} if kind is MappingStartEvent else []
            if recorder is not None:
                recorder.open(event, value)
            if type(top) is dict:
                if key is None:
                    _required(recorder).complex_key(event)
                    return None
                if key is not Recorder.IGNORED:
                    top[key] = value
                key = None
            elif type(top) is list:
                top.append(value)
            else:
                root = value
            stack.append((top, key))
            top, key = value, None
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                _required(recorder).second_document(event)
                return None
            if event.version is not None or event.tags is not None:
                _required(recorder).directive()
        elif kind is AliasEvent:
            _required(recorder).alias(event)
            if type(top) is dict:
                key = Recorder.IGNORED if key is None else None
        elif kind is StreamEndEvent:
            break
    for mapping, empty_key in empty_values:
        if empty_key not in known_keys() and empty_key is not Recorder.IGNORED:
            # It stays, so that somebody asks what it is.
            if ":" not in empty_key or empty_key.partition(":")[0] not in known_keys():
                continue
            name, value = _required(recorder).glued_key(empty_key)
            mapping.setdefault(name, value)
        mapping.pop(empty_key, None)
    return None if recorder is not None and recorder.aliases else root


def _required(recorder: Recorder | None) -> Recorder:
    if recorder is None:
        raise NeedsRecorderError
    return recorder
