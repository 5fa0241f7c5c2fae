"""Does what a hint says, as an editor would who knows nothing but what is printed.

Whether that helps is left to `trial`.
"""

import re
from collections.abc import Callable, Iterator

from dossier.problem import Problem, Span

Ways = list[str]
_QUOTED = r"""(?:"(?P<d>(?:[^"]|"(?=\w[^"]*" ?[^",;]))*?)"|(?P<s>'(?:[^']|'')*'))"""


def ways(problem: Problem, text: str) -> list[Ways] | None:
    """Return what a hint offers: for each offer the texts that come of the ways to understand it.

    None where the hint does not say what to write, to delete or to move.
    """
    assert isinstance(problem.at, Span)
    place = _At(text, problem.at)
    offers = [made for rule in _RULES for made in rule(problem.hint, place)]
    return offers or None


class _At:
    """The marked place, and edits of the line that it is in."""

    def __init__(self, text: str, at: Span) -> None:
        self.text = text
        self.lines = re.split(r"\r\n|\r|\n", text)
        self.ends = [*re.findall(r"\r\n|\r|\n", text), ""]
        self.number = at.line
        self.line = self.lines[at.line - 1]
        self.begin = at.column - 1
        self.end = at.end_column - 1 if at.end_line == at.line else len(self.line)
        self.last = at.end_line

    def put(self, number: int, *lines: str) -> str:
        """Return the text with a line replaced by others, or by none."""
        made = [line + end for line, end in zip(self.lines, self.ends, strict=True)]
        made[number - 1] = "".join(f"{line}\n" for line in lines)
        return "".join(made)

    def with_line(self, line: str) -> str:
        return self.put(self.number, line)

    def with_place(self, words: str) -> str:
        return self.with_line(self.line[: self.begin] + words + self.line[self.end :])

    def indent(self, number: int) -> int:
        line = self.lines[number - 1]
        return len(line) - len(line.lstrip(" "))

    def block(self, number: int) -> int:
        """Return the number of the last line that belongs to a line: those below that are further right."""
        last = number
        for below in range(number + 1, len(self.lines) + 1):
            if self.lines[below - 1].strip():
                if self.indent(below) <= self.indent(number):
                    break
                last = below
        return last

    def moved(self, first: int, last: int, spaces: int) -> str:
        made = list(self.lines)
        for number in range(first, last + 1):
            line = made[number - 1]
            if line.strip():
                made[number - 1] = " " * spaces + line if spaces > 0 else line[-spaces:]
        return "\n".join(made)

    def prefix(self) -> str:
        """Return what stands before the value in the line: indentation, dash and key."""
        found = re.match(r"\s*(?:- +)*(?:[\w-]+:\s+)?", self.line)
        return found[0] if found else ""

    def whole(self, words: str) -> str | None:
        """Return the text with a line that a hint shows cut off: it goes on as it does in the text."""
        shown = words[1:-1].partition("…")[0]
        key, _, value = shown.rpartition(": ") if ": " in shown[:40] else ("", "", shown)
        where = self.line.find(value[-12:])
        if not value or where < 0 or not re.fullmatch(r"(?:- )?\w+", key):
            return None
        lead = re.match(r"\s*(?:- +)?" if not key.startswith("-") else r"\s*", self.line)
        return self.with_line((lead[0] if lead else "") + shown + self.line[where + len(value[-12:]) :])

    def written(self, words: str) -> Ways:
        """Return the texts with words in the place that is meant: the marked one, the value, or the whole line."""
        inner = words[1:-1]
        lead = re.match(r"\s*", self.line)
        dashed = re.match(r"\s*- +", self.line)
        indent = lead[0] if lead else ""
        if re.match(r"(- )?[\w]+:(\s|$)", inner) and words[0] == '"':
            keep = dashed[0] if dashed and not inner.startswith("-") else indent
            # What belongs to the line, such as a list below it, goes with it; or it goes with what it belongs to.
            upper = next(
                n
                for n in range(self.number, 0, -1)
                if n == 1 or self.lines[n - 1].lstrip(" -").startswith(inner.split(":")[0])
            )
            head = re.match(r"\s*(?:- +)*", self.lines[upper - 1])[0]  # type: ignore[index]
            outer = "\n".join(
                [
                    *self.lines[: upper - 1],
                    (head if not inner.startswith("-") else indent) + inner,
                    *self.lines[self.block(upper) :],
                ]
            )
            block = "\n".join([*self.lines[: self.number - 1], keep + inner, *self.lines[self.block(self.number) :]])
            return [
                self.with_line(keep + inner),
                self.with_place(inner),
                block,
                outer,
                self.with_line(self.prefix() + words),
                self.with_place(words),
            ]
        if words[0] == '"' and inner.startswith("- "):
            return [self.with_line(indent + inner)]
        made = [self.with_line(self.prefix() + words), self.with_place(words), self.with_place(inner)]
        first = re.match(r"\s*(?:- +)*", self.line)
        return [
            *made,
            self.with_line((first[0] if first else "") + words),
            self.with_line(self.line[: self.begin] + words),
        ]


