"""Words for mismatches of single values: texts, words from a list, ids, dates, times, numbers, addresses.

A hint proposes a value only where there is no doubt which one is meant; reading what was meant is left to `guesses`.
"""

import calendar
import re

from dossier.binding.expected import allowed_words
from dossier.binding.guesses import guess_both_dates, guess_date, guess_moment
from dossier.binding.mismatch import Explanation, Mismatch
from dossier.model.ids import ID_PATTERN, ID_WORDS, id_of
from dossier.model.language import is_language, language_of, standard_tag
from dossier.model.web_address import UNSAFE, address_fault
from dossier.model.words import CLAIM_REF_PATTERN, LINE_PATTERN, SHA256_PATTERN
from dossier.problem import Area, Code, suggest
from dossier.wording.english import cut

EMPTY_TEXT = Code(
    "empty-text",
    Area.VALUES,
    "error",
    "A text is there but empty.",
    "Write the text, or delete the line if the key may be left out.",
)
TEXT_TOO_LONG = Code(
    "text-too-long",
    Area.VALUES,
    "error",
    "A text is longer than its place on the page can show.",
    "Shorten it; longer explanations belong into a note or a summary.",
)
SEVERAL_LINES = Code(
    "several-lines",
    Area.VALUES,
    "error",
    "A text that must be one line has several.",
    "Write it on one line, or begin it with `>-` so that its lines are joined.",
)
WRONG_WORD = Code(
    "wrong-word",
    Area.VALUES,
    "error",
    "A word is not one of those that are allowed here.",
    "Use one of the words that the problem lists.",
)
FORMER_WORD = Code(
    "former-word",
    Area.VALUES,
    "error",
    "A word is one that an earlier format had.",
    "Do what the problem says; `python build.py upgrade` rewrites a whole dossier.",
)
WRONG_ID = Code(
    "wrong-id",
    Area.VALUES,
    "error",
    "An id is not lower-case words joined by hyphens, such as `harbour-route`.",
    "Use only the letters a to z, digits and single hyphens.",
)
WRONG_CLAIM_NAME = Code(
    "wrong-claim-name",
    Area.VALUES,
    "error",
    "The name of a claim is neither `<brief>/<claim>` nor `<claim>`.",
    "Copy the name from the end of the claim's address on the site, or from its brief.",
)
WRONG_DATE = Code(
    "wrong-date",
    Area.VALUES,
    "error",
    "A date is written in another form than `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.",
    "Write the year first, with hyphens, and no more than is known: `2025-04` if the day is not.",
)
NO_SUCH_DATE = Code(
    "no-such-date",
    Area.VALUES,
    "error",
    "A date or time has the right form but does not exist.",
    "Look the date up again.",
)
WRONG_TIME = Code(
    "wrong-time",
    Area.VALUES,
    "error",
    "A time is written in another form than `2025-04-25T14:30:00+00:00`.",
    "Write date, T, time of day and offset from UTC; `new update` writes it for you.",
)
TIME_WITHOUT_OFFSET = Code(
    "time-without-offset",
    Area.VALUES,
    "error",
    "A time has no offset from UTC, so it could mean several moments.",
    "Add the offset: +00:00 for UTC, +02:00 where clocks are two hours ahead of it, and so on.",
)
NOT_A_NUMBER = Code(
    "not-a-number",
    Area.VALUES,
    "error",
    "A number is not written as a whole number in digits.",
    "Write the number in digits, without signs, points or words.",
)
NUMBER_TOO_SMALL = Code(
    "number-too-small",
    Area.VALUES,
    "error",
    "A number is smaller than it can be.",
    "Count again; paragraphs are counted from 1.",
)
WRONG_ADDRESS = Code(
    "wrong-address",
    Area.VALUES,
    "error",
    "A web address is not a complete http or https address.",
    "Copy the address from the address bar of a browser.",
)
WRONG_HASH = Code(
    "wrong-hash",
    Area.VALUES,
    "error",
    "A SHA-256 hash is not 64 characters from 0 to 9 and a to f.",
    "Let `source add` write it, or make it with `sha256sum`.",
)
WRONG_LANGUAGE = Code(
    "wrong-language",
    Area.VALUES,
    "error",
    "A language is not named by a tag such as `en` or `pt-BR`.",
    "Use the tag of BCP 47: the two or three letters of the language.",
)

