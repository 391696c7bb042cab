"""How much memory a worker takes that has the pages of 10,000 stories in its page cache."""

from collections.abc import Iterator, Mapping

from tests.benchmarks.pages import SITE
from tests.benchmarks.server import serve
from tests.benchmarks.zipf import PATH, SCHEDULED

PAGES = 10_000
#: All of them fit.
SETTINGS = {"NEWSROOM_PAGE_CACHE_BYTES": str(40 * 1024**2)}


def measure(environment: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """Yield the most memory of a worker in MiB: at rest, and with the pages of the filled site."""
    with serve(*SITE, environment={**environment, **SETTINGS}) as site:
        yield "memory_at_rest_mib", site.peak_memory() / 1024**2
        for number in range(PAGES):
            if number % SCHEDULED != SCHEDULED - 1:
                site.read(PATH % number)
        yield f"memory_{PAGES}_pages_mib", site.peak_memory() / 1024**2
