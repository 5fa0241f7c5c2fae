"""Reads what is known of a text from a file of a reference manager: BibTeX, RIS or CSL-JSON, as Zotero exports them.

BibTeX and its LaTeX are left to pybtex. Abstracts are never taken: they are their publishers' words.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from dossier.authoring.extraction import Stated
from dossier.authoring.extraction.stated_values import as_date, as_language, as_names
from dossier.problem import UserError, suggest
from dossier.wording.languages import tag_of

_RIS_LINE = re.compile(r"([A-Z][A-Z0-9])  - ?(.*)")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_OUTLETS_BIB = ("journaltitle", "journal", "booktitle", "maintitle", "organization", "institution", "publisher")
_OUTLETS_RIS = ("T2", "JF", "JO", "JA", "BT", "PB")
_OUTLETS_CSL = ("container-title", "collection-title", "publisher")
_BASIS = "stated in the reference that the record was made from"


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a file: its key there, what it states, and the day on which the page was read, or empty."""

    key: str
    stated: Stated
    accessed: str = ""


def read_reference(text: str, name: str, key: str = "", url: str = "") -> Reference:
    """Return the one entry of a file, or the one with a key, or the one of an address.

    Raises `UserError` where the file is of none of the three kinds, is damaged, or where it is not clear which entry is meant.
    """
    found = list(_entries(text, name))
    if key:
        return _named(found, key, name)
    if len(found) > 1 and url:
        found = [one for one in found if one.stated.url == url] or found
    if not found:
        raise UserError(f'"{name}" holds no reference')
    if len(found) > 1:
        keys = ", ".join(one.key for one in found[:8]) + (", …" if len(found) > 8 else "")
        raise UserError(f'"{name}" holds {len(found)} references', f"say which one: --cite-key KEY, one of {keys}")
    return found[0]


def _named(found: Iterable[Reference], key: str, name: str) -> Reference:
    by_key = {one.key: one for one in found}
    if key not in by_key:
        meant = suggest(key, by_key)
        hint = f'did you mean "{meant}"?' if meant else ""
        raise UserError(f'"{name}" has no reference "{key}"', hint)
    return by_key[key]


def _entries(text: str, name: str) -> Iterator[Reference]:
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith(("[", "{")):
        return _csl(start, name)
    if re.search(r"^TY  - ", start, re.MULTILINE):
        return _ris(start)
    if re.search(r"^\s*@\w+\s*[{(]", start, re.MULTILINE):
        return _bibtex(text, name)
    raise UserError(
        f'"{name}" is no BibTeX, RIS or CSL-JSON', "export the reference in one of these, from Zotero for instance"
    )


def _bibtex(text: str, name: str) -> Iterator[Reference]:
    from pybtex.database import parse_string  # noqa: PLC0415
    from pybtex.exceptions import PybtexError  # noqa: PLC0415

    try:
        entries = parse_string(text, "bibtex").entries
    except PybtexError as error:
        raise UserError(f'"{name}" is damaged BibTeX: {error}', "export it anew") from error
    for key, entry in entries.items():
        given = {field.casefold(): value for field, value in entry.fields.items()}
        people = [_plain(str(person)) for person in entry.persons.get("author", ())]
        url = _address(given.get("url", "") or _within(given.get("howpublished", "")), given.get("doi", ""))
        stated = _stated(
            title=_plain(given.get("title", "")),
            outlet=_plain(next((given[field] for field in _OUTLETS_BIB if given.get(field)), "")),
            url=url,
            published=as_date(given.get("date", "").split("/")[0]) or _day(given),
            language=given.get("langid", "") or given.get("language", ""),
            authors=map(_first_name_first, people),
        )
        yield Reference(str(key), stated, as_date(given.get("urldate", "")))


def _plain(latex: str) -> str:
    from pybtex.richtext import Text  # noqa: PLC0415

    return " ".join(str(Text.from_latex(latex)).replace("~", " ").split())


def _within(howpublished: str) -> str:
    found = re.search(r"https?://[^\s{}]+", howpublished)
    return found[0] if found else ""