def _offers(text: str) -> Iterator[str]:
    """Yield what a hint says to write, with its quotes."""
    for found in re.finditer(r"\bwrite (?=[\"'])", text):
        at = found.end()
        while True:
            words = _proposal(text, at)
            if words is None:
                return
            yield words
            following = re.match(r" (?:or|if it begins a list,) (?=[\"'])|, or (?=[\"'])", text[at + len(words) :])
            if not following:
                break
            at += len(words) + following.end()


def _proposal(text: str, at: int) -> str | None:
    mark = text[at]
    ends = [
        found.end() for found in re.finditer(rf"{mark}(?= if|; |, |, or| or |$| in | without| as )", text[at + 1 :])
    ]
    return text[at : at + 1 + ends[0]] if ends else None


def _write(hint: str, at: _At) -> Iterator[Ways]:
    for words in _offers(hint):
        if "…" in words:
            if (whole := at.whole(words)) is None:
                continue
            yield [whole]
            continue
        tail = hint.partition(words)[2]
        inner = words[1:-1]
        if tail.startswith(" as a line of its own above"):
            yield [at.put(at.number, inner, at.line)]
        elif tail.startswith(" without brackets"):
            yield [
                at.with_place(inner),
                re.sub(r"\[.*?\]", inner.replace("\\", ""), at.with_place(at.line[at.begin : at.end]), count=1),
            ]
        elif tail.startswith(" in lower case"):
            yield [at.with_line(re.sub(re.escape(inner), inner, at.line, flags=re.IGNORECASE))]
        elif ", the dash below that of the one above" in tail:
            indent = next(
                at.indent(number)
                for number in range(at.number - 1, 0, -1)
                if at.lines[number - 1].lstrip().startswith("- ") and at.indent(number) < at.indent(at.number)
            )
            yield [at.with_line(" " * indent + inner)]
        else:
            yield at.written(words)


def _write_number(hint: str, at: _At) -> Iterator[Ways]:
    for found in re.finditer(r"\bwrite (\d[\d-]*|true|false|unknown)(?=$|[;,]| )", hint):
        if " or false" not in hint:
            yield [at.with_place(found[1])]


def _mean(hint: str, at: _At) -> Iterator[Ways]:
    if found := re.search(r"did you mean (.*)\?", hint):
        # One of several ids that bear a name: the editor knows which.
        yield [at.with_place(words) for words in re.findall(r'"([^"]+)"', found[1])]


def _delete(hint: str, at: _At) -> Iterator[Ways]:
    if re.search(r"\bdelete it(?=$|[;,])", hint):
        without = at.line[: at.begin] + at.line[at.end :]
        yield [
            at.with_line(without),
            at.with_line(without.strip(" ")),
            at.put(at.number),
            at.with_line(at.line[: at.begin] + without[at.begin :].lstrip()),
        ]
    if re.search(r"\bdelete the line(?=$|[;,:]| if| \"[-.])", hint) and "write the text, or" not in hint:
        yield [at.put(at.number)]
    for words in re.findall(r'\bdelete "([^"]+)"', hint):
        yield [at.with_line(at.line.replace(words, "", 1))]
    if found := re.search(r'\bdelete the last "(.)"', hint):
        where = at.line.rfind(found[1])
        yield [at.with_line(at.line[:where] + at.line[where + 1 :])]
    if "delete the comma" in hint:
        yield [at.with_place("")]
    if found := re.search(r'delete the lines? that begins? with "(`+)"', hint):
        yield ["".join(f"{line}\n" for line in at.lines if not line.startswith(found[1]))]
    if '"<<<<<<<"' in hint:
        yield [_merged(at.text, True), _merged(at.text, False)]
    if found := re.search(r"delete (?:its key|these keys): (.*)$", hint):
        keys = re.findall(r'"([^"]+)"', found[1])
        yield [_without_keys(at, keys)]
    if re.search('delete the "- " before the keys?', hint):
        yield [at.with_line(at.line.replace("- ", "", 1)), at.with_line(at.line.replace("- ", "  ", 1))]


def _merged(text: str, first: bool) -> str:
    """Return the text with one of two versions, as Git marked them; a mark without its partner goes alone."""
    pattern = r"(?ms)^<<<<<<<[^\n]*\n(.*?)^=======\n(.*?)^>>>>>>>[^\n]*\n"
    text = re.sub(pattern, r"\1" if first else r"\2", text)
    return re.sub(r"(?m)^(?:<{7} .*|={7}|>{7} .*|\|{7} .*)\n", "", text)


def _without_keys(at: _At, keys: list[str]) -> str:
    form = "|".join(map(re.escape, keys))
    made, number = [], 1
    inside = False
    while number <= len(at.lines):
        line = at.lines[number - 1]
        here = at.number - 30 <= number and re.match(rf"\s*(?:{form}):", line)
        inside = bool(here) and abs(number - at.number) < 40
        if inside:
            number = at.block(number) + 1
            continue
        made.append(line)
        number += 1
    return "\n".join(made)


