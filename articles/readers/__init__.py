"""What readers get: pages and lists, built from published versions and cached exactly."""

from articles.readers.cache.building import page_time
from articles.readers.cache.declaration import cached
from articles.readers.listings.archive import archive
from articles.readers.listings.find_section import find_section
from articles.readers.listings.find_term import find_term
from articles.readers.listings.front import Slot, filled, placed
from articles.readers.listings.listing import Listing
from articles.readers.listings.recent import recent
from articles.readers.listings.section import section
from articles.readers.listings.teasers import Teaser, newest, newest_in
from articles.readers.listings.term import term
from articles.readers.live.updates import live_updates
from articles.readers.metadata import largest_image
from articles.readers.moved import moved
from articles.readers.pages.article import article
from articles.readers.pages.article_context import article_context
from articles.readers.pages.corrections import corrections
from articles.readers.pages.home import home
from articles.readers.pages.inline_links import also_read_label
from articles.readers.pages.neighbour import neighbour
from articles.readers.pages.recent_news import recent_offered
from articles.readers.picture_file import PICTURE_TYPES, picture_file
from articles.readers.search.search import search
from articles.readers.section_name import section_name

__all__ = [
    "PICTURE_TYPES",
    "Listing",
    "Slot",
    "Teaser",
    "also_read_label",
    "archive",
    "article",
    "article_context",
    "cached",
    "corrections",
    "filled",
    "find_section",
    "find_term",
    "home",
    "largest_image",
    "live_updates",
    "moved",
    "neighbour",
    "newest",
    "newest_in",
    "page_time",
    "picture_file",
    "placed",
    "recent",
    "recent_offered",
    "search",
    "section",
    "section_name",
    "term",
]
