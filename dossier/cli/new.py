"""`new`: creates a dossier, a brief, a topic or a source record, or adds an update to a brief or a topic.

Writing the files is left to `authoring`; it overwrites none.
"""

import argparse
import re
from pathlib import Path

from dossier.authoring import fill_forms
from dossier.authoring.create import Owner, add_update, create_record, find_fault, find_owner, known_update_ids
from dossier.authoring.init_dossier import init_dossier
from dossier.cli.console import Console
from dossier.cli.minting import now, random_suffixes, today
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import root_of
from dossier.cli.prompts import Question, complete
from dossier.disk import WriteError
from dossier.model import UPDATE_KINDS
from dossier.model.ids import id_of
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError

_WHAT = ("brief", "topic", "source", "update", "dossier")
_KINDS = ("new", "development", "correction", "retraction", "closed")
_MAX_LISTED = 30
_TITLE = Question("title", "--title", "Its title, in a few words")
_DATE = Question("date", "--date", "When it took place (YYYY, YYYY-MM or YYYY-MM-DD)")
_KIND = Question("kind", "--kind", f"What kind of change ({', '.join(UPDATE_KINDS)})")
_NAME = Question("title", "--title", "The name of its site")
_ABOUT = Question("about", "--about", "What it covers, in a sentence")
_SITE = re.compile(r"https?://[^\s?#/]+/([^\s?#]+/)?")
_UPDATE_OPTIONS = ("kind", "note", "claims", "topics", "before", "after", "corrects", "minor")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments and options of `new`."""
    parser.add_argument("what", nargs="?", type=one_of(*_WHAT), metavar="|".join(_WHAT), help="what to create")
    parser.add_argument(
        "name",
        nargs="?",
        metavar="ID",
        help="its id; for an update, the brief or topic that changed; for a dossier, a folder",
    )
    parser.add_argument("--title", help="its title; without an ID, the id is made from it")
    parser.add_argument("--date", help="of a brief: when it took place")
    parser.add_argument("--about", help="of a dossier: what it covers, in a sentence")
    parser.add_argument("--url", metavar="ADDRESS", help="of a dossier: the address that its site will have")
    updates = parser.add_argument_group("options of an update")
    updates.add_argument("--kind", type=one_of(*_KINDS), metavar="KIND", help=", ".join(_KINDS))
    updates.add_argument("--minor", action="store_true", help="only for the history, not for subscribers")
    updates.add_argument("--note", help="what changed, for someone who reads nothing else")
    updates.add_argument("--claims", type=_words, metavar="A,B", help="the claims that changed")
    updates.add_argument("--topics", type=_words, metavar="A,B", help="its topics, if not those of the claims")
    updates.add_argument("--before", help="of a correction: the wrong wording")
    updates.add_argument("--after", help="of a correction: the right wording")
    updates.add_argument("--corrects", metavar="ID", help="the update that a correction or retraction corrects")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Write the files and print where they are."""
    if options.what is None:
        raise UserError(
            "name what to create: a brief, a topic, a source, an update or a dossier",
            f"python build.py new {'|'.join(_WHAT)} ID",
        )
    for key in ("about", "url"):
        if getattr(options, key) and options.what != "dossier":
            raise UserError(f"--{key} is only for dossiers", f"python build.py new {options.what} ID")
    try:
        if options.what == "dossier":
            _dossier(options, console)
            return 0
        loaded = load(root_of(basics))
        if options.what == "update":
            _update(options, loaded, console)
        else:
            _record(options, loaded, console)
    except WriteError as error:
        raise UserError(str(error)) from error
    return 0


