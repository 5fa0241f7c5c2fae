"""`source add`: makes a record and a fingerprint of a text, a web page, a PDF, a mail, or what comes on standard input.

Taking the words out is left to `authoring.extraction`, writing to `authoring.add_source`.
"""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dossier.authoring.add_source import (
    add,
    archived_form,
    find_fault,
    keep_original,
    propose_id,
    same_address,
)
from dossier.authoring.citation import Reference, read_reference
from dossier.authoring.extraction import Extracted, Stated, extract
from dossier.authoring.extraction.decode_text import decode
from dossier.authoring.replace_text import Standing, replace_text
from dossier.cli.console import Console
from dossier.cli.environment import can_ask, standard_input
from dossier.cli.minting import today
from dossier.cli.paths import read_named
from dossier.cli.prompts import Question, complete
from dossier.cli.text_preview import show
from dossier.pipeline.load import Loaded
from dossier.problem import UserError, suggest
from dossier.wording.english import count

LARGEST = 32 << 20
"""How many bytes a text may have."""
QUESTIONS = (
    Question("title", "--title", "Its title"),
    Question("outlet", "--outlet", "Who published it"),
    Question("url", "--url", "Its address on the web"),
    Question("published", "--published", "When it was published (YYYY, YYYY-MM or YYYY-MM-DD, or unknown)"),
    Question("published_basis", "--published-basis", "How that date is known"),
    Question("language", "--language", "Its language, as in en, uk, ar"),
    Question("directness", "--directness", "How it came by its story (original, relay, rewrite, third-hand)"),
    Question("grade", "--grade", "How far it can be trusted in general, from A (fully) to F (cannot be judged)"),
    Question("reason", "--grade-reason", "Why that grade"),
    Question("judged", "--judged", "When it was judged"),
    Question("abstract", "--abstract", "What it says, in one or two sentences of our own"),
)
"""What a record needs, in the order in which it is asked for."""
MORE = {
    "accessed": "when we read it",
    "directness_note": "how it came by its story, in a sentence",
    "leaning": "where it leans",
    "rights": "link-only (default), or full-text where the text may be republished",
    "version_of": "the source of which this is another version",
}
"""What a record may say beside that, by its keys."""
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class _Given:
    """What was named: its bytes and what it is called; `address` and `charset` where it came from the web."""

    raw: bytes
    name: str
    file: Path | None = None
    address: str = ""
    charset: str = ""


def add_source(options: argparse.Namespace, loaded: Loaded, archive: Path | None, console: Console) -> int:
    """Add a source, or give one another text. Returns 1 where a quote does not stand in the other text."""
    if len(options.names) != 1:
        what = "a source is made of one text, and none is named" if not options.names else "one text at a time"
        raise UserError(what, "python build.py source add FILE, an address, or - for standard input")
    if archive is not None and archive.resolve().is_relative_to(loaded.root.resolve()):
        raise UserError("the archive lies inside the dossier, and texts may not be in there", "move it out first")
    answers = _answers(options)
    if options.replace:
        _refuse_answers(options, answers, loaded, archive)
    else:
        _refuse_known(answers, options.names[0], loaded)
    given = _given(options, loaded, console)
    found = extract(
        given.raw, given.name, encoding=options.encoding or "", charset=given.charset, address=given.address
    )
    show(found, given.name, console, whole=options.preview)
    if options.preview:
        return 0
    _agree(options, found, console)
    if options.replace:
        return _replace(options, loaded, archived_form(given.raw, found), archive, console)
    _write(options, loaded, archive, given, found, answers, console)
    return 0


def _answers(options: argparse.Namespace) -> dict[str, str]:
    given = {question.key: getattr(options, question.key) or "" for question in QUESTIONS}
    given |= {key: getattr(options, key) for key in MORE if getattr(options, key)}
    for key, value in given.items():
        if value and (fault := find_fault(key, value)):
            raise UserError(f"{option_of(key)}: {fault}")
    return given


def _refuse_answers(
    options: argparse.Namespace, answers: Mapping[str, str], loaded: Loaded, archive: Path | None
) -> None:
    if options.replace not in loaded.library.sources:
        meant = suggest(options.replace, loaded.library.sources)
        raise UserError(f'there is no source "{options.replace}"', f'did you mean "{meant}"?' if meant else "")
    if archive is None:
        raise UserError("a text is replaced in the archive, and no archive is named", "name it: --archive DIR")
    stray = [option_of(key) for key, value in answers.items() if value]
    stray += [
        name for name, value in (("--id", options.id), ("--cite", options.cite), ("--author", options.authors)) if value
    ]
    if stray:
        raise UserError(f"{stray[0]} is for a new source; --replace changes the text alone", "edit the record itself")


def _refuse_known(answers: Mapping[str, str], named: str, loaded: Loaded) -> None:
    """Say before anything is fetched that an address is there already."""
    url = answers.get("url") or (named if _is_address(named) else "")
    same = same_address(loaded.library, url) if url else ""
    if same and not answers.get("version_of"):
        raise UserError(
            f'the source "{same}" already has this address',
            f"where its text was taken wrongly: --replace {same}; where the publisher changed it: --version-of {same}",
        )


def _is_address(named: str) -> bool:
    return named.startswith(("http://", "https://"))


