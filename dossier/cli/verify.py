"""`verify`: checks all evidence against fingerprints and the archive, and prints the result for each source.

The checks are left to `authoring.record_verification`, which also writes the record that `--record` asks for.
"""

import argparse
from datetime import date
from functools import cache

from dossier.authoring.record_verification import SourceResult, record_passed, verify
from dossier.cli.console import Console, has_errors
from dossier.cli.minting import today
from dossier.cli.options import Basics
from dossier.cli.paths import archive_of, root_of
from dossier.disk import WriteError
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError, report, suggest
from dossier.wording.phrase import count


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments and options of `verify`."""
    parser.add_argument("sources", nargs="*", metavar="ID", help="sources to verify (default: all)")
    parser.add_argument(
        "--record", action="store_true", help="record the quotes that passed in sources/verified/, for readers to see"
    )
    parser.add_argument("--date", type=_day, help="the date to record (default: today)")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Verify and print. Returns 1 where a quote or a text fails."""
    if options.date and not options.record:
        raise UserError("--date is the date of a record", "add --record")
    root, archive = root_of(basics), archive_of(basics)
    if options.record and archive is None:
        raise UserError("only a check against the archive can be recorded", "name it: --archive DIR")
    loaded = load(root, archive)
    for source_id in options.sources:
        if source_id not in loaded.library.sources:
            meant = suggest(source_id, loaded.library.sources)
            raise UserError(f'there is no source "{source_id}"', f'did you mean "{meant}"?' if meant else "")
    results = verify(loaded, options.sources)
    for result in results:
        console.say(f"{result.source}: {_describe(result, loaded)}")
    problems = [problem for result in results for problem in result.problems]
    if problems:
        console.say("")
        console.report(report.as_text(problems, cache(loaded.lines)))
    console.say(_summary(results, loaded))
    if options.record:
        _record(loaded, results, options.date or today(), console)
    return 1 if has_errors(problems) else 0


def _describe(result: SourceResult, loaded: Loaded) -> str:
    archived = result.archived
    if not result.quotes and (archived is None or archived.text in ("compared", "not named")):
        return "no claim cites it"
    line = f"{count(result.quotes, 'quote')}, {_by_fingerprint(result)}"
    if archived is None:
        return line
    file = loaded.library.sources[result.source].archive_file
    match archived.text:
        case "compared" if len(archived.passed) == result.quotes == result.matching:
            return f"{line} and {_are(result.quotes)} in {file} word for word"
        case "compared":
            return f"{line}; {len(archived.passed)} {_are(len(archived.passed))} in {file} word for word"
        case "not named":
            return f"{line}; not checked against the text, as the record names none"
        case "missing":
            return f"{line}; not checked against the text, as the archive has no {file}"
        case "changed":
            return f"{line}; not checked against {file}, as it is not the text of the record"
        case _:
            return f"{line}; not checked against {file}, as it is not UTF-8"


def _by_fingerprint(result: SourceResult) -> str:
    if result.matching is None:
        return "not checked by fingerprint, as the source has none"
    if result.matching == result.quotes:
        return "which matches the fingerprint" if result.quotes == 1 else "all of which match the fingerprint"
    return f"of which {result.matching} {'matches' if result.matching == 1 else 'match'} the fingerprint"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _summary(results: list[SourceResult], loaded: Loaded) -> str:
    quotes = sum(result.quotes for result in results)
    if loaded.archive is None:
        matching = sum(result.matching or 0 for result in results)
        return (
            f"{matching} of {count(quotes, 'quote')} match their fingerprints; only with the archive (--archive DIR) can "
            "they be compared with the texts word for word"
        )
    passed = sum(len(result.archived.passed) for result in results if result.archived)
    return f"{passed} of {count(quotes, 'quote')} are in the archived texts word for word"


def _record(loaded: Loaded, results: list[SourceResult], on: date, console: Console) -> None:
    try:
        changed = record_passed(loaded, results, on)
    except WriteError as error:
        raise UserError(str(error)) from error
    console.say(f"recorded as of {on.isoformat()}: {count(len(changed), 'file')} changed in sources/verified/")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a date: write it as YYYY-MM-DD') from None
