"""Pages of lists: the key after which older things begin, which does not move as a number does."""

import re
from datetime import UTC, datetime

CURSOR = re.compile(r"([0-9TZ:.+-]{16,40}),([0-9]{1,18})")


def write_cursor(at: datetime, pk: int) -> str:
    """Give the key for what is older than this time and number: in UTC (ISO 8601)."""
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat()}Z,{pk}"


def read_cursor(text: str) -> tuple[datetime, int] | None:
    """Give the aware time and the number of a cursor, or None if it is none."""
    match = CURSOR.fullmatch(text)
    if match is None:
        return None
    try:
        time = datetime.fromisoformat(match[1])
        return (time.astimezone(UTC), int(match[2])) if time.tzinfo else None
    except (ValueError, OverflowError):
        return None