def _day(given: Mapping[str, str]) -> str:
    """Return the date that year, month and day make, as far as they are given."""
    year, month, day = (
        given.get("year", "").strip(),
        given.get("month", "").strip().casefold()[:3],
        given.get("day", ""),
    )
    if not re.fullmatch(r"\d{4}", year):
        return ""
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdigit() else 0
    parts = [year, *([f"{number:02}"] if number else []), *([f"{int(day):02}"] if number and day.isdigit() else [])]
    return as_date("-".join(parts))


def _ris(text: str) -> Iterator[Reference]:
    fields: dict[str, list[str]] = {}
    number = 0
    for line in text.splitlines():
        found = _RIS_LINE.match(line)
        if found and found[1] == "ER":
            number += 1
            yield _of_ris(fields, number)
            fields = {}
        elif found and found[2].strip():
            fields.setdefault(found[1], []).append(found[2].strip())
    if fields:
        yield _of_ris(fields, number + 1)


def _of_ris(fields: Mapping[str, list[str]], number: int) -> Reference:
    def first(*names: str) -> str:
        return next((fields[name][0] for name in names if fields.get(name)), "")

    stated = _stated(
        title=first("TI", "T1"),
        outlet=first(*_OUTLETS_RIS),
        url=_address(first("UR", "L2"), first("DO")),
        published=_slashed(first("DA", "PY", "Y1")),
        language=first("LA"),
        authors=map(_first_name_first, (*fields.get("AU", ()), *fields.get("A1", ()))),
    )
    return Reference(first("ID") or str(number), stated, _slashed(first("Y2")))


def _slashed(date: str) -> str:
    """Return a date of RIS, `2031/05/20/`, as the model has it."""
    return as_date("-".join(part.zfill(2) for part in date.split("/")[:3] if part.strip()))


def _csl(text: str, name: str) -> Iterator[Reference]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError(f'"{name}" is damaged JSON: {error}', "export it anew") from error
    if isinstance(found, dict):
        found = found.get("items", [found])
    for number, one in enumerate(found if isinstance(found, list) else [], 1):
        if isinstance(one, dict) and ("title" in one or "URL" in one):
            yield _of_csl(one, number)


def _of_csl(one: Mapping[str, Any], number: int) -> Reference:
    def text(*names: str) -> str:
        return next((value for key in names if isinstance(value := one.get(key), str) and value), "")

    people = [person for person in one.get("author") or () if isinstance(person, dict)]
    names = (person.get("literal") or f"{person.get('given') or ''} {person.get('family') or ''}" for person in people)
    stated = _stated(
        title=re.sub(r"</?(?:i|b|sub|sup|span)\b[^>]*>", "", text("title")),
        outlet=text(*_OUTLETS_CSL),
        url=_address(text("URL"), text("DOI")),
        published=_parts(one.get("issued")),
        language=text("language"),
        authors=map(str, names),
    )
    return Reference(str(one.get("id") or number), stated, _parts(one.get("accessed")))


def _parts(date: Any) -> str:
    if not isinstance(date, dict):
        return ""
    whole = date.get("date-parts")
    if isinstance(whole, list) and whole and isinstance(whole[0], list):
        return as_date("-".join(str(part).zfill(2) for part in whole[0] if part))
    return as_date(str(date.get("raw") or date.get("literal") or ""))


def _stated(title: str, outlet: str, url: str, published: str, language: str, authors: Iterable[str]) -> Stated:
    return Stated(
        title=" ".join(title.split()),
        outlet=" ".join(outlet.split()),
        url=url,
        published=published,
        basis=_BASIS if published else "",
        language=_language(language),
        authors=as_names(authors),
    )


def _language(stated: str) -> str:
    # BibTeX has names where others have tags, and "ngerman" for German in its new spelling.
    return tag_of(stated) or tag_of(stated.strip().removeprefix("n")) or as_language(stated)


def _address(url: str, doi: str) -> str:
    """Return an address, or the one that leads to a DOI."""
    if url.startswith(("http://", "https://")):
        return url
    found = _DOI.fullmatch(doi.strip()) or _DOI.fullmatch(url.strip())
    return f"https://doi.org/{unquote(found[1])}" if found else ""


def _first_name_first(name: str) -> str:
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}".strip() if comma and given.strip() else name
