"""Lends out what several pages show, each thing made once: source cards, chains, links to parties and topics.

Never keeps a claim's view: at 60,000 claims the rendered pieces are what is worth keeping, and `render` does that.
"""

from collections.abc import Collection, Iterable
from functools import cached_property

from dossier.evidence import text_fragment
from dossier.library import Library
from dossier.library.subscription import Subscription, subscriptions
from dossier.linked import LinkedClaim, address
from dossier.model import Evidence
from dossier.pages.cite import Cite, cite_claim
from dossier.pages.claim_piece import ClaimView, view_claim
from dossier.pages.evidence_history import evidence_steps, growth, sourcing_steps
from dossier.pages.page import FeedLink, Link
from dossier.pages.provenance import Chain, SourceCard, card, chain
from dossier.pages.quote_checks import check_words
from dossier.wording import phrase


class ClaimHandle:
    """A claim that a page shows in full. Its view is made when its piece is first rendered."""

    __slots__ = ("_context", "id", "linked", "local")

    def __init__(self, context: "Context", linked: LinkedClaim) -> None:
        self._context = context
        self.linked = linked
        self.id = linked.id
        self.local = linked.claim.id

    def __eq__(self, other: object) -> bool:
        """Whether both show the same, be it of two libraries. Many pages ask that of one claim: it is looked at once."""
        if not isinstance(other, ClaimHandle) or self.id != other.id:
            return False
        if self._context is other._context:
            return True
        key = (other._context, self.id)
        alike = self._context.alike.get(key)
        if alike is None:
            alike = self._context.alike[key] = self.view == other.view and self.cite == other.cite
        return alike

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def view(self) -> ClaimView:
        """The claim, ready to print."""
        return view_claim(self._context, self.linked)

    @property
    def cite(self) -> Cite:
        """How the claim is cited."""
        return cite_claim(self._context, self.linked)


class Context:
    """What all pages of one library share. `written` are the addresses of hand-written pages."""

    def __init__(self, library: Library, written: Collection[str] = ()) -> None:
        self.library = library
        self.written = frozenset(written)
        self.alike: dict[tuple[Context, str], bool] = {}
        self._sources: dict[str, SourceCard | None] = {}
        self._chains: dict[tuple[str, str], Chain | None] = {}
        self._checked: dict[object, str] = {}
        self._grown: dict[str, tuple[str, str]] = {}

    def claims(self, linked: Iterable[LinkedClaim]) -> tuple[ClaimHandle, ...]:
        """Return handles of claims, in the order given."""
        return tuple(ClaimHandle(self, each) for each in linked)

    @cached_property
    def parties(self) -> dict[str, Link]:
        """Links to all parties, in their order."""
        return {key: Link(address.party(key), party.name) for key, party in self.library.parties.items()}

    @cached_property
    def topics(self) -> dict[str, Link]:
        """Links to all topics, in their order."""
        return {key: Link(address.topic(key), topic.title) for key, topic in self.library.topics.items()}

    def party(self, party_id: str) -> Link | None:
        """Return the link to a party, or None where there is no such party."""
        return self.parties.get(party_id)

    def topic_links(self, topic_ids: Iterable[str]) -> tuple[Link, ...]:
        """Return links to those topics that exist."""
        topics = self.topics
        return tuple(topics[each] for each in topic_ids if each in topics)

    def source(self, source_id: str) -> SourceCard | None:
        """Return a source as evidence shows it, or None where there is no such source."""
        if source_id not in self._sources:
            source = self.library.sources.get(source_id)
            self._sources[source_id] = card(source_id, source) if source else None
        return self._sources[source_id]

    def chain(self, origin_id: str, source_id: str) -> Chain | None:
        """Return the chain behind a piece of evidence, or None where its origin or source does not exist."""
        key = (origin_id, source_id)
        if key not in self._chains:
            known = origin_id in self.library.origins and source_id in self.library.sources
            self._chains[key] = chain(self.library, origin_id, source_id) if known else None
        return self._chains[key]

    def grown(self, linked: LinkedClaim) -> tuple[str, str]:
        """Return for the reader's script how a claim's sourcing and its evidence grew; empty where they did not."""
        if linked.id not in self._grown:
            steps = growth(self, linked)
            self._grown[linked.id] = (sourcing_steps(steps), evidence_steps(steps)) if steps else ("", "")
        return self._grown[linked.id]

    def passage(self, url: str, quote: str) -> str:
        """Return the address of a quote on its publisher's own page, by text fragment."""
        return text_fragment(url, quote)

    def checked(self, evidence: Evidence) -> str:
        """Return how a quote was checked, in words."""
        state = self.library.verification(evidence)
        if state not in self._checked:
            self._checked[state] = check_words(state)
        return self._checked[state]

    @cached_property
    def _changes(self) -> dict[str, str]:
        times: dict[str, str] = {}
        for linked in self.library.updates:
            if linked.claims:
                for claim in linked.claims:
                    times.setdefault(claim, phrase.moment(linked.update.at))
            elif linked.owner_kind == "brief" and linked.update.kind == "new":
                times.setdefault(linked.owner_id, phrase.moment(linked.update.at))
        return times

    def changed(self, claim_id: str) -> str:
        """Return the authored time of the newest change to a claim, or of its brief's first publication, or empty."""
        return self._changes.get(claim_id) or self._changes.get(claim_id.partition("/")[0], "")

    @cached_property
    def newest_change(self) -> str:
        """The authored time of the newest update of all, or an empty string."""
        updates = self.library.updates
        return phrase.moment(updates[0].update.at) if updates else ""

    def feeds(self, topic_ids: Iterable[str] = ()) -> tuple[FeedLink, ...]:
        """Return the feeds of a page about some topics: those of its topics first, then the one of everything."""
        return tuple(FeedLink(each, self._subscriptions[each].title) for each in (*topic_ids, address.ALL_FEED))

    @cached_property
    def _subscriptions(self) -> dict[str, Subscription]:
        return subscriptions(self.library)
