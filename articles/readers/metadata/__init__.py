"""What a page says of itself to machines: search engines, feed readers, apps that show its link."""

from articles.readers.metadata.article import article_metadata
from articles.readers.metadata.largest import largest_image
from articles.readers.metadata.listing import listing_metadata
from articles.readers.metadata.metadata import feeds_of
from articles.readers.metadata.term import term_metadata

__all__ = ["article_metadata", "feeds_of", "largest_image", "listing_metadata", "term_metadata"]
