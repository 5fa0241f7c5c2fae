"""Takes the text out of a mail, or out of a page that a browser saved as one file, and what its head says.

Decoding the parts is left to the standard library, wrapped lines to `join_lines`, a page inside it to `read_html`.
"""

import email.policy
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from dossier.authoring.extraction.decode_text import decode
from dossier.authoring.extraction.extracted import Stated
from dossier.authoring.extraction.stated_values import as_language, as_names
from dossier.problem import UserError

_SIGNATURE = "-- "


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail's text, as plain text or as a page, what its head states, and the names of files that hang on it.

    `saved_from` is the address of a page that a browser saved as one file, or empty.
    """

    text: str
    is_page: bool
    stated: Stated
    attached: tuple[str, ...]
    saved_from: str = ""


def read_mail(raw: bytes, name: str) -> Mail:
    """Return what a mail holds. Raises `UserError` where it holds no text."""
    message = BytesParser(policy=email.policy.default).parsebytes(raw.lstrip(b"\r\n"))
    body = message.get_body(("plain", "html"))
    if not isinstance(body, EmailMessage):
        raise UserError(f'"{name}" is a mail that holds no text', "save what hangs on it as a file, and add that")
    is_page = body.get_content_type() == "text/html"
    text = _content(body)
    if not is_page:
        text = _flowed(text) if body.get_param("format", "") == "flowed" else text
    attached = tuple(part.get_filename() or "" for part in message.iter_attachments() if part.get_filename())
    saved_from = _header(message, "Snapshot-Content-Location")
    return Mail(text, is_page, Stated() if saved_from else _stated(message), attached, saved_from)


def _content(body: EmailMessage) -> str:
    raw = body.get_payload(decode=True)
    if not isinstance(raw, bytes):
        return str(body.get_payload())
    return decode(raw, stated=str(body.get_content_charset() or "")).text.replace("\r\n", "\n")


def _flowed(text: str) -> str:
    """Return a text whose lines flow on where they end in a space (RFC 3676), with those lines joined."""
    made: list[str] = []
    flows = False
    for line in text.split("\n"):
        unstuffed = line.removeprefix(" ")
        if flows and made and not unstuffed.startswith(">"):
            made[-1] += unstuffed
        else:
            made.append(unstuffed)
        flows = line.endswith(" ") and line != _SIGNATURE
    return "\n".join(line.rstrip() for line in made)


def _stated(message: EmailMessage) -> Stated:
    published = ""
    with suppress(ValueError, TypeError, IndexError):
        published = parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    people = [name or address for name, address in getaddresses([_header(message, "From")])]
    return Stated(
        title=_header(message, "Subject"),
        published=published,
        basis="stated in the head of the mail" if published else "",
        language=as_language(_header(message, "Content-Language").split(",")[0]),
        authors=as_names(people),
    )


def _header(message: EmailMessage, name: str) -> str:
    value = message.get(name)
    return " ".join(str(value).split()) if value is not None else ""
