"""The edits that a walk is made of: of every field of every record, of whole records, settings, templates, pages and code.

Each takes a state and a die, changes the state and says what it did, or says nothing where it cannot be done. What becomes
of the published site and of the cache is left to `damage`.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model import Settings
from tests.stale.builder import PACKAGES, ROOMS
from tests.stale.content_edits import CONTENT, STUBS, turned
from tests.stale.record_edits import ADDED, FOLDERS, RELATIONS, Edit, changed_field, removal, renaming
from tests.stale.setting_edits import OTHERS, changed_setting, new_code, new_package
from tests.stale.state import start


@dataclass(frozen=True)
class Named:
    """An edit and what it is called."""

    name: str
    edit: Edit


def content_edits() -> list[Named]:
    """Return the edits of what contributors write, in the same order on every run: of each field of each record, and others."""
    fields = sorted({slot.name: slot for slot in start().slots()}.items())
    found = [Named(name, changed_field(slot.model, slot.key)) for name, slot in fields]
    found += [Named(f"new {kind.__name__}", add) for kind, add in ADDED.items()]
    found += [Named(f"no {kind.__name__}", removal(kind)) for kind in ADDED]
    found += [Named(f"{kind.__name__} renamed", renaming(kind)) for kind in ADDED if "id" in kind.model_fields]
    found += [Named(f"{kind.__name__} renamed", renaming(kind)) for kind in FOLDERS]
    # What relates two claims is shown with both, and only one of them says so: easily forgotten.
    found += [Named(f"{key} turned into another relation", turned(key)) for key in RELATIONS for _ in range(2)]
    found += [Named(f"{kind.__name__}.{key}", edit) for kind, edit in STUBS.items() for key in kind.model_fields]
    found += [Named(edit.__name__.strip("_"), edit) for edit in CONTENT]
    return found


def other_edits() -> list[Named]:
    """Return the edits of everything else that a site is made from, in the same order on every run."""
    found = [Named(f"Settings.{key}", changed_setting(key)) for key in Settings.model_fields]
    found += [Named(f"new version of {room}", new_code(room)) for room in ROOMS]
    found += [Named(f"new version of {name}", new_package(name)) for name in PACKAGES]
    found += [Named(edit.__name__.strip("_"), edit) for edit in OTHERS for _ in range(2)]
    return found


def dealt(seed: str, edits: list[Named]) -> Iterator[Named]:
    """Yield edits without end, each once before any comes again."""
    dice = random.Random(seed)
    while True:
        yield from dice.sample(edits, len(edits))
