"""Reads the answers to a form in which somebody suggests a change: JSON, or the text of an issue made with the form.

Nothing in them is trusted. What they do to the files of a dossier is left to `apply_answers`.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dossier.problem import UserError, suggest
from dossier.wording.suggestion import FORMS, Field
from dossier.yamlfile import refused_in

LARGEST = 1 << 20
"""How many bytes the answers to a form have at most: four times what an issue has room for."""
_LONGEST = 10_000
_HEADING = re.compile(r"### (.+?)[ \t]*")
_NO_ANSWER = "_No response_"
_FIELDS = "; ".join(f"{form} asks for {', '.join(field.id for field in fields)}" for form, fields in FORMS.items())
_WHOLE = "take the whole text of an issue, as a form made it, or answer in JSON: " + _FIELDS


class Fault(NamedTuple):
    """What is wrong with the answer to a question, and what to do."""

    question: str
    message: str
    hint: str = ""


class WrongAnswersError(Exception):
    """Answers that no edit can be made of."""

    def __init__(self, *faults: Fault) -> None:
        """Keep what is wrong."""
        super().__init__(faults)
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one form, by the ids of its fields, with an empty text where there is none."""

    form: str
    values: Mapping[str, str]

    def __getitem__(self, field_id: str) -> str:
        """Return one answer."""
        return self.values[field_id]

    def question(self, field_id: str) -> str:
        """Return the question of a field."""
        return next(field.question for field in FORMS[self.form] if field.id == field_id)

    def fault(self, field_id: str, message: str, hint: str = "") -> WrongAnswersError:
        """Return the error for one wrong answer."""
        return WrongAnswersError(Fault(self.question(field_id), message, hint))


def read_json(raw: bytes) -> Answers:
    """Return the answers in a JSON object: `form` has the form's name, every other key is a field's id.

    Raises `UserError` where it is something else, and `WrongAnswersError` where an answer is missing or of no use.
    """
    try:
        tree = json.loads(_decoded(raw))
    except (ValueError, RecursionError):
        raise UserError("this is not JSON", "for the text of an issue, add: --issue-body") from None
    if not isinstance(tree, dict) or tree.get("form") not in [*FORMS]:
        raise UserError(f'"form" is not one of {", ".join(FORMS)}', _FIELDS)
    form = tree.pop("form")
    known = [field.id for field in FORMS[form]]
    for key, value in tree.items():
        if key not in known:
            meant = suggest(key, known)
            hint = f'did you mean "{meant}"?' if meant else f"its fields are: {', '.join(known)}"
            raise UserError(f"the form {form} has no such field as one that is answered", hint)
        if isinstance(value, bool) or not isinstance(value, str | int | None):
            raise UserError(f'the answer to "{key}" is not a text', "write it in quotation marks")
    return _answers(form, {key: "" if value is None else str(value) for key, value in tree.items()})


def read_issue(raw: bytes) -> Answers:
    """Return the answers in the text of an issue: each stands below its question, which is a heading.

    Raises `UserError` where the headings are not those of one form, each once and in order: an answer that has such a
    heading in it could pass for another one.
    """
    lines = _decoded(raw).lstrip("\ufeff").replace("\r\n", "\n").strip().split("\n")
    first = _HEADING.fullmatch(lines[0])
    form = next((name for name, fields in FORMS.items() if first and fields[0].question == first[1]), None)
    if form is None:
        raise UserError("this does not begin with the first question of a form", _WHOLE)
    questions = [field.question for field in FORMS[form]]
    at = [(number, found[1]) for number, line in enumerate(lines) if (found := _HEADING.fullmatch(line))]
    at = [(number, question) for number, question in at if question in questions]
    if [question for _, question in at] != questions:
        raise UserError(f"this has not each question of the form {form} once, in their order", _WHOLE)
    ends = [number for number, _ in at[1:]] + [len(lines)]
    told = ("\n".join(lines[start + 1 : end]) for (start, _), end in zip(at, ends, strict=True))
    return _answers(form, dict(zip((field.id for field in FORMS[form]), told, strict=True)))


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError("this is not text in UTF-8") from None


def _answers(form: str, given: Mapping[str, str]) -> Answers:
    values = {field.id: _settled(given.get(field.id, ""), field) for field in FORMS[form]}
    faults = tuple(fault for field in FORMS[form] for fault in _faults(values[field.id], field))
    if faults:
        raise WrongAnswersError(*faults)
    return Answers(form, values)


def _settled(answer: str, field: Field) -> str:
    """Return an answer without the white space around it and its lines; of one that has one line, the lines are joined."""
    lines = [line.rstrip() for line in answer.replace("\r\n", "\n").strip().split("\n")]
    text = "\n".join(lines) if field.is_long else " ".join(line.strip() for line in lines if line)
    return "" if text == _NO_ANSWER else text


def _faults(answer: str, field: Field) -> Iterator[Fault]:
    if field.is_needed and not answer:
        yield Fault(field.question, "there is no answer")
    elif len(answer) > _LONGEST:
        yield Fault(field.question, f"the answer has {len(answer):,} characters; at most {_LONGEST:,} are read")
    elif refused := refused_in(answer.replace("\n", " ")):
        yield Fault(field.question, refused[1], refused[2])
