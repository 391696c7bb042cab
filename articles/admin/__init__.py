"""The newsroom's desk, in Django's admin: one noun a file."""

from django.contrib import admin

from articles.admin import author, picture, place, section, story

__all__ = ["author", "picture", "place", "section", "story"]

admin.site.site_header = "Newsroom"
admin.site.site_title = "Newsroom"
admin.site.index_title = "Desk"
