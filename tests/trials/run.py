"""Prints one figure a line, `name value`: what was tried on both databases, and what went wrong.

`python -m tests.trials.run [sqlite] [postgresql]`: on one database only.
"""

import os
import sys

from tests.benchmarks.databases import database, shell

SERVERS = {"sqlite": "", "postgresql": os.environ.get("TRIALS_DATABASE_URL", "")}
FIGURES = (
    *("moves_tried", "illegal_states", "early_views"),
    *("kills_tried", "half_done"),
    *("reads_tried", "stale_reads", "early_reads"),
)
WRONG = ("illegal_states", "early_views", "half_done", "stale_reads", "early_reads")
CODE = "from tests.trials.long import trials; print(*trials())"


def main(only: set[str]) -> int:
    """Print the figures, summed up, and return whether anything went wrong."""
    total = [0] * len(FIGURES)
    for name in only or SERVERS:
        with database(SERVERS[name]) as site:
            found = shell(site, CODE).split()
        total = [before + int(more) for before, more in zip(total, found, strict=True)]
    figures = dict(zip(FIGURES, total, strict=True))
    for name, value in figures.items():
        sys.stdout.write(f"{name} {value}\n")
    return int(any(figures[name] for name in WRONG))


if __name__ == "__main__":
    sys.exit(main(set(sys.argv[1:])))
