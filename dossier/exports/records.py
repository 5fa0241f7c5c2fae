"""Sources, origins, topics and updates as records of the downloads.

A source has its record and our abstract, not its text. Writing them as JSON is left to `write_downloads`.
"""

from collections.abc import Iterator

from dossier.exports.form import CoverageForm, OriginForm, RefreshedForm, SourceForm, TopicForm, UpdateForm
from dossier.library import Library
from dossier.linked import address, subscription
from dossier.model import Source


def sources(library: Library) -> Iterator[SourceForm]:
    """Yield all source records, by id."""
    for source_id, source in sorted(library.sources.items()):
        grade = source.reliability
        yield {
            "id": source_id,
            "url": library.settings.url + address.source(source_id),
            "original_url": source.url,
            "title": source.title,
            "outlet": source.outlet,
            "outlet_aliases": list(source.aliases),
            "authors": list(source.authors),
            "language": source.language,
            "published": source.dated or None,
            "published_basis": source.published_basis,
            "accessed": source.accessed,
            "directness": source.directness,
            "directness_note": source.directness_note,
            "reliability": {"grade": grade.grade, "reason": grade.reason, "judged": grade.judged},
            "leaning": source.leaning,
            "rights": source.rights,
            "archive_file": source.archive_file,
            "text_sha256": source.text_sha256,
            "abstract": source.abstract,
            "status": source.status,
            "status_reason": source.status_reason,
            "version_of": source.version_of,
            "refreshed": _refreshed(source),
            "coverage": _coverage(library, source_id),
            "claims": list(dict.fromkeys(linked.id for linked, _ in library.cited_by_source[source_id])),
        }


def _refreshed(source: Source) -> RefreshedForm | None:
    if source.refreshed is None:
        return None
    made = source.refreshed
    return {"date": made.date, "result": made.result, "missing": list(made.numbers)}


def _coverage(library: Library, source_id: str) -> CoverageForm:
    known = source_id in library.corpus.fingerprints
    coverage = library.coverage(source_id)
    return {
        "paragraphs": len(coverage.paragraphs) if known else None,
        "cited": sorted({evidence.paragraph for _, evidence in library.cited_by_source[source_id]}),
        "left_out": [
            {"paragraphs": list(left_out.numbers), "reason": left_out.reason}
            for left_out in library.sources[source_id].left_out
        ],
        "unread": list(coverage.unread),
    }


def origins(library: Library) -> Iterator[OriginForm]:
    """Yield all origins, by id."""
    for origin_id, origin in sorted(library.origins.items()):
        yield {
            "id": origin_id,
            "url": library.settings.url + address.origin(origin_id),
            "original_url": origin.url,
            "name": origin.name,
            "kind": origin.kind,
            "publisher": origin.publisher,
            "speaker": origin.speaker,
            "aliases": list(origin.aliases),
            "unnamed_sources": origin.unnamed_sources,
            "seen_by": origin.seen_by,
            "date": origin.date,
            "rests_on": origin.rests_on,
            "caveats": list(origin.caveats),
            "depends_on": list(origin.depends_on),
            "depended_on_by": list(library.dependents[origin_id]),
            "status": origin.status,
            "status_reason": origin.status_reason,
            "sources": sorted({evidence.source for _, evidence in library.cited_by_origin[origin_id]}),
            "claims": [linked.id for linked in library.resting_on(origin_id)],
            "denied": [linked.id for linked in library.denied_by(origin_id)],
        }


def topics(library: Library) -> Iterator[TopicForm]:
    """Yield all topics, in the order of the site."""
    site = library.settings.url
    for topic_id, topic in library.topics.items():
        yield {
            "id": topic_id,
            "url": site + address.topic(topic_id),
            "title": topic.title,
            "aliases": list(topic.aliases),
            "spellings": list(topic.spellings),
            "question": topic.question,
            "scope": {"includes": topic.scope.includes, "excludes": topic.scope.excludes},
            "in_short": (
                {"text": topic.in_short.text, "claims": [ref for ref in topic.in_short.claims if ref in library.claims]}
                if topic.in_short
                else None
            ),
            "bottom_line": {
                "as_of": topic.bottom_line.as_of,
                "sentences": [
                    {"text": sentence.text, "claims": [ref for ref in sentence.claims if ref in library.claims]}
                    for sentence in topic.bottom_line.sentences
                ],
            },
            "gaps": list(topic.gaps),
            "review_by": topic.review_by,
            "claims": [linked.id for linked in library.claims_by_topic[topic_id]],
            "updates": [linked.id for linked in library.updates_by_topic[topic_id]],
            "feeds": {
                "atom": site + address.feed(topic_id, "atom"),
                "rss": site + address.feed(topic_id, "rss"),
                "json": site + address.feed(topic_id, "json"),
            },
        }


def updates(library: Library) -> Iterator[UpdateForm]:
    """Yield all updates, the newest first."""
    for linked in library.updates:
        update = linked.update
        yield {
            "id": linked.id,
            "tag": subscription.update_tag(library.settings, linked.id),
            "url": library.settings.url + linked.address,
            "at": subscription.published_at(linked).isoformat(),
            "changed": subscription.mended_at(linked).isoformat(),
            "kind": update.kind,
            "significance": update.significance,
            "in_feeds": linked.is_major,
            "title": linked.title,
            "brief": linked.owner_id if linked.owner_kind == "brief" else None,
            "topic": linked.owner_id if linked.owner_kind == "topic" else None,
            "topics": list(linked.topics),
            "claims": list(linked.claims),
            "note": update.note,
            "before": update.before,
            "after": update.after,
            "changes": [
                {"claim": claim_id, "before": change.before, "after": change.after}
                for claim_id, change in linked.changes
            ],
            "corrects": linked.corrects,
            "corrected_by": list(linked.corrected_by),
        }
