"""Faults of single values: texts, words from a list, ids, dates, times, numbers, addresses.

Never proposes a value unless there is only one that can be meant.
"""

import calendar
import re

from dossier.binding.expected import words_of
from dossier.binding.guesses import meant_date, meant_dates, meant_id, meant_moment
from dossier.binding.mismatch import Misfit, Said, cut
from dossier.model.words import (
    CLAIM_REF_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LINE_PATTERN,
    SHA256_PATTERN,
    URL_PATTERN,
)
from dossier.problem import suggest

ONE_PARAGRAPH = "write the one that the quote stands in; what stands in two is two pieces of evidence"


def too_short(misfit: Misfit) -> Said:
    """A text that is empty or only blanks."""
    hint = "write the text, or delete the line" if misfit.optional else "write the text"
    return Said("empty-text", f"{misfit.what} is empty", hint)


def too_long(misfit: Misfit) -> Said:
    """A text beyond its limit."""
    most = misfit.limits["max_length"]
    length = len(misfit.value.strip())
    message = f"{misfit.what} has {length} characters; {most} are the most"
    return Said("text-too-long", message, f"shorten it by {length - most}")


def wrong_word(misfit: Misfit) -> Said:
    """A word that is none of the fixed ones."""
    words = words_of(misfit.kind)
    meant = suggest(misfit.value, words) or next(
        (word for word in words if word == misfit.value.strip().casefold()), None
    )
    listed = f"it is one of: {', '.join(words)}"
    hint = f'did you mean "{meant}"? {listed}' if meant else listed
    return Said("wrong-word", f'{misfit.what} cannot be "{cut(misfit.value)}"', hint)


def wrong_form(misfit: Misfit) -> Said:
    """A text that does not have the form of its kind."""
    return _FORMS[misfit.limits["pattern"]](misfit)


def _id(misfit: Misfit) -> Said:
    meant = meant_id(misfit.value)
    message = f'{misfit.what} is "{cut(misfit.value)}", but an id is lower-case words joined by hyphens'
    if misfit.key == "id":
        return Said("wrong-id", message, f'write "{meant}"' if meant else "")
    # Which of the ids that there are was meant is for those to say who know them all.
    return Said("wrong-id", message, part=misfit.value.strip())


def _claim_ref(misfit: Misfit) -> Said:
    message = f'{misfit.what} is "{cut(misfit.value)}", which cannot be the name of a claim'
    return Said("wrong-claim-name", message, part=misfit.value.strip())


def _line(misfit: Misfit) -> Said:
    count = len(misfit.value.strip().splitlines())
    hint = "begin the text with >- instead of |, or write it on one line" if count > 1 else "write it on one line"
    return Said("several-lines", f"{misfit.what} has {count} lines, but only one is wanted", hint)


def _url(misfit: Misfit) -> Said:
    value = misfit.value.strip()
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", value)
    if not re.match(r"https?://", value):
        if scheme and scheme[1].casefold() in {"http", "https"} and "://" in value:
            hint = f'write "{scheme[1].casefold()}" in lower case'
        elif re.match(r"(www\.)?[\w-]+(\.[\w-]+)+(/|$)", value):
            hint = f'write the whole address, such as "https://{cut(value)}"'
        else:
            hint = 'write the whole address, from "https://" on'
        return Said("wrong-address", f'{misfit.what} is "{cut(value)}", which is no http or https address', hint)
    found = re.search(r"[\s<>\"'`\\{}|^]", value.partition("://")[2])
    if not found:
        return Said("wrong-address", f"{misfit.what} has no host behind its scheme", "write the whole address")
    code = "".join(f"%{byte:02X}" for byte in found.group().encode())
    which = "a space" if found.group().isspace() else found.group()
    message = f"{misfit.what} has {which} in it, which no address can have"
    return Said(
        "wrong-address", message, f"copy the address anew, or write {code} for {which}", part=found.group().strip()
    )


def _hash(misfit: Misfit) -> Said:
    message = f"{misfit.what} is no SHA-256 hash: 64 characters, 0 to 9 and a to f"
    hint = "write its letters in lower case" if re.fullmatch(r"[0-9A-Fa-f]{64}", misfit.value.strip()) else ""
    return Said("wrong-hash", message, hint or "make it with: sha256sum <file>")


def _language(misfit: Misfit) -> Said:
    message = f'{misfit.what} is "{cut(misfit.value)}", which is no language tag'
    return Said("wrong-language", message, "write a tag such as en, uk or pt-BR")


