"""The value to propose in a hint: one that the model allows at its key, in quotes.

Where none can be made of what is written there is none, as a hint that is refused in its turn is worse than no hint.
"""

from dossier.model.keys import is_allowed
from dossier.yamlfile.quotes import quoted

# What slips into a value that is no text: quotes of any kind, signs of YAML and of Markdown.
_SLIPS = " \t\"'`“”„‟‘’‹›«»「」『』@%&*!|>?,;:[]{}()#-"


def proposal(key: str, value: str, *, is_text: bool = True) -> str:
    """Return the value in quotes, as far as the key allows it: all of it, or what is left without signs around it.

    Empty where neither is allowed, or where it is long. Without `is_text` the signs around are known to be no part of it.
    """
    for words in [value, value.strip(_SLIPS)] if is_text else [value.strip(_SLIPS)]:
        if words and is_allowed(key, words):
            return quoted(words)
    return ""
