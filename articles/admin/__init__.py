"""The newsroom's desk, in Django's admin: one noun a file."""

import taggit.admin  # noqa: F401 - so that it has registered
from django.contrib import admin
from taggit.models import Tag

from articles.admin import (
    account,
    author,
    event,
    login,
    picture,
    place,
    related_link,
    section,
    story,
    wire_item,
)

__all__ = [
    "account",
    "author",
    "event",
    "login",
    "picture",
    "place",
    "related_link",
    "section",
    "story",
    "wire_item",
]

# Tags are written in the story; a page of their own would be Taggit's, in a developer's words.
admin.site.unregister(Tag)

admin.site.site_header = "Newsroom"
admin.site.site_title = "Newsroom"
admin.site.index_title = "Desk"
