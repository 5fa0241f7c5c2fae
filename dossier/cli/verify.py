"""`verify`: holds all evidence against fingerprints and the archive, and says source by source what came of it.

Never writes a record unless told to.
"""

import argparse
from datetime import date
from functools import cache

from dossier.authoring.record_verification import Verified, keep, verify
from dossier.cli.console import Console, count
from dossier.cli.minting import today
from dossier.cli.options import Basics
from dossier.cli.paths import archive_of, root_of
from dossier.disk import WriteError
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError, report, suggest


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the words and options of `verify`."""
    parser.add_argument("sources", nargs="*", metavar="ID", help="sources to verify (default: all)")
    parser.add_argument(
        "--record", action="store_true", help="keep what passed in sources/verified/, for readers to see"
    )
    parser.add_argument("--date", type=_day, help="the date to record (default: today)")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Verify and report. Returns 1 where a quote or a text fails."""
    if options.date and not options.record:
        raise UserError("--date is the date to record", "add --record")
    root, archive = root_of(basics), archive_of(basics)
    if options.record and archive is None:
        raise UserError("there is nothing to record without an archive", "name it: --archive DIR")
    loaded = load(root, archive)
    for source_id in options.sources:
        if source_id not in loaded.library.sources:
            meant = suggest(source_id, loaded.library.sources)
            raise UserError(f'there is no source "{source_id}"', f'did you mean "{meant}"?' if meant else "")
    found = verify(loaded, options.sources)
    for one in found:
        console.say(f"{one.source}: {_told(one, loaded)}")
    problems = [problem for one in found for problem in one.problems]
    if problems:
        console.say("")
        console.report(report.as_text(problems, cache(loaded.lines)))
    console.say(_summary(found, loaded))
    if options.record:
        _record(loaded, found, options.date or today(), console)
    return 1 if problems else 0


def _told(one: Verified, loaded: Loaded) -> str:
    if not one.quotes and (one.holding is None or one.holding.text in ("held", "not named")):
        return "nothing cites it"
    quotes = count(one.quotes, "quote")
    if one.fitting is None:
        by_fingerprint = f"{quotes}, not checked by fingerprint: there is none that belongs to it"
    elif one.fitting == one.quotes:
        by_fingerprint = f"{quotes}, {'which fits' if one.quotes == 1 else 'all of which fit'} the fingerprint"
    else:
        by_fingerprint = f"{quotes}, of which {one.fitting} fit the fingerprint"
    if one.holding is None:
        return by_fingerprint
    file = loaded.library.sources[one.source].archive_file
    match one.holding.text:
        case "held" if len(one.holding.passed) == one.quotes:
            return f"{by_fingerprint} and stand{'s' if one.quotes == 1 else ''} word for word in {file}"
        case "held":
            return f"{by_fingerprint}; {len(one.holding.passed)} stand word for word in {file}"
        case "not named":
            return f"{by_fingerprint}; not held against the text, as the record names none"
        case "missing":
            return f"{by_fingerprint}; not held against the text, as the archive has no {file}"
        case "changed":
            return f"{by_fingerprint}; not held against {file}, as it is not the text of the record"
        case _:
            return f"{by_fingerprint}; not held against {file}, as it is not UTF-8"


def _summary(found: list[Verified], loaded: Loaded) -> str:
    quotes = sum(one.quotes for one in found)
    if loaded.archive is None:
        fitting = sum(one.fitting or 0 for one in found)
        return (
            f"{fitting} of {count(quotes, 'quote')} fit their fingerprints; whether they stand word for word, and whether "
            "the texts are those of the records, can only be told with the archive (--archive DIR)"
        )
    passed = sum(len(one.holding.passed) for one in found if one.holding)
    return f"{passed} of {count(quotes, 'quote')} stand word for word in the archived texts"


def _record(loaded: Loaded, found: list[Verified], on: date, console: Console) -> None:
    try:
        changed = keep(loaded, found, on)
    except WriteError as error:
        raise UserError(str(error)) from error
    console.say(f"recorded as of {on.isoformat()}: {count(len(changed), 'file')} changed in sources/verified/")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no date: a date is written as YYYY-MM-DD') from None