_DERIVED = "delete the line: how a claim is known is now derived from its evidence"
_FORMER = {
    ("status", "confirmed"): _DERIVED,
    ("status", "reported"): _DERIVED,
    (
        "kind",
        "bucket",
    ): 'write "public-record" for what any reference work has, "background" for what an outlet says in '
    'its own voice, or "unattributed" where the source gives no origin',
}

_DOI = re.compile(r"(?:doi:\s*)?(10\.\d{4,9}(?:\.\d+)*/\S+)", re.IGNORECASE)
ONE_PARAGRAPH = "write the one that the quote stands in; what stands in two is two pieces of evidence"


def too_short(mismatch: Mismatch) -> Explanation:
    """A text that is empty or blank."""
    hint = "write the text, or delete the line" if mismatch.is_optional else "write the text"
    return Explanation(EMPTY_TEXT, f"{mismatch.subject} is empty", hint)


def too_long(mismatch: Mismatch) -> Explanation:
    """A text with too many characters."""
    most = mismatch.limits["max_length"]
    length = len(mismatch.value.strip())
    message = f"{mismatch.subject} has {length} characters; {most} are the most"
    return Explanation(TEXT_TOO_LONG, message, f"shorten it by {length - most}")


def wrong_word(mismatch: Mismatch) -> Explanation:
    """A word that is not among the allowed ones."""
    if former := _FORMER.get((mismatch.key, mismatch.value.strip())):
        message = f'{mismatch.subject} is "{mismatch.value.strip()}", a word of an earlier format'
        return Explanation(FORMER_WORD, message, former)
    words = allowed_words(mismatch.expected_type)
    guess = suggest(mismatch.value, words) or next(
        (word for word in words if word == mismatch.value.strip().casefold()), None
    )
    listed = f"it is one of: {', '.join(words)}"
    hint = f'did you mean "{guess}"? {listed}' if guess else listed
    return Explanation(WRONG_WORD, f'{mismatch.subject} cannot be "{cut(mismatch.value)}"', hint)


def wrong_form(mismatch: Mismatch) -> Explanation:
    """A text that does not match the pattern of its type."""
    return _FORMS[mismatch.limits["pattern"]](mismatch)


def _id(mismatch: Mismatch) -> Explanation:
    guess = id_of(re.sub(r"\.(?:ya?ml|md)$", "", mismatch.value.strip()))
    message = f'{mismatch.subject} is "{cut(mismatch.value)}", but an id is {ID_WORDS}'
    if mismatch.key == "id":
        return Explanation(
            WRONG_ID, message, f'write "{guess}"' if guess else "write a short name for it in such letters"
        )
    # `check` knows all ids, and proposes one.
    return Explanation(WRONG_ID, message, part=mismatch.value.strip())


def _claim_ref(mismatch: Mismatch) -> Explanation:
    message = f'{mismatch.subject} is "{cut(mismatch.value)}", which cannot be the name of a claim'
    return Explanation(WRONG_CLAIM_NAME, message, part=mismatch.value.strip())


def _line(mismatch: Mismatch) -> Explanation:
    count = len(mismatch.value.strip().splitlines())
    hint = "begin the text with >- instead of |, or write it on one line" if count > 1 else "write it on one line"
    return Explanation(SEVERAL_LINES, f"{mismatch.subject} has {count} lines, but only one is allowed", hint)


def address_form(mismatch: Mismatch) -> Explanation:
    """An address that no page can link to."""
    value = mismatch.value.strip()
    is_no = f'{mismatch.subject} is "{cut(value)}", which'
    match address_fault(value):
        case "scheme":
            return Explanation(WRONG_ADDRESS, f"{is_no} is no http or https address", _whole_address(value))
        case "character":
            found = UNSAFE.search(value)
            sign = found.group() if found else ""
            code = "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "surrogatepass"))
            which = "a space" if sign.isspace() else sign
            message = f"{mismatch.subject} has {which} in it, which an address can only have as {code}"
            return Explanation(
                WRONG_ADDRESS, message, f"copy the address anew, or write {code} for {which}", part=sign.strip()
            )
        case "user":
            who = value.partition("://")[2].partition("@")[0]
            message = f"{mismatch.subject} has a user's name or password in front of its host, and would show it to all readers"
            return Explanation(WRONG_ADDRESS, message, f'delete "{who}@"', part=f"{who}@")
        case "port":
            return Explanation(
                WRONG_ADDRESS, f"{is_no} has no number of a port behind its host", "copy the address anew"
            )
        case _:
            return Explanation(WRONG_ADDRESS, f"{is_no} names no host that there could be", "copy the address anew")


