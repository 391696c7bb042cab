"""Primary keys and versions as requests send them."""

from django.http import HttpRequest

#: No key has more digits, and databases refuse a larger number with errors of their own.
MAX_DIGITS = 18


def read_key(text: str) -> int | None:
    """Return the number that a request sent as a key; None if no row can have that key."""
    return int(text) if text.isdecimal() and len(text) <= MAX_DIGITS else None


def seen_version(request: HttpRequest) -> int:
    """Return the version of the story that the page showed; 0, which no story has, if unknown."""
    return read_key(request.POST.get("version", "")) or 0
