"""Related links: matched, suggested and moderated."""

from articles.links import moderation
from articles.links.inline import sync_inline_links, with_keys_of_targets
from articles.links.matching import (
    Headlines,
    firm_links_to,
    match_links,
    match_story,
    one_at_a_time,
    release_links_to,
    rematch_links_to,
)

__all__ = [
    "Headlines",
    "firm_links_to",
    "match_links",
    "match_story",
    "moderation",
    "one_at_a_time",
    "release_links_to",
    "rematch_links_to",
    "sync_inline_links",
    "with_keys_of_targets",
]
