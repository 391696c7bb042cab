"""Primary keys and versions as requests send them."""

from django.http import HttpRequest

#: No key has more digits, and databases refuse a larger number with errors of their own.
MAX_DIGITS = 18


def seen_version(request: HttpRequest) -> int:
    """Return the version of the story that the page showed; 0, which no story has, if unknown."""
    version = request.POST.get("version", "")
    return int(version) if version.isdecimal() else 0
