"""Readers by the hundred: wrk, a load generator in C, on a core of its own where there are two."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, LOAD_CORE = CORES[0], CORES[-1]
REPORT = Path(__file__).with_name("report.lua")
#: So many readers ask at once, each again as soon as there is an answer.
READERS = 8


@dataclass(frozen=True, slots=True)
class Load:
    """What a load gave: requests per second, and the 99th percentile of the time of one, in µs."""

    rate: float
    p99: float


def load(address: str, seconds: int) -> Load:
    """Read the page at the address for so many seconds; raise RuntimeError if a request fails."""
    said = subprocess.run(
        [
            *pinned(LOAD_CORE),
            *("wrk", "--threads=1", f"--connections={READERS}", f"--duration={seconds}s"),
            *("--header=X-Forwarded-Proto: https", f"--script={REPORT}", address),
        ],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    figures = next(line for line in said.splitlines() if line.startswith("figures "))
    rate, p99, failed = map(float, figures.split()[1:])
    if failed or not rate:
        raise RuntimeError(f"{failed:.0f} requests for {address} failed:\n{said}")
    return Load(rate, p99)


def pinned(core: int) -> list[str]:
    """Give the start of a command that is to run on this core only."""
    return ["taskset", "--cpu-list", str(core)]
