"""Says which characters no text of ours may hold, and where those that some scripts need may stand.

What is said of a refused character to a person is left to `characters`.

Everything rests on the properties that Unicode gives each character, as `regex` knows them:

* A direction mark stands in a line that has letters or digits written from right to left. So does an isolate whose end is
  in the line, too. Overrides and embeddings stand nowhere.
* A joiner stands beside a letter of a script that joins its letters or stacks its consonants, and between the parts of an
  emoji that is made of several.
* A zero-width space stands beside a letter of a script in which lines break by dictionary or syllable, such as Khmer,
  Thai or Javanese.
* A variation selector stands behind a sign, a digit, an ideograph or a letter of the few scripts that have variants.
* Tags stand behind a black flag, as in the flag of England, and end with the tag that ends them.
"""

import unicodedata
from functools import cache
from itertools import accumulate
from typing import Literal

import regex

Kind = Literal["bidi", "invisible", "private", "damaged", "control"]

_SHOWN_CONTROLS = "\t\n\r"
# Signs, a note head and fillers without a stroke of ink, which Unicode does not count among what is ignored.
_BLANK = "\u2800\U0001d159\U00013441\U00013442\U00016fe4"
_LOST = "\ufffc\ufffd"
_MARKS = "\u061c\u200e\u200f"
_ISOLATES, _ISOLATES_END = "\u2066\u2067\u2068", "\u2069"
_JOINERS = "\u200c\u200d"

_IGNORED = regex.compile(r"\p{Default_Ignorable_Code_Point}")
_TURNS = regex.compile(r"\p{Bidi_Control}")
_NO_CHARACTER = regex.compile(r"\p{Noncharacter_Code_Point}")
_RIGHT_TO_LEFT = regex.compile(r"(?V1)[[[\p{Bidi_Class=R}\p{Bidi_Class=AL}]&&\p{L}]\p{Bidi_Class=AN}]")
_JOINING = regex.compile(
    r"[\p{Joining_Type=D}\p{Joining_Type=R}\p{Joining_Type=L}\p{InSC=Consonant}\p{InSC=Consonant_Dead}"
    r"\p{InSC=Vowel}\p{InSC=Vowel_Independent}\p{InSC=Vowel_Dependent}\p{InSC=Virama}\p{InSC=Pure_Killer}"
    r"\p{InSC=Invisible_Stacker}\p{InSC=Nukta}\p{InSC=Bindu}]"
)
_BY_DICTIONARY = regex.compile(r"[\p{Line_Break=SA}\p{Line_Break=AK}\p{Line_Break=AS}]")
_PICTURE = regex.compile(r"\p{Extended_Pictographic}")
_PART_OF_PICTURE = regex.compile(r"[\p{Emoji_Modifier}\ufe0f]")
_VARIES = regex.compile(
    r"[\p{S}\p{N}#*\p{Extended_Pictographic}\p{Ideographic}\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Myanmar}"
    r"\p{Script=Manichaean}\p{Script=Egyptian_Hieroglyphs}]"
)
_VARIATION = regex.compile(r"\p{Variation_Selector}")
_FLAG = regex.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
_LONGEST_FLAG = 8


@cache
def kind_of(character: str) -> Kind | None:
    """Return what is wrong with a character wherever none of the scripts that need it is near, or None."""
    category = unicodedata.category(character)
    if character in _LOST or category == "Cs":
        return "damaged"
    if _TURNS.match(character):
        return "bidi"
    if category == "Co":
        return "private"
    if _IGNORED.match(character) or character in _BLANK:
        return "invisible"
    is_control = category in ("Cc", "Zl", "Zp") or "\ufff9" <= character <= "\ufffb" or _NO_CHARACTER.match(character)
    return "control" if is_control and character not in _SHOWN_CONTROLS else None


def is_needed(text: str, at: int) -> bool:
    """Return whether the refused character `text[at]` stands where the writing of a language or an emoji needs it."""
    character = text[at]
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if character in _MARKS:
        return _RIGHT_TO_LEFT.search(_line(text, at)) is not None
    if character in _ISOLATES + _ISOLATES_END:
        line = _line(text, at)
        return _RIGHT_TO_LEFT.search(line) is not None and _is_closed(line)
    if character in _JOINERS:
        base = _base(text, at)
        in_picture = character == "\u200d" and _is(_PICTURE, base) and _is(_PICTURE, behind)
        return in_picture or any(_is(_JOINING, near) for near in (before, base, behind))
    if character == "\u200b":
        return _is(_BY_DICTIONARY, before) or _is(_BY_DICTIONARY, behind)
    if _VARIATION.match(character):
        return _is(_VARIES, before)
    if character == "\u180e":  # parts a Mongolian vowel from its word
        return _is(_VARIES, before) and before.isalpha()
    if character == "\u034f":  # keeps marks in the order in which they were written
        return bool(before and behind) and all(unicodedata.category(near)[0] == "M" for near in (before, behind))
    if character in "\u115f\u1160":  # stand for the part that an old Korean syllable lacks
        return any(
            regex.match(r"[\p{Hangul_Syllable_Type=L}\p{Hangul_Syllable_Type=V}]", near) for near in (before, behind)
        )
    if "\U000e0000" <= character <= "\U000e007f":
        return any(
            found.start() <= at < found.end()
            for found in _FLAG.finditer(text, max(at - _LONGEST_FLAG, 0), at + _LONGEST_FLAG)
        )
    return False


def _is(form: "regex.Pattern[str]", character: str) -> bool:
    return form.match(character) is not None


def _is_closed(line: str) -> bool:
    """Return whether each isolate in a line ends, and each end has one that it ends."""
    steps = [(character in _ISOLATES) - (character == _ISOLATES_END) for character in line]
    depths = list(accumulate(steps))
    return min(depths) == depths[-1] == 0


def _base(text: str, at: int) -> str:
    """Return the character that what stands right before an index is part of, its marks and modifiers passed over."""
    at -= 1
    while at > 0 and (unicodedata.category(text[at])[0] == "M" or _is(_PART_OF_PICTURE, text[at])):
        at -= 1
    return text[at] if at >= 0 else ""


def _line(text: str, at: int) -> str:
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]
