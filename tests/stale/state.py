"""The state that a walk is in: everything that a site is made from, in memory, so that it is easily changed and put back.

What changes there are is left to `edits`.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from dossier.disk import read_folder
from dossier.evidence import fingerprint
from dossier.evidence.verification import quote_digest
from dossier.model import Brief, Origins, Overview, Parties, People, Record, Reviews, Source, Topic
from tests.stale.builder import ROOMS, code_of
from tests.stale.values import record_type

Tree = dict[str, Any]

FERRY = Path(__file__).parent / "ferry"
TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
SETTINGS = "mkdocs.yml"
_MODELS: tuple[tuple[re.Pattern[str], type[Record]], ...] = (
    (re.compile(r"briefings/\d{4}/([^/]+)\.yaml"), Brief),
    (re.compile(r"briefings/topics/([^/]+)\.yaml"), Topic),
    (re.compile(r"briefings/(overview)\.yaml"), Overview),
    (re.compile(r"briefings/(parties)\.yaml"), Parties),
    (re.compile(r"briefings/(people)\.yaml"), People),
    (re.compile(r"briefings/(origins)\.yaml"), Origins),
    (re.compile(r"briefings/(reviews)\.yaml"), Reviews),
    (re.compile(r"sources/([^/]+)\.md"), Source),
)
_FENCE = "---\n"


class Env(list[str]):
    """A value that `mkdocs.yml` takes from the environment: the variable's name and what holds without it."""


class _Loader(yaml.CSafeLoader):
    pass


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def _env(loader: _Loader, node: yaml.Node) -> Env:
    assert isinstance(node, yaml.SequenceNode)
    return Env(loader.construct_sequence(node))


_Loader.add_constructor("!ENV", _env)
_Dumper.add_representer(Env, lambda dumper, data: dumper.represent_sequence("!ENV", list(data), flow_style=True))


@dataclass(frozen=True)
class Slot:
    """A key of a record, whether it is given or not: the file, the way to the record in it, its model and the key."""

    file: str
    path: tuple[str | int, ...]
    model: type[Record]
    key: str

    @property
    def name(self) -> str:
        """What the key is called."""
        return f"{self.model.__name__}.{self.key}"


@dataclass
class State:
    """The files of a dossier, the generator's own files, the environment, and how often each package was renewed."""

    files: dict[str, bytes]
    home: dict[str, bytes]
    environment: dict[str, str] = field(default_factory=dict)
    packages: dict[str, int] = field(default_factory=dict)

    def copy(self) -> "State":
        """Return a state that can be changed apart from this one."""
        return replace(
            self,
            files=dict(self.files),
            home=dict(self.home),
            environment=dict(self.environment),
            packages=dict(self.packages),
        )

    def tree(self, file: str) -> Tree:
        """Return what stands in a YAML file or a source's record, free to be changed."""
        return deepcopy(_parsed(file, self.files[file]))

    def put(self, file: str, tree: Tree) -> None:
        """Write a file anew."""
        kept = _without_empty(tree)
        if file.endswith(".md"):
            body = kept.pop("abstract", "")
            text = f"{_FENCE}{_dump(kept)}{_FENCE}\n{body}\n"
        else:
            text = _dump(kept)
        self.files[file] = text.encode()

    def records(self) -> Iterator[tuple[str, type[Record]]]:
        """Yield the files that hold records, with their models; those are left out that cannot be read."""
        for file, content in self.files.items():
            model = model_of(file)
            if model is not None and _is_readable(file, content):
                yield file, model

    def slots(self) -> Iterator[Slot]:
        """Yield every key of every record."""
        for file, model in self.records():
            yield from _slots(model, _parsed(file, self.files[file]), file, ())

    def value(self, slot: Slot) -> Any:
        """Return what stands at a key as YAML has it, or None."""
        tree: Any = _parsed(slot.file, self.files[slot.file])
        for step in slot.path:
            tree = tree[step]
        return tree.get(slot.key)

    def all_of(self, kind: type[Record]) -> list[tuple[str, tuple[str | int, ...], Tree]]:
        """Return every record of a kind: its file, the way to it there, and the record itself."""
        found: dict[tuple[str, tuple[str | int, ...]], Tree] = {}
        for slot in self.slots():
            if slot.model is kind and (slot.file, slot.path) not in found:
                tree: Any = _parsed(slot.file, self.files[slot.file])
                for step in slot.path:
                    tree = tree[step]
                found[slot.file, slot.path] = tree
        return [(file, path, tree) for (file, path), tree in found.items()]

    def seal_source(self, file: str, checked: Mapping[int, str]) -> None:
        """Make the fingerprint of a source's text anew, and the record that says when a quote was last checked.

        `checked` gives the days by the numbers of the quotes, in the order in which the briefs have them.
        """
        source_id = name_of(file)
        tree = self.tree(file)
        text = self.files[f"archive/{tree['archive_file']}"]
        made = fingerprint.make(source_id, text)
        tree["text_sha256"] = made.text_sha256
        self.put(file, tree)
        self.files[f"sources/fingerprints/{source_id}.txt"] = fingerprint.write(made).encode()
        quotes = [
            (int(each["paragraph"]), each["quote"])
            for _, brief in self._briefs()
            for claim in brief["claims"]
            for each in claim.get("evidence", ())
            if each["source"] == source_id
        ]
        passed = {
            quote_digest(source_id, *quotes[number % len(quotes)]): day for number, day in checked.items() if quotes
        }
        head = f"dossier-verification 1\nsource: {source_id}\ntext-sha256: {made.text_sha256}\n"
        verified = f"sources/verified/{source_id}.txt"
        if passed:
            self.files[verified] = (
                head + "".join(f"{quote} {day}\n" for quote, day in sorted(passed.items()))
            ).encode()
        else:
            self.files.pop(verified, None)

    def _briefs(self) -> Iterator[tuple[str, Tree]]:
        for file, model in self.records():
            if model is Brief:
                yield file, _parsed(file, self.files[file])


