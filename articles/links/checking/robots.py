"""What the robots.txt of each site lets us ask for (RFC 9309)."""

from urllib.robotparser import RobotFileParser

from articles.links.checking.network import ROBOT
from articles.links.checking.place import NotWeb, Place, place_of
from articles.links.checking.resolve import NotPublic
from articles.links.checking.visit import TooManyRedirects, Visit

#: How much of a file is read, in bytes; the RFC asks for at least this much.
MOST = 500 * 1024
#: Rules that allow everything, and nothing.
EVERYTHING: list[str] = []
NOTHING = ["User-agent: *", "Disallow: /"]


class Robots:
    """The rules of each site, read once a run."""

    def __init__(self) -> None:
        self._known: dict[str, RobotFileParser] = {}

    def allow(self, place: Place, visit: Visit) -> bool:
        """Return whether the site lets us ask for this page; it is asked as part of the visit.

        Raise OSError or HTTPException if it does not answer: then its pages would not either.
        """
        if place.origin not in self._known:
            self._known[place.origin] = _read(place, visit)
        return self._known[place.origin].can_fetch(ROBOT, place.url)


def _read(place: Place, visit: Visit) -> RobotFileParser:
    start = place_of(f"{place.origin}/robots.txt")
    try:
        answer = visit.follow(start, lambda step: visit.ask(step, "GET", MOST))
    except (NotPublic, NotWeb):
        return _rules(NOTHING)
    except TooManyRedirects:
        return _rules(EVERYTHING)
    if answer.status >= 500 or answer.status == 429:
        return _rules(NOTHING)
    if answer.status >= 400:
        return _rules(EVERYTHING)
    try:
        return _rules(answer.body.decode("utf-8", "replace").splitlines())
    except ValueError:
        # Python's parser stumbles over some URLs and numbers.
        return _rules(NOTHING)


def _rules(lines: list[str]) -> RobotFileParser:
    rules = RobotFileParser()
    rules.parse(lines)
    # Without a time, they allow nothing.
    rules.modified()
    return rules
