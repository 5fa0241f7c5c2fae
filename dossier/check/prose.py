"""Texts in Markdown: readers see no mark of what pages do not render.

What can be rendered is left to `render`.
"""

from collections.abc import Iterator

from dossier.library import Library
from dossier.problem import Area, Code, Place, Problem
from dossier.wording.unrendered import unrendered

MARKDOWN_NOT_RENDERED = Code(
    "markdown-not-rendered",
    Area.CORPUS,
    "warning",
    "A text holds Markdown that no page renders, such as an image, a table, a heading, HTML or a link within the site: readers would see its marks.",
    "Say it in plain words, and write links with their whole address.",
)


def check(library: Library) -> Iterator[Problem]:
    """Yield Markdown that would be published as it was typed, marks and all."""
    for text, place in _texts(library):
        for what, signs in dict.fromkeys(unrendered(text)):
            yield Problem(
                MARKDOWN_NOT_RENDERED,
                f"this text holds {what}, which would be published as it was typed",
                Place(place.file, place.path, part=signs.splitlines()[0] if signs else ""),
                "say it in plain words; a link to another page of the site is written with its whole https address",
            )


def _texts(library: Library) -> Iterator[tuple[str, Place]]:
    corpus = library.corpus
    for brief_id, brief in library.briefs.items():
        yield brief.summary, corpus.place("brief", brief_id, "summary")
    for linked in library.claims.values():
        if linked.claim.note:
            yield linked.claim.note, linked.place("note")
    for update in library.updates:
        yield update.update.note, update.place("note")
    for source_id, source in library.sources.items():
        yield source.abstract, corpus.place("source", source_id, "abstract")
    for party_id, party in library.parties.items():
        if party.about:
            yield party.about, corpus.place("party", party_id, "about")
    for topic_id, topic in library.topics.items():
        yield topic.scope.includes, corpus.place("topic", topic_id, "scope", "includes")
        if topic.scope.excludes:
            yield topic.scope.excludes, corpus.place("topic", topic_id, "scope", "excludes")
        for number, sentence in enumerate(topic.bottom_line.sentences):
            yield sentence.text, corpus.place("topic", topic_id, "bottom_line", "sentences", number, "text")
        for number, gap in enumerate(topic.gaps):
            yield gap, corpus.place("topic", topic_id, "gaps", number)
