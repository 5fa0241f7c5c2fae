"""The edits that a walk is made of: of every field of every record, of whole records, settings, templates, pages and code.

Each takes a state and a die, changes the state and says what it did, or says nothing where it cannot be done. What becomes
of the published site and of the cache is left to `damage`.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dossier.frames.settings import _KEYS as SETTING_KEYS
from dossier.model import Brief, Claim, Evidence, Origin, Party, Person, Record, Settings, Source, Topic, Update
from tests.stale.builder import PACKAGES, ROOMS, code_of
from tests.stale.state import SETTINGS, Env, Slot, State, Tree, at, name_of, start
from tests.stale.values import GONE, new_value, texts

Edit = Callable[[State, random.Random], str]

RELATIONS = ("supersedes", "contradicts", "opposes", "responds_to", "qualifies")
_LISTS: dict[type[Record], tuple[str, str]] = {
    Party: ("briefings/parties.yaml", "parties"),
    Person: ("briefings/people.yaml", "people"),
    Origin: ("briefings/origins.yaml", "origins"),
}
_FOLDERS: dict[type[Record], str] = {Brief: "briefings/2032/", Topic: "briefings/topics/", Source: "sources/"}
_ENDINGS = {Brief: ".yaml", Topic: ".yaml", Source: ".md"}
_UNDERSTOOD = re.compile(rb"</(?:p|li|a|h1|h2|h3|ul|dl|section|span|div)>")


@dataclass(frozen=True)
class Named:
    """An edit and what it is called."""

    name: str
    edit: Edit


def content_edits() -> list[Named]:
    """Return the edits of what contributors write, in the same order on every run: of each field of each record, and others."""
    fields = sorted({slot.name: slot for slot in start().slots()}.items())
    found = [Named(name, _field(slot.model, slot.key)) for name, slot in fields]
    found += [Named(f"new {kind.__name__}", add) for kind, add in ADDED.items()]
    found += [Named(f"no {kind.__name__}", _removal(kind)) for kind in ADDED]
    found += [Named(f"{kind.__name__} renamed", _renaming(kind)) for kind in ADDED if "id" in kind.model_fields]
    found += [Named(f"{kind.__name__} renamed", _renaming(kind)) for kind in _FOLDERS]
    # What relates two claims is shown with both, and only one of them says so: easily forgotten.
    found += [Named(f"{key} turned into another relation", _turned(key)) for key in RELATIONS for _ in range(2)]
    found += [Named(edit.__name__.strip("_"), edit) for edit in _CONTENT]
    return found


def other_edits() -> list[Named]:
    """Return the edits of everything else that a site is made from, in the same order on every run."""
    found = [Named(f"Settings.{key}", _setting(key)) for key in Settings.model_fields]
    found += [Named(f"new version of {room}", _new_code(room)) for room in ROOMS]
    found += [Named(f"new version of {name}", _new_package(name)) for name in PACKAGES]
    found += [Named(edit.__name__.strip("_"), edit) for edit in _OTHERS for _ in range(2)]
    return found


# Fields of records and settings.


def _field(model: type[Record], key: str) -> Edit:
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


def _setting(key: str) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        tree = state.tree(SETTINGS)
        *above, last = SETTING_KEYS[key][0]
        record = at(tree, tuple(above))
        old = record.get(last)
        given = old[-1] if isinstance(old, Env) else None if old is None else str(old)
        value = new_value(Settings, key, given, [], dice)
        if value is GONE:
            del record[last]
        else:
            record[last] = Env([*old[:-1], value]) if isinstance(old, Env) else value
        state.put(SETTINGS, tree)
        return f"Settings.{key}: {given!r} -> {value!r}"

    return edit


# Whole records, added, taken out and renamed.


def _file_added(kind: type[Record]) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        file, _, _ = dice.choice(state.all_of(kind))
        tree, new_id = state.tree(file), _new_id(state, dice)
        tree["title"] = f"{tree['title']} {new_id}"
        for each in (*tree.get("claims", ()), *tree.get("updates", ())):
            each["id"] = _new_id(state, dice)
            if "text" in each:
                each["text"] = f"{each['text'].rstrip('.')} ({new_id})."
        for key in ("aliases", "spellings"):
            tree.pop(key, None)
        for each in tree.get("updates", ()):
            each.pop("claims", None)
            each["kind"] = "new"
        target = f"{_FOLDERS[kind]}{new_id}{_ENDINGS[kind]}"
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
        file, key = _LISTS[kind]
        tree, new_id = state.tree(file), _new_id(state, dice)
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
    tree, new_id = state.tree(file), _new_id(state, dice)
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
    tree, new_id = state.tree(file), _new_id(state, dice)
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
    **{kind: _file_added(kind) for kind in _FOLDERS},
    **{kind: _listed_added(kind) for kind in _LISTS},
    Claim: _claim_added,
    Evidence: _evidence_added,
    Update: _update_added,
}


def _removal(kind: type[Record]) -> Edit:
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


def _renaming(kind: type[Record]) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        file, _, record = dice.choice(state.all_of(kind))
        new_id = _new_id(state, dice)
        old_id = record["id"] if "id" in kind.model_fields else name_of(file)
        for each, _ in list(state.records()):
            state.put(each, _renamed(state.tree(each), old_id, new_id))
        if "id" not in kind.model_fields:
            _move_files(state, file, f"{file.rpartition('/')[0]}/{new_id}{_ENDINGS[kind]}")
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


def _new_id(state: State, dice: random.Random) -> str:
    known = b"".join(state.files.values())
    while (new := f"{dice.choice(('lantern', 'tide', 'rope', 'bell'))}-{dice.randrange(10_000)}").encode() in known:
        pass
    return new


# Other changes of the content.


def _turned(old: str) -> Edit:
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
    file, key = dice.choice(list(_LISTS.values()))
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
    file, key = dice.choice(list(_LISTS.values()))
    tree = state.tree(file)
    tree[key].append({**dice.choice(tree[key]), "name": "Somebody else"})
    state.put(file, tree)
    return file


def _file_out_of_place(state: State, dice: random.Random) -> str:
    file = dice.choice(("briefings/stray.yaml", "sources/stray.txt", "briefings/topics/Stray One.yaml"))
    if state.files.pop(file, None) is None:
        state.files[file] = b"title: stray\n"
    return file


# Settings that only MkDocs knows, and the environment.


def _settings_of_the_theme(state: State, dice: random.Random) -> str:
    tree = state.tree(SETTINGS)
    theme, said = tree["theme"], ""
    match dice.randrange(7):
        case 0:
            said = theme["palette"]["accent"] = dice.choice(("red", "lime", "amber", "indigo"))
        case 1:
            said = tree["copyright"] = f"CC BY 4.0, {dice.randrange(100)}"
        case 2:
            theme["features"] = dice.sample(
                ["navigation.top", "navigation.tabs", "toc.follow", "content.action.edit"], 2
            )
        case 3:
            known = tree["markdown_extensions"]
            tree["markdown_extensions"] = known[1:] if "footnotes" in known else [*known, "footnotes", "admonition"]
        case 4:
            tree["plugins"] = [] if tree["plugins"] else ["search"]
        case 5:
            tree["extra"]["homepage"] = f"https://tide.example/{dice.randrange(100)}/"
        case 6:
            theme["icon"] = {"logo": dice.choice(("material/ferry", "material/anchor"))}
    state.put(SETTINGS, tree)
    return said or "theme"


def _navigation(state: State, dice: random.Random) -> str:
    tree = state.tree(SETTINGS)
    nav = tree["nav"]
    match dice.randrange(4):
        case 0 if len(nav) > 4:
            nav.pop(dice.randrange(1, len(nav)))
        case 1:
            place = dice.randrange(1, len(nav))
            nav.insert(1, nav.pop(place))
        case 2:
            nav.append({f"Origins {dice.randrange(100)}": "origins/index.md"})
        case _:
            entry = nav[dice.randrange(len(nav))]
            key, value = next(iter(entry.items()))
            entry.clear()
            entry[next(texts(key, dice))] = value
    state.put(SETTINGS, tree)
    return "nav"


def _environment(state: State, dice: random.Random) -> str:
    if dice.random() < 0.3 and state.environment:
        state.environment.clear()
        return "nothing set"
    state.environment["FERRY_URL"] = f"https://ferry-{dice.randrange(100)}.example/{dice.choice(('', 'file/'))}"
    return state.environment["FERRY_URL"]


def _folder_of_pages(state: State, dice: random.Random) -> str:
    tree = state.tree(SETTINGS)
    old = tree["docs_dir"]
    new = tree["docs_dir"] = "handbook" if old == "pages" else "pages"
    state.put(SETTINGS, tree)
    for path in [path for path in state.files if path.startswith(f"{old}/")]:
        state.files[new + path.removeprefix(old)] = state.files.pop(path)
    return f"{old} -> {new}"


def _hook(state: State, dice: random.Random) -> str:
    """Let MkDocs run code of the dossier, which reads a file that nobody knows of; or change that file."""
    tree = state.tree(SETTINGS)
    if "hooks" not in tree:
        tree["hooks"] = ["hook.py"]
        state.files["hook.py"] = (
            b"from pathlib import Path\n\n\ndef on_page_markdown(markdown, config, **_):\n"
            b"    return markdown + Path(config.config_file_path).with_name('notice.txt').read_text()\n"
        )
        said = "hooked"
    elif dice.random() < 0.4:
        del tree["hooks"]
        said = "no hook"
    else:
        said = "other notice"
    state.files["notice.txt"] = f"\n\nNotice {dice.randrange(1000)}.\n".encode()
    state.put(SETTINGS, tree)
    return said


# Hand-written pages and what lies beside them.


def _page(state: State, dice: random.Random) -> str:
    folder = f"{state.tree(SETTINGS)['docs_dir']}/"
    pages = [path for path in state.files if path.startswith(folder) and path.endswith(".md")]
    new = f"{folder}{_new_id(state, dice)}.md"
    file = dice.choice(pages) if pages else new
    match dice.randrange(6):
        case 0:
            state.files[new] = (
                f"# A page\n\nWritten by hand. [Home](index.md)\n\n## Part {dice.randrange(9)}\n".encode()
            )
            return f"new {new}"
        case 1 if pages:
            del state.files[file]
            return f"no {file}"
        case 2 if pages:
            state.files[new] = state.files.pop(file)
            return f"{file} -> {new}"
        case 3:
            target = dice.choice(
                ("../topics/night-boat/", "../briefs/nowhere/", "https://abroad.example/", "island.svg")
            )
            state.files[file] = state.files.get(file, b"# New\n") + f"\nSee [there]({target}).\n".encode()
            return f"link to {target} in {file}"
        case _:
            state.files[file] = state.files.get(file, b"# New\n") + f"\nAnd {dice.randrange(1000)}.\n".encode()
            return file


def _method_page(state: State, dice: random.Random) -> str:
    """Write or remove the one hand-written page that others lead to."""
    file = f"{state.tree(SETTINGS)['docs_dir']}/method.md"
    if state.files.pop(file, None) is None:
        state.files[file] = b"# Method\n\nAs ever.\n"
    return file


def _file_beside(state: State, dice: random.Random) -> str:
    folder = f"{state.tree(SETTINGS)['docs_dir']}/"
    name = dice.choice(
        ("island.svg", "robots.txt", "card.png", "topics/night-boat/card.png", "assets/mine.css", "notes/list.txt")
    )
    file = folder + name
    if file in state.files and dice.random() < 0.4:
        del state.files[file]
        return f"no {file}"
    state.files[file] = f"{name} {dice.randrange(1000)}\n".encode()
    return file


def _file_in_the_way(state: State, dice: random.Random) -> str:
    folder = f"{state.tree(SETTINGS)['docs_dir']}/"
    file = folder + dice.choice(("topics/night-boat/index.html", "feeds", "data/claims.json", "briefs/index.md"))
    if state.files.pop(file, None) is None:
        state.files[file] = b"mine\n"
    return file


# Templates and code.


def _own_templates(state: State, dice: random.Random) -> str:
    """Give the dossier a copy of the generator's templates, or take its own ones away."""
    tree = state.tree(SETTINGS)
    own = [path for path in state.files if path.startswith("templates/")]
    for path in own:
        del state.files[path]
    tree["theme"].pop("custom_dir", None)
    if not own:
        state.files |= {path: content for path, content in state.home.items() if path.startswith("templates/")}
        if dice.random() < 0.7:
            tree["theme"]["custom_dir"] = "templates/frame"
    state.put(SETTINGS, tree)
    return "no own templates" if own else "own templates"


