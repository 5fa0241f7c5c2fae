"""A web server for a built site, for this machine only, which reloads open pages after a build.

The script that reloads pages is added to the response, as a file of its own, so that the site's Content-Security-Policy
allows it. Building is left to `serve`.
"""

import json
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from dossier.disk import read_file

LOOPBACK = "127.0.0.1"
_SIZE_LIMIT = 1 << 30
_SCRIPT_ADDRESS, _STATE_ADDRESS = "/.preview/reload.js", "/.preview/state.json"
_SCRIPT = """\
"use strict";
let known = null;
async function poll() {
  try {
    const response = await fetch("/.preview/state.json", { cache: "no-store" });
    const { builds } = await response.json();
    if (known !== null && builds !== known) { location.reload(); return; }
    known = builds;
  } catch (error) { /* the server was stopped; it may start again */ }
  setTimeout(poll, 1000);
}
poll();
"""


class PreviewServer(ThreadingHTTPServer):
    """A server of one folder. `builds` counts the successful builds; open pages reload when it changes."""

    daemon_threads = True

    def __init__(self, site: Path, port: int) -> None:
        """Listen on `port` of this machine. Raises `OSError` where it is taken."""
        self.site = site
        self.builds = 0
        super().__init__((LOOPBACK, port), partial(_RequestHandler, directory=str(site)))

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return f"http://{LOOPBACK}:{self.server_port}/"


class _RequestHandler(SimpleHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:
        """Answer a browser."""
        address = urlsplit(self.path).path
        if address == _STATE_ADDRESS:
            self._send(HTTPStatus.OK, "application/json", json.dumps({"builds": self.server.builds}).encode())
        elif address == _SCRIPT_ADDRESS:
            self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", _SCRIPT.encode())
        else:
            self._send_file(address)

    def _send_file(self, address: str) -> None:
        if "\0" in unquote(address):
            # No file has such a name, and some systems fail on it.
            self._send_not_found()
            return
        file = Path(self.translate_path(address))
        if address.endswith("/"):
            file /= "index.html"
        try:
            content = read_file(file, _SIZE_LIMIT)
        except ValueError:
            super().do_GET()  # a folder: redirects to the address with a slash
        except OSError:
            self._send_not_found()
        else:
            self._send(HTTPStatus.OK, self.guess_type(str(file)), content)

    def _send_not_found(self) -> None:
        try:
            content = read_file(self.server.site / "404.html", _SIZE_LIMIT)
        except OSError:
            content = (
                b"<!doctype html><title>Not found</title><p>There is no such page, or the site is not built yet.</body>"
            )
        self._send(HTTPStatus.NOT_FOUND, "text/html", content)

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        if kind == "text/html":
            kind = "text/html; charset=utf-8"
            content = content.replace(b"</body>", f'<script src="{_SCRIPT_ADDRESS}" defer></script></body>'.encode(), 1)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Log nothing."""
