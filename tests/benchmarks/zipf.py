"""How fast many pages are served while people publish, next to a bare view of the same size."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.databases import MANAGE
from tests.benchmarks.load import LOAD_CORE, load, pinned
from tests.benchmarks.pages import BARE, BARE_SETTINGS, SITE
from tests.benchmarks.server import Server, serve

#: How many of the stories are read; all their pages fit into the page cache.
PAGES = 5_000
SETTINGS = {"NEWSROOM_PAGE_CACHE_BYTES": str(128 * 1024**2)}
PATH = "/news/ministers-agree-on-the-harvest-of-field-number-%d/"
SCRIPT = Path(__file__).with_name("zipf.lua")
#: One story in this many is scheduled (`stories.py`), so not there yet.
SCHEDULED = 100
#: Publications a second, by name.
PUBLICATIONS = {"quiet": 0, "publish_1": 1, "publish_4": 4}
SECONDS, ROUNDS = 5, 3


def measure(environment: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """Yield the figures of the filled site in this environment."""
    with (
        serve(*BARE, environment=BARE_SETTINGS) as bare,
        serve(*SITE, environment={**environment, **SETTINGS}) as site,
    ):
        size = len(site.read(PATH % 0))
        for number in range(PAGES):
            if number % SCHEDULED != SCHEDULED - 1:
                site.read(PATH % number)
        for name, rate in PUBLICATIONS.items():
            with publishing(environment, rate):
                yield f"zipf_{name}", median(in_turn(site, bare, size))


def in_turn(site: Server, bare: Server, size: int) -> Iterator[float]:
    """Yield what the site serves as a part of what the bare view does, for each round.

    In as much time of a core: those who publish, and others, take some of the machine's.
    """
    for _ in range(ROUNDS):
        ours = cost(site, site.root, SCRIPT, str(PAGES), PATH, str(SCHEDULED))
        yield cost(bare, f"{bare.root}/{size}/") / ours


def cost(server: Server, url: str, *script: Any) -> float:
    """Return the seconds of a core that a request takes."""
    before = server.busy()
    loaded = load(url, SECONDS, *script)
    return (server.busy() - before) / (loaded.rate * SECONDS)


@contextmanager
def publishing(environment: Mapping[str, str], rate: int) -> Iterator[None]:
    """Let somebody publish `rate` times a second."""
    if not rate:
        yield
        return
    code = f"from tests.benchmarks.publisher import publish_each; publish_each({1 / rate})"
    process = subprocess.Popen(
        [
            *pinned(LOAD_CORE),
            *(sys.executable, str(MANAGE), "shell", "--no-imports", f"--command={code}"),
        ],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout
        process.stdout.readline()
        yield
        if process.poll() is not None:
            raise RuntimeError("Nobody published any more; see the output above.")
    finally:
        process.kill()
        process.wait()
