"""README and ARCHITECTURE name what exists: commands, options, rooms, `make` targets and files; and they name all of it."""

import re
from collections.abc import Iterator

import pytest

from dossier.cli.command import COMMANDS, load_command
from dossier.cli.options import Parser, add_basics
from tests.architecture.module_rules import ROOMS, ROOT

DOCS = [path for name in ("README.md", "ARCHITECTURE.md") if (path := ROOT / name).exists()]
TEXT = "\n".join(path.read_text("utf-8") for path in DOCS)
FOLDERS = {"bench", "briefings", "dossier", "pages", "schema", "sources", "templates", "tests", *ROOMS}


def code(text: str) -> list[str]:
    """Return what is set as code in a Markdown text: code spans, and the lines of code blocks."""
    blocks = re.findall(r"(?ms)^```[^\n]*\n(.*?)^```", text)
    rest = re.sub(r"(?ms)^```.*?^```", "", text)
    return [line.strip() for block in blocks for line in block.splitlines()] + re.findall(r"`([^`]+)`", rest)


def options(parser: Parser) -> set[str]:
    """Return the options of a parser in their long form."""
    return {name for action in parser._actions for name in action.option_strings if name.startswith("--")}


def common_options() -> set[str]:
    parser = Parser("", "", "")
    add_basics(parser)
    return options(parser)


def own_options(command: str) -> set[str]:
    return options(load_command(command)[1]) - common_options()


def named_options(text: str) -> set[str]:
    return {found for span in code(text) for found in re.findall(r"(?<![\w-])--[a-z][a-z-]*", span)}


def rows(text: str) -> Iterator[list[str]]:
    """Yield the rows of all tables as their cells."""
    for line in text.splitlines():
        if line.startswith("|") and not re.fullmatch(r"[|\s:-]+", line):
            yield [cell.strip() for cell in line.strip().strip("|").split("|")]


def rows_of(command: str) -> str:
    """Return the rows of tables whose first cell is code that begins with a command."""
    return "\n".join("|".join(row) for row in rows(TEXT) if re.match(rf"`{command}\b", row[0]))


def named_targets() -> set[str]:
    return {found[1] for span in code(TEXT) if (found := re.match(r"make ([a-z]+)", span))}


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"(?m)^([a-z]+):.*## ", makefile))


def test_every_command_that_is_named_exists() -> None:
    named = {found[1] for span in code(TEXT) for found in re.finditer(r"(?:build\.py|^dossier) ([a-z]+)", span)}
    assert named - set(COMMANDS) == set()
    assert len(named) >= 3


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_named(command: str) -> None:
    assert rows_of(command) != ""


@pytest.mark.parametrize("command", COMMANDS)
def test_the_row_of_a_command_names_all_of_its_options_and_no_others(command: str) -> None:
    named = named_options(rows_of(command))
    assert own_options(command) - named == set()
    assert named - own_options(command) - common_options() == set()


def test_every_common_option_is_named() -> None:
    assert common_options() - named_options(TEXT) == set()


def test_every_option_that_is_named_exists() -> None:
    known = common_options().union({"--version"}, *map(own_options, COMMANDS))
    assert named_options(TEXT) - known == set()


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_names_its_options(command: str) -> None:
    parser = load_command(command)[1]
    text = parser.format_help()
    assert {option for option in own_options(command) | common_options() if option not in text} == set()
    assert [action.option_strings for action in parser._actions if action.option_strings and not action.help] == []


def test_the_table_of_rooms_has_all_rooms_in_order() -> None:
    table = TEXT[TEXT.index("| room | does |") :].split("\n\n")[0]
    assert [row[0].strip("`") for row in rows(table)][1:] == list(ROOMS)


def test_every_make_target_that_is_named_exists() -> None:
    assert named_targets() - make_targets() == set()


def test_every_make_target_is_named() -> None:
    assert make_targets() - named_targets() == set()


def test_every_file_that_is_named_exists() -> None:
    named = [span for span in code(TEXT) if re.match(rf"(?:{'|'.join(FOLDERS)})/", span)]
    paths = [span for span in named if not re.search(r"[<>*{}… ]", span)]
    assert [path for path in paths if not ((ROOT / path).exists() or (ROOT / "dossier" / path).exists())] == []
    assert len(paths) > 3
