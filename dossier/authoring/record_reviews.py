"""Records that a person has held claims against their sources, and lists what nobody has read or what is due again.

Reading them is left to the person; today's date is given by the caller, who also writes the file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ruamel.yaml.comments import CommentedMap, CommentedSeq

from dossier.authoring.edited_yaml import EditedFile, UnreadableYamlError, date_value
from dossier.authoring.move_records import CHECK_FIRST, refuse_unread
from dossier.binding import bind
from dossier.check.reviews import is_stale
from dossier.library import Library
from dossier.linked import LinkedClaim
from dossier.model import Review, Reviews, is_after
from dossier.pipeline.load import Loaded
from dossier.problem import UserError, suggest
from dossier.yamlfile import Tree, read

_FILE = "briefings/reviews.yaml"
_HEAD = """\
# yaml-language-server: $schema=../schema/reviews.json
# Who has held which claim against its sources. `python build.py review` writes it.
reviews:
"""


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be read: claims that nobody has read, and those that changed since, each with its review.

    `ahead` are reviews of a later day than today. `overdue` are the overview and topics past their `review_by`: what it is,
    its id, and that date.
    """

    unread: tuple[str, ...]
    stale: tuple[tuple[str, Review], ...]
    ahead: tuple[tuple[str, Review], ...]
    overdue: tuple[tuple[str, str, str], ...]


def due(library: Library, today: date) -> Due:
    """Return what is to be read, claims in the order of the site."""
    day, claims, reviews = today.isoformat(), library.claims, library.reviews
    read = [(claim_id, reviews[claim_id]) for claim_id in claims if claim_id in reviews]
    dated = [("topic", topic_id, topic.review_by) for topic_id, topic in library.topics.items()]
    if library.corpus.overview is not None:
        dated.insert(0, ("overview", "", library.corpus.overview.review_by))
    return Due(
        unread=tuple(claim_id for claim_id in claims if claim_id not in reviews),
        stale=tuple((claim_id, review) for claim_id, review in read if is_stale(claims[claim_id], review, library)),
        ahead=tuple((claim_id, review) for claim_id, review in read if review.on > day),
        overdue=tuple(one for one in dated if is_after(day, one[2])),
    )


def named_claims(library: Library, names: Iterable[str]) -> list[str]:
    """Return the full ids of the claims that are named by their own ids, by former ones, or by the id of their brief.

    Raises `UserError` where there is no such claim or brief.
    """
    found: dict[str, None] = {}
    for name in names:
        claim_id = library.corpus.current("claim", name)
        if claim_id in library.claims:
            found[claim_id] = None
        elif name in library.briefs:
            found |= dict.fromkeys(linked.id for linked in library.claims_by_brief[name])
        else:
            meant = suggest(name, [*library.claims, *library.briefs])
            hint = (
                f'did you mean "{meant}"?'
                if meant
                else "name a claim as <brief>/<claim>, or a brief for all of its claims"
            )
            raise UserError(f'there is no claim or brief "{name}"', hint)
    return list(found)


def review_file(library: Library) -> str:
    """Return the path of the file of reviews, which may not be there yet."""
    return library.corpus.files.get(("review", ""), _FILE)


def record_reviews(loaded: Loaded, claim_ids: Iterable[str], by: str, on: date) -> bytes:
    """Return the file of reviews in which a person has read these claims as they are. A review that one has is replaced.

    Raises `UserError` where the dossier has files that cannot be read, or `by` cannot be a name.
    """
    library = loaded.library
    refuse_unread(library)
    path = review_file(library)
    made, _ = bind(Reviews, {"reviews": [_entry(library.claims[one], by, on) for one in claim_ids]}, path)
    if made is None:
        raise UserError(f'"{by}" cannot be the name of a person', "write it on one line, as in: --by NAME")
    try:
        file = EditedFile(loaded.scan.files.get(path, _HEAD.encode()))
    except UnreadableYamlError as error:
        raise UserError(f"{path}: {error}", CHECK_FIRST) from error
    places = {library.corpus.current("claim", one.claim): at for at, one in enumerate(library.corpus.reviews)}
    for review in made.reviews:
        values = {**review.model_dump(), "on": date_value(review.on)}
        if review.claim in places:
            entry = file.tree["reviews"][places[review.claim]]
            for key, value in values.items():
                file.put(entry, key, value)
        elif file.tree["reviews"]:
            file.append(file.tree["reviews"], CommentedMap(values))
        else:
            file.put(file.tree, "reviews", CommentedSeq([CommentedMap(values)]))
    content = file.written()
    tree, problems = read(content, path)
    if tree is None or problems or bind(Reviews, tree, path)[1]:
        raise UserError(f"{path} is written in a form that cannot be changed by a program", "change it by hand")
    return content


def _entry(linked: LinkedClaim, by: str, on: date) -> Tree:
    return {"claim": linked.id, "by": by, "on": on.isoformat(), "digest": linked.reading_digest}
