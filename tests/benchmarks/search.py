"""How fast the search answers, relative to a bare view of the same size in the same minutes."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from statistics import median

from tests.benchmarks.pages import BARE, BARE_SETTINGS, SITE, in_turn
from tests.benchmarks.server import serve

#: What all stories have, two phrases that few have, and a word that one has.
PAGES = {
    "common": "/search/?q=harvest",
    "phrase": "/search/?q=%22field+number+42%22+OR+%22field+number+7%22",
    "rare": "/search/?q=42",
}


def measure(environment: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """Yield name and value of each figure for the filled and indexed site in this environment."""
    with ExitStack() as stack:
        bare = stack.enter_context(serve(*BARE, environment=BARE_SETTINGS))
        site = stack.enter_context(serve(*SITE, environment=environment))
        urls = {}
        for page, path in PAGES.items():
            urls[page, "bare"] = f"{bare.root}/{len(site.read(path))}/"
            urls[page, "site"] = site.root + path
        loads = in_turn(urls)
    for page in PAGES:
        pairs = zip(loads[page, "site"], loads[page, "bare"], strict=True)
        yield f"search_{page}_{{}}", median(found.rate / plain.rate for found, plain in pairs)
