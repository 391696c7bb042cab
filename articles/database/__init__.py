"""SQL of our own: cross-table rules, cache triggers and prepared queries."""

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
