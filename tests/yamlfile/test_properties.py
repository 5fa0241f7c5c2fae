from contextlib import suppress
from typing import Literal

import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from dossier.model.keys import known_keys
from dossier.problem import Place, Span
from dossier.problem.place import KeyPath
from dossier.yamlfile import Tree, locate, read, read_front_matter
from dossier.yamlfile.parse import NeedsRecorderError, parse
from dossier.yamlfile.recorder import Recorder

# Bits of YAML, so that random texts come near to what people write and mistype.
MARKS = ": |:|- |-|\n|\n  |\n    |\t|'|\"|[|]|{|}|, | #|#x|>-\n|&a |*a|!t |? |<<: |---\n|...\n|%YAML 1.2\n|\r\n|\r|@|`".split(
    "|"
)
ODD = ["|\n", "\\u202e", "\\", "é", "😀", "\u200b", "\u00a0", "\ufeff", "\0", "\ue000", "\u2028"]
BITS = st.sampled_from([*MARKS, *ODD, "a", "b", "key", "one two", "null", "~", "0123", "no", "12:30"])
YAMLISH = st.lists(BITS, max_size=40).map("".join)
WORDS = st.text(st.sampled_from("abc XYZ019.,:#'\"-[]{}&*!|>%@`~?\\éß会😀\n"), min_size=1, max_size=30)
KEYS = st.text(st.sampled_from("abcdefgh_'\"-: #é"), min_size=1, max_size=8)
TREES: st.SearchStrategy[Tree] = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=20
)
TOPS: st.SearchStrategy[Tree] = st.dictionaries(KEYS, TREES, min_size=1, max_size=5)
STYLES = st.sampled_from(["", "'", '"', "|", ">"])


@given(YAMLISH | st.text(max_size=200))
@settings(max_examples=300)
@example("? ")
@example("a: *b\n*b : c")
@example("'\n")
@example("- {? }")
def test_no_text_raises(text: str) -> None:
    tree, problems = read(text, "x.yaml")
    assert tree is not None or problems
    read_front_matter(text, "x.md")
    read_front_matter(f"---\n{text}\n---\n{text}", "x.md")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in problems:
        at = problem.at
        assert isinstance(at, Span)
        assert (at.line, at.column) <= (at.end_line, at.end_column)
        assert 1 <= at.line <= len(lines)
        assert at.column <= len(lines[at.line - 1]) + 2
    locate(text, "x.yaml", [Place("x.yaml", ("a", 0)), Place("x.yaml", ("key",), part="one")])


@given(st.binary(max_size=200))
@settings(max_examples=300)
def test_no_bytes_raise(source: bytes) -> None:
    tree, problems = read(source, "x.yaml")
    assert tree is not None or problems
    read_front_matter(source, "x.md")
    locate(source, "x.yaml", [Place("x.yaml", ("a",))])


def strings(node: Node) -> Tree:
    """The strings of a tree as PyYAML's own composer in Python sees it, without the keys of the format that have no value."""
    if isinstance(node, MappingNode):
        pairs = [(key.value, value) for key, value in node.value]
        return {key: strings(value) for key, value in pairs if not empty(value) or key not in known_keys()}
    if isinstance(node, SequenceNode):
        return [strings(element) for element in node.value]
    assert isinstance(node, ScalarNode)
    return str(node.value)


def empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.value == "" and node.style is None


@given(YAMLISH)
@settings(max_examples=300)
def test_what_is_accepted_is_what_another_parser_reads(text: str) -> None:
    tree, problems = read(text, "x.yaml")
    assume(not problems)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return  # the parser in Python refuses some tabs and long keys that libyaml takes
    assert node is not None
    assert tree == strings(node)


@given(TOPS, STYLES, st.booleans())
@settings(max_examples=150)
def test_any_tree_of_strings_comes_back(tree: Tree, style: str, flow: bool) -> None:
    found, problems = read(dump(tree, style, flow), "x.yaml")
    assert found == tree
    # These two ask of a text that was read rightly whether it is what was meant.
    assert {problem.code.name for problem in problems} <= {"stray-quote", "comment-shown"}


@given(st.data())
@settings(max_examples=200)
def test_spans_slice_back_to_what_was_written(data: st.DataObject) -> None:
    writer = Writer(data)
    text = writer.document()
    places = {Place("x.yaml", path, on=on) for path, on in writer.written}
    found = locate(text, "x.yaml", places)
    for place in places:
        assert cut(text, found[place]) == writer.written[place.path, place.on]


@given(TOPS, STYLES, st.booleans())
@settings(max_examples=100)
def test_the_quick_walk_and_the_traced_walk_agree(tree: Tree, style: str, flow: bool) -> None:
    text = dump(tree, style, flow)
    assert parse(text, Recorder(text, "x.yaml")) == tree
    # The quick one leaves a plain text to the other that ends with a quote.
    with suppress(NeedsRecorderError):
        assert parse(text) == tree


class Dumper(yaml.SafeDumper):
    """Writes every string in one wished style, as far as YAML can."""


def dump(tree: Tree, style: str, flow: bool) -> str:
    Dumper.add_representer(
        str, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)
    )
    text: str = yaml.dump(tree, Dumper=Dumper, default_flow_style=flow, allow_unicode=True, sort_keys=False)
    assume(not text.startswith("!!") and " !!" not in text and "? " not in text and "&id" not in text)
    return text


class Writer:
    """Writes a random document by hand and remembers the text of every key and scalar."""

    def __init__(self, data: st.DataObject) -> None:
        self.data = data
        self.written: dict[tuple[KeyPath, Literal["key", "value"]], str] = {}

    def document(self) -> str:
        end = self.data.draw(st.sampled_from(["\n", "\r\n"]))
        start = self.data.draw(st.sampled_from(["", "\ufeff", "# remark\n", "---\n"]))
        return (start + self.mapping((), 0)).replace("\n", end)

    def mapping(self, path: KeyPath, indent: int) -> str:
        return "".join(self.pair(path, indent, index) for index in range(self.data.draw(st.integers(1, 4))))

    def pair(self, path: KeyPath, indent: int, index: int) -> str:
        name, spelling = self.data.draw(
            st.sampled_from([("key", "{}"), ("a key", "'{}'"), ("ключ", '"{}"'), ("会议", "{}")])
        )
        name += str(index)
        inner = (*path, name)
        self.written[inner, "key"] = spelling.format(name)
        return " " * indent + spelling.format(name) + ":" + self.value(inner, indent)

    def value(self, path: KeyPath, indent: int) -> str:
        kinds = ["plain", "single", "double", "block", *(["mapping", "list"] if indent < 6 else [])]
        kind = self.data.draw(st.sampled_from(kinds))
        if kind == "mapping":
            return "\n" + self.mapping(path, indent + 2)
        if kind == "list":
            count = self.data.draw(st.integers(1, 3))
            return "\n" + "".join(f"{' ' * indent}-{self.value((*path, n), indent + 2)}" for n in range(count))
        words = " ".join(
            self.data.draw(
                st.lists(st.sampled_from(["one", "😀", "ціна", "会议", "x:y", "a#b"]), min_size=1, max_size=4)
            )
        )
        if kind == "block":
            self.written[path, "value"] = words
            return f" >-\n{' ' * (indent + 2)}{words}\n"
        spelling = {"plain": words, "single": f"'{words}'", "double": f'"{words}"'}[kind]
        self.written[path, "value"] = spelling
        return f" {spelling}\n"


def cut(text: str, span: Span) -> str:
    assert span.line == span.end_line
    return text.removeprefix("\ufeff").split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]
