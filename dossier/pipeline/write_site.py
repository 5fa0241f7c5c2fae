"""The one loop that keeps or makes the files of a site, in two processes where there is much to make.

What the products are is left to `products`, and publishing them to `disk`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.disk import Outputs, Publication
from dossier.pipeline.manifest import PublishedFile
from dossier.pipeline.parallel import Supply, share
from dossier.pipeline.products import Batch, Product
from dossier.pipeline.stages import Reporter

_WORTH_A_FORK = 200
_STEP = 50


def keep_unchanged(
    batches: Iterable[Batch], known: Mapping[str, PublishedFile], publication: Publication
) -> tuple[dict[str, PublishedFile], list[Batch]]:
    """Add to a publication every product whose stamp is known and whose file is still as it was published.

    Returns the entries of these, and the batches of all others.
    """
    kept: dict[str, PublishedFile] = {}
    stale: list[Batch] = []
    for batch in batches:
        left = []
        for product in batch:
            entry = known.get(product.address)
            if entry is not None and entry.stamp == product.stamp and publication.keep(product.address, entry.state):
                kept[product.address] = entry
            else:
                left.append(product)
        if left:
            stale.append(left)
    return kept, stale


def write_products(batches: Sequence[Batch], publication: Publication, reporter: Reporter) -> dict[str, PublishedFile]:
    """Make products, add them to a publication and return their entries."""
    # Pages that show the same claims follow one another, so that a claim is seldom rendered again. Both processes begin
    # with a long batch, the first one and the last one, and meet among the pages.
    supply = Supply(batches, shared=len(batches) >= _WORTH_A_FORK)

    def work(end: int) -> tuple[dict[str, PublishedFile], Outputs]:
        entries: dict[str, PublishedFile] = {}
        before, publication.outputs = publication.outputs, Outputs()
        taken = supply.take(end)
        # Only this process can report, and the other one gets on about as fast.
        for batch in _reported(taken, reporter, len(supply.ends)) if end == supply.FIRST else taken:
            for product in batch:
                entries[product.address] = write_product(product, publication)
        outputs, publication.outputs = publication.outputs, before
        return entries, outputs

    entries: dict[str, PublishedFile] = {}
    for found, outputs in share(work, supply.ends):
        entries |= found
        publication.outputs.merge(outputs)
    return entries


def write_product(product: Product, publication: Publication) -> PublishedFile:
    """Make one product, add it to a publication and return its entry."""
    made = product.make()
    publication.write(product.address, made.content)
    return PublishedFile(product.stamp, publication.state(product.address), made.indexed)


def _reported(batches: Iterator[Batch], reporter: Reporter, processes: int) -> Iterator[Batch]:
    """Yield batches, and report the progress that as many processes have made with as many batches each."""
    for number, batch in enumerate(batches, 1):
        yield batch
        if number % _STEP == 0:
            reporter.advance(_STEP * processes)
