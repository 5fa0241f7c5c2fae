"""The rules for words that readers see: each function returns the words in a file that nobody marked for translation.

The exceptions are left to the tests.
"""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

from babel.messages.jslexer import tokenize
from jinja2 import Environment, nodes
from jinja2.ext import InternationalizationExtension

from tests.architecture.module_rules import Module

MARKS = frozenset({"_", "gettext", "ngettext", "gettext_noop"})
READ_OUT = frozenset(
    "title alt placeholder label summary abbr aria-label aria-description aria-placeholder aria-roledescription "
    "aria-valuetext data-number data-one data-many data-all".split()
)
"""Attributes that are shown or read out."""
_TAG = re.compile(r"<[^>]*(?:>|$)")
_LETTER = re.compile(r"[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_][’',.;:!?]? [^\W\d_(“{]|^ ?[A-Z][a-z]+\b|[^\W\d_] $|^[,;:.]? [^\W\d_]")
"""Two words, a word with a capital, or one beside a space, as in the parts of a formatted string."""


def is_prose(text: str) -> bool:
    """Return whether a text is more than a name for programs."""
    return bool(_WORDS.search(_TAG.sub("", text)))


def unmarked_in_module(module: Module) -> list[tuple[int, str]]:
    """Return the words in a module's strings that are in no mark, with their lines.

    A single word is one, too, where it is what a function returns or a table holds.
    """
    found = {(line, text) for line, text in _strings(module.tree, marks=True) if is_prose(text)}
    return sorted(found | {(line, text) for line, text in _given(module.tree) if _LETTER.search(text)})


def _given(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the strings that functions return and that are values of tables."""
    for node in ast.walk(tree):
        values = [node.value] if isinstance(node, ast.Return) else node.values if isinstance(node, ast.Dict) else []
        while values:
            match values.pop():
                case ast.Constant(value=str(text), lineno=line):
                    yield line, text
                case ast.IfExp(body=one, orelse=other):
                    values += [one, other]
                case ast.BoolOp(values=several):
                    values += several


def words_in_module(module: Module) -> list[tuple[int, str]]:
    """Return the words in a module's strings, with their lines: marked or not, they stand elsewhere."""
    return [(line, text) for line, text in _strings(module.tree, marks=False) if is_prose(text)]


def _strings(node: ast.AST, *, marks: bool) -> Iterator[tuple[int, str]]:
    """Yield every string, but those for programmers: docstrings, types, names of exports, and messages of errors.

    With `marks`, what is marked is left out, too. A mark within a formatted string is none: it is not collected.
    """
    match node:
        case ast.JoinedStr():
            marks = False
        case ast.Expr(value=ast.Constant(value=str())) | ast.Raise():
            return
        case ast.Assign(targets=[ast.Name(id="__all__")]):
            return
        case ast.Call(func=ast.Name(id=name)) if marks and name in MARKS:
            for child in node.args[1 if name != "ngettext" else 2 :] + [each.value for each in node.keywords]:
                yield from _strings(child, marks=marks)
            return
        case ast.Call(func=ast.Name(id="TypeVar")):
            return
        case ast.Constant(value=str(text)):
            yield node.lineno, text
            return
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _strings(child, marks=marks)


class _Shown(HTMLParser):
    """Collects what is shown or read out of the HTML of a template."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in {"script", "style"}
        for name, value in attrs:
            if value and (name in READ_OUT or (tag == "meta" and name == "content")):
                self.found.append((self.getpos()[0], value))

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.found.append((self.getpos()[0], data))


def unmarked_in_template(source: str) -> list[tuple[int, str]]:
    """Return the words that a template shows without a mark, with their lines: in text, attributes and expressions."""
    environment = Environment(extensions=[InternationalizationExtension], autoescape=True)
    shown = _Shown()
    shown.feed("".join(_data(environment, source)))
    shown.close()
    found = [(line, " ".join(text.split())) for line, text in shown.found if _LETTER.search(text)]
    return [*found, *_printed(environment.parse(source))]


def _data(environment: Environment, source: str) -> Iterator[str]:
    """Yield the HTML of a template without its marks; what stands in braces keeps its lines."""
    is_marked, inside = False, ""
    for _, kind, value in environment.lex(source):
        if kind == "data":
            yield "\n" * value.count("\n") if is_marked else value
        elif kind == "block_begin":
            inside = ""
        elif kind == "name" and not inside:
            inside = value
            is_marked = value in {"trans", "pluralize"} or (is_marked and value != "endtrans")
        elif kind in {"whitespace", "comment"}:
            yield "\n" * value.count("\n")


def _printed(node: nodes.Node) -> Iterator[tuple[int, str]]:
    """Yield the words in a template's expressions: a string is printed, or prose wherever it stands."""
    match node:
        case nodes.Call(node=nodes.Name(name=name)) if name in MARKS:
            # The message, and for a plural both forms.
            for given in (*node.args[1 if name != "ngettext" else 2 :], *(each.value for each in node.kwargs)):
                yield from _printed(given)
            return
        case nodes.Const(value=str(text)) if is_prose(text):
            yield node.lineno, text
        case nodes.Output():
            for printed in node.nodes:
                yield from ((printed.lineno, text) for text in _results(printed) if _LETTER.search(text))
    for child in node.iter_child_nodes():
        yield from _printed(child)


def _results(node: nodes.Node) -> Iterator[str]:
    """Yield the strings that an expression can be."""
    match node:
        case nodes.Const(value=str(text)):
            yield text
        case nodes.CondExpr(expr1=one, expr2=other):
            yield from (*_results(one), *(_results(other) if other else ()))
        case nodes.Or(left=left, right=right) | nodes.And(left=left, right=right) | nodes.Add(left=left, right=right):
            yield from (*_results(left), *_results(right))
        case nodes.Concat(nodes=parts):
            for part in parts:
                yield from _results(part)


def unmarked_in_script(source: str) -> list[tuple[int, str]]:
    """Return the words in a script's strings that are in no mark, with their lines."""
    found, marked = [], ""
    tokens = [token for token in tokenize(source) if token.type not in {"linecomment", "multilinecomment"}]
    for before, token in pairwise(tokens):
        if token.type == "name" and token.value in {"_", "ngettext"}:
            marked = token.value
        elif token.value == ")":
            marked = ""
        elif token.type == "string":
            is_message = marked and (before.value == "(" or (marked == "ngettext" and before.value == ","))
            if not is_message and is_prose(token.value[1:-1]):
                found.append((token.lineno, token.value[1:-1]))
        elif token.type == "template_string" and is_prose(re.sub(r"\$\{[^}]*\}", "", token.value[1:-1])):
            found.append((token.lineno, token.value))
    return found


def words_in_styles(source: str) -> list[str]:
    """Return the words that a style sheet shows."""
    texts = re.findall(r"content:([^;}]*)", source)
    return [text for each in texts for text in re.findall(r'"([^"]*)"', each) if _LETTER.search(text)]
