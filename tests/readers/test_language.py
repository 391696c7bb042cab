"""Readers' pages are in the newsroom's language and time zone, whoever causes them to be built."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.utils import timezone, translation
from pytest_django import Settings

from articles.models import PublishedVersion, VersionKind
from articles.readers import article_context, formatting, language, parts
from tests.factories import (
    HOUR,
    NOON,
    make_correction,
    make_link,
    make_section,
    make_story,
    make_version,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "_nothing_rendered")]
PAGES = (
    *("/", "/recent/", "/recent/?before=nonsense", "/recent/?before=2024-01-01T00:00Z,1"),
    *("/section/land/", "/section/none/", "/corrections/", "/corrections/?before=nonsense"),
    *("/news/harvest/", "/news/withdrawn/", "/news/unknown/"),
)


@pytest.fixture
def _nothing_rendered() -> Iterator[None]:
    """Forget what was rendered before, and in this test."""
    rendered: list[Any] = [
        *(formatting._time, formatting._byline, language._translated),
        *(parts._colophon, parts._teaser, parts._related_card, language._plural),
    ]
    for function in rendered:
        function.cache_clear()
    yield
    for function in rendered:
        function.cache_clear()


@pytest.fixture
def _site() -> None:
    """A site that has something of everything."""
    story = make_story(slug="harvest", headline="Harvest begins")
    make_version(
        story,
        content={"authors": ["Ana", "Ben"]},
        section=make_section(name="Land", slug="land"),
        published_at=NOON - 2 * HOUR,
        modified_at=NOON - HOUR,
    )
    make_link(story, target=make_version().story, state="approved")
    make_correction(story)
    gone = make_story(slug="withdrawn")
    make_version(gone, visible_from=NOON - 3 * HOUR, visible_until=NOON - 2 * HOUR)
    make_version(gone, kind=VersionKind.WITHDRAWAL, visible_from=NOON - 2 * HOUR)


@pytest.mark.usefixtures("_site")
def test_pages_built_for_somebody_with_another_language_and_zone_are_the_same() -> None:
    with translation.override("ru"), timezone.override("Asia/Tokyo"):
        built = {page: Client().get(page).text for page in PAGES}
    for page, text in built.items():
        assert 'lang="en-gb"' in text
        assert Client().get(page).text == text


@pytest.mark.usefixtures("_site")
def test_previews_and_pages_of_another_time_are_in_the_newsrooms_language(
    rf: RequestFactory,
) -> None:
    request = rf.get("/")
    request.as_seen_at, request.as_seen_ahead = NOON, False  # type: ignore[attr-defined]
    version = PublishedVersion.objects.get(slug="harvest")
    pages = []
    for code in ("ru", "en-gb"):
        with translation.override(code):
            context = {**article_context(version, NOON, preview=True), "starts": NOON}
            pages.append(render_to_string("articles/article.html", context, request))
    assert pages[0] == pages[1]


@pytest.mark.usefixtures("_site")
def test_pages_follow_the_newsrooms_language(settings: Settings) -> None:
    settings.LANGUAGE_CODE = "ar"
    assert '<html lang="ar" dir="rtl">' in Client().get("/").text
    page = Client().get("/news/harvest/").text
    # The story is in English, and what is around it is not.
    assert '<html lang="en">' in page
    assert '<header class="masthead" lang="ar" dir="rtl">' in page
    assert "سبتمبر" in page
