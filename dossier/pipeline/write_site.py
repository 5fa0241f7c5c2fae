"""Has the pages and files of a site made and put, by two processes where there is much to put.

Never lets it show who put what: each process has a ledger of its own, and in the end they come together.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from dossier.disk import Ledger, Publication, digest
from dossier.pages import Page
from dossier.pipeline.page_writer import PageWriter
from dossier.pipeline.parallel import Supply, share
from dossier.pipeline.search_index import Indexed
from dossier.pipeline.stages import Reporter

Source = Callable[[], Iterable[tuple[str, bytes]]]
"""Gives files that belong together, as addresses and bytes."""
_WORTH_A_FORK = 200
_STEP = 50


def write_site(
    pages: Sequence[Page],
    sources: Sequence[Source],
    page_writer: PageWriter,
    publication: Publication,
    reporter: Reporter,
    *,
    search: bool,
) -> list[Indexed]:
    """Put pages and the files of sources; return what search would index, which is nothing of a site without search."""
    # Pages that show the same claims follow one another, so that a claim is seldom rendered again. A source takes long,
    # so both processes begin with sources and meet among the pages.
    ordered = sorted(pages, key=lambda page: page.date)
    things: list[Page | Source] = [*sources[:-1], *ordered, *sources[-1:]]
    supply = Supply(things, shared=len(pages) >= _WORTH_A_FORK)

    def work(end: int) -> tuple[list[Indexed], Ledger]:
        indexed: list[Indexed] = []
        before, publication.ledger = publication.ledger, Ledger()
        own = supply.take(end)
        # Only this process can tell of the progress, and the other one gets on about as fast.
        for thing in _told(own, reporter, len(supply.ends)) if end == supply.FIRST else own:
            if not isinstance(thing, Page):
                for address, content in thing():
                    publication.put(address, content)
                continue
            body = page_writer.put(thing, publication)
            if search and thing.searched:
                indexed.append(Indexed(thing.address, digest(body)))
        ledger, publication.ledger = publication.ledger, before
        return indexed, ledger

    indexed: list[Indexed] = []
    for found, ledger in share(work, supply.ends):
        indexed += found
        publication.ledger.add(ledger)
    return indexed


def _told(things: Iterator[Page | Source], reporter: Reporter, hands: int) -> Iterator[Page | Source]:
    """Yield things, and tell of the progress that as many processes have made with as many things each."""
    for number, thing in enumerate(things, 1):
        yield thing
        if number % _STEP == 0:
            reporter.advance(_STEP * hands)
