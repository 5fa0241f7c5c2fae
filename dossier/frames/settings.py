"""Reads from `mkdocs.yml` the settings that Dossier needs, with a problem for each fault.

It imports no MkDocs, runs no YAML tag and opens no other file, so that a check is fast, and safe on any file. Applying
the settings of the theme is left to MkDocs.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

import yaml
from pydantic import ValidationError

from dossier.model import FORMAT, Settings
from dossier.problem import Area, Code, Problem, Span, suggest

SETTINGS_UNREADABLE = Code(
    "settings-unreadable",
    Area.SETTINGS,
    "error",
    "`mkdocs.yml` is missing or is not YAML that MkDocs could read.",
    "Mend the named line, or start again from the `mkdocs.yml` of the project.",
)
SETTINGS_MISSING = Code(
    "settings-missing",
    Area.SETTINGS,
    "error",
    "A setting that every site needs is not in `mkdocs.yml`.",
    "Add the named key.",
)
SETTINGS_WRONG = Code(
    "settings-wrong",
    Area.SETTINGS,
    "error",
    "A setting in `mkdocs.yml` has a value that cannot be used.",
    "Write the value in the form that the message names.",
)
SETTINGS_UNKNOWN = Code(
    "settings-unknown",
    Area.SETTINGS,
    "warning",
    "A key under `extra.dossier` means nothing here, so it has no effect.",
    "Correct its spelling or take it out.",
)
SETTINGS_OVERRULED = Code(
    "settings-overruled",
    Area.SETTINGS,
    "warning",
    "A setting would make pages ask another host or break addresses; the build goes on as if it were not there.",
    "Take it out, so that the file says what the site does.",
)
FORMAT_OUTDATED = Code(
    "format-outdated",
    Area.SETTINGS,
    "error",
    "The dossier is written in another format than this generator reads.",
    "Rewrite an older dossier with `python build.py upgrade`; for a newer one, take a newer generator.",
)
FOREIGN_HOST = Code(
    "foreign-host",
    Area.SETTINGS,
    "error",
    "A setting makes every page load something from another host, which no page of a dossier does.",
    "Put the file beside the pages and name it by its path.",
)

KeyPath = tuple[str, ...]

# For each field of the model: its keys in `mkdocs.yml`, and what the value must be, for messages.
_KEYS: dict[str, tuple[KeyPath, str]] = {
    "name": (("site_name",), "the site's name, in one line"),
    "url": (("site_url",), 'the absolute address of the site with a slash at its end, as in "https://example.org/"'),
    "description": (("site_description",), "what the site covers, in one sentence"),
    "language": (("theme", "language"), 'a language tag, as in "en"'),
    "authority": (("extra", "dossier", "authority"), 'a domain that was yours in that year, as in "example.org"'),
    "authority_year": (("extra", "dossier", "authority_year"), "a year in which the authority was yours, as in 2025"),
    "repository": (("extra", "dossier", "repository"), "the web address of the repository"),
    "edit": (("extra", "dossier", "edit"), 'an https address with "{path}" in it'),
    "rights": (("extra", "dossier", "rights"), "the licence of the site's own words, in one line"),
    "feed_size": (("extra", "dossier", "feed_size"), "a number of updates, at least 1"),
    "format": (("extra", "dossier", "format"), f"the number of the format, which is {FORMAT} now"),
    "sides_rule": (("extra", "dossier", "sides_rule"), '"ignore", "warning" or "error"'),
    "attribution_rule": (("extra", "dossier", "attribution_rule"), '"ignore", "warning" or "error"'),
}
OUR_HOOK = "dossier/pipeline/mkdocs_hook.py"
_SELF_CONTAINED_PLUGINS = {"search", "material/search"}
# Extensions that open no other files. Of pymdownx, `snippets` includes files and `b64` pictures.
_SELF_CONTAINED_EXTENSION = re.compile(
    r"(?:markdown\.extensions\.)?(?:abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|legacy_attrs"
    r"|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks)|pymdownx\.(?!snippets|b64|pathconverter)\w+(?:\.\w+)*"
)
_REQUIRED = ("name", "url", "description", "authority", "authority_year")
_OTHER_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_WEB = re.compile(r"https?://[^\s<>\"'`\\^|]+")


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What `mkdocs.yml` says. `settings` is None where there is an error.

    `pages` and `theme` are the folders of hand-written pages and of theme overrides, `hooks` the files that MkDocs runs,
    all relative to the root. `search` says whether the header has a search box. `environment` has the variables that the
    file names, None where one is not set. `is_self_contained` says that MkDocs reads only these folders: all hooks,
    plugins and extensions are known to open no other files.
    """

    settings: Settings | None
    problems: tuple[Problem, ...] = ()
    pages: str = "pages"
    theme: str | None = None
    hooks: tuple[str, ...] = ()
    search: bool = False
    environment: Mapping[str, str | None] = field(default_factory=dict)
    is_self_contained: bool = False


