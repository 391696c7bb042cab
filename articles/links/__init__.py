"""Related links: matched, suggested and moderated.

Links are not frozen: what a moderator decides takes effect on the next page that is read. But which
target an inline link has belongs to the published version. So once a story has versions, an inline
link that gets another target gets another key and row: the old row stays with the readers of the
old version, and with moderators, until that ends.
"""

from articles.links import moderation
from articles.links.inline import sync_inline_links, with_keys_of_targets
from articles.links.matching import (
    Headlines,
    firm_links_to,
    lock_matching,
    match_links,
    match_story,
    release_links_to,
    rematch_links_to,
)

__all__ = [
    "Headlines",
    "firm_links_to",
    "lock_matching",
    "match_links",
    "match_story",
    "moderation",
    "release_links_to",
    "rematch_links_to",
    "sync_inline_links",
    "with_keys_of_targets",
]
