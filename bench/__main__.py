"""The benchmark's command: `python -m bench --briefs 1000`, which is what `make bench` runs.

Never times the writing of what is built, nor the turning of pages into Markdown: only the builds.
"""

import argparse
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench import plain, writing
from bench.measure import Measure, run

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Write a synthetic dossier, build it, build the same pages plainly, and print what that took."""
    wanted = argparse.ArgumentParser(prog="make bench", description=main.__doc__)
    wanted.add_argument("--briefs", type=int, default=1000, metavar="N", help="size of the dossier (default 1000)")
    wanted.add_argument("--seed", type=int, default=1, help="another seed makes up other words (default 1)")
    wanted.add_argument("--runs", type=int, default=1, help="repeat each timing and take the median (default 1)")
    wanted.add_argument("--no-compare", action="store_true", help="leave plain mkdocs-material out")
    wanted.add_argument("--keep", type=Path, metavar="DIR", help="work in this empty folder and leave it there")
    options = wanted.parse_args()
    if options.briefs < 10:
        wanted.error("a dossier of fewer than 10 briefs is no measure")
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        if any(options.keep.iterdir()):
            wanted.error(f"{options.keep} is not empty")
        bench(options.keep.resolve(), options)
    else:
        with tempfile.TemporaryDirectory(prefix="dossier-bench-") as folder:
            bench(Path(folder), options)


def bench(folder: Path, options: argparse.Namespace) -> None:
    """Time everything in an empty folder and print the table."""
    root, site, twin = folder / "dossier", folder / "site", folder / "plain"
    start = time.perf_counter()
    written = writing.write(root, options.briefs, options.seed)
    print(
        f"{written.briefs:,} briefs, {written.claims:,} claims, {written.evidence:,} evidences, {written.sources:,} sources, "
        f"{written.topics} topics; seed {options.seed}, written in {time.perf_counter() - start:.1f} s"
    )
    print(f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}")
    print(f"{'':28}{'seconds':>9}{'cpu':>8}{'MiB, largest':>14}{'MiB, all':>10}{'pages':>9}", flush=True)

    def build(*words: str) -> list[str | Path]:
        return [sys.executable, ROOT / "build.py", "--root", root, "--site", site, *words]

    def away(*leftovers: Path) -> None:
        # Deleting takes time that the next run would pay for.
        for leftover in leftovers:
            if leftover.exists():
                leftover.rename(Path(tempfile.mkdtemp(dir=folder, prefix="old-")) / leftover.name)

    def edit() -> None:
        brief = written.newest_brief.read_text("utf-8")
        written.newest_brief.write_text(brief.replace("summary: ", "summary: Indeed ", 1), "utf-8")

    def timed(name: str, command: list[str | Path], before: Callable[[], None], pages: Path | None = None) -> Measure:
        measures = []
        for number in range(options.runs):
            before()
            measures.append(run(command, folder, folder / f"{name.replace(' ', '-')}-{number}.log"))
        middle = sorted(measures, key=lambda measure: measure.seconds)[len(measures) // 2]
        count = f"{pages_of(pages):,}" if pages else ""
        print(
            f"{name:28}{statistics.median(measure.seconds for measure in measures):9.2f}{middle.processor_seconds:8.1f}"
            f"{middle.largest_process:14.0f}{middle.all_processes:10.0f}{count:>9}",
            flush=True,
        )
        return middle

    cold = timed("cold build", build("--no-search"), lambda: away(site, root / ".cache"), site)
    timed("nothing changed", build("--no-search"), lambda: None)
    timed("one brief edited", build("--no-search"), edit)
    timed("check, nothing changed", build("check"), lambda: None)
    if not options.no_compare:
        plain.write(site, twin)
        settled: list[str | Path] = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--config-file",
            twin / "mkdocs.yml",
        ]
        other = timed("plain mkdocs-material", settled, lambda: away(twin / "site"), twin / "site")
        if pages_of(site) != pages_of(twin / "site"):
            sys.exit("bench: the two sites do not have the same pages, so the ratio would mean nothing")
        print(f"cold build / plain mkdocs-material: {cold.seconds / other.seconds:.3f}")
    print("\nThe cold build says:", cold.output.strip(), sep="\n")


def pages_of(site: Path) -> int:
    """Return how many pages a built site has."""
    return sum(1 for _ in site.rglob("*.html"))


if __name__ == "__main__":
    main()
