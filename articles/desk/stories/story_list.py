"""The list of stories: its rows, its tabs, its search and its filters."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.core import clock, format_time
from articles.desk.bulk.action import BulkAction
from articles.desk.change_list import DeskList, as_of
from articles.desk.people.acting import acting
from articles.desk.search.results import beside_stories
from articles.desk.stories.filters import (
    AccessFilter,
    ActionFilter,
    AuthorFilter,
    StatusFilter,
    TagFilter,
)
from articles.desk.stories.pages import StoryChangeList
from articles.desk.stories.rows import Row, rows_of, sent_back_to, with_choices
from articles.desk.stories.saved_views import views_context
from articles.desk.stories.tabs import tabs
from articles.models import PublicationStatus, Story
from articles.publishing import with_publication_status
from articles.search import find_stories, has_all_stories, parse


class StoryList(DeskList):
    """Options and columns of the list."""

    list_display = ("headline", "state", "publication_status", "section")
    list_filter = (
        AccessFilter,
        StatusFilter,
        "state",
        ("section", admin.RelatedFieldListFilter),
        ("authors", AuthorFilter),
        TagFilter,
        ("last_action__at", ActionFilter),
    )
    list_select_related = (
        *("section", "changed_by", "embargo", "lead_picture"),
        "last_action__entry__by",
    )
    list_per_page = 100
    # What is searched is the story's, and its authors'; this shows the field to type into.
    search_fields = ("words__words",)
    actions = None

    @admin.display(description=_("publication status"))
    def publication_status(self, story: Any) -> str:
        """Return what readers see of the story, and until when it is under embargo."""
        label = PublicationStatus(story.publication_status).label
        until = story.embargoed_until(story.as_of)
        if until is None:
            return str(label)
        return gettext("%(status)s, under embargo until %(time)s") % {
            "status": label,
            "time": format_time(until),
        }

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[StoryChangeList]:
        """Return the class of the list."""
        return StoryChangeList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Show the list with its tabs, and its stories as rows; above them what was sent back."""
        response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse) and response.context_data:
            now, by = clock.now(), acting(request)
            shown = response.context_data["cl"]
            if shown.query and not has_all_stories():
                messages.warning(
                    request,
                    gettext("The search is being built: older stories may be missing for a while."),
                )
            returned = [] if shown.query or request.GET else sent_back_to(request.user.pk)
            found = tabs(request, now)
            rows: list[Row] = rows_of(shown.result_list, by, now)
            bulk: list[BulkAction] = []
            # In a window for choosing one story, nothing else can be done.
            if not shown.is_popup:
                rows, bulk = with_choices(rows, by, now)
            response.context_data |= {
                "now": now,
                "tabs": found,
                "rows": rows,
                "bulk": bulk,
                "sent_back": returned,
                "beside": _beside(request, shown.query),
                **views_context(request, found),
            }
        return response

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        """Return all stories with their publication status now, and that time as `as_of`."""
        # Read once: each reading of the database's clock is a query.
        now = clock.now()
        # Every story has a last action; saying so lets the database follow the index on them.
        stories = Story.objects.filter(last_action__isnull=False)
        return as_of(with_publication_status(stories, now), now)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """Return the stories with all these words, and that none is among them twice."""
        # A list is searched while somebody is still typing.
        query = parse(search_term, unfinished=True)
        stories: Any = queryset
        return find_stories(stories, query) if query else stories, False


def _beside(request: HttpRequest, typed: str) -> list[str]:
    """Return how many other things that can be found have the words, too."""
    query = parse(typed, unfinished=True)
    return beside_stories(query, acting(request)) if query else []
