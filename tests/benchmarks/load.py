"""Readers by the hundred: wrk, a load generator in C, on a core of its own where there are two."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE, LOAD_CORE = CORES[0], CORES[-1]
ROOT = Path(__file__).resolve().parents[2]
REPORT = Path(__file__).with_name("report.lua")
#: How many readers request the page at once, each again as soon as there is a response.
READERS = 8
#: Seconds after which a page that nobody has received counts as broken.
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Load:
    """The result of a load: requests per second, and the 99th percentile of their times in µs."""

    rate: float
    p99: float


def load(url: str, seconds: int, script: Path = REPORT, *arguments: str) -> Load:
    """Read the page at the URL for `seconds`. Raise RuntimeError if a request fails.

    If none is answered in time, as on a busy machine, it takes twice as long, and so on. A script
    of wrk may choose other pages, by its arguments, and ends as `REPORT` does.
    """
    said = subprocess.run(
        [
            *pinned(LOAD_CORE),
            *(
                "wrk",
                "--threads=1",
                f"--timeout={LONGEST}s",
                f"--connections={READERS}",
                f"--duration={seconds}s",
            ),
            *("--header=X-Forwarded-Proto: https", f"--script={script}", url),
            *(("--", *arguments) if arguments else ()),
        ],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
    ).stdout
    figures = next(line for line in said.splitlines() if line.startswith("figures "))
    rate, p99, failed = map(float, figures.split()[1:])
    if not failed and not rate and seconds < LONGEST:
        return load(url, 2 * seconds, script, *arguments)
    if failed or not rate:
        raise RuntimeError(f"{failed:.0f} requests for {url} failed:\n{said}")
    return Load(rate, p99)


def pinned(core: int) -> list[str]:
    """Return the start of a command that is to run on this core only."""
    return ["taskset", "--cpu-list", str(core)]
