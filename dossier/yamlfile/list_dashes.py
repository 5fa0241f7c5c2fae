"""Says what is wrong about the dash of a list element: none, another sign for it, no space behind it, the wrong column.

Never decides where an element belongs where its neighbours do not agree.
"""

import re
from collections import Counter

from dossier.yamlfile.error_context import PAIR, Fault, Scene, cut

_OTHERS = "\u2010\u2011\u2012–—−•·‣*"
_MARKED = re.compile(rf"[ ]*(?P<mark>[-{_OTHERS}])(?P<gap>[ ]*)(?P<rest>[^\s{_OTHERS}-].*)")
_KEYED = re.compile(r"[A-Za-z_]\w*:(?:[ ]|$)")
_FIRST = re.compile(r"(?P<indent>[ ]*)-[ ]+(?P<key>[A-Za-z_]\w*):(?:[ ]|$)")


def stray_mark(scene: Scene) -> Fault | None:
    """A key behind a dash without a space, or behind another sign that looks like a dash."""
    here = scene.line_start(scene.at)
    # What stands below such a line is often what libyaml stumbles over.
    for start in (here, scene.line_start(scene.from_), scene.before(here)):
        found = _MARKED.match(scene.line(start)) if start is not None else None
        if start is None or not found or not _KEYED.match(found["rest"]) or (found["mark"] == "-" and found["gap"]):
            continue
        proposal = f'"- {cut(found["rest"].rstrip())}"'
        at = start + found.start("mark")
        if found["mark"] == "-":
            return Fault("missing-space", "a space is missing behind the dash", at, at + 1, f"write {proposal}")
        message = f'"{found["mark"]}" begins no list element'
        return Fault("indentation", message, at, at + 1, f"type an ordinary hyphen and a space: {proposal}")
    return None


def bare(line: str) -> str:
    """Return what stands in a line behind a dash without a space, or behind another sign that looks like one."""
    found = _MARKED.match(line)
    return (found["rest"] if found else line).strip()


def hint(scene: Scene, above: int | None) -> str:
    """Return what to do about an element that stands where a key is wanted. `above` is where the line above it starts."""
    if column := _column(scene):
        return column
    upper = scene.line(above).strip() if above is not None else ""
    if PAIR.match(upper) or re.match(r"[\w-]+:\s*$", upper):
        return 'begin the first element with "- " too, and indent its other keys by two more spaces'
    return "indent it as far as the other elements of its list"


def _column(scene: Scene) -> str:
    """Say which of two elements that begin with the same key has to move, as most of their kind do not stand where it does."""
    this = _FIRST.match(scene.line(scene.at))
    if not this:
        return ""
    alike = {
        start: len(found["indent"])
        for start in scene.starts()
        if (found := _FIRST.match(scene.line(start))) and found["key"] == this["key"]
    }
    here = len(this["indent"])
    other = max((start for start in alike if start < scene.line_start(scene.at)), default=None)
    if other is None or alike[other] == here:
        return ""
    ((most, times), *rest) = Counter(alike.values()).most_common()
    if rest and rest[0][1] == times:
        most = max(here, alike[other])
    moved, which = (here, "it") if most != here else (alike[other], f"line {scene.number(other)}")
    spaces = f"{abs(most - moved)} {'more' if most > moved else 'fewer'} space{'' if abs(most - moved) == 1 else 's'}"
    return f"indent {which}, and the lines that belong to it, by {spaces}: elements of one list begin in one column"
