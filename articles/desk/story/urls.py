"""The pages of the desk that belong to stories, besides Django's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.urls import URLPattern, path

from articles.desk.actions.actions import ASKING
from articles.desk.actions.page import action_page
from articles.desk.pictures.search import picture_search
from articles.desk.pictures.upload import show_picture, upload_picture
from articles.desk.schedule.page import schedule_page
from articles.desk.story.preview import preview_saved, preview_unsaved, preview_version
from articles.desk.story.search import story_search
from articles.models import Story

if TYPE_CHECKING:
    StoryModelAdmin = admin.ModelAdmin[Story]
else:
    StoryModelAdmin = object


class StoryUrls(StoryModelAdmin):
    """The URLs of the actions, the previews, and those that the body's editor calls."""

    def get_urls(self) -> list[URLPattern]:
        """Return these URLs before Django's, which take any word for a primary key."""
        wrap, site = self.admin_site.admin_view, {"site": self.admin_site}
        model_admin = {"model_admin": self}
        own = [
            path("search/", wrap(story_search), name="articles_story_search"),
            path("pictures/", wrap(upload_picture), name="articles_picture_upload"),
            path("pictures/search/", wrap(picture_search), name="articles_picture_search"),
            path("pictures/<int:pk>/", wrap(show_picture), name="articles_picture"),
            path("preview/", wrap(preview_unsaved), model_admin, name="articles_story_preview_new"),
            path(
                "<int:pk>/preview/",
                wrap(preview_saved),
                model_admin,
                name="articles_story_preview",
            ),
            path(
                "<int:pk>/published-versions/<int:version>/",
                wrap(preview_version),
                name="articles_story_version",
            ),
            path("schedule/", wrap(schedule_page), site, name="articles_schedule"),
            *(
                path(
                    f"<int:pk>/{name.replace('_', '-')}/",
                    wrap(action_page),
                    {"name": name, **site},
                    name=f"articles_story_{name}",
                )
                for name in ASKING
            ),
        ]
        return own + super().get_urls()
