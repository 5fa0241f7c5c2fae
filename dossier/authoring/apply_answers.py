"""Makes the edit of a brief that answers to a form ask for, or the command that adds a source, and judges it like any file.

Reading the answers is left to `form_answers`, and writing the edit to the caller.
"""

import re
import shlex
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from dossier.authoring import fill_forms
from dossier.authoring.add_source import find_fault, same_address
from dossier.authoring.create import known_update_ids
from dossier.authoring.form_answers import Answers, Fault, WrongAnswersError
from dossier.authoring.replace_values import replace_values
from dossier.authoring.yaml_scalars import flow, value_of
from dossier.linked import LinkedClaim
from dossier.model.date import UNKNOWN
from dossier.model.ids import id_of
from dossier.pipeline.load import LARGEST_BRIEFING, Loaded, load
from dossier.problem import Place, Problem, Span, UserError, suggest
from dossier.problem.place import KeyPath
from dossier.wording.suggestion import CORRECT_CLAIM, FORMS
from dossier.yamlfile import Tree, locate, read

_LONGEST_ID = 40
_ID = r"[a-z0-9-]+"
_CLAIM = (
    re.compile(rf"({_ID})/({_ID})"),
    re.compile(rf"(?:https?://\S+/)?briefs/({_ID})/?#({_ID})"),
    re.compile(rf"https?://\S+#({_ID})/({_ID})"),
)
_BRIEF = re.compile(rf"(?:(?:https?://\S+/)?briefs/)?({_ID})/?(?:#{_ID})?")
_Values = Mapping[str, "str | Sequence[str] | Sequence[Mapping[str, str]]"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A file as it would be. `told` says what was done; `answered` has the places of answers in it, with their fields."""

    file: str
    content: bytes
    told: str
    answered: Mapping[KeyPath, str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a check says of an edit that it did not say before: errors, for which it is not written, and warnings."""

    errors: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def edit_of(loaded: Loaded, answers: Answers, at: datetime, suffixes: Iterator[str]) -> Edit:
    """Return the edit for the answers to one of the forms on claims, with an update of that time.

    Raises `WrongAnswersError` where an answer leads nowhere, and `UserError` where the file cannot be changed by a program.
    """
    if loaded.has_errors:
        raise UserError("the dossier has errors, so nobody can tell what an edit does", "python build.py check")
    told = {
        "id": fill_forms.mint_id(at.date(), known_update_ids(loaded), suffixes),
        "at": at.isoformat(),
        "significance": "major",
    }
    return (_correction if answers.form == CORRECT_CLAIM else _addition)(loaded, answers, told)


def judge(loaded: Loaded, edit: Edit, answers: Answers, archive: Path | None) -> Judgement:
    """Check the dossier as it would be with an edit, and say of what is new in it to which question it belongs."""
    if len(edit.content) > LARGEST_BRIEFING:
        raise UserError(f"{edit.file} has no room for more", "write a new brief: python build.py new brief ID")
    known = Counter(map(_key, loaded.problems))
    problems = [
        problem
        for problem in load(loaded.root, archive, edits={edit.file: edit.content}).problems
        if not known[_key(problem)]
    ]
    places = {Place(edit.file, path): field for path, field in edit.answered.items()}
    spans = {span: places[place] for place, span in locate(edit.content, edit.file, places).items()}

    def told(severity: Literal["error", "warning"]) -> Iterator[Fault]:
        for problem in problems:
            if problem.severity == severity:
                question = answers.question(_answered(problem, spans) or FORMS[answers.form][0].id)
                yield Fault(question, f"{severity}[{problem.code}]: {problem.message}", problem.hint)

    return Judgement(tuple(told("error")), tuple(told("warning")))


def source_command(loaded: Loaded, answers: Answers) -> str:
    """Return the command by which a maintainer adds the source that is suggested: a record is made of the text itself.

    Raises `WrongAnswersError` where an answer does not fit into a record, or a source has this address already.
    """
    authors = tuple(name for part in answers["author"].split(";") if (name := part.strip()))
    given: dict[str, tuple[str, str | tuple[str, ...]]] = {
        "outlet": ("outlet", answers["outlet"]),
        "address": ("url", answers["address"]),
        "title": ("title", answers["title"]),
        "date": ("published", answers["date"]),
        "author": ("authors", authors),
    }
    faults = [
        Fault(answers.question(field), fault)
        for field, (key, value) in given.items()
        if (fault := find_fault(key, value))
    ]
    same = same_address(loaded.library, answers["address"])
    if same and not faults:
        faults.append(Fault(answers.question("address"), f'the source "{same}" already has this address'))
    if faults:
        raise WrongAnswersError(*faults)
    options = [("outlet", answers["outlet"]), ("title", answers["title"]), ("published", answers["date"])]
    options += [("author", name) for name in authors]
    # Joined by "=", as a value may begin with a hyphen.
    words = [answers["address"], *(f"--{option}={value}" for option, value in options)]
    return f"python build.py source add {shlex.join(words)}"


def _key(problem: Problem) -> tuple[str, str, str]:
    return str(problem.code), problem.message, problem.at.file


def _answered(problem: Problem, spans: Mapping[Span, str]) -> str:
    """Return the field whose answer a problem is about, or nothing."""
    at = problem.at
    if not isinstance(at, Span):
        return ""
    fitting = [span for span in spans if span.file == at.file and span.line <= at.line <= span.end_line]
    return spans[min(fitting, key=lambda span: span.end_line - span.line)] if fitting else ""


def _correction(loaded: Loaded, answers: Answers, told: Mapping[str, str]) -> Edit:
    linked = _claim(loaded, answers)
    claim, text = linked.claim, answers["text"]
    if text == claim.text:
        raise answers.fault("text", "that is what it says already", "write the new sentence, whole")
    at: KeyPath = ("claims", linked.index)
    values: dict[KeyPath, str] = {(*at, "text"): text}
    answered: dict[KeyPath, str] = {at: "claim", (*at, "text"): "text"}
    number = _evidence(linked, answers)
    for field in ("quote", "paragraph"):
        if answers[field]:
            path = (*at, "evidence", number, field)
            values[path], answered[path] = answers[field], field
    count = len(loaded.library.corpus.briefs[linked.brief_id].updates)
    answered |= {("updates", count, "note"): "why", ("updates", count, "changes"): "text"}
    update: dict[str, Any] = {
        **told,
        "kind": "correction",
        "claims": (claim.id,),
        "note": answers["why"],
        "changes": ({"claim": claim.id, "before": claim.text, "after": text},),
    }
    return _edit(loaded, linked.file, values, {"updates": update}, f'corrected the claim "{linked.id}"', answered)


def _claim(loaded: Loaded, answers: Answers) -> LinkedClaim:
    library, named = loaded.library, unquote(answers["claim"])
    found = next((match for form in _CLAIM if (match := form.fullmatch(named))), None)
    claim_id = "/".join(found.groups()) if found else ""
    claim_id = library.former_claims.get(claim_id, claim_id)
    if claim_id not in library.claims:
        meant = suggest(claim_id, library.claims)
        hint = f'did you mean "{meant}"?' if meant else "copy its permalink from the site, or write <brief>/<claim>"
        raise answers.fault("claim", "there is no such claim", hint)
    return library.claims[claim_id]


def _evidence(linked: LinkedClaim, answers: Answers) -> int:
    """Return which evidence of a claim gets the new quote or paragraph."""
    if not any(answers[field] for field in ("source", "paragraph", "quote")):
        return 0
    if not answers["quote"] and not answers["paragraph"]:
        raise answers.fault("quote", "a source is named, but no new quote and no new paragraph")
    sources = [each.source for each in linked.claim.evidence]
    fitting = [number for number, source in enumerate(sources) if answers["source"] in ("", source)]
    if len(fitting) != 1:
        few = "has no evidence from it" if not fitting else "has more than one quote that this could be"
        hint = f"its sources are: {', '.join(dict.fromkeys(sources))}" if sources else "it rests on nothing"
        raise answers.fault("source", f'the claim "{linked.id}" {few}', hint)
    return fitting[0]


def _addition(loaded: Loaded, answers: Answers, told: Mapping[str, str]) -> Edit:
    corpus, sources = loaded.library.corpus, loaded.library.sources
    found = _BRIEF.fullmatch(unquote(answers["brief"]))
    brief_id = found[1] if found else ""
    if brief_id not in corpus.briefs:
        meant = suggest(brief_id, corpus.briefs)
        raise answers.fault("brief", "there is no such brief", f'did you mean "{meant}"?' if meant else "")
    file, brief = corpus.files["brief", brief_id], corpus.briefs[brief_id]
    claims = _parsed(loaded.scan.files[file].decode("utf-8-sig"), file).get("claims", [])
    claim_id = _new_id(answers, [each.get("id") for each in claims])
    if answers["source"] not in sources:
        meant = suggest(answers["source"], sources)
        raise answers.fault("source", "there is no such source", f'did you mean "{meant}"?' if meant else "")
    reported = answers["reported"] or sources[answers["source"]].published
    if reported == UNKNOWN:
        raise answers.fault("reported", "nobody knows when the source was published, so a date is needed")
    topics = tuple(word for word in re.split(r"[\s,;]+", answers["topics"]) if word)
    if not topics:
        raise answers.fault("topics", "no topic is named")
    evidence = {field: answers[field] for field in ("source", "paragraph", "quote", "origin")}
    claim: dict[str, Any] = {"id": claim_id, "text": answers["text"], "kind": answers["kind"]}
    claim |= {"party": answers["party"]} if answers["party"] else {}
    claim |= {"topics": topics, "date": answers["date"], "reported": reported, "evidence": (evidence,)}
    update = {
        **told,
        "kind": "development" if brief.updates else "new",
        "claims": (claim_id,),
        "note": answers["text"],
    }
    at: KeyPath = ("claims", len(claims))
    answered: dict[KeyPath, str] = {(*at, key): key for key in claim if key not in ("id", "evidence")}
    answered |= {(*at, "evidence", 0, key): key for key in evidence}
    answered |= {at: "text", ("updates", len(brief.updates), "note"): "text"}
    return _edit(
        loaded, file, {}, {"claims": claim, "updates": update}, f'added the claim "{brief_id}/{claim_id}"', answered
    )


def _new_id(answers: Answers, taken: Collection[str | None]) -> str:
    made = id_of(answers["text"], _LONGEST_ID)
    if not made:
        raise answers.fault("text", "no id can be made of it", "write it in words")
    numbered = (f"{made}-{number}" if number > 1 else made for number in range(1, len(taken) + 2))
    return next(one for one in numbered if one not in taken)


def _edit(
    loaded: Loaded,
    file: str,
    values: Mapping[KeyPath, str],
    elements: Mapping[str, _Values],
    told: str,
    answered: Mapping[KeyPath, str],
) -> Edit:
    """Return the edit that puts values into a file and elements at the end of its lists. All else stays as it is.

    Raises `UserError` where the file is written in such a way that it would not come out as it should.
    """
    before = loaded.scan.files[file].decode()
    mark, plain = ("\ufeff", before[1:]) if before.startswith("\ufeff") else ("", before)
    newline = "\r\n" if "\r\n" in plain else "\n"
    plain = plain.replace("\r\n", "\n")
    wanted = _parsed(plain, file)
    after = replace_values(plain, file, values)
    for path, value in values.items():
        held: Any = wanted
        for step in path[:-1]:
            held = held[step]
        held[path[-1]] = value
    for key, element in elements.items():
        after = fill_forms.append_element(after, key, _written(element))
        wanted[key] = [*wanted.get(key, []), _tree(element)]
    content = mark + after.replace("\n", newline)
    # What has lines ended in two ways would be changed throughout.
    is_even = mark + plain.replace("\n", newline) == before
    if not is_even or read(content, file)[0] != wanted:
        raise UserError(
            f"{file} is written in a form that cannot be changed by a program",
            "make the change by hand, as it was suggested",
        )
    return Edit(file, content.encode(), told, answered)


def _parsed(text: str, file: str) -> dict[str, Any]:
    tree, _ = read(text if text.endswith("\n") else text + "\n", file)
    return tree if isinstance(tree, dict) else {}


def _written(values: _Values) -> str:
    """Return a mapping as an element of a YAML list, without indentation."""
    lines = []
    for key, value in values.items():
        if isinstance(value, str):
            lines.append(f"{key}: {value_of(key, value)}")
        elif isinstance(value[0], str):
            lines.append(f"{key}: {flow(value)}")  # type: ignore[arg-type]
        else:
            lines.append(f"{key}:")
            lines += [f"  {line}" for each in value for line in _written(each).split("\n")]  # type: ignore[arg-type]
    indented = "\n".join(lines).split("\n")
    return "\n".join(("- " if number == 0 else "  ") + line for number, line in enumerate(indented))


def _tree(values: _Values) -> Tree:
    return {
        key: value if isinstance(value, str) else [each if isinstance(each, str) else dict(each) for each in value]
        for key, value in values.items()
    }
