"""`review`: records that a person has held claims against their sources, and lists what is to be read.

The record is made by `authoring.record_reviews`.
"""

import argparse
import json

from dossier.authoring.record_reviews import Due, due, named_claims, record_reviews, review_file
from dossier.cli.console import Console
from dossier.cli.minting import today
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import root_of
from dossier.disk import WriteError, write_file
from dossier.model import Review
from dossier.pipeline.load import load
from dossier.problem import UserError
from dossier.wording.english import count


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments and options of `review`."""
    parser.add_argument(
        "claims", nargs="*", metavar="CLAIM", help="a claim as <brief>/<claim>, or a brief: all its claims"
    )
    parser.add_argument(
        "--by", metavar="PERSON", help="who has read them against their sources; readers may see the name"
    )
    parser.add_argument(
        "--due", action="store_true", help="list what nobody has read, what changed since, and what is past its date"
    )
    parser.add_argument(
        "--format",
        type=one_of("text", "json"),
        metavar="FORM",
        help="of the list: text (default), or json for programs",
    )


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Record, or print the list. Returns 0 whatever is due."""
    if options.due:
        if options.claims or options.by:
            raise UserError("--due lists what is to be read, and records nothing", "leave out the claims and --by")
        found = due(load(root_of(basics)).library, today())
        console.say(_as_json(found) if options.format == "json" else "\n".join(_lines(found)))
        return 0
    if options.format:
        raise UserError("--format is that of the list", "add --due")
    if not options.claims:
        raise UserError("no claim is named", "name some, or list what is to be read: python build.py review --due")
    if not options.by:
        raise UserError("nobody is named who has read them", "add --by PERSON")
    loaded = load(root_of(basics))
    claim_ids, on = named_claims(loaded.library, options.claims), today()
    path, content = review_file(loaded.library), record_reviews(loaded, claim_ids, options.by, on)
    try:
        write_file(loaded.root, path, content, replace=True)
    except WriteError as error:
        raise UserError(str(error)) from error
    for claim_id in claim_ids:
        console.say(f"{claim_id}: {count(len(loaded.library.claims[claim_id].claim.evidence), 'passage')}")
    console.remark(f"{path} says that {options.by} has read {count(len(claim_ids), 'claim')} on {on.isoformat()}")
    return 0


def _lines(found: Due) -> list[str]:
    parts = (
        ("nobody has read against its sources", found.unread),
        ("changed since it was read", [_worded(*one) for one in found.stale]),
        ("has a review of a later day than today", [_worded(*one) for one in found.ahead]),
        (
            "past its date of review",
            [f"{f'{kind} {name}'.rstrip()}, due {on}" for kind, name, on in found.overdue],
        ),
    )
    lines = [line for head, those in parts if those for line in (f"{head}:", *(f"  {one}" for one in those))]
    return lines or ["nothing is due"]


def _worded(claim_id: str, review: Review) -> str:
    return f"{claim_id}, read by {review.by} on {review.on}"


def _as_json(found: Due) -> str:
    document = {
        "schema": "dossier-due/1",
        "unread": found.unread,
        "stale": [_form(*one) for one in found.stale],
        "ahead": [_form(*one) for one in found.ahead],
        "overdue": [{"kind": kind, "id": name or None, "review_by": on} for kind, name, on in found.overdue],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _form(claim_id: str, review: Review) -> dict[str, str]:
    return {"claim": claim_id, "by": review.by, "on": review.on}
