"""Creates an empty dossier: settings, lists of parties, people and origins, pages, documents, workflows, and the schemas.

It overwrites no file. Briefs and topics are left to `create`.
"""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from dossier import __version__
from dossier.authoring.schema_files import schema_files
from dossier.authoring.yaml_scalars import scalar
from dossier.disk import Folder, has_any, scan, write_file
from dossier.model import FORMAT, SETTINGS_FILE
from dossier.pipeline.load import HOME
from dossier.problem import UserError

_SETTINGS = """\
# The settings of the site: those of MkDocs and Material for MkDocs, and below `extra.dossier` the generator's own.
site_name: {name}
# The address that the site will have. Links and feeds are made from it.
site_url: {url}
# What the site covers, in one sentence. It is shown on the home page and where somebody shares a link.
site_description: {description}

docs_dir: pages
nav:
  - Home: index.md
  - Topics: topics/index.md
  - Positions: positions/index.md
  - Timeline: timeline/index.md
  - Claims: claims/index.md
  - Briefs: briefs/index.md
  - Sources:
      - sources/index.md
      - Origins: origins/index.md
  - Updates:
      - updates/index.md
      - Feeds: feeds/index.md
      - Downloads: data/index.md
  - About:
      - about.md
      - Method: method.md
      - Contribute: contribute.md

theme:
  name: material
  language: en
  # A font from another host would report every visit to that host.
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: white
      toggle:
        icon: material/weather-night
        name: Switch to dark colours
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: black
      toggle:
        icon: material/weather-sunny
        name: Switch to light colours
  features:
    - navigation.indexes
    - navigation.tabs
    - navigation.top
    - toc.follow

plugins:
  - search

markdown_extensions:
  - attr_list
  - tables
  - toc:
      permalink: true

extra:
  # One scope makes the theme's first script the same on every page, so that its hash can stand in the policy.
  scope: /
  dossier:
    # Feeds name every update by a domain that was yours in a year (RFC 4151). Set it once, before anybody subscribes.
    authority: {authority}
    authority_year: {year}
    # The format in which the files of the dossier are written; `python build.py upgrade` rewrites older ones.
    format: {format}
    # The repository, for "Report a problem"; and where a file is edited.
    #repository: https://code.example.org/our-dossier
    #edit: https://code.example.org/our-dossier/edit/main/{{path}}
    # Where readers send a correction that they word on the site: the page for a new issue, or mailto: and an address.
    #suggest: mailto:editors@example.org
"""

_PARTIES = """\
# yaml-language-server: $schema=../schema/parties.json
#
# The parties whose positions are followed. Each has a page, and a column in the table of positions.
parties: []
#  - id: city
#    name: The city
#    about: The council and those who speak for it.
#    order: 10
"""

_PEOPLE = """\
# yaml-language-server: $schema=../schema/people.json
#
# The people who said what claims report.
people: []
#  - id: ada-moor
#    name: Ada Moor
#    party: city
#    role: mayor
"""

_ORIGINS = """\
# yaml-language-server: $schema=../schema/origins.json
#
# Who first reported or said what the sources contain. These three are nobody's report and are never counted.
origins:
  - id: unattributed
    name: No origin named
    kind: unattributed
  - id: background
    name: Background in the outlet's own voice
    kind: background
  - id: public-record
    name: Public record
    kind: public-record
#  - id: gazette-2031-03-02
#    name: Report of the Harbour Gazette of 2 March 2031
#    kind: report
#    publisher: Harbour Gazette
#    date: 2031-03-02
"""

_STARTER = "templates/starter/"
"""The folder of the generator's own files that a new dossier begins with."""
_LIMIT = 1 << 20
_HIDDEN = ("github", "gitlab-ci.yml", "gitignore", "gitattributes")
"""What stands there without the dot at the start of its name."""
_EXAMPLE = "https://example.org/"


def init_dossier(folder: Path, name: str, description: str, year: int, url: str = "") -> list[str]:
    """Write a dossier without briefs into a folder and return the paths of its files, without those of the schemas.

    `year` is the year in which the authority of its feeds is valid; `url` is the address that the site will have, whose host
    is that authority. Raises `UserError` where there are settings or records already, and `WriteError` where a file cannot
    be written. Any other file that is there already stays as it is.
    """
    settings = _SETTINGS.format(
        name=scalar(name, 2),
        description=scalar(description, 2),
        url=scalar(url or _EXAMPLE, 2),
        authority=scalar(urlsplit(url or _EXAMPLE).hostname or "", 4),
        year=year,
        format=FORMAT,
    )
    files = {
        SETTINGS_FILE: settings,
        "briefings/parties.yaml": _PARTIES,
        "briefings/people.yaml": _PEOPLE,
        "briefings/origins.yaml": _ORIGINS,
    }
    for path in files:
        if has_any(folder, [path]):
            raise UserError(f'there already is "{path}" in "{folder}"', "name another folder")
    files |= {path: text for path, text in _starter(name, description) if not has_any(folder, [path])}
    for path, text in files.items():
        write_file(folder, path, text)
    for path, schema in schema_files().items():
        write_file(folder, f"schema/{path}", schema, replace=True)
    return list(files)


def _starter(name: str, description: str) -> Iterator[tuple[str, str]]:
    """Yield the files that every dossier begins with: pages, documents, workflows."""
    words = {"@NAME@": name, "@ABOUT@": description, "@VERSION@": __version__}
    for source, content in scan(HOME, [Folder(_STARTER.rstrip("/"), _LIMIT)]).files.items():
        text = content.decode("utf-8")
        for mark, word in words.items():
            text = text.replace(mark, word)
        path = source.removeprefix(_STARTER)
        yield f".{path}" if path.startswith(_HIDDEN) else path, text
