"""Founds a dossier on a new subject: its settings, the three lists that everything else refers to, a page, the schemas.

Never writes over a file, and never a word about a subject.
"""

from pathlib import Path

from dossier.authoring.schema_files import schema_files
from dossier.authoring.yaml_scalars import scalar
from dossier.disk import holds, write_file
from dossier.problem import UserError

_SETTINGS = """\
# The settings of the site: those of MkDocs and Material for MkDocs, and below `extra.dossier` the generator's own.
site_name: {name}
# The address that the site will have. Links and feeds are made from it.
site_url: https://example.org/
# What the site covers, in one sentence. It stands on the first page and wherever somebody shares a link.
site_description: {description}

docs_dir: pages
nav:
  - Home: index.md
  - Topics: topics/index.md
  - Positions: positions/index.md
  - Timeline: timeline/index.md
  - Briefs: briefs/index.md
  - Sources:
      - sources/index.md
      - Origins: origins/index.md
  - Updates:
      - updates/index.md
      - Feeds: feeds/index.md
      - Downloads: data/index.md
  - About: about.md

theme:
  name: material
  language: en
  # A font from elsewhere would tell another host of every visit.
  font: false

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
    authority: example.org
    authority_year: {year}
    # The repository, for "Report a problem"; and where a file is edited.
    #repository: https://code.example.org/our-dossier
    #edit: https://code.example.org/our-dossier/edit/main/{{path}}
"""

_PARTIES = """\
# yaml-language-server: $schema=../schema/parties.json
#
# Those whose positions are followed: each has a page and a column in the table of positions.
parties: []
#  - id: city
#    name: The city
#    about: The council and those who speak for it.
#    order: 10
"""

_PEOPLE = """\
# yaml-language-server: $schema=../schema/people.json
#
# Those who said things that claims tell of.
people: []
#  - id: ada-moor
#    name: Ada Moor
#    party: city
#    role: mayor
"""

_ORIGINS = """\
# yaml-language-server: $schema=../schema/origins.json
#
# Who first reported or said what the sources pass on. A bucket is for what has no traceable origin; it never counts.
origins:
  - id: unattributed
    name: No origin named
    kind: bucket
#  - id: gazette-2031-03-02
#    name: Report of the Harbour Gazette of 2 March 2031
#    kind: report
#    publisher: Harbour Gazette
#    date: 2031-03-02
"""

_ABOUT = """\
# About

What this site covers, who makes it, and how to say that something is wrong.
"""

_IGNORED = "/.cache/\n/site/\n/.site.*/\n"


def found(folder: Path, name: str, description: str, year: int) -> list[str]:
    """Write a dossier without briefs into a folder and return the paths of its files, schemas left out.

    Raises `UserError` where there is one already, and `WriteError` where nothing can be written.
    """
    settings = _SETTINGS.format(name=scalar(name, 2), description=scalar(description, 2), year=year)
    files = {
        "mkdocs.yml": settings,
        "briefings/parties.yaml": _PARTIES,
        "briefings/people.yaml": _PEOPLE,
        "briefings/origins.yaml": _ORIGINS,
        "pages/about.md": _ABOUT,
    }
    for path in files:
        if holds(folder, [path]):
            raise UserError(f'there already is "{path}" in "{folder}"', "name another folder")
    if not holds(folder, [".gitignore"]):
        files[".gitignore"] = _IGNORED
    for path, text in files.items():
        write_file(folder, path, text)
    for path, schema in schema_files().items():
        write_file(folder, f"schema/{path}", schema, replace=True)
    return list(files)
