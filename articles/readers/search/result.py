"""A story that was found, with the words marked that it was found by."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from articles.models import PublishedVersion
from articles.readers.language import language_of
from articles.readers.section_name import section_name
from articles.search import Place, Query, Span, excerpt, spans, texts_of


class Result(NamedTuple):
    """What the page shows of a story; `headline` and `excerpt` are HTML."""

    url: str
    language: str
    headline: Markup
    excerpt: Markup
    #: The texts without marks, which say in which direction they run.
    plain_headline: str
    plain_excerpt: str
    section: str
    published_at: datetime


def results(places: Iterable[Place], query: Query, at: datetime) -> list[Result]:
    """Return the stories at these places, in order, as of the timezone-aware datetime `at`.

    It takes one query.
    """
    keys = [place.pk for place in places]
    columns = ("headline", "summary", "slug", "language", "published_at", "body_html")
    versions = (
        PublishedVersion.objects.only(*columns)
        .annotate(section_name=section_name(at))
        .in_bulk(keys)
    )
    return [_result(versions[key], query) for key in keys if key in versions]


def marked(parts: Iterable[Span]) -> Markup:
    """Return the text as HTML, with what the query has in `<mark>`."""
    shown = (
        Markup("<mark>{}</mark>").format(it.text) if it.is_hit else escape(it.text) for it in parts
    )
    return Markup().join(shown)


def _result(version: Any, query: Query) -> Result:
    language = language_of(version.language, f"{version.headline} {version.summary}")
    summary = spans(version.summary, query, language)
    if not any(part.is_hit for part in summary):
        summary = excerpt(texts_of(version), query, language) or summary
    return Result(
        url=version.get_absolute_url(),
        language=language,
        headline=marked(spans(version.headline, query, language)),
        excerpt=marked(summary),
        plain_headline=version.headline,
        plain_excerpt="".join(part.text for part in summary),
        section=version.section_name or "",
        published_at=version.published_at,
    )