def read_settings(text: str, file: str = "mkdocs.yml", environment: Mapping[str, str] | None = None) -> SettingsFile:
    """Return the settings in the text of a `mkdocs.yml`, with a problem at line and column for each fault.

    `!ENV` is resolved from `environment` (by default that of the process) as in MkDocs; other tags are ignored.
    """
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = Span(file, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else Span(file)
        said = error.problem or error.context or "it cannot be read"
        return SettingsFile(None, (Problem(SETTINGS_UNREADABLE, f"this is not YAML: {said}", at),))
    except (yaml.YAMLError, RecursionError) as error:
        return SettingsFile(None, (Problem(SETTINGS_UNREADABLE, f"this is not YAML: {error}", Span(file)),))
    if not isinstance(root, yaml.MappingNode):
        return SettingsFile(None, (Problem(SETTINGS_UNREADABLE, "there are no settings in it", Span(file)),))
    return _Reader(root, file, os.environ if environment is None else environment).read()


class _Reader:
    def __init__(self, root: yaml.MappingNode, file: str, environment: Mapping[str, str]) -> None:
        self.root = root
        self.file = file
        self.environment = environment
        self.problems: list[Problem] = []

    def read(self) -> SettingsFile:
        settings = self._settings()
        self._check_theme()
        self._check_hosts()
        pages = self._folder(("docs_dir",), "docs") or "docs"  # MkDocs' own default
        theme = self._folder(("theme", "custom_dir"), None)
        hooks = tuple(text for node in self._list(("hooks",)) if (text := self._scalar(node)))
        search = any(self._plugin(node) in {"search", "material/search"} for node in self._list(("plugins",)))
        if self._find(("plugins",)) is None:
            search = True  # MkDocs' own default
        fatal = any(problem.severity == "error" for problem in self.problems)
        usable = None if fatal else settings
        variables = dict(sorted(self._variables(self.root, set())))
        return SettingsFile(
            usable, tuple(self.problems), pages, theme, hooks, search, variables, self._is_self_contained(hooks)
        )

    def _is_self_contained(self, hooks: Iterable[str]) -> bool:
        plugins = {self._plugin(node) for node in self._list(("plugins",))}
        extensions = {self._plugin(node) or "" for node in self._list(("markdown_extensions",))}
        return (
            all(hook == OUR_HOOK for hook in hooks)
            and plugins <= _SELF_CONTAINED_PLUGINS
            and all(_SELF_CONTAINED_EXTENSION.fullmatch(name) for name in extensions)
        )

    def _settings(self) -> Settings | None:
        values: dict[str, object] = {}
        for name, (path, form) in _KEYS.items():
            node = self._find(path)
            value = self._scalar(node) if node is not None else None
            if value:
                values[name] = value
            elif name in _REQUIRED:
                message = f'there is no "{".".join(path)}": {form}'
                self._report(SETTINGS_MISSING, message, *self._misspelt(path))
            elif isinstance(node, (yaml.MappingNode, yaml.SequenceNode)):
                self._report(SETTINGS_WRONG, f'"{".".join(path)}" is {form}', node)
        url = values.get("url")
        if isinstance(url, str) and not url.endswith("/"):
            values["url"] = url + "/"  # as MkDocs itself does
        self._check_links(values)
        self._check_unknown()
        if any(name not in values for name in _REQUIRED):
            return None
        values.setdefault("format", 1)
        try:
            settings = Settings.model_validate(values)
        except ValidationError as error:
            for name in dict.fromkeys(str(fault["loc"][0]) for fault in error.errors()):
                path, form = _KEYS[name]
                self._report(SETTINGS_WRONG, f'"{".".join(path)}" is {form}', self._near(path))
            return None
        self._check_format(settings.format)
        return settings

    def _check_format(self, number: int) -> None:
        if number != FORMAT:
            message = f"the dossier is written in format {number}, and this generator reads format {FORMAT}"
            hint = "run: python build.py upgrade" if number < FORMAT else "use a newer generator"
            self._report(FORMAT_OUTDATED, message, self._near(("extra", "dossier", "format")), hint)

    def _check_links(self, values: Mapping[str, object]) -> None:
        for name in ("repository", "edit"):
            value = values.get(name)
            if isinstance(value, str) and not (_WEB.fullmatch(value) and (name != "edit" or "{path}" in value)):
                path, form = _KEYS[name]
                self._report(SETTINGS_WRONG, f'"{".".join(path)}" is {form}', self._near(path))

    def _check_unknown(self) -> None:
        ours = self._find(("extra", "dossier"))
        known = [path[-1] for path, _ in _KEYS.values() if path[:2] == ("extra", "dossier")]
        if isinstance(ours, yaml.MappingNode):
            for key, _ in ours.value:
                name = self._scalar(key) or ""
                if name not in known:
                    near = suggest(name, known)
                    hint = f'did you mean "{near}"?' if near else ""
                    self._report(SETTINGS_UNKNOWN, f'there is no setting "extra.dossier.{name}"', key, hint)

    def _check_theme(self) -> None:
        theme = self._find(("theme",))
        name = self._scalar(theme) if isinstance(theme, yaml.ScalarNode) else self._text(("theme", "name"))
        if name != "material":
            hint = 'write "name: material" below "theme:", and "font: false" below that'
            self._report(SETTINGS_WRONG, 'the frames are made by the theme "material"', theme or self.root, hint)
        font = self._find(("theme", "font"))
        if isinstance(theme, yaml.MappingNode) and (font is None or self._scalar(font) != "false"):
            message = '"theme.font" is not false. Pages would load fonts from another host, so it is treated as false'
            self._report(SETTINGS_OVERRULED, message, font or theme, 'write "font: false"')
        inherited = self._find(("INHERIT",))
        if inherited is not None:
            self._report(SETTINGS_WRONG, "settings of another file are not taken in; write them here", inherited)
        plain = self._find(("use_directory_urls",))
        if plain is not None and self._scalar(plain) == "false":
            message = '"use_directory_urls" would change all addresses of the site, so it is treated as true'
            self._report(SETTINGS_OVERRULED, message, plain, "take it out")

    def _check_hosts(self) -> None:
        repository = self._find(("repo_url",))
        if repository is not None:
            message = '"repo_url" would make every page load numbers from the host of the repository, so it is ignored'
            self._report(SETTINGS_OVERRULED, message, repository, 'use "extra.dossier.repository"')
        analytics = self._find(("extra", "analytics"))
        if analytics is not None:
            self._report(
                FOREIGN_HOST, '"extra.analytics" reports every visit to another host', analytics, "take it out"
            )
        for key in (("extra_css",), ("extra_javascript",), ("extra", "polyfills")):
            for node in self._list(key):
                inner = dict(self._pairs(node)).get("path", node)
                if _OTHER_HOST.match(self._scalar(inner) or ""):
                    self._report(FOREIGN_HOST, f'"{".".join(key)}" loads a file from another host', inner)

    def _folder(self, path: KeyPath, default: str | None) -> str | None:
        node = self._find(path)
        named = self._scalar(node) if node is not None else None
        if not named:
            return default
        folder = PurePosixPath(named)
        if folder.is_absolute() or ".." in folder.parts or "\\" in named:
            self._report(SETTINGS_WRONG, f'"{".".join(path)}" is a folder inside the dossier', node)
            return default
        return str(folder)

    def _plugin(self, node: yaml.Node) -> str | None:
        return next((name for name, _ in self._pairs(node)), None) or self._scalar(node)

    def _list(self, path: KeyPath) -> list[yaml.Node]:
        node = self._find(path)
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        if isinstance(node, yaml.MappingNode):
            return [key for key, _ in node.value]
        return []

    def _pairs(self, node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                name = self._scalar(key)
                if name:
                    yield name, value

    def _find(self, path: KeyPath) -> yaml.Node | None:
        node: yaml.Node | None = self.root
        for name in path:
            node = dict(self._pairs(node)).get(name) if node is not None else None
        return node

    def _near(self, path: KeyPath) -> yaml.Node:
        for length in range(len(path), 0, -1):
            node = self._find(path[:length])
            if node is not None:
                return node
        return self.root

    def _misspelt(self, path: KeyPath) -> tuple[yaml.Node, str]:
        """Return the key that is probably a misspelt part of a path, with a hint; or the nearest node and no hint."""
        for length, name in enumerate(path):
            around = self._find(path[:length])
            if self._find(path[: length + 1]) is not None or not isinstance(around, yaml.MappingNode):
                continue
            known = {part for whole, _ in _KEYS.values() for part in whole[length : length + 1]}
            keys = {key.value: key for key, _ in around.value if isinstance(key, yaml.ScalarNode)}
            meant = suggest(name, keys.keys() - known)
            if meant is not None:
                return keys[meant], f'did you mean "{name}"?'
        return self._near(path), ""

    def _text(self, path: KeyPath) -> str | None:
        node = self._find(path)
        return self._scalar(node) if node is not None else None

    def _scalar(self, node: yaml.Node) -> str | None:
        if node.tag == "!ENV":
            return self._from_environment(node)
        if not isinstance(node, yaml.ScalarNode) or node.tag == "tag:yaml.org,2002:null":
            return None
        if node.tag == "tag:yaml.org,2002:bool":
            return "true" if node.value.lower() in {"true", "yes", "on"} else "false"
        return str(node.value)

    def _from_environment(self, node: yaml.Node) -> str | None:
        if isinstance(node, yaml.ScalarNode):
            return self.environment.get(node.value)
        if not isinstance(node, yaml.SequenceNode) or not node.value:
            return None
        *names, default = node.value if len(node.value) > 1 else (*node.value, None)
        for name in names:
            if isinstance(name, yaml.ScalarNode) and name.value in self.environment:
                return self.environment[name.value]
        return self._scalar(default) if default is not None else None

    def _variables(self, node: yaml.Node, seen: set[int]) -> Iterator[tuple[str, str | None]]:
        """Yield the environment variables that a node names, with their values, also in settings of others."""
        if id(node) in seen:  # an alias may refer to a node around it
            return
        seen.add(id(node))
        if node.tag == "!ENV":
            for name in [node] if isinstance(node, yaml.ScalarNode) else node.value:
                if isinstance(name, yaml.ScalarNode):
                    yield name.value, self.environment.get(name.value)
        elif isinstance(node, yaml.SequenceNode):
            for below in node.value:
                yield from self._variables(below, seen)
        elif isinstance(node, yaml.MappingNode):
            for pair in node.value:
                for below in pair:
                    yield from self._variables(below, seen)

    def _report(self, code: Code, message: str, node: yaml.Node | None, hint: str = "") -> None:
        at = Span(self.file)
        if node is not None and node is not self.root:
            start, end = node.start_mark, node.end_mark
            at = Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
            if end.line > start.line:  # of a block, only the start is shown
                at = Span(self.file, start.line + 1, start.column + 1, start.line + 1, start.column + 2)
        self.problems.append(Problem(code, message, at, hint))
