"""What must not happen between two revisions, as problems at their places in the head.

Never refuses a change for itself: anything may change, as long as readers are told.
"""

from collections import Counter
from collections.abc import Iterator

from dossier.check import updates
from dossier.check.changes.difference import ATTRIBUTION, CONTEXT, RELATIONS, STANDING, ChangedClaim, Changes, Vanished
from dossier.evidence import lineage
from dossier.linked import LinkedUpdate
from dossier.problem import Place, Problem, Span

# Faults of one revision that readers of a change have to see as well; the rules stand where all rules stand.
_ALSO = ("correction-without-wording", "update-order")
_SHOWN = {
    "said_by": "speaker",
    "short": "short text",
    "reported": "date of report",
    **{name: f"`{name}` relation" for name in RELATIONS},
}


def faults(changes: Changes) -> list[Problem]:
    """Return everything that is wrong with a change, errors and warnings, in no particular order."""
    return [
        *_identity(changes),
        *(problem for changed in changes.changed for problem in _claim(changed)),
        *_origins(changes),
        *_vanished(changes),
        *_edited(changes),
        *_appended(changes),
        *_rewritten(changes),
        *(problem for problem in updates.check(changes.head) if problem.code in _ALSO),
    ]


def _identity(changes: Changes) -> Iterator[Problem]:
    old, new = changes.base.settings, changes.head.settings
    if (old.authority, old.authority_year) != (new.authority, new.authority_year) and changes.base.updates:
        message = (
            f'feeds would name every update by "{new.authority},{new.authority_year}" '
            f'instead of "{old.authority},{old.authority_year}"'
        )
        yield Problem(
            "feed-identity-changed",
            message,
            Place("mkdocs.yml", ("extra", "dossier", "authority")),
            "put the old authority and year back",
        )


def _claim(changed: ChangedClaim) -> Iterator[Problem]:
    local = changed.head.claim.id
    weight = [name for name in (*STANDING, *ATTRIBUTION) if name in changed.fields]
    lighter = [name for name in CONTEXT if name in changed.fields]
    if (weight or lighter) and not changed.told_by:
        named = weight or lighter
        code = "context-changed-untold"
        if weight:
            code = "claim-changed-untold" if weight[0] in STANDING else "attribution-changed-untold"
        yield Problem(
            code,
            f'the {_and(named)} of published claim "{changed.id}" changed, and no new update names it',
            changed.head.place(named[0]),
            f"add an update that names `{local}`: python build.py new update {changed.head.brief_id}",
        )
    # Where no update names it at all, the error above has said so.
    if changed.is_weaker and not changed.reaches_feeds and (changed.told_by or not weight):
        yield Problem(
            "weaker-claim-untold",
            f'published claim "{changed.id}" {_setback(changed)}, and no subscriber is told',
            changed.head.place("status" if "status" in changed.fields else "evidence"),
            "make the update that names it major" if changed.told_by else f"add a major update that names `{local}`",
        )


def _origins(changes: Changes) -> Iterator[Problem]:
    """Yield one problem for all claims that count otherwise for one reason, at the origin that is the reason."""
    moved = {one.id for one in changes.records if one.kind == "origin"}
    moved |= {one.id for one in changes.vanished if one.kind == "origin"}
    groups: dict[tuple[tuple[str, ...], bool], list[ChangedClaim]] = {}
    for changed in changes.changed:
        # What it lost is told of claim by claim, and new evidence is a change of the claim itself.
        if not changed.has_other_origins or changed.lost_origins or "evidence" in changed.fields or changed.told_by:
            continue
        named = [one.origin for one in changed.head.claim.evidence]
        reached = {
            below
            for library in (changes.base, changes.head)
            for one in named
            for below in lineage(one, library.origins)
        }
        rises = changed.head.independence.count > changed.base.independence.count
        groups.setdefault((tuple(sorted(reached & moved)), rises), []).append(changed)
    for (through, rises), group in groups.items():
        there = [one for one in through if one in changes.head.origins]
        at = changes.head.corpus.place("origin", there[0]) if there else group[0].head.place("evidence")
        who = f'published claim "{group[0].id}"' if len(group) == 1 else f"{len(group)} published claims"
        what = "more independent origins to" if rises else "other independent origins to"
        origins = _and([f'"{one}"' for one in through]) if through else "its origins"
        it = "it" if len(group) == 1 else "them"
        yield Problem(
            "origins-changed-untold",
            f"the change of {origins} gives {what} {who}, and no new update names {it}",
            at,
            f"add an update that names {it}",
        )


