"""What machines read without a page: feeds, sitemaps, robots.txt, cached as pages are."""

from articles.syndication.feeds import atom, rss
from articles.syndication.robots import robots
from articles.syndication.sitemaps import sitemap, sitemap_index, sitemap_news

__all__ = ["atom", "robots", "rss", "sitemap", "sitemap_index", "sitemap_news"]
