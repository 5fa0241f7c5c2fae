"""Names of languages.

A language without a name here is shown by its tag.
"""

from dossier.wording.translation import gettext, gettext_noop

_NAMES = {
    "ar": gettext_noop("Arabic"),
    "az": gettext_noop("Azerbaijani"),
    "be": gettext_noop("Belarusian"),
    "bg": gettext_noop("Bulgarian"),
    "bn": gettext_noop("Bengali"),
    "bs": gettext_noop("Bosnian"),
    "ca": gettext_noop("Catalan"),
    "cs": gettext_noop("Czech"),
    "da": gettext_noop("Danish"),
    "de": gettext_noop("German"),
    "el": gettext_noop("Greek"),
    "en": gettext_noop("English"),
    "es": gettext_noop("Spanish"),
    "et": gettext_noop("Estonian"),
    "fa": gettext_noop("Persian"),
    "fi": gettext_noop("Finnish"),
    "fr": gettext_noop("French"),
    "ga": gettext_noop("Irish"),
    "he": gettext_noop("Hebrew"),
    "hi": gettext_noop("Hindi"),
    "hr": gettext_noop("Croatian"),
    "hu": gettext_noop("Hungarian"),
    "hy": gettext_noop("Armenian"),
    "id": gettext_noop("Indonesian"),
    "is": gettext_noop("Icelandic"),
    "it": gettext_noop("Italian"),
    "ja": gettext_noop("Japanese"),
    "ka": gettext_noop("Georgian"),
    "kk": gettext_noop("Kazakh"),
    "ko": gettext_noop("Korean"),
    "ku": gettext_noop("Kurdish"),
    "lt": gettext_noop("Lithuanian"),
    "lv": gettext_noop("Latvian"),
    "mk": gettext_noop("Macedonian"),
    "nb": gettext_noop("Norwegian"),
    "nl": gettext_noop("Dutch"),
    "nn": gettext_noop("Norwegian"),
    "no": gettext_noop("Norwegian"),
    "pl": gettext_noop("Polish"),
    "pt": gettext_noop("Portuguese"),
    "ro": gettext_noop("Romanian"),
    "ru": gettext_noop("Russian"),
    "sk": gettext_noop("Slovak"),
    "sl": gettext_noop("Slovenian"),
    "sq": gettext_noop("Albanian"),
    "sr": gettext_noop("Serbian"),
    "sv": gettext_noop("Swedish"),
    "sw": gettext_noop("Swahili"),
    "ta": gettext_noop("Tamil"),
    "tr": gettext_noop("Turkish"),
    "uk": gettext_noop("Ukrainian"),
    "ur": gettext_noop("Urdu"),
    "uz": gettext_noop("Uzbek"),
    "vi": gettext_noop("Vietnamese"),
    "zh": gettext_noop("Chinese"),
}


def name_of(tag: str) -> str:
    """Return the name of a language by its BCP 47 tag, as in "Ukrainian" for `uk`; the tag itself where none is known."""
    name = _NAMES.get(tag.split("-", maxsplit=1)[0])
    return gettext(name) if name else tag


def tag_of(name: str) -> str:
    """Return the tag of a language by its plain English name in any case; an empty string where none is known."""
    return next((tag for tag, known in _NAMES.items() if known.casefold() == name.strip().casefold()), "")
