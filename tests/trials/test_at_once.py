"""Two people who do the same at once, in two processes: each is done, or is told why not."""

from collections import Counter

import pytest
from django.utils import timezone

from articles.models import PublicationStatus, PublishedVersion, Story
from articles.publishing import with_publication_status
from tests.readers.cache.processes import Process
from tests.trials.verbs import VERBS

pytestmark = pytest.mark.django_db(transaction=True)
#: What only one of the two can do; of the others both may.
ONCE = {
    *("submit", "send_back", "unschedule", "withdraw", "reinstate", "lift_embargo"),
    *("retract_correction", "delete"),
}


@pytest.mark.parametrize("name", [name for name in VERBS if name != "half_done"])
def test_nobody_runs_into_an_error(name: str) -> None:
    with Process("tests.trials.victim") as process:
        assert process.ask(name) == "ready"
        came_of_it = Counter(process.ask("twice").split())
    assert not came_of_it["failed"]
    assert came_of_it["done"] == 1 if name in ONCE else came_of_it["done"] >= 1
    now = timezone.now()
    for story in with_publication_status(Story.objects.all(), now):
        seen = PublishedVersion.objects.visible(now).filter(story=story).count()
        assert seen == (story.publication_status == PublicationStatus.LIVE)
