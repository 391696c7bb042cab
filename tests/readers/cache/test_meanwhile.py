"""What is committed while a page is being built is on the next page, however the clocks go."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings as project
from django.db import connection
from django.utils import timezone
from pytest_django import Settings

from articles import publishing
from articles.core import clock
from articles.links import moderation
from articles.models import Correction, CorrectionKind, RelatedLink, Story
from articles.readers.cache import watcher
from articles.readers.cache.changes import changes
from articles.readers.cache.watcher import MOMENTS
from tests.factories import make_correction, make_link
from tests.helpers import changed, managing_editor, ready
from tests.readers.cache.at_the_door import Reader, forget, state

pytestmark = pytest.mark.django_db(transaction=True)


#: Whether the time is read from the database, which SQLite does not have.
CLOCKS = {"machine": False} | ({"database": True} if connection.vendor == "postgresql" else {})


@pytest.fixture(autouse=True, params=CLOCKS)
def _clock(request: pytest.FixtureRequest, settings: Settings) -> None:
    """Read the time from either clock."""
    settings.NEWSROOM_DATABASE_CLOCK = CLOCKS[request.param]


@pytest.fixture
def story() -> Story:
    story = ready("Harvest begins")
    publishing.publish(story, by=managing_editor())
    publishing.add_correction(
        story, by=managing_editor(), kind=CorrectionKind.CORRECTION, text="It was Ana."
    )
    make_link(story, headline="Elsewhere", url="https://else.test", state="suggested")
    return story


def add_note(story: Story) -> None:
    publishing.add_correction(
        story, by=managing_editor(), kind=CorrectionKind.UPDATE, text="It has ended."
    )


def retract_note(story: Story) -> None:
    publishing.retract_correction(Correction.objects.get(), by=managing_editor(), reason="Wrong.")


def publish(story: Story) -> None:
    publishing.publish(changed(story), by=managing_editor())


def withdraw(story: Story) -> None:
    publishing.withdraw(story, by=managing_editor())


def approve_link(story: Story) -> None:
    moderation.approve(RelatedLink.objects.get(), by=managing_editor())


@pytest.mark.parametrize("act", [add_note, retract_note, publish, withdraw, approve_link])
@pytest.mark.parametrize("step", range(6))
def test_what_is_committed_before_any_query_of_a_page_is_on_the_next_one(
    reader: Reader, story: Story, act: Callable[[Story], None], step: int
) -> None:
    queries = 0

    def act_elsewhere() -> None:
        try:
            act(story)
        finally:
            connection.close()

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        nonlocal queries
        if queries == step:
            other = threading.Thread(target=act_elsewhere)
            other.start()
            other.join()
        queries += 1
        return execute(sql, *rest)

    url = "/news/harvest-begins/"
    with connection.execute_wrapper(watch):
        reader.get(url)
    if queries <= step:
        act(story)

    for _ in range(2):
        served = reader.get(url)
        forget()
        built = reader.get(url)
        assert (served.status_code, served.text) == (built.status_code, built.text)
    expected: dict[Callable[[Story], None], str] = {
        add_note: "It has ended.",
        publish: "And more.",
        withdraw: "withdrawn",
        approve_link: "Elsewhere",
    }
    assert expected.get(act, "Harvest begins") in served.text
    assert ("It was Ana." in served.text) == (act not in (retract_note, withdraw))


def test_each_start_and_end_of_a_note_is_a_moment(story: Story) -> None:
    assert set(MOMENTS) >= {("articles_correction", "at"), ("articles_correction", "retracted_at")}
    now, midnight = timezone.now(), state().until
    assert midnight
    soon, sooner = now + (midnight - now) / 2, now + (midnight - now) / 4
    note = make_correction(story, at=soon)
    assert state().until == soon
    Correction.objects.filter(pk=note.pk).update(
        retracted_at=sooner,
        retracted_by=managing_editor(),
        retraction_reason="Wrong.",
    )
    assert state().until == sooner


def set_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the clock that says what readers see back by a day."""
    if project.NEWSROOM_DATABASE_CLOCK:
        shown = "statement_timestamp()"
        earlier = f"({shown} - interval '1 day')"
        look, read = watcher._LOOK_BY_DATABASE, watcher._BY_DATABASE
        monkeypatch.setattr(watcher, "_LOOK_BY_DATABASE", look.replace(shown, earlier))
        # It is planned by its name when the connection opens.
        monkeypatch.setattr(watcher, "_PLANNED", "newsroom_look_earlier")
        changes.close()
        monkeypatch.setattr(watcher, "_BY_DATABASE", read.replace(shown, earlier))
    else:
        real: Callable[[], datetime] = timezone.now
        monkeypatch.setattr(timezone, "now", lambda: real() - timedelta(days=1))


def test_a_page_from_before_the_clock_was_set_back_is_not_served(
    reader: Reader, story: Story
) -> None:
    url = "/news/harvest-begins/"
    assert "It was Ana." in reader.get(url).text
    with pytest.MonkeyPatch.context() as monkeypatch:
        set_back(monkeypatch)
        assert reader.get(url).status_code == 404
    assert "It was Ana." in reader.get(url).text


def test_machines_that_share_a_server_share_its_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    before = timezone.now()
    wrong = before + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: wrong)
    shared = project.NEWSROOM_DATABASE_CLOCK
    assert (clock.now() == wrong) is not shared
    assert clock.now().utcoffset() == timedelta()
