"""The article page's context: the frozen version, joined with what was decided since."""

from datetime import datetime
from typing import Any, TypedDict

from django.utils.safestring import SafeString

from articles.models import PublishedVersion
from articles.readers.cache.validator import Validator
from articles.readers.pages.inline_links import body_with_inline_links, unsaved_keys
from articles.readers.pages.recent_news import recent_news
from articles.readers.pages.related_links import AfterBody, links_after_body, links_of
from articles.readers.pages.shown_corrections import ShownCorrection, corrections_of


class ArticleContext(TypedDict):
    """All that the template `articles/article.html` needs; datetimes are timezone-aware."""

    version: PublishedVersion
    body: SafeString
    authors: list[str]
    picture: dict[str, Any] | None
    published: datetime
    updated: datetime | None
    related: list[AfterBody]
    corrections: list[ShownCorrection]
    recent: list[SafeString]
    preview: bool


def article_context(
    version: PublishedVersion,
    at: datetime,
    validator: Validator | None = None,
    *,
    preview: bool = False,
) -> ArticleContext:
    """Return the context for a version as readers see it at the timezone-aware datetime `at`.

    The version may be unsaved, as in a preview, and its story too. It takes two queries, however
    many links there are: one more if the story has corrections, one more for a preview, and one
    less if the page is to be cached, with this `validator`, and the recent news already is.
    """
    links = links_of(version, at)
    unsaved = unsaved_keys(version) if preview else set()
    return {
        "version": version,
        "body": body_with_inline_links(version, links, unsaved),
        "authors": version.content.get("authors", []),
        "picture": version.content.get("picture"),
        "published": version.published_at if version.pk else at,
        "updated": version.modified_at,
        "related": links_after_body(links),
        "corrections": _corrections(version, at),
        "recent": recent_news(at, validator, without=version.story_id),
        "preview": preview,
    }


def _corrections(version: PublishedVersion, at: datetime) -> list[ShownCorrection]:
    # `version_at` has asked already; a story that was never saved has none.
    some = getattr(version, "has_corrections", version.story_id is not None)
    return corrections_of(version.story_id, at) if some else []
