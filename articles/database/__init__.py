"""SQL of our own: cross-table rules, cache triggers and prepared queries.

Constraints stand beside the models. What no column constraint can hold is a rule here, as triggers
on SQLite, and as triggers and exclusion constraints on PostgreSQL: nothing but the end of a
published version ever changes, the periods of a story never overlap and none lies within its
embargo, a slug that was published belongs to one story, and the audit log and revisions are final.
Each rule names the tables and columns that it needs. On SQLite, a migration that alters a table
rebuilds it without its triggers, so it must remove the rules first and install them again.
"""

from articles.database.cache_triggers import install_cache_triggers, remove_cache_triggers
from articles.database.install_rules import install_rules, remove_rules
from articles.database.prepared import Parameter, PreparedQuery

__all__ = [
    "Parameter",
    "PreparedQuery",
    "install_cache_triggers",
    "install_rules",
    "remove_cache_triggers",
    "remove_rules",
]
