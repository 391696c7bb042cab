"""Cursors of long lists: where a page of older entries begins, whatever is added before it."""

import re
from datetime import UTC, datetime

CURSOR = re.compile(r"([0-9TZ:.+-]{16,40}),([0-9]{1,18})")


def write_cursor(at: datetime, pk: int) -> str:
    """Return the cursor for what is older than this time and primary key: in UTC (ISO 8601)."""
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat()}Z,{pk}"


def read_cursor(text: str) -> tuple[datetime, int] | None:
    """Return the timezone-aware datetime and primary key of a cursor, None if it is not one."""
    match = CURSOR.fullmatch(text)
    if match is None:
        return None
    try:
        time = datetime.fromisoformat(match[1])
        return (time.astimezone(UTC), int(match[2])) if time.tzinfo else None
    except (ValueError, OverflowError):
        return None
