"""What search and suggestions show that readers could not see: nothing, one hopes."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from articles import links
from articles.models import PublishedVersion, VersionKind
from articles.search import VersionSearch, parse
from tests.factories import NOON, make_story
from tests.links.suggestions.archive import published

#: Hours of start and end (None: never), the kind of version, and the word in its headline.
Periods = Sequence[tuple[int, int | None, str, str]]
WORDS = ("zeppelin", "balloon", "glider")
TEXT = "<p>Farmers bring in the wheat, and a {} is over the harvest.</p>"


def shown(stories: Sequence[Periods], stored_at: int, hours: Sequence[int]) -> Iterator[bool]:
    """Yield for all that is shown of such stories at these hours whether readers see it then.

    Suggestions are found again, and stored at one hour and shown at others.
    """
    asking = make_story(headline="Wheat harvest", body=TEXT.format("cloud"), language="en")
    made = [
        published(
            f"A {word} over the wheat {number}",
            TEXT.format(word),
            story=story,
            kind=kind,
            visible_from=NOON + timedelta(hours=start),
            visible_until=None if end is None else NOON + timedelta(hours=end),
        )
        for number, periods in enumerate(stories)
        for story in [make_story()]
        for start, end, kind, word in periods
    ]
    links.store_suggestions(asking, NOON + timedelta(hours=stored_at))
    for hour in hours:
        at = NOON + timedelta(hours=hour)
        seen = _seen(made, at)
        found = (*links.suggest(asking, at, 100), *links.stored_suggestions(asking, at, 100))
        yield from ((one.story, one.headline) in seen for one in found)
        for word in (*WORDS, "wheat"):
            keys = [place.pk for place in VersionSearch(parse(word), at).page(100)]
            for version in PublishedVersion.objects.in_bulk(keys).values():
                yield (version.story_id, version.headline) in seen


def _seen(versions: Sequence[PublishedVersion], at: datetime) -> set[tuple[int, str]]:
    """Return what readers get, by what was made, and not by the query that is tried."""
    return {
        (one.story_id, one.headline)
        for one in versions
        if one.kind == VersionKind.STORY
        and one.visible_from <= at
        and (one.visible_until is None or at < one.visible_until)
    }
