"""A story as schema.org describes it, in JSON-LD."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from markupsafe import Markup

from articles.readers.metadata.json_ld import escaped
from articles.readers.metadata.largest import Image
from articles.readers.metadata.live_blog import live_blog
from articles.readers.pages.article_context import ArticleContext


def news_article(context: ArticleContext, url: str, home: str, images: Iterable[Image]) -> Markup:
    """Return the NewsArticle of a page, or its LiveBlogPosting, escaped for a script element.

    `url` is that of the page, `home` that of the front page; both, and those of the images, are
    absolute.
    """
    version, published = context["version"], context["published"]
    publisher = {"@type": "NewsMediaOrganization", "name": settings.NEWSROOM_NAME, "url": home}
    authors = [
        {"@type": "Person", "name": named.name}
        | ({"url": urljoin(home, named.url)} if named.url else {})
        for named in context["authors"]
    ]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": {"@type": "WebPage", "@id": url},
        "url": url,
        "headline": version.headline,
        "description": version.summary,
        "inLanguage": context["language"],
        "datePublished": published.isoformat(),
        "dateModified": (context["updated"] or published).isoformat(),
        "author": authors or [publisher],
        "publisher": publisher,
        "articleSection": version.section.name if version.section else "",
        "dateline": version.content.get("dateline", "").strip(" :–—"),
        "keywords": [named.name for named in context["tags"]],
        "image": [_image(image) for image in images],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": f"{shown.label}: {shown.text}",
                "datePublished": shown.at.isoformat(),
            }
            for shown in context["corrections"]
        ],
        "isAccessibleForFree": True,
    }
    if live := context["live"]:
        data = live_blog(data, live, url, home)
    return escaped({name: value for name, value in data.items() if value})


def _image(image: Image) -> dict[str, Any]:
    said: dict[str, Any] = {
        "@type": "ImageObject",
        "url": image.url,
        # As https://schema.org/Distance is written.
        "width": f"{image.width} px" if image.width else "",
        "height": f"{image.height} px" if image.height else "",
        "caption": image.caption,
        "creditText": image.credit,
    }
    return {name: value for name, value in said.items() if value}
