"""A byline of authors and other words, from the working copy to readers."""

import json
import re
from dataclasses import replace

import pytest
from django.test import Client
from django.utils import timezone

from articles import publishing, writing
from articles.models import Story
from articles.publishing import NothingNew, check_publish, situation_of
from articles.search import find_stories, parse
from articles.stories import BylineText, working_copy_of
from tests.factories import make_author
from tests.helpers import managing_editor, ready

pytestmark = pytest.mark.django_db

AGENCIES = BylineText("With agencies")


def test_readers_get_it_in_order_and_machines_get_the_authors(client: Client) -> None:
    ana, ben = (make_author(name=name) for name in ("Ana", "Ben"))
    story = ready(authors=(ana, ben, AGENCIES))
    version = publishing.publish(story, by=managing_editor())
    page = client.get(version.get_absolute_url()).text
    shown = re.search(r'class="byline"[^>]*>(.*?)</address>', page, re.DOTALL)
    assert shown
    assert re.sub("<[^>]+>", "", shown[1]) == "By Ana and Ben · With agencies"
    data = json.loads(re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)<', page)[0])
    assert [author["name"] for author in data["author"]] == ["Ana", "Ben"]
    assert list(find_stories(Story.objects.all(), parse("with agencies"))) == [story]

    # Nothing is new, until the order is another one.
    story = Story.objects.get()
    now = situation_of(story, timezone.now())
    assert isinstance(check_publish(now, by=managing_editor()), NothingNew)
    copy = replace(working_copy_of(story), authors=(AGENCIES, ana, ben))
    story = writing.make_ready(
        writing.save(story, copy, by=managing_editor()), by=managing_editor()
    )
    again = publishing.publish(story, by=managing_editor())
    assert [name for name, _ in again.byline] == ["With agencies", "Ana", "Ben"]
