"""All frames of a site: which there are, how they are made, kept and found again.

Never renders what goes into them, and never imports MkDocs unless frames have to be made.
"""

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import urlsplit

from dossier.frames.cut import Cut, CutError, Frame, TocLook, cut_frame, split
from dossier.frames.policy import policy, unknown_scripts
from dossier.frames.slot import PREFIX, Gap, tokens
from dossier.frames.theme_fixes import mended, thinned
from dossier.model import Settings
from dossier.problem import Place, Problem, Span

_NOT_FOUND = "404.html"
_FOREIGN = re.compile(
    r"<(?:img|script|iframe|video|audio|source|embed|object|link)\b[^>]*?\b(?:src|data)\s*=\s*[\"']?(?:https?:)?//([^/\"'\s>]+)",
    re.IGNORECASE,
)
_BROKEN_LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains an? .*?link '(?P<link>[^']*)'")
_BROKEN_NAV = re.compile(r"A reference to '(?P<path>[^']+)' is included in the 'nav' configuration, which is not found")
# What the theme brings for its own search, which no page of ours loads, and for debuggers of its scripts.
_UNUSED = re.compile(r"search/search_index\.json|assets/javascripts/(?:lunr|workers)/.*|.*\.map|sitemap\.xml(?:\.gz)?")


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames by their keys, and the hand-written pages (whose only gap is the head) by address."""

    frames: Mapping[str, Frame]
    written: Mapping[str, tuple[str, Cut]]
    problems: tuple[Problem, ...] = ()

    def of(self, address: str) -> Frame:
        """Return the frame for the page at an address. Raises `KeyError` where none was asked for."""
        return self.frames[frame_key(address, self.frames)]

    def page(self, address: str, head: str) -> str:
        """Return a hand-written page with `head` in its head, addresses in it made relative."""
        prefix, cut = self.written[address]
        return cut.join({Gap.HEAD: head.replace(PREFIX, prefix)})

    def to_bytes(self) -> bytes:
        """Return the frames, and what was said of them, in a form that `from_bytes` reads."""
        kept = {
            "problems": [[one.code, one.message, _span_to_json(one.at), one.hint] for one in self.problems],
            "frames": {key: _frame_to_json(frame) for key, frame in self.frames.items()},
            "written": {address: [prefix, _cut_to_json(cut)] for address, (prefix, cut) in self.written.items()},
        }
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, kept: bytes) -> "Frames":
        """Return the frames that `to_bytes` wrote."""
        found = json.loads(kept)
        return cls(
            {key: _frame_from_json(frame) for key, frame in found["frames"].items()},
            {address: (prefix, _cut_from_json(cut)) for address, (prefix, cut) in found["written"].items()},
            tuple(Problem(code, said, Span(*at), hint) for code, said, at, hint in found["problems"]),
        )


def frame_key(address: str, known: Iterable[str] = ()) -> str:
    """Return the key of the frame for the page at an address.

    Pages of one kind share it: of `briefs/april-plan/` it is `briefs/*/`. A page whose own address is in `known`
    (topics, which the navigation lists) has a frame of its own, and so have pages below it.
    """
    if address in known or not address.endswith("/"):
        return address
    parts = address[:-1].split("/")
    own = "/".join(parts[:2]) + "/"
    kept = 2 if len(parts) > 2 and own in known else 1
    return "/".join([*parts[:kept], *("*" for _ in parts[kept:])]) + "/"


def frame_keys(titles: Mapping[str, str], topics: Iterable[str]) -> dict[str, str]:
    """Return the keys of all frames that pages with these addresses and titles need, sorted; `topics` are topics' ids.

    A frame that one page has to itself comes with that page's title, others with an empty one.
    """
    own = {f"topics/{topic_id}/" for topic_id in topics}
    keys = {frame_key(address, own): address for address in titles}
    return {key: titles[address] if key == address else "" for key, address in sorted(keys.items())}


def engine_version() -> str:
    """Return what a kept frame depends on beside the content: the versions of what makes frames."""
    return " ".join(
        f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions")
    )


def unused(address: str) -> bool:
    """Return whether a file that MkDocs leaves in its folder is of no use on the site."""
    return _UNUSED.fullmatch(address) is not None


def make_frames(
    config_file: str,
    folder: str,
    theme: str,
    settings: Settings,
    keys: Mapping[str, str],
    topics: Sequence[tuple[str, str]],
    seed: bytes,
    pages: str = "pages",
    text: str = "",
    edition: str = "",
    files: Container[str] | None = None,
) -> Frames:
    """Let MkDocs make the frames with these keys, and the hand-written pages, of the site of `config_file`.

    `keys` are those of `frame_keys`, with titles; `folder` receives the files that come with them; `theme` is the folder of Dossier's own overrides; `topics` are ids
    and titles in the order of the navigation; `seed` is a digest of everything the frames depend on; `text` is that of
    `config_file`, to show where in it a problem stands; `edition` changes with our style sheets and scripts; `files` are the
    site's own files that may be read, by path below the folder of `config_file`, or None for all. Problems are collected
    in the result; where MkDocs fails altogether it holds nothing else.
    """
    from dossier.frames.engine import EngineError, Job, render  # noqa: PLC0415 - MkDocs takes 0.2 s to import

    marks = tokens(seed)
    blanks = {_uri(key): key for key in keys if key != _NOT_FOUND}
    titles = {uri: keys[key] for uri, key in blanks.items()}
    job = Job(config_file, folder, theme, settings, titles, topics, marks, pages, edition, files)
    file = config_file.replace("\\", "/").rpartition("/")[2]
    try:
        rendered = render(job)
    except EngineError as error:
        said = (
            Problem("frame-broken", f"MkDocs cannot make pages: {message}", Span(file)) for message in error.messages
        )
        return Frames({}, {}, tuple(said))
    problems = [_taken(uri, pages) for uri in rendered.taken]
    problems += [_warning(message, rendered.texts, pages, file, text) for message in rendered.warnings]
    frames: dict[str, Frame] = {}
    home = urlsplit(settings.url).path
    try:
        for uri, (plain, listed) in rendered.blanks.items():
            key = blanks[uri]
            problems += _script_problems(listed, file)
            prefix = "../" * key.count("/") or "./"
            frames[key] = cut_frame(
                _mended(plain, marks), _mended(listed, marks), marks, prefix, [Gap.TITLE, Gap.HEAD, Gap.BODY][not key :]
            )
        if _NOT_FOUND in keys:
            frames[_NOT_FOUND] = cut_frame(_mended(rendered.not_found, marks), None, marks, home, [Gap.HEAD, Gap.BODY])
    except CutError as error:
        problems.append(Problem("frame-broken", str(error), Span(file)))
    written: dict[str, tuple[str, Cut]] = {}
    for address, html in sorted(rendered.written.items()):
        name = next((uri for uri in rendered.texts if written_address(uri) == address), "")
        written_by_hand = rendered.texts.get(name, "")
        problems += _script_problems(html, file, written_by_hand, f"{pages}/{name}")
        problems += _foreign_problems(html, written_by_hand, f"{pages}/{name}")
        written[address] = "../" * address.count("/") or "./", split(_mended(html, marks), {Gap.HEAD: marks[Gap.HEAD]})
    return Frames(frames, written, tuple(dict.fromkeys(problems)))


def _uri(key: str) -> str:
    return f"{key}index.md"


def _mended(html: str, marks: Mapping[Gap, str]) -> str:
    return thinned(mended(html)).replace(marks[Gap.POLICY], policy(html))


def _taken(uri: str, pages: str) -> Problem:
    message = f'the address "/{uri.removesuffix("index.md")}" belongs to a page that is made from the briefs'
    return Problem("address-taken", message, Span(f"{pages}/{uri}"), "move or rename this page")


def _warning(message: str, texts: Mapping[str, str], pages: str, file: str, text: str) -> Problem:
    if found := _BROKEN_NAV.match(message):
        said = f'the navigation names "{found["path"]}", and there is no such page'
        return Problem("page-link", said, _find(text, found["path"], file), "correct the path, or take the line out")
    found = _BROKEN_LINK.match(message)
    if found is None:
        return Problem("page-link", message, Span(file))
    at = _find(texts.get(found["file"], ""), f"({found['link']}", f"{pages}/{found['file']}", len(found["link"]))
    said = message.removeprefix(f"Doc file '{found['file']}' ").replace("'", '"').rstrip(".")
    return Problem("page-link", f"this page {said}", at)


def _script_problems(html: str, file: str, text: str = "", page: str = "") -> Iterator[Problem]:
    """Name the scripts that browsers would block; one that stands in the `text` of a hand-written `page`, there."""
    for script in unknown_scripts(html):
        first = script.strip().partition("\n")[0]
        if first and first in text:
            said, at = "this page holds a script of its own, which browsers would block", _find(text, first, page)
        else:
            said, at = "the theme writes a script that is not known here", Span(file)
        yield Problem("frame-script", f"{said}: {first[:60]}", at)


def _foreign_problems(html: str, text: str, page: str) -> list[Problem]:
    return [
        Problem("foreign-host", f'this page would load a file from "{host}"', _find(text, host, page))
        for host in dict.fromkeys(_FOREIGN.findall(html))
    ]


def written_address(uri: str) -> str:
    """Return the address of the hand-written page that MkDocs makes from a file in its folder."""
    stem = uri.removesuffix(".md")
    return stem.removesuffix("index") if stem.rpartition("/")[2] == "index" else f"{stem}/"


def _find(text: str, words: str, file: str, length: int = 0) -> Span:
    at = text.find(words)
    if at < 0:
        return Span(file)
    at += len(words) - (length or len(words))
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return Span(file, line, column, line, column + (length or len(words)))


def _span_to_json(at: Span | Place) -> list[str | int]:
    return [at.file, at.line, at.column, at.end_line, at.end_column] if isinstance(at, Span) else [at.file]


def _cut_to_json(cut: Cut) -> list[object]:
    return [list(cut.texts), list(cut.gaps)]


def _cut_from_json(kept: list[list[str]]) -> Cut:
    return Cut(tuple(kept[0]), tuple(Gap(gap) for gap in kept[1]))


def _frame_to_json(frame: Frame) -> list[object]:
    look = frame.look and [_cut_to_json(frame.look.leaf), _cut_to_json(frame.look.branch)]
    edit = frame.edit and _cut_to_json(frame.edit)
    return [frame.prefix, _cut_to_json(frame.plain), _cut_to_json(frame.listed), look, edit]


def _frame_from_json(kept: list[list[list[list[str]]]]) -> Frame:
    prefix, plain, listed, look, edit = kept
    return Frame(
        str(prefix),
        _cut_from_json(plain),  # type: ignore[arg-type]
        _cut_from_json(listed),  # type: ignore[arg-type]
        TocLook(_cut_from_json(look[0]), _cut_from_json(look[1])) if look else None,
        _cut_from_json(edit) if edit else None,  # type: ignore[arg-type]
    )
