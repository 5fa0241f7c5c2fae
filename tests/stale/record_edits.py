"""Edits of each field of each record, and records that are added, removed and renamed.

Other changes of the content are left to `content_edits`.
"""

import random
from collections.abc import Callable
from typing import Any

from dossier.model import Brief, Claim, Evidence, Origin, Party, Person, Record, Source, Topic, Update
from tests.stale.state import Slot, State, Tree, at, name_of
from tests.stale.values import GONE, new_value

Edit = Callable[[State, random.Random], str]

RELATIONS = ("supersedes", "contradicts", "opposes", "responds_to", "qualifies")

LISTS: dict[type[Record], tuple[str, str]] = {
    Party: ("briefings/parties.yaml", "parties"),
    Person: ("briefings/people.yaml", "people"),
    Origin: ("briefings/origins.yaml", "origins"),
}
FOLDERS: dict[type[Record], str] = {Brief: "briefings/2032/", Topic: "briefings/topics/", Source: "sources/"}
ENDINGS = {Brief: ".yaml", Topic: ".yaml", Source: ".md"}


# Fields of records and settings.


def changed_field(model: type[Record], key: str) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        slots = [slot for slot in state.slots() if slot.model is model and slot.key == key]
        if not slots:
            return ""
        slot = dice.choice(slots)
        others = [value for each in slots if each is not slot and (value := state.value(each)) is not None]
        return _change(state, slot, new_value(model, key, state.value(slot), others, dice))

    return edit


def _change(state: State, slot: Slot, value: Any) -> str:
    tree = state.tree(slot.file)
    record = at(tree, slot.path)
    before = record.pop(slot.key, None)
    if value is not GONE:
        record[slot.key] = value
    state.put(slot.file, tree)
    return f"{slot.name} in {slot.file} {slot.path}: {before!r} -> {value!r}"


# Whole records, added, taken out and renamed.


def _file_added(kind: type[Record]) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        file, _, _ = dice.choice(state.all_of(kind))
        tree, new_id = state.tree(file), unused_id(state, dice)
        tree["title"] = f"{tree['title']} {new_id}"
        for each in (*tree.get("claims", ()), *tree.get("updates", ())):
            each["id"] = unused_id(state, dice)
            if "text" in each:
                each["text"] = f"{each['text'].rstrip('.')} ({new_id})."
        for key in ("aliases", "spellings"):
            tree.pop(key, None)
        for each in tree.get("updates", ()):
            each.pop("claims", None)
            each["kind"] = "new"
        target = f"{FOLDERS[kind]}{new_id}{ENDINGS[kind]}"
        if kind is Brief:
            own = {claim["id"] for claim in state.tree(file)["claims"]}
            for claim in tree["claims"]:
                for relation in RELATIONS:
                    claim[relation] = [
                        f"{name_of(file)}/{ref}" if ref in own else ref for ref in claim.get(relation, ())
                    ]
        if kind is Source:
            text = state.files[f"archive/{tree['archive_file']}"]
            tree |= {"archive_file": f"{new_id}.txt", "url": f"https://{new_id}.example/"}
            state.files[f"archive/{new_id}.txt"] = text + f"And {new_id} was added to it, and nothing more.\n".encode()
        state.put(target, tree)
        if kind is Source:
            state.seal_source(target, {})
        if kind is Topic:
            _about(state, new_id, {ref for each in tree["bottom_line"]["sentences"] for ref in each["claims"]})
        return f"{target} from {file}"

    return edit


def _about(state: State, topic_id: str, refs: set[str]) -> None:
    for file, path, claim in state.all_of(Claim):
        if f"{name_of(file)}/{claim['id']}" in refs:
            tree = state.tree(file)
            at(tree, path)["topics"].append(topic_id)
            state.put(file, tree)


def _listed_added(kind: type[Record]) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        file, key = LISTS[kind]
        tree, new_id = state.tree(file), unused_id(state, dice)
        record = {**dice.choice(tree[key]), "id": new_id, "name": f"Somebody called {new_id}"}
        for names in ("aliases", "spellings"):
            record.pop(names, None)
        tree[key].insert(dice.randrange(len(tree[key]) + 1), record)
        state.put(file, tree)
        used = _use(state, kind, new_id, dice) if dice.random() < 0.7 else "nowhere"
        return f"{new_id} in {file}, used {used}"

    return edit


def _use(state: State, kind: type[Record], new_id: str, dice: random.Random) -> str:
    """Let a claim, or a piece of evidence, name a new record."""
    model, key = {Party: (Claim, "party"), Person: (Claim, "said_by"), Origin: (Evidence, "origin")}[kind]
    slots = [slot for slot in state.slots() if (slot.model, slot.key) == (model, key) and state.value(slot)]
    return _change(state, dice.choice(slots), new_id) if slots else ""


