"""Moves a claim to another brief, and merges a topic, source or origin into another one: all edits that this takes.

Comments, order and layout stay. Published updates stay too: they may name old ids. Writing the files is left to the caller.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from dossier.authoring.edited_yaml import EditedFile, UnreadableYamlError
from dossier.authoring.yaml_scalars import scalar
from dossier.check.summaries import summaries
from dossier.library import Library
from dossier.library.linking import full_id
from dossier.pipeline.load import Loaded
from dossier.problem import Place, UserError, suggest
from dossier.yamlfile import read

MergedKind = Literal["topic", "source", "origin"]
Files = dict[str, bytes]
CHECK_FIRST = "correct it first: python build.py check"


class _Edits:
    """Files of a dossier while they are changed, each parsed when it is first needed."""

    def __init__(self, loaded: Loaded) -> None:
        self._files = loaded.scan.files
        self._open: dict[str, EditedFile] = {}

    def file(self, path: str) -> EditedFile:
        """Return a file. Raises `UserError` where it is not YAML."""
        if path not in self._open:
            try:
                self._open[path] = EditedFile(self._files[path])
            except UnreadableYamlError as error:
                raise UserError(f"{path}: {error}", CHECK_FIRST) from error
        return self._open[path]

    def at(self, place: Place) -> Any:
        """Return what stands at a place."""
        node = self.file(place.file).tree
        for step in place.path:
            node = node[step]
        return node

    def put_name(self, place: Place, old: str, new: str) -> None:
        """Put a new id in the place of the old one: in a list of ids, or behind a key. None stands in a list twice."""
        held = self.at(Place(place.file, place.path[:-1]))
        key, file = place.path[-1], self.file(place.file)
        value = held[key]
        if not isinstance(value, CommentedSeq):
            file.replace(held, key, new)
            return
        words = [str(each) for each in value]
        for index in reversed(range(len(words))):
            if words[index] == old != new and new in words:
                file.drop(value, index)
            elif words[index] == old:
                file.replace(value, index, new)

    def written(self) -> Files:
        """Return the files that changed. Raises `UserError` where one could not be read any more."""
        made = {path: file.written() for path, file in self._open.items()}
        changed = {path: content for path, content in made.items() if content != self._files[path]}
        for path, content in changed.items():
            if read(content, path)[1]:
                raise UserError(f"{path} is written in a form that cannot be changed by a program", "change it by hand")
        return changed


def move_claim(loaded: Loaded, claim_id: str, brief_id: str, new_id: str = "") -> Files:
    """Return the files that change when a claim moves to another brief, where it may get another id than before.

    It may move back to where it was. Raises `UserError` where there is no such claim or brief, or the brief has such an id already.
    """
    library, corpus = loaded.library, loaded.library.corpus
    refuse_unread(library)
    if claim_id not in library.claims:
        _unknown("claim", claim_id, library.claims, library.former_claims.get(claim_id, ""))
    if brief_id not in corpus.briefs:
        _unknown("brief", brief_id, corpus.briefs)
    claim = library.claims[claim_id]
    now = f"{brief_id}/{new_id or claim.claim.id}"
    if claim.brief_id == brief_id:
        raise UserError(f'"{claim_id}" is in that brief already', "name another brief")
    moves_back = ("claim", now) in corpus.stubs and library.former_claims.get(now) == claim_id
    if now in library.claims or (("claim", now) in corpus.stubs and not moves_back):
        raise UserError(f'"{brief_id}" has had a claim of this id', "give it another one: --id ID")
    edits = _Edits(loaded)
    for place, ref, named in _claims_named(library, claim_id, now):
        edits.put_name(place, ref, named)
    old, new = edits.file(claim.file), edits.file(corpus.files["brief", brief_id])
    stub = CommentedMap({"id": claim.claim.id, "moved_to": now})
    whole = old.replace(old.tree["claims"], claim.index, stub)
    if new_id:
        whole["id"] = new_id
    claims = new.tree["claims"]
    if moves_back:
        new.replace(claims, [str(each.get("id")) for each in claims].index(str(whole["id"])), whole)
    else:
        new.append(claims, whole)
    return edits.written()


def _claims_named(library: Library, claim_id: str, now: str) -> Iterator[tuple[Place, str, str]]:
    """Yield the lists that name a claim which moves, or that name others from it: how they do, and how they are to do it."""
    for linked in library.claims.values():
        home = (now if linked.id == claim_id else linked.id).partition("/")[0]
        for relation, refs in linked.claim.relations.items():
            for ref in refs:
                full = full_id(ref, linked.brief_id)
                # A bare id means another claim in another brief.
                if claim_id in (full, linked.id):
                    named = (now if full == claim_id else full).removeprefix(f"{home}/")
                    yield linked.place(relation), ref, named
    for one in summaries(library):
        if one.kind != "update":
            yield from ((place, claim_id, now) for refs, place in one.lists if claim_id in refs)


def merge(loaded: Loaded, kind: MergedKind, old_id: str, new_id: str) -> Files:
    """Return the files that change when a topic, source or origin is merged into another one.

    Raises `UserError` where there are no such records, or a quote from the one source does not stand in the other.
    """
    library, corpus = loaded.library, loaded.library.corpus
    refuse_unread(library)
    records: dict[str, Any] = {"topic": corpus.topics, "source": corpus.sources, "origin": corpus.origins}
    for one in (old_id, new_id):
        if one not in records[kind]:
            _unknown(kind, one, records[kind], corpus.current(kind, one))
    if old_id == new_id:
        raise UserError(f"these are the same {kind}", f"name two: python build.py merge {kind} OLD NEW")
    if kind == "source":
        _refuse_other_text(library, old_id, new_id)
    edits = _Edits(loaded)
    for place in _naming(library, kind, old_id):
        edits.put_name(place, old_id, new_id)
    if kind == "topic":
        _merge_topic(edits, library, old_id, new_id)
    elif kind == "origin":
        _merge_origin(edits, library, old_id, new_id)
    files = edits.written()
    if kind == "source":
        text = f"---\ntitle: {scalar(corpus.sources[old_id].title)}\nmerged_into: {new_id}\n---\n"
        files[corpus.files["source", old_id]] = text.encode()
    return files


def _naming(library: Library, kind: MergedKind, record_id: str) -> Iterator[Place]:
    """Yield the places that name a record: of lists of ids the list, else the value. Updates are left out."""
    for linked in library.claims.values():
        if kind == "topic" and record_id in linked.claim.topics:
            yield linked.place("topics")
        for number, evidence in enumerate(linked.claim.evidence):
            if kind != "topic" and getattr(evidence, kind) == record_id:
                yield linked.place("evidence", number, kind)
    if kind == "origin":
        for origin_id, origin in library.origins.items():
            if record_id in origin.depends_on:
                yield library.corpus.place("origin", origin_id, "depends_on")


def _merge_topic(edits: _Edits, library: Library, old_id: str, new_id: str) -> None:
    files, topics = library.corpus.files, library.topics
    old, new = edits.file(files["topic", old_id]), edits.file(files["topic", new_id])
    for key in [key for key in old.tree if key not in ("title", "updates")]:
        old.remove(old.tree, key)
    old.put(old.tree, "merged_into", new_id, after="title")
    # Whoever looks for the old subject by its name finds the new one.
    gone, kept = topics[old_id], topics[new_id]
    known = {kept.title.casefold(), *(word.casefold() for word in (*kept.aliases, *kept.spellings))}
    _add(new, new.tree, "aliases", (gone.title, *gone.aliases), known, after="title")
    _add(new, new.tree, "spellings", gone.spellings, known, after="aliases")


def _merge_origin(edits: _Edits, library: Library, old_id: str, new_id: str) -> None:
    corpus = library.corpus
    old, new = corpus.place("origin", old_id), corpus.place("origin", new_id)
    file, kept = edits.file(old.file), library.origins[new_id]
    below = edits.at(new).get("depends_on", ())
    for index in [index for index, one in enumerate(below) if one == new_id]:
        file.drop(below, index)
    gone = library.origins[old_id]
    known = {kept.name.casefold(), *(word.casefold() for word in kept.aliases)}
    _add(file, edits.at(new), "aliases", (gone.name, *gone.aliases), known, after="name")
    file.replace(file.tree["origins"], int(old.path[-1]), CommentedMap({"id": old_id, "merged_into": new_id}))


def _add(file: EditedFile, holder: Any, key: str, words: Iterable[str], known: set[str], *, after: str) -> None:
    for word in words:
        if word.casefold() in known:
            continue
        known.add(word.casefold())
        if key not in holder:
            made = CommentedSeq([word])
            made.fa.set_flow_style()
            file.put(holder, key, made, after=after)
        else:
            file.append(holder[key], word)


def _refuse_other_text(library: Library, old_id: str, new_id: str) -> None:
    other = library.linked_sources[new_id]
    for linked, evidence in library.cited_by_source[old_id]:
        verdict = other.verdict(evidence)
        if verdict is None or not verdict.accepted:
            raise UserError(
                f'claim "{linked.id}" quotes paragraph {evidence.paragraph} of "{old_id}", and the quote does not stand there '
                f'in "{new_id}"',
                "if one is another version of the other, say so in its record: version_of",
            )


def refuse_unread(library: Library) -> None:
    """Raise `UserError` where some file could not be read."""
    unread = sorted(library.corpus.unread)
    if unread:
        kind, record_id = unread[0]
        file = library.corpus.files.get((kind, record_id), record_id)
        raise UserError(f"{file} has errors, so that nobody knows all that it says", CHECK_FIRST)


def _unknown(kind: str, named: str, known: Iterable[str], current: str = "") -> None:
    if current and current != named:
        raise UserError(f'the {kind} "{named}" is "{current}" now', f'use "{current}"')
    meant = suggest(named, known)
    hint = f'did you mean "{meant}"?' if meant else ""
    raise UserError(f'there is no {kind} "{named}"', hint)
