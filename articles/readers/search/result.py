"""A story that was found, with the words marked that it was found by."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from articles.models import EntryVersion, PublishedVersion, coverage_runs
from articles.readers.language import language_of
from articles.readers.live.shown_entry import entry_url
from articles.readers.section_name import section_name
from articles.search import (
    Place,
    Query,
    Span,
    excerpt,
    newest_entries,
    spans,
    texts_of,
    texts_of_entry,
)


class FoundEntry(NamedTuple):
    """The newest entry of a live blog that has the words; `headline` and `excerpt` are HTML."""

    url: str
    at: datetime
    headline: Markup
    excerpt: Markup
    plain_headline: str
    plain_excerpt: str


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
    is_live: bool
    entry: FoundEntry | None


def results(places: Iterable[Place], query: Query, at: datetime) -> list[Result]:
    """Return the stories at these places, in order, as of the timezone-aware datetime `at`.

    It takes two queries.
    """
    keys = [place.pk for place in places]
    columns = ("headline", "summary", "slug", "language", "published_at", "body_html", "story_id")
    versions = (
        PublishedVersion.objects.only(*columns)
        .annotate(section_name=section_name(at), is_live=coverage_runs(at))
        .in_bulk(keys)
    )
    shown = [versions[key] for key in keys if key in versions]
    entries = newest_entries(query, at, [version.story_id for version in shown])
    return [_result(version, entries.get(version.story_id), query) for version in shown]


def marked(parts: Iterable[Span]) -> Markup:
    """Return the text as HTML, with what the query has in `<mark>`."""
    shown = (
        Markup("<mark>{}</mark>").format(it.text) if it.is_hit else escape(it.text) for it in parts
    )
    return Markup().join(shown)


def _result(version: Any, entry: EntryVersion | None, query: Query) -> Result:
    language = language_of(version.language, f"{version.headline} {version.summary}")
    summary = spans(version.summary, query, language)
    if not any(part.is_hit for part in summary):
        # What an entry says of it is shown instead of a summary without the words.
        summary = excerpt(texts_of(version), query, language) or ([] if entry else summary)
    url = version.get_absolute_url()
    return Result(
        url=url,
        language=language,
        headline=marked(spans(version.headline, query, language)),
        excerpt=marked(summary),
        plain_headline=version.headline,
        plain_excerpt=_plain(summary),
        section=version.section_name or "",
        published_at=version.published_at,
        is_live=version.is_live,
        entry=_entry(entry, url, query, language) if entry else None,
    )


def _entry(entry: EntryVersion, page: str, query: Query, language: str) -> FoundEntry:
    texts = texts_of_entry(entry.body_html)
    part = excerpt([*texts, entry.note, entry.author], query, language)
    part = part or [Span(text, is_hit=False) for text in texts[:1]]
    return FoundEntry(
        url=entry_url(page, entry.key),
        at=entry.at,
        headline=marked(spans(entry.headline, query, language)),
        excerpt=marked(part),
        plain_headline=entry.headline,
        plain_excerpt=_plain(part),
    )


def _plain(parts: Iterable[Span]) -> str:
    return "".join(part.text for part in parts)
