"""How fast pages are read, as a part of what a bare view of their size does in the same minutes."""

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
#: How the site is served: warm has pages in memory; cold builds each anew, since none fits, and
#: keeps only what all pages share.
SITES = {"cold": {"NEWSROOM_PAGE_MEMORY": "8192"}, "warm": {}}
PAGES = {
    "article": "/news/ministers-agree-on-the-harvest-of-field-number-0/",
    "recent": "/recent/",
}
WARM_UP, SECONDS, ROUNDS = 1, 2, 5


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured: figures by name, where {} stands for the number of stories."""

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
        addresses = {}
        for page, path in PAGES.items():
            size = len(sites["cold"].read(path))
            addresses[page, "bare"] = f"{bare.root}/{size}/"
            for name, site in sites.items():
                addresses[page, name] = site.root + path
        loads = in_turn(addresses)
        page_cache = max(site.peak_memory() for site in sites.values())
    ratios = {}
    for page in PAGES:
        for name in SITES:
            pairs = list(zip(loads[page, name], loads[page, "bare"], strict=True))
            ratios[f"{page}_{name}_{{}}"] = median(site.rate / bare.rate for site, bare in pairs)
            ratios[f"{page}_{name}_{{}}_p99"] = median(site.p99 / bare.p99 for site, bare in pairs)
    return Measured(ratios, page_cache / 1024**2)


def in_turn(addresses: Mapping[tuple[str, str], str]) -> Mapping[tuple[str, str], list[Load]]:
    """Give what loads on each address gave, one a round."""
    for address in addresses.values():
        load(address, WARM_UP)
    loads = defaultdict(list)
    for _ in range(ROUNDS):
        for key, address in addresses.items():
            loads[key].append(load(address, SECONDS))
    return loads
