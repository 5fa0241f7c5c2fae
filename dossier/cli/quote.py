"""`quote`: finds where words stand in the sources, and prints the evidence that cites them, ready to paste.

Never changes a file.
"""

import argparse

from dossier.authoring.find_passages import origins_of, search
from dossier.cli.console import Console
from dossier.cli.options import Basics
from dossier.cli.paths import archive_of, root_of
from dossier.evidence import Found, evidence_block, measure
from dossier.pipeline.load import load
from dossier.problem import UserError

_FEWEST, _MOST = 4, 15
_SHOWN = 5


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the words and options of `quote`."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="words of a passage; one of them may be wrong")
    parser.add_argument(
        "--most", type=_number, default=_SHOWN, metavar="N", help=f"show so many places (default: {_SHOWN})"
    )


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Print the places. Returns 1 where there is none."""
    sought = " ".join(" ".join(options.words).split())
    size = measure(sought)
    if size.most < 3:
        raise UserError("so few words stand in too many places", "give 4 words in a row or more")
    loaded = load(root_of(basics), archive_of(basics))
    found = search(loaded, sought, options.most)
    if not found:
        console.say("these words stand in no source")
        if loaded.archive is None:
            console.remark(
                "fingerprints know words only as they stand in a row; with the archive (--archive DIR) nearly right ones are found, too"
            )
        return 1
    for number, one in enumerate(found):
        if number:
            console.say("")
        console.say(_heading(one))
        origins = origins_of(loaded, one.source, one.paragraph)
        console.say(
            evidence_block(
                one.source, one.paragraph, one.passage or sought, origins[0] if len(origins) == 1 else ""
            ).rstrip()
        )
        if len(origins) == 1:
            console.remark(
                "      # the origin is that of other evidence from this paragraph: see that it is right here"
            )
        elif origins:
            console.remark(f"      # other evidence from this paragraph goes back to {', '.join(origins)}")
    if not found[0].passage and (size.most < _FEWEST or size.fewest > _MOST):
        console.remark(
            f"\na quote has {_FEWEST} to {_MOST} words; these are {size.most if size.most < _FEWEST else size.fewest}"
        )
    return 0


def _heading(one: Found) -> str:
    if one.is_whole:
        fits = f"all {one.of} words"
    else:
        fits = f"{one.fitting} of {one.of} words"
        fits += "; the text has them as below" if one.passage else "; compare the others with the text"
    return f"{one.source}, paragraph {one.paragraph}: {fits}"


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f'"{text}" is no number from 1 to 1000')
    return int(text)
