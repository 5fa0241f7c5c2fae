"""How messages name commands."""

import pytest

from dossier.cli.program import program_name, typed


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("build.py", "python build.py"),
        ("/srv/clone/build.py", "python build.py"),
        ("/usr/local/bin/dossier", "dossier"),
        ("C:\\Tools\\Scripts\\dossier.exe", "dossier"),
        ("/usr/lib/python3/dossier/__main__.py", "python -m dossier"),
    ],
)
def test_a_program_is_named_by_how_it_was_called(called: str, name: str) -> None:
    assert program_name(called) == name


def test_a_command_names_the_program_and_the_dossier() -> None:
    hint = "list them: python build.py check"
    assert typed(hint, "dossier") == "list them: dossier check"
    assert typed(hint, "dossier", "../two words") == "list them: dossier --root '../two words' check"
