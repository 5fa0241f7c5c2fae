"""How to cite a page or a claim: in a line of text, as BibTeX and as CSL-JSON, which reference managers read.

The date of a page is that of its newest authored change, not that of the build. Titles are not trusted: what
means something to TeX or to JSON is written so that it means nothing.
"""

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from dossier.linked import LinkedClaim
from dossier.model import Settings
from dossier.pages.claim_piece import changed
from dossier.wording import citations

# BibTeX counts braces even where a backslash stands before them, so they need names.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
    }
)
_TEX_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""Names that every style of BibTeX knows."""
_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_NOT_KEY = re.compile(r"[^a-z0-9]+")
_NOT_URL = re.compile(r"[\\{}\s]")
_json = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation in three forms."""

    text: str
    bibtex: str
    csl: str


def cite(settings: Settings, title: str, page_address: str, modified: str) -> Cite:
    """Return the citation of a page, given its site-relative address and the time of its newest change, or empty."""
    return _cite(settings, title, citations.of_page(title, settings.name), "", page_address, modified[:10])


def cite_claim(settings: Settings, linked: LinkedClaim) -> Cite:
    """Return the citation of a claim: in its brief, dated by the newest change to it."""
    text, brief = linked.claim.text, linked.brief_title
    words = citations.of_claim(text, brief, settings.name)
    return _cite(settings, text, words, brief, linked.address, changed(linked)[:10])


def _cite(settings: Settings, title: str, words: str, inside: str, where: str, day: str) -> Cite:
    address = f"{settings.url}{where}"
    version = f" {citations.version_sentence(day)}" if day else ""
    return Cite(
        f"{words}{version} {address}",
        _bibtex(settings, title, inside, where, address, day),
        _csl(settings, title, inside, address, day),
    )


def _bibtex(settings: Settings, title: str, inside: str, where: str, address: str, day: str) -> str:
    key = _NOT_KEY.sub("-", where).strip("-") or "site"
    # A second pair of braces keeps styles from changing capitals, and commas and "and" from parting a name.
    lines = [f"author = {{{{{_told(settings.name)[0]}}}}}", f"title = {{{{{_tex(title)}}}}}"]
    if inside:
        lines.append(f"howpublished = {{{_told(inside)[0]}}}")
    if day:
        lines += [
            f"year = {{{day[:4]}}}",
            f"month = {_TEX_MONTHS[int(day[5:7]) - 1]}",
            f"note = {{{_tex(citations.version_note(day))}}}",
        ]
    url = _NOT_URL.sub(lambda found: f"%{ord(found[0]):02X}", address)
    lines.append(f"url = {{{url}}}")
    return f"@misc{{{key},\n  " + ",\n  ".join(lines) + "\n}"


@lru_cache(maxsize=1024)
def _told(name: str) -> tuple[str, str]:
    """Return what many citations have in common, a site's or a brief's name, for TeX and for JSON."""
    return _tex(name), _json(name)


def _tex(text: str) -> str:
    line = " ".join(text.split())
    return line.translate(_TEX) if _SPECIAL.search(line) else line


def _csl(settings: Settings, title: str, inside: str, address: str, day: str) -> str:
    name, where = _told(settings.name)[1], _json(address)
    fields = [
        f'"id": {where}',
        '"type": "webpage"',
        f'"title": {_json(title)}',
        f'"container-title": {_told(inside)[1] if inside else name}',
        f'"author": [{{"literal": {name}}}]',
    ]
    if inside:
        fields.append(f'"publisher": {name}')
    if day:
        year, month, number = (int(part) for part in day.split("-"))
        fields.append(f'"issued": {{"date-parts": [[{year}, {month}, {number}]]}}')
    fields += [f'"URL": {where}', f'"language": {_json(settings.language)}']
    return "[\n  {\n    " + ",\n    ".join(fields) + "\n  }\n]"
