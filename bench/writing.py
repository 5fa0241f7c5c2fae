"""Writes a synthetic dossier as files, in the style of contributors.

What the dossier contains is left to `synthesis`.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from bench.synthesis import Record, Synthesis
from dossier.evidence import fingerprint

SITE_URL = "https://bench.example/"
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,.?/-]*[A-Za-z0-9.?]|\d+|\d{4}-\d\d-\d\d|https://[a-z0-9./-]+")
_SETTINGS = f"""\
site_name: Bench
site_url: {SITE_URL}
site_description: A made-up dossier of made-up words.
docs_dir: pages
theme:
  name: material
  font: false
plugins: []
markdown_extensions: [attr_list, tables]
extra:
  dossier:
    authority: bench.example
    authority_year: 2016
    format: 2
    attribution_rule: ignore
    sides_rule: ignore
"""
_ABOUT = "# About\n\nWords without a meaning, for a benchmark.\n"


@dataclass(frozen=True)
class Written:
    """How many records were written."""

    briefs: int
    claims: int
    evidence: int
    sources: int
    topics: int
    newest_brief: Path


def write(root: Path, size: int, seed: int, *, search: bool = False) -> Written:
    """Write a dossier of `size` briefs into the empty folder `root`, and the texts behind it into `root/archive`.

    With `search` its pages offer search.
    """
    synthesis = Synthesis(size, seed)
    claims = evidence = 0
    newest = root
    for year, brief_id, brief in synthesis.briefs():
        newest = _write(root / f"briefings/{year}/{brief_id}.yaml", "\n".join(_block(brief)) + "\n")
        claims_of_brief = cast("list[dict[str, list[Record]]]", brief["claims"])
        claims += len(claims_of_brief)
        evidence += sum(len(claim["evidence"]) for claim in claims_of_brief)
    for topic_id, topic in synthesis.topics():
        _write(root / f"briefings/topics/{topic_id}.yaml", "\n".join(_block(topic)) + "\n")
    shared: dict[str, object] = {
        "parties": synthesis.parties(),
        "people": synthesis.people(),
        "origins": synthesis.origins(),
    }
    for name, records in shared.items():
        _write(root / f"briefings/{name}.yaml", "\n".join(_block({name: records})) + "\n")
    for text in synthesis.texts:
        full = "\n\n".join(text.paragraphs) + "\n"
        front, abstract = synthesis.source(text, hashlib.sha256(full.encode()).hexdigest())
        _write(root / f"sources/{text.id}.md", "\n".join(["---", *_block(front), "---", "", abstract, ""]))
        _write(root / f"sources/fingerprints/{text.id}.txt", fingerprint.write(fingerprint.make(text.id, full)))
        _write(root / f"archive/{text.id}.txt", full)
    _write(root / "mkdocs.yml", _SETTINGS.replace("plugins: []", "plugins: [search]") if search else _SETTINGS)
    _write(root / "pages/about.md", _ABOUT)
    return Written(size, claims, evidence, len(synthesis.texts), len(synthesis.topic_ids), newest)


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def _block(mapping: Record, indent: str = "") -> Iterator[str]:
    """Yield the lines of a mapping as block-style YAML, with plain scalars where they are safe."""
    for key, value in mapping.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _block(value, indent + "  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{key}:"
            for record in value:
                first, *rest = _block(record, indent + "    ")
                yield f"{indent}  - {first.lstrip()}"
                yield from rest
        elif isinstance(value, list):
            yield f"{indent}{key}: [{', '.join(_scalar(part, flow=True) for part in value)}]"
        else:
            yield f"{indent}{key}: {_scalar(value, quoted=key == 'quote')}"


def _scalar(value: object, flow: bool = False, quoted: bool = False) -> str:
    text = str(value)
    safe = _PLAIN.fullmatch(text) and not (flow and re.search(r"[,?]", text))
    return text if safe and not quoted else json.dumps(text, ensure_ascii=False)
