"""The benchmark's command: `python -m bench --briefs 1000`, which is what `make bench` runs.

Only builds are timed. Making up the dossier is left to `synthesis` and `writing`, measuring to `measure`.
"""

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench import hugo, plain, serving, writing
from bench.edits import Edits
from bench.measure import Measure, run

ROOT = Path(__file__).resolve().parents[1]
_LARGE = 2000
"""Briefs from which on a cold build is timed once."""
_SEARCHED = 1000
"""Briefs with which search is timed, at most."""


def main() -> None:
    """Write a synthetic dossier, build, edit and check it, build the same pages with other programs, and print time and memory."""
    parser = argparse.ArgumentParser(prog="make bench", description=main.__doc__)
    parser.add_argument("--briefs", type=int, default=1000, metavar="N", help="size of the dossier (default 1000)")
    parser.add_argument("--seed", type=int, default=1, help="seed of the invented words (default 1)")
    parser.add_argument(
        "--runs",
        type=int,
        default=3,
        help=f"repeat each timing and take the median (default 3; cold builds of more than {_LARGE:,} briefs run once)",
    )
    parser.add_argument("--no-compare", action="store_true", help="do not build with plain mkdocs-material")
    parser.add_argument("--hugo", metavar="PATH", help="build the same pages with this Hugo, too")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="work in this empty folder and keep it")
    options = parser.parse_args()
    if options.briefs < 10:
        parser.error("a dossier needs at least 10 briefs")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        if any(options.keep.iterdir()):
            parser.error(f"{options.keep} is not empty")
        bench(options.keep.resolve(), options)
    else:
        with tempfile.TemporaryDirectory(prefix="dossier-bench-") as folder:
            bench(Path(folder), options)


def bench(folder: Path, options: argparse.Namespace) -> None:
    """Measure everything in an empty folder and print the tables."""
    start = time.perf_counter()
    written = writing.write(folder / "dossier", options.briefs, options.seed)
    print(
        f"{written.briefs:,} briefs, {written.claims:,} claims, {written.evidence:,} evidences, {written.sources:,} sources, "
        f"{written.topics} topics; seed {options.seed}, written in {time.perf_counter() - start:.1f} s"
    )
    print(f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}\n")
    cold_runs = 1 if options.briefs > _LARGE else options.runs
    site = folder / "site"
    cold = builds(folder, folder / "dossier", site, written, options.runs, cold_runs)
    sizes(site)
    serve(folder, site, written, options.runs)
    if not options.no_compare:
        plain.write(site, folder / "plain")
        command: list[str | Path] = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file"]
        command.append(folder / "plain/mkdocs.yml")
        compare("plain mkdocs-material", command, folder / "plain/site", folder, cold, cold_runs)
    compare_with_hugo(options.hugo, folder, cold, cold_runs)
    search(folder, options, options.runs)
    print("\nOutput of the cold build:", cold.output.strip(), sep="\n")


