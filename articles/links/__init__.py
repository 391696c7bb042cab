"""Related links: matched, suggested and moderated.

Decisions are not frozen: what a moderator decides takes effect on the next page that is read. Which
links a page has, and where each leads, belongs to the published version. So once a story has
versions, an inline link that gets another target gets another key and row: the old row stays with
the readers of the old version, and with moderators, until that ends.

A link after the body that a moderator approves is released: readers see it at once, even in
versions that were made before the link was in the working copy.
"""

from articles.links import moderation
from articles.links.after_body import check_related, sync_related
from articles.links.checking import Network, NotReadable, check_due_pages, read_page
from articles.links.decision import Display
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
from articles.links.review import Review, death_of, review_of
from articles.links.suggestions import (
    Suggestion,
    store_suggestions,
    stored_suggestions,
    suggest,
)
from articles.links.tasks import suggest_later

__all__ = [
    "Display",
    "Headlines",
    "Network",
    "NotReadable",
    "Review",
    "Suggestion",
    "check_due_pages",
    "check_related",
    "death_of",
    "firm_links_to",
    "lock_matching",
    "match_links",
    "match_story",
    "moderation",
    "read_page",
    "release_links_to",
    "rematch_links_to",
    "review_of",
    "store_suggestions",
    "stored_suggestions",
    "suggest",
    "suggest_later",
    "sync_inline_links",
    "sync_related",
    "with_keys_of_targets",
]
