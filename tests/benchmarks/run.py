"""Print one figure a line, as `name value`; docs/performance.md says what they mean.

`python -m tests.benchmarks.run [sqlite] [postgresql] [pages] [import]` prints some of them only.
"""

import os
import sys
from collections.abc import Iterator

from tests.benchmarks import pages
from tests.benchmarks.databases import database, shell

STORIES = (100, 10_000)
PARTS = ("pages", "import")
SERVERS = {"sqlite": "", "postgresql": os.environ.get("BENCH_DATABASE_URL", "")}


def figures(only: set[str]) -> Iterator[tuple[str, float]]:
    """Yield name and value of each figure, as soon as it is known."""
    memory = []
    parts = only.intersection(PARTS) or PARTS
    for name in only.intersection(SERVERS) or SERVERS:
        if "pages" in parts:
            for stories in STORIES:
                with database(SERVERS[name]) as site:
                    shell(site, f"from tests.benchmarks.stories import fill; fill({stories})")
                    measured = pages.measure(site)
                for figure, value in measured.ratios.items():
                    yield f"{name}_{figure.format(stories)}", value
                memory.append(measured.peak_memory_mib)
        if "import" in parts:
            with database(SERVERS[name]) as site, database(SERVERS[name]) as other:
                url = other["DATABASE_URL"]
                code = f"from tests.benchmarks.imports import ratio; print(ratio({url!r}))"
                yield f"{name}_import_1000_ratio", float(shell(site, code))
    if memory:
        yield "peak_memory_mib", max(memory)


if __name__ == "__main__":
    for line in figures(set(sys.argv[1:])):
        sys.stdout.write("{} {:.3f}\n".format(*line))
        sys.stdout.flush()
