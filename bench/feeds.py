"""Times all feeds of a synthetic dossier, compared with plain feedgen: `python -m bench.feeds --updates 10000`.

Only the CPU time of writing feeds is counted. Making up the dossier is left to `synthesis`.

Each way runs in a process of its own and gives the same documents: for all updates and for each topic RSS, Atom and JSON
Feed, with the newest updates in the live feed and the others in archive pages. Plain feedgen is used as in its manual: an
entry is made for each document that it is in. "One file a feed" is plain feedgen without archive pages.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator

from feedgen.feed import FeedGenerator

from bench.synthesis import Synthesis
from dossier import feeds
from dossier.library import Library, Reading, assemble, feed_updates, subscriptions
from dossier.linked import LinkedUpdate, address
from dossier.linked.subscription import archive_pages
from dossier.model import Brief, Origins, Parties, People, Settings, Topic

Document = tuple[str, bytes]
_SETTINGS = Settings(
    name="Bench",
    url="https://bench.example/",
    description="A made-up dossier of made-up words.",
    authority="bench.example",
    authority_year=2016,
)


def library(updates: int, seed: int) -> Library:
    """Return a dossier with this many briefs, and one update for each brief and each topic."""
    made = Synthesis(updates, seed)
    readings = [
        Reading("brief", brief_id, f"{brief_id}.yaml", Brief.model_validate(record))
        for _, brief_id, record in made.briefs()
    ]
    readings += [Reading("topic", key, f"{key}.yaml", Topic.model_validate(record)) for key, record in made.topics()]
    readings.append(Reading("party", "", "parties.yaml", Parties.model_validate({"parties": made.parties()})))
    readings.append(Reading("person", "", "people.yaml", People.model_validate({"people": made.people()})))
    readings.append(Reading("origin", "", "origins.yaml", Origins.model_validate({"origins": made.origins()})))
    return Library(assemble(_SETTINGS, readings))


def words(whole: Library) -> dict[str, str]:
    """Return the content of each update: its note, its claims and their quotes."""
    made = {}
    for linked in whole.updates:
        parts = [f"<p>{linked.update.note}</p>"]
        for claim_id in linked.claims:
            claim = whole.claims[claim_id]
            parts.append(f'<h4><a href="\ue000{claim.address}">{claim.claim.text}</a></h4>')
            parts += [f"<blockquote>{one.quote}</blockquote>" for one in claim.claim.evidence]
        made[linked.id] = "\n".join(parts)
    return made


def ours(whole: Library, content: dict[str, str]) -> Iterator[Document]:
    """Write the feeds as the generator does."""
    return feeds.write(whole, lambda linked, _: content[linked.id])


def plain(whole: Library, content: dict[str, str]) -> Iterator[Document]:
    """Write the same documents with feedgen alone, an entry for each document that it is in."""
    size = whole.settings.feed_size
    for scope in subscriptions(whole):
        told = feed_updates(whole, scope)
        yield from _plainly(whole, scope, told[:size], content)
        oldest = told[::-1]
        for number in range(1, archive_pages(whole.settings, len(told)) + 1):
            page = oldest[(number - 1) * size : number * size][::-1]
            yield from _plainly(whole, f"{scope}/archive/{number}", page, content)


def one_file(whole: Library, content: dict[str, str]) -> Iterator[Document]:
    """Write with feedgen alone, and all updates of a feed into one file."""
    for scope in subscriptions(whole):
        yield from _plainly(whole, scope, feed_updates(whole, scope), content)


def _plainly(whole: Library, name: str, told: Iterable[LinkedUpdate], content: dict[str, str]) -> Iterator[Document]:
    feed = FeedGenerator()
    feed.id(f"{whole.settings.url}feeds/{name}")
    feed.title(name)
    feed.description(name)
    feed.link(href=whole.settings.url)
    listed = []
    for linked in told:
        entry = feed.add_entry(order="append")
        url = whole.settings.url + linked.address
        html = content[linked.id].replace("\ue000", whole.settings.url)
        entry.id(url)
        entry.title(linked.title)
        entry.link(href=url)
        entry.summary(linked.update.note)
        entry.content(html, type="html")
        entry.published(linked.update.at)
        entry.updated(linked.update.at)
        entry.category([{"term": topic, "label": whole.topics[topic].title} for topic in linked.topics])
        listed.append(
            {
                "id": url,
                "url": url,
                "title": linked.title,
                "summary": linked.update.note,
                "content_html": html,
                "date_published": linked.update.at.isoformat(),
                "tags": [whole.topics[topic].title for topic in linked.topics],
            }
        )
    yield f"{name}/atom.xml", feed.atom_str()
    yield f"{name}/rss.xml", feed.rss_str()
    page = {"version": "https://jsonfeed.org/version/1.1", "title": name, "items": listed}
    yield f"{name}/feed.json", json.dumps(page, ensure_ascii=False).encode()


WAYS: dict[str, Callable[[Library, dict[str, str]], Iterator[Document]]] = {
    "ours": ours,
    "plain feedgen": plain,
    "plain feedgen, one file a feed": one_file,
}


def peak() -> float:
    """Return the peak memory of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 10 if sys.platform == "linux" else 1 << 20)


def measure(way: str, updates: int, seed: int) -> None:
    """Measure one way in this process and print the result as JSON."""
    whole = library(updates, seed)
    content = words(whole)
    told = sum(linked.is_major for linked in whole.updates)
    before, start = peak(), time.process_time()
    documents = size = 0
    for _, document in WAYS[way](whole, content):
        documents += 1
        size += len(document)
    print(
        json.dumps(
            {
                "seconds": time.process_time() - start,
                "memory": peak() - before,
                "documents": documents,
                "megabytes": size / 1e6,
                "told": told,
            }
        )
    )


def main() -> None:
    """Time every way and print a table."""
    parser = argparse.ArgumentParser(prog="python -m bench.feeds", description=main.__doc__)
    parser.add_argument("--updates", type=int, default=10_000, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        measure(options.way, options.updates, options.seed)
        return
    took: dict[str, float] = {}
    for way in WAYS:
        command = [sys.executable, "-m", "bench.feeds", "--way", way]
        command += ["--updates", str(options.updates), "--seed", str(options.seed)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        took[way] = found["seconds"]
        if len(took) == 1:
            print(f"{found['told']:,} updates in feeds, {address.ALL_FEED} and each topic")
            print(f"{'':32}{'cpu s':>9}{'MiB more':>10}{'documents':>11}{'MB':>8}{'of plain':>10}")
        share = f"{took['ours'] / found['seconds']:.2f}" if way != "ours" else ""
        print(
            f"{way:32}{found['seconds']:9.2f}{found['memory']:10.0f}{found['documents']:11,}{found['megabytes']:8.0f}{share:>10}"
        )


if __name__ == "__main__":
    main()
