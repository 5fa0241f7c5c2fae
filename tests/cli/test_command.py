"""Commands are found by name, mistakes have plain messages, and exit codes are kept."""

import subprocess
import sys
from pathlib import Path

import pytest

from dossier import __version__
from dossier.cli.command import COMMANDS
from tests.cli.typed import BUILD, environment, typed, typed_as_process


def test_help_lists_every_command_and_every_common_option(tram: Path) -> None:
    seen = typed(tram, "--help")
    assert seen.code == 0
    assert all(f"  {name} " in seen.out for name in COMMANDS)
    assert all(option in seen.out for option in ("--root", "--archive", "--site", "--no-search", "--quiet"))
    assert "Exit codes: 0 clean, 1 problems, 2 wrong use." in seen.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(tram: Path, name: str) -> None:
    seen = typed(tram, name, "--help")
    assert seen.code == 0
    assert seen.out.startswith(f"usage: python build.py {name}")
    assert "for example:" in seen.out
    assert typed(tram, "-h", name).out == seen.out


def test_the_version(tram: Path) -> None:
    assert typed(tram, "--version").out == f"{__version__}\n"


@pytest.mark.parametrize("words", [["check"], ["check", "--format", "json"], ["verify"], ["chek"], ["--version"]])
def test_a_process_prints_and_ends_as_the_function_does(tram: Path, words: list[str]) -> None:
    assert typed_as_process(tram, *words) == typed(tram, *words)


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (["chek"], 'there is no command "chek"', "did you mean: python build.py check"),
        (["help"], 'there is no command "help"', "use: python build.py --help"),
        (["frobnicate"], 'there is no command "frobnicate"', f"the commands are: {', '.join(COMMANDS)}"),
        (["check", "--formt", "json"], 'there is no option "--formt"', 'did you mean "--format"?'),
        (
            ["check", "--format=yaml"],
            '--format: "yaml" is not one of text, json, github',
            "usage: python build.py check [options]",
        ),
        (["check", "--format"], "--format needs a value", "usage: python build.py check [options]"),
        (["check", "now"], '"now" is one argument too many', "usage: python build.py check [options]"),
        (["--root"], "--root needs a value", "usage: python build.py build [options]"),
        (["check", "--roo", "x"], 'there is no option "--roo"', 'did you mean "--root"?'),
        (
            ["new"],
            "name what to create: a brief, a topic, a source, an update or a dossier",
            "python build.py new brief|topic|source|update|dossier ID",
        ),
        (
            ["source"],
            "source what? add a text, compare sources with their pages, or make a fingerprint anew",
            "python build.py source add FILE",
        ),
        (["quote"], "WORDS is missing", 'usage: python build.py quote "WORDS" [options]'),
        (["diff"], "REVISION is missing", "usage: python build.py diff REVISION [options]"),
        (
            ["serve", "--port", "0"],
            '--port: "0" is not a port: it must be a number from 1 to 65535',
            "usage: python build.py serve [options]",
        ),
    ],
)
def test_wrong_use_has_a_message_and_a_hint(tram: Path, words: list[str], message: str, hint: str) -> None:
    seen = typed(tram, *words)
    assert (seen.code, seen.out) == (2, "")
    assert seen.err == f"{message}\n  = {hint}\n"


def test_a_folder_without_a_dossier_is_named(tmp_path: Path) -> None:
    seen = typed(tmp_path, "check")
    assert seen.code == 2
    assert seen.err.startswith("there is no dossier here: neither mkdocs.yml nor a folder briefings/\n")
    assert 'there is no dossier in "elsewhere"' in typed(tmp_path, "check", "--root", "elsewhere").err


@pytest.mark.parametrize("how", ["option", "variable"])
def test_an_archive_that_does_not_exist_is_named(tram: Path, how: str) -> None:
    words = ["--archive", "nowhere"] if how == "option" else []
    seen = typed(tram, "check", *words, changes={"DOSSIER_ARCHIVE": "nowhere"} if how == "variable" else {})
    assert seen.code == 2
    assert seen.err.startswith('there is no folder "nowhere" for the archive\n')


def test_common_options_may_come_before_or_after_the_command(tram: Path, tmp_path: Path) -> None:
    before = typed(tmp_path, "--root", str(tram), "--archive", str(tram / "archive"), "check")
    behind = typed(tmp_path, "check", f"--root={tram}", f"--archive={tram / 'archive'}")
    assert before == behind
    assert before.out.endswith("quotes were checked by fingerprint and against the archive\n")


def test_a_package_that_is_missing_is_named(tram: Path) -> None:
    without = "import sys; sys.modules['pydantic'] = None; sys.argv[0] = 'build.py'; from dossier.cli import main; sys.exit(main(['check']))"
    done = subprocess.run(
        [sys.executable, "-c", without],
        cwd=tram,
        env=environment({"PYTHONPATH": str(BUILD.parent)}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == 'the package "pydantic" is not installed here\n  = `make site` installs it\n'


def test_a_closed_pipe_is_no_error(tram: Path, tmp_path: Path) -> None:
    script = f'"{sys.executable}" "{BUILD}" new --help | head -n 1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", script], cwd=tram, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.startswith("usage: python build.py new")
    assert done.stdout.splitlines()[-1] in ("0", "141")


def test_any_encoding_of_the_terminal_works(own: Path) -> None:
    file = own / "briefings/2031/harbour-vote.yaml"
    file.write_text(file.read_text("utf-8").replace("party: operator", "party: Œ→¶", 1), "utf-8")
    seen = typed_as_process(own, "check", changes={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert seen.code == 1


@pytest.mark.parametrize(
    "words", [["check"], ["verify"], ["quote", "whatever the council decides"], ["new", "topic", "hill"]]
)
def test_a_check_does_not_import_packages_that_only_a_build_needs(own: Path, words: list[str]) -> None:
    # The first check makes the frames.
    assert typed_as_process(own, "check").code == 0
    heavy = {"mkdocs", "jinja2", "feedgen", "lxml", "pagefind", "PIL", "markdown_it", "rich", "material"}
    look = f"import sys; from dossier.cli import main; main({words!r}); print(*sorted({heavy!r} & set(sys.modules)), file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", look],
        cwd=own,
        env=environment({"PYTHONPATH": str(BUILD.parent)}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.strip() == ""


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("check --bogus 2> /dev/full", 2),
        ("check --bogus 2>&-", 2),
        ("check --help > /dev/full", 2),
        ("check --help >&-", 0),
    ],
)
def test_exit_codes_do_not_depend_on_the_streams(tram: Path, words: str, code: int) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    script = f'"{sys.executable}" "{BUILD}" {words}'
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tram,
        env=environment({"PYTHONUNBUFFERED": ""}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


@pytest.mark.parametrize(("output", "code"), [(">&-", 0), ("> /dev/full", 2)])
def test_output_that_cannot_be_written_gives_a_message(tram: Path, output: str, code: int) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    script = f'"{sys.executable}" "{BUILD}" check {output}'
    done = subprocess.run(
        ["bash", "-c", script], cwd=tram, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert ("the system refused" in done.stderr) == (code == 2)
