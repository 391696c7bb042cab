"""The URLs of readers' pages."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from articles.readers import article, corrections, home, recent


class SlugConverter(StringConverter):
    """Any text without a slash or NUL: slugs are in all scripts, and PostgreSQL refuses NUL."""

    regex = r"[^/\0]+"


register_converter(SlugConverter, "any_slug")

app_name = "articles"
urlpatterns = [
    path("", home, name="home"),
    path("recent/", recent, name="recent"),
    path("corrections/", corrections, name="corrections"),
    path("news/<any_slug:slug>/", article, name="article"),
]
