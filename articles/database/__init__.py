"""SQL of our own: cross-table rules, cache triggers, the search index and prepared queries.

Constraints are beside the models. What no column constraint can express is a rule here, as
triggers on SQLite, and as triggers and exclusion constraints on PostgreSQL: nothing but the end of
a published version ever changes, the periods of a story never overlap and none starts within its
embargo, a slug that was published belongs to one story, and the audit log and revisions are final.
So are periods, decisions on links and terms, without which no page could be shown as readers saw
it. None of them can be replaced or truncated, whatever connection tries it. Each rule names the
tables and columns that it needs. On SQLite, a migration that alters a table rebuilds it without its
triggers, so it must remove the rules first and install them again.
"""

from articles.database.cache_keys import (
    EVERYTHING,
    OF_STORIES,
    TABLES,
    keys_at,
    moments_keys,
    story_key,
)
from articles.database.cache_triggers import install_cache_triggers, remove_cache_triggers
from articles.database.commits import Commits
from articles.database.erase_stories import erase_fronts, erase_stories, without_rules
from articles.database.install_rules import install_rules, remove_rules
from articles.database.prepared import Parameter, PreparedQuery
from articles.database.search_index import (
    ENTRIES,
    ENTRY_VERSIONS,
    INDEXED,
    NOTES,
    STORIES,
    VERSIONS,
    WIRE,
    Indexed,
    count_matching,
    install_entry_index,
    install_search_index,
    is_in_step,
    matching,
    refresh_search_index,
    remove_entry_index,
    remove_search_index,
)

__all__ = [
    "ENTRIES",
    "ENTRY_VERSIONS",
    "EVERYTHING",
    "INDEXED",
    "NOTES",
    "OF_STORIES",
    "STORIES",
    "TABLES",
    "VERSIONS",
    "WIRE",
    "Commits",
    "Indexed",
    "Parameter",
    "PreparedQuery",
    "count_matching",
    "erase_fronts",
    "erase_stories",
    "install_cache_triggers",
    "install_entry_index",
    "install_rules",
    "install_search_index",
    "is_in_step",
    "keys_at",
    "matching",
    "moments_keys",
    "refresh_search_index",
    "remove_cache_triggers",
    "remove_entry_index",
    "remove_rules",
    "remove_search_index",
    "story_key",
    "without_rules",
]