class Table:
    """Times commands, and prints a line for each: medians, and the share of a cold build's CPU."""

    def __init__(self, folder: Path, whole: float | None = None) -> None:
        """Print the head of a table; what commands print goes into `folder`.

        Shares are of `whole` seconds of CPU, by default those of the first command.
        """
        self._folder = folder
        self._whole = whole
        print(f"{'':32}{'seconds':>9}{'cpu':>9}{'share':>8}{'MiB, largest':>14}{'MiB, all':>10}", flush=True)

    def time(self, name: str, command: list[str | Path], before: Callable[[], None], runs: int) -> Measure:
        """Run a command so often, each time after `before`, and return the run that took the median of CPU."""
        log = self._folder / f"{name.replace(' ', '-').replace(',', '')}.log"
        measures = []
        for _ in range(runs):
            before()
            measures.append(run(command, self._folder, log))
        measures.sort(key=lambda measure: measure.processor_seconds)
        middle = measures[len(measures) // 2]
        self._whole = self._whole or middle.processor_seconds
        print(
            f"{name:32}{statistics.median(measure.seconds for measure in measures):9.2f}{middle.processor_seconds:9.2f}"
            f"{middle.processor_seconds / self._whole:8.2f}{middle.largest_process:14.0f}{middle.all_processes:10.0f}",
            flush=True,
        )
        return middle


def build_command(root: Path, site: Path, *words: str) -> list[str | Path]:
    """Return the command that builds, or does what `words` say, for the dossier in `root`."""
    return [sys.executable, ROOT / "build.py", "--root", root, "--site", site, *words]


def away(folder: Path, *leftovers: Path) -> None:
    """Rename what an earlier run left, as deleting it would slow down the next run."""
    for leftover in leftovers:
        if leftover.exists():
            leftover.rename(Path(tempfile.mkdtemp(dir=folder, prefix="old-")) / leftover.name)


def nothing() -> None:
    """Edit nothing."""


def builds(folder: Path, root: Path, site: Path, written: writing.Written, runs: int, cold_runs: int) -> Measure:
    """Time builds and checks of a dossier, all without search, and return the cold build."""
    table, edits = Table(folder), Edits(root, written)
    build, check = build_command(root, site, "--no-search"), build_command(root, site, "check")
    cold = table.time("cold build", build, lambda: away(folder, site, root / ".cache"), cold_runs)
    table.time("nothing changed", build, nothing, runs)
    table.time("one changed summary", build, edits.summary, runs)
    table.time("one changed claim text", build, edits.claim_text, runs)
    table.time("one added update", build, edits.update, runs)
    table.time("a party's name", build, edits.party_name, runs)
    table.time("check, nothing changed", check, nothing, runs)
    table.time("check, one claim changed", check, edits.claim_text, runs)
    return cold


def sizes(site: Path) -> None:
    """Print how large the pages of a site are."""
    found = {path: path.stat().st_size for path in site.rglob("*.html")}
    largest = max(found, key=found.__getitem__)
    print(
        f"\n{len(found):,} pages: {statistics.mean(found.values()):,.0f} bytes in the mean, "
        f"{found[largest]:,} in the largest, {largest.relative_to(site).as_posix()}"
    )


def serve(folder: Path, site: Path, written: writing.Written, runs: int) -> None:
    """Print how long the preview takes to follow an edit."""
    edits = Edits(folder / "dossier", written)
    page = site / "briefs" / edits.brief.stem / "index.html"
    found = serving.latencies(folder / "dossier", site, page, edits.summary, runs, folder / "serve.log")
    print(f"serve: {statistics.median(found):.2f} s from saving a summary to its new page on the disk")


def compare(name: str, command: list[str | Path], other: Path, folder: Path, cold: Measure, runs: int) -> None:
    """Print how long another program takes to build the same pages, beside our own cold build."""
    print()
    table = Table(folder, cold.processor_seconds)
    measure = table.time(name, command, partial(away, folder, other), runs)
    if len(plain.pages_of(folder / "site")) != len(plain.pages_of(other)):
        sys.exit(f"bench: {name} does not have the same number of pages, so they cannot be compared")
    print(
        f"cold build / {name}: {cold.seconds / measure.seconds:.3f} of the time, "
        f"{cold.processor_seconds / measure.processor_seconds:.3f} of the CPU"
    )


def compare_with_hugo(path: str | None, folder: Path, cold: Measure, runs: int) -> None:
    """Print how long Hugo takes to build the same pages, or why that is not known."""
    program = shutil.which(path) if path else None
    if program is None:
        print(f"\nHugo: skipped, {f'there is no program {path}' if path else 'as --hugo names none'}")
        return
    hugo.write(folder / "site", folder / "hugo")
    command: list[str | Path] = [program, "--source", folder / "hugo", "--destination", folder / "hugo/site", "--quiet"]
    compare("Hugo", command, folder / "hugo/site", folder, cold, runs)


def search(folder: Path, options: argparse.Namespace, runs: int) -> None:
    """Time what search costs: the same builds without and with it."""
    size = min(options.briefs, _SEARCHED)
    root, site = folder / "searched", folder / "searched-site"
    written = writing.write(root, size, options.seed, search=True)
    edits = Edits(root, written)
    print(f"\nSearch, {size:,} briefs")
    table = Table(folder)
    cold: Callable[[], None] = partial(away, folder, site, root / ".cache")
    whole = build_command(root, site)
    bare = [*whole, "--no-search"]
    without = (
        table.time("cold build without search", bare, cold, 1),
        table.time("cold build with search", whole, cold, 1),
    )
    table.time("nothing changed, with search", whole, nothing, 1)
    edited = (
        table.time("changed summary, without search", bare, edits.summary, runs),
        table.time("changed summary, with search", whole, edits.summary, runs),
    )
    for name, (one, other) in {"a cold build": without, "an edit": edited}.items():
        print(
            f"search's own share of {name}: {other.seconds - one.seconds:.2f} s, "
            f"{other.processor_seconds - one.processor_seconds:.2f} s of CPU"
        )


if __name__ == "__main__":
    main()
