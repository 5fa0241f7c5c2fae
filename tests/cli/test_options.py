"""Arguments and options are parsed, and each mistake has a plain message."""

import argparse

import pytest

from dossier.cli.options import Parser, add_basics, basics_of, one_of
from dossier.problem import UserError


@pytest.fixture
def parser() -> Parser:
    made = Parser("check", "FILE [options]", "check a file", "python build.py check x")
    made.add_argument("file")
    made.add_argument("--format", type=one_of("text", "json"))
    add_basics(made)
    return made


def test_help_has_usage_summary_options_and_example(parser: Parser) -> None:
    text = parser.format_help()
    assert text.startswith("usage: python build.py check FILE [options]\n\nCheck a file.\n")
    assert "options of every command:" in text
    assert text.endswith("for example:\n  python build.py check x\n")


def test_common_options_are_as_typed(parser: Parser) -> None:
    typed = parser.read(["x", "--root", "quay", "--site", "public", "--no-search", "-q"])
    basics = basics_of(typed, "texts")
    assert (basics.root, basics.archive, basics.site) == ("quay", "texts", "public")
    assert (basics.search, basics.quiet) == (False, True)


def test_common_options_have_defaults(parser: Parser) -> None:
    basics = basics_of(parser.read(["x"]), None)
    assert (basics.root, basics.archive, basics.site) == (".", None, None)
    assert (basics.search, basics.quiet) == (True, False)


def test_an_archive_that_is_typed_comes_before_the_environment(parser: Parser) -> None:
    assert basics_of(parser.read(["x", "--archive", "mine"]), "theirs").archive == "mine"
    assert basics_of(parser.read(["x", "--archive", ""]), "").archive is None


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        ([], "file is missing", "usage: python build.py check FILE [options]"),
        (["x", "--format"], "--format needs a value", "usage: python build.py check FILE [options]"),
        (["x", "--format", "jsn"], '--format: "jsn" is not one of text, json; did you mean "json"?', "usage: "),
        (["x", "--format", "xml"], '--format: "xml" is not one of text, json', "usage: "),
        (["x", "y"], '"y" is one argument too many', "usage: "),
        (["x", "--fromat=json"], 'there is no option "--fromat"', 'did you mean "--format"?'),
        (["x", "--nothing"], 'there is no option "--nothing"', "usage: "),
        (["x", "--form", "json"], 'there is no option "--form"', "did you mean"),
    ],
)
def test_a_mistake_has_a_message_and_a_hint(parser: Parser, arguments: list[str], message: str, hint: str) -> None:
    with pytest.raises(UserError) as caught:
        parser.read(arguments)
    assert caught.value.message == message
    assert caught.value.hint.startswith(hint)


def test_a_value_must_be_one_of_the_words() -> None:
    parse = one_of("new", "closed")
    assert parse("closed") == "closed"
    with pytest.raises(argparse.ArgumentTypeError, match='"close" is not one of new, closed; did you mean "closed"'):
        parse("close")