def _dossier(options: argparse.Namespace, console: Console) -> None:
    _refuse_foreign(options, ("date", *_UPDATE_OPTIONS))
    if options.name is None:
        raise UserError("no folder for the dossier is named", "python build.py new dossier DIR")
    given = {key: getattr(options, key) for key in ("title", "about") if getattr(options, key)}
    given = complete(given, (_NAME, _ABOUT), console)
    folder = Path(options.name)
    url = options.url or ""
    if url and not _SITE.fullmatch(url):
        raise UserError(
            f'"{url}" is no address of a site', "write it with https:// at its start and a slash at its end"
        )
    files = init_dossier(folder, given["title"], given["about"], today().year, url)
    console.say(f"wrote {', '.join(files)} in {folder}/")
    console.root = options.name
    first = "" if url else "set its address in mkdocs.yml, then "
    console.remark(f"{first}create a topic: python build.py new topic ID")


def _refuse_foreign(options: argparse.Namespace, keys: tuple[str, ...]) -> None:
    foreign = [key for key in keys if getattr(options, key)]
    if foreign:
        of = "briefs" if foreign[0] == "date" else "updates"
        raise UserError(f"--{foreign[0]} is only for {of}", f"python build.py new {options.what} ID")


def _record(options: argparse.Namespace, loaded: Loaded, console: Console) -> None:
    _refuse_foreign(options, _UPDATE_OPTIONS if options.what == "brief" else (*_UPDATE_OPTIONS, "date"))
    given = {key: getattr(options, key) for key in ("title", "date") if getattr(options, key)}
    if options.name is None or options.what == "brief":
        wanted = (*((_TITLE,) if options.name is None else ()), *((_DATE,) if options.what == "brief" else ()))
        given = complete(given, wanted, console, find_fault)
    for key, value in given.items():
        if fault := find_fault(key, value):
            raise UserError(f"--{key}: {fault}")
    new_id = options.name or id_of(given["title"])
    if not new_id:
        raise UserError("no id can be made of that title", f"give one: python build.py new {options.what} ID")
    path = create_record(loaded, options.what, new_id, given)
    console.say(f"wrote {path}: fill it in, then list what is missing: python build.py check")
    if options.what == "source":
        console.remark(
            "a source without a fingerprint cannot be cited; if you have its text, use: python build.py source add FILE"
        )


def _update(options: argparse.Namespace, loaded: Loaded, console: Console) -> None:
    if options.name is None:
        raise UserError("name the brief or topic that the update belongs to", "python build.py new update ID")
    owner = find_owner(loaded, options.name)
    if options.date:
        raise UserError("an update gets the current time", "leave --date out; you can change `at` in the file")
    given: dict[str, str | tuple[str, ...]] = {
        key: getattr(options, key)
        for key in ("kind", "title", "note", "claims", "topics", "before", "after", "corrects")
        if getattr(options, key)
    }
    if "kind" not in given and not owner.has_updates:
        given["kind"] = "new"
    if "kind" not in given:
        given["kind"] = complete({}, (_KIND,), console, _kind_fault)["kind"]
    if options.minor and given["kind"] in ("correction", "retraction"):
        raise UserError(f"every {given['kind']} goes to subscribers", "leave --minor out")
    given["significance"] = "minor" if options.minor else "major"
    at = now()
    given["id"] = fill_forms.mint_id(at.date(), known_update_ids(loaded), random_suffixes())
    given["at"] = at.isoformat()
    line = add_update(loaded, owner, given)
    console.say(f'added the update "{given["id"]}" to {owner.file}, line {line}')
    _print_missing(given, owner, console)


def _print_missing(given: dict[str, str | tuple[str, ...]], owner: Owner, console: Console) -> None:
    required = ["note"]
    if given["kind"] == "correction":
        required += ["before", "after"]
    if owner.kind == "brief" and given["kind"] not in ("new", "closed") and not given.get("topics"):
        required.append("claims")
    missing = [key for key in required if not given.get(key)]
    if missing:
        console.remark(f"still to be filled in: {', '.join(missing)}")
        if "claims" in missing and len(owner.claims) <= _MAX_LISTED:
            console.remark(f"its claims are: {', '.join(owner.claims)}")


def _kind_fault(_key: str, value: str) -> str:
    return "" if value in _KINDS else f"it must be one of {', '.join(_KINDS)}"


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.replace(",", " ").split() if word)
