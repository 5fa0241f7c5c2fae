"""Markdown as one line of plain text, for descriptions, titles and the summaries of feeds.

Rendering is left to `render`. Markup is removed, everything else stays as it was written.
"""

import html
import re

from dossier.wording import phrase

# A character that content may not contain keeps an escaped one apart from markup until all markup is gone.
_PUNCTUATION = r"([!-/:-@\[-`{-~])"
_ESCAPED = re.compile(r"\\" + _PUNCTUATION)
_SIGN = re.compile(_PUNCTUATION)
_KEPT = re.compile("\ue001(\\d{2,3})\ue001")
_FENCE = re.compile(r"^ {0,3}(?:`{3,}|~{3,}).*$", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}(?:[-*_] *){3,}$", re.MULTILINE)
_BLOCK = re.compile(r"^ {0,3}(?:#{1,6} +|> ?|[-*+] +|\d{1,9}[.)] +)", re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+)>")
_STARS = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)
# Most notes are plain words: without one of these signs there is no markup.
_MARKUP = re.compile(r"[\\`*_\[<#>&~]|^ {0,3}(?:[-+]|\d{1,9}[.)]) ", re.MULTILINE)
# A full stop behind an initial or a title ends nothing, nor does that of an ordinal before a month, as in "3. Mai".
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\b[^\W\d_]\.)(?<!\bMr\.|\bDr\.|\bSt\.|\bNr\.)(?<!\bMrs\.|\bGen\.|\bSen\.|\bRep\.|\bbzw\.)(?<!\bProf\.)"
    r"([”“»\"’']?)\s+[“„«\"‘']?(\w+)"
)
_ORDINAL = re.compile(r"\b\d{1,2}\.$")


def plain(markdown: str) -> str:
    """Return Markdown as one line of plain text: words of links without their addresses, no marks of emphasis."""
    if not _MARKUP.search(markdown):
        return " ".join(markdown.split())
    text = _ESCAPED.sub(_keep, markdown)
    text = _FENCE.sub("", _RULE.sub("", text))
    previous = ""
    while previous != text:  # a quotation may hold a list
        previous, text = text, _BLOCK.sub("", text)
    text = _CODE.sub(lambda found: _SIGN.sub(_keep, found[2]), text)
    text = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", text))
    text = _UNDERSCORES.sub(r"\2", _STARS.sub(r"\2", text))
    text = html.unescape(text)
    text = _KEPT.sub(lambda found: chr(int(found[1])), text)
    return " ".join(text.split())


def first_sentence(markdown: str) -> str:
    """Return the first sentence of a Markdown text as plain text."""
    text = plain(markdown)
    ends = (end for end in _SENTENCE_END.finditer(text) if end[2][0].isupper())
    return next((text[: end.end(1)] for end in ends if not _is_date(text[: end.end(1)], end[2])), text)


def _is_date(before: str, word: str) -> bool:
    return word in phrase.month_names() and _ORDINAL.search(before) is not None


def _keep(found: re.Match[str]) -> str:
    return f"\ue001{ord(found[1])}\ue001"
