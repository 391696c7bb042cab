"""What readers get: pages and lists, built from published versions and cached exactly."""

from articles.readers.listings.recent import recent
from articles.readers.pages.article import article
from articles.readers.pages.article_context import article_context
from articles.readers.pages.corrections import corrections
from articles.readers.pages.home import home
from articles.readers.pages.inline_links import also_read_label
from articles.readers.pages.recent_news import RECENT_OFFERED, recent_news

__all__ = [
    "RECENT_OFFERED",
    "also_read_label",
    "article",
    "article_context",
    "corrections",
    "home",
    "recent",
    "recent_news",
]
