"""MkDocs is kept from building its own site, and told what the generator found."""

import logging
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import PluginError

from dossier.frames import build_hook, read_settings
from tests.frames.folder import SETTINGS


def config() -> Any:
    return SimpleNamespace(
        config_file_path="mkdocs.yml",
        site_dir="site",
        docs_dir="pages",
        nav=["index.md"],
        theme=SimpleNamespace(static_templates={"404.html", "sitemap.xml"}),
    )


def test_mkdocs_is_redirected_and_its_settings_are_restored() -> None:
    changed = config()
    saved = build_hook.redirect(changed, "elsewhere")
    assert (changed.docs_dir, changed.site_dir, changed.nav) == ("elsewhere", "elsewhere", [])
    assert changed.theme.static_templates == set()
    assert (saved.settings_file, saved.site) == ("mkdocs.yml", "site")
    build_hook.restore(changed, saved)
    assert changed == config()


def test_a_run_for_the_frames_is_known_until_it_is_reset() -> None:
    assert not build_hook.is_running()
    reset = build_hook.set_running(True)
    assert build_hook.is_running()
    reset()
    assert not build_hook.is_running()


def test_problems_are_logged_with_place_code_and_hint(caplog: pytest.LogCaptureFixture) -> None:
    settings = SETTINGS.replace("  font: false\n", "").replace("    authority_year: 2031\n", "")
    with caplog.at_level(logging.WARNING):
        build_hook.log_problems(read_settings(settings, "mkdocs.yml").problems)
    missing, font = [(record.levelname, record.getMessage()) for record in caplog.records]
    assert missing[0] == "ERROR"
    assert missing[1].startswith('mkdocs.yml:24:5: [settings-missing] there is no "extra.dossier.authority_year": ')
    assert font[0] == "WARNING"
    assert font[1].startswith('mkdocs.yml:6:3: [settings-overruled] "theme.font" is not false')
    assert font[1].endswith(' (write "font: false")')
    assert {record.name for record in caplog.records} == {"mkdocs.hooks.dossier"}


def test_a_run_ends_with_a_message() -> None:
    with pytest.raises(PluginError, match="nothing was published"):
        build_hook.abort("nothing was published")


class Server:
    """A server of MkDocs, as far as the hook uses one."""

    def __init__(self, *parts: bytes) -> None:
        self.watched: list[str] = []
        self.parts = parts

    def watch(self, path: str) -> None:
        self.watched.append(path)

    def get_app(self) -> Any:
        return lambda *_: list(self.parts)

    def set_app(self, app: Any) -> None:
        self.app = app


def test_live_reload_watches_more_and_its_script_may_run() -> None:
    policy = b'<meta http-equiv="Content-Security-Policy" content="x">'
    server = Server(b"<head>", policy[:20], policy[20:])
    assert build_hook.watch(server, ["briefings", "sources"]) is server
    assert server.watched == ["briefings", "sources"]
    (page,) = server.app({}, None)
    assert b"Content-Security-Policy" not in page
    assert len(page) == len(b"<head>" + policy)
