"""The frames of a site: which are needed, how they are made, serialised and found by address.

MkDocs is run by `engine`, which is imported only when frames have to be made. Filling a frame is left to `cut`.
"""

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from importlib.metadata import version
from urllib.parse import urlsplit

from dossier.frames.cut import Frame, FrameError, SlottedText, TocStyle, cut_frame, split_at_slots
from dossier.frames.policy import policy, unknown_scripts
from dossier.frames.settings import FOREIGN_HOST
from dossier.frames.slot import Slot, make_tokens
from dossier.frames.theme_fixes import collapse_whitespace, fix_theme_html
from dossier.linked.address import ROOT_MARK
from dossier.model import Settings
from dossier.problem import Area, Code, Place, Problem, Span

PAGE_REFRESH = Code(
    "page-refresh",
    Area.SETTINGS,
    "error",
    "A hand-written page sends its readers to another page by itself.",
    "Take the `<meta http-equiv=refresh>` out, and link to the other page.",
)
FRAME_BROKEN = Code(
    "frame-broken",
    Area.SETTINGS,
    "error",
    "The theme could not make a page to stamp into, or MkDocs refused its settings.",
    "Mend what the message names in `mkdocs.yml`, `pages/` or `templates/frame/`.",
)
FRAME_SCRIPT = Code(
    "frame-script",
    Area.SETTINGS,
    "error",
    "The theme, or a hand-written page, brings a script that is not on the list of known ones: browsers would block it.",
    "Take out the script or the feature that brings it, or have its hash added to the list after reading it.",
)
LINK_SCHEME = Code(
    "link-scheme",
    Area.SETTINGS,
    "error",
    "A hand-written page or a setting links to something other than a page or a mail address, such as a script.",
    "Write an address that begins with `https://`, `http://` or `mailto:`, or the path of a page.",
)
PAGE_LINK = Code(
    "page-link",
    Area.SETTINGS,
    "warning",
    "A hand-written page, or the navigation, links to something that MkDocs cannot find.",
    "Correct the link or add the page.",
)
ADDRESS_TAKEN = Code(
    "address-taken",
    Area.SETTINGS,
    "error",
    "A hand-written page lies at an address that belongs to a page made from the briefs.",
    "Move or rename the hand-written page.",
)

_NOT_FOUND = "404.html"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_FOREIGN_FILE = re.compile(
    r"<(?:img|script|iframe|video|audio|source|embed|object|link)\b[^>]*?\b(?:src|data)\s*=\s*[\"']?(?:https?:)?//([^/\"'\s>]+)",
    re.IGNORECASE,
)
_BROKEN_LINK = re.compile(r"Doc file '(?P<file>[^']+)' contains an? .*?link '(?P<link>[^']*)'")
_QUOTED = re.compile(r"'([^'\n]+)'|\"([^\"\n]+)\"")
_BROKEN_NAV = re.compile(r"A reference to '(?P<path>[^']+)' is included in the 'nav' configuration, which is not found")
# Files of the theme's own search, which no page loads, and source maps.
_UNUSED = re.compile(r"search/search_index\.json|assets/javascripts/(?:lunr|workers)/.*|.*\.map|sitemap\.xml(?:\.gz)?")


_CODES = {
    code.name: code
    for code in (FRAME_BROKEN, FRAME_SCRIPT, LINK_SCHEME, PAGE_LINK, PAGE_REFRESH, ADDRESS_TAKEN, FOREIGN_HOST)
}


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames by key, and the hand-written pages by address, each with its prefix; their only slot is the head."""

    frames: Mapping[str, Frame]
    handwritten: Mapping[str, tuple[str, SlottedText]]
    problems: tuple[Problem, ...] = ()

    def frame_for(self, address: str) -> Frame:
        """Return the frame for the page at an address. Raises `KeyError` where none was made for it."""
        return self.frames[frame_key(address, self.frames)]

    def handwritten_page(self, address: str, head: str) -> str:
        """Return a hand-written page with `head` added to its head. Addresses in `head` are made relative."""
        prefix, text = self.handwritten[address]
        return text.fill({Slot.HEAD: head.replace(ROOT_MARK, prefix)})

    def to_bytes(self) -> bytes:
        """Return frames, pages and problems in a form that `from_bytes` reads."""
        content = {
            "problems": [[one.code.name, one.message, _span_to_json(one.at), one.hint] for one in self.problems],
            "frames": {key: _frame_to_json(frame) for key, frame in self.frames.items()},
            "handwritten": {
                address: [prefix, _text_to_json(text)] for address, (prefix, text) in self.handwritten.items()
            },
        }
        return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, content: bytes) -> "Frames":
        """Return the frames that `to_bytes` wrote."""
        found = json.loads(content)
        return cls(
            {key: _frame_from_json(frame) for key, frame in found["frames"].items()},
            {address: (prefix, _text_from_json(text)) for address, (prefix, text) in found["handwritten"].items()},
            tuple(Problem(_CODES[code], said, Span(*at), hint) for code, said, at, hint in found["problems"]),
        )


def frame_key(address: str, known: Iterable[str] = ()) -> str:
    """Return the key of the frame for the page at an address.

    Pages of one kind share a frame: the key of `briefs/april-plan/` is `briefs/*/`. An address in `known` has a frame of
    its own, and so have the pages below it: topics, which the navigation lists.
    """
    if address in known or not address.endswith("/"):
        return address
    parts = address[:-1].split("/")
    own = "/".join(parts[:2]) + "/"
    fixed = 2 if len(parts) > 2 and own in known else 1
    return "/".join([*parts[:fixed], *("*" for _ in parts[fixed:])]) + "/"


def frame_keys(addresses: Iterable[str], topics: Iterable[str]) -> list[str]:
    """Return the keys of all frames that pages with these addresses need, sorted; `topics` are topics' ids."""
    own = {f"topics/{topic_id}/" for topic_id in topics}
    return sorted({frame_key(address, own) for address in addresses})


