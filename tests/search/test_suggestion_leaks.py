"""Neither search nor suggestions, found now or stored before, show what readers could not see."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.search.leaks import shown
from tests.search.test_leaks import HOURS, periods

Stories = list[list[tuple[int, int | None, str, str]]]


class TestSuggestionLeaks(TestCase):
    """Random periods of stories; suggestions are stored at one hour and shown at others."""

    @settings(max_examples=40)
    @given(
        st.lists(periods(), min_size=1, max_size=4),
        HOURS,
        st.lists(HOURS, min_size=1, max_size=3),
    )
    def test_what_is_shown_is_what_readers_see(
        self, stories: Stories, stored_at: int, hours: list[int]
    ) -> None:
        assert all(shown(stories, stored_at, hours))

    def test_what_fits_is_shown(self) -> None:
        assert len(list(shown([[(0, None, "story", "glider")]], 0, [0]))) == 4
