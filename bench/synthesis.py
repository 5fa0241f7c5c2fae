"""Makes up a whole dossier: briefs, topics, parties, people, origins and sources, in which the check finds no problem.

Relations only lead back in time, so that they form no circle. Writing files is left to `writing`, words to `vocabulary`.
"""

import datetime
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.vocabulary import Vocabulary

FIRST_DAY = datetime.date(2016, 1, 1)
SPAN_DAYS = 3600
TOPICS = 12
PARTIES = 8
PEOPLE = 40
PARAGRAPHS = 12
CLAIMS = (4, 5, 6, 6, 7, 8)
KINDS = ("position", "event", "statement", "denial", "analysis")
KIND_WEIGHTS = (25, 32, 25, 4, 14)

Record = dict[str, object]


@dataclass
class Text:
    """An invented article: its record, its paragraphs, and which of them a claim cites."""

    id: str
    published: datetime.date
    outlet: str
    paragraphs: list[str]
    cited: set[int] = field(default_factory=set)


class Synthesis:
    """A dossier of at least 10 briefs. `briefs` must be used up before the other methods, which depend on its results."""

    def __init__(self, size: int, seed: int) -> None:
        self.size = size
        self._random = random.Random(seed)
        self._vocabulary = Vocabulary(self._random)
        self._outlets = [self._vocabulary.name() for _ in range(40)]
        self.topic_ids = [f"{self._id()}-{number}" for number in range(min(TOPICS, size))]
        self.party_ids = [f"{self._id()}-{number}" for number in range(PARTIES)]
        self.person_ids = [f"{self._id()}-{number}" for number in range(PEOPLE)]
        self.texts = [self._text(number) for number in range((size + 1) // 2)]
        self._published = {text.id: text.published for text in self.texts}
        self.origin_ids = [f"{self._id()}-report-{number}" for number in range((len(self.texts) + 1) // 2)]
        # The newest position of each party on each topic, and the newest event of each topic.
        self._positions: dict[tuple[str, str], tuple[str, datetime.date]] = {}
        self._events: dict[str, tuple[str, datetime.date]] = {}
        self._spoken: set[str] = set()
        self._superseded: set[str] = set()
        self._held: dict[str, list[str]] = defaultdict(list)

    def _id(self) -> str:
        return "-".join(self._vocabulary.words(2))

    def _text(self, number: int) -> Text:
        published = FIRST_DAY + datetime.timedelta(days=SPAN_DAYS * number // self.size * 2)
        paragraphs = [self._vocabulary.prose(self._random.randint(30, 60)) for _ in range(PARAGRAPHS)]
        return Text(f"{self._id()}-{number}", published, self._outlets[number % len(self._outlets)], paragraphs)

    def briefs(self) -> Iterator[tuple[int, str, Record]]:
        """Yield year, id and content of every brief, oldest first."""
        for number in range(self.size):
            brief_id = f"{self._id()}-{number}"
            main_topic = self.topic_ids[number % len(self.topic_ids)]
            others = [topic for topic in self.topic_ids if topic != main_topic]
            own_topics = [main_topic, *self._random.sample(others, min(len(others), self._random.choice((0, 1, 1, 2))))]
            newest = number // 2
            near = range(max(newest - 5, 0), max(newest, 1) + 1)
            claims = [
                self._claim(brief_id, place, own_topics, near, newest if place == 0 else None)
                for place in range(self._random.choice(CLAIMS))
            ]
            date = min(str(claim["date"]) for claim in claims)
            newest_report = datetime.date.fromisoformat(max(str(claim["reported"]) for claim in claims))
            update: Record = {
                "id": f"{brief_id}-update",
                "at": f"{newest_report + datetime.timedelta(days=1)}T{number % 24:02}:{number % 60:02}:00+00:00",
                "kind": "new",
                "significance": "major",
                "topics": own_topics,
                "claims": [claim["id"] for claim in claims],
                "note": self._vocabulary.prose(30),
            }
            brief: Record = {
                "title": self._vocabulary.phrase(5, 9),
                "date": date,
                "summary": self._vocabulary.prose(60),
            }
            yield int(date[:4]), brief_id, brief | {"claims": claims, "updates": [update]}

    def _claim(self, brief_id: str, place: int, own: list[str], near: range, newest: int | None) -> Record:
        rng = self._random
        first = rng.choice(near) if newest is None else newest
        evidence = [self._evidence(first, newest is not None)]
        evidence += [self._evidence(number, sure=False) for number in rng.sample(near, rng.choice((0, 1, 1, 1, 2)))]
        # No claim cites a paragraph twice: the check warns of that.
        evidence = list({(each["source"], each["paragraph"]): each for each in evidence}.values())
        cited = [self._published[str(each["source"])] for each in evidence]
        date = min(cited) - datetime.timedelta(days=rng.randint(0, 5))
        kind = rng.choices(KINDS, KIND_WEIGHTS)[0]
        topics = rng.sample(own, min(len(own), rng.choice((1, 1, 2)))) if place else own[:1]
        party = rng.choice(self.party_ids)
        claim_id = f"{self._id()}-{place}"
        claim: Record = {"id": claim_id, "text": self._vocabulary.phrase(14, 26) + ".", "kind": kind, "party": party}
        if kind == "position":
            claim["short"] = self._vocabulary.phrase(2, 5)[:60]
        if kind in ("position", "statement", "denial"):
            claim["said_by"] = self._speaker(party)
        claim |= {"topics": topics, "date": str(date), "reported": str(min(cited))}
        claim |= self._relations(f"{brief_id}/{claim_id}", kind, party, topics[0], date)
        if "contradicts" in claim:
            claim["status"] = "disputed"
        if place == 1:
            claim["confidence"] = {
                "level": rng.choice(("high", "moderate", "low")),
                "reason": self._vocabulary.phrase(6, 14),
            }
        for topic in topics:
            self._held[topic].append(f"{brief_id}/{claim_id}")
        return claim | {"evidence": evidence}

    def _speaker(self, party: str) -> str:
        number = self.party_ids.index(party)
        person = self.person_ids[self._random.randrange(PEOPLE // PARTIES) * PARTIES + number]
        self._spoken.add(person)
        return person

    def _evidence(self, number: int, sure: bool) -> Record:
        rng = self._random
        text = self.texts[number]
        paragraph = rng.randrange(PARAGRAPHS)
        text.cited.add(paragraph)
        words = text.paragraphs[paragraph].split()
        length = rng.randint(6, 12)
        start = rng.randrange(len(words) - length)
        origin = number // 2 if sure else max(number // 2 - rng.randint(0, 2), 0)
        evidence: Record = {
            "source": text.id,
            "paragraph": paragraph + 1,
            "quote": " ".join(words[start : start + length]),
            "origin": "public-record" if not sure and rng.random() < 0.05 else self.origin_ids[origin],
        }
        if rng.random() < 0.2:
            evidence["origin_basis"] = "inferred"
        if rng.random() < 0.1 and evidence["origin"] != "public-record":
            evidence["drift"] = {"kind": "omits", "note": self._vocabulary.phrase(8, 16) + "."}
        return evidence

    def _relations(self, full_id: str, kind: str, party: str, topic: str, date: datetime.date) -> Record:
        relations: Record = {}
        rng = self._random
        if kind == "position":
            before = self._positions.get((party, topic))
            other = self._positions.get((rng.choice([other for other in self.party_ids if other != party]), topic))
            if other and rng.random() < 0.3:
                relations["opposes"] = [other[0]]
            if before is None or before[1] <= date:
                if before:
                    relations["supersedes"] = [before[0]]
                    self._superseded.add(before[0])
                self._positions[party, topic] = (full_id, date)
        elif kind == "event":
            before = self._events.get(topic)
            if before and rng.random() < 0.05:
                relations["contradicts"] = [before[0]]
            elif before and before[1] <= date and rng.random() < 0.1:
                relations["qualifies"] = [before[0]]
            self._events[topic] = (full_id, date)
        elif kind == "denial" and (before := self._events.get(topic)) and before[1] <= date:
            relations["responds_to"] = [before[0]]
        return relations

    def topics(self) -> Iterator[tuple[str, Record]]:
        """Yield id and content of every topic, each resting on its newest claims."""
        end = FIRST_DAY + datetime.timedelta(days=SPAN_DAYS + 2)
        for number, topic_id in enumerate(self.topic_ids):
            current = [claim for (_, topic), (claim, _) in self._positions.items() if topic == topic_id]
            standing = [claim for claim in self._held[topic_id] if claim not in self._superseded]
            rests_on = current[:6] or standing[-1:]
            sentences: list[Record] = [
                {"text": self._vocabulary.prose(18), "claims": [rests_on[place % len(rests_on)]]} for place in range(3)
            ]
            update: Record = {"id": f"{topic_id}-opened", "at": f"{end}T12:00:00+00:00", "kind": "new"}
            update |= {"significance": "major", "topics": [topic_id], "note": self._vocabulary.prose(25)}
            yield (
                topic_id,
                {
                    "title": self._vocabulary.name(),
                    "aliases": [self._vocabulary.name(3)],
                    "question": self._vocabulary.phrase(6, 12) + "?",
                    "scope": {"includes": self._vocabulary.prose(25), "excludes": self._vocabulary.prose(15)},
                    "bottom_line": {"as_of": str(end), "sentences": sentences},
                    "gaps": [self._vocabulary.prose(15), self._vocabulary.prose(15)],
                    "review_by": str(end + datetime.timedelta(days=90)),
                    "order": number + 1,
                    "updates": [update],
                },
            )

    def parties(self) -> list[Record]:
        """Return the parties."""
        return [
            {"id": party_id, "name": self._vocabulary.name(), "about": self._vocabulary.prose(20), "order": number + 1}
            for number, party_id in enumerate(self.party_ids)
        ]

    def people(self) -> list[Record]:
        """Return the people who said something, each of a party, in turn."""
        return [
            {
                "id": person_id,
                "name": self._vocabulary.name(),
                "party": self.party_ids[number % PARTIES],
                "role": self._vocabulary.phrase(2, 4),
            }
            for number, person_id in enumerate(self.person_ids)
            if person_id in self._spoken
        ]

    def origins(self) -> list[Record]:
        """Return the origins: each third one goes back to the one before it."""
        found: list[Record] = [{"id": "public-record", "name": self._vocabulary.name(), "kind": "public-record"}]
        for number, origin_id in enumerate(self.origin_ids):
            text = self.texts[number * 2]
            origin: Record = {"id": origin_id, "name": self._vocabulary.name(3), "publisher": text.outlet}
            origin["kind"] = self._random.choice(("report", "report", "report", "statement", "interview", "document"))
            origin |= {"date": str(text.published), "rests_on": self._vocabulary.phrase(4, 10)}
            if number % 3 == 2:
                origin["depends_on"] = [self.origin_ids[number - 1]]
            found.append(origin)
        return found

    def source(self, text: Text, digest: str) -> tuple[Record, str]:
        """Return front matter and abstract of one source, given the SHA-256 of its text."""
        uncited = [number + 1 for number in range(PARAGRAPHS) if number not in text.cited]
        front: Record = {
            "title": self._vocabulary.phrase(6, 11),
            "outlet": text.outlet,
            "url": f"https://{text.outlet.split()[0].lower()}.example/{text.published:%Y/%m/%d}/{text.id}",
            "published": str(text.published),
            "published_basis": "Printed below the title",
            "language": "en",
            "directness": self._random.choice(("original", "relay", "rewrite", "third-hand")),
            "reliability": {
                "grade": self._random.choice("ABBCCD"),
                "reason": self._vocabulary.phrase(8, 14),
                "judged": str(text.published),
            },
            "archive_file": f"{text.id}.txt",
            "text_sha256": digest,
        }
        if uncited:
            front["left_out"] = [{"paragraphs": uncited, "reason": self._vocabulary.phrase(3, 6)}]
        return front, self._vocabulary.prose(50)
