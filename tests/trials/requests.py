"""Links that would have the site ask a private network, in any way that a name and a server can."""

from random import Random

from articles.links.checking.check import Checker
from tests.links.checking.web import PRIVATE, PUBLIC, leads, webs

#: Names of a private address, as people write it.
HOSTS = ("private.test", "changing.test", "mixed.test", PRIVATE, "localhost", "[::1]", "127.1")
PATHS = ("/page", "/robots.txt", "/a", "/b")
_LISTS = ([PUBLIC], [PUBLIC, PRIVATE], [PRIVATE], ["::1"], ["::ffff:127.0.0.1"], ["10.0.0.1"])


def ask_privately(least: int) -> tuple[int, int]:
    """Return how many links were checked, and how many requests reached the private network."""
    random = Random(14)  # noqa: S311 - the same trials each time
    with webs() as web:
        for _ in range(least):
            # A name may have another address each time that somebody asks.
            web.names = {
                host.strip("[]"): [random.choice(_LISTS) for _ in range(random.randint(1, 4))]
                for host in HOSTS
            }
            for host in (PRIVATE, "localhost", "127.1"):
                web.names[host] = [[PRIVATE]]
            web.names["::1"] = [["::1"]]
            places = [web.url(random.choice((*HOSTS, "page.test")), path) for path in PATHS]
            web.public.answers = {
                path: leads(random.choice(places)) for path in PATHS if random.random() < 0.6
            }
            Checker(web.network()).check(random.choice(places))
        return least, len(web.private.log)
