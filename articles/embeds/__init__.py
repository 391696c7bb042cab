"""Posts, videos and charts of other sites in a text: which can be embedded, and their names.

`body` has the list of the sites and builds the URLs. Here the setting is added that says which
servers of Mastodon count, and a site is asked for the title of what is to be embedded.
"""

from articles.embeds.describe import Described, describe
from articles.embeds.player import embeddable, frame_sources, sites, url_patterns

__all__ = [
    "Described",
    "describe",
    "embeddable",
    "frame_sources",
    "sites",
    "url_patterns",
]