def _indent(hint: str, at: _At) -> Iterator[Ways]:
    found = re.search(
        r"\bindent (?P<what>it|line (?P<line>\d+))(?P<also>, and the lines that belong to it,)? by (?P<n>\d+|one) (?P<way>more|fewer) spaces?",
        hint,
    )
    if found:
        number = int(found["line"] or at.number)
        spaces = int(found["n"]) * (1 if found["way"] == "more" else -1)
        last = at.block(number) if found["also"] else number
        yield [at.moved(number, last, spaces)]
    if found := re.search(r"begin it in the same column as the key in line (\d+)", hint):
        line = at.lines[int(found[1]) - 1]
        lead = re.match(r"\s*(?:- +)*", line)
        column = len(lead[0]) if lead else 0
        yield [
            at.with_line(" " * column + at.line.lstrip()),
            at.moved(at.number, at.block(at.number), column - at.indent(at.number)),
        ]
    if found := re.search(r'put a line "([^"]+)" above the list, as far to the right as the other keys', hint):
        above = next((n for n in range(at.number - 1, 0, -1) if at.lines[n - 1].strip()), 1)
        lead = re.match(r"\s*(?:- +)*", at.lines[above - 1])
        columns = {
            len(lead[0]) if lead else 0,
            at.indent(above),
            at.indent(at.number),
            max(at.indent(at.number) - 2, 0),
        }
        yield [at.put(at.number, " " * column + found[1], at.line) for column in columns]


def _spaces(hint: str, at: _At) -> Iterator[Ways]:
    if "type a space in its place" in hint:
        yield [at.with_place(" ")]
    if "type ordinary spaces instead" in hint:
        yield [at.with_place(" " * (at.end - at.begin))]
    if "type spaces instead" in hint or "indent with spaces" in hint:
        yield [re.sub(r"\t", " " * number, at.text) for number in range(1, 13)]
    if "write a space behind each colon" in hint:
        yield [at.with_line(re.sub(r"(\w):(?=[^\s/])", r"\1: ", at.line))]
    if "type a line end in its place" in hint:
        yield [at.text.replace("\r", "\n"), at.text.replace("\r", "")]
    if found := re.search(
        r'(?:write a space behind (?:the|each) dash|type an ordinary hyphen and a space|begin it with "- "): "(- [^"…]+)"',
        hint,
    ):
        lead = re.match(r"\s*", at.line)
        yield [at.with_line((lead[0] if lead else "") + found[1])]


def _quotes(hint: str, at: _At) -> Iterator[Ways]:
    if found := re.search(r"\bclose it with (.)", hint):
        yield [at.with_line(at.line.rstrip() + found[1])]
    if re.search(r"put the (?:whole text|value|text) in quotes(?=$|;| if)", hint):
        prefix = at.prefix()
        value = at.line[len(prefix) :]
        lead = at.line[: at.indent(at.number)]
        yield [at.with_line(f"{prefix}{_in_quotes(value)}"), at.with_line(f"{lead}{_in_quotes(at.line[len(lead) :])}")]
    if "open it in front of the text too" in hint:
        prefix = at.prefix()
        yield [at.with_line(f'{prefix}"{at.line[len(prefix) :]}')]


def _in_quotes(value: str) -> str:
    return "'" + value.replace("'", "''") + "'" if '"' in value or "\\" in value else f'"{value}"'


def _others(hint: str, at: _At) -> Iterator[Ways]:
    if found := re.search(r'write the colon behind "(\w+)", not at the end', hint):
        yield [at.with_line(re.sub(rf"\b{found[1]} ", f"{found[1]}: ", at.line.rstrip().removesuffix(":"), count=1))]
    if 'put one "[" before the list and one "]" behind it' in hint:
        yield [at.with_line(f"{at.prefix()}[{at.line[len(at.prefix()) :].strip('[](){} ')}]")]
    if found := re.search(r'begin a new line before "(\w+:)"', hint):
        column = len(re.match(r"\s*(?:- +)*", at.line)[0])  # type: ignore[index]
        before, _, behind = at.line.partition(f" {found[1]}")
        yield [at.put(at.number, before, f"{' ' * column}{found[1]}{behind}")]
    if "remove one of the two" in hint:
        yield [at.with_line((at.line[: at.begin] + at.line[at.end :].lstrip(", ")).replace(", ]", "]"))]
    if "keep one of the two" in hint:
        yield [at.put(at.number)]
    if found := re.search(r"shorten it by (\d+)", hint):
        yield [at.with_line(at.line.rstrip()[: -int(found[1])].rstrip())]
    if found := re.search(r"or write (%\w+) for (.+)$", hint):
        sign = " " if found[2] == "a space" else found[2]
        value = at.line[len(at.prefix()) :]
        yield [at.with_line(at.prefix() + value.replace(sign, found[1]))]


_RULES: tuple[Callable[[str, _At], Iterator[Ways]], ...] = (
    _write,
    _write_number,
    _mean,
    _delete,
    _indent,
    _spaces,
    _quotes,
    _others,
)
