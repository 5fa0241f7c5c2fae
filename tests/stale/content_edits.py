"""Other edits of the content: what is moved, turned, damaged or written in another way.

Edits of fields and of whole records are left to `record_edits`.
"""

import random

from dossier.model import (
    Brief,
    Claim,
    MergedOrigin,
    MergedSource,
    MergedTopic,
    MovedClaim,
    Origin,
    Record,
    Source,
    Topic,
)
from tests.stale.record_edits import ENDINGS, FOLDERS, LISTS, RELATIONS, Edit, unused_id
from tests.stale.state import State, at, name_of

# Other changes of the content.


def turned(old: str) -> Edit:
    """Return what lets a claim stand to another one in another way."""

    def edit(state: State, dice: random.Random) -> str:
        found = [(file, path) for file, path, claim in state.all_of(Claim) if claim.get(old)]
        if not found:
            return ""
        file, path = dice.choice(found)
        tree = state.tree(file)
        claim = at(tree, path)
        new = dice.choice([key for key in RELATIONS if key != old])
        ref = claim[old].pop(dice.randrange(len(claim[old])))
        claim[new] = list(dict.fromkeys([*claim.get(new, ()), ref]))
        claim[old] = claim[old] or []
        state.put(file, tree)
        return f"{new} of {claim['id']}: {ref}"

    return edit


def _relation_said_from_the_other_side(state: State, dice: random.Random) -> str:
    """Write what opposes or contradicts what into the other claim."""
    claims = {f"{name_of(file)}/{claim['id']}": (file, path) for file, path, claim in state.all_of(Claim)}
    found = [
        (one, other, key)
        for one, (file, path) in claims.items()
        for key in ("opposes", "contradicts")
        for ref in at(state.tree(file), path).get(key, ())
        if (other := ref if "/" in ref else f"{name_of(file)}/{ref}") in claims
    ]
    if not found:
        return ""
    one, other, key = dice.choice(found)
    for claim_id, change in ((one, False), (other, True)):
        file, path = claims[claim_id]
        tree = state.tree(file)
        record = at(tree, path)
        far = other if claim_id == one else one
        refs = [ref for ref in record.get(key, ()) if ref not in (far, far.partition("/")[2])]
        record[key] = [*refs, far] if change else refs
        state.put(file, tree)
    return f"{key} of {one} and {other}"


def _claim_moved(state: State, dice: random.Random) -> str:
    """Move a claim to another place in its brief."""
    file, _, _ = dice.choice(state.all_of(Brief))
    tree = state.tree(file)
    claims = tree["claims"]
    claims.insert(dice.randrange(len(claims)), claims.pop(dice.randrange(len(claims))))
    state.put(file, tree)
    return file


def _brief_in_another_year(state: State, dice: random.Random) -> str:
    file, _, _ = dice.choice(state.all_of(Brief))
    folder, year, name = file.split("/")
    target = f"{folder}/{2031 if year == '2032' else 2032}/{name}"
    state.files[target] = state.files.pop(file)
    return f"{file} -> {target}"


def _quote_checked(state: State, dice: random.Random) -> str:
    """Check the quotes from a source again, some of them on another day."""
    file, _, tree = dice.choice(state.all_of(Source))
    if f"archive/{tree.get('archive_file')}" not in state.files:
        return ""
    checked = {number: f"2032-06-{dice.randrange(10, 30)}" for number in range(dice.randrange(4))}
    state.seal_source(file, checked)
    return f"{file}: {checked}"


def _text_longer(state: State, dice: random.Random) -> str:
    """Add a paragraph to a source's text."""
    file, _, tree = dice.choice(state.all_of(Source))
    text = f"archive/{tree.get('archive_file')}"
    if text not in state.files:
        return ""
    state.files[text] += f"The paragraph number {dice.randrange(1000)} says nothing that is new.\n".encode()
    state.seal_source(file, {0: "2032-07-01"} if dice.random() < 0.5 else {})
    return file


def _fingerprint_gone(state: State, dice: random.Random) -> str:
    file = dice.choice(
        [file for file in state.files if file.startswith(("sources/fingerprints/", "sources/verified/"))]
    )
    del state.files[file]
    return file


def _text_changed_in_archive_only(state: State, dice: random.Random) -> str:
    file = dice.choice([file for file in state.files if file.startswith("archive/")])
    state.files[file] += f"This is not what the fingerprint is of: {dice.randrange(1000)}.\n".encode()
    return file


def _comment_added(state: State, dice: random.Random) -> str:
    """Write what means nothing, and moves all that stands below it."""
    file = dice.choice([file for file, _ in state.records() if file.endswith(".yaml")])
    state.files[file] = f"# {dice.randrange(1000)}\n".encode() + state.files[file]
    return file


