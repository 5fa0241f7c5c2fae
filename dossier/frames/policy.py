"""The Content-Security-Policy of each page, with the hashes of the theme's scripts that may run.

A script is allowed only if its hash is listed here, after somebody has read it. Reporting others is left to `frames`.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

# The inline scripts of the theme, by what they do. A test compares these hashes with the installed theme, so that a new
# release with other scripts is noticed.
KNOWN_SCRIPTS: dict[str, str] = {
    "base: keeps the reader's choices under one scope": "exqRXrW/0laiImCrTE8a70vxyyY10FJVIppytLf/dbY=",
    "palette: sets the chosen colours before the first paint": "DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4=",
    "content: opens the tab that the address names": "/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=",
    "content: opens tabs that the reader opened elsewhere": "10uztYJZm7OLYtHrFaYKCvTOAUfjM17+CoEWk5hLcc4=",
    "announce: hides a notice that was dismissed": "5EHb3eWgUBuZUnu0Q9hodd97GgLtFd937Ze0yCNOS3A=",
}
_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style[^>]*>(.*?)</style\s*>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""\btype\s*=\s*["']?application/(?:[a-z]+\+)?json""", re.IGNORECASE)
_FILE = re.compile(r"\bsrc\s*=", re.IGNORECASE)


def csp_hash(text: str) -> str:
    """Return the SHA-256 of a script or style in Base64, as a policy names it, without quotes."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def inline_scripts(html: str) -> list[str]:
    """Return the text of each script in the page itself that a browser would run. Files and JSON do not count."""
    return [
        found["text"]
        for found in _SCRIPT.finditer(html)
        if not _DATA.search(found["attributes"]) and not _FILE.search(found["attributes"])
    ]


def unknown_scripts(html: str) -> list[str]:
    """Return the inline scripts of a page that the policy would block."""
    known = set(KNOWN_SCRIPTS.values())
    return [text for text in inline_scripts(html) if csp_hash(text) not in known]


def policy(html: str) -> str:
    """Return the policy for a page of the theme: only this host, listed scripts, and WebAssembly for search.

    Styles in the head are allowed by their hashes: the theme writes them from settings (icons of admonitions), and no
    text of a page gets there.
    """
    used = {csp_hash(text) for text in inline_scripts(html)}
    scripts = [known for known in KNOWN_SCRIPTS.values() if known in used]
    head = html.partition("</head>")[0]
    styles = sorted({csp_hash(text) for text in _STYLE.findall(head)})
    directives: dict[str, Iterable[str]] = {
        "default-src": ["'none'"],
        # Pagefind is WebAssembly; without 'wasm-unsafe-eval' search does not work and shows no error.
        "script-src": ["'self'", "'wasm-unsafe-eval'", *(f"'sha256-{known}'" for known in scripts)],
        "style-src": ["'self'", *(f"'sha256-{style}'" for style in styles)],
        # The theme's style sheet has its icons in data: addresses.
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(words)}" for name, words in directives.items())
