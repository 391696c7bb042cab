"""Limits of forms fit what can be saved, and what is refused says why."""

import time
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from articles import body
from articles.models import Story
from tests.helpers import draft, managing_editor, sent

FORM = "application/x-www-form-urlencoded"


def at_the_desk() -> Client:
    client = Client()
    client.force_login(managing_editor())
    return client


def test_the_longest_body_fits_into_a_form() -> None:
    longest = len(urlencode({"body": "中" * body.MAX_LENGTH}))
    assert longest < settings.DATA_UPLOAD_MAX_MEMORY_SIZE


@pytest.mark.django_db
def test_a_long_chinese_story_is_saved_from_its_form_in_seconds() -> None:
    story = draft("中国")
    text = "<p>" + "</p><p>".join(["中" * 100] * 3_600) + "</p>"
    assert len(text.encode()) > 1024**2
    url = reverse("admin:articles_story_change", args=[story.pk])
    start = time.process_time()
    response = at_the_desk().post(
        url, urlencode(sent(story, body=text), doseq=True), content_type=FORM
    )
    assert response.status_code == 302, response.context["errors"]
    assert len(Story.objects.get(pk=story.pk).body) > 360_000
    # Less than one second on a machine with nothing else to do.
    assert time.process_time() - start < 4


@pytest.mark.django_db
def test_a_body_that_is_too_long_is_an_error_of_its_field() -> None:
    story = draft()
    url = reverse("admin:articles_story_change", args=[story.pk])
    response = at_the_desk().post(url, sent(story, body="&" * 2_400_000))
    assert response.status_code == 200
    assert "too long to be saved" in response.text
    assert Story.objects.get(pk=story.pk).body == story.body


@pytest.mark.django_db
def test_a_form_that_is_too_large_says_why_and_what_to_do(settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1024**2
    story = draft()
    url = reverse("admin:articles_story_change", args=[story.pk])
    client = Client(enforce_csrf_checks=True)
    client.force_login(managing_editor())
    response = client.post(url, {"body": "a" * 2 * 1024**2})
    assert response.status_code == 413
    assert "more than 1 MB" in response.text
    assert "Go back in the browser" in response.text
