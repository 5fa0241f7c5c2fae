"""`quote`: finds words in the sources and prints evidence that cites them, ready to paste.

The search is left to `authoring.find_passages`.
"""

import argparse

from dossier.authoring.find_passages import origins_of, search
from dossier.cli.console import Console
from dossier.cli.options import Basics
from dossier.cli.paths import archive_of, root_of
from dossier.evidence import Match, evidence_block, measure
from dossier.pipeline.load import load
from dossier.problem import UserError

_MIN_WORDS, _MAX_WORDS = 4, 15
_DEFAULT_PLACES = 5


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments and options of `quote`."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="words of a passage; one of them may be wrong")
    parser.add_argument(
        "--most",
        type=_number,
        default=_DEFAULT_PLACES,
        metavar="N",
        help=f"show at most N places (default: {_DEFAULT_PLACES})",
    )


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Print the places. Returns 1 where there are none."""
    words = " ".join(" ".join(options.words).split())
    size = measure(words)
    if size.most < 3:
        raise UserError("these are too few words to search for", "give at least 4 words in a row")
    loaded = load(root_of(basics), archive_of(basics))
    found = search(loaded, words, options.most)
    if not found:
        if loaded.archive is not None:
            console.say("no source contains these words")
        else:
            console.say("no fingerprint tells where these words stand")
            console.remark(
                "fingerprints know words only as they stand in a row, and a few of them fit somewhere by chance: give more of the "
                "passage, or the archive (--archive DIR), with which similar passages are found, too"
            )
        return 1
    for number, one in enumerate(found):
        if number:
            console.say("")
        console.say(_heading(one))
        origins = origins_of(loaded, one.source, one.paragraph)
        console.say(
            evidence_block(
                one.source, one.paragraph, one.passage or words, origins[0] if len(origins) == 1 else ""
            ).rstrip()
        )
        if len(origins) == 1:
            console.remark(
                "      # the origin is that of other evidence from this paragraph: check that it is right here"
            )
        elif origins:
            console.remark(f"      # other evidence from this paragraph has the origins {', '.join(origins)}")
    if not found[0].passage and (size.most < _MIN_WORDS or size.fewest > _MAX_WORDS):
        console.remark(
            f"\na quote has {_MIN_WORDS} to {_MAX_WORDS} words; these are {size.most if size.most < _MIN_WORDS else size.fewest}"
        )
    return 0


def _heading(one: Match) -> str:
    if one.is_whole:
        fits = f"all {one.total} words"
    else:
        fits = f"{one.matching} of {one.total} words"
        fits += "; the text has them as below" if one.passage else "; compare the others with the text"
    return f"{one.source}, paragraph {one.paragraph}: {fits}"


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f'"{text}" is not a number from 1 to 1000')
    return int(text)
