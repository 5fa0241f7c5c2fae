"""A built site is served on this machine, with a script that reloads pages after a build."""

import json
import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from dossier.cli.preview import LOOPBACK, PreviewServer


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "site/topics/route").mkdir(parents=True)
    (tmp_path / "site/topics/route/index.html").write_text("<body>The route — é</body></body>", "utf-8")
    (tmp_path / "site/feed.xml").write_text("<feed/>", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    return tmp_path / "site"


@pytest.fixture
def server(site: Path) -> Iterator[PreviewServer]:
    with PreviewServer(site, 0) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server
        server.shutdown()


def get(server: PreviewServer, address: str) -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection(LOOPBACK, server.server_port, timeout=20)
    connection.request("GET", address)
    response = connection.getresponse()
    return response.status, dict(response.getheaders()), response.read()


def test_a_page_is_served_with_the_script_that_reloads_it(server: PreviewServer) -> None:
    status, headers, body = get(server, "/topics/route/?x=1")
    script = '<script src="/.preview/reload.js" defer></script>'
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert body.decode() == f"<body>The route — é{script}</body></body>"
    assert int(headers["Content-Length"]) == len(body)
    assert headers["Cache-Control"] == "no-store"


def test_other_files_are_served_unchanged(server: PreviewServer) -> None:
    status, headers, body = get(server, "/feed.xml")
    assert (status, body) == (200, b"<feed/>")
    assert headers["Content-Type"] in {"application/xml", "text/xml"}


def test_a_folder_without_a_slash_is_redirected(server: PreviewServer) -> None:
    status, headers, _ = get(server, "/topics/route")
    assert (status, headers["Location"].removeprefix(server.address.rstrip("/"))) == (301, "/topics/route/")


@pytest.mark.parametrize(
    "address", ["/nowhere/", "/topics/", "/../secret.txt", "/%2e%2e/secret.txt", "/%00", "/topics/%00"]
)
def test_an_address_without_a_page_is_not_found(server: PreviewServer, address: str) -> None:
    status, headers, body = get(server, address)
    assert (status, headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert b"There is no such page" in body
    assert b"secret" not in body


def test_the_not_found_page_of_the_site_is_used(server: PreviewServer, site: Path) -> None:
    (site / "404.html").write_text("<body>Not here</body>", "utf-8")
    status, _, body = get(server, "/nowhere/")
    assert (status, body[:14]) == (404, b"<body>Not here")


def test_the_number_of_builds_tells_pages_to_reload(server: PreviewServer) -> None:
    for builds in (0, 3):
        server.builds = builds
        assert json.loads(get(server, "/.preview/state.json")[2]) == {"builds": builds}
    status, headers, body = get(server, "/.preview/reload.js")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"location.reload" in body


def test_only_this_machine_can_connect(server: PreviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.server_port}/"


def test_a_port_in_use_is_an_error(server: PreviewServer, site: Path) -> None:
    with pytest.raises(OSError, match="in use"):
        PreviewServer(site, server.server_port)
