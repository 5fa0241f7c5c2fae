"""The texts that sum claims up: the overview, a topic in short, its bottom line, the note of an update.

Judging them is left to the rules.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dossier.library import Library
from dossier.library.linking import full_id
from dossier.problem import Place


@dataclass(frozen=True, slots=True)
class Summary:
    """A text with the claims that it rests on, in all its sentences.

    `name` is what messages call it. `lists` are the lists of claims as they are written, each with its place. `topic` is
    the topic that it sums up, or empty. `is_mended` says that a later correction mends it.
    """

    kind: Literal["overview", "in_short", "bottom_line", "update"]
    name: str
    text: str
    lists: tuple[tuple[tuple[str, ...], Place], ...]
    at: Place
    topic: str = ""
    brief: str = ""
    is_mended: bool = False

    @property
    def claims(self) -> tuple[str, ...]:
        """The full ids of the claims that it names, each once."""
        return tuple(dict.fromkeys(full_id(ref, self.brief) for refs, _ in self.lists for ref in refs))


def summaries(library: Library) -> Iterator[Summary]:
    """Yield every text that sums claims up."""
    corpus = library.corpus
    if corpus.overview is not None:
        sentences = corpus.overview.sentences
        lists = tuple(
            (each.claims, corpus.place("overview", "", "sentences", number, "claims"))
            for number, each in enumerate(sentences)
        )
        text = " ".join(each.text for each in sentences)
        yield Summary("overview", "the overview", text, lists, corpus.place("overview", "", "sentences"))
    for topic_id, topic in corpus.topics.items():
        if topic.in_short is not None:
            at = corpus.place("topic", topic_id, "in_short")
            listed = (topic.in_short.claims, corpus.place("topic", topic_id, "in_short", "claims"))
            yield Summary("in_short", "the topic in short", topic.in_short.text, (listed,), at, topic_id)
        sentences = topic.bottom_line.sentences
        lists = tuple(
            (each.claims, corpus.place("topic", topic_id, "bottom_line", "sentences", number, "claims"))
            for number, each in enumerate(sentences)
        )
        text = " ".join(each.text for each in sentences)
        at = corpus.place("topic", topic_id, "bottom_line")
        yield Summary("bottom_line", "the bottom line", text, lists, at, topic_id)
    for linked in library.updates:
        update = linked.update
        brief = linked.owner_id if linked.owner_kind == "brief" else ""
        yield Summary(
            "update",
            f'update "{linked.id}"',
            f"{update.title or ''} {update.note}",
            ((update.claims, linked.place("claims")),),
            linked.place("note"),
            brief=brief,
            is_mended=bool(linked.corrected_by),
        )
