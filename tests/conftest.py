"""What the tests of all rooms share: the built site, a static server, a real browser, a feed reader, the archive.

No page may contact another host. A test is skipped where its tool is missing; with `DOSSIER_REQUIRE_BROWSER=1` and
`DOSSIER_REQUIRE_CLIENTS=1` it fails, and so it does where `DOSSIER_ARCHIVE` or `DOSSIER_ATOM_RNG` is a wrong path.
"""

import fcntl
import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

import hypothesis
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    # By default Chromium contacts its maker at each start.
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SLOW = {
    *("bench/test_synthesis", "cases/test_build", "cli/test_build", "cli/test_serve", "disk/test_kill"),
    *("feeds/test_shallow_clone", "yamlfile/test_properties"),
    *(f"frames/test_{name}" for name in ("engine", "equivalence", "frames", "policy", "theme_fixes")),
    *(f"pipeline/test_{name}" for name in ("build", "mkdocs_hook", "published", "repetition", "social_cards", "theme")),
    *(f"render/test_{name}" for name in ("card", "counts", "escaping", "head", "pages", "sizes")),
    "evidence/test_quote::test_ten_thousand_quotes_take_less_than_two_seconds",
    "evidence/test_quote::test_the_share_of_wrong_words_that_pass_is_what_the_arithmetic_says",
    "yamlfile/test_read::test_elements_without_dashes_do_not_take_minutes",
}
"""Modules and tests that build whole sites, run MkDocs, draw cards or try thousands of examples."""
MARKED_BY_FIXTURE = {"archive": "archive", "browser": "browser", "newsboat": "clients", "built_site": "slow"}

# The same examples in each run, so that a failure can be repeated.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
hypothesis.settings.load_profile("repeatable")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by their modules and fixtures, so that `-m "not browser"` works without marks by hand."""
    for item in items:
        module = item.path.relative_to(ROOT / "tests").with_suffix("").as_posix()
        if SLOW & {module, f"{module}::{item.name}"}:
            item.add_marker("slow")
        for fixture in getattr(item, "fixturenames", ()):
            if fixture in MARKED_BY_FIXTURE:
                item.add_marker(MARKED_BY_FIXTURE[fixture])


def unavailable(what: str, required_by: str) -> None:
    """Skip the test that needs `what`, or fail it where the environment variable `required_by` is 1."""
    if os.environ.get(required_by) == "1":
        pytest.fail(f"{what} is missing, and {required_by}=1 requires it", pytrace=False)
    pytest.skip(f"{what} is missing")


def path_from(variable: str) -> Path:
    """Return the path in an environment variable. Skips where it is not set, fails where it does not exist."""
    value = os.environ.get(variable)
    if not value:
        pytest.skip(f"{variable} is not set")
    path = Path(value)
    if not path.exists():
        pytest.fail(f"{variable} is a path that does not exist", pytrace=False)
    return path


@pytest.fixture(scope="session")
def archive() -> Path:
    """Return the folder of full texts."""
    return path_from("DOSSIER_ARCHIVE")


@pytest.fixture(scope="session")
def atom_rng() -> Path:
    """Return the RELAX NG schema of RFC 4287."""
    return path_from("DOSSIER_ATOM_RNG")


@pytest.fixture(scope="session")
def newsboat() -> str:
    """Return the command of the feed reader newsboat."""
    command = shutil.which("newsboat")
    if command is None:
        unavailable("newsboat", "DOSSIER_REQUIRE_CLIENTS")
    assert command is not None
    return command


class Build(Protocol):
    """Runs `build.py` with these arguments, in a process of its own."""

    def __call__(
        self, *words: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture(scope="session")
def build() -> Build:
    """Return a function that runs `build.py`; `env` replaces the environment of this process."""

    def run(
        *words: str | Path, cwd: Path = ROOT, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, ROOT / "build.py", *words]
        return subprocess.run(
            command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )

    return run


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, build: Build) -> Path:
    """Return the site of this repository, built once in a run, also with several workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    site, done = shared / "built-site", shared / "built-site.done"
    with (shared / "built-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            run = build("--site", site)
            done.write_text("" if run.returncode == 0 else run.stdout + run.stderr)
    failure = done.read_text()
    if failure:
        pytest.fail(f"the site of this repository does not build:\n{failure}", pytrace=False)
    return site


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder and returns its address (`http://…/`)."""
    servers: dict[Path, ThreadingHTTPServer] = {}

    def start(folder: Path) -> str:
        if folder not in servers:
            server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_QuietHandler, directory=str(folder)))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            servers[folder] = server
        return f"http://127.0.0.1:{servers[folder].server_port}/"

    yield start
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the headless Chromium of the system."""
    names = (os.environ.get("DOSSIER_CHROMIUM"), *CHROMIUM_NAMES)
    path = next((found for name in names if name and (found := shutil.which(name))), None)
    if path is None:
        unavailable("Chromium", "DOSSIER_REQUIRE_BROWSER")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_ARGS))
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a new browser profile. A request to another host is stopped and fails the test."""
    foreign: list[str] = []

    def guard(route: Route) -> None:
        if urlsplit(route.request.url).hostname in {"127.0.0.1", "localhost"}:
            route.continue_()
        else:
            foreign.append(route.request.url)
            route.abort()

    context = browser.new_context()
    context.route("**/*", guard)
    yield context
    context.close()
    assert not foreign, "the page contacted another host"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return a new page in a new profile."""
    return context.new_page()
