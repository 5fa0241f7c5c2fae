"""The Content-Security-Policy allows known scripts only, and nothing from other hosts."""

import re
from pathlib import Path

import material

from dossier.frames import Frames
from dossier.frames.policy import KNOWN_SCRIPTS, csp_hash, inline_scripts, policy, unknown_scripts
from tests.frames.folder import NAV, SETTINGS, VALUES, folder, frames_of

SCRIPTS = Path(material.__file__).parent / "templates" / "partials" / "javascripts"


def scripts_of_the_theme() -> dict[str, str]:
    """Return the digests of the inline scripts in the installed theme, as `extra.scope: /` makes them."""
    found = {}
    for path in sorted(SCRIPTS.glob("*.html")):
        for text in inline_scripts(path.read_text("utf-8").replace("{{ config.extra.scope | d(base_url) }}", "/")):
            if "{{" not in text:
                found[csp_hash(text)] = path.stem
    return found


def test_every_listed_hash_is_that_of_a_script_of_the_installed_theme() -> None:
    theirs = scripts_of_the_theme()
    assert {name: theirs.get(known) for name, known in KNOWN_SCRIPTS.items()} == {
        name: name.partition(":")[0] for name in KNOWN_SCRIPTS
    }


def policy_of(page: str) -> dict[str, list[str]]:
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">', page)
    assert found is not None
    assert '<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"' in "".join(page.split("\n"))
    return {words[0]: words[1:] for words in (part.split() for part in found[1].split(";"))}


def test_every_page_has_the_same_strict_policy(frames: Frames) -> None:
    pages = [frame.fill(VALUES) for frame in frames.frames.values()] + [frames.handwritten_page("about/", "")]
    policies = [policy_of(page) for page in pages]
    assert all(one == policies[0] for one in policies)
    only = policies[0]
    assert only["default-src"] == ["'none'"]
    assert only["script-src"][:2] == ["'self'", "'wasm-unsafe-eval'"]
    assert len(only["script-src"]) == 5
    words = [word for name in only for word in only[name]]
    assert not [word for word in words if "unsafe" in word and word != "'wasm-unsafe-eval'"]
    assert not [word for word in words if "//" in word and not word.startswith("'sha256-")]
    assert not [word for word in words if "*" in word]
    assert (only["base-uri"], only["form-action"]) == (["'none'"], ["'self'"])


def test_exactly_the_inline_scripts_of_a_page_are_allowed(frames: Frames) -> None:
    for frame in frames.frames.values():
        page = frame.fill(VALUES)
        allowed = [word[8:-1] for word in policy_of(page)["script-src"] if word.startswith("'sha256-")]
        assert sorted(allowed) == sorted({csp_hash(text) for text in inline_scripts(page)})


def test_an_unknown_script_is_not_allowed() -> None:
    page = "<head></head><script>alert(1)</script><script type='application/json'>{}</script><script src='x'></script>"
    assert unknown_scripts(page) == ["alert(1)"]
    assert csp_hash("alert(1)") not in policy(page)


def test_another_scope_changes_a_script_and_is_noticed(tmp_path: Path) -> None:
    moved = SETTINGS.replace("  scope: /\n", "  scope: /elsewhere/\n") + NAV
    assert {problem.code.name for problem in frames_of(folder(tmp_path / "x", moved)).problems} == {"frame-script"}
    unset = SETTINGS.replace("  scope: /\n", "") + NAV
    assert frames_of(folder(tmp_path / "y", unset)).problems == ()


def test_styles_of_icons_are_allowed_and_styles_of_a_page_are_not(tmp_path: Path) -> None:
    icons = SETTINGS.replace("  font: false\n", "  font: false\n  icon: {admonition: {note: material/alert}}\n") + NAV
    pages = {"about.md": "# About\n\n<style>p{}</style>\n"}
    made = frames_of(folder(tmp_path / "x", icons, pages))
    page = made.handwritten_page("about/", "")
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(styles) == 2
    assert [f"'sha256-{csp_hash(style)}'" in policy_of(page)["style-src"] for style in styles] == [True, False]
