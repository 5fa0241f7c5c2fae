"""Shows a text's paragraphs, numbered and with what is doubtful about them, before anything is made of it.

What is doubtful is left to `authoring.extraction`.
"""

from collections.abc import Iterator

from dossier.authoring.extraction import Extracted
from dossier.authoring.extraction.extracted import NAMES
from dossier.cli.console import Console
from dossier.evidence import measure
from dossier.wording.phrase import count

_WIDTH = 96
_FIRST, _LAST = 12, 3
_DOUBTS = 30
_LEFT_OUT = 8


def show(found: Extracted, name: str, console: Console, *, whole: bool = False) -> None:
    """Print the paragraphs of a text with their numbers of words, and what a person should look at.

    Of a long text the beginning, the end and what is doubtful are shown, unless the `whole` is asked for.
    """
    sizes = [measure(paragraph).most for paragraph in found.paragraphs]
    encoding = f" in {found.encoding}" if found.encoding else ""
    said = f"{count(len(sizes), 'paragraph')}, {count(sum(sizes), 'word')}"
    console.remark(f"{name}: {NAMES[found.kind]}{encoding}, {said}")
    for line in found.done:
        console.remark(f"  = {line}")
    doubts: dict[int, list[str]] = {}
    for doubt in found.doubts:
        doubts.setdefault(doubt.paragraph, []).append(doubt.words)
    for words in doubts.get(0, ()):
        console.complain(f"  ? {words}")
    shown = set(range(1, len(sizes) + 1)) if whole else set(_chosen(len(sizes), doubts))
    digits, last = len(str(len(sizes))), 0
    for number in sorted(shown):
        _skip(number - last - 1, console)
        last = number
        mark = "?" if number in doubts else " "
        text = found.paragraphs[number - 1]
        console.remark(f"  {number:>{digits}} {mark} {sizes[number - 1]:>5,}  {_clipped(text)}")
        for words in doubts.get(number, ()):
            console.complain(f"  {'':>{digits}}   {'':>5}  ? paragraph {number}: {words}")
    _skip(len(sizes) - last, console)
    for line in found.left_out if whole else found.left_out[:_LEFT_OUT]:
        console.remark(f"  - {_clipped(line)}")
    more = 0 if whole else len(found.left_out) - _LEFT_OUT
    if more > 0:
        console.remark(f"  - and {more} more; --preview shows all")


def _chosen(size: int, doubts: dict[int, list[str]]) -> Iterator[int]:
    if size <= _FIRST + _LAST + 1:
        yield from range(1, size + 1)
        return
    yield from range(1, _FIRST + 1)
    yield from [number for number in sorted(doubts) if number][:_DOUBTS]
    yield from range(size - _LAST + 1, size + 1)


def _skip(number: int, console: Console) -> None:
    if number > 0:
        console.remark(f"    … {count(number, 'paragraph')}")


def _clipped(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"
