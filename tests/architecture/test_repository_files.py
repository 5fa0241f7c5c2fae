"""What must not be in any file of the repository: the site's subject in the generator, a path of somebody's machine.

The words that name the subject are taken from the content, so that this file need not name them.
"""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.architecture.module_rules import ROOT

GENERATOR = ("dossier", "templates", "bench", "build.py")
NAME_KEYS = ("id", "aliases", "spellings", "url")
LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock")
# Each pattern is written so that it does not match itself.
TRACES = {
    "a path of somebody's machine": re.compile(
        r"(?<![\w.*:/-])(?:-[IL])?/(?:[w]ork|[r]oot|[h]ome|[U]sers|[o]pt)/[\w.]"
    ),
    "the host of a package registry": re.compile(
        r"(?i)\b(?:pypi[.]org|pythonhosted[.]org|npmjs[.]|deb[.]debian[.]org)"
    ),
    "a credential": re.compile(r"\b(?:gh[pousr]_\w{20}|AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY)"),
}


def files() -> list[Path]:
    """Return every file that is committed or could be by `git add`."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("this is no clone")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in sorted(set(listed.split("\0")) - {""}) if (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def subject() -> dict[str, re.RegexFlag]:
    """Return the names in the content (topics, briefs, parties, people), each with the flags to search for it."""
    folded: set[str] = set()
    exact: set[str] = set()
    prose: list[str] = []
    for path in (ROOT / "briefings").rglob("*.yaml"):
        content = yaml.safe_load(path.read_text("utf-8"))
        prose += prose_of(content)
        if "title" in content:
            folded |= {path.stem, path.stem.replace("-", " "), content["title"]}
            folded |= {*content.get("aliases", ()), *content.get("spellings", ())}
        for party in content.get("parties", ()):
            folded |= {party["id"], party["name"], *party.get("aliases", ()), *party.get("spellings", ())}
        for person in content.get("people", ()):
            folded |= {person["id"], person["name"]}
            # In lower case a family name may be a common word.
            exact.add(str(person["name"]).split()[-1])
    names = dict.fromkeys(map(str, exact), re.NOFLAG) | dict.fromkeys(map(str, folded), re.IGNORECASE)
    # Words that the content also writes in lower case are ordinary words, which the generator may use.
    ordinary = set(re.findall(r"\w+", " ".join(prose)))
    return {name: flags for name, flags in sorted(names.items()) if len(name) > 3 and name.lower() not in ordinary}


def prose_of(tree: object) -> list[str]:
    """Return the sentences in a tree, without names such as ids and aliases."""
    if isinstance(tree, dict):
        return [text for key, value in tree.items() if key not in NAME_KEYS for text in prose_of(value)]
    if isinstance(tree, list):
        return [text for value in tree for text in prose_of(value)]
    return [tree] if isinstance(tree, str) and " " in tree else []


def names_in(text: str) -> list[str]:
    """Return the names of the subject that a text contains."""
    lowered = text.lower()
    return [
        name
        for name, flags in subject().items()
        # The plain search is a hundred times faster, and nearly always enough.
        if name.lower() in lowered and re.search(rf"\b{re.escape(name)}\b", text, flags)
    ]


def test_the_generator_does_not_know_its_subject() -> None:
    assert len(subject()) > 20
    generator = [path for path in files() if path.relative_to(ROOT).parts[0] in GENERATOR]
    assert {path.relative_to(ROOT): found for path in generator if (found := names_in(text_of(path)))} == {}


def test_no_file_names_a_path_of_a_machine() -> None:
    traces = [
        f"{path.relative_to(ROOT)}: {what} ({found.group()})"
        for path in files()
        for what, pattern in TRACES.items()
        if (found := pattern.search(text_of(path)))
    ]
    assert traces == []


@pytest.mark.parametrize(
    ("text", "word"),
    [("see /{}/main/x", "work"), ("'/{}/.cache'", "root"), ("-I/{}/x", "opt"), ("https://{}.org/simple", "pypi")],
)
def test_a_trace_is_found(text: str, word: str) -> None:
    # Joined here, so that this file contains no trace itself.
    assert any(pattern.search(text.format(word)) for pattern in TRACES.values())


@pytest.mark.parametrize("text", ["https://example.org/home/x", "../boot/x/../opt", f"a/{'work'}/b", "work/tmp/opt"])
def test_a_web_address_is_no_trace(text: str) -> None:
    assert not any(pattern.search(text) for pattern in TRACES.values())


def pins(lock: str) -> dict[str, str]:
    """Return the pinned packages of a lock, with their hashes: `{"click": "click==8.5.1 … --hash=…"}`."""
    joined = re.sub(r"\s*\\\n\s*", " ", (ROOT / lock).read_text("utf-8"))
    lines = [line for line in joined.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return {re.split(r"[=\[;@ ]", line, maxsplit=1)[0]: line for line in lines}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_hashes_and_no_web_address(lock: str) -> None:
    assert "://" not in (ROOT / lock).read_text("utf-8")
    for line in pins(lock).values():
        assert re.fullmatch(r"[\w.-]+==\S+( ; [^-]+)?( --hash=sha256:[0-9a-f]{64})+\s*", line), line


def test_the_tests_run_with_the_packages_that_build_the_site() -> None:
    runtime, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: line for name, line in dev.items() if name in runtime} == runtime
