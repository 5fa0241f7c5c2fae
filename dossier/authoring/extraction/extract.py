"""Takes the text out of a file: finds out what kind it is, and hands it to the reader of that kind.

Fetching and opening is left to `disk`, putting the text into the archive to `add_source`.
"""

from collections.abc import Sequence
from dataclasses import replace

from dossier.authoring.extraction.clean_text import clean
from dossier.authoring.extraction.decode_text import Decoded, decode
from dossier.authoring.extraction.doubts import find_doubts
from dossier.authoring.extraction.extracted import Doubt, Extracted, Kind, Stated
from dossier.authoring.extraction.file_kind import kind_of_bytes, kind_of_text
from dossier.authoring.extraction.join_lines import Joined, join_blocks, join_lines
from dossier.problem import UserError

_NOTHING = Stated()
_THIN = 40
_NAMED = 8


def extract(raw: bytes, name: str, *, encoding: str = "", charset: str = "", address: str = "") -> Extracted:
    """Return the paragraphs in a file's bytes, with what the file states and what a person should look at.

    `name` is what messages call it; `encoding` is the one that a person named, `charset` the one that came with an answer
    from the web, and `address` where the file was found there. Raises `UserError`, with the remedy, where nothing can be
    taken out.
    """
    if not raw.strip():
        raise UserError(f'"{name}" is empty')
    kind = kind_of_bytes(raw, name)
    if kind == "pdf":
        return _pdf(raw, name)
    no_text = UserError(f'"{name}" is not a plain text', "take the words out of it and save them as plain text")
    try:
        decoded = decode(raw, encoding, charset)
    except UserError:
        if b"\0" in raw and not encoding:
            raise no_text from None
        raise
    text = decoded.text.replace("\r\n", "\n")
    if "\0" in text:
        raise no_text
    kind = kind_of_text(text, name)
    if kind == "mail":
        # What reads mails knows no marks ahead of a text, and no UTF-16.
        return _mail(raw if raw.lstrip().startswith(text.lstrip()[:4].encode()) else text.encode(), name)
    if kind == "html":
        return _html(text, name, address, decoded)
    if kind == "markdown":
        return _markdown(text, name, decoded)
    return _finished(kind, join_lines(text), name, decoded=decoded)


def _pdf(raw: bytes, name: str) -> Extracted:
    from dossier.authoring.extraction.read_pdf import read_pdf  # noqa: PLC0415

    pdf = read_pdf(raw, name)
    found = _finished("pdf", pdf.joined, name, stated=pdf.stated, left_out=pdf.left_out)
    if not pdf.right_to_left:
        return found
    words = (
        "written from right to left, where a PDF often has words and signs in a wrong order: read it against the PDF"
    )
    return replace(found, doubts=(Doubt(0, words), *found.doubts))


def _html(text: str, name: str, address: str, decoded: Decoded | None, kind: Kind = "html") -> Extracted:
    from dossier.authoring.extraction.read_html import not_taken, read_html  # noqa: PLC0415

    page = read_html(text, address)
    if not page.blocks and not page.visible:
        raise UserError(f'"{name}" shows no text without its scripts', "open it in a browser, and save it from there")
    found = _finished(
        kind,
        join_blocks(page.blocks or page.visible),
        name,
        decoded=decoded,
        stated=page.stated,
        everything=page.visible,
    )
    left = not_taken(page, found.paragraphs)
    doubts = list(found.doubts)
    size = sum(len(each.split()) for each in found.paragraphs)
    if page.asks_to_sign_in and size < _THIN * 5:
        doubts.insert(0, Doubt(0, "the page asks to sign in: is the whole text here?"))
    elif size < _THIN and left:
        doubts.insert(0, Doubt(0, "little text was found for a page: is it a notice, or made by scripts?"))
    told = tuple(f"not taken: {passage}" for passage in left)
    return replace(found, doubts=tuple(doubts), left_out=told, asks_to_sign_in=page.asks_to_sign_in)


def _mail(raw: bytes, name: str) -> Extracted:
    from dossier.authoring.extraction.read_mail import read_mail  # noqa: PLC0415

    mail = read_mail(raw, name)
    left_out = tuple(f'not taken: the file "{each}" that hangs on the mail' for each in mail.attached)
    if not mail.is_page:
        return _finished("mail", join_lines(mail.text), name, stated=mail.stated, left_out=left_out)
    found = _html(mail.text, name, mail.saved_from, None, "html" if mail.saved_from else "mail")
    stated = mail.stated.or_else(found.stated)
    return replace(found, stated=stated, left_out=(*left_out, *found.left_out))


def _markdown(text: str, name: str, decoded: Decoded) -> Extracted:
    from dossier.authoring.extraction.read_markdown import read_markdown  # noqa: PLC0415

    blocks, stated = read_markdown(text)
    return _finished("markdown", join_blocks(blocks), name, decoded=decoded, stated=stated)


def _finished(
    kind: Kind,
    joined: Joined,
    name: str,
    *,
    decoded: Decoded | None = None,
    stated: Stated = _NOTHING,
    left_out: Sequence[str] = (),
    everything: Sequence[str] = (),
) -> Extracted:
    paragraphs = tuple(said for each in joined.paragraphs if (said := clean(each)))
    if not paragraphs:
        raise UserError(f'"{name}" holds no text')
    doubts = [*_of_decoding(decoded), *find_doubts(kind, paragraphs, stated.title)]
    doubts += [
        Doubt(number, "begins a page or a column: does it belong to the one before?") for number in joined.unsure
    ]
    done = []
    if joined.lines:
        made = f"{len(paragraphs):,} paragraph{'s' if len(paragraphs) > 1 else ''}"
        done.append(f"{joined.lines + len(paragraphs):,} lines were joined to {made}")
        if kind in ("text", "mail") and joined.guessed:
            doubts.insert(0, Doubt(0, "no blank lines part the paragraphs: where one ends is a guess"))
    mended = list(dict.fromkeys(joined.mended))
    if mended:
        more = f" and {len(mended) - _NAMED} more" if len(mended) > _NAMED else ""
        done.append(f"words that were cut in two were put together: {', '.join(mended[:_NAMED])}{more}")
    return Extracted(
        kind,
        paragraphs,
        stated,
        tuple(sorted(doubts, key=lambda doubt: doubt.paragraph)),
        tuple(done),
        tuple(left_out),
        tuple(everything) or paragraphs,
        decoded.encoding if decoded else "",
    )


def _of_decoding(decoded: Decoded | None) -> list[Doubt]:
    if decoded is None or not decoded.guessed:
        return []
    words = f"read as {decoded.encoding}, which is a guess: if letters are wrong, name the encoding with --encoding"
    return [Doubt(0, words)]