def _whole_address(value: str) -> str:
    """Return how an address without its scheme, or with another one, is made whole."""
    if doi := _DOI.fullmatch(value):
        return f'write "https://doi.org/{doi[1]}"'
    scheme, _, rest = value.partition("://")
    if rest and scheme.casefold() in {"http", "https"}:
        return f'write "{scheme.casefold()}" in lower case'
    if not rest and re.match(r"[^\W_][\w-]*(\.[\w-]+)+(:\d+)?(/|$)", value) and not address_fault(f"https://{value}"):
        return f'write the whole address, such as "https://{cut(value)}"'
    return 'write the whole address, from "https://" on'


def _hash(mismatch: Mismatch) -> Explanation:
    message = f"{mismatch.subject} is no SHA-256 hash: 64 characters, 0 to 9 and a to f"
    made_by = "python build.py review" if mismatch.key == "digest" else "sha256sum <file>"
    hint = "write its letters in lower case" if re.fullmatch(r"[0-9A-Fa-f]{64}", mismatch.value.strip()) else ""
    return Explanation(WRONG_HASH, message, hint or f"make it with: {made_by}")


def language_form(mismatch: Mismatch) -> Explanation:
    """A text that is no tag of a language."""
    tag = mismatch.value.strip()
    message = f'{mismatch.subject} is "{cut(tag)}", which is no language tag'
    if meant := standard_tag(tag):
        return Explanation(WRONG_LANGUAGE, f'{mismatch.subject} is "{cut(tag)}", an old tag', f'write "{meant}"')
    written = tag.lower().replace("_", "-")
    if meant := standard_tag(written) or (written if is_language(written) else ""):
        return Explanation(WRONG_LANGUAGE, message, f'write "{meant}"')
    if spoken := language_of(tag):
        message += f", but the code of a country; its language is {spoken}"
        return Explanation(WRONG_LANGUAGE, message, f'write "{spoken}" if that is the language')
    return Explanation(WRONG_LANGUAGE, message, "write a tag such as en, uk or pt-BR")


_FORMS = {
    ID_PATTERN: _id,
    CLAIM_REF_PATTERN: _claim_ref,
    LINE_PATTERN: _line,
    SHA256_PATTERN: _hash,
}


def date_form(mismatch: Mismatch) -> Explanation:
    """A date in another format."""
    guess = guess_date(mismatch.value)
    message = f'{mismatch.subject} is "{cut(mismatch.value)}", but a date is written as YYYY, YYYY-MM or YYYY-MM-DD'
    either = guess_both_dates(mismatch.value)
    hint = f'write "{either[0]}" or "{either[1]}", whichever is meant' if either else ""
    if mismatch.key == "published" and not either:
        hint = "write unknown where nobody can tell, and say why in `published_basis`"
    return Explanation(WRONG_DATE, message, f'write "{guess}"' if guess else hint)


def day_form(mismatch: Mismatch) -> Explanation:
    """A date that is less precise than a day."""
    return Explanation(
        WRONG_DATE, f'{mismatch.subject} is "{cut(mismatch.value)}", but a day is written as YYYY-MM-DD', ""
    )


def date_unreal(mismatch: Mismatch) -> Explanation:
    """A date that does not exist."""
    year, month, *_ = (int(part) for part in (mismatch.value.strip() + "-1-1").split("-"))
    if year == 0:
        why = "there is no year 0"
    elif not 1 <= month <= 12:
        why = f"there is no month {month}"
    else:
        why = f"{calendar.month_name[month]} {year} has {calendar.monthrange(year, month)[1]} days"
    return Explanation(
        NO_SUCH_DATE, f"{mismatch.subject} is {mismatch.value.strip()}, but {why}", _date_hint(mismatch.value.strip())
    )


def _date_hint(text: str) -> str:
    """Return a hint for a date that does not exist."""
    year, *rest = text.split("-")
    if len(rest) == 2:
        month, day = rest
        if swapped := guess_date(f"{year}-{day}-{month}"):
            return f'if day and month are the wrong way round, write "{swapped}"'
        if known := guess_date(f"{year}-{month}"):
            return f'look the day up again, or write "{known}" if it is not known'
    return "look the date up again"