def _given(options: argparse.Namespace, loaded: Loaded, console: Console) -> _Given:
    named = options.names[0]
    if named == "-":
        return _Given(standard_input(LARGEST), "standard input")
    if _is_address(named):
        from dossier.cli.source_fetch import fetched  # noqa: PLC0415 - a file needs none of what fetches

        console.remark(f"fetching {named}")
        page = fetched(named, options, loaded)
        return _Given(page.content, page.address, address=page.address, charset=page.charset)
    file = Path(named)
    return _Given(read_named(file, LARGEST), file.name, file)


def _agree(options: argparse.Namespace, found: Extracted, console: Console) -> None:
    """Let whoever is there say whether the text is right. A script has to say so itself where there is a doubt."""
    if options.yes:
        return
    if not can_ask():
        if found.doubts:
            raise UserError(
                f"there {'is' if len(found.doubts) == 1 else 'are'} {count(len(found.doubts), 'doubt')} about the text, "
                "so nothing was written",
                "look at them (--preview shows all), mend the text, or take it as it is: --yes",
            )
        return
    while True:
        answer = console.ask(f"Take {count(len(found.paragraphs), 'paragraph')} like this? (y/n): ").strip().casefold()
        if answer in ("y", "yes"):
            return
        if answer in ("n", "no"):
            raise UserError(
                "nothing was written", "mend the text in a file of its own, a paragraph a line, and add that"
            )


def _write(
    options: argparse.Namespace,
    loaded: Loaded,
    archive: Path | None,
    given: _Given,
    found: Extracted,
    answers: Mapping[str, str],
    console: Console,
) -> None:
    reference = _reference(options, answers.get("url", ""))
    stated = reference.stated.or_else(found.stated) if reference else found.stated
    proposals = _proposals(stated, found)
    # Without a question, what the file or the reference states of itself is taken where a script says yes.
    taken = {key: value for key, value in proposals.items() if key in _STATED} if options.yes or reference else {}
    known: dict[str, str | tuple[str, ...]] = dict(
        complete({**taken, **{k: v for k, v in answers.items() if v}}, QUESTIONS, console, find_fault, proposals)
    )
    if not known.get("accessed") and (given.address or (reference and reference.accessed)):
        known["accessed"] = today().isoformat() if given.address or not reference else reference.accessed
    authors = tuple(options.authors or ()) or stated.authors
    if authors:
        known["authors"] = authors
    source_id = options.id or propose_id(known, loaded.library.corpus.sources)
    if not source_id:
        raise UserError("no id can be made of the outlet's name", "give one: --id ID")
    text = archived_form(given.raw, found)
    name = given.file.name if given.file is not None and text is given.raw else f"{source_id}.txt"
    added = add(loaded.root, loaded.library, source_id, text, name, known, archive, options.archive_file)
    console.say(f'"{added.id}" has {count(added.paragraphs, "paragraph")}; wrote {" and ".join(added.files)}')
    if added.archived:
        console.say(f"put the text into the archive as {added.archived}")
    elif archive is None:
        console.remark(
            "no archive was named, so the text was put nowhere: quotes from it are checked by fingerprint alone"
        )
    if options.keep_original and archive is not None and text is not given.raw:
        console.say(f"kept the original beside it as {keep_original(archive, source_id, given.raw, found)}")
    if given.file is not None and given.file.resolve().is_relative_to(loaded.root.resolve()):
        console.complain(
            f"{given.file} lies inside the dossier: move it out before you commit, as texts may not be in there"
        )


_STATED = ("title", "outlet", "url", "published", "published_basis", "language", "judged")


def _reference(options: argparse.Namespace, url: str) -> Reference | None:
    if not options.cite:
        return None
    file = Path(options.cite)
    return read_reference(decode(read_named(file, LARGEST)).text, file.name, options.cite_key or "", url)


def _proposals(stated: Stated, found: Extracted) -> dict[str, str]:
    first = found.paragraphs[0]
    proposed = {
        "title": stated.title or (first if len(first) <= _LONGEST_TITLE else ""),
        "outlet": stated.outlet,
        "url": stated.url,
        "published": stated.published,
        "published_basis": stated.basis,
        "language": stated.language,
        "judged": today().isoformat(),
    }
    return {key: value for key, value in proposed.items() if value and not find_fault(key, value)}


def _replace(options: argparse.Namespace, loaded: Loaded, text: bytes, archive: Path | None, console: Console) -> int:
    if archive is None:
        return 0
    made = replace_text(loaded, options.replace, text, archive, options.archive_file)
    console.say(f'"{options.replace}" has {count(made.paragraphs, "paragraph")} now; wrote {" and ".join(made.files)}')
    console.say(f"the text is in the archive as {made.archived}; the old one stays there")
    for quote in made.quotes:
        (console.say if quote.is_kept else console.complain)(_told(quote))
    kept = sum(1 for quote in made.quotes if quote.is_kept)
    if made.quotes:
        console.say(f"{kept} of {count(len(made.quotes), 'quote')} stand in the paragraph that is cited")
    if made.had_left_out:
        console.complain("left_out names paragraphs of the old text: look it over")
    return 0 if kept == len(made.quotes) else 1


def _told(quote: Standing) -> str:
    who = f"{quote.at}: the quote of {quote.claim}"
    if quote.is_kept:
        return f"{who} stands in paragraph {quote.paragraph}"
    if quote.stands_in:
        return f"{who} stands in paragraph {', '.join(map(str, quote.stands_in))} now, not in {quote.paragraph}"
    return f"{who} does not stand in the new text"


def option_of(key: str) -> str:
    """Return the option that gives a key of the record."""
    return next((question.option for question in QUESTIONS if question.key == key), f"--{key.replace('_', '-')}")
