"""The pages of the desk that belong to stories, besides Django's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import admin
from django.urls import URLPattern, path

from articles.desk.actions.actions import ASKING
from articles.desk.actions.page import action_page
from articles.desk.bulk.page import bulk_page
from articles.desk.live.entry import entry_page
from articles.desk.live.page import live_page
from articles.desk.notes.page import notes_page
from articles.desk.notes.people import people_search
from articles.desk.pictures.search import picture_search
from articles.desk.pictures.upload import show_picture, upload_picture
from articles.desk.previews.page import previews_page
from articles.desk.schedule.page import schedule_page
from articles.desk.search.page import search_page
from articles.desk.start.page import start_parts
from articles.desk.stories.saved_views import change_view, save_view
from articles.desk.story.edit_link import edit_link
from articles.desk.story.embed import embed
from articles.desk.story.presence import presence
from articles.desk.story.preview import preview_saved, preview_unsaved, preview_version
from articles.desk.story.search import story_search
from articles.desk.story.suggestions import suggestions
from articles.desk.story.tag_search import tag_search
from articles.desk.story.tag_suggestions import tag_suggestions
from articles.models import Story

if TYPE_CHECKING:
    StoryModelAdmin = admin.ModelAdmin[Story]
else:
    StoryModelAdmin = object


class StoryUrls(StoryModelAdmin):
    """The URLs of the actions, the previews, and those that the body's editor calls."""

    def get_urls(self) -> list[URLPattern]:
        """Return these URLs before Django's, which treat any word as a primary key."""
        wrap, site = self.admin_site.admin_view, {"site": self.admin_site}
        model_admin = {"model_admin": self}
        own = [
            path("search/", wrap(story_search), name="articles_story_search"),
            path("find/", wrap(search_page), site, name="articles_search"),
            path("tags/", wrap(tag_search), name="articles_story_tags"),
            path("tags/suggestions/", wrap(tag_suggestions), name="articles_story_tags_of_text"),
            path("embed/", wrap(embed), name="articles_story_embed"),
            # Not wrapped: it answers strangers with nothing, and sends nobody to the log-in.
            path("edit-link/", edit_link, name="articles_story_edit_link"),
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
            path("<int:pk>/presence/", wrap(presence), name="articles_story_presence"),
            path("<int:pk>/suggestions/", wrap(suggestions), name="articles_story_suggestions"),
            path("bulk/<slug:name>/", wrap(bulk_page), site, name="articles_story_bulk"),
            path("views/", wrap(save_view), name="articles_story_save_view"),
            path("views/<int:pk>/", wrap(change_view), name="articles_story_view"),
            path("<int:pk>/previews/", wrap(previews_page), site, name="articles_story_previews"),
            path("<int:pk>/live/", wrap(live_page), site, name="articles_story_live"),
            path(
                "<int:pk>/live/<int:entry>/",
                wrap(entry_page),
                site,
                name="articles_story_live_entry",
            ),
            path("people/", wrap(people_search), name="articles_story_people"),
            path("<int:pk>/notes/", wrap(notes_page), site, name="articles_story_notes"),
            path("start/", wrap(start_parts), name="articles_start"),
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