def moment_form(mismatch: Mismatch) -> Explanation:
    """A time in another format, or without its offset."""
    guess, stated = guess_moment(mismatch.value)
    if guess and not stated:
        return Explanation(
            TIME_WITHOUT_OFFSET,
            f'{mismatch.subject} is "{cut(mismatch.value)}", which lacks its offset from UTC',
            f'write "{guess}" if that is UTC',
        )
    message = f'{mismatch.subject} is "{cut(mismatch.value)}", but a time is written as 2025-04-25T14:30:00+00:00'
    if guess:
        return Explanation(WRONG_TIME, message, f'write "{guess}"')
    return Explanation(WRONG_TIME, message, "give the date, the time of day and the offset from UTC")


def moment_unreal(mismatch: Mismatch) -> Explanation:
    """A time that does not exist."""
    day, _, time = mismatch.value.strip().partition("T")
    if not guess_date(day):
        hint = _date_hint(day)
    else:
        hint = "hours run from 00 to 23" if time[:2] > "23" else "minutes and seconds run from 00 to 59"
    return Explanation(NO_SUCH_DATE, f"{mismatch.subject} is {mismatch.value.strip()}, but there is no such time", hint)


def moment_early(mismatch: Mismatch) -> Explanation:
    """A time before anything was published on the web, as programs write it that know none."""
    message = f"{mismatch.subject} is {mismatch.value.strip()}, and nothing was published on the web before 1990"
    return Explanation(WRONG_TIME, message, "write when the change was published")


def paragraphs_form(mismatch: Mismatch) -> Explanation:
    """What is no number of a paragraph and no range of them."""
    if not isinstance(mismatch.value, str):
        return Explanation(NOT_A_NUMBER, f"{mismatch.subject} must be a number, or a range such as 4-11")
    wanted = "the number of a paragraph is wanted, or a range such as 4-11"
    found = re.findall(r"\d{1,6}", mismatch.value)
    parted = re.fullmatch(r"[\s\d,;&+–—-]+(?:and[\s\d]+)?", mismatch.value)
    hint = f"write {found[0]}" if len(found) == 1 and not re.search(r"[-+.,]\s*\d", mismatch.value) else ""
    if len(found) > 1 and parted:
        hint = "make each number or range an element of its own"
    return Explanation(NOT_A_NUMBER, f'{mismatch.subject} is "{cut(mismatch.value)}", but {wanted}', hint)


def paragraphs_turned(mismatch: Mismatch) -> Explanation:
    """A range that runs backwards."""
    first, last = re.findall(r"\d+", mismatch.value)
    message = f'{mismatch.subject} is "{cut(mismatch.value)}", which runs backwards'
    return Explanation(NOT_A_NUMBER, message, f'write "{last}-{first}"')


def number_form(mismatch: Mismatch) -> Explanation:
    """A number that is not written in digits alone."""
    digits = re.search(r"\d+", mismatch.value)
    only = digits is not None and not re.search(r"\d", mismatch.value[digits.end() :]) and len(digits.group()) < 10
    signed = re.search(r"[-+.,]\s*\d", mismatch.value)
    hint = f"write {int(digits.group())}" if digits and only and not signed else _one_paragraph(mismatch)
    return Explanation(
        NOT_A_NUMBER, f'{mismatch.subject} is "{cut(mismatch.value)}", but a whole number in digits is expected', hint
    )


def _one_paragraph(mismatch: Mismatch) -> str:
    several = mismatch.key == "paragraph" and re.fullmatch(r"[\d\s,;&+–—-]+(?:and[\d\s]+)?", mismatch.value)
    return ONE_PARAGRAPH if several else ""


def flag_form(mismatch: Mismatch) -> Explanation:
    """Something other than `true` or `false`."""
    value = str(mismatch.value).strip().casefold()
    guess = {"yes": "true", "no": "false"}.get(value, value)
    hint = f"write {guess}" if guess in {"true", "false"} else "write true or false"
    return Explanation(
        WRONG_WORD, f'{mismatch.subject} is "{cut(str(mismatch.value))}", but true or false is expected', hint
    )


def number_small(mismatch: Mismatch) -> Explanation:
    """A number that is too small."""
    least = mismatch.limits["ge"]
    hint = "paragraphs are counted from 1" if mismatch.key.startswith("paragraph") else ""
    return Explanation(NUMBER_TOO_SMALL, f"{mismatch.subject} is {mismatch.value}, but {least} is the least", hint)
