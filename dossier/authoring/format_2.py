"""What makes format 2 of format 1: basis instead of "confirmed", kinds of origins instead of buckets, kinds of drift.

Reading and writing the files is left to `upgrade`.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from dossier.authoring.edited_yaml import EditedFile, date_value, folded
from dossier.authoring.upgraded_dossier import UpgradedDossier
from dossier.evidence import publisher_key
from dossier.linked.records import earliest
from dossier.model import NOBODYS, SPOKEN
from dossier.yamlfile import read_front_matter

ORIGINS = "briefings/origins.yaml"
PEOPLE = "briefings/people.yaml"
OVERVIEW = "briefings/overview.yaml"
_FORMER = ("reported", "confirmed")


class _Claim(NamedTuple):
    """A claim in its file: its place there, and its tree."""

    file: str
    path: tuple[str | int, ...]
    edited: EditedFile
    tree: Any


def to_format_2(dossier: UpgradedDossier) -> None:
    """Rewrite the files of a dossier in format 1."""
    claims = list(_claims(dossier))
    kinds = _origins(dossier, claims)
    published = dict(_published(dossier))
    for claim in claims:
        _status(dossier, claim)
        for number, evidence in enumerate(_maps(claim.tree.get("evidence"))):
            _evidence(dossier, claim, number, evidence, kinds)
        _reported(dossier, claim, published)
    for path in dossier.under("briefings/topics/"):
        topic = dossier.yaml(path)
        if topic and isinstance(topic.tree, dict) and "in_short" not in topic.tree:
            dossier.leave(path, ("question",), "answer the question in one sentence for lists of topics: `in_short`")
    if OVERVIEW not in dossier.files:
        dossier.leave(OVERVIEW, (), "write the state of play for the first page, in three to five sentences")


def _claims(dossier: UpgradedDossier) -> Iterator[_Claim]:
    for path in dossier.under("briefings/"):
        if path.split("/")[1].isdecimal():
            edited = dossier.yaml(path)
            if edited and isinstance(edited.tree, dict):
                for number, tree in enumerate(_maps(edited.tree.get("claims"))):
                    yield _Claim(path, ("claims", number), edited, tree)


def _maps(value: Any) -> list[Any]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _published(dossier: UpgradedDossier) -> Iterator[tuple[str, str]]:
    for path, content in dossier.files.items():
        if path.startswith("sources/") and path.endswith(".md") and path.count("/") == 1:
            tree, *_ = read_front_matter(content, path)
            if isinstance(tree, dict) and isinstance(tree.get("published"), str):
                yield path.removeprefix("sources/").removesuffix(".md"), str(tree["published"])


def _origins(dossier: UpgradedDossier, claims: list[_Claim]) -> dict[str, str]:
    """Rewrite the origins and return the kind of each, by id."""
    edited = dossier.yaml(ORIGINS)
    listed = _maps(edited.tree.get("origins")) if edited and isinstance(edited.tree, dict) else []
    names = dict(_names(dossier))
    kinds = {}
    for number, origin in enumerate(listed):
        origin_id, at = str(origin.get("id")), ("origins", number)
        if edited and origin.get("kind") == "bucket":
            edited.put(origin, "kind", origin_id if origin_id in NOBODYS else "unattributed")
            dossier.did("origins of kind bucket that now say what they are")
            if origin_id not in NOBODYS:
                what = (
                    "is it common knowledge (`public-record`), the outlet's own voice (`background`) or `unattributed`?"
                )
                dossier.leave(ORIGINS, (*at, "kind"), what)
        kind = kinds[origin_id] = str(origin.get("kind"))
        if kind in SPOKEN and "speaker" not in origin and edited:
            speaker = _speaker(origin_id, claims) or names.get(publisher_key(str(origin.get("publisher", ""))))
            if speaker:
                edited.put(origin, "speaker", speaker, after="publisher")
                dossier.did("statements and interviews that now name their speaker")
            else:
                dossier.leave(ORIGINS, (*at, "id"), "who said it? `speaker: <id of a person>`")
        if kind == "report" and "unnamed_sources" not in origin:
            dossier.leave(ORIGINS, (*at, "id"), "does it rest on people it does not name? `unnamed_sources: true`")
        if kind == "document" and "seen_by" not in origin:
            dossier.leave(ORIGINS, (*at, "id"), "is it known only through somebody who saw it? `seen_by: <name>`")
    return kinds


def _names(dossier: UpgradedDossier) -> Iterator[tuple[str, str]]:
    people = dossier.yaml(PEOPLE)
    for person in _maps(people.tree.get("people")) if people and isinstance(people.tree, dict) else []:
        yield publisher_key(str(person.get("name"))), str(person.get("id"))


def _speaker(origin_id: str, claims: list[_Claim]) -> str:
    """Return the one person who says what every claim that rests on this origin and names a person says; or nothing."""
    found = {
        str(claim.tree["said_by"])
        for claim in claims
        if claim.tree.get("said_by")
        for evidence in _maps(claim.tree.get("evidence"))
        if evidence.get("origin") == origin_id and evidence.get("support") != "denies"
    }
    return found.pop() if len(found) == 1 else ""


def _status(dossier: UpgradedDossier, claim: _Claim) -> None:
    tree, edited = claim.tree, claim.edited
    if tree.get("status") in _FORMER:
        edited.remove(tree, "status")
        dossier.did("claims whose status is now derived as their basis")
    if "status_reason" in tree and "status" not in tree:
        reason = str(tree["status_reason"]).strip()
        if "note" in tree:
            edited.remove(tree, "status_reason")
            edited.put(tree, "note", folded(f"{str(tree['note']).strip()} {reason}"))
        else:
            edited.rename_key(tree, "status_reason", "note")
        dossier.did("reasons of a status that are now notes")
        what = "its note has the reason of its former status: does `speech` of the evidence, or `confidence`, say it?"
        dossier.leave(claim.file, (*claim.path, "note"), what)


def _evidence(dossier: UpgradedDossier, claim: _Claim, number: int, evidence: Any, kinds: dict[str, str]) -> None:
    at = (*claim.path, "evidence", number)
    kind = kinds.get(str(evidence.get("origin")), "")
    drift = evidence.get("drift")
    if isinstance(drift, str) and kind in NOBODYS:
        note = f"{str(claim.tree.get('note', '')).strip()} {drift.strip()}".strip()
        claim.edited.remove(evidence, "drift")
        claim.edited.put(claim.tree, "note", folded(note))
        dossier.did("drifts from nobody's report that are now notes")
        dossier.leave(claim.file, (*claim.path, "note"), "its note has what was a drift of the evidence: read it")
    elif isinstance(drift, str):
        claim.edited.move_below(evidence, "drift", "note")
        dossier.did("drifts that now have a kind to be filled in")
        what = "how does the text differ? `kind: omits`, `adds`, `sharpens`, `softens` or `misattributes`"
        dossier.leave(claim.file, (*at, "drift"), what)
    if kind in SPOKEN and "speech" not in evidence:
        dossier.leave(
            claim.file, (*at, "quote"), "does the source quote its speaker? `speech: quoted` or `paraphrased`"
        )


def _reported(dossier: UpgradedDossier, claim: _Claim, published: dict[str, str]) -> None:
    evidence = _maps(claim.tree.get("evidence"))
    supporting = [each for each in evidence if each.get("support") != "denies"] or evidence
    days = [published[source] for each in supporting if (source := str(each.get("source"))) in published]
    first = earliest(days)
    if first and str(claim.tree.get("reported")) != first and "reported" in claim.tree:
        claim.edited.put(claim.tree, "reported", date_value(first))
        dossier.did("dates of `reported` that are now those of the earliest source")
