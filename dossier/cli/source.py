"""`source`: makes a record and a fingerprint of a text, and fingerprints anew.

The text of a source stays outside the project, and no record is overwritten.
"""

import argparse
from pathlib import Path

from dossier.authoring.add_source import add, misfit, propose_id, renew, text_of
from dossier.cli.console import Console
from dossier.cli.minting import today
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import archive_of, root_of
from dossier.cli.prompts import Question, complete
from dossier.disk import Archive, WriteError, read_file
from dossier.evidence import paragraphs
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError, suggest
from dossier.wording.phrase import count

_LARGEST = 32 << 20
_QUESTIONS = (
    Question("title", "--title", "Its title"),
    Question("outlet", "--outlet", "Who published it"),
    Question("url", "--url", "Its address on the web"),
    Question("published", "--published", "When it was published (YYYY, YYYY-MM or YYYY-MM-DD)"),
    Question("published_basis", "--published-basis", "How that date is known"),
    Question("language", "--language", "Its language, as in en, uk, ar"),
    Question("directness", "--directness", "How it came by its story (original, relay, rewrite, third-hand)"),
    Question("grade", "--grade", "How far it can be trusted in general, from A (fully) to F (cannot be judged)"),
    Question("reason", "--grade-reason", "Why that grade"),
    Question("judged", "--judged", "When it was judged"),
    Question("abstract", "--abstract", "What it says, in one or two sentences of our own"),
)
_MORE = {
    "accessed": "when we read it",
    "directness_note": "how it came by its story, in a sentence",
    "leaning": "where it leans",
    "rights": "link-only (default), or full-text where the text may be republished",
}
_LONGEST_TITLE = 200


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the words and options of `source`."""
    parser.add_argument("what", nargs="?", type=one_of("add", "fingerprint"), metavar="add|fingerprint")
    parser.add_argument(
        "names", nargs="*", metavar="FILE|ID", help="the text to add; or the sources to fingerprint anew (default: all)"
    )
    record = parser.add_argument_group("what `add` writes into the record (it asks for what is needed and not given)")
    record.add_argument("--id", help="the source's id, its address for good (default: outlet and date)")
    for question in _QUESTIONS:
        record.add_argument(question.option, dest=question.key, metavar="TEXT", help=_lower(question.words))
    for key, words in _MORE.items():
        record.add_argument(f"--{key.replace('_', '-')}", metavar="TEXT", help=words)
    record.add_argument(
        "--author", action="append", dest="authors", metavar="NAME", help="who wrote it; may be repeated"
    )
    record.add_argument("--archive-file", metavar="NAME", help="its name in the archive (default: that of the file)")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Make what was asked for. Returns 1 where a fingerprint could not be made."""
    if options.what is None:
        raise UserError("source what? add a text, or make a fingerprint anew", "python build.py source add FILE")
    root, archive = root_of(basics), archive_of(basics)
    loaded = load(root, archive)
    try:
        if options.what == "add":
            return _add(options, loaded, archive, console)
        return _fingerprint(options, loaded, console)
    except WriteError as error:
        raise UserError(str(error)) from error


def _add(options: argparse.Namespace, loaded: Loaded, archive: Path | None, console: Console) -> int:
    if len(options.names) != 1:
        what = "a source is made of one text, and none is named" if not options.names else "one text at a time"
        raise UserError(what, "python build.py source add FILE")
    file = Path(options.names[0])
    if archive is not None and archive.resolve().is_relative_to(loaded.root.resolve()):
        raise UserError("the archive lies inside the dossier, and texts may not be in there", "move it out first")
    raw = _read(file)
    lines = paragraphs(text_of(raw, file.name))
    given = {question.key: getattr(options, question.key) or "" for question in _QUESTIONS}
    given |= {key: getattr(options, key) for key in _MORE if getattr(options, key)}
    for key, value in given.items():
        if value and (fault := misfit(key, value)):
            raise UserError(f"{_option(key)}: {fault}")
    proposals = {"judged": today().isoformat()}
    if len(lines[0]) <= _LONGEST_TITLE:
        proposals["title"] = lines[0].lstrip("# ").strip()
    answers = complete(given, _QUESTIONS, console, misfit, proposals)
    source_id = options.id or propose_id(answers, loaded.library.corpus.sources)
    if not source_id:
        raise UserError("no id can be made of the outlet's name", "give one: --id ID")
    known: dict[str, str | tuple[str, ...]] = dict(answers)
    if options.authors:
        known["authors"] = tuple(options.authors)
    added = add(loaded.root, loaded.library, source_id, raw, file.name, known, archive, options.archive_file)
    console.say(f'"{added.id}" has {count(added.paragraphs, "paragraph")}; wrote {" and ".join(added.files)}')
    if added.archived:
        console.say(f"put the text into the archive as {added.archived}")
    elif archive is None:
        console.remark(
            "no archive was named, so the text was put nowhere: quotes from it are checked by fingerprint alone"
        )
    if file.resolve().is_relative_to(loaded.root.resolve()):
        console.complain(f"{file} lies inside the dossier: move it out before you commit, as texts may not be in there")
    return 0


def _read(file: Path) -> bytes:
    try:
        return read_file(file, _LARGEST)
    except OSError as error:
        raise UserError(f'"{file}" cannot be read: {(error.strerror or "").lower()}') from error
    except ValueError as error:
        raise UserError(f'"{file}" cannot be read: {error}') from error


def _fingerprint(options: argparse.Namespace, loaded: Loaded, console: Console) -> int:
    if loaded.archive is None:
        raise UserError("a fingerprint is made of a text, and no archive is named", "name it: --archive DIR")
    sources = loaded.library.sources
    for source_id in options.names:
        if source_id not in sources:
            meant = suggest(source_id, sources)
            raise UserError(f'there is no source "{source_id}"', f'did you mean "{meant}"?' if meant else "")
    found = renew(loaded.root, loaded.library, Archive(loaded.archive.folder), options.names or sorted(sources))
    for one in found:
        said = {"made": f"wrote {one.file}", "same": f"{one.file} is as it was"}
        (console.say if one.file else console.complain)(f"{one.source}: {said.get(one.outcome, one.outcome)}")
    return 0 if all(one.file for one in found) else 1


def _option(key: str) -> str:
    return next((question.option for question in _QUESTIONS if question.key == key), f"--{key.replace('_', '-')}")


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
