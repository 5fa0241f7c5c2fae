"""The plan: every page of the site, kind by kind. The one place that lists the kinds.

Rendering pages is left to `render`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Protocol

from dossier.library import Library
from dossier.linked import address, stamp
from dossier.model import Settings
from dossier.pages import (
    brief,
    claims,
    home,
    index_lists,
    machine_pages,
    moved,
    not_found,
    origin,
    party,
    person,
    positions,
    source,
    source_list,
    suggest,
    timeline,
    topic,
    update_pages,
)
from dossier.pages.gather import briefs, origins, overviews, parties, people, sources, topics
from dossier.pages.gather import machine_pages as gathered_machine_pages
from dossier.pages.gather import moved as gathered_moved
from dossier.pages.listing import Listing
from dossier.pages.page import Page
from dossier.problem import Code


class Matter(Protocol):
    """What one page shows: records and numbers, nothing formatted."""

    @property
    def address(self) -> str:
        """The page's address."""
        ...

    @property
    def modified(self) -> datetime | None:
        """When the newest change that it shows was published, or None."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What pages show that is no content: the addresses of hand-written pages, and the problem codes that there are."""

    written: Collection[str]
    codes: Sequence[Code]


Gather = Callable[[Library, Surroundings], Iterator[Any]]
View = Callable[[Any, Settings], Page]


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages that are gathered together: `gather` picks their matters, `views` has what turns each sort into a page."""

    gather: Gather
    views: Mapping[type, View]


def _kind(gather: Callable[[Library], Iterator[Any]], views: Mapping[type, View]) -> Kind:
    return Kind(lambda library, _: gather(library), views)


KINDS: tuple[Kind, ...] = (
    Kind(lambda library, around: overviews.home(library, around.written), {home.HomeMatter: home.home_page}),
    _kind(topics.topics, {topic.TopicMatter: topic.topic_page, topic.TopicPeriodMatter: topic.period_page}),
    _kind(overviews.positions, {positions.PositionsMatter: positions.positions_page}),
    _kind(overviews.claims, {claims.ClaimsMatter: claims.claims_page}),
    _kind(overviews.timeline, {timeline.TimelineMatter: timeline.timeline_page}),
    _kind(parties.parties, {party.PartyMatter: party.party_page, party.PartyPeriodMatter: party.period_page}),
    _kind(people.people, {person.PersonMatter: person.person_page, person.PersonPeriodMatter: person.period_page}),
    _kind(topics.topics_list, {index_lists.TopicsMatter: index_lists.topics_page}),
    _kind(parties.parties_list, {index_lists.PartiesMatter: index_lists.parties_page}),
    _kind(people.people_list, {index_lists.PeopleMatter: index_lists.people_page}),
    _kind(overviews.briefs_lists, {Listing: index_lists.briefs_page}),
    _kind(briefs.briefs, {brief.BriefMatter: brief.brief_page}),
    Kind(
        lambda library, around: sources.sources_lists(library, around.written),
        {source_list.SourcesMatter: source_list.sources_page},
    ),
    _kind(sources.sources, {source.SourceMatter: source.source_page, source.SourcePartMatter: source.part_page}),
    _kind(origins.origins_lists, {origin.OriginsMatter: origin.origins_page}),
    _kind(origins.origins, {origin.OriginMatter: origin.origin_page, origin.OriginPeriodMatter: origin.period_page}),
    _kind(overviews.update_log, {Listing: update_pages.log_page}),
    _kind(overviews.updates, {update_pages.UpdateMatter: update_pages.update_page}),
    _kind(gathered_machine_pages.feeds, {machine_pages.FeedsMatter: machine_pages.feeds_page}),
    _kind(gathered_machine_pages.downloads, {machine_pages.DownloadsMatter: machine_pages.downloads_page}),
    _kind(gathered_machine_pages.schemas, {machine_pages.SchemasMatter: machine_pages.schemas_page}),
    Kind(
        lambda library, around: gathered_machine_pages.problems(library, around.codes),
        {machine_pages.ProblemsMatter: machine_pages.problems_page},
    ),
    _kind(gathered_machine_pages.suggest, {suggest.SuggestMatter: suggest.suggest_page}),
    _kind(gathered_moved.moved, {moved.MovedMatter: moved.moved_page}),
    _kind(overviews.not_found, {not_found.NotFoundMatter: not_found.not_found_page}),
)


@dataclass(frozen=True)
class PlannedPage:
    """A page that the site has. Its words are made when they are first asked for."""

    matter: Matter
    view: View
    settings: Settings

    @property
    def address(self) -> str:
        """The page's address."""
        return self.matter.address

    @property
    def modified(self) -> datetime | None:
        """When the newest change that it shows was published, or None."""
        return self.matter.modified

    @property
    def date(self) -> str:
        """The date of the claims that the page shows in full, where they are of one time; else empty."""
        return getattr(self.matter, "date", "")

    @property
    def is_listed(self) -> bool:
        """Whether it stands in the site map: every page but old addresses and the one for those that lead nowhere."""
        return self.address != address.NOT_FOUND and not isinstance(self.matter, moved.MovedMatter)

    @cached_property
    def stamp(self) -> bytes:
        """The digest of everything of the content that the page can show."""
        return stamp(self.matter)

    @property
    def page(self) -> Page:
        """The page, made anew each time: a large site has no room to keep them all."""
        return self.view(self.matter, self.settings)


def plan(library: Library, written: Collection[str] = (), codes: Sequence[Code] = ()) -> Iterator[PlannedPage]:
    """Yield every page, in the same order on every run.

    `written` are the addresses of hand-written pages, `codes` the problem codes that the page of problems lists.
    """
    surroundings = Surroundings(written, codes)
    for kind in KINDS:
        for matter in kind.gather(library, surroundings):
            yield PlannedPage(matter, kind.views[type(matter)], library.settings)
