"""Edits of all that is no content: settings, pages, templates, code and packages.

Edits of the content are left to `record_edits` and `content_edits`.
"""

import random
import re

from dossier.frames.settings import _KEYS as SETTING_KEYS
from dossier.model import Settings
from tests.stale.builder import code_of
from tests.stale.record_edits import Edit, unused_id
from tests.stale.state import SETTINGS, Env, State, at
from tests.stale.values import GONE, new_value, texts

_UNDERSTOOD = re.compile(rb"</(?:p|li|a|h1|h2|h3|ul|dl|section|span|div)>")


def changed_setting(key: str) -> Edit:
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
    new = f"{folder}{unused_id(state, dice)}.md"
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


def new_code(room: str) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        path = code_of(room)
        version = int(state.home[path].split()[-1])
        state.home[path] = f"version = {version + 1}\n".encode()
        return f"version {version + 1}"

    return edit


def new_package(name: str) -> Edit:
    def edit(state: State, dice: random.Random) -> str:
        state.packages[name] = state.packages.get(name, 0) + 1
        return f"{name} {state.packages[name]}"

    return edit


OTHERS: tuple[Edit, ...] = (
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
