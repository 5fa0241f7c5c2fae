"""The one walk over libyaml's events: to plain values alone, or with a trace of where everything stands.

Never recurses and never follows an alias, so no input can exhaust the stack or the memory.
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

from dossier.yamlfile.recorder import Trace

Tree = str | list["Tree"] | dict[str, "Tree"]
DEEPEST = 32
CLOSING = frozenset('"”“»’')
"""What ends a plain text and may be no part of it: only a traced walk looks whether it is."""


class UncleanError(Exception):
    """Something is amiss, and the walk was not asked to say what: walk again with a trace."""


# One long loop: it runs 400 times a brief, and a call for each kind of event would cost a third of its time.
def walk(text: str, trace: Trace | None = None) -> Tree | None:  # noqa: C901, PLR0915
    """Return what a YAML text holds, every scalar a str; None where it holds nothing that can be used.

    A key whose value is left empty is not in the tree. Without a trace, anything amiss raises `UncleanError` or
    `YAMLError`, and comments and escapes go unexamined; with one, each fault is told to it and the walk goes on
    as far as it can.
    """
    next_event = CParser(text).get_event
    stack: list[tuple[Any, Any]] = []
    top: Any = None  # the innermost open list or mapping
    key: Any = None  # the key that waits for its value
    root: Any = None
    gaps: list[tuple[dict[str, Any], str]] = []
    documents = 0
    while True:
        try:
            event: Any = next_event()
        except YAMLError as error:
            if trace is None:
                raise
            trace.syntax(error)
            return None
        kind = type(event)
        if kind is ScalarEvent:
            value: Any = event.value
            if event.tag is not None or event.anchor is not None:
                _amiss(trace).marked(event)
            if type(top) is dict:
                if key is None:
                    if value in top or value in {"", "<<"}:
                        following = _amiss(trace).next_element(event)
                        if following is not None:
                            top = following
                            stack[-1][0].append(top)
                        value = _amiss(trace).odd_key(event, value in top)
                    elif trace is not None:
                        value = trace.key(event)
                    key = value
                    continue
                if trace is not None:
                    value = trace.scalar(event)
                if event.style == "":
                    if value == "":
                        gaps.append((top, key))
                    elif trace is None and value[-1] in CLOSING:
                        raise UncleanError
                if key is not Trace.PASSED_OVER:
                    top[key] = value
                key = None
            elif type(top) is list:
                if trace is not None:
                    value = trace.scalar(event)
                if value != "" or event.style != "":
                    if trace is None and value != "" and event.style == "" and value[-1] in CLOSING:
                        raise UncleanError
                    top.append(value)
                elif event.value == "":
                    _amiss(trace).empty_element(event)
            else:
                if trace is not None:
                    value = trace.scalar(event)
                root = value if value != "" or event.style != "" else None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            if trace is not None:
                trace.close(event)
            top, key = stack.pop()
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.tag is not None or event.anchor is not None:
                _amiss(trace).marked(event)
            if len(stack) >= DEEPEST:
                _amiss(trace).too_deep(event, DEEPEST)
                return None
            value = {} if kind is MappingStartEvent else []
            if trace is not None:
                trace.open(event, value)
            if type(top) is dict:
                if key is None:
                    _amiss(trace).complex_key(event)
                    return None
                if key is not Trace.PASSED_OVER:
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
                _amiss(trace).second_document(event)
                break
            if event.version is not None or event.tags is not None:
                _amiss(trace).directive()
        elif kind is AliasEvent:
            _amiss(trace).alias(event)
            if type(top) is dict:
                key = Trace.PASSED_OVER if key is None else None
        elif kind is StreamEndEvent:
            break
    for mapping, empty in gaps:
        mapping.pop(empty, None)
    return None if trace is not None and trace.aliases else root


def _amiss(trace: Trace | None) -> Trace:
    if trace is None:
        raise UncleanError
    return trace