def _claim_added(state: State, dice: random.Random) -> str:
    _, _, claim = dice.choice(state.all_of(Claim))
    file, _, _ = dice.choice(state.all_of(Brief))
    tree, new_id = state.tree(file), unused_id(state, dice)
    claims = state.all_of(Claim)
    new = {key: value for key, value in claim.items() if key not in RELATIONS}
    new |= {"id": new_id, "text": f"{claim['text'].rstrip('.')} ({new_id})."}
    if new.get("status") in ("denied", "disputed"):
        del new["status"]
    if dice.random() < 0.6:
        other_file, _, other = dice.choice(claims)
        new[dice.choice(RELATIONS)] = [f"{name_of(other_file)}/{other['id']}"]
    tree["claims"].insert(dice.randrange(len(tree["claims"]) + 1), new)
    state.put(file, tree)
    return f"{new_id} in {file}"


def _evidence_added(state: State, dice: random.Random) -> str:
    claims = state.all_of(Claim)
    _, _, giver = dice.choice([claim for claim in claims if claim[2].get("evidence")])
    file, path, _ = dice.choice(claims)
    tree = state.tree(file)
    evidence = at(tree, path).setdefault("evidence", [])
    evidence.insert(dice.randrange(len(evidence) + 1), dict(dice.choice(giver["evidence"])))
    state.put(file, tree)
    return f"evidence of {giver['id']} for {at(tree, path)['id']}"


def _update_added(state: State, dice: random.Random) -> str:
    file, _, _ = dice.choice([*state.all_of(Brief), *state.all_of(Topic)])
    tree, new_id = state.tree(file), unused_id(state, dice)
    updates = tree.setdefault("updates", [])
    claims = [f"{name_of(each)}/{claim['id']}" for each, _, claim in state.all_of(Claim)]
    new: Tree = {
        "id": new_id,
        "at": f"2032-{dice.choice(('05', '06', '07'))}-1{len(updates)}T{dice.randrange(10, 24)}:00:00+02:00",
        "kind": dice.choice(("new", "development", "development", "correction", "retraction", "closed")),
        "significance": dice.choice(("major", "major", "minor")),
        "claims": dice.sample(claims, dice.choice((1, 1, 2))),
        "note": f"This is told by {new_id}.",
    }
    if new["kind"] in ("correction", "retraction"):
        new |= {"before": "what was wrong", "after": "what is right", "significance": "major"}
        if dice.random() < 0.5:
            new["corrects"] = dice.choice([update["id"] for _, _, update in state.all_of(Update)])
    updates.append(new)
    state.put(file, tree)
    return f"{new['kind']} {new_id} in {file}"


ADDED: dict[type[Record], Edit] = {
    **{kind: _file_added(kind) for kind in FOLDERS},
    **{kind: _listed_added(kind) for kind in LISTS},
    Claim: _claim_added,
    Evidence: _evidence_added,
    Update: _update_added,
}


def removal(kind: type[Record]) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        found = state.all_of(kind)
        if len(found) < 2:
            return ""
        file, path, record = dice.choice(found)
        if path:
            tree = state.tree(file)
            at(tree, path[:-1]).pop(path[-1])
            state.put(file, tree)
            gone = record.get("id", "")
            names = {gone, f"{name_of(file)}/{gone}"}
        else:
            names = {name_of(file)}
            _move_files(state, file, None)
        if dice.random() < 0.8:
            for each, _ in list(state.records()):
                state.put(each, _without(state.tree(each), names))
        return f"{sorted(names)} of {file}"

    return edit


def _without(tree: Any, names: set[str]) -> Any:
    """Return a tree without what names one of these, but for the ids of records."""
    if isinstance(tree, dict):
        return {
            key: _without(value, names)
            for key, value in tree.items()
            if key == "id" or not isinstance(value, str) or value not in names
        }
    if isinstance(tree, list):
        return [_without(each, names) for each in tree if not isinstance(each, str) or each not in names]
    return tree


def renaming(kind: type[Record]) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        file, _, record = dice.choice(state.all_of(kind))
        new_id = unused_id(state, dice)
        old_id = record["id"] if "id" in kind.model_fields else name_of(file)
        for each, _ in list(state.records()):
            state.put(each, _renamed(state.tree(each), old_id, new_id))
        if "id" not in kind.model_fields:
            _move_files(state, file, f"{file.rpartition('/')[0]}/{new_id}{ENDINGS[kind]}")
        return f"{old_id} -> {new_id}"

    return edit


def _renamed(tree: Any, old: str, new: str) -> Any:
    if isinstance(tree, dict):
        return {key: _renamed(value, old, new) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_renamed(each, old, new) for each in tree]
    return "/".join(new if part == old else part for part in tree.split("/"))


def _move_files(state: State, file: str, target: str | None) -> None:
    """Take a record's file out, or give it another path; the files that belong to a source go with it."""
    content = state.files.pop(file)
    beside = [each for each in state.files if each.endswith(f"/{name_of(file)}.txt") and each.startswith("sources/")]
    for each in beside:
        del state.files[each]
    if target is not None:
        state.files[target] = content
        if file.endswith(".md"):
            state.seal_source(target, {0: "2032-06-01"} if len(beside) > 1 else {})


def unused_id(state: State, dice: random.Random) -> str:
    known = b"".join(state.files.values())
    while (new := f"{dice.choice(('lantern', 'tide', 'rope', 'bell'))}-{dice.randrange(10_000)}").encode() in known:
        pass
    return new
