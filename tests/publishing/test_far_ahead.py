"""Nothing is planned for more than five years ahead: that is a slip of the keyboard."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from articles import publishing
from articles.core import BadTime
from articles.models import Embargo, PublishedVersion, Story
from tests.factories import HOUR, NOON
from tests.helpers import confirm, draft, managing_editor, ready

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]

LATE = [
    NOON.replace(year=2030, month=10),
    NOON.replace(year=3025),
    NOON.replace(year=9000),
]
MAY_BE = NOON.replace(year=2030, month=8)


def schedule(at: datetime) -> None:
    publishing.schedule(ready(), by=managing_editor(), at=at)


def reschedule(at: datetime) -> None:
    version = publishing.schedule(ready(), by=managing_editor(), at=NOON + HOUR)
    publishing.reschedule(version, by=managing_editor(), at=at)


def withdraw(at: datetime) -> None:
    story = ready()
    publishing.publish(story, by=managing_editor())
    publishing.withdraw(story, by=managing_editor(), at=at)


def set_embargo(at: datetime) -> None:
    publishing.set_embargo(draft(), by=managing_editor(), until=at, reason="They ask for it.")


VERBS: list[Callable[[datetime], None]] = [schedule, reschedule, withdraw, set_embargo]


@pytest.mark.parametrize("verb", VERBS)
def test_it_is_refused_with_the_time_that_was_meant(verb: Callable[[datetime], None]) -> None:
    for at in LATE:
        with pytest.raises(BadTime, match=rf"{at.year}.*more than five years ahead.*year"):
            verb(at)
    assert not PublishedVersion.objects.filter(visible_from__gt=NOON + HOUR).exists()
    assert not Embargo.objects.exists()


@pytest.mark.parametrize("verb", VERBS)
def test_five_years_are_possible(verb: Callable[[datetime], None]) -> None:
    verb(MAY_BE)


def test_the_form_says_so(client: Client) -> None:
    story: Story = ready()
    client.force_login(managing_editor())
    sent: dict[str, Any] = {"at": "2205-09-01T18:30"}
    page = confirm(client, reverse("admin:articles_story_schedule", args=[story.pk]), sent)
    assert "1 September 2205, 18:30 UTC is more than five years ahead." in page.text
    assert not PublishedVersion.objects.exists()