def _setback(changed: ChangedClaim) -> str:
    words = []
    if "status" in changed.fields:
        words.append(f"went from {changed.base.claim.status} to {changed.head.claim.status}")
    if changed.removed:
        words.append("lost evidence")
    if changed.lost_origins:
        before, after = changed.base.independence.count, changed.head.independence.count
        words.append(f"fell from {before} to {after} independent {'origin' if after == 1 else 'origins'}")
    return _and(words)


def _and(words: list[str]) -> str:
    shown = [_SHOWN.get(word, word) for word in words]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _vanished(changes: Changes) -> Iterator[Problem]:
    along = Counter((one.file, one.kind) for one in changes.vanished if one.with_brief)
    for one in changes.vanished:
        if one.with_brief:
            continue
        counted = [
            f"{count} {kind}s" if count > 1 else f"1 {kind}"
            for (file, kind), count in sorted(along.items())
            if file == one.file
        ]
        message = f'{one.kind} "{one.id}" was public and is gone'
        if counted and one.kind in ("brief", "topic"):
            message += f", and with it {_and(counted)}"
        yield Problem("id-vanished", message, Span(one.file), _back(one))


def _back(one: Vanished) -> str:
    if one.renamed:
        whole_file = one.kind in ("brief", "topic", "source")
        what = "the file keeps its name" if whole_file else "an id stays"
        return f'"{one.renamed}" says the same: {what}, its title may change'
    if one.kind == "claim":
        return "put it back with `status: withdrawn` and a `status_reason`"
    if one.kind == "update":
        return "put it back; what it got wrong is told in a correction"
    return "put it back"


def _edited(changes: Changes) -> Iterator[Problem]:
    for before, now in changes.edited:
        fields = [
            name for name in type(now.update).model_fields if getattr(now.update, name) != getattr(before.update, name)
        ]
        yield Problem(
            "update-edited",
            f'the {_and(fields)} of update "{now.id}" changed after it was published',
            now.place(fields[0]),
            "put it back as it was, and add a new update",
        )


def _appended(changes: Changes) -> Iterator[Problem]:
    last: dict[tuple[str, str], LinkedUpdate] = {}
    for linked in changes.head.updates:
        owner = (linked.owner_kind, linked.owner_id)
        if linked.id in changes.base.updates_by_id and (owner not in last or linked.index > last[owner].index):
            last[owner] = linked
    for linked in changes.updates:
        published = last.get((linked.owner_kind, linked.owner_id))
        if published is not None and linked.index < published.index:
            yield Problem(
                "update-not-appended",
                f'new update "{linked.id}" stands above "{published.id}", which was published before it',
                linked.place(),
                "move it to the end of the list",
            )


def _rewritten(changes: Changes) -> Iterator[Problem]:
    if changes.base.settings.feed_size != changes.head.settings.feed_size and changes.rewritten:
        before, after = changes.base.settings.feed_size, changes.head.settings.feed_size
        yield Problem(
            "archive-rewritten",
            f"archive pages of feeds hold {before} updates each and would hold {after}",
            Place("mkdocs.yml", ("extra", "dossier", "feed_size")),
            f"put `feed_size: {before}` back",
        )
        return
    blamed: dict[str, tuple[LinkedUpdate, list[str]]] = {}
    for scope, linked in changes.rewritten:
        if linked is not None:
            blamed.setdefault(linked.id, (linked, []))[1].append(scope)
    for linked, scopes in blamed.values():
        fresh = linked.id not in changes.base.updates_by_id
        gone = linked.id not in changes.head.updates_by_id
        why = "is dated before updates that are already archived" if fresh else "is no longer told where it was"
        yield Problem(
            "archive-rewritten",
            f'update "{linked.id}" {why}, which changes archive pages of {_and([f"feed {scope}" for scope in scopes])}',
            Span(linked.file) if gone else linked.place("at" if fresh else "topics"),
            "date it with the time of its publication" if fresh else "leave the topics of what was published alone",
        )