def engine_version() -> str:
    """Return the versions of the packages that make frames, for the keys of the cache."""
    packages = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "pygments", "jinja2", "markupsafe")
    return " ".join(f"{name} {version(name)}" for name in packages)


def is_unused(address: str) -> bool:
    """Return whether no page needs a file that MkDocs copied."""
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
    config_text: str = "",
    asset_version: str = "",
    readable: Container[str] | None = None,
) -> Frames:
    """Run MkDocs on `config_file` and return the frames with these keys, the hand-written pages, and all problems.

    - `folder` receives the files that MkDocs copies; `theme` is the folder of Dossier's own overrides.
    - `keys` are those of `frame_keys`, each with the title of its page, or an empty one where several pages share the
      frame; `topics` are ids and titles in the order of the navigation.
    - `seed` is a digest of everything that the frames depend on.
    - `config_text` is the text of `config_file`, for the places of problems.
    - `asset_version` changes with our style sheets and scripts.
    - `readable` are the site's own files that MkDocs may read, by path from the folder of `config_file`; None means all.

    Where MkDocs fails, the result has only problems.
    """
    from dossier.frames.engine import EngineError, RenderRequest, render  # noqa: PLC0415 - MkDocs takes 0.2 s to import

    tokens = make_tokens(seed)
    frame_pages = {_file_of_key(key): key for key in keys if key != _NOT_FOUND}
    titles = {uri: keys[key] for uri, key in frame_pages.items()}
    request = RenderRequest(
        config_file, folder, theme, settings, titles, topics, tokens, pages, asset_version, readable
    )
    file = config_file.replace("\\", "/").rpartition("/")[2]
    try:
        result = render(request)
    except EngineError as error:
        said = (
            Problem(FRAME_BROKEN, f"MkDocs cannot make pages: {message}", _quoted_span(message, config_text, file))
            for message in error.messages
        )
        return Frames({}, {}, tuple(said))
    problems = [_taken(uri, pages) for uri in result.taken]
    problems += [_warning(message, result.texts, pages, file, config_text) for message in result.warnings]
    frames: dict[str, Frame] = {}
    home = urlsplit(settings.url).path
    try:
        for uri, (without_toc, with_toc) in result.frame_pages.items():
            key = frame_pages[uri]
            problems += _script_problems(with_toc, file)
            problems += _element_problems(with_toc, (file, config_text))
            prefix = "../" * key.count("/") or "./"
            frames[key] = cut_frame(
                _finished(without_toc, tokens),
                _finished(with_toc, tokens),
                tokens,
                prefix,
                # The home page has no title of its own.
                [Slot.TITLE, Slot.HEAD, Slot.BODY][not key :],
            )
        if _NOT_FOUND in keys:
            frames[_NOT_FOUND] = cut_frame(
                _finished(result.not_found, tokens), None, tokens, home, [Slot.HEAD, Slot.BODY]
            )
    except FrameError as error:
        problems.append(Problem(FRAME_BROKEN, str(error), Span(file)))
    handwritten: dict[str, tuple[str, SlottedText]] = {}
    for address, html in sorted(result.handwritten.items()):
        name = next((uri for uri in result.texts if handwritten_address(uri) == address), "")
        markdown = result.texts.get(name, "")
        problems += _script_problems(html, file, markdown, f"{pages}/{name}")
        problems += _foreign_problems(html, markdown, f"{pages}/{name}")
        problems += _element_problems(html, (file, config_text), markdown, f"{pages}/{name}")
        prefix = "../" * address.count("/") or "./"
        handwritten[address] = prefix, split_at_slots(_finished(html, tokens), {Slot.HEAD: tokens[Slot.HEAD]})
    return Frames(frames, handwritten, tuple(dict.fromkeys(problems)))


def _quoted_span(message: str, text: str, file: str) -> Span:
    """Return where in the settings stands what a message of MkDocs is about, by the names that it quotes."""
    named = [one or other for one, other in _QUOTED.findall(message)]
    for name in reversed(named):
        for part in (
            name,
            name.removeprefix(".icons/").removesuffix(".svg"),
            name.rpartition("/")[2].partition(".")[0],
        ):
            found = re.search(rf"(?<![\w.-]){re.escape(part)}(?![\w.-])", text) if len(part) > 1 else None
            if found:
                return _find(text, text[found.start() : found.end()], file)
    return Span(file)