_FORMS = {
    ID_PATTERN: _id,
    CLAIM_REF_PATTERN: _claim_ref,
    LINE_PATTERN: _line,
    URL_PATTERN: _url,
    SHA256_PATTERN: _hash,
    LANGUAGE_PATTERN: _language,
}


def date_form(misfit: Misfit) -> Said:
    """A date in another form than ours."""
    meant = meant_date(misfit.value)
    message = f'{misfit.what} is "{cut(misfit.value)}", but a date is written as YYYY, YYYY-MM or YYYY-MM-DD'
    either = meant_dates(misfit.value)
    hint = f'write "{either[0]}" or "{either[1]}", whichever is meant' if either else ""
    return Said("wrong-date", message, f'write "{meant}"' if meant else hint)


def date_unreal(misfit: Misfit) -> Said:
    """A date that no calendar has."""
    year, month, *_ = (int(part) for part in (misfit.value.strip() + "-1-1").split("-"))
    if year == 0:
        why = "there is no year 0"
    elif not 1 <= month <= 12:
        why = f"there is no month {month}"
    else:
        why = f"{calendar.month_name[month]} {year} has {calendar.monthrange(year, month)[1]} days"
    return Said("no-such-date", f"{misfit.what} is {misfit.value.strip()}, but {why}", _real_date(misfit.value.strip()))


def _real_date(text: str) -> str:
    """Say how a date that no calendar has can be put right."""
    year, *rest = text.split("-")
    if len(rest) == 2:
        month, day = rest
        if turned := meant_date(f"{year}-{day}-{month}"):
            return f'if day and month are the wrong way round, write "{turned}"'
        if known := meant_date(f"{year}-{month}"):
            return f'look the day up again, or write "{known}" if it is not known'
    return "look the date up again"


def moment_form(misfit: Misfit) -> Said:
    """A time in another form than ours, or without its offset."""
    meant, stated = meant_moment(misfit.value)
    if meant and not stated:
        return Said(
            "time-without-offset",
            f'{misfit.what} is "{cut(misfit.value)}", which lacks its offset from UTC',
            f'write "{meant}" if that is UTC',
        )
    message = f'{misfit.what} is "{cut(misfit.value)}", but a time is written as 2025-04-25T14:30:00+00:00'
    if meant:
        return Said("wrong-time", message, f'write "{meant}"')
    return Said("wrong-time", message, "give the date, the time of day and the offset from UTC")


def moment_unreal(misfit: Misfit) -> Said:
    """A time that no clock or calendar has."""
    day, _, time = misfit.value.strip().partition("T")
    if not meant_date(day):
        hint = _real_date(day)
    else:
        hint = "hours run from 00 to 23" if time[:2] > "23" else "minutes and seconds run from 00 to 59"
    return Said("no-such-date", f"{misfit.what} is {misfit.value.strip()}, but there is no such time", hint)


def number_form(misfit: Misfit) -> Said:
    """Something else than digits."""
    digits = re.search(r"\d+", misfit.value)
    only = digits is not None and not re.search(r"\d", misfit.value[digits.end() :]) and len(digits.group()) < 10
    signed = re.search(r"[-+.,]\s*\d", misfit.value)
    hint = f"write {digits.group()}" if digits and only and not signed else _numbers_between(misfit)
    return Said("not-a-number", f'{misfit.what} is "{cut(misfit.value)}", but a whole number in digits is wanted', hint)


def _numbers_between(misfit: Misfit) -> str:
    found = re.fullmatch(r"\s*(\d{1,6})\s*[-–—]\s*(\d{1,6})\s*", misfit.value)
    if misfit.key == "paragraph" and re.fullmatch(r"[\d\s,;&+–—-]+(?:and[\d\s]+)?", misfit.value):
        return ONE_PARAGRAPH
    if not found or not isinstance(misfit.path[-1], int) or not 0 < int(found[2]) - int(found[1]) < 30:
        return ""
    return f"write {', '.join(str(number) for number in range(int(found[1]), int(found[2]) + 1))}"


def number_small(misfit: Misfit) -> Said:
    """A number below its limit."""
    least = misfit.limits["ge"]
    hint = "paragraphs are counted from 1" if misfit.key.startswith("paragraph") else ""
    return Said("number-too-small", f"{misfit.what} is {misfit.value}, but {least} is the least", hint)
