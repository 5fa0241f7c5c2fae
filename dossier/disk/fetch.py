"""Fetches pages from the web, politely: one at a time, as robots.txt allows, within limits of time and size.

What a page holds is left to others. Only a command in which a person named the address, or the source, ever gets here.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import quote, urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

_CHUNK = 1 << 16
_REDIRECTS = 6
_PERMANENT, _TEMPORARY = (301, 308), (302, 303, 307)
_LONGEST_WAIT = 10.0


class FetchError(Exception):
    """A page cannot be had. Says why, in a reader's words, as what is said of the page."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long one page may take, in seconds, how large it may be, in bytes, and how long to wait between two pages."""

    seconds: float = 30
    size: int = 16 << 20
    pause: float = 1


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer: its status, the address that gave it, its bytes and their stated encoding, or an empty text.

    `moved_to` is the address to which the page moved for good, as the publisher's server says, or empty.
    """

    status: int
    address: str
    content: bytes
    charset: str = ""
    moved_to: str = ""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    content: bytes
    charset: str
    location: str


class Fetcher:
    """Fetches one page after the other, and remembers what each host allows.

    Only `http` and `https`, and no address of a private network. `loopback` lets this machine itself be asked, for tests.
    """

    def __init__(self, agent: str, limits: Limits, *, loopback: bool = False) -> None:
        """Take the name under which pages are asked for, which should say who asks."""
        self._agent, self._limits, self._loopback = agent, limits, loopback
        self._robots: dict[str, RobotFileParser | None] = {}
        self._last = 0.0

    def fetch(self, address: str) -> Fetched:
        """Return the answer at an address, whatever its status. Follows redirections. Raises `FetchError`."""
        here, moved_to, for_good = urldefrag(address).url, "", True
        for _ in range(_REDIRECTS):
            self._ask_robots(here)
            answer = self._get(here, self._limits.size)
            if answer.status not in (*_PERMANENT, *_TEMPORARY) or not answer.location:
                return Fetched(answer.status, here, answer.content, answer.charset, moved_to)
            here = urldefrag(urljoin(here, answer.location)).url
            for_good = for_good and answer.status in _PERMANENT
            moved_to = here if for_good else moved_to
        raise FetchError(f"leads on more than {_REDIRECTS} times, and nowhere")

    def _ask_robots(self, address: str) -> None:
        parts = urlsplit(address)
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self._robots:
            self._robots[host] = self._robots_of(host)
        robots = self._robots[host]
        if robots is not None and not robots.can_fetch(self._agent, address):
            raise FetchError("must not be fetched by programs, as the site's robots.txt says")

    def _robots_of(self, host: str) -> RobotFileParser | None:
        address, answer = f"{host}/robots.txt", None
        for _ in range(_REDIRECTS):
            answer = self._get(address, 1 << 19)
            if answer.status not in (*_PERMANENT, *_TEMPORARY) or not answer.location:
                break
            address = urljoin(address, answer.location)
        if answer is None or answer.status >= 500:
            raise FetchError("may not be fetched while the site's robots.txt cannot be read")
        if answer.status != 200:
            return None
        robots = RobotFileParser()
        robots.parse(answer.content.decode("utf-8", "replace").splitlines())
        return robots

    def _get(self, address: str, most: int) -> _Answer:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise FetchError(f"leads to {address[:80]}, which is no http or https address")
        if parts.username is not None or parts.password is not None:
            raise FetchError("has a name or a password in its address")
        try:
            host = parts.hostname.encode("idna").decode("ascii")
            port = parts.port or (443 if parts.scheme == "https" else 80)
        except (UnicodeError, ValueError):
            raise FetchError("has no host that can be asked") from None
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
            f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
        )
        self._wait()
        try:
            with self._connected(host, port, secure=parts.scheme == "https") as connection:
                return self._asked(connection, host if parts.port is None else f"{host}:{port}", path, most)
        except _Late:
            raise FetchError(f"did not come within {self._limits.seconds:g} seconds") from None
        except ssl.SSLCertVerificationError as error:
            raise FetchError(f"has a certificate that does not hold: {error.verify_message}") from None
        except http.client.HTTPException:
            raise FetchError("broke off, or gave an answer that makes no sense") from None
        except OSError as error:
            raise FetchError(f"cannot be reached: {(error.strerror or str(error)).lower()}") from None

    def _wait(self) -> None:
        time.sleep(max(0.0, min(self._last + self._limits.pause - time.monotonic(), _LONGEST_WAIT)))
        self._last = time.monotonic()

    def _asked(self, connection: http.client.HTTPConnection, host: str, path: str, most: int) -> _Answer:
        headers = {
            "Host": host,
            "User-Agent": self._agent,
            "Accept": "text/html, */*;q=0.5",
            "Accept-Encoding": "identity",
        }
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        location = response.getheader("Location") or ""
        chunks, size = [], 0
        while chunk := response.read1(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if size > most:
                raise FetchError(f"is larger than {most >> 20 or 1} MB, and was not read to its end")
        if response.length:
            raise http.client.IncompleteRead(b"")
        content = _unpacked(b"".join(chunks), response.getheader("Content-Encoding") or "", most)
        return _Answer(response.status, content, response.headers.get_content_charset() or "", location)

    @contextmanager
    def _connected(self, host: str, port: int, *, secure: bool) -> Iterator[http.client.HTTPConnection]:
        """Connect to the very address that was found to be allowed, and cut the line when time is up."""
        place = self._allowed(host, port)
        plain = socket.create_connection(place, timeout=min(self._limits.seconds, _LONGEST_WAIT))
        late = threading.Event()

        def cut() -> None:
            late.set()
            with suppress(OSError):
                plain.shutdown(socket.SHUT_RDWR)

        timer = threading.Timer(self._limits.seconds, cut)
        timer.daemon = True
        timer.start()
        try:
            plain.settimeout(self._limits.seconds)
            connection = http.client.HTTPConnection(host, port)
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host) if secure else plain
            yield connection
            if late.is_set():
                raise _Late
        except (OSError, http.client.HTTPException) as error:
            if late.is_set() or isinstance(error, TimeoutError):
                raise _Late from None
            raise
        finally:
            timer.cancel()
            plain.close()

    def _allowed(self, host: str, port: int) -> tuple[str, int]:
        """Return where a host is, if all its addresses are public ones."""
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        for text in found:
            place = ipaddress.ip_address(text.partition("%")[0])
            if isinstance(place, ipaddress.IPv6Address) and place.ipv4_mapped:
                place = place.ipv4_mapped
            if not (place.is_global and not place.is_multicast) and not (self._loopback and place.is_loopback):
                raise FetchError("lies in a private network, from which nothing is fetched")
        return found[0], port


class _Late(Exception):  # noqa: N818 - not for whoever calls
    """Time was up."""


def _unpacked(content: bytes, encoding: str, most: int) -> bytes:
    """Return content that a server packed though it was asked not to; no more than `most` bytes of it."""
    if encoding.casefold() not in ("gzip", "x-gzip", "deflate"):
        return content
    try:
        unpacked = zlib.decompressobj(47).decompress(content, most + 1)
    except zlib.error:
        raise FetchError("came packed in a way that cannot be read") from None
    if len(unpacked) > most:
        raise FetchError(f"is larger than {most >> 20 or 1} MB, and was not read to its end")
    return unpacked
