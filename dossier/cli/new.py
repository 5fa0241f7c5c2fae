"""`new`: begins a dossier, a brief, a topic or a source record, or adds an update to a brief or a topic.

Never overwrites a file.
"""

import argparse
from pathlib import Path

from dossier.authoring import fill_forms
from dossier.authoring.create import Owner, add_update, begin, id_of, known_updates, misfit, owner
from dossier.authoring.init_dossier import found
from dossier.cli.console import Console
from dossier.cli.minting import now, tails, today
from dossier.cli.options import Basics, one_of
from dossier.cli.paths import root_of
from dossier.cli.prompts import Question, complete
from dossier.disk import WriteError
from dossier.pipeline.load import Loaded, load
from dossier.problem import UserError

_WHAT = ("brief", "topic", "source", "update", "dossier")
_KINDS = ("new", "development", "correction", "retraction", "closed")
_LISTED_AT_MOST = 30
_TITLE = Question("title", "--title", "Its title, in a few words")
_DATE = Question("date", "--date", "When it took place (YYYY, YYYY-MM or YYYY-MM-DD)")
_KIND = Question("kind", "--kind", f"What kind of change ({', '.join(_KINDS)})")
_NAME = Question("title", "--title", "The name of its site")
_ABOUT = Question("about", "--about", "What it covers, in a sentence")
_OF_UPDATES = ("kind", "note", "claims", "topics", "before", "after", "corrects", "minor")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the words and options of `new`."""
    parser.add_argument(
        "what", nargs="?", type=one_of(*_WHAT), metavar="|".join(_WHAT), help="what to begin, or to add"
    )
    parser.add_argument(
        "name",
        nargs="?",
        metavar="ID",
        help="its id; for an update, the brief or topic that changed; for a dossier, a folder",
    )
    parser.add_argument("--title", help="its title; without an id, the id is made of it")
    parser.add_argument("--date", help="of a brief: when it took place")
    parser.add_argument("--about", help="of a dossier: what it covers, in a sentence")
    updates = parser.add_argument_group("options of an update")
    updates.add_argument("--kind", type=one_of(*_KINDS), metavar="KIND", help=", ".join(_KINDS))
    updates.add_argument("--minor", action="store_true", help="for the history only; subscribers do not hear of it")
    updates.add_argument("--note", help="what changed, for someone who reads nothing else")
    updates.add_argument("--claims", type=_words, metavar="A,B", help="the claims that changed")
    updates.add_argument("--topics", type=_words, metavar="A,B", help="its topics, if not those of the claims")
    updates.add_argument("--before", help="of a correction: the wrong wording")
    updates.add_argument("--after", help="of a correction: the right wording")
    updates.add_argument("--corrects", metavar="ID", help="the update that a correction or retraction mends")


def run(options: argparse.Namespace, basics: Basics, console: Console) -> int:
    """Write what was asked for and say where it is."""
    if options.what is None:
        raise UserError(
            "new what? a brief, a topic, a source, an update or a dossier", f"python build.py new {'|'.join(_WHAT)} ID"
        )
    if options.about and options.what != "dossier":
        raise UserError("--about is for dossiers", f"python build.py new {options.what} ID")
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
    _refuse_stray(options, ("date", *_OF_UPDATES))
    if options.name is None:
        raise UserError("a dossier is a folder, and none is named", "python build.py new dossier DIR")
    given = {key: getattr(options, key) for key in ("title", "about") if getattr(options, key)}
    given = complete(given, (_NAME, _ABOUT), console)
    folder = Path(options.name)
    files = found(folder, given["title"], given["about"], today().year)
    console.say(f"wrote {', '.join(files)} in {folder}/")
    console.remark(f"set its address in mkdocs.yml, then begin: python build.py new topic ID --root {options.name}")


def _refuse_stray(options: argparse.Namespace, keys: tuple[str, ...]) -> None:
    stray = [key for key in keys if getattr(options, key)]
    if stray:
        of = "briefs" if stray[0] == "date" else "updates"
        raise UserError(f"--{stray[0]} is for {of}", f"python build.py new {options.what} ID")


def _record(options: argparse.Namespace, loaded: Loaded, console: Console) -> None:
    _refuse_stray(options, _OF_UPDATES if options.what == "brief" else (*_OF_UPDATES, "date"))
    given = {key: getattr(options, key) for key in ("title", "date") if getattr(options, key)}
    if options.name is None or options.what == "brief":
        wanted = (*((_TITLE,) if options.name is None else ()), *((_DATE,) if options.what == "brief" else ()))
        given = complete(given, wanted, console, misfit)
    for key, value in given.items():
        if fault := misfit(key, value):
            raise UserError(f"--{key}: {fault}")
    path = begin(loaded, options.what, options.name or id_of(given["title"]), given)
    console.say(f"wrote {path}: fill it in, then see what is still missing: python build.py check")
    if options.what == "source":
        console.remark(
            "a record without a fingerprint cannot be cited; with the text at hand use: python build.py source add FILE"
        )


def _update(options: argparse.Namespace, loaded: Loaded, console: Console) -> None:
    if options.name is None:
        raise UserError("an update belongs to a brief or a topic, and none is named", "python build.py new update ID")
    to = owner(loaded, options.name)
    if options.date:
        raise UserError("an update is dated by the moment at which it is added", "change `at` in the file if need be")
    given: dict[str, str | tuple[str, ...]] = {
        key: getattr(options, key)
        for key in ("kind", "title", "note", "claims", "topics", "before", "after", "corrects")
        if getattr(options, key)
    }
    if "kind" not in given and not to.has_updates:
        given["kind"] = "new"
    if "kind" not in given:
        given["kind"] = complete({}, (_KIND,), console, _wrong_kind)["kind"]
    if options.minor and given["kind"] in ("correction", "retraction"):
        raise UserError(f"subscribers must hear of every {given['kind']}", "leave --minor out")
    given["significance"] = "minor" if options.minor else "major"
    at = now()
    given["id"] = fill_forms.mint(at.date(), known_updates(loaded), tails())
    given["at"] = at.isoformat()
    line = add_update(loaded, to, given)
    console.say(f'added the update "{given["id"]}" to {to.file}, line {line}')
    _advise(given, to, console)


def _advise(given: dict[str, str | tuple[str, ...]], to: Owner, console: Console) -> None:
    needed = ["note"]
    if given["kind"] == "correction":
        needed += ["before", "after"]
    if to.kind == "brief" and given["kind"] not in ("new", "closed") and not given.get("topics"):
        needed.append("claims")
    open_keys = [key for key in needed if not given.get(key)]
    if open_keys:
        console.remark(f"still to be filled in: {', '.join(open_keys)}")
        if "claims" in open_keys and len(to.claims) <= _LISTED_AT_MOST:
            console.remark(f"its claims are: {', '.join(to.claims)}")


def _wrong_kind(_key: str, value: str) -> str:
    return "" if value in _KINDS else f"it is one of {', '.join(_KINDS)}"


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in text.replace(",", " ").split() if word)
