"""Addresses on the web: what makes one that a page can link to.

Whether anything is there is left to the reader's browser. What is said to a person of a wrong one is left to `binding`.
"""

import re
from ipaddress import IPv4Address
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

URL_PATTERN = r"^https?://[^\s/?#@.][^\s<>\"`\\{}|^]*$"
# RFC 3986 lets none of these stand in an address as they are; browsers write them as %XX.
UNSAFE = re.compile(r"[\s<>\"`\\{}|^]")
_SCHEME = re.compile(r"https?://")
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?|_[\w-]+")
# Browsers take a host for an IPv4 address where its last part is a number.
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_IPV6 = re.compile(r"[0-9a-f:.]+")

TextProblem = Literal["scheme", "character", "user", "host", "port"]


def address_fault(address: str) -> TextProblem | None:
    """Return which part of an address is wrong for a link of ours, or None."""
    if not _SCHEME.match(address):
        return "scheme"
    if UNSAFE.search(address):
        return "character"
    try:
        parts = urlsplit(address)
    except ValueError:  # an IPv6 address that is none
        return "host"
    if "@" in parts.netloc:
        return "user"
    try:
        port = parts.port
    except ValueError:
        return "port"
    host = (parts.hostname or "").removesuffix(".")
    if parts.netloc.startswith("["):
        return None if _IPV6.fullmatch(host) else "host"
    if not host or not all(_LABEL.fullmatch(label) and _is_short(label) for label in host.split(".")):
        return "host"
    if _NUMBER.fullmatch(host.rpartition(".")[2]) and not _is_ipv4(host):
        return "host"
    return "port" if port == 0 else None


def _is_short(label: str) -> bool:
    """Return whether a part of a host's name has the at most 63 characters that it may have, as servers are asked for it."""
    return len(label if label.isascii() else f"xn--{label.encode('punycode').decode()}") <= 63


def _is_ipv4(host: str) -> bool:
    try:
        IPv4Address(host)
    except ValueError:
        return False
    return True


def _check(address: str) -> str:
    if fault := address_fault(address):
        raise PydanticCustomError("url_form", "this is no address", {"fault": fault})
    return address


Url = Annotated[
    str,
    StringConstraints(max_length=2000),
    AfterValidator(_check),
    WithJsonSchema({"type": "string", "pattern": URL_PATTERN, "maxLength": 2000}),
]
"""An http or https address."""