def _template_in(state: State, files: dict[str, bytes], folders: tuple[str, ...], dice: random.Random) -> str:
    found = [path for path in sorted(files) if path.startswith(folders) and path.endswith(".html")]
    places = [(path, place.end()) for path in found for place in _UNDERSTOOD.finditer(files[path])]
    if not places:
        return ""
    path, place = dice.choice(places)
    mark = f"<i>{dice.randrange(1000)}</i>".encode()
    files[path] = files[path][:place] + mark + files[path][place:]
    return path


def _template(state: State, dice: random.Random) -> str:
    own = any(path.startswith("templates/") for path in state.files)
    return _template_in(state, state.files if own else state.home, ("templates/pages/", "templates/pieces/"), dice)


def _frame_template(state: State, dice: random.Random) -> str:
    own = any(path.startswith("templates/") for path in state.files) and dice.random() < 0.7
    return _template_in(state, state.files if own else state.home, ("templates/frame/",), dice)


def _asset(state: State, dice: random.Random) -> str:
    own = any(path.startswith("templates/") for path in state.files) and dice.random() < 0.7
    files = state.files if own else state.home
    path = dice.choice([path for path in sorted(files) if "/assets/" in path and path.endswith((".css", ".js"))])
    files[path] += f"\n/* lantern */ .tide-{dice.randrange(1000)} {{}}\n".encode()
    return path


