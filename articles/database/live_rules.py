"""Rules across tables for live blogs: entries are frozen as published versions are."""

# ruff: noqa: S608 - the table names are constants of this room

from articles.database.periods import periods
from articles.database.rule import Refusal, Rule, needs

COVERAGE = "articles_livecoverage"
ENTRY = "articles_liveentry"
ENTRY_VERSION = "articles_entryversion"
EMBARGO = "articles_embargo"

# As for versions of the story itself: from when its embargo was set until it ends.
_STARTS_UNDER_EMBARGO = (
    "{version}.visible_from > {embargo}.set_at AND {version}.visible_from < {embargo}.until"
    " AND ({version}.visible_until IS NULL OR {version}.visible_until > {version}.visible_from)"
)
_ENTRY_UNDER_EMBARGO = (
    f"EXISTS (SELECT 1 FROM {EMBARGO} embargo WHERE embargo.story_id = NEW.story_id"
    f" AND {_STARTS_UNDER_EMBARGO.format(version='NEW', embargo='embargo')})"
)
_EMBARGO_OVER_ENTRY = (
    f"EXISTS (SELECT 1 FROM {ENTRY_VERSION} version WHERE version.story_id = NEW.story_id"
    f" AND {_STARTS_UNDER_EMBARGO.format(version='version', embargo='NEW')})"
)
_EMBARGO_NEEDS = needs(
    articles_entryversion="story_id visible_from visible_until",
    articles_embargo="story_id until set_at",
)


def _under_embargo(name: str, table: str, event: str) -> Refusal:
    is_embargo = table == EMBARGO
    return Refusal(
        name=name,
        table=table,
        event=event,
        message="no entry of a story starts under embargo",
        condition=_EMBARGO_OVER_ENTRY if is_embargo else _ENTRY_UNDER_EMBARGO,
        needs=_EMBARGO_NEEDS,
        lock_story="FOR NO KEY UPDATE" if is_embargo else "FOR SHARE",
    )


LIVE_RULES: tuple[Rule, ...] = (
    *periods(COVERAGE, "live_coverage", "period of live coverage", "story_id"),
    *periods(
        ENTRY_VERSION,
        "entry_version",
        "published form of an entry",
        "entry_id",
        start="visible_from",
        end="visible_until",
    ),
    Refusal(
        name="entry_version_is_kept",
        table=ENTRY_VERSION,
        event="DELETE",
        message="a published form of an entry is never deleted",
        needs=needs(articles_entryversion=""),
    ),
    Refusal(
        name="entry_version_is_of_the_story_of_its_entry",
        table=ENTRY_VERSION,
        event="INSERT",
        message="the entry belongs to another story",
        condition=(
            f"NOT EXISTS (SELECT 1 FROM {ENTRY} entry"
            " WHERE entry.id = NEW.entry_id AND entry.story_id = NEW.story_id)"
        ),
        needs=needs(articles_entryversion="entry_id story_id", articles_liveentry="story_id"),
    ),
    _under_embargo("embargo_holds_new_entry", ENTRY_VERSION, "INSERT"),
    _under_embargo("embargo_holds_entry", ENTRY_VERSION, "UPDATE OF visible_until"),
    _under_embargo("new_embargo_is_not_late_for_entries", EMBARGO, "INSERT"),
    _under_embargo("embargo_is_not_late_for_entries", EMBARGO, "UPDATE"),
)
