from functools import cache

from django.http import HttpRequest
from django.urls import reverse

from articles.core import article_url
from articles.readers.metadata.largest import largest_image
from articles.readers.metadata.metadata import Metadata, feeds_of_site, site_root
from articles.readers.metadata.news_article import news_article
from articles.readers.pages.article_context import ArticleContext


def article_metadata(request: HttpRequest, context: ArticleContext) -> Metadata:
    """Return what the page of a story says of itself, which is what it shows."""
    version = context["version"]
    images = [
        image._replace(url=request.build_absolute_uri(image.url))
        for image in map(largest_image, context["shapes"])
    ]
    root = site_root(request)
    canonical = f"{root}{article_url(version.slug)}"
    updated = context["updated"]
    return Metadata(
        canonical=canonical,
        title=version.headline,
        description=version.summary,
        kind="article",
        feeds=feeds_of_site(request),
        image=images[0] if images else None,
        published=context["published"].isoformat(),
        modified=updated.isoformat() if updated else "",
        section=version.section.name if version.section else "",
        tags=tuple(named.name for named in context["tags"]),
        json_ld=news_article(context, canonical, f"{root}{_home()}", images),
    )


@cache
def _home() -> str:
    return reverse("articles:home")
