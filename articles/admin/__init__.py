"""The newsroom's desk, in Django's admin: one noun a file."""

from django.contrib import admin

from articles.admin import author, picture, place, related_link, section, story, wire_item

__all__ = ["author", "picture", "place", "related_link", "section", "story", "wire_item"]

admin.site.site_header = "Newsroom"
admin.site.site_title = "Newsroom"
admin.site.index_title = "Desk"
