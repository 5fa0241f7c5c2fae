"""Reads from `mkdocs.yml` the settings that Dossier needs, with a problem for each fault.

It imports no MkDocs, runs no YAML tag and opens no other file, so that a check is fast, and safe on any file. Applying
the settings of the theme is left to MkDocs.
"""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import yaml
from pydantic import ValidationError

from dossier.frames.installed import has_translation, is_installed, is_module
from dossier.frames.settings_tree import KeyPath, SettingsTree
from dossier.model import FORMAT, Settings
from dossier.model.language import is_language
from dossier.problem import Area, Code, Problem, Span, suggest
from dossier.yamlfile import STAND_IN, clean, explained, refused_in
from dossier.yamlfile.characters import LONE_RETURN, MERGE_CONFLICT

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
EXAMPLE_ADDRESS = Code(
    "example-address",
    Area.SETTINGS,
    "warning",
    "The address of the site, or the domain by which feeds name updates for good, is still that of an example.",
    "Write your own before the site is published: what subscribers have got keeps the old one.",
)


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
    "suggest": (("extra", "dossier", "suggest"), 'an address to which "?" can be added, with https or mailto'),
    "rights": (("extra", "dossier", "rights"), "the licence of the site's own words, in one line"),
    "feed_size": (("extra", "dossier", "feed_size"), "a number of updates, at least 1"),
    "format": (("extra", "dossier", "format"), f"the number of the format, which is {FORMAT} now"),
    "sides_rule": (("extra", "dossier", "sides_rule"), '"ignore", "warning" or "error"'),
    "attribution_rule": (("extra", "dossier", "attribution_rule"), '"ignore", "warning" or "error"'),
    "reviews": (("extra", "dossier", "reviews"), '"off", "shown" or "required"'),
}
OUR_HOOK = "dossier/pipeline/mkdocs_hook.py"
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp")
}
_PLAIN_TAGS |= {"!ENV"}
# Parts of the theme that do not work in frames.
_UNFIT_FEATURES = {"toc.integrate"}
_UNFIT_PLUGINS = {
    "info": "it only asks another host for news of the theme",
    "offline": "it makes pages that ask another host for a script",
    "optimize": "pictures of the theme are not made anew",
    "social": "cards of pages are drawn without it",
}
_SELF_CONTAINED_PLUGINS = {"search", "material/search"}
# Extensions that open no other files. Of pymdownx, `snippets` includes files and `b64` pictures.
_SELF_CONTAINED_EXTENSION = re.compile(
    r"(?:markdown\.extensions\.)?(?:abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code|footnotes|legacy_attrs"
    r"|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks)|pymdownx\.(?!snippets|b64|pathconverter)\w+(?:\.\w+)*"
)
# What a setting is taken for while its key is misspelt.
_MISSPELT = {"format": str(FORMAT), "sides_rule": "ignore", "attribution_rule": "ignore"}
_REQUIRED = ("name", "url", "description", "authority", "authority_year")
# Domains that settings are copied with. `.example` is left: it says of itself that there is no address yet (RFC 2606).
_EXAMPLE = re.compile(r"(?:.+\.)?example\.(?:com|net|org)")
_OTHER_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_OF_ADDRESS = r"[^\s<>\"'`\\^|]"
_LINKS = {
    "repository": re.compile(rf"https?://{_OF_ADDRESS}+"),
    "edit": re.compile(rf"https?://{_OF_ADDRESS}*\{{path\}}{_OF_ADDRESS}*"),
    "suggest": re.compile(r"https://[^\s<>\"'`\\^|?#]+|mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII),
}


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What `mkdocs.yml` says. `settings` is None where there is an error, `readable` only where it is in our own settings.

    `pages` and `theme` are the folders of hand-written pages and of the theme's overrides, `hooks` the files MkDocs would
    run, all relative to the root; `search` says whether the header has a search box. `environment` has the variables that the
    file names, None where one is not set. `is_self_contained` says that MkDocs reads only these folders: all hooks,
    plugins and extensions are known to open no other files. `runs_code` says that MkDocs would run what others wrote:
    hooks, plugins, templates, or what a tag names.
    """

    settings: Settings | None
    problems: tuple[Problem, ...] = ()
    pages: str = "pages"
    theme: str | None = None
    hooks: tuple[str, ...] = ()
    search: bool = False
    environment: Mapping[str, str | None] = field(default_factory=dict)
    is_self_contained: bool = False
    runs_code: bool = True
    readable: Settings | None = None


def read_settings(text: str, file: str = "mkdocs.yml", environment: Mapping[str, str] | None = None) -> SettingsFile:
    """Return the settings in the text of a `mkdocs.yml`, with a problem at line and column for each fault.

    `!ENV` is resolved from `environment` (by default that of the process) as in MkDocs; other tags are ignored.
    """
    text, characters = clean(text, file)
    if any(problem.code == MERGE_CONFLICT or problem.message.startswith(LONE_RETURN) for problem in characters):
        return SettingsFile(None, tuple(characters))
    found = _read(text, file, os.environ if environment is None else environment)
    if any(problem.severity == "error" for problem in characters):
        found = replace(found, settings=None)
    return replace(found, problems=(*characters, *found.problems))


def _read(text: str, file: str, environment: Mapping[str, str]) -> SettingsFile:
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return SettingsFile(None, (replace(explained(error, text, file), code=SETTINGS_UNREADABLE),))
    except (yaml.YAMLError, RecursionError) as error:
        return SettingsFile(None, (Problem(SETTINGS_UNREADABLE, f"this is not YAML: {error}", Span(file)),))
    if not isinstance(root, yaml.MappingNode):
        return SettingsFile(None, (Problem(SETTINGS_UNREADABLE, "there are no settings in it", Span(file)),))
    return _Reader(root, file, environment).read()


class _Reader:
    def __init__(self, root: yaml.MappingNode, file: str, environment: Mapping[str, str]) -> None:
        self.tree = SettingsTree(root, environment)
        self.file = file
        self.problems: list[Problem] = []

    def read(self) -> SettingsFile:
        settings = self._settings()
        self._check_theme()
        self._check_hosts()
        self._check_characters()
        self._check_parts()
        pages = self._folder(("docs_dir",), "docs") or "docs"  # MkDocs' own default
        theme = self._folder(("theme", "custom_dir"), None)
        hooks = tuple(text for node in self.tree.elements(("hooks",)) if (text := self.tree.scalar(node)))
        search = any(
            self.tree.name_of(node) in {"search", "material/search"} for node in self.tree.elements(("plugins",))
        )
        if self.tree.find(("plugins",)) is None:
            search = True  # MkDocs' own default
        fatal = any(problem.severity == "error" for problem in self.problems)
        usable = None if fatal else settings
        variables = dict(sorted(self.tree.variables()))
        is_self_contained = self._is_self_contained(hooks)
        foreign = bool(hooks) or theme is not None or self.tree.find(("extra_templates",)) is not None
        runs_code = not is_self_contained or foreign or any(node.tag not in _PLAIN_TAGS for node in self.tree.nodes())
        return SettingsFile(
            usable, tuple(self.problems), pages, theme, hooks, search, variables, is_self_contained, runs_code, settings
        )

    def _is_self_contained(self, hooks: Iterable[str]) -> bool:
        plugins = {self.tree.name_of(node) for node in self.tree.elements(("plugins",))}
        extensions = {self.tree.name_of(node) or "" for node in self.tree.elements(("markdown_extensions",))}
        return (
            all(hook == OUR_HOOK for hook in hooks)
            and plugins <= _SELF_CONTAINED_PLUGINS
            and all(_SELF_CONTAINED_EXTENSION.fullmatch(name) for name in extensions)
        )

    def _settings(self) -> Settings | None:
        values: dict[str, object] = {}
        misspelt: list[yaml.Node] = []
        for name, (path, form) in _KEYS.items():
            node = self.tree.find(path)
            value = self.tree.scalar(node) if node is not None else None
            if value:
                values[name] = value
            elif name in _REQUIRED:
                message = f'there is no "{".".join(path)}": {form}'
                at, hint = self._misspelt(path)
                # A misspelt key hides all that is below it.
                if not hint or at not in misspelt:
                    self._report(SETTINGS_MISSING, message, at, hint)
                misspelt.append(at)
            elif isinstance(node, (yaml.MappingNode, yaml.SequenceNode)):
                self._report(SETTINGS_WRONG, f'"{".".join(path)}" is {form}', node)
        url = values.get("url")
        if isinstance(url, str) and not url.endswith("/"):
            values["url"] = url + "/"  # as MkDocs itself does
        self._check_links(values)
        # What follows from a default that nobody wanted would mislead.
        values |= {name: _MISSPELT[name] for name in self._check_unknown(misspelt) if name in _MISSPELT}
        if any(name not in values for name in _REQUIRED):
            return None
        values.setdefault("format", 1)
        try:
            settings = Settings.model_validate(values)
        except ValidationError as error:
            for name in dict.fromkeys(str(fault["loc"][0]) for fault in error.errors()):
                path, form = _KEYS[name]
                self._report(SETTINGS_WRONG, f'"{".".join(path)}" is {form}', self.tree.near(path))
            return None
        self._check_format(settings.format)
        self._check_examples(settings)
        return settings

    def _check_examples(self, settings: Settings) -> None:
        hosts = {"url": urlsplit(settings.url).hostname or "", "authority": settings.authority.rpartition("@")[2]}
        for name, host in hosts.items():
            if _EXAMPLE.fullmatch(host):
                path, _ = _KEYS[name]
                message = f'"{".".join(path)}" is still that of an example, "{host}"'
                self._report(EXAMPLE_ADDRESS, message, self.tree.near(path), "write your own")

    def _check_format(self, number: int) -> None:
        if number != FORMAT:
            message = f"the dossier is written in format {number}, and this generator reads format {FORMAT}"
            hint = "run: python build.py upgrade" if number < FORMAT else "use a newer generator"
            self._report(FORMAT_OUTDATED, message, self.tree.near(("extra", "dossier", "format")), hint)

    def _check_links(self, values: Mapping[str, object]) -> None:
        for name, fitting in _LINKS.items():
            value = values.get(name)
            if isinstance(value, str) and not fitting.fullmatch(value):
                path, form = _KEYS[name]
                self._report(SETTINGS_WRONG, f'"{".".join(path)}" is {form}', self.tree.near(path))

    def _check_unknown(self, told: Sequence[yaml.Node]) -> list[str]:
        """Report the keys under `extra.dossier` that mean nothing, but for those told of, and return what was meant."""
        meant = []
        ours = self.tree.find(("extra", "dossier"))
        known = [path[-1] for path, _ in _KEYS.values() if path[:2] == ("extra", "dossier")]
        if isinstance(ours, yaml.MappingNode):
            for key, _ in ours.value:
                name = self.tree.scalar(key) or ""
                if name not in known and key not in told:
                    near = suggest(name, known)
                    meant += [near] if near else []
                    hint = f'did you mean "{near}"?' if near else ""
                    self._report(SETTINGS_UNKNOWN, f'there is no setting "extra.dossier.{name}"', key, hint)
        return meant

    def _check_theme(self) -> None:
        theme = self.tree.find(("theme",))
        name = self.tree.scalar(theme) if isinstance(theme, yaml.ScalarNode) else self.tree.text(("theme", "name"))
        if name != "material":
            at, hint = self._misspelt(("theme", "name"))
            hint = hint or 'write "name: material" below "theme:", and "font: false" below that'
            self._report(SETTINGS_WRONG, 'the frames are made by the theme "material"', theme if name else at, hint)
        font = self.tree.find(("theme", "font"))
        if isinstance(theme, yaml.MappingNode) and (font is None or self.tree.scalar(font) != "false"):
            message = '"theme.font" is not false. Pages would load fonts from another host, so it is treated as false'
            self._report(SETTINGS_OVERRULED, message, font or theme, 'write "font: false"')
        inherited = self.tree.find(("INHERIT",))
        if inherited is not None:
            self._report(SETTINGS_WRONG, "settings of another file are not taken in; write them here", inherited)
        plain = self.tree.find(("use_directory_urls",))
        if plain is not None and self.tree.scalar(plain) == "false":
            message = '"use_directory_urls" would change all addresses of the site, so it is treated as true'
            self._report(SETTINGS_OVERRULED, message, plain, "take it out")

    def _check_hosts(self) -> None:
        repository = self.tree.find(("repo_url",))
        if repository is not None:
            message = '"repo_url" would make every page load numbers from the host of the repository, so it is ignored'
            self._report(SETTINGS_OVERRULED, message, repository, 'use "extra.dossier.repository"')
        analytics = self.tree.find(("extra", "analytics"))
        if analytics is not None:
            self._report(
                FOREIGN_HOST, '"extra.analytics" reports every visit to another host', analytics, "take it out"
            )
        for key in (("extra_css",), ("extra_javascript",), ("extra", "polyfills")):
            for node in self.tree.elements(key):
                inner = dict(self.tree.pairs(node)).get("path", node)
                if _OTHER_HOST.match(self.tree.scalar(inner) or ""):
                    self._report(FOREIGN_HOST, f'"{".".join(key)}" loads a file from another host', inner)

    def _check_characters(self) -> None:
        """Refuse in every key and value what no text of ours may hold, however it is written."""
        for node in self.tree.scalars():
            known = self.tree.from_environment(node) if node.tag == "!ENV" else node.value
            if isinstance(known, str) and (refused := refused_in(known.replace(STAND_IN, ""))):
                code, message, hint, _ = refused
                self._report(code, message, node, hint)

    def _check_parts(self) -> None:
        """Refuse parts of the theme and of MkDocs that are not there, or that no page can be stamped into."""
        for node in self.tree.elements(("theme", "features")):
            if self.tree.scalar(node) in _UNFIT_FEATURES:
                message = f'the feature "{self.tree.scalar(node)}" leaves pages without a place for their own table of contents'
                self._report(SETTINGS_WRONG, message, node, "take it out")
        language = self.tree.find(("theme", "language"))
        tag = self.tree.scalar(language) if language is not None else None
        if tag and is_language(tag) and not has_translation(tag):
            self._report(SETTINGS_WRONG, f'the theme has no words in the language "{tag}"', language, "choose another")
        for node in self.tree.elements(("plugins",)):
            name = (self.tree.name_of(node) or "").removeprefix("material/")
            if name in _UNFIT_PLUGINS:
                message = f'the plugin "{name}" does not work here: {_UNFIT_PLUGINS[name]}'
                self._report(SETTINGS_WRONG, message, node, "take it out")
            elif name and not is_installed("mkdocs.plugins", name, f"material/{name}"):
                self._report(
                    SETTINGS_WRONG, f'no plugin "{name}" is installed here', node, "take it out, or install it"
                )

        for node in self.tree.elements(("markdown_extensions",)):
            name = self.tree.name_of(node) or ""
            if name and not is_installed("markdown.extensions", name) and not is_module(name.partition(":")[0]):
                self._report(
                    SETTINGS_WRONG, f'no extension "{name}" is installed here', node, "take it out, or install it"
                )

    def _folder(self, path: KeyPath, default: str | None) -> str | None:
        node = self.tree.find(path)
        named = self.tree.scalar(node) if node is not None else None
        if not named:
            return default
        folder = PurePosixPath(named)
        if folder.is_absolute() or ".." in folder.parts or "\\" in named:
            self._report(SETTINGS_WRONG, f'"{".".join(path)}" is a folder inside the dossier', node)
            return default
        return str(folder)

    def _misspelt(self, path: KeyPath) -> tuple[yaml.Node, str]:
        """Return the key that is probably a misspelt part of a path, with a hint; or the nearest node and no hint."""
        for length, name in enumerate(path):
            around = self.tree.find(path[:length])
            if self.tree.find(path[: length + 1]) is not None or not isinstance(around, yaml.MappingNode):
                continue
            known = {part for whole, _ in _KEYS.values() for part in whole[length : length + 1]}
            keys = {key.value: key for key, _ in around.value if isinstance(key, yaml.ScalarNode)}
            meant = suggest(name, keys.keys() - known)
            if meant is not None:
                return keys[meant], f'did you mean "{name}"?'
        return self.tree.near(path), ""

    def _report(self, code: Code, message: str, node: yaml.Node | None, hint: str = "") -> None:
        at = Span(self.file)
        if node is not None and node is not self.tree.root:
            start, end = node.start_mark, node.end_mark
            at = Span(self.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
            if end.line > start.line:  # of a block, only the start is shown
                at = Span(self.file, start.line + 1, start.column + 1, start.line + 1, start.column + 2)
        self.problems.append(Problem(code, message, at, hint))