def _file_of_key(key: str) -> str:
    return f"{key}index.md"


def _finished(html: str, tokens: Mapping[Slot, str]) -> str:
    return collapse_whitespace(fix_theme_html(html)).replace(tokens[Slot.POLICY], policy(html))


def _taken(uri: str, pages: str) -> Problem:
    message = f'the address "/{uri.removesuffix("index.md")}" belongs to a page that is made from the briefs'
    return Problem(ADDRESS_TAKEN, message, Span(f"{pages}/{uri}"), "move or rename this page")


def _warning(message: str, texts: Mapping[str, str], pages: str, file: str, text: str) -> Problem:
    if found := _BROKEN_NAV.match(message):
        said = f'the navigation names "{found["path"]}", and there is no such page'
        return Problem(PAGE_LINK, said, _find(text, found["path"], file), "correct the path, or take the line out")
    found = _BROKEN_LINK.match(message)
    if found is None:
        return Problem(PAGE_LINK, message, Span(file))
    at = _find(texts.get(found["file"], ""), f"({found['link']}", f"{pages}/{found['file']}", len(found["link"]))
    said = message.removeprefix(f"Doc file '{found['file']}' ").replace("'", '"').rstrip(".")
    return Problem(PAGE_LINK, f"this page {said}", at)


def _script_problems(html: str, file: str, text: str = "", page: str = "") -> Iterator[Problem]:
    """Yield a problem for each script that browsers would block, at its place where it is in the `text` of a `page`."""
    for script in unknown_scripts(html):
        first = script.strip().partition("\n")[0]
        if first and first in text:
            said, at = "this page holds a script of its own, which browsers would block", _find(text, first, page)
        else:
            said, at = "the theme writes a script that is not known here", Span(file)
        yield Problem(FRAME_SCRIPT, f"{said}: {first[:60]}", at)


def _foreign_problems(html: str, text: str, page: str) -> list[Problem]:
    return [
        Problem(FOREIGN_HOST, f'this page would load a file from "{host}"', _find(text, host, page))
        for host in dict.fromkeys(_FOREIGN_FILE.findall(html))
    ]


class _Elements(HTMLParser):
    """Sees whether a page sends its readers elsewhere by itself, and what it links to, however that is written."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.refreshes = False
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at one tag."""
        given = {key: value or "" for key, value in attrs}
        if tag == "meta" and given.get("http-equiv", "").strip().lower() == "refresh":
            self.refreshes = True
        if tag != "link":
            self.links += [given[key] for key in ("href", "xlink:href", "action", "formaction") if given.get(key)]


def _element_problems(html: str, settings: tuple[str, str], text: str = "", page: str = "") -> Iterator[Problem]:
    """Yield a problem for each link of a page that is none of ours, and for what sends readers elsewhere.

    Its place is in the `text` of the `page` where it stands there, else in the `settings`, a file with its text.
    """
    elements = _Elements(html)
    if elements.refreshes:
        at = _find(text, next((word for word in ("refresh", "Refresh", "REFRESH") if word in text), "<meta"), page)
        message = "this page would send its readers to another one by itself, which no policy of a page can stop"
        yield Problem(PAGE_REFRESH, message, at, "take the <meta http-equiv=refresh> out, and link to the other page")
    for link in dict.fromkeys(elements.links):
        # Browsers pass over blanks and control characters in a scheme.
        scheme = _SCHEME.match("".join(character for character in link if character > " "))
        if scheme and scheme[1].lower() not in ("http", "https", "mailto"):
            file, whole = settings
            in_page = page and (link in text or link not in whole)
            at = _find(text, link, page) if in_page else _find(whole, link, file)
            message = f'a link leads to "{link[:60]}", and links are https, http or mailto'
            yield Problem(LINK_SCHEME, message, at, "write an address that begins so, or the path of a page")


def handwritten_address(uri: str) -> str:
    """Return the address of the page that MkDocs makes from a Markdown file."""
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


def _text_to_json(text: SlottedText) -> list[object]:
    return [list(text.texts), list(text.slots)]


def _text_from_json(stored: list[list[str]]) -> SlottedText:
    return SlottedText(tuple(stored[0]), tuple(Slot(slot) for slot in stored[1]))


def _frame_to_json(frame: Frame) -> list[object]:
    toc_style = frame.toc_style and [_text_to_json(frame.toc_style.leaf), _text_to_json(frame.toc_style.branch)]
    edit = frame.edit and _text_to_json(frame.edit)
    return [frame.prefix, _text_to_json(frame.without_toc), _text_to_json(frame.with_toc), toc_style, edit]


def _frame_from_json(stored: list[list[list[list[str]]]]) -> Frame:
    prefix, without_toc, with_toc, toc_style, edit = stored
    return Frame(
        str(prefix),
        _text_from_json(without_toc),  # type: ignore[arg-type]
        _text_from_json(with_toc),  # type: ignore[arg-type]
        TocStyle(_text_from_json(toc_style[0]), _text_from_json(toc_style[1])) if toc_style else None,
        _text_from_json(edit) if edit else None,  # type: ignore[arg-type]
    )
