"""Random stories come and go, and are searched for and suggested meanwhile."""

from random import Random

from django.db import transaction

from tests.search.leaks import WORDS, Periods, shown


def look_for_leaks(least: int) -> tuple[int, int]:
    """Return how much was shown, and how much of it readers could not see then."""
    random = Random(14)  # noqa: S311 - the same trials each time
    found: list[bool] = []
    while len(found) < least:
        stories = [_periods(random) for _ in range(random.randint(1, 8))]
        with transaction.atomic():
            found += shown(stories, random.randrange(7), random.sample(range(7), 3))
            transaction.set_rollback(True)
    return len(found), found.count(False)


def _periods(random: Random) -> Periods:
    times = sorted(random.sample(range(7), random.randint(1, 4)))
    ends = [*times[1:], random.choice([None, times[-1] + 1])]
    return [
        (start, end, random.choice(["story", "story", "withdrawal"]), random.choice(WORDS))
        for start, end in zip(times, ends, strict=True)
    ]
