"""Shows a built site on this machine, and lets open pages load themselves again after a build.

Never listens to another machine, never lists a folder, and never changes a file of the site: what makes pages load again
is added on the way to the browser, as a file of its own, so that the site's own policy for scripts holds here too.
"""

import json
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from dossier.disk import read_file

LOOPBACK = "127.0.0.1"
_LARGEST = 1 << 30
_SCRIPT, _STATE = "/.preview/again.js", "/.preview/state.json"
_AGAIN = """\
"use strict";
let known = null;
async function look() {
  try {
    const answer = await fetch("/.preview/state.json", { cache: "no-store" });
    const { built } = await answer.json();
    if (known !== null && built !== known) { location.reload(); return; }
    known = built;
  } catch (gone) { /* the preview was stopped; it may come back */ }
  setTimeout(look, 1000);
}
look();
"""


class Preview(ThreadingHTTPServer):
    """A server of one folder. `built` counts the builds that went well; pages load again when it changes."""

    daemon_threads = True

    def __init__(self, site: Path, port: int) -> None:
        """Listen on `port` of this machine. Raises `OSError` where it is taken."""
        self.site = site
        self.built = 0
        super().__init__((LOOPBACK, port), partial(_Visit, directory=str(site)))

    @property
    def address(self) -> str:
        """Where to look."""
        return f"http://{LOOPBACK}:{self.server_port}/"


class _Visit(SimpleHTTPRequestHandler):
    server: Preview

    def do_GET(self) -> None:
        """Answer a browser."""
        asked = urlsplit(self.path).path
        if asked == _STATE:
            self._send(HTTPStatus.OK, "application/json", json.dumps({"built": self.server.built}).encode())
        elif asked == _SCRIPT:
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", _AGAIN.encode())
        else:
            self._file(asked)

    def _file(self, asked: str) -> None:
        file = Path(self.translate_path(asked))
        if asked.endswith("/"):
            file /= "index.html"
        try:
            content = read_file(file, _LARGEST)
        except ValueError:
            super().do_GET()  # a folder: it sends the browser to the address with a slash
        except OSError:
            self._missing()
        else:
            self._send(HTTPStatus.OK, self.guess_type(str(file)), content)

    def _missing(self) -> None:
        try:
            content = read_file(self.server.site / "404.html", _LARGEST)
        except OSError:
            content = (
                b"<!doctype html><title>Not found</title><p>There is no such page, or the site is not built yet.</body>"
            )
        self._send(HTTPStatus.NOT_FOUND, "text/html", content)

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        if kind == "text/html":
            kind = "text/html; charset=utf-8"
            content = content.replace(b"</body>", f'<script src="{_SCRIPT}" defer></script></body>'.encode(), 1)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: whoever previews looks at the browser."""
