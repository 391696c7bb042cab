"""The URLs of readers' pages, feeds and sitemaps."""

from collections.abc import Iterator

from django.urls import URLPattern, path, re_path, register_converter
from django.urls.converters import StringConverter

from articles.models import SlugKind, TermKind
from articles.previews import preview, preview_picture
from articles.readers import (
    archive,
    article,
    corrections,
    home,
    live_updates,
    neighbour,
    picture_file,
    recent,
    search,
    section,
    term,
)
from articles.syndication import atom, robots, rss, sitemap, sitemap_index, sitemap_news


class SlugConverter(StringConverter):
    """Any text without a slash or NUL: slugs are in all scripts, and PostgreSQL refuses NUL."""

    regex = r"[^/\0]+"


def terms() -> Iterator[URLPattern]:
    """Yield the URLs of the pages of tags, authors and places."""
    for kind in TermKind.values:
        yield path(f"{kind}/<any_slug:slug>/", term, {"kind": kind}, name=kind)


def feeds() -> Iterator[URLPattern]:
    """Yield the URLs of the feeds of each section, tag, author and place."""
    for kind in SlugKind.values:
        of_kind = {"kind": kind}
        yield path(f"{kind}/<any_slug:slug>/rss.xml", rss, of_kind, name=f"{kind}_rss")
        yield path(f"{kind}/<any_slug:slug>/atom.xml", atom, of_kind, name=f"{kind}_atom")


register_converter(SlugConverter, "any_slug")

app_name = "articles"
urlpatterns = [
    path("", home, name="home"),
    path("recent/", recent, name="recent"),
    path("corrections/", corrections, name="corrections"),
    path("search/", search, name="search"),
    path("rss.xml", rss, name="rss"),
    path("atom.xml", atom, name="atom"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap_index, name="sitemap_index"),
    path("sitemap-news.xml", sitemap_news, name="sitemap_news"),
    re_path(r"^sitemap-(?P<year>[0-9]{4})-(?P<month>[0-9]{2})\.xml\Z", sitemap, name="sitemap"),
    path("preview/<any_slug:token>/", preview, name="preview"),
    path("preview/<any_slug:token>/<path:name>", preview_picture, name="preview_picture"),
    path("section/<any_slug:slug>/", section, name="section"),
    *terms(),
    *feeds(),
    path("archive/", archive, name="archive"),
    path("archive/<int:year>/", archive, name="archive_year"),
    path("archive/<int:year>/<int:month>/", archive, name="archive_month"),
    path("archive/<int:year>/<int:month>/<int:day>/", archive, name="archive_day"),
    path("news/<any_slug:slug>/", article, name="article"),
    path("news/<any_slug:slug>/previous/", neighbour, {"newer": False}, name="previous"),
    path("news/<any_slug:slug>/next/", neighbour, {"newer": True}, name="next"),
    path("media/<path:path>", picture_file, name="picture_file"),
    path("news/<any_slug:slug>/live/", live_updates, name="live_updates"),
]
