"""Print one figure a line, as `name value`; docs/performance.md says what they mean.

`python -m tests.benchmarks.run [sqlite] [postgresql] [pages] [memory] [zipf] [search]
[suggestions] [import]` prints some of them.
"""

import os
import sys
from collections.abc import Callable, Iterator, Mapping

from tests.benchmarks import memory, pages, search, zipf
from tests.benchmarks.databases import database, shell

STORIES = (100, 10_000)
#: Enough for each topic of the suggestions' archive to have some.
TOPICAL = 2_000
Measure = Callable[[Mapping[str, str]], Iterator[tuple[str, float]]]
#: Those of most stories.
OF_MANY: dict[str, Measure] = {"memory": memory.measure, "zipf": zipf.measure}
PARTS = ("pages", *OF_MANY, "search", "suggestions", "import")
SERVERS = {"sqlite": "", "postgresql": os.environ.get("BENCH_DATABASE_URL", "")}


def figures(only: set[str]) -> Iterator[tuple[str, float]]:
    """Yield name and value of each figure, as soon as it is known."""
    peaks: list[float] = []
    parts = only.intersection(PARTS) or PARTS
    for name in only.intersection(SERVERS) or SERVERS:
        if "pages" in parts:
            yield from _pages(name, peaks)
        for part, measure in OF_MANY.items():
            if part in parts:
                yield from _of_many(name, measure)
        if "search" in parts:
            yield from _searches(name)
        if "suggestions" in parts:
            yield from _suggestions(name)
        if "import" in parts:
            with database(SERVERS[name]) as site, database(SERVERS[name]) as other:
                url = other["DATABASE_URL"]
                code = f"from tests.benchmarks.imports import ratio; print(ratio({url!r}))"
                yield f"{name}_import_1000_ratio", float(shell(site, code))
    if peaks:
        yield "peak_memory_mib", max(peaks)


def _pages(name: str, peaks: list[float]) -> Iterator[tuple[str, float]]:
    for stories in STORIES:
        with database(SERVERS[name]) as site:
            shell(site, f"from tests.benchmarks.stories import fill; fill({stories})")
            measured = pages.measure(site)
        for figure, value in measured.ratios.items():
            yield f"{name}_{figure.format(stories)}", value
        peaks.append(measured.peak_memory_mib)


def _of_many(name: str, measure: Measure) -> Iterator[tuple[str, float]]:
    with database(SERVERS[name]) as site:
        shell(site, f"from tests.benchmarks.stories import fill; fill({max(STORIES)})")
        for figure, value in measure(site):
            yield f"{name}_{figure}", value


def _searches(name: str) -> Iterator[tuple[str, float]]:
    for stories in STORIES:
        with database(SERVERS[name]) as site:
            shell(
                site, f"from tests.benchmarks.stories import fill, index; fill({stories}); index()"
            )
            for figure, value in search.measure(site):
                yield f"{name}_{figure.format(stories)}", value


def _suggestions(name: str) -> Iterator[tuple[str, float]]:
    for stories in (STORIES[0], TOPICAL, STORIES[1]):
        with database(SERVERS[name]) as site:
            code = f"from tests.benchmarks.suggestions import show; show({stories})"
            for line in shell(site, code).splitlines():
                figure, value = line.split()
                yield f"{name}_{figure}", float(value)


if __name__ == "__main__":
    for line in figures(set(sys.argv[1:])):
        sys.stdout.write("{} {:.3f}\n".format(*line))
        sys.stdout.flush()
