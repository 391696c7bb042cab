"""What can be embedded, and from where frames may come."""

from django.conf import settings

from articles import body


def embeddable(url: str) -> body.Embedded | None:
    """Return what is shown of this URL in a frame; None if pages may not show it."""
    found = body.embedded(url)
    return found if found and body.origin(found.frame) in frame_sources() else None


def frame_sources() -> list[str]:
    """Return the origins from which pages may show frames, for their policy."""
    return body.frame_origins(settings.NEWSROOM_MASTODON_HOSTS)


def url_patterns() -> list[str]:
    """Return regular expressions, each of a whole URL, for what can be embedded."""
    return list(body.patterns(settings.NEWSROOM_MASTODON_HOSTS))


def sites() -> list[str]:
    """Return the names of the sites from which something can be embedded."""
    return body.provider_names()
