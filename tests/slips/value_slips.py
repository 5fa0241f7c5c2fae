"""The kinds of slips in values of one kind: texts, words, ids, lists, dates, numbers, addresses.

Those in values of any kind, and around values, are left to `slips`.
"""

import re
from collections.abc import Callable

from tests.slips.making import Slip, value

VALUE_SLIPS: dict[str, Slip] = {}
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_MONTHS = "January February March April May June July August September October November December".split()

# Texts.
_TEXTS = "text setting"
VALUE_SLIPS |= {
    "text: colon and space in it": value("text", lambda value: value.replace(" ", ": ", 1) if " " in value else None),
    "text: hash in it": value("text", lambda value: value.replace(" ", " #", 1) if " " in value else None),
    "text: hash and space in it": value("text", lambda value: value.replace(" ", " # ", 1) if " " in value else None),
    "text: quoted word first": value("text", lambda value: re.sub(r"^(\w+)", r'"\1"', value) if " " in value else None),
    "text: quoted word last": value(
        "text", lambda value: re.sub(r"(\w+)(\W?)$", r'"\1"\2', value) if " " in value else None
    ),
    "text: quotes in quotes": value(
        "text", lambda value: '"' + re.sub(r" (\w+)", r' "\1"', value, count=1) + '"' if " " in value else None
    ),
    "text: apostrophe in single quotes": value(
        "text", lambda value: "'" + value.replace(" ", "'s ", 1) + "'" if " " in value else None
    ),
    "text: backslash in double quotes": value(
        "text", lambda value: '"' + value.replace(" ", r"\, ", 1) + '"' if " " in value else None
    ),
    "text: bracketed word first": value(
        "text", lambda value: re.sub(r"^(\w+)", r"[\1]", value) if " " in value else None
    ),
    "text: braced word first": value("text", lambda value: re.sub(r"^(\w+)", r"{\1}", value) if " " in value else None),
    "text: broken, goes on in the first column": value(
        "text", lambda value: value.replace(" ", "\n", 1) if " " in value else None
    ),
    "text: broken, goes on in the column of the key": lambda spot: (
        spot.with_value(spot.value.replace(" ", "\n" + " " * spot.column, 1))
        if spot.kind == "text" and spot.style == "plain" and " " in spot.value
        else None
    ),
    "text: two lines": lambda spot: (
        spot.with_value(f"|\n{' ' * spot.column}  {spot.value}\n{' ' * spot.column}  And more.")
        if spot.kind == "text" and spot.style == "plain"
        else None
    ),
    "text: too long": value("text", lambda value: value + " and so on and on" * 20),
    "text: block mark and text on one line": value("text", lambda value: re.sub(r">-?\s+", ">- ", value), ">"),
    "text: block that is not indented": value("text", lambda value: re.sub(r"\n +", "\n", value), ">"),
    "text: block mark missing": lambda spot: (
        spot.with_value(spot.value.removeprefix(">-").lstrip()) if spot.style == ">" and spot.kind == "text" else None
    ),
}
# Words, ids, names of claims.
_NAMES = "id claim"
VALUE_SLIPS |= {
    "word: a letter is missing": value("word", lambda value: value[:2] + value[3:] if len(value) > 3 else None),
    "word: two letters are swapped": value(
        "word", lambda value: value[:1] + value[2] + value[1] + value[3:] if len(value) > 3 else None
    ),
    "word: in capitals": value("word", str.upper),
    "word: with a capital": value("word", str.capitalize),
    "word: unknown": value("word", "sometimes"),
    "word: a number": value("word flag id claim language", "7"),
    "id: a letter is missing": value(_NAMES, lambda value: value[: len(value) // 2] + value[len(value) // 2 + 1 :]),
    "id: a letter is missing at its end": value(_NAMES, lambda value: value[:-1]),
    "id: two letters are swapped": value(_NAMES, lambda value: value[:1] + value[2] + value[1] + value[3:]),
    "id: a letter more": value(_NAMES, lambda value: value[:3] + value[2:]),
    "id: with a capital": value(_NAMES, str.capitalize),
    "id: in capitals": value(_NAMES, str.upper),
    "id: underscores": value(_NAMES, lambda value: value.replace("-", "_")),
    "id: spaces": value(_NAMES, lambda value: value.replace("-", " ")),
    "id: full stop behind": value(_NAMES, "{}."),
    "id: a file's ending": value(_NAMES, "{}.yaml"),
    "id: a slash in front": value(_NAMES, "/{}"),
    "id: a Cyrillic letter": value(
        _NAMES, lambda value: re.sub("[aeo]", lambda found: {"a": "а", "e": "е", "o": "о"}[found[0]], value, count=1)
    ),
    "id: a non-breaking hyphen": value(_NAMES, lambda value: value.replace("-", "\u2011", 1)),
    "id: an en dash": value(_NAMES, lambda value: value.replace("-", "–", 1)),
    "id: unknown": value(_NAMES, "weather-in-march"),
    "ids: the first misspelt": value("ids", lambda value: re.sub(r"\w(\w)(?=[\],])", r"\1", value, count=1), "["),
    "ids: the first unknown": value("ids", lambda value: re.sub(r"[\w/-]+", "weather-in-march", value, count=1), "["),
    "ids: the first with a capital": value(
        "ids", lambda value: re.sub(r"[a-z]", lambda found: found[0].upper(), value, count=1), "["
    ),
    "ids: the first with underscores": value("ids", lambda value: value.replace("-", "_", 1), "["),
    "ids: one twice": value("ids", lambda value: re.sub(r"([\w/-]+)", r"\1, \1", value, count=1), "["),
}
# Lists.
_LISTS = "texts ids paragraphs"
VALUE_SLIPS |= {
    "list: text in its place": value(_LISTS, lambda value: value.strip("[]"), "["),
    "list: bracket doubled at its end": value(_LISTS, "{}]", "["),
    "list: bracket doubled at both ends": value(_LISTS, "[{}]", "["),
    "list: bracket doubled at its start": value(_LISTS, "[{}", "["),
    "list: bracket missing at its end": value(_LISTS, lambda value: value.removesuffix("]"), "["),
    "list: bracket missing at its start": value(_LISTS, lambda value: value.removeprefix("["), "["),
    "list: closed by a brace": value(_LISTS, lambda value: value.removesuffix("]") + "}", "["),
    "list: closed by a parenthesis": value(_LISTS, lambda value: value.removesuffix("]") + ")", "["),
    "list: in parentheses": value(_LISTS, lambda value: f"({value.strip('[]')})", "["),
    "list: in braces": value(_LISTS, lambda value: f"{{{value.strip('[]')}}}", "["),
    "list: commas missing": value(_LISTS, lambda value: value.replace(",", ""), "["),
    "list: semicolons": value(_LISTS, lambda value: value.replace(",", ";"), "["),
    "list: comma at its end": value(_LISTS, lambda value: value.replace("]", ",]"), "["),
    "list: comma doubled": value(_LISTS, lambda value: value.replace(",", ",,"), "["),
    "list: comma in front": value(_LISTS, lambda value: value.replace("[", "[, "), "["),
    "list: empty": value(_LISTS, "[]", "["),
    "list: text behind it": value(_LISTS, "{} and others", "["),
    "list: comma behind it": value(_LISTS, "{},", "["),
    "list: an empty element": lambda spot: (
        spot.with_value(spot.value + "\n" + spot.text[spot.text.rfind("\n", 0, spot.start) + 1 : spot.start] + "- ")
        if spot.style == "-" and not spot.kind.startswith("record")
        else None
    ),
    "list: dashes glued": value(_LISTS, lambda value: re.sub(r"(^|\n *)- ", r"\1-", value), "-"),
    "list: one dash glued": value(_LISTS, lambda value: re.sub(r"(\n *)- ", r"\1-", value, count=1), "-"),
    "list: no dashes": value(_LISTS, lambda value: re.sub(r"(^|\n *)- ", r"\1", value), "-"),
    "list: en dashes": value(_LISTS, lambda value: re.sub(r"(^|\n *)- ", r"\1– ", value), "-"),
    "list: its last element off by one": value(
        _LISTS,
        lambda value: (
            " ".join(value.rsplit("- ", 1)[:1]) + " - " + value.rsplit("- ", 1)[1] if value.count("- ") > 1 else None
        ),
        "-",
    ),
    "records: the list written as one": value("records", "none yet", "-"),
    "records: written as an empty list": value("records", "[]", "-"),
    "record: a text": value("record", "see above", ":"),
    "record: a list": lambda spot: (
        spot.with_value(re.sub(r"^", "- ", spot.value))
        if spot.kind == "record" and spot.value.count("\n") == 0
        else None
    ),
}


# Dates, times, numbers and other forms.
def _date(form: Callable[[str, int, int], str]) -> Slip:
    def change(value: str) -> str | None:
        found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value)
        return form(found[1], int(found[2]), int(found[3])) if found else None

    return value("date", change)


def _moment(pattern: str, by: str) -> Slip:
    return value("moment", lambda value: re.sub(pattern, by, value, count=1))


VALUE_SLIPS |= {
    "date: with points": _date(lambda year, month, day: f"{day:02}.{month:02}.{year}"),
    "date: with slashes, day first": _date(lambda year, month, day: f"{day:02}/{month:02}/{year}"),
    "date: with slashes, month first": _date(lambda year, month, day: f"{month:02}/{day:02}/{year}"),
    "date: with slashes, year first": _date(lambda year, month, day: f"{year}/{month:02}/{day:02}"),
    "date: with hyphens, day first": _date(lambda year, month, day: f"{day:02}-{month:02}-{year}"),
    "date: run together": _date(lambda year, month, day: f"{year}{month:02}{day:02}"),
    "date: in words": _date(lambda year, month, day: f"{day} {_MONTHS[month - 1]} {year}"),
    "date: in words, month first": _date(lambda year, month, day: f"{_MONTHS[month - 1]} {day}, {year}"),
    "date: month in words": _date(lambda year, month, _: f"{_MONTHS[month - 1]} {year}"),
    "date: short month": _date(lambda year, month, day: f"{day} {_MONTHS[month - 1][:3]} {year}"),
    "date: no zeros": _date(lambda year, month, day: f"{year}-{month}-{day}"),
    "date: a month that is none": _date(lambda year, _, day: f"{year}-13-{day:02}"),
    "date: a day that is none": _date(lambda year, *_: f"{year}-02-30"),
    "date: month and day swapped": _date(lambda year, month, day: f"{year}-{day:02}-{month:02}"),
    "date: with a time": _date(lambda year, month, day: f"{year}-{month:02}-{day:02}T00:00:00"),
    "date: Arabic digits": value("date", lambda value: value.translate(_ARABIC)),
    "date: en dashes": value("date", lambda value: value.replace("-", "–")),
    "date: two digits for the year": value("date", lambda value: value[2:]),
    "date: a word": value("date", "yesterday"),
    "date: crosses for the day": _date(lambda year, month, _: f"{year}-{month:02}-xx"),
    "date: zero for the day": _date(lambda year, month, _: f"{year}-{month:02}-00"),
    "date: a quarter": _date(lambda year, *_: f"{year}-Q2"),
    "date: circa": value("date", "c. {}"),
    "date: a question mark": value("date", "{}?"),
    "date: a letter for a digit": value("date", lambda value: value.replace("0", "O", 1)),
    "moment: no offset": _moment(r"[+-]\d\d:\d\d$", ""),
    "moment: a space for T": _moment("T", " "),
    "moment: a space before the offset": _moment(r"(?=[+-]\d\d:\d\d$)", " "),
    "moment: offset without colon": _moment(r"(\d\d):(\d\d)$", r"\1\2"),
    "moment: only the date": _moment("T.*", ""),
    "moment: UTC": _moment(r"[+-]\d\d:\d\d$", " UTC"),
    "moment: hour 25": _moment(r"T\d\d", "T25"),
    "moment: one digit for the hour": _moment(r"T0", "T"),
    "moment: Arabic digits": value("moment", lambda value: value.translate(_ARABIC)),
    "moment: points in the time": _moment(r"(T\d\d):(\d\d):", r"\1.\2."),
    "moment: morning": _moment(r"T.*", " 8:30 am"),
    "moment: in words": _moment(r".*", "8 May 2031, 08:30"),
    "number: Arabic digits": value("number", lambda value: value.translate(_ARABIC)),
    "number: in words": value("number", "three"),
    "number: full stop behind": value("number", "{}."),
    "number: a decimal": value("number", "{}.0"),
    "number: a range": value("number", "{}-9"),
    "number: a hash in front": value("number", "#{}"),
    "number: a minus in front": value("number", "-{}"),
    "number: a plus in front": value("number", "+{}"),
    "number: zero": value("number", "0"),
    "number: two": value("number", "{}, 9"),
    "number: a sign in front": value("number", "§{}"),
    "number: a word in front": value("number", "paragraph {}"),
    "number: an ordinal": value("number", "{}rd"),
    "number: letter O for zero": value("number", "1O"),
    "number: a letter": value("number", "l"),
    "paragraphs: Arabic digits": value("paragraphs", lambda value: value.translate(_ARABIC), "["),
    "paragraphs: a word": value("paragraphs", lambda value: re.sub(r"\d+", "one", value, count=1), "["),
    "paragraphs: turned": value("paragraphs", lambda value: re.sub(r"6-7", "7-6", value), "["),
    "paragraphs: zero": value("paragraphs", lambda value: re.sub(r"\d+", "0", value, count=1), "["),
    "paragraphs: to": value("paragraphs", lambda value: value.replace("-", " to "), "["),
    "flag: yes": value("flag", "yes"),
    "flag: with a capital": value("flag", "True"),
    "flag: a digit": value("flag", "1"),
    "flag: on": value("flag", "on"),
    "flag: a word": value("flag", "perhaps"),
    "address: no scheme": value("address", lambda value: value.removeprefix("https://")),
    "address: a space in it": value(
        "address", lambda value: value.replace("/20", "/ 20").replace("/early", "/ early").replace("/812", "/ 812")
    ),
    "address: scheme misspelt": value("address", lambda value: value.replace("https", "htps")),
    "address: one slash": value("address", lambda value: value.replace("//", "/", 1)),
    "address: scheme in capitals": value("address", lambda value: value.replace("https", "HTTPS")),
    "address: in angles": value("address", "<{}>"),
    "address: a comma for a point": value("address", lambda value: value.replace(".", ",", 1)),
    "address: a name and a password": value("address", lambda value: value.replace("//", "//ann:secret@", 1)),
    "language: in words": value("language", "English"),
    "language: in capitals": value("language", str.upper),
    "language: underscore": value("language", "{}_GB"),
    "language: a country": value("language", "UA"),
    "language: three letters": value("language", "eng"),
    "language: unknown": value("language", "qq"),
    "hash: in capitals": value("hash", str.upper),
    "hash: cut off": value("hash", lambda value: value[:-1]),
    "hash: of another text": value("hash", lambda value: value[::-1]),
}
