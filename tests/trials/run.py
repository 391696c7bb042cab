"""Prints one figure a line, `name value`: what was tried on both databases, and what went wrong.

`python -m tests.trials.run [sqlite] [postgresql] [moves] [kills] [reads] [as_of] [suggestions]
[requests] [uploads] [tasks] [few]` tries some of it; with `few`, of each a hundredth.
"""

import os
import sys

from tests.benchmarks.databases import database, shell

SERVERS = {"sqlite": "", "postgresql": os.environ.get("TRIALS_DATABASE_URL", "")}
#: What each part tries, and what may go wrong with it.
PARTS = {
    "moves": ("moves_tried", "illegal_states", "early_views"),
    "kills": ("kills_tried", "half_done"),
    "reads": ("reads_tried", "stale_reads", "early_reads"),
    "as_of": ("pages_compared", "as_of_differences"),
    "suggestions": ("suggestions_tried", "suggestions_leaked"),
    "requests": ("requests_tried", "private_requests"),
    "uploads": ("uploads_tried", "uploads_let_in", "picture_leaks"),
    "tasks": ("workers_killed", "tasks_lost"),
}


def main(only: set[str]) -> int:
    """Print the figures, summed up, and return whether anything went wrong."""
    wrong = 0
    scale = 100 if "few" in only else 1
    for part in [name for name in PARTS if name in only] or PARTS:
        total = [0] * len(PARTS[part])
        for server in [name for name in SERVERS if name in only] or SERVERS:
            with database(SERVERS[server]) as site:
                code = f"from tests.trials.long import PARTS; print(*PARTS[{part!r}]({scale}))"
                found = shell(site, code).split()
            total = [before + int(more) for before, more in zip(total, found, strict=True)]
        for name, value in zip(PARTS[part], total, strict=True):
            sys.stdout.write(f"{name} {value}\n")
            sys.stdout.flush()
        wrong += sum(total[1:])
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main(set(sys.argv[1:])))
