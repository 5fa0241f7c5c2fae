"""`source`: adds a text as a source, compares sources with their publishers' pages, and makes fingerprints anew.

Each of the three actions has a module of its own. The text of a source stays outside the project.
"""

import argparse

from dossier.authoring.add_source import renew
from dossier.cli.console import Console
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import archive_of, root_of
from dossier.cli.source_add import MORE, QUESTIONS, add_source
from dossier.disk import Archive, WriteError
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError, suggest

_WHAT = ("add", "refresh", "fingerprint")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the words and options of `source`."""
    parser.add_argument("what", nargs="?", type=one_of(*_WHAT), metavar="|".join(_WHAT))
    parser.add_argument(
        "names",
        nargs="*",
        metavar="FILE|ADDRESS|-|ID",
        help="the text to add: a file, an address on the web, or - for standard input; or the sources (default: all)",
    )
    taking = parser.add_argument_group("how `add` takes a text")
    taking.add_argument("--yes", action="store_true", help="take the text as it is shown, without a question")
    taking.add_argument("--preview", action="store_true", help="show all of the text, and write nothing")
    taking.add_argument("--encoding", metavar="NAME", help="in which the file is, where that is not found")
    taking.add_argument(
        "--replace", metavar="ID", help="give a source this text in place of one that was taken wrongly"
    )
    taking.add_argument("--keep-original", action="store_true", help="put the file itself into the archive, too")
    taking.add_argument("--cite", metavar="FILE", help="fill the record from BibTeX, RIS or CSL-JSON")
    taking.add_argument("--cite-key", metavar="KEY", help="which of the references in that file")
    fetching = parser.add_argument_group("how pages are fetched, and compared by `refresh`")
    fetching.add_argument("--file", metavar="FILE", help="compare this file instead of fetching the page")
    fetching.add_argument("--timeout", type=float, default=30.0, metavar="SECONDS", help="for one page (default: 30)")
    record = parser.add_argument_group("what `add` writes into the record (it asks for what is needed and not given)")
    record.add_argument("--id", help="the source's id, its address for good (default: outlet and date)")
    for question in QUESTIONS:
        record.add_argument(question.option, dest=question.key, metavar="TEXT", help=_lower(question.words))
    for key, words in MORE.items():
        record.add_argument(f"--{key.replace('_', '-')}", metavar="TEXT", help=words)
    record.add_argument(
        "--author", action="append", dest="authors", metavar="NAME", help="who wrote it; may be repeated"
    )
    record.add_argument("--archive-file", metavar="NAME", help="its name in the archive (default: that of the file)")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Do what was asked for. Returns 1 where something of it could not be done, or is no longer as it was."""
    if options.what is None:
        raise UserError(
            "source what? add a text, compare sources with their pages, or make a fingerprint anew",
            "python build.py source add FILE",
        )
    root, archive = root_of(basics), archive_of(basics)
    loaded = load(root, archive)
    try:
        if options.what == "add":
            return add_source(options, loaded, archive, console)
        if options.what == "refresh":
            from dossier.cli.source_refresh import refresh_sources  # noqa: PLC0415 - only it needs what fetches

            return refresh_sources(options, loaded, console)
        return _fingerprint(options, loaded, console)
    except WriteError as error:
        raise UserError(str(error)) from error


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


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
