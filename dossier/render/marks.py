"""Marks in templates: `{{ _("word") }}`, `{% trans %}` and its plural, in Babel's conventions.

The messages are translated when a template is compiled, so that a mark costs no more than plain text when it is rendered.
Which translations are in use is left to `wording`.
"""

import re
from collections.abc import Iterator

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from dossier.linked.address import ROOT_MARK
from dossier.wording import translation

_TEXT, _HTML = "_", "gettext"
"""What `_()` and `{% trans %}` are as calls: the one gives text, which is escaped, the other HTML."""
_PLACE = re.compile(r"%\((\w+)\)s")


def add_marks(environment: Environment) -> None:
    """Let the templates of an environment mark words."""
    environment.add_extension("jinja2.ext.i18n")
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals["ngettext"] = _ngettext
    environment.code_generator_class = _Generator


def _ngettext(one: str, many: str, number: int, **values: object) -> Markup:
    """Return the form of a message in HTML that fits a number. The values are escaped."""
    message = translation.in_use().ngettext(one, many, number)
    return Markup(message) % {"num": translation.number_words(number), **values}  # noqa: S704 - a template's words


class _Generator(CodeGenerator):
    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja2's name
        super().visit_Template(_Resolver().visit(node), frame)


class _Resolver(NodeTransformer):
    """Puts the translations of marked words in the place of marks."""

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802
        printed: list[nodes.Expr] = []
        for each in node.nodes:
            printed += self._pieces(each) if _is_mark(each) else [self.visit(each)]
        node.nodes = printed
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        if not _is_mark(node):
            return self.generic_visit(node)
        pieces = list(self._pieces(node))
        return pieces[0] if len(pieces) == 1 else nodes.Concat(pieces)

    def _pieces(self, mark: nodes.Expr) -> Iterator[nodes.Expr]:
        """Yield the parts of a translated message: its words, and the values between them."""
        message, values, is_html = _read(mark)
        if ROOT_MARK in message:
            raise ValueError(f"line {mark.lineno}: the address of a page belongs into a value, not into the message")
        words = translation.gettext(message)
        for number, part in enumerate(_PLACE.split(words)):
            if number % 2:
                yield self.visit(values[part])
            elif part:
                text = part.replace("%%", "%")
                yield nodes.TemplateData(text) if is_html else nodes.Const(text)


def _is_mark(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in (_TEXT, _HTML)


def _read(mark: nodes.Expr) -> tuple[str, dict[str, nodes.Expr], bool]:
    match mark:
        case nodes.Call(node=nodes.Name(name=name), args=[nodes.Const(value=str(message))], kwargs=values):
            return message, {each.key: each.value for each in values}, name == _HTML
    raise ValueError(f"line {mark.lineno}: a mark takes a message and named values")
