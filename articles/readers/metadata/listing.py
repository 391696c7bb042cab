from collections.abc import Sequence
from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import HttpRequest

from articles.readers.metadata.metadata import Feed, Metadata, feeds_of_site


def listing_metadata(
    request: HttpRequest,
    title: str,
    description: str,
    *,
    before: str | None = None,
    feeds: Sequence[Feed] = (),
) -> Metadata:
    """Return what a list of stories says of itself; `feeds` are those of the list itself.

    `before` is where this page of it begins; other parameters of the request mean nothing.
    """
    query = f"?{urlencode({'before': before})}" if before else ""
    return Metadata(
        canonical=request.build_absolute_uri(f"{quote(request.path)}{query}"),
        title=title or settings.NEWSROOM_NAME,
        description=description,
        kind="website",
        feeds=[*feeds, *feeds_of_site(request)],
    )
