"""Problems between two revisions, at their places in the head.

Any change is allowed as long as readers are told of it. Finding what changed is left to `comparison`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from dossier.check import evidence, updates
from dossier.check.changes.difference import ATTRIBUTION, CONTEXT, STANDING, ChangedClaim, Changes, Vanished
from dossier.check.changes.fields import FIELD_NAMES
from dossier.check.changes.words import is_slip
from dossier.evidence import lineage
from dossier.linked import LinkedUpdate
from dossier.model import RELATIONS, SETTINGS_FILE
from dossier.problem import Area, Code, Place, Problem, Span
from dossier.wording import english

CLAIM_CHANGED_UNTOLD = Code(
    "claim-changed-untold",
    Area.CHANGES,
    "error",
    "The text, short text, status with its reason, note or evidence of a published claim changed, and no new update names the claim.",
    "Add an update that names it under `claims`; for a slip of spelling a minor one is enough.",
)
ATTRIBUTION_CHANGED_UNTOLD = Code(
    "attribution-changed-untold",
    Area.CHANGES,
    "error",
    "The kind, party, speaker or date of a published claim changed, and no new update names the claim.",
    "Add an update that names it under `claims`; for a slip a minor one is enough.",
)
CONTEXT_CHANGED_UNTOLD = Code(
    "context-changed-untold",
    Area.CHANGES,
    "warning",
    "The topics, date of report, confidence, persons or relations of a published claim changed, and no new update names the claim.",
    "Add an update that names it under `claims`.",
)
MINOR_REWORDING = Code(
    "minor-rewording",
    Area.CHANGES,
    "warning",
    "The text or short text of a published claim changed by more than a slip of spelling, and only a minor update names it.",
    "Make the update major if a reader would take something else from the claim than before.",
)
ORIGINS_CHANGED_UNTOLD = Code(
    "origins-changed-untold",
    Area.CHANGES,
    "warning",
    "A change in the list of origins gives published claims more or other independent origins, and no new update names them.",
    "Add an update that names them under `claims`, or put the origin back.",
)
WEAKER_CLAIM_UNTOLD = Code(
    "weaker-claim-untold",
    Area.CHANGES,
    "warning",
    "A published claim lost standing, evidence or an independent origin, and no new update tells subscribers.",
    "Make the update that names it major, or add one: readers rely on what they were told.",
)
ID_VANISHED = Code(
    "id-vanished",
    Area.CHANGES,
    "error",
    "An id that was public is gone, so that links, feeds and other people's data lead nowhere.",
    "Put it back under its old id: what was wrong is marked as withdrawn, what moved or was merged says where it is now (`python build.py move`, `merge`).",
)
UPDATE_EDITED = Code(
    "update-edited",
    Area.CHANGES,
    "error",
    "An update was changed after it was published, although the change log only ever grows.",
    "Put the update back as it was and add a new one, a correction if need be.",
)
UPDATE_NOT_APPENDED = Code(
    "update-not-appended",
    Area.CHANGES,
    "error",
    "A new update stands above one that was published before it.",
    "Move the new update to the end of the list.",
)
ARCHIVE_REWRITTEN = Code(
    "archive-rewritten",
    Area.CHANGES,
    "error",
    "An archive page of a feed would change, although subscribers' programs read such a page only once.",
    "Date new updates with the time of publication, and leave the topics of published updates alone.",
)
FORMER_TOPIC = Code(
    "former-topic",
    Area.CHANGES,
    "error",
    "A new update names a topic that was merged into another one, so that its feed would go on in another place than before.",
    "Name the topic that it is a part of now.",
)
FEED_IDENTITY_CHANGED = Code(
    "feed-identity-changed",
    Area.CHANGES,
    "error",
    "The authority that names updates in feeds changed, so that every subscriber would get every update anew.",
    "Put `authority` and `authority_year` back; they stay even when the site moves to another address.",
)
FINGERPRINT_CHANGED = Code(
    "fingerprint-changed",
    Area.CHANGES,
    "error",
    "The fingerprint of a published source changed, and nobody compared the new one with the archived text here.",
    "Run `diff` with the archive at hand, or put the fingerprint back.",
)
VERIFICATION_CHANGED = Code(
    "verification-changed",
    Area.CHANGES,
    "error",
    "A record of the last archive check vouches for more than before, and nobody compared it with the archived text here.",
    "Run `diff` with the archive at hand, or put the record back.",
)

NOT_COMPARED = Code(
    "not-compared",
    Area.CHANGES,
    "error",
    "A file of one of the two revisions cannot be read, in whole or in part, so what changed in it is not known.",
    "Mend what `check` says of the file; all other files were compared.",
)

# Problems of the head alone that are shown with a change, too. Their rules are in `check.updates`.
_SHOWN_TOO = (updates.CORRECTION_WITHOUT_WORDING, updates.UPDATE_ORDER)
_FIELD_NAMES = {**FIELD_NAMES, **{name: f"`{name}` relation" for name in RELATIONS}}

_EVIDENCE_FILES = {
    "fingerprint": (FINGERPRINT_CHANGED, "fingerprint"),
    "verification": (VERIFICATION_CHANGED, "record of the last check"),
}


def find_problems(changes: Changes) -> list[Problem]:
    """Return the problems of a change, errors and warnings, in no particular order."""
    return [
        *_not_compared(changes),
        *_identity(changes),
        *_evidence_files(changes),
        *evidence.foreign_verifications(changes.head),
        *(problem for changed in changes.changed for problem in problems_of_claim(changed)),
        *_origins(changes),
        *_vanished(changes),
        *_edited(changes),
        *_former_topics(changes),
        *_appended(changes),
        *_rewritten(changes),
        *(problem for problem in updates.check(changes.head) if problem.code in _SHOWN_TOO),
    ]


def _not_compared(changes: Changes) -> Iterator[Problem]:
    for one in changes.unread:
        which = "of the base revision" if one.revision == "base" else "of this revision"
        yield Problem(
            NOT_COMPARED,
            f"{one.file} {which} cannot be read in full, and what cannot be read of it was not compared",
            Span(one.file),
            "look at the file yourself" if one.revision == "base" else "mend what `check` says of it",
        )


def _identity(changes: Changes) -> Iterator[Problem]:
    if any(one.file == SETTINGS_FILE for one in changes.unread):
        return
    old, new = changes.base.settings, changes.head.settings
    if (old.authority, old.authority_year) != (new.authority, new.authority_year) and changes.base.updates:
        message = (
            f'feeds would name every update by "{new.authority},{new.authority_year}" '
            f'instead of "{old.authority},{old.authority_year}"'
        )
        yield Problem(
            FEED_IDENTITY_CHANGED,
            message,
            Place(SETTINGS_FILE, ("extra", "dossier", "authority")),
            "put the old authority and year back",
        )


def _evidence_files(changes: Changes) -> Iterator[Problem]:
    for one in changes.evidence_files:
        if not one.is_refused:
            continue
        code, record = _EVIDENCE_FILES[one.kind]
        message = f'the {record} of "{one.source}" {one.what}'
        if one.proof == "refuted":
            message += ", and the archived text does not bear it out"
            command = "source fingerprint" if one.kind == "fingerprint" else "verify --record"
            hint = f"make it anew from the archived text: python build.py {command} {one.source}"
        else:
            message += "; it was not verified here, as its text is not at hand"
            hint = "put it back, or have somebody who has the archive run this with --archive DIR"
        yield Problem(code, message, Span(one.file), hint)


def problems_of_claim(changed: ChangedClaim) -> Iterator[Problem]:
    """Yield the problems of one claim, apart from those that it shares with others."""
    local = changed.head.claim.id
    errors = [name for name in (*STANDING, *ATTRIBUTION) if name in changed.fields]
    warnings = [name for name in CONTEXT if name in changed.fields]
    if (errors or warnings) and not changed.new_updates:
        named = errors or warnings
        code = CONTEXT_CHANGED_UNTOLD
        if errors:
            code = CLAIM_CHANGED_UNTOLD if errors[0] in STANDING else ATTRIBUTION_CHANGED_UNTOLD
        yield Problem(
            code,
            f'the {_named(named)} of published claim "{changed.id}" changed, and no new update names it',
            changed.head.place(named[0]),
            f"add an update that names `{local}`: python build.py new update {changed.head.brief_id}",
        )
    reworded = [name for name in ("text", "short") if name in changed.fields and _is_reworded(changed, name)]
    if reworded and changed.new_updates and not changed.reaches_feeds:
        yield Problem(
            MINOR_REWORDING,
            f'the {_named(reworded)} of published claim "{changed.id}" says something else, and no subscriber is told',
            changed.head.place(reworded[0]),
            "make the update that names it major",
        )
    # Where no update names the claim, the problem above says so.
    if changed.is_weaker and not changed.reaches_feeds and (changed.new_updates or not errors):
        yield Problem(
            WEAKER_CLAIM_UNTOLD,
            f'published claim "{changed.id}" {_loss(changed)}, and no subscriber is told',
            changed.head.place("status" if "status" in changed.fields else "evidence"),
            "make the update that names it major"
            if changed.new_updates
            else f"add a major update that names `{local}`",
        )


def _is_reworded(changed: ChangedClaim, name: str) -> bool:
    before, after = (getattr(linked.claim, name) or "" for linked in (changed.base, changed.head))
    return bool(before and after) and not is_slip(before, after)


def _origins(changes: Changes) -> Iterator[Problem]:
    """Yield one problem for all claims whose origins are counted differently for the same reason."""
    moved = {one.id for one in changes.records if one.kind == "origin"}
    moved |= {one.id for one in changes.vanished if one.kind == "origin"}
    groups: dict[tuple[tuple[str, ...], bool], list[ChangedClaim]] = {}
    for changed in changes.changed:
        # Lost origins are reported claim by claim, and new evidence is a change of the claim itself.
        if not changed.has_other_origins or changed.lost_origins or "evidence" in changed.fields or changed.new_updates:
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
        who = f'published claim "{group[0].id}"' if len(group) == 1 else english.count(len(group), "published claim")
        what = "more independent origins to" if rises else "other independent origins to"
        origins = english.listed([f'"{one}"' for one in through]) if through else "its origins"
        it = "it" if len(group) == 1 else "them"
        yield Problem(
            ORIGINS_CHANGED_UNTOLD,
            f"the change of {origins} gives {what} {who}, and no new update names {it}",
            at,
            f"add an update that names {it}",
        )


def _loss(changed: ChangedClaim) -> str:
    words = []
    if "status" in changed.fields:
        before, after = (linked.claim.status or "no status" for linked in (changed.base, changed.head))
        words.append(f"went from {before} to {after}")
    if changed.removed:
        words.append("lost evidence")
    if changed.lost_origins:
        number, left = changed.base.independence.count, changed.head.independence.count
        words.append(f"fell from {number} to {english.count(left, 'independent origin')}")
    return english.listed(words)


def _named(fields: Iterable[str]) -> str:
    return english.listed(_FIELD_NAMES.get(field, field) for field in fields)


def _vanished(changes: Changes) -> Iterator[Problem]:
    along: dict[str, Counter[str]] = {}
    for one in changes.vanished:
        if one.with_brief:
            along.setdefault(one.file, Counter())[one.kind] += 1
    for one in changes.vanished:
        if one.with_brief:
            continue
        counted = [english.count(number, kind) for kind, number in sorted(along.get(one.file, Counter()).items())]
        message = f'{one.kind} "{one.id}" was public and is gone'
        if counted and one.kind in ("brief", "topic"):
            message += f", and with it {english.listed(counted)}"
        yield Problem(ID_VANISHED, message, Span(one.file), _undo_hint(one))


def _undo_hint(one: Vanished) -> str:
    if one.renamed and one.kind == "claim" and one.renamed.partition("/")[0] != one.id.partition("/")[0]:
        return f"leave in its place `- id: {one.id.partition('/')[2]}`, and below it `moved_to: {one.renamed}`"
    if one.renamed:
        whole_file = one.kind in ("brief", "topic", "source")
        what = "the file keeps its name" if whole_file else "an id stays"
        return f'"{one.renamed}" says the same: {what}, its title may change'
    if one.kind == "claim":
        return (
            "put it back: if it was wrong, with `status: withdrawn` and a `status_reason`; if it is in another brief now, as "
            "its `id` and `moved_to` alone, which `python build.py move` writes"
        )
    if one.kind == "update":
        return "put it back; what it got wrong is told in a correction"
    if one.kind in ("topic", "source", "origin"):
        return (
            "put it back: if it is a part of another one now, with `merged_into`, as `python build.py merge` writes it"
        )
    return "put it back"


def _edited(changes: Changes) -> Iterator[Problem]:
    for before, now in changes.edited:
        fields = [
            name for name in type(now.update).model_fields if getattr(now.update, name) != getattr(before.update, name)
        ]
        yield Problem(
            UPDATE_EDITED,
            f'the {_named(fields)} of update "{now.id}" changed after it was published',
            now.place(fields[0]),
            "put it back as it was, and add a new update",
        )


def _former_topics(changes: Changes) -> Iterator[Problem]:
    corpus = changes.head.corpus
    for linked in changes.updates:
        for number, topic in enumerate(linked.update.topics):
            if ("topic", topic) in corpus.stubs:
                now = corpus.current("topic", topic)
                there = now in linked.update.topics
                yield Problem(
                    FORMER_TOPIC,
                    f'new update "{linked.id}" names the topic "{topic}", which is a part of "{now}" now',
                    linked.place("topics", number),
                    f'take it out, as "{now}" is named here already' if there else f'write "{now}"',
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
                UPDATE_NOT_APPENDED,
                f'new update "{linked.id}" stands above "{published.id}", which was published before it',
                linked.place(),
                "move it to the end of the list",
            )


def _rewritten(changes: Changes) -> Iterator[Problem]:
    if changes.base.settings.feed_size != changes.head.settings.feed_size and changes.rewritten:
        before, after = changes.base.settings.feed_size, changes.head.settings.feed_size
        yield Problem(
            ARCHIVE_REWRITTEN,
            f"archive pages of feeds hold {before} updates each and would hold {after}",
            Place(SETTINGS_FILE, ("extra", "dossier", "feed_size")),
            f"put `feed_size: {before}` back",
        )
        return
    feeds_by_update: dict[str, tuple[LinkedUpdate, list[str]]] = {}
    for scope, linked in changes.rewritten:
        if linked is not None:
            feeds_by_update.setdefault(linked.id, (linked, []))[1].append(scope)
    for linked, scopes in feeds_by_update.values():
        fresh = linked.id not in changes.base.updates_by_id
        gone = linked.id not in changes.head.updates_by_id
        why = (
            "is dated before updates that are already archived" if fresh else "is no longer in the feeds that it was in"
        )
        yield Problem(
            ARCHIVE_REWRITTEN,
            f'update "{linked.id}" {why}, which changes archive pages of {english.listed([f"feed {scope}" for scope in scopes])}',
            Span(linked.file) if gone else linked.place("at" if fresh else "topics"),
            "date it with the time of its publication"
            if fresh
            else "leave the topics and the parties of what was published alone",
        )
