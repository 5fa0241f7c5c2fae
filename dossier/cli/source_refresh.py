"""`source refresh`: says what became of sources at their publishers, and records it.

Comparing and recording are left to `authoring.refresh`.
"""

import argparse
from pathlib import Path

from dossier.authoring.compare_texts import Compared
from dossier.authoring.extraction import extract
from dossier.authoring.refresh import Outcome, record, refresh, refresh_from
from dossier.cli.console import Console
from dossier.cli.minting import today
from dossier.cli.paths import read_named
from dossier.cli.source_add import LARGEST
from dossier.cli.source_fetch import fetcher_of
from dossier.pipeline.load import Loaded
from dossier.problem import UserError, suggest
from dossier.wording.english import count

_ADDED = 5
_CLIPPED = 70


def refresh_sources(options: argparse.Namespace, loaded: Loaded, console: Console) -> int:
    """Compare sources with their pages. Returns 1 where something changed, is gone or could not be compared."""
    if loaded.archive is None:
        raise UserError("a page is compared with the archived text, and no archive is named", "name it: --archive DIR")
    sources = loaded.library.sources
    for source_id in options.names:
        if source_id not in sources:
            meant = suggest(source_id, sources)
            raise UserError(f'there is no source "{source_id}"', f'did you mean "{meant}"?' if meant else "")
    if options.file:
        if len(options.names) != 1:
            raise UserError("--file is the page of one source", "name the source: python build.py source refresh ID")
        file = Path(options.file)
        found = extract(read_named(file, LARGEST), file.name, encoding=options.encoding or "")
        outcomes = [refresh_from(loaded, options.names[0], found)]
        _tell(outcomes[0], loaded, console)
    else:
        fetcher = fetcher_of(options, loaded)
        outcomes = []
        for source_id in options.names or sorted(sources):
            outcomes.append(refresh(loaded, source_id, fetcher))
            _tell(outcomes[-1], loaded, console)
    fine = sum(1 for one in outcomes if one.is_fine)
    if len(outcomes) > 1:
        console.say(f"{fine} of {count(len(outcomes), 'source')} stand as they were archived")
    return 0 if fine == len(outcomes) else 1


def _tell(outcome: Outcome, loaded: Loaded, console: Console) -> None:
    say = console.say if outcome.is_fine else console.complain
    say(f"{outcome.source}: {_said(outcome)}")
    if outcome.result is not None and outcome.compared is not None:
        _details(outcome.compared, console)
    if outcome.moved_to:
        console.say(f"  its record may say so: url: {outcome.moved_to}")
    if outcome.result is None:
        console.remark("  nothing was recorded; a page saved in a browser can be compared: --file FILE")
    else:
        record(loaded, outcome, today())


def _said(outcome: Outcome) -> str:
    compared = outcome.compared
    if outcome.result is None or compared is None:
        return outcome.said
    standing = compared.paragraphs - len(compared.missing)
    stand = f"{standing} of {count(compared.paragraphs, 'paragraph')} stand there"
    if outcome.result == "moved":
        return f"moved for good to {outcome.moved_to}; {stand}"
    return f"{outcome.result}; {stand}"


def _details(compared: Compared, console: Console) -> None:
    for one in compared.missing:
        if one.now:
            console.complain(f'  paragraph {one.paragraph} reads otherwise: "{one.was}" is "{one.now}" now')
        else:
            console.complain(f'  paragraph {one.paragraph} is not there any more: "{one.was} …"')
    missing = {one.paragraph for one in compared.missing}
    for quote in compared.quotes:
        where = f"the quote of {quote.claim} (paragraph {quote.evidence.paragraph})"
        if not quote.stands:
            console.complain(f"  {where} does not stand there any more")
        elif quote.evidence.paragraph in missing:
            console.say(f"  {where} still stands")
    for passage in compared.added[:_ADDED]:
        clipped = passage if len(passage) <= _CLIPPED else f"{passage[: _CLIPPED - 1]}…"
        console.say(f'  not in the archived text: "{clipped}"')
    if len(compared.added) > _ADDED:
        console.say(f"  and {count(len(compared.added) - _ADDED, 'paragraph')} more that are not in the archived text")
