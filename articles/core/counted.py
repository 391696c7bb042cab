"""Counts that cost the same however much there is."""

#: Things that wait are counted up to this number, and no further.
MOST_COUNTED = 99


def count_label(number: int) -> str:
    """Return a number of things for a badge: at most “99+”, and empty if there are none."""
    return f"{MOST_COUNTED}+" if number > MOST_COUNTED else str(number or "")
