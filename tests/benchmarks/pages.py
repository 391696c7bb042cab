"""How fast pages are served, relative to a bare view of the same size in the same minutes."""

from collections import defaultdict
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.load import Load, load
from tests.benchmarks.server import serve

SITE = ("newsroom.wsgi:application",)
BARE = ("--factory", "django.core.wsgi:get_wsgi_application")
BARE_SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.benchmarks.bare"}
#: How the site is served: warm has its pages in the page cache; cold rebuilds each, since none
#: fits, and caches only what all pages share.
SITES = {"cold": {"NEWSROOM_PAGE_CACHE_BYTES": "8192"}, "warm": {}}
PAGES = {
    "article": "/news/ministers-agree-on-the-harvest-of-field-number-0/",
    "recent": "/recent/",
}
WARM_UP, SECONDS, ROUNDS = 1, 2, 5


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured: figures by name, in which {} stands for the number of stories."""

    ratios: dict[str, float]
    peak_memory_mib: float


def measure(environment: Mapping[str, str]) -> Measured:
    """Measure the filled site in this environment."""
    with ExitStack() as stack:
        bare = stack.enter_context(serve(*BARE, environment=BARE_SETTINGS))
        sites = {
            name: stack.enter_context(serve(*SITE, environment={**environment, **setting}))
            for name, setting in SITES.items()
        }
        urls = {}
        for page, path in PAGES.items():
            size = len(sites["cold"].read(path))
            urls[page, "bare"] = f"{bare.root}/{size}/"
            for name, site in sites.items():
                urls[page, name] = site.root + path
        loads = in_turn(urls)
        peak = max(site.peak_memory() for site in sites.values())
    ratios = {}
    for page in PAGES:
        for name in SITES:
            pairs = list(zip(loads[page, name], loads[page, "bare"], strict=True))
            ratios[f"{page}_{name}_{{}}"] = median(site.rate / bare.rate for site, bare in pairs)
            ratios[f"{page}_{name}_{{}}_p99"] = median(site.p99 / bare.p99 for site, bare in pairs)
    return Measured(ratios, peak / 1024**2)


def in_turn(urls: Mapping[tuple[str, str], str]) -> Mapping[tuple[str, str], list[Load]]:
    """Return the loads on each URL, one for each round."""
    for url in urls.values():
        load(url, WARM_UP)
    loads = defaultdict(list)
    for _ in range(ROUNDS):
        for key, url in urls.items():
            loads[key].append(load(url, SECONDS))
    return loads