def _order_of_keys(state: State, dice: random.Random) -> str:
    file, _ = dice.choice(list(state.records()))
    tree = state.tree(file)
    state.put(file, dict(reversed(tree.items())))
    return file


def _record_order(state: State, dice: random.Random) -> str:
    file, key = dice.choice(list(LISTS.values()))
    tree = state.tree(file)
    dice.shuffle(tree[key])
    state.put(file, tree)
    return file


def _not_yaml(state: State, dice: random.Random) -> str:
    file, _ = dice.choice(list(state.records()))
    state.files[file] += b"\n  - : ] {\n" if file.endswith(".yaml") else b"\xff"
    return file


def _unknown_key(state: State, dice: random.Random) -> str:
    file, _ = dice.choice(list(state.records()))
    state.put(file, {**state.tree(file), "lantern": "tide"})
    return file


def _same_id_twice(state: State, dice: random.Random) -> str:
    file, key = dice.choice(list(LISTS.values()))
    tree = state.tree(file)
    tree[key].append({**dice.choice(tree[key]), "name": "Somebody else"})
    state.put(file, tree)
    return file


def _file_out_of_place(state: State, dice: random.Random) -> str:
    file = dice.choice(("briefings/stray.yaml", "sources/stray.txt", "briefings/topics/Stray One.yaml"))
    if state.files.pop(file, None) is None:
        state.files[file] = b"title: stray\n"
    return file


def _claim_moved_away(state: State, dice: random.Random) -> str:
    """Let an id in a brief lead to a claim elsewhere, or to another one than before."""
    claims = [f"{name_of(file)}/{claim['id']}" for file, _, claim in state.all_of(Claim) if "text" in claim]
    file, _, _ = dice.choice(state.all_of(Brief))
    tree, target = state.tree(file), dice.choice(claims)
    stubs = [each for each in tree["claims"] if "moved_to" in each]
    if stubs:
        dice.choice(stubs)["moved_to"] = target
    else:
        tree["claims"].append({"id": unused_id(state, dice), "moved_to": target})
    state.put(file, tree)
    return f"{file} -> {target}"


def _origin_merged(state: State, dice: random.Random) -> str:
    """Let an id lead to an origin, or to another one than before."""
    file, key = LISTS[Origin]
    tree = state.tree(file)
    target = str(dice.choice([each["id"] for each in tree[key] if "name" in each]))
    stubs = [each for each in tree[key] if "merged_into" in each]
    if stubs:
        dice.choice(stubs)["merged_into"] = target
    else:
        tree[key].append({"id": unused_id(state, dice), "merged_into": target})
    state.put(file, tree)
    return target


def _file_merged(kind: type[Record]) -> Edit:
    """Return what lets the address of a topic or source lead to another one, or to another than before."""

    def edit(state: State, dice: random.Random) -> str:
        files = [file for file, path, _ in state.all_of(kind) if not path]
        stubs = [file for file in files if "merged_into" in state.tree(file)]
        target = name_of(dice.choice([file for file in files if file not in stubs]))
        if stubs:
            file = dice.choice(stubs)
            tree = state.tree(file)
        else:
            file = f"{FOLDERS[kind]}{unused_id(state, dice)}{ENDINGS[kind]}"
            tree = {"title": "What stays"}
        tree["merged_into"] = target
        tree["title"] = f"{tree['title']} {dice.randrange(10)}"
        if kind is Topic and not tree.get("updates"):
            new = {"id": f"20320701-{unused_id(state, dice)}"[:15], "at": "2032-07-01T09:00:00+00:00"}
            told = {"kind": "new", "significance": "minor", "topics": [target], "note": "It was merged."}
            tree["updates"] = [{**new, **told}]
        if kind is Source:
            tree["abstract"] = f"The same text, {dice.randrange(10)}."
        state.put(file, tree)
        return f"{file} -> {target}"

    return edit


STUBS: dict[type[Record], Edit] = {
    MovedClaim: _claim_moved_away,
    MergedOrigin: _origin_merged,
    MergedTopic: _file_merged(Topic),
    MergedSource: _file_merged(Source),
}
"""What leaves each kind of stub behind, or changes all of its fields."""
CONTENT: tuple[Edit, ...] = (
    _relation_said_from_the_other_side,
    _claim_moved,
    _brief_in_another_year,
    _quote_checked,
    _text_longer,
    _fingerprint_gone,
    _text_changed_in_archive_only,
    _comment_added,
    _order_of_keys,
    _record_order,
    _not_yaml,
    _unknown_key,
    _same_id_twice,
    _file_out_of_place,
)
