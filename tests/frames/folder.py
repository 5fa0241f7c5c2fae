"""An invented dossier's folder, as far as frames need one, and values to fill a frame with."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.frames import Frame, Frames, SlotValues, frame_keys, make_frames, read_settings
from dossier.model import Settings
from tests.architecture.module_rules import ROOT

THEME = str(ROOT / "templates" / "frame")
ADDRESSES = (
    "",
    "404.html",
    "briefs/",
    "briefs/toll-rise/",
    "feeds/all/2/",
    "positions/",
    "sources/",
    "sources/gazette-toll/",
    "topics/",
    "topics/toll/",
    "topics/toll/2031/",
    "topics/lights/",
)
TOPICS = (("toll", "Toll & <b>bridges</b>"), ("lights", "Lights"))
NAV = """
nav:
  - Home: index.md
  - Topics: topics/index.md
  - Positions: positions/index.md
  - Reading:
      - briefs/index.md
      - Sources: sources/index.md
  - About: about.md
"""
SETTINGS = """\
site_name: Harbour Dossier
site_url: https://harbour.example/reports/
site_description: What the harbour board and the town want.
docs_dir: pages
theme:
  name: material
  font: false
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: teal
      accent: amber
      toggle: {icon: material/weather-night, name: Dark}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: black
      accent: amber
      toggle: {icon: material/weather-sunny, name: Light}
  features: [navigation.indexes, navigation.tabs, content.action.edit, content.action.view, navigation.path]
plugins: [search]
markdown_extensions: [attr_list, toc]
extra:
  scope: /
  dossier:
    authority: harbour.example
    authority_year: 2031
    edit: https://code.example/harbour/edit/main/{path}
    format: 2
"""
VALUES = SlotValues("Toll", "About the toll.", "https://harbour.example/reports/topics/toll/", "<h1>Toll</h1>")
ABOUT = "# About\n\nThe toll is {{ toll }} and {% this %} stays.\n\n## Who\n\nNobody.\n"


@dataclass(frozen=True)
class Heading:
    """An entry of a table of contents."""

    anchor: str
    title: str
    children: "tuple[Heading, ...]" = ()


def filled(frame: Frame, **changes: object) -> str:
    """Return a frame filled with `VALUES`, some of them changed."""
    values = {name: getattr(VALUES, name) for name in SlotValues.__slots__} | changes
    return frame.fill(SlotValues(**values))


def folder(root: Path, settings: str = SETTINGS + NAV, pages: dict[str, str] | None = None) -> Path:
    """Write a dossier's settings and hand-written pages into a folder, and return it."""
    (root / "pages").mkdir(parents=True)
    for name, text in ({"about.md": ABOUT} if pages is None else pages).items():
        (root / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "pages" / name).write_text(text, "utf-8")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    return root


def settings_of(root: Path) -> Settings:
    found = read_settings((root / "mkdocs.yml").read_text("utf-8"))
    assert found.settings is not None, found.problems
    return found.settings


def frames_of(
    root: Path, addresses: Sequence[str] = ADDRESSES, topics: Sequence[tuple[str, str]] = TOPICS, seed: bytes = b"seed"
) -> Frames:
    """Make the frames of a folder. MkDocs copies its files into `copied` below it."""
    copied = root / "copied"
    copied.mkdir(exist_ok=True)
    keys = {
        key: f"Page {key}" if key in addresses else ""
        for key in frame_keys(addresses, [topic_id for topic_id, _ in topics])
    }
    text = (root / "mkdocs.yml").read_text("utf-8")
    return make_frames(
        str(root / "mkdocs.yml"), str(copied), THEME, settings_of(root), keys, topics, seed, config_text=text
    )
