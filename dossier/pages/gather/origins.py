"""Picks what pages of origins and the list of origins show.

Wording it is left to `pages.origin`.
"""

from collections.abc import Iterator

from dossier.library import Library
from dossier.linked import Named, address
from dossier.pages.claim_groups import date_of
from dossier.pages.counts import newest_change
from dossier.pages.listing import listings
from dossier.pages.origin import ListedOrigin, OriginMatter, OriginPeriodMatter, OriginsMatter
from dossier.pages.origin_tree import CitingSource, TreeNode
from dossier.pages.pagination import LINES, sizes, split


def origins(library: Library) -> Iterator[OriginMatter | OriginPeriodMatter]:
    """Yield each origin, newest first, and after it its periods where its claims fill several pages."""
    nodes = {origin_id: _node(library, origin_id) for origin_id in library.origins}
    for origin_id in _newest_first(library):
        origin = library.origins[origin_id]
        claims, denied = library.resting_on(origin_id), library.denied_by(origin_id)
        periods = split(claims, date_of, LINES)
        lengths = sizes(periods)
        yield OriginMatter(
            id=origin_id,
            origin=origin,
            speaker=library.linked_origins[origin_id].speaker,
            behind=tuple(
                Named(each, library.origins[each].name) for each in origin.depends_on if each in library.origins
            ),
            claims=claims,
            denied=denied,
            nodes={each: nodes[each] for each in sorted(library.leaning_on(origin_id))},
            periods=lengths,
        )
        for period in periods:
            yield OriginPeriodMatter(Named(origin_id, origin.name), period.key, period.members, lengths)


def origins_lists(library: Library) -> Iterator[OriginsMatter]:
    """Yield the pages of the list of origins."""
    entries = [_entry(library, origin_id) for origin_id in _newest_first(library)]
    counting = [entry for entry in entries if not entry.origin.is_nobodys]
    nobodys = tuple(entry for entry in entries if entry.origin.is_nobodys)
    for listing in listings(
        address.ORIGINS,
        counting,
        lambda entry: entry.origin.date or "",
        lambda entry: entry.changed,
        library.newest_change,
    ):
        yield OriginsMatter(listing, nobodys if listing.is_first else ())


def _newest_first(library: Library) -> list[str]:
    return sorted(library.origins, key=lambda each: (library.origins[each].date or "", each), reverse=True)


def _entry(library: Library, origin_id: str) -> ListedOrigin:
    # What the origin's own page counts: also what comes through others that pass it on.
    cited = [pair for each in library.leaning_on(origin_id) for pair in library.cited_by_origin[each]]
    sources = {evidence.source for _, evidence in cited}
    return ListedOrigin(
        id=origin_id,
        origin=library.origins[origin_id],
        claims=len(library.resting_on(origin_id)),
        denied=len(library.denied_by(origin_id)),
        sources=len(sources),
        changed=newest_change(linked for linked, _ in cited),
    )


def _node(library: Library, origin_id: str) -> TreeNode:
    claims: dict[str, set[str]] = {}
    denied: dict[str, set[str]] = {}
    named: dict[str, set[str]] = {}
    for linked, evidence in library.cited_by_origin.get(origin_id, ()):
        cited = denied if evidence.support == "denies" else claims
        cited.setdefault(evidence.source, set()).add(linked.id)
        if evidence.origin_basis == "stated":
            named.setdefault(evidence.source, set()).add(linked.id)
    sources = library.linked_sources
    origin = library.origins[origin_id]

    def citing(source_id: str) -> CitingSource:
        supported, against = claims.get(source_id, set()), denied.get(source_id, set())
        unnamed = (supported | against) - named.get(source_id, set())
        # Nobody has to name what is nobody's report.
        inferred = 0 if origin.is_nobodys else len(unnamed)
        return CitingSource(sources[source_id], len(supported), len(against), inferred)

    return TreeNode(
        origin_id,
        origin.name,
        origin.kind,
        library.dependents.get(origin_id, ()),
        tuple(citing(each) for each in claims | denied if each in sources),
    )
