"""One call a file: a tree of strings in, a frozen record or the list of its problems out.

Never spends time on wording while nothing is wrong.
"""

from typing import TypeVar

from pydantic import ValidationError

from dossier.model import Brief, Origins, Parties, People, Source, Topic
from dossier.model.words import Record
from dossier.problem import Place, Problem
from dossier.shape.wording import problems_of
from dossier.yamlfile import BODY, Tree

_Record = TypeVar("_Record", bound=Record)


def shape(model: type[_Record], tree: Tree, file: str) -> tuple[_Record | None, list[Problem]]:
    """Return the record that a tree holds, or None and every misfit, each at its place in `file`."""
    try:
        return model.model_validate(tree), []
    except ValidationError as error:
        return None, problems_of(error, model, tree, file)


def shape_brief(tree: Tree, file: str) -> tuple[Brief | None, list[Problem]]:
    """Return the brief in a file `briefings/<year>/<brief-id>.yaml`."""
    return shape(Brief, tree, file)


def shape_topic(tree: Tree, file: str) -> tuple[Topic | None, list[Problem]]:
    """Return the topic in a file `briefings/topics/<topic-id>.yaml`."""
    return shape(Topic, tree, file)


def shape_parties(tree: Tree, file: str) -> tuple[Parties | None, list[Problem]]:
    """Return the parties in `briefings/parties.yaml`."""
    return shape(Parties, tree, file)


def shape_people(tree: Tree, file: str) -> tuple[People | None, list[Problem]]:
    """Return the people in `briefings/people.yaml`."""
    return shape(People, tree, file)


def shape_origins(tree: Tree, file: str) -> tuple[Origins | None, list[Problem]]:
    """Return the origins in `briefings/origins.yaml`."""
    return shape(Origins, tree, file)


def shape_source(tree: Tree, body: str, file: str) -> tuple[Source | None, list[Problem]]:
    """Return the source record in a file `sources/<source-id>.md`: its front matter, and its body as the abstract.

    A key `abstract` in the front matter is refused: there is one place for it.
    """
    if not isinstance(tree, dict):
        return shape(Source, tree, file)
    whole = {key: value for key, value in tree.items() if key != BODY}
    if body:
        whole[BODY] = body
    record, problems = shape(Source, whole, file)
    if BODY not in tree:
        return record, problems
    hint = "the abstract stands below the front matter, without a key"
    place = Place(file, (BODY,), "key")
    return None, [*problems, Problem("unknown-key", f'"{BODY}" is not a key of the front matter', place, hint)]