def start(*, lists_topics: bool = True) -> State:
    """Return the state that a walk begins with.

    Where the navigation lists topics, the title of one changes every page, which hides what else it changes.
    """
    home = {f"templates/{path}": content for path, content in read_folder(TEMPLATES).items()}
    home |= {code_of(room): b"version = 0\n" for room in ROOMS}
    state = State(read_folder(FERRY), home)
    if not lists_topics:
        settings = state.tree(SETTINGS)
        settings["nav"] = [entry for entry in settings["nav"] if "Topics" not in entry]
        state.put(SETTINGS, settings)
    for number, file in enumerate(sorted(file for file, model in state.records() if model is Source)):
        state.seal_source(file, {0: "2032-05-01", 1: "2032-05-02"} if number % 2 else {})
    return state


def model_of(file: str) -> type[Record] | None:
    """Return the model of the record in a file, or None."""
    return next((model for form, model in _MODELS if form.fullmatch(file)), None)


def name_of(file: str) -> str:
    """Return the name of a file without its folder and ending, which is its record's id."""
    return file.rpartition("/")[2].rpartition(".")[0]


def at(tree: Any, path: tuple[str | int, ...]) -> Any:
    """Return what a way leads to in a tree."""
    for step in path:
        tree = tree[step]
    return tree


def _slots(model: type[Record], tree: Tree, file: str, path: tuple[str | int, ...]) -> Iterator[Slot]:
    for key, info in model.model_fields.items():
        yield Slot(file, path, model, key)
        inner, value = record_type(info.annotation), tree.get(key)
        if inner is None or value is None:
            continue
        if isinstance(value, list):
            for number, each in enumerate(value):
                yield from _slots(inner, each, file, (*path, key, number))
        else:
            yield from _slots(inner, value, file, (*path, key))


@lru_cache(maxsize=512)
def _parsed(file: str, content: bytes) -> Tree:
    text = content.decode()
    if file == SETTINGS:
        tree = yaml.load(text, _Loader)
    elif file.endswith(".md"):
        _, front, body = text.split(_FENCE, 2)
        tree = {**yaml.load(front, yaml.CBaseLoader), "abstract": body.strip()}
    else:
        tree = yaml.load(text, yaml.CBaseLoader)
    assert isinstance(tree, dict)
    return tree


def _without_empty(tree: Any) -> Any:
    """Return a tree without empty lists, which would be faults."""
    if isinstance(tree, dict):
        return {key: _without_empty(value) for key, value in tree.items() if value != []}
    return [_without_empty(each) for each in tree] if isinstance(tree, list) and not isinstance(tree, Env) else tree


def _is_readable(file: str, content: bytes) -> bool:
    try:
        _parsed(file, content)
    except (yaml.YAMLError, UnicodeDecodeError):
        return False
    return True


def _dump(tree: Tree) -> str:
    text = yaml.dump(tree, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
    assert isinstance(text, str)
    return text
