"""Related stories for the panel “Links” of a story's form, where they can be added."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET

from articles.core import clock
from articles.links import Suggestion, stored_suggestions, suggest
from articles.models import Story
from articles.people import permissions


@require_GET
def suggestions(request: HttpRequest, pk: int) -> JsonResponse:
    """Return a few related stories, each with its date and the reason in words.

    Raise Http404 where there is no such story, PermissionDenied if the user may not change it.
    """
    story = get_object_or_404(Story, pk=pk)
    if not permissions.can_edit(request.user, story):
        raise PermissionDenied
    return JsonResponse(_as_json(suggest(story, clock.now())), safe=False)


def suggested(story: Story, at: datetime) -> str:
    """Return as JSON what was found in the background, and readers see at the datetime `at`."""
    return json.dumps(_as_json(stored_suggestions(story, at)))


def _as_json(found: Iterable[Suggestion]) -> list[dict[str, Any]]:
    return [
        {
            "id": one.story,
            "headline": one.headline,
            "date": date_format(timezone.localtime(one.published_at), "DATE_FORMAT"),
            "why": one.why,
        }
        for one in found
    ]
