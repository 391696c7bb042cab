"""Stories from before have a last action, as the audit log tells it."""

from articles.models import LastAction, Story
from tests.factories import HOUR, NOON, make_story, make_user
from tests.project.conftest import Migrate


def test_it_is_what_the_log_says_of_the_story_itself(migrate: Migrate) -> None:
    told, silent = make_story(), make_story()
    old = migrate("articles", "0028_suggestions_and_desk_words")
    log = old.get_model("articles", "AuditEntry").objects
    for hours, action in enumerate(["created", "published", "link_approved"]):
        at = NOON + hours * HOUR
        log.create(story_id=told.pk, action=action, at=at, by_id=make_user().pk, headline="A")

    migrate()

    last = LastAction.objects.get(story=told.pk)
    assert (last.entry and last.entry.action, last.at) == ("published", NOON + HOUR)
    last = LastAction.objects.get(story=silent.pk)
    assert (last.entry, last.at) == (None, Story.objects.get(pk=silent.pk).changed_at)
    # A story that is added from now on has one too.
    assert LastAction.objects.filter(story=make_story()).exists()
