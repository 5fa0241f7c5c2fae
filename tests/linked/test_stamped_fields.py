"""The stamp of a linked record holds all that is shown of it: each part is needed, or follows from other parts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from typing import Any

import pytest

from dossier.exports import downloads
from dossier.feeds import FeedPage, FeedWriter, feed_pages
from dossier.linked import (
    LinkedClaim,
    LinkedOrigin,
    LinkedSource,
    LinkedUpdate,
    Named,
    RelatedClaim,
    RelatedUpdate,
    Stamped,
    stamps,
)
from dossier.linked.subscription import MEDIA_TYPES
from dossier.render.feed_content import feed_content
from tests import seam
from tests.linked.filled import harbour
from tests.reviews import review
from tests.world import World, claim, update

Edit = Callable[[World], object]
KINDS: tuple[type[Any], ...] = (
    LinkedClaim,
    LinkedSource,
    LinkedOrigin,
    LinkedUpdate,
    RelatedClaim,
    RelatedUpdate,
    Named,
)


def _claim(world: World, claim_id: str) -> Any:
    brief_id, _, name = claim_id.partition("/")
    return next(each for each in world.briefs[brief_id]["claims"] if each["id"] == name)


def _tie(relation: str) -> Edit:
    """Return what gives a relation to a claim that has another one already."""
    return _related(**{relation: ["spring/told"]})


def _related(**fields: Any) -> Edit:
    return lambda world: _claim(world, "summer/tied").update(fields)


def _update(world: World, where: int = 0, **fields: Any) -> None:
    world.briefs[("spring", "summer")[where]]["updates"][0].update(fields)


def _many_claims(world: World) -> None:
    """Give a topic more claims than one page has room for, so that further pages show them alone."""
    more = [claim(f"c-{number}", topics=["trams"]) for number in range(130)]
    updates = [
        update(f"u-{at}", f"2030-01-0{at}T09:00:00+00:00", claims=[each["id"] for each in more]) for at in (2, 9)
    ]
    world.brief("many", *more, updates=updates)


def _appear(world: World) -> None:
    world.brief("later", claim("new", topics=["noise"]), date="2032-01-01", updates=[])


def _rename_brief(world: World) -> None:
    world.briefs["autumn"] = world.briefs.pop("summer")


def _rename_source(world: World) -> None:
    world.sources["unread"] = world.sources.pop("unused")
    world.texts["unread"] = world.texts.pop("unused")


def _mend_of_topic(world: World) -> None:
    _update(world, kind="correction", corrects="of-topic")
    _update(world, 1, topics=["trams", "noise"])


def _mend_of_two_claims(world: World) -> None:
    """Have a correction mend all claims of an update, and a later update tell of them again."""
    both = ["spring/told", "spring/second"]
    _update(world, claims=both)
    _update(world, 1, claims=both, before=world.briefs["spring"]["updates"][0]["note"])
    world.briefs["summer"]["updates"].append(update("again", "2031-12-01T09:00:00+00:00", claims=both))


def _correction_of_two_topics(world: World) -> None:
    _update(world, kind="correction")
    _update(world, 1, topics=["trams", "noise"])


def _nothing_named_as_mended(world: World) -> None:
    """Have the first update mend the correction, which no longer says what it mends itself."""
    _update(world, corrects="mends")
    world.briefs["summer"]["updates"][0].pop("corrects")
    world.briefs["summer"]["updates"].append(update("summer-told", "2031-02-01T09:00:00+00:00", topics=["trams"]))


def _one_in_each_feed(world: World) -> None:
    world.settings["feed_size"] = 1


def _related_by_answer(world: World) -> None:
    tied = _claim(world, "summer/tied")
    tied.pop("qualifies")
    tied["responds_to"] = ["spring/told"]


def _read_by_somebody(world: World) -> None:
    world.settings["reviews"] = "shown"
    review(world, "spring/told")


@dataclass(frozen=True)
class Case:
    """An edit that changes one field of a linked record and nothing else that some page shows.

    `before` makes of the invented dossier what the edit is made to.
    """

    edit: Edit
    before: Edit = lambda world: None


CASES: dict[str, Case] = {
    "LinkedClaim.claim": Case(lambda world: _claim(world, "spring/told").update(note="A note.")),
    "LinkedClaim.brief_id": Case(_rename_brief),
    "LinkedClaim.brief_title": Case(lambda world: world.briefs["spring"].update(title="Another title")),
    "LinkedClaim.party": Case(lambda world: world.parties["city"].update(name="The old city")),
    "LinkedClaim.person": Case(lambda world: world.people["ada"].update(role="reeve")),
    "LinkedClaim.about": Case(lambda world: world.people["una"].update(name="Una Rush")),
    "LinkedClaim.cited": Case(lambda world: world.sources["gazette"].update(title="Another title")),
    "LinkedClaim.superseded_by": Case(_tie("supersedes")),
    "LinkedClaim.followed_by": Case(_tie("follows")),
    "LinkedClaim.contradicted_by": Case(_tie("contradicts")),
    "LinkedClaim.opposes": Case(_tie("opposes")),
    "LinkedClaim.answered_by": Case(_tie("responds_to")),
    "LinkedClaim.qualified_by": Case(_tie("qualifies"), _related_by_answer),
    "LinkedClaim.related": Case(_related(text="Other words.")),
    "LinkedClaim.changed": Case(
        lambda world: world.topics["noise"]["updates"][0].update(at="2031-03-21T09:00:00+00:00")
    ),
    "LinkedClaim.published": Case(
        lambda world: world.briefs["many"]["updates"][0].update(at="2030-01-03T09:00:00+00:00"), _many_claims
    ),
    "LinkedClaim.review": Case(lambda world: world.reviews[0].update(by="Una Reed"), _read_by_somebody),
    "LinkedSource.id": Case(_rename_source),
    "LinkedSource.record": Case(lambda world: world.sources["gazette"].update(outlet="The Harbour Gazette")),
    "LinkedSource.fingerprint": Case(
        lambda world: world.texts.update(gazette="Now they say that it is so.\nThis is something else.\n"),
        lambda world: world.sources["gazette"].update(text_sha256="0" * 64, left_out=[]),
    ),
    "LinkedSource.verification": Case(lambda world: world.check_quotes("gazette", "2031-05-01")),
    "LinkedOrigin.lineage": Case(lambda world: world.origins["minutes"].update(name="Minutes of the council")),
    "LinkedOrigin.speaker": Case(lambda world: world.people["orla"].update(name="Orla Rush")),
    "LinkedUpdate.update": Case(lambda world: _update(world, note="Another note.")),
    "LinkedUpdate.owner_title": Case(
        lambda world: world.briefs["spring"].update(title="Another title"), lambda world: _update(world, claims=[])
    ),
    "LinkedUpdate.owner_address": Case(_rename_brief, lambda world: _update(world, 1, claims=[])),
    "LinkedUpdate.named_topics": Case(lambda world: world.topics["trams"].update(title="Trams at night")),
    "LinkedUpdate.claims": Case(_appear, lambda world: _update(world, claims=["told", "later/new"])),
    # Each of two updates names the other as what it mends.
    "LinkedUpdate.corrects": Case(
        lambda world: _update(world, claims=["summer/tied"]),
        _nothing_named_as_mended,
    ),
    "LinkedUpdate.corrected_by": Case(lambda world: _update(world, corrects="mends"), _mend_of_topic),
    "LinkedUpdate.related": Case(lambda world: _update(world, 1, at="2031-06-03T09:00:00+00:00")),
    "RelatedClaim.text": Case(_related(text="Other words.")),
    "RelatedClaim.short": Case(_related(short="In short")),
    "RelatedClaim.kind": Case(
        _related(kind="denial"), lambda world: _claim(world, "summer/tied").update(contradicts=["spring/told"])
    ),
    "RelatedClaim.date": Case(_related(date="2031-03-01")),
    "RelatedClaim.dated": Case(_related(dated="by")),
    "RelatedClaim.reported": Case(_related(reported="2031-03-09")),
    "RelatedUpdate.title": Case(lambda world: _update(world, 1, title="Another title"), _one_in_each_feed),
    "RelatedUpdate.kind": Case(lambda world: _update(world, 1, kind="retraction")),
    "RelatedUpdate.at": Case(lambda world: _update(world, 1, at="2031-06-03T09:00:00+00:00")),
    "RelatedUpdate.claims": Case(lambda world: _update(world, 1, claims=["spring/told"]), _mend_of_two_claims),
    "RelatedUpdate.leaves_words": Case(
        lambda world: _update(world, 1, before=world.briefs["spring"]["updates"][0]["note"])
    ),
    "RelatedUpdate.is_mending": Case(_mend_of_topic, _correction_of_two_topics),
    "Named.id": Case(lambda world: world.parties.update(quay={**world.parties.pop("port"), "id": "quay"})),
    "Named.name": Case(lambda world: world.parties["mill"].update(name="The old mill")),
}


@dataclass(frozen=True)
class Product:
    """A page, feed or download: the stamp of what it shows, and how its content is made."""

    stamp: bytes
    make: Callable[[], object]


def products(world: World) -> dict[str, Product]:
    """Return all that is made of a world, by address."""
    library = world.library()
    made: list[Callable[[seam.Planned], object]] = []
    writers: list[FeedWriter] = []

    # Most products are only asked for their stamps, and reading templates takes longer than that.
    def page(planned: seam.Planned) -> object:
        if not made:
            made.append(seam.renderer(library))
        return made[0](planned)

    def feed(page: FeedPage, form: str) -> bytes:
        if not writers:
            writers.append(FeedWriter(library.settings, feed_content(seam.TEMPLATES, library.settings)))
        return writers[0].write(page, form)

    pages = ((address, Product(each.stamp, partial(page, each))) for address, each in seam.plan(library).items())
    files = ((each.address, Product(each.stamp, each.make)) for each in downloads(library))
    documents = (
        (each.address(form), Product(each.stamp, partial(feed, each, form)))
        for each in feed_pages(library)
        for form in MEDIA_TYPES
    )
    return dict((*pages, *files, *documents))


def same_stamp(before: dict[str, Product], after: dict[str, Product]) -> set[str]:
    return {each for each in before.keys() & after.keys() if before[each].stamp == after[each].stamp}


IMPLIED: dict[str, str] = {
    "LinkedClaim.id": "the brief's id and the claim's own",
    "LinkedClaim.supersedes": "what the claim says, as far as it is among the related claims",
    "LinkedClaim.follows": "what the claim says, as far as it is among the related claims",
    "LinkedClaim.contradicts": "what the claim says, as far as it is among the related claims",
    "LinkedClaim.responds_to": "what the claim says, as far as it is among the related claims",
    "LinkedClaim.qualifies": "what the claim says, as far as it is among the related claims",
    "LinkedOrigin.id": "the first of its lineage",
    "LinkedOrigin.record": "the first of its lineage",
    "LinkedUpdate.id": "the update's own",
    "LinkedUpdate.owner_kind": "the owner's address",
    "LinkedUpdate.owner_id": "the owner's address",
    "LinkedUpdate.title": "the update's own, or else its owner's",
    "LinkedUpdate.topics": "the topics with their names",
    "RelatedClaim.id": "the key under which it stands",
    "RelatedUpdate.id": "the key under which it stands",
}
"""Fields that follow from other fields in the stamp, and from which."""


def stamped_fields(kind: type[Any]) -> tuple[str, ...]:
    if is_dataclass(kind):
        return tuple(each.name for each in fields(kind) if "unstamped" not in each.metadata)
    return tuple(kind._fields)


def _leave_out(names: Iterable[str], patch: pytest.MonkeyPatch) -> None:
    """Have stamps leave fields of records out."""
    for kind in KINDS:
        kept = tuple(each for each in stamped_fields(kind) if f"{kind.__name__}.{each}" not in names)
        if issubclass(kind, Stamped):
            patch.setitem(stamps._FIELDS, kind, partial(_values, kept))
        else:
            patch.setitem(stamps._CONVERTERS, kind, partial(_plain_values, kept))


def _values(names: Iterable[str], value: object) -> tuple[object, ...]:
    return tuple(getattr(value, each) for each in names)


def _plain_values(names: Iterable[str], value: object) -> object:
    return stamps._plain(_values(names, value))


def _states(name: str) -> tuple[World, World]:
    case, old, new = CASES[name], harbour(), harbour()
    for world in (old, new):
        case.before(world)
    case.edit(new)
    return old, new


@pytest.mark.parametrize("name", CASES)
def test_what_changes_in_one_field_alone_is_made_again_because_of_that_field(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = _states(name)
    before, after = products(old), products(new)
    kept = same_stamp(before, after)
    _leave_out([name, *IMPLIED], monkeypatch)
    kept_then = same_stamp(products(old), products(new))
    stale = {each for each in kept | kept_then if before[each].make() != after[each].make()}
    assert stale & kept == set()
    assert stale


def test_every_part_of_a_stamp_is_accounted_for() -> None:
    parts = {f"{kind.__name__}.{name}" for kind in KINDS for name in stamped_fields(kind)}
    assert parts == CASES.keys() | IMPLIED.keys()
    assert not CASES.keys() & IMPLIED.keys()


@pytest.mark.parametrize(
    "edit",
    [
        _rename_brief,
        _rename_source,
        lambda world: _claim(world, "summer/tied").update(supersedes=["later/new"], qualifies=["spring/second"]),
        _appear,
        lambda world: world.origins["wire"].update(name="Another name"),
        lambda world: world.briefs["summer"].update(title="Another title"),
        lambda world: _update(world, 1, title="Another title", id="mends-it"),
        lambda world: world.topics.pop("noise"),
    ],
)
def test_what_follows_from_other_parts_of_a_stamp_changes_nothing_in_it(
    edit: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = harbour(), harbour()
    for world in (old, new):
        _claim(world, "spring/second").update(
            {each: ["later/new"] for each in ("supersedes", "contradicts", "responds_to")}, qualifies=["summer/tied"]
        )
    edit(new)
    kept = same_stamp(products(old), products(new))
    _leave_out(IMPLIED, monkeypatch)
    assert same_stamp(products(old), products(new)) == kept
