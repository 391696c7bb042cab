from datetime import timedelta
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import timezone

from articles import publishing, writing
from articles.models import Story
from newsroom.accounts.models import User
from tests.desk.stories.stories import LIST, Desk, headlines, make
from tests.helpers import confirm, sent


def test_stories_are_filtered_by_what_readers_see(desk: Desk, managing_editor: User) -> None:
    make("Draft", managing_editor)
    publishing.publish(
        writing.make_ready(make("Live", managing_editor), by=managing_editor), by=managing_editor
    )
    tomorrow = timezone.now() + timedelta(days=1)
    later = writing.make_ready(make("Later", managing_editor), by=managing_editor)
    publishing.schedule(later, by=managing_editor, at=tomorrow)
    gone = writing.make_ready(make("Gone", managing_editor), by=managing_editor)
    publishing.publish(gone, by=managing_editor)
    publishing.withdraw(gone, by=managing_editor)
    client = desk(managing_editor)

    found = {
        status: headlines(client, status=status)
        for status in ("unpublished", "live", "scheduled", "withdrawn")
    }

    assert found == {
        "unpublished": {"Draft"},
        "live": {"Live"},
        "scheduled": {"Later"},
        "withdrawn": {"Gone"},
    }


@pytest.mark.parametrize("words", ["congo's trib", "“MILITARY”", "Tribunal congo"])
def test_stories_are_found_however_quotes_are_written(
    desk: Desk, managing_editor: User, words: str
) -> None:
    make("Congo’s “Military” Tribunal", managing_editor)
    make("Congo votes", managing_editor)

    assert headlines(desk(managing_editor), q=words) == {"Congo’s “Military” Tribunal"}


def test_typing_a_tag_keeps_the_other_filters_and_goes_to_the_first_page(
    desk: Desk, managing_editor: User
) -> None:
    make("Tagged", managing_editor, tags=("eu",))
    page = desk(managing_editor).get(LIST, {"mine": "own", "q": "harvest", "tag": "eu"}).text
    typed = page.split('class="filter-typed"')[1].split("</form>")[0]
    assert '<input type="hidden" name="mine" value="own">' in typed
    assert '<input type="hidden" name="q" value="harvest">' in typed
    assert 'type="hidden" name="tag"' not in typed
    page = desk(managing_editor).get(LIST, {"p": "1"}).text
    assert 'name="p"' not in page.split('class="filter-typed"')[1].split("</form>")[0]


def test_stories_are_filtered_by_a_tag(desk: Desk, managing_editor: User) -> None:
    make("Tagged", managing_editor, tags=("eu",))
    make("Other", managing_editor, tags=("asia",))
    assert headlines(desk(managing_editor), tag="eu") == {"Tagged"}
    assert headlines(desk(managing_editor), tag="nothing") == set()


def test_the_filters_are_kept_on_the_way_to_an_action_and_back(
    desk: Desk, managing_editor: User
) -> None:
    story, client = make("Draft", managing_editor), desk(managing_editor)
    kept = urlencode({"_changelist_filters": "mine=own"})
    form = f"{reverse('admin:articles_story_change', args=[story.pk])}?{kept}"
    assert form in client.get(LIST, {"mine": "own"}).text
    assert client.post(form, sent(story) | {"_continue": "1"})["Location"] == form
    story = Story.objects.get()
    question = f"{reverse('admin:articles_story_embargo', args=[story.pk])}?{kept}"
    assert client.post(form, sent(story) | {"_embargo": "1"})["Location"] == question
    assert f'href="{form}"' in client.get(question).text
    tomorrow = timezone.localtime() + timedelta(days=1)
    answer = {"at": f"{tomorrow:%Y-%m-%dT%H:%M}", "reason": "The agency"}
    assert confirm(client, question, answer)["Location"] == form
