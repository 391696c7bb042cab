"""The list of stories, and stories to be in it."""

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from articles import writing
from articles.models import Story
from articles.stories import WorkingCopy
from newsroom.accounts.models import User

Desk = Callable[[User], Client]


LIST = "/admin/articles/story/"


def headlines(client: Client, **query: str) -> set[str]:
    response = client.get(reverse("admin:articles_story_changelist"), query)
    return {story.headline for story in response.context["cl"].result_list}


def make(headline: str, by: User, **fields: object) -> Story:
    return writing.create(
        WorkingCopy(headline=headline, body="<p>Words.</p>", **fields),  # type: ignore[arg-type]
        by=by,
    )