def _file_of_the_theme(state: State, dice: random.Random) -> str:
    """Add a style sheet to the templates, or take it away again."""
    own = any(path.startswith("templates/") for path in state.files)
    files, path = (state.files if own else state.home), f"templates/assets/extra-{dice.randrange(2)}.css"
    if files.pop(path, None) is None:
        files[path] = f".rope-{dice.randrange(1000)} {{}}\n".encode()
    return path


def _new_code(room: str) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        path = code_of(room)
        version = int(state.home[path].split()[-1])
        state.home[path] = f"version = {version + 1}\n".encode()
        return f"version {version + 1}"

    return edit


def _new_package(name: str) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        state.packages[name] = state.packages.get(name, 0) + 1
        return f"{name} {state.packages[name]}"

    return edit


_CONTENT: tuple[Edit, ...] = (
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
_OTHERS: tuple[Edit, ...] = (
    _settings_of_the_theme,
    _navigation,
    _environment,
    _folder_of_pages,
    _hook,
    _page,
    _method_page,
    _file_beside,
    _file_in_the_way,
    _own_templates,
    _template,
    _frame_template,
    _asset,
    _file_of_the_theme,
)


def dealt(seed: str, edits: list[Named]) -> Iterator[Named]:
    """Yield edits without end, each once before any comes again."""
    dice = random.Random(seed)
    while True:
        yield from dice.sample(edits, len(edits))
