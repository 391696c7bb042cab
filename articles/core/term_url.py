"""The URLs of the pages of tags, authors and places."""

from functools import lru_cache

from django.urls import reverse


# Each article page asks for those of its byline, tags and dateline.
@lru_cache(maxsize=4096)
def term_url(kind: str, slug: str) -> str:
    """Return the path of the page of the tag, author or place with this slug."""
    return reverse(f"articles:{kind}", args=[slug])
