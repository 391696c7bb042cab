"""Two people who do the same at once, in two processes: each is done, or is told why not."""

from collections import Counter

import pytest
from django.utils import timezone

from articles.models import (
    Correction,
    Picture,
    PublicationStatus,
    PublishedVersion,
    Story,
    VersionKind,
)
from articles.publishing import with_publication_status
from tests.readers.cache.processes import Process
from tests.trials.verbs import VERBS

pytestmark = pytest.mark.django_db(transaction=True)
#: How often two meet who do different things, since either may come first.
ROUNDS = 6
#: What only one of the two can do; of the others both may.
ONCE = {
    *("submit", "send_back", "unschedule", "withdraw", "reinstate", "lift_embargo"),
    *("retract_correction", "delete"),
}


@pytest.mark.parametrize("name", [name for name in VERBS if name != "half_done"])
def test_nobody_runs_into_an_error(name: str) -> None:
    with Process("tests.trials.victim") as process:
        assert process.ask(name) == "ready"
        came_of_it = Counter(process.ask("together").split())
    assert not came_of_it["failed"]
    assert came_of_it["done"] == 1 if name in ONCE else came_of_it["done"] >= 1
    now = timezone.now()
    for story in with_publication_status(Story.objects.all(), now):
        seen = PublishedVersion.objects.visible(now).filter(story=story).count()
        assert seen == (story.publication_status == PublicationStatus.LIVE)


def test_a_note_that_is_retracted_while_its_version_is_rescheduled_stays_retracted() -> None:
    with Process("tests.trials.victim") as process:
        for _ in range(ROUNDS):
            assert process.ask("retract_correction_and_reschedule") == "ready"
            retracted, moved = process.ask("together").split()
            assert moved == "done"
            # Who is told that the note was retracted already, as it is when it moves, sees it.
            remaining = Correction.objects.latest("pk").story.corrections.filter(retracted_at=None)
            assert remaining.count() == {"done": 0, "refused": 1}[retracted]


@pytest.mark.parametrize("shows", ["publish", "reinstate"])
def test_a_picture_is_taken_down_or_shown_but_not_both(shows: str) -> None:
    with Process("tests.trials.victim") as process:
        for _ in range(ROUNDS):
            assert process.ask(f"take_down_and_{shows}") == "ready"
            assert sorted(process.ask("together").split()) == ["done", "refused"]
            picture = Picture.objects.latest("pk")
            live = PublishedVersion.objects.visible(timezone.now()).filter(picture=picture)
            assert live.filter(kind=VersionKind.STORY).exists() is not picture.is_gone
