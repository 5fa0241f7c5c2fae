"""The kinds of slips: what people do wrong at a field when they write YAML by hand.

A slip gives the text with the mistake in it, or nothing where it cannot be made. What a check says of it is left to `trial`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.slips.making import SCALARS, Slip, key, line, value
from tests.slips.spots import Spot
from tests.slips.value_slips import VALUE_SLIPS


@dataclass(frozen=True)
class Mistake:
    """A slip made at a field: its name, where, and the text of the file with it."""

    slip: str
    spot: Spot
    text: str

    def __str__(self) -> str:
        return f"{self.slip} at {self.spot.name} ({self.spot.file}, {'.'.join(map(str, self.spot.path))})"


SLIPS: dict[str, Slip] = dict(VALUE_SLIPS)


def mistakes(spot: Spot) -> Iterator[Mistake]:
    """Yield each slip that can be made at a field, with what comes of it."""
    for name, slip in SLIPS.items():
        text = slip(spot)
        if text is not None and text != spot.text:
            yield Mistake(name, spot, text)


# Keys.
SLIPS |= {
    "key: a letter is missing": key(
        lambda key: key[: len(key) // 2] + key[len(key) // 2 + 1 :] if len(key) > 3 else None
    ),
    "key: two letters are swapped": key(lambda key: key[:1] + key[2] + key[1] + key[3:] if len(key) > 3 else None),
    "key: a letter is doubled": key(lambda key: key[:2] + key[1:]),
    "key: in capitals": key(str.upper),
    "key: with a capital": key(str.capitalize),
    "key: hyphen for underscore": key(lambda key: key.replace("_", "-")),
    "key: space for underscore": key(lambda key: key.replace("_", " ")),
    "key: of another word": key(lambda _: "remarks"),
    "key: in quotes": key(lambda key: f'"{key}"'),
    "key: in curly quotes": key(lambda key: f"“{key}”"),
    "key: one quote": key(lambda key: f'"{key}'),
    "key: in bold": key(lambda key: f"**{key}**"),
    "key: with a zero-width space": key(lambda key: f"{key}\u200b"),
    "key: with a Cyrillic letter": key(
        lambda key: re.sub("[aeo]", lambda found: {"a": "а", "e": "е", "o": "о"}[found[0]], key, count=1)
    ),
    "key: wide letters": key(lambda key: "".join(chr(ord(each) + 0xFEE0) if each.isalpha() else each for each in key)),
    "key: a hash in front": key(lambda key: f"#{key}"),
    "key: a question mark in front": key(lambda key: f"? {key}"),
    "key: a dash glued in front": key(lambda key: f"-{key}"),
    "key: a dash in front": key(lambda key: f"- {key}"),
}
# What stands between key and value.
SLIPS |= {
    "colon: none": line(r":", ""),
    "colon: no space behind": line(r": ", ":"),
    "colon: equals": line(r":( |$)", r" =\1"),
    "colon: equals glued": line(r": ", "="),
    "colon: arrow": line(r": ", " => "),
    "colon: assignment": line(r": ", " := "),
    "colon: semicolon": line(r":( |$)", r";\1"),
    "colon: comma": line(r": ", ", "),
    "colon: dash": line(r": ", " - "),
    "colon: full stop": line(r": ", ". "),
    "colon: wide": line(r": ", "："),
    "colon: doubled": line(r":( |$)", r"::\1"),
    "colon: space before": line(r":( |$)", r" :\1"),
    "colon: twice, spaced": line(r": ", ": : "),
    "colon: tab behind": line(r": ", ":\t"),
    "colon: tab before": line(r": ", "\t"),
    "colon: non-breaking space behind": line(r": ", ":\u00a0"),
    "colon: none and no space": line(r": ", ""),
    "colon: behind the value": line(r": (.*)", r" \1:"),
}


# Indentation, dashes, lines.
def _shift(spaces: int, whole: bool) -> Slip:
    def slip(spot: Spot) -> str | None:
        stop = spot.block_end if whole else spot.line_end
        if whole and "\n" not in spot.text[spot.line_start : stop].strip():
            return None
        block = spot.text[spot.line_start : stop]
        if spaces < 0 and not block.startswith(" " * -spaces):
            return None
        made = (
            re.sub(r"(?m)^(?=.*\S)", " " * spaces, block) if spaces > 0 else re.sub(rf"(?m)^ {{{-spaces}}}", "", block)
        )
        return spot.text[: spot.line_start] + made + spot.text[stop:]

    return slip


for _spaces in (1, -1, 2, -2, 4, -4):
    SLIPS[f"indent: {_spaces:+d}"] = _shift(_spaces, whole=False)
    if abs(_spaces) < 4:
        SLIPS[f"indent: {_spaces:+d} with what belongs to it"] = _shift(_spaces, whole=True)


def _dash(new: str) -> Slip:
    def slip(spot: Spot) -> str | None:
        lead = spot.line[: spot.column]
        return spot.with_line(re.sub(r"- +$", new, lead) + spot.line[spot.column :]) if spot.is_first else None

    return slip


SLIPS |= {
    "dash: none": _dash("  "),
    "dash: none and no spaces": _dash(""),
    "dash: no space behind": _dash("-"),
    "dash: two spaces behind": _dash("-  "),
    "dash: en dash": _dash("– "),
    "dash: em dash": _dash("— "),
    "dash: asterisk": _dash("* "),
    "dash: bullet": _dash("• "),
    "dash: doubled": _dash("- - "),
    "dash: two hyphens": _dash("-- "),
    "dash: tab behind": _dash("-\t"),
    "dash: shifted, the key stays": lambda spot: (
        spot.with_line(spot.line.replace("- ", "-  ", 1)[1:]) if spot.is_first and spot.line[0] == " " else None
    ),
    "dash: alone on its line": lambda spot: (
        spot.with_line(f"{spot.line[: spot.column].rstrip()}\n{' ' * spot.column}{spot.line[spot.column :]}")
        if spot.is_first
        else None
    ),
    "line: indented with a tab": lambda spot: (
        spot.with_line("\t" + spot.line.lstrip(" ")) if spot.line.startswith(" ") else None
    ),
    "line: indented with tabs": lambda spot: (
        spot.with_line(spot.line.replace("  ", "\t", spot.line.count("  ", 0, spot.column - spot.column % 2)))
        if spot.line.startswith(" ") and not spot.is_first
        else None
    ),
    "line: a non-breaking space in its indentation": lambda spot: (
        spot.with_line("\u00a0" + spot.line[1:]) if spot.line.startswith(" ") else None
    ),
    "line: missing": lambda spot: None if spot.is_first else spot.with_block(""),
    "line: a comment": lambda spot: None if spot.is_first or not spot.is_scalar else spot.with_line(f"# {spot.line}"),
    "line: only its first one missing": lambda spot: (
        None
        if spot.is_first or spot.is_scalar or spot.style in "[{"
        else spot.text[: spot.line_start] + spot.text[spot.line_end + 1 :]
    ),
    "line: twice": lambda spot: (
        None if spot.is_first or not spot.is_scalar else spot.with_line(f"{spot.line}\n{spot.line}")
    ),
    "line: twice, with another value": lambda spot: (
        None
        if spot.is_first or not spot.is_scalar
        else spot.with_line(f"{spot.line}\n{' ' * spot.column}{spot.key}: something else")
    ),
    "line: joined with the next": lambda spot: (
        spot.text[: spot.line_end] + " " + spot.text[spot.line_end :].lstrip()
        if spot.is_scalar and spot.text[spot.line_end :].strip()
        else None
    ),
    "line: trailing spaces": lambda spot: spot.with_line(spot.line + "   "),
    "line: trailing comma": lambda spot: spot.with_line(spot.line + ",") if spot.is_scalar else None,
    "line: trailing semicolon": lambda spot: spot.with_line(spot.line + ";") if spot.is_scalar else None,
    "line: blank one above": lambda spot: spot.with_line(f"\n{spot.line}"),
    "line: a fence of YAML above": lambda spot: (
        spot.with_line(f"---\n{spot.line}") if not spot.file.endswith(".md") else None
    ),
    "line: dots above": lambda spot: spot.with_line(f"...\n{spot.line}"),
    "line: a stray word above": lambda spot: spot.with_line(f"{' ' * spot.column}hello\n{spot.line}"),
    "line: a percent sign in front": lambda spot: spot.with_line(f"%{spot.line}"),
    "merge: both versions": lambda spot: (
        spot.with_line(f"<<<<<<< HEAD\n{spot.line}\n=======\n{spot.line} again\n>>>>>>> theirs")
        if spot.is_scalar
        else None
    ),
    "merge: its middle": lambda spot: spot.with_line(f"=======\n{spot.line}"),
    "merge: its end": lambda spot: spot.with_line(f"{spot.line}\n>>>>>>> theirs") if spot.is_scalar else None,
    "fence: Markdown's around the file": lambda spot: (
        f"```yaml\n{spot.text}```\n"
        if spot.path in {("title",), ("parties",), ("people",), ("origins",), ("as_of",)}
        and not spot.file.endswith(".md")
        else None
    ),
    "fence: Markdown's before the file": lambda spot: (
        f"```\n{spot.text}"
        if spot.path in {("title",), ("parties",), ("people",), ("origins",), ("as_of",)}
        and not spot.file.endswith(".md")
        else None
    ),
    "fence: Markdown's behind the file": lambda spot: (
        f"{spot.text}```\n"
        if spot.path in {("title",), ("parties",), ("people",), ("origins",), ("as_of",)}
        and not spot.file.endswith(".md")
        else None
    ),
}
# Values of any kind.
SLIPS |= {
    "value: empty": value("*", "", SCALARS),
    "value: empty quotes": value("*", '""', SCALARS),
    "value: a space in quotes": value("*", '" "', SCALARS),
    "value: tilde": value("*", "~", f"{SCALARS} [ - :"),
    "value: null": value("*", "null", f"{SCALARS} [ - :"),
    "value: in double quotes": value("*", '"{}"'),
    "value: in single quotes": value("*", lambda value: "'" + value.replace("'", "''") + "'"),
    "value: double quote not closed": value("*", '"{}'),
    "value: single quote not closed": value("*", "'{}"),
    "value: double quote not opened": value("*", '{}"'),
    "value: single quote not opened": value("*", "{}'"),
    "value: in curly quotes": value("*", "“{}”"),
    "value: in low and high quotes": value("*", "„{}“"),
    "value: in guillemets": value("*", "«{}»"),
    "value: in curly single quotes": value("*", "‘{}’"),
    "value: curly quote not closed": value("*", "“{}"),
    "value: curly quote not opened": value("*", "{}”"),
    "value: straight quote, closed by a curly one": value("*", '"{}”'),
    "value: curly quote, closed by a straight one": value("*", '“{}"'),
    "value: in backticks": value("*", "`{}`"),
    "value: at sign in front": value("*", "@{}"),
    "value: percent sign in front": value("*", "%{}"),
    "value: ampersand in front": value("*", "&{}"),
    "value: ampersand and space in front": value("*", "& {}"),
    "value: asterisk in front": value("*", "*{}"),
    "value: in italics": value("*", "*{}*"),
    "value: in bold": value("*", "**{}**"),
    "value: exclamation mark in front": value("*", "!{}"),
    "value: bar in front": value("*", "| {}"),
    "value: angle in front": value("*", "> {}"),
    "value: question mark in front": value("*", "? {}"),
    "value: dash in front": value("*", "- {}"),
    "value: comma in front": value("*", ", {}"),
    "value: bracket in front": value("*", "[{}"),
    "value: brace in front": value("*", "{{}"),
    "value: bracket behind": value("*", "{}]"),
    "value: a list of it": value("*", "[{}]", SCALARS),
    "value: in braces": value("*", "{{}}", SCALARS),
    "value: a mapping": value("*", "{value: {}}", SCALARS),
    "value: a list on lines": lambda spot: (
        spot.with_value(f"\n{' ' * spot.column}  - {spot.value}") if spot.is_scalar else None
    ),
    "value: a mapping on lines": lambda spot: (
        spot.with_value(f"\n{' ' * spot.column}  value: {spot.value}") if spot.is_scalar else None
    ),
    "value: a list where one text belongs": value(
        "text word id claim date moment number flag address language", "[{}, {}]", SCALARS
    ),
    "value: colon behind": value("*", "{}:"),
    "value: hash glued behind": value("*", "{} #1"),
    "value: a comment behind": value("*", "{} # see there"),
    "value: zero-width space in it": value("*", lambda value: f"{value[:2]}\u200b{value[2:]}"),
    "value: right-to-left mark in it": value("*", lambda value: f"{value[:2]}\u202e{value[2:]}"),
    "value: line separator in it": value("*", lambda value: f"{value[:2]}\u2028{value[2:]}"),
    "value: control character in it": value("*", lambda value: f"{value[:2]}\x08{value[2:]}"),
    "value: carriage return in it": value("*", lambda value: f"{value[:2]}\r{value[2:]}"),
    "value: lost character": value("*", lambda value: f"{value[:2]}\ufffd{value[3:]}"),
    "value: an address as Markdown": value("address", "[the text]({})"),
}
