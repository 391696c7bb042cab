"""What readers get: pages and lists, built from published versions and cached exactly."""

from articles.readers.listings.recent import recent
from articles.readers.pages.article import article
from articles.readers.pages.article_page import RECENT_OFFERED, article_context, recent_news
from articles.readers.pages.corrections import corrections
from articles.readers.pages.home import home

__all__ = [
    "RECENT_OFFERED",
    "article",
    "article_context",
    "corrections",
    "home",
    "recent",
    "recent_news",
]
