"""Readers find nothing that they could not see at the moment of asking."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from articles.models import PublishedVersion, Section, VersionKind
from articles.search import Filters, VersionSearch, meant, parse
from tests.factories import NOON, make_story, make_version

WORDS = ("zeppelin", "balloon", "glider")
HOURS = st.integers(0, 6)


@st.composite
def periods(draw: st.DrawFn) -> list[tuple[int, int | None, str, str]]:
    """Draw the periods of one story: hours, the last one without an end or not, kind and word."""
    times = sorted(draw(st.sets(HOURS, min_size=1, max_size=4)))
    ends = [*times[1:], draw(st.sampled_from([None, times[-1], times[-1] + 1]))]
    kinds = st.sampled_from([VersionKind.STORY, VersionKind.STORY, VersionKind.WITHDRAWAL])
    return [
        (start, end, draw(kinds), draw(st.sampled_from(WORDS)))
        for start, end in zip(times, ends, strict=True)
    ]


class TestLeaks(TestCase):
    """Random periods of stories, asked about at random hours."""

    @settings(max_examples=40)
    @given(st.lists(periods(), min_size=1, max_size=4), st.lists(HOURS, min_size=1, max_size=3))
    def test_what_is_found_is_what_readers_see(
        self, stories: list[list[tuple[int, int | None, str, str]]], hours: list[int]
    ) -> None:
        section = Section.objects.get_or_create(name="Air", slug="air")[0]
        made = []
        for versions in stories:
            story = make_story()
            for start, end, kind, word in versions:
                made.append(
                    make_version(
                        story,
                        kind=kind,
                        section=section,
                        headline=f"A {word} lands",
                        visible_from=NOON + timedelta(hours=start),
                        visible_until=None if end is None else NOON + timedelta(hours=end),
                    )
                )
        keys = {version.pk for version in made}
        for hour in hours:
            at = NOON + timedelta(hours=hour)
            seen = [it for it in PublishedVersion.objects.visible(at) if it.pk in keys]
            for word in WORDS:
                search = VersionSearch(parse(word), at, Filters(section=section.pk))
                have = [it.pk for it in seen if word in it.headline]
                assert sorted(place.pk for place in search.page(100)) == sorted(have)
                assert search.total == len(have)
                assert search.by_section == ({section.pk: len(have)} if have else {})
                mistyped = word[:-1]
                assert meant(mistyped, parse(mistyped), at) == (word if have else "")
